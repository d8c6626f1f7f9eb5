#include "CTareCl100k.h"

/* Read in place by 8- and 16-byte loads, so the start has to lie on a cache line. */
_Alignas(64) const unsigned char tare_cl100k_base_pack[] = {
#embed "cl100k_base.pack"
};

const size_t tare_cl100k_base_pack_size = sizeof tare_cl100k_base_pack;

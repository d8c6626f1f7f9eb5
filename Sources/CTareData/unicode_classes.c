#include "CTareData.h"

_Alignas(64) const unsigned char tare_unicode_classes[] = {
#embed "unicode-classes.bin"
};

const size_t tare_unicode_classes_size = sizeof tare_unicode_classes;

#ifndef CTARE_O200K_H
#define CTARE_O200K_H

#include <stddef.h>

/* The packed vocabulary of o200k_base; its layout is described in Documentation/Design/. */
extern const unsigned char tare_o200k_base_pack[];
extern const size_t tare_o200k_base_pack_size;

/* Swift cannot import an array of unknown length; it can call this. */
static inline const void *tare_o200k_base_pack_start(void) { return tare_o200k_base_pack; }

#endif

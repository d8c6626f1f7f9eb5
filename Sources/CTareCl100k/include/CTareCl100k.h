#ifndef CTARE_CL100K_H
#define CTARE_CL100K_H

#include <stddef.h>

/* The packed vocabulary of cl100k_base; its layout is described in Documentation/Design/. */
extern const unsigned char tare_cl100k_base_pack[];
extern const size_t tare_cl100k_base_pack_size;

/* Swift cannot import an array of unknown length; it can call this. */
static inline const void *tare_cl100k_base_pack_start(void) { return tare_cl100k_base_pack; }

#endif

#ifndef CTARE_SCAN_H
#define CTARE_SCAN_H

#include <stdint.h>

/* Which of 64 bytes are of which kind: bit i of a mask stands for byte i. Bytes from 0x80 are in `high` alone. */
struct tare_byte_masks {
  uint64_t upper;       /* A to Z */
  uint64_t lower;       /* a to z */
  uint64_t number;      /* 0 to 9 */
  uint64_t white_space; /* TAB, LF, VT, FF, CR, space */
  uint64_t newline;     /* LF, CR */
  uint64_t blank;       /* space */
  uint64_t slash;       /* / */
  uint64_t apostrophe;  /* ' */
  uint64_t high;        /* 0x80 to 0xFF */
};

/* The classes of the scalars of two and three bytes among 64 bytes; every byte of a scalar has the scalar's class.
   Bytes in `rest` belong to none: four-byte scalars, scalars that the 64 bytes cut, and what is not UTF-8. */
struct tare_scalar_masks {
  uint64_t upper;
  uint64_t lower;
  uint64_t caseless;
  uint64_t mark;
  uint64_t number;
  uint64_t white_space;
  uint64_t symbol;
  uint64_t lead; /* first bytes */
  uint64_t rest;
};

/* The widest instructions this processor has that the functions below are written in. */
enum tare_scan_tier { TARE_SCAN_PORTABLE = 0, TARE_SCAN_AVX2 = 1, TARE_SCAN_AVX512 = 2 };
enum tare_scan_tier tare_scan_widest_tier(void);

/* The caller has asked tare_scan_widest_tier: on a processor without the instructions the call is an illegal
   instruction, and where they cannot be compiled at all it finds nothing. */

/* Each reads exactly 64 bytes. */
void tare_byte_masks_avx2(const uint8_t *bytes, struct tare_byte_masks *masks);
void tare_byte_masks_avx512(const uint8_t *bytes, struct tare_byte_masks *masks);

/* Each reads exactly 64 bytes, of which `high` tells those from 0x80, and the two-stage class table of `CTareData`. */
void tare_scalar_masks_avx2(
  const uint8_t *bytes, uint64_t high, const uint8_t *classes, struct tare_scalar_masks *masks);
void tare_scalar_masks_avx512(
  const uint8_t *bytes, uint64_t high, const uint8_t *classes, struct tare_scalar_masks *masks);

/* Writes `base + i` for each set bit i, lowest first, and returns how many. Up to 64 integers are overwritten. */
intptr_t tare_write_places_avx512(uint64_t places, intptr_t base, intptr_t *ends);

#endif

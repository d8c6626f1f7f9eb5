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

/* The widest instructions this processor has that the functions below are written in. */
enum tare_scan_tier { TARE_SCAN_PORTABLE = 0, TARE_SCAN_AVX2 = 1, TARE_SCAN_AVX512 = 2 };
enum tare_scan_tier tare_scan_widest_tier(void);

/* Each reads exactly 64 bytes. The caller has asked tare_scan_widest_tier: on a processor without the instructions
   the call is an illegal instruction, and where they cannot be compiled at all it writes zeros. */
void tare_byte_masks_avx2(const uint8_t *bytes, struct tare_byte_masks *masks);
void tare_byte_masks_avx512(const uint8_t *bytes, struct tare_byte_masks *masks);

#endif

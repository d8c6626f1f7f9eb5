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

/* A table of pieces by key: pairs of neighbours of `1 << pair_bits` bytes. The number of a key's pair is a hash of the
   key, shifted right. */
struct tare_piece_table {
  const void *pairs;
  uint64_t shift;
  uint64_t pair_bits;
};

/* Writes the keys, `bytes (7) | length (4 bits)`, of the `count` pieces that end at `ends`, the first of which begins at
   `start`, and the numbers of their pairs (the hash is the product of key and factor), and asks for these pairs'
   memory. A piece of more than 7 bytes gets a key that no piece has. Eight bytes are read from the start of each piece;
   `keys` and `numbers` have room for `count + 8`. */
void tare_short_keys_avx512(
  const uint8_t *text, intptr_t start, const intptr_t *ends, intptr_t count, struct tare_piece_table table,
  uint64_t factor, uint64_t *keys, uint32_t *numbers);

/* Looks up such keys in a table of pairs of 8 bytes each, `key | tokens (4 bits)`. Returns the sum of the tokens of
   those that are known, and writes the indices of the others to `unknown`, which has room for `count + 8`. */
uint64_t tare_short_counts_avx512(
  const uint64_t *keys, const uint32_t *numbers, intptr_t count, struct tare_piece_table table, uint32_t *unknown,
  intptr_t *unknown_count);

/* Looks up such keys in a table of pairs of 16 bytes each, two ids and `key | tokens (4 bits)`. Writes for each piece
   the number of its tokens, 0 where it is not known, and the ids into the first eight of its 16 bytes in `ids`.
   Returns how many indices of those that are not known it wrote to `unknown`. All have room for `count + 8`. */
intptr_t tare_short_tokens_avx512(
  const uint64_t *keys, const uint32_t *numbers, intptr_t count, struct tare_piece_table table, uint64_t (*ids)[2],
  uint8_t *counts, uint32_t *unknown);

/* Writes the keys of two words, `bytes (15) | length (4 bits)`, of the pieces whose indices are in `unknown`, and the
   numbers of their pairs, and asks for these pairs' memory. A longer piece gets a key that no piece has. Reads nothing
   but the bytes of the pieces. */
void tare_medium_keys_avx512(
  const uint8_t *text, intptr_t start, const intptr_t *ends, const uint32_t *unknown, intptr_t count,
  struct tare_piece_table table, uint64_t first_factor, uint64_t second_factor, uint64_t (*keys)[2], uint32_t *numbers);

/* Asks for the cache line of an address that is read soon. Any address will do. */
static inline void tare_prefetch(const void *address) { __builtin_prefetch(address); }

#endif

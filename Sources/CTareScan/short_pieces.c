#include "CTareScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,bmi,bmi2,popcnt")))
#define INLINE __attribute__((always_inline)) static inline

/* A mask of the first `count` of eight lanes. */
AVX512 INLINE __mmask8 lanes(intptr_t count) { return (__mmask8)(count >= 8 ? 0xFF : (1 << count) - 1); }

/* Eight bytes from each of eight places. Loads of their own are quicker than a gather. */
AVX512 INLINE __m512i words(const uint8_t *text, __m512i starts) {
  _Alignas(64) int64_t at[8];
  _mm512_store_si512(at, starts);
#define WORD(i) ((const struct unaligned *)(const void *)(text + at[i]))->word
  struct unaligned { int64_t word; } __attribute__((packed));
  return _mm512_set_epi64(WORD(7), WORD(6), WORD(5), WORD(4), WORD(3), WORD(2), WORD(1), WORD(0));
#undef WORD
}

AVX512 void tare_short_keys_avx512(
  const uint8_t *text, intptr_t start, const intptr_t *ends, intptr_t count, struct tare_piece_table table,
  uint64_t factor, uint64_t *keys, uint32_t *numbers) {
  const __m512i factors = _mm512_set1_epi64((int64_t)factor);
  const __m128i shift = _mm_cvtsi64_si128((int64_t)table.shift);
  __m512i before = _mm512_set1_epi64(start);
  for (intptr_t first = 0; first < count; first += 8) {
    /* Lanes behind the last piece stay at its end's left neighbour, which can be read. */
    const __mmask8 valid = lanes(count - first);
    const __m512i end = _mm512_mask_loadu_epi64(before, valid, ends + first);
    const __m512i begin = _mm512_mask_alignr_epi64(_mm512_set1_epi64(start), valid, end, before, 7);
    const __m512i length = _mm512_min_epi64(_mm512_sub_epi64(end, begin), _mm512_set1_epi64(8));
    /* A shift by 64 or more keeps nothing. At eight bytes all are kept, and the length's highest bit tells. */
    const __m512i dropped = _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(length, 3));
    const __m512i kept = _mm512_srlv_epi64(_mm512_set1_epi64(-1), dropped);
    const __m512i key = _mm512_or_si512(
      _mm512_and_si512(words(text, begin), kept), _mm512_slli_epi64(length, 56));
    const __m512i number = _mm512_srl_epi64(_mm512_mullo_epi64(key, factors), shift);
    _mm512_storeu_si512(keys + first, key);
    _mm256_storeu_si256((__m256i *)(numbers + first), _mm512_cvtepi64_epi32(number));
    for (int lane = 0; lane < 8; lane++) {
      __builtin_prefetch((const uint8_t *)table.pairs + ((uint64_t)numbers[first + lane] << table.pair_bits));
    }
    before = end;
  }
}

/* Four pairs side by side. */
AVX512 INLINE __m512i four_pairs(const __m128i *pairs, const uint32_t *numbers) {
  const __m256i low = _mm256_inserti128_si256(
    _mm256_castsi128_si256(_mm_loadu_si128(pairs + numbers[0])), _mm_loadu_si128(pairs + numbers[1]), 1);
  const __m256i high = _mm256_inserti128_si256(
    _mm256_castsi128_si256(_mm_loadu_si128(pairs + numbers[2])), _mm_loadu_si128(pairs + numbers[3]), 1);
  return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

/* Which of the eight entries hold the key of their pair. */
AVX512 INLINE __mmask8 holding(__m512i pairs, __m512i keys) {
  return _mm512_testn_epi64_mask(_mm512_xor_si512(pairs, keys), _mm512_set1_epi64(0x0FFFFFFFFFFFFFFF));
}

AVX512 uint64_t tare_short_counts_avx512(
  const uint64_t *keys, const uint32_t *numbers, intptr_t count, struct tare_piece_table table, uint32_t *unknown,
  intptr_t *unknown_count) {
  const __m512i first_four = _mm512_setr_epi64(0, 0, 1, 1, 2, 2, 3, 3);
  const __m512i last_four = _mm512_setr_epi64(4, 4, 5, 5, 6, 6, 7, 7);
  __m512i total = _mm512_setzero_si512();
  __m256i indices = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  intptr_t left = 0;
  for (intptr_t first = 0; first < count; first += 8) {
    const __mmask8 valid = lanes(count - first);
    const __m512i key = _mm512_loadu_si512(keys + first);
    const __m512i low = four_pairs(table.pairs, numbers + first);
    const __m512i high = four_pairs(table.pairs, numbers + first + 4);
    const unsigned pair_bits = (unsigned)holding(low, _mm512_permutexvar_epi64(first_four, key))
      | (unsigned)holding(high, _mm512_permutexvar_epi64(last_four, key)) << 8;
    /* Two bits for each piece. Those of lanes behind the last piece do not count. */
    const unsigned known = pair_bits & _pdep_u32(valid, 0x5555) * 3;
    total = _mm512_add_epi64(total, _mm512_maskz_srli_epi64((__mmask8)known, low, 60));
    total = _mm512_add_epi64(total, _mm512_maskz_srli_epi64((__mmask8)(known >> 8), high, 60));
    const __mmask8 rest = (__mmask8)(~_pext_u32(known | known >> 1, 0x5555) & valid);
    _mm256_storeu_si256((__m256i *)(unknown + left), _mm256_maskz_compress_epi32(rest, indices));
    left += __builtin_popcount(rest);
    indices = _mm256_add_epi32(indices, _mm256_set1_epi32(8));
  }
  *unknown_count = left;
  return (uint64_t)_mm512_reduce_add_epi64(total);
}

/* The entry of each of two pieces that holds its key, twice in a row; zeros where none does. */
AVX512 INLINE __m512i two_entries(const __m256i *pairs, const uint32_t *numbers, __m512i keys) {
  const __m512i both = _mm512_inserti64x4(
    _mm512_castsi256_si512(_mm256_loadu_si256(pairs + numbers[0])), _mm256_loadu_si256(pairs + numbers[1]), 1);
  /* Keys stand behind the ids. */
  const unsigned keys_equal = holding(both, keys) & 0xAA;
  const __m512i found = _mm512_maskz_mov_epi64((__mmask8)(keys_equal | keys_equal >> 1), both);
  return _mm512_or_si512(found, _mm512_permutex_epi64(found, 0x4E));
}

AVX512 intptr_t tare_short_tokens_avx512(
  const uint64_t *keys, const uint32_t *numbers, intptr_t count, struct tare_piece_table table, uint64_t (*ids)[2],
  uint8_t *counts, uint32_t *unknown) {
  const __m512i of_four = _mm512_setr_epi64(1, 5, 9, 13, 0, 0, 0, 0);
  __m256i indices = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  intptr_t left = 0;
  for (intptr_t first = 0; first < count; first += 8) {
    const __m512i key = _mm512_loadu_si512(keys + first);
    __m512i entries[4];
    for (int two = 0; two < 4; two++) {
      const __m512i twice = _mm512_permutexvar_epi64(
        _mm512_add_epi64(_mm512_setr_epi64(0, 0, 0, 0, 1, 1, 1, 1), _mm512_set1_epi64(2 * two)), key);
      entries[two] = two_entries(table.pairs, numbers + first + 2 * two, twice);
      _mm_storeu_si128((__m128i *)ids[first + 2 * two], _mm512_castsi512_si128(entries[two]));
      _mm_storeu_si128((__m128i *)ids[first + 2 * two + 1], _mm512_extracti64x2_epi64(entries[two], 2));
    }
    const __m512i found = _mm512_inserti64x4(
      _mm512_permutex2var_epi64(entries[0], of_four, entries[1]),
      _mm512_castsi512_si256(_mm512_permutex2var_epi64(entries[2], of_four, entries[3])), 1);
    const __m512i tokens = _mm512_srli_epi64(found, 60);
    _mm_storel_epi64((__m128i *)(counts + first), _mm512_cvtepi64_epi8(tokens));
    const __mmask8 rest = _mm512_testn_epi64_mask(tokens, tokens) & lanes(count - first);
    _mm256_storeu_si256((__m256i *)(unknown + left), _mm256_maskz_compress_epi32(rest, indices));
    left += __builtin_popcount(rest);
    indices = _mm256_add_epi32(indices, _mm256_set1_epi32(8));
  }
  return left;
}

#else

void tare_short_keys_avx512(
  const uint8_t *text, intptr_t start, const intptr_t *ends, intptr_t count, struct tare_piece_table table,
  uint64_t factor, uint64_t *keys, uint32_t *numbers) {
  (void)text, (void)start, (void)ends, (void)count, (void)table, (void)factor, (void)keys, (void)numbers;
}

uint64_t tare_short_counts_avx512(
  const uint64_t *keys, const uint32_t *numbers, intptr_t count, struct tare_piece_table table, uint32_t *unknown,
  intptr_t *unknown_count) {
  (void)keys, (void)numbers, (void)count, (void)table, (void)unknown;
  *unknown_count = 0;
  return 0;
}

intptr_t tare_short_tokens_avx512(
  const uint64_t *keys, const uint32_t *numbers, intptr_t count, struct tare_piece_table table, uint64_t (*ids)[2],
  uint8_t *counts, uint32_t *unknown) {
  (void)keys, (void)numbers, (void)count, (void)table, (void)ids, (void)counts, (void)unknown;
  return 0;
}

#endif

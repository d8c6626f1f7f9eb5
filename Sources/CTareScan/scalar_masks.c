#include "CTareScan.h"

/* A page of the class table is the 64 scalars that share all bytes but the last; a permutation by the last byte's low
   six bits looks the whole block up in it. So the work is one round for each different page, and text in one script
   has two or three. */

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,popcnt")))
#define INLINE __attribute__((always_inline)) static inline

enum { UPPER = 1, LOWER = 2, CASELESS = 4, MARK = 8, NUMBER = 16, SPACE = 32, SYMBOL = 128 };

/* 256 scalars a block, the numbers of the 4,352 blocks first. `value` is a scalar whose low six bits are 0. */
INLINE const uint8_t *page(const uint8_t *classes, uint32_t value) {
  return classes + 4352 + (uint32_t)classes[value >> 8] * 256 + (value & 0xC0);
}

AVX512 INLINE __mmask64 equal(__m512i block, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)byte));
}

AVX512 INLINE __mmask64 between(__m512i block, uint8_t first, uint8_t last) {
  return _mm512_cmple_epu8_mask(
    _mm512_sub_epi8(block, _mm512_set1_epi8((char)first)), _mm512_set1_epi8((char)(last - first)));
}

/* First bytes of U+4E00 to U+9FFF and U+AC00 to U+D77F, which are letters without case throughout: too many pages to
   go through one by one. */
AVX512 INLINE __mmask64 ideographs(__m512i block) {
  __mmask64 from_b8 = between(block, 0xB8, 0xBF), from_b0 = between(block, 0xB0, 0xBF);
  return between(block, 0xE5, 0xE9) | between(block, 0xEB, 0xEC) | (equal(block, 0xE4) & from_b8 >> 1)
    | (equal(block, 0xEA) & from_b0 >> 1) | (equal(block, 0xED) & between(block, 0x80, 0x9D) >> 1);
}

/* Classes at the last bytes of scalars of two bytes. */
AVX512 INLINE __m512i classify_two(
  __m512i kinds, __m512i block, const uint8_t *bytes, __mmask64 pending, const uint8_t *classes) {
  while (pending) {
    const uint8_t lead = bytes[_tzcnt_u64(pending)];
    const __mmask64 same = equal(block, lead) & pending;
    const __m512i table = _mm512_loadu_si512(page(classes, (uint32_t)(lead & 0x1F) << 6));
    kinds = _mm512_mask_permutexvar_epi8(kinds, same << 1, block, table);
    pending &= ~same;
  }
  return kinds;
}

/* Classes at the last bytes of scalars of three bytes. */
AVX512 INLINE __m512i classify_three(
  __m512i kinds, __m512i block, const uint8_t *bytes, __mmask64 pending, const uint8_t *classes) {
  while (pending) {
    const uint64_t first = _tzcnt_u64(pending);
    const uint8_t lead = bytes[first], second = bytes[first + 1];
    const __mmask64 same = equal(block, lead) & equal(block, second) >> 1 & pending;
    const uint32_t value = (uint32_t)(lead & 0x0F) << 12 | (uint32_t)(second & 0x3F) << 6;
    kinds = _mm512_mask_permutexvar_epi8(kinds, same << 2, block, _mm512_loadu_si512(page(classes, value)));
    pending &= ~same;
  }
  return kinds;
}

AVX512 INLINE uint64_t spread(__m512i kinds, uint8_t kind, uint64_t three) {
  const uint64_t lasts = _mm512_test_epi8_mask(kinds, _mm512_set1_epi8((char)kind));
  return lasts | lasts >> 1 | (lasts >> 2 & three);
}

AVX512 void tare_scalar_masks_avx512(
  const uint8_t *bytes, uint64_t high, const uint8_t *classes, struct tare_scalar_masks *masks) {
  const __m512i block = _mm512_loadu_si512(bytes);
  const uint64_t later = between(block, 0x80, 0xBF);
  const uint64_t two = between(block, 0xC2, 0xDF) & later >> 1;
  /* Behind 0xE0 a second byte below 0xA0 is overlong, behind 0xED one from 0xA0 is a surrogate. */
  const uint64_t invalid = (equal(block, 0xE0) & between(block, 0x80, 0x9F) >> 1)
    | (equal(block, 0xED) & between(block, 0xA0, 0xBF) >> 1);
  const uint64_t three = between(block, 0xE0, 0xEF) & later >> 1 & later >> 2 & ~invalid;
  const uint64_t wide = ideographs(block) & three;
  __m512i kinds = _mm512_maskz_set1_epi8(wide << 2, CASELESS);
  kinds = classify_two(kinds, block, bytes, two, classes);
  kinds = classify_three(kinds, block, bytes, three & ~wide, classes);
  masks->upper = spread(kinds, UPPER, three);
  masks->lower = spread(kinds, LOWER, three);
  masks->caseless = spread(kinds, CASELESS, three);
  masks->mark = spread(kinds, MARK, three);
  masks->number = spread(kinds, NUMBER, three);
  masks->white_space = spread(kinds, SPACE, three);
  masks->symbol = spread(kinds, SYMBOL, three);
  masks->lead = two | three;
  masks->rest = high & ~(two | two << 1 | three | three << 1 | three << 2);
}

AVX512 INLINE void write_sixteen(__m128i places, __m512i offset, intptr_t *ends) {
  _mm512_storeu_si512(ends, _mm512_add_epi64(_mm512_cvtepu8_epi64(places), offset));
  _mm512_storeu_si512(ends + 8, _mm512_add_epi64(_mm512_cvtepu8_epi64(_mm_srli_si128(places, 8)), offset));
}

AVX512 intptr_t tare_write_places_avx512(uint64_t places, intptr_t base, intptr_t *ends) {
  static const _Alignas(64) uint8_t numbers[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57,
    58, 59, 60, 61, 62, 63,
  };
  const intptr_t count = _mm_popcnt_u64(places);
  const __m512i offset = _mm512_set1_epi64(base);
  const __m512i found = _mm512_maskz_compress_epi8(places, _mm512_load_si512(numbers));
  /* Few windows have more than 32 places, so that the branch is as good as none. */
  write_sixteen(_mm512_castsi512_si128(found), offset, ends);
  write_sixteen(_mm512_extracti32x4_epi32(found, 1), offset, ends + 16);
  if (count <= 32) return count;
  write_sixteen(_mm512_extracti32x4_epi32(found, 2), offset, ends + 32);
  write_sixteen(_mm512_extracti32x4_epi32(found, 3), offset, ends + 48);
  return count;
}

#else

void tare_scalar_masks_avx512(
  const uint8_t *bytes, uint64_t high, const uint8_t *classes, struct tare_scalar_masks *masks) {
  (void)bytes, (void)classes;
  *masks = (struct tare_scalar_masks){.rest = high};
}

intptr_t tare_write_places_avx512(uint64_t places, intptr_t base, intptr_t *ends) {
  intptr_t count = 0;
  for (int bit = 0; bit < 64; bit++) {
    if (places >> bit & 1) ends[count++] = base + bit;
  }
  return count;
}

#endif

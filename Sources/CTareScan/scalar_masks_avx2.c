#include "CTareScan.h"

/* As in scalar_masks.c, a page of the class table at a time. A page is four tables of 16 classes; the low four bits
   of a scalar's last byte choose in them, the next two choose between them. */

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi")))
#define INLINE __attribute__((always_inline)) static inline

enum { UPPER = 1, LOWER = 2, CASELESS = 4, MARK = 8, NUMBER = 16, SPACE = 32, SYMBOL = 128 };

/* 64 bytes. */
struct block {
  __m256i low, high;
};

AVX2 INLINE uint64_t bits(struct block block) {
  return (uint32_t)_mm256_movemask_epi8(block.low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(block.high) << 32;
}

AVX2 INLINE struct block both(struct block a, struct block b) {
  return (struct block){_mm256_and_si256(a.low, b.low), _mm256_and_si256(a.high, b.high)};
}

AVX2 INLINE struct block either(struct block a, struct block b) {
  return (struct block){_mm256_or_si256(a.low, b.low), _mm256_or_si256(a.high, b.high)};
}

AVX2 INLINE struct block equal(struct block block, uint8_t byte) {
  const __m256i value = _mm256_set1_epi8((char)byte);
  return (struct block){_mm256_cmpeq_epi8(block.low, value), _mm256_cmpeq_epi8(block.high, value)};
}

AVX2 INLINE __m256i half_between(__m256i half, uint8_t first, uint8_t last) {
  const __m256i offset = _mm256_sub_epi8(half, _mm256_set1_epi8((char)first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8((char)(last - first))), offset);
}

AVX2 INLINE uint64_t between(struct block block, uint8_t first, uint8_t last) {
  return bits((struct block){half_between(block.low, first, last), half_between(block.high, first, last)});
}

/* For each byte the one before it; zero before the first. */
AVX2 INLINE struct block before(struct block block) {
  const __m256i zero_low = _mm256_permute2x128_si256(block.low, block.low, 0x08);
  const __m256i low_high = _mm256_permute2x128_si256(block.low, block.high, 0x21);
  return (struct block){_mm256_alignr_epi8(block.low, zero_low, 15), _mm256_alignr_epi8(block.high, low_high, 15)};
}

/* What a look-up needs of the block: the low four bits of each byte, and which of four tables the next two name. */
struct places {
  struct block low_bits, row[4];
};

AVX2 INLINE struct places places(struct block block) {
  const __m256i low = _mm256_set1_epi8(0x0F), rows = _mm256_set1_epi8(0x30);
  const struct block row = both(block, (struct block){rows, rows});
  return (struct places){
    both(block, (struct block){low, low}), {equal(row, 0x00), equal(row, 0x10), equal(row, 0x20), equal(row, 0x30)}};
}

AVX2 INLINE struct block look_up(const struct places *places, const uint8_t *page) {
  const __m256i zero = _mm256_setzero_si256();
  struct block kinds = {zero, zero};
  for (int row = 0; row < 4; row++) {
    const __m256i table = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(page + row * 16)));
    const struct block found = {
      _mm256_shuffle_epi8(table, places->low_bits.low), _mm256_shuffle_epi8(table, places->low_bits.high)};
    kinds = either(kinds, both(found, places->row[row]));
  }
  return kinds;
}

INLINE const uint8_t *page(const uint8_t *classes, uint32_t value) {
  return classes + 4352 + (uint32_t)classes[value >> 8] * 256 + (value & 0xC0);
}

AVX2 INLINE uint64_t ideographs(struct block block) {
  return between(block, 0xE5, 0xE9) | between(block, 0xEB, 0xEC)
    | (bits(equal(block, 0xE4)) & between(block, 0xB8, 0xBF) >> 1)
    | (bits(equal(block, 0xEA)) & between(block, 0xB0, 0xBF) >> 1)
    | (bits(equal(block, 0xED)) & between(block, 0x80, 0x9D) >> 1);
}

AVX2 INLINE uint64_t spread(struct block kinds, uint8_t kind, uint64_t three, uint64_t all) {
  const uint64_t lasts = bits(equal(kinds, kind)) & all;
  return lasts | lasts >> 1 | (lasts >> 2 & three);
}

AVX2 void tare_scalar_masks_avx2(
  const uint8_t *bytes, uint64_t high, const uint8_t *classes, struct tare_scalar_masks *masks) {
  const struct block block = {
    _mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)(bytes + 32))};
  const struct block one_before = before(block), two_before = before(one_before);
  const struct places place = places(block);
  const uint64_t later = between(block, 0x80, 0xBF);
  const uint64_t two = between(block, 0xC2, 0xDF) & later >> 1;
  const uint64_t invalid = (bits(equal(block, 0xE0)) & between(block, 0x80, 0x9F) >> 1)
    | (bits(equal(block, 0xED)) & between(block, 0xA0, 0xBF) >> 1);
  const uint64_t three = between(block, 0xE0, 0xEF) & later >> 1 & later >> 2 & ~invalid;
  const uint64_t wide = ideographs(block) & three;
  struct block kinds = {_mm256_setzero_si256(), _mm256_setzero_si256()};
  for (uint64_t pending = two; pending;) {
    const uint8_t lead = bytes[_tzcnt_u64(pending)];
    const struct block same = equal(one_before, lead);
    kinds = either(kinds, both(same, look_up(&place, page(classes, (uint32_t)(lead & 0x1F) << 6))));
    pending &= ~(bits(same) >> 1);
  }
  for (uint64_t pending = three & ~wide; pending;) {
    const uint64_t first = _tzcnt_u64(pending);
    const uint8_t lead = bytes[first], second = bytes[first + 1];
    const struct block same = both(equal(two_before, lead), equal(one_before, second));
    const uint32_t value = (uint32_t)(lead & 0x0F) << 12 | (uint32_t)(second & 0x3F) << 6;
    kinds = either(kinds, both(same, look_up(&place, page(classes, value))));
    pending &= ~(bits(same) >> 2);
  }
  /* A lead that no last byte follows was looked up for nothing: only last bytes of scalars count. */
  const uint64_t lasts = two << 1 | (three & ~wide) << 2;
  masks->upper = spread(kinds, UPPER, three, lasts);
  masks->lower = spread(kinds, LOWER, three, lasts);
  masks->caseless = spread(kinds, CASELESS, three, lasts) | wide | wide << 1 | wide << 2;
  masks->mark = spread(kinds, MARK, three, lasts);
  masks->number = spread(kinds, NUMBER, three, lasts);
  masks->white_space = spread(kinds, SPACE, three, lasts);
  masks->symbol = spread(kinds, SYMBOL, three, lasts);
  masks->lead = two | three;
  masks->rest = high & ~(two | two << 1 | three | three << 1 | three << 2);
}

#else

void tare_scalar_masks_avx2(
  const uint8_t *bytes, uint64_t high, const uint8_t *classes, struct tare_scalar_masks *masks) {
  (void)bytes, (void)classes;
  *masks = (struct tare_scalar_masks){.rest = high};
}

#endif

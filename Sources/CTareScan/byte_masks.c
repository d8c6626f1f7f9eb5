#include "CTareScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

enum tare_scan_tier tare_scan_widest_tier(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi")
      && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("bmi")) {
    return TARE_SCAN_AVX512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) return TARE_SCAN_AVX2;
  return TARE_SCAN_PORTABLE;
}

/* ---- AVX2: comparisons on two halves. ---- */

#define AVX2 __attribute__((target("avx2"), always_inline)) static inline

AVX2 uint64_t bits(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 __m256i equal(__m256i bytes, char value) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(value)); }

/* Bytes from `first` to `first + span`. */
AVX2 __m256i between(__m256i bytes, char first, char span) {
  __m256i offset = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8(span)), offset);
}

/* Bytes that the table holds at the place of their low four bits; no byte from 0x80 is one. */
AVX2 __m256i listed(__m256i bytes, __m128i table) {
  return _mm256_cmpeq_epi8(_mm256_shuffle_epi8(_mm256_broadcastsi128_si256(table), bytes), bytes);
}

__attribute__((target("avx2")))
void tare_byte_masks_avx2(const uint8_t *bytes, struct tare_byte_masks *masks) {
  const __m256i a = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  const __m256i fold = _mm256_set1_epi8(0x20);
  const __m128i white = _mm_setr_epi8(0x20, -1, -1, -1, -1, -1, -1, -1, -1, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, -1, -1);
  const __m128i line = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0x0A, -1, -1, 0x0D, -1, -1);
  uint64_t letter = bits(between(_mm256_or_si256(a, fold), 'a', 25), between(_mm256_or_si256(b, fold), 'a', 25));
  /* Bit 5 of a letter tells its case; the shift brings it to the top, where the mask is taken. */
  uint64_t folded = bits(_mm256_slli_epi16(a, 2), _mm256_slli_epi16(b, 2));
  masks->upper = letter & ~folded;
  masks->lower = letter & folded;
  masks->number = bits(between(a, '0', 9), between(b, '0', 9));
  masks->white_space = bits(listed(a, white), listed(b, white));
  masks->newline = bits(listed(a, line), listed(b, line));
  masks->blank = bits(equal(a, ' '), equal(b, ' '));
  masks->slash = bits(equal(a, '/'), equal(b, '/'));
  masks->apostrophe = bits(equal(a, '\''), equal(b, '\''));
  masks->high = bits(a, b);
}

/* ---- AVX-512: one look-up in a table of all 128 ASCII bytes, one bit for each mask. ---- */

enum { UPPER = 1, LOWER = 2, NUMBER = 4, WHITE = 8, LINE = 16, BLANK = 32, SLASH = 64, APOSTROPHE = 128 };

static const _Alignas(64) uint8_t kinds[128] = {
  ['\t'] = WHITE, ['\v'] = WHITE, ['\f'] = WHITE, ['\n'] = WHITE | LINE, ['\r'] = WHITE | LINE,
  [' '] = WHITE | BLANK, ['/'] = SLASH, ['\''] = APOSTROPHE,
  ['0'] = NUMBER, ['1'] = NUMBER, ['2'] = NUMBER, ['3'] = NUMBER, ['4'] = NUMBER,
  ['5'] = NUMBER, ['6'] = NUMBER, ['7'] = NUMBER, ['8'] = NUMBER, ['9'] = NUMBER,
#define BOTH(u, l) [u] = UPPER, [l] = LOWER
  BOTH('A', 'a'), BOTH('B', 'b'), BOTH('C', 'c'), BOTH('D', 'd'), BOTH('E', 'e'), BOTH('F', 'f'), BOTH('G', 'g'),
  BOTH('H', 'h'), BOTH('I', 'i'), BOTH('J', 'j'), BOTH('K', 'k'), BOTH('L', 'l'), BOTH('M', 'm'), BOTH('N', 'n'),
  BOTH('O', 'o'), BOTH('P', 'p'), BOTH('Q', 'q'), BOTH('R', 'r'), BOTH('S', 's'), BOTH('T', 't'), BOTH('U', 'u'),
  BOTH('V', 'v'), BOTH('W', 'w'), BOTH('X', 'x'), BOTH('Y', 'y'), BOTH('Z', 'z'),
#undef BOTH
};

__attribute__((target("avx512f,avx512bw,avx512vbmi")))
void tare_byte_masks_avx512(const uint8_t *bytes, struct tare_byte_masks *masks) {
  const __m512i a = _mm512_loadu_si512(bytes);
  const __mmask64 high = _mm512_movepi8_mask(a);
  /* The look-up takes seven bits of a byte; bytes from 0x80 are set to nothing. */
  const __m512i kind = _mm512_maskz_permutex2var_epi8(
    ~high, _mm512_load_si512(kinds), a, _mm512_load_si512(kinds + 64));
  masks->upper = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(UPPER));
  masks->lower = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(LOWER));
  masks->number = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(NUMBER));
  masks->white_space = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(WHITE));
  masks->newline = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(LINE));
  masks->blank = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(BLANK));
  masks->slash = _mm512_test_epi8_mask(kind, _mm512_set1_epi8(SLASH));
  masks->apostrophe = _mm512_test_epi8_mask(kind, _mm512_set1_epi8((char)APOSTROPHE));
  masks->high = high;
}

#else

enum tare_scan_tier tare_scan_widest_tier(void) { return TARE_SCAN_PORTABLE; }

void tare_byte_masks_avx2(const uint8_t *bytes, struct tare_byte_masks *masks) {
  (void)bytes;
  *masks = (struct tare_byte_masks){0};
}

void tare_byte_masks_avx512(const uint8_t *bytes, struct tare_byte_masks *masks) {
  (void)bytes;
  *masks = (struct tare_byte_masks){0};
}

#endif

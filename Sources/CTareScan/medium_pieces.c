#include "CTareScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2")))
void tare_medium_keys_avx512(
  const uint8_t *text, intptr_t start, const intptr_t *ends, const uint32_t *unknown, intptr_t count,
  struct tare_piece_table table, uint64_t first_factor, uint64_t second_factor, uint64_t (*keys)[2], uint32_t *numbers) {
  for (intptr_t number = 0; number < count; number++) {
    const uint32_t index = unknown[number];
    const intptr_t from = index == 0 ? start : ends[index - 1], length = ends[index] - from;
    /* The mask keeps the load inside the piece. */
    const __m128i bytes = _mm_maskz_loadu_epi8((__mmask16)_bzhi_u32(0x7FFF, (uint32_t)(length < 16 ? length : 0)), text + from);
    const uint64_t low = length < 16 ? (uint64_t)_mm_cvtsi128_si64(bytes) : ~(uint64_t)0;
    const uint64_t high = (uint64_t)_mm_extract_epi64(bytes, 1) | (uint64_t)(length < 16 ? length : 0) << 56;
    const uint64_t pair = ((low ^ high * first_factor) * second_factor) >> table.shift;
    keys[number][0] = low;
    keys[number][1] = high;
    numbers[number] = (uint32_t)pair;
    __builtin_prefetch((const uint8_t *)table.pairs + (pair << table.pair_bits));
  }
}

#else

void tare_medium_keys_avx512(
  const uint8_t *text, intptr_t start, const intptr_t *ends, const uint32_t *unknown, intptr_t count,
  struct tare_piece_table table, uint64_t first_factor, uint64_t second_factor, uint64_t (*keys)[2], uint32_t *numbers) {
  (void)text, (void)start, (void)ends, (void)unknown, (void)count, (void)table, (void)first_factor, (void)second_factor, (void)keys, (void)numbers;
}

#endif

#include "CTareICU.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

using icu::Normalizer2;
using icu::UnicodeString;

static const Normalizer2 &unwrap(const tare_icu_normalizer *normalizer) {
  return *reinterpret_cast<const Normalizer2 *>(normalizer);
}

extern "C" int32_t tare_icu_has_boundary_before(const tare_icu_normalizer *normalizer, uint32_t code_point) {
  return unwrap(normalizer).hasBoundaryBefore(static_cast<UChar32>(code_point));
}

/* Where each code point has a boundary before it, the text of all is normalized if each is. */
static bool is_settled(const Normalizer2 &normalizer, UChar32 first) {
  UnicodeString text;
  for (UChar32 code_point = first; code_point < first + 64; code_point++) {
    if (U_IS_SURROGATE(code_point) || !normalizer.hasBoundaryBefore(code_point)) return false;
    text.append(code_point);
  }
  UErrorCode error = U_ZERO_ERROR;
  return normalizer.isNormalized(text, error) && U_SUCCESS(error);
}

extern "C" void tare_icu_settled_blocks(const tare_icu_normalizer *normalizer, uint8_t *blocks, int32_t count) {
  for (int32_t block = 0; block < count; block++) blocks[block] = is_settled(unwrap(normalizer), block * 64);
}

extern "C" int32_t tare_icu_mapping(
    const tare_icu_normalizer *normalizer, uint32_t code_point, uint32_t mapping[TARE_ICU_LONGEST_MAPPING]) {
  UnicodeString text;
  if (!unwrap(normalizer).getDecomposition(static_cast<UChar32>(code_point), text)) return -1;
  UErrorCode error = U_ZERO_ERROR;
  return text.toUTF32(reinterpret_cast<UChar32 *>(mapping), TARE_ICU_LONGEST_MAPPING, error);
}

extern "C" int32_t tare_icu_compose(const tare_icu_normalizer *normalizer, uint32_t first, uint32_t second) {
  return unwrap(normalizer).composePair(static_cast<UChar32>(first), static_cast<UChar32>(second));
}

extern "C" uint8_t tare_icu_combining_class(const tare_icu_normalizer *normalizer, uint32_t code_point) {
  return unwrap(normalizer).getCombiningClass(static_cast<UChar32>(code_point));
}

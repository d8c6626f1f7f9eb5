#include "CTareICU.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

using icu::Edits;
using icu::Normalizer2;
using icu::StringPiece;

static const Normalizer2 *instance(int32_t form, UErrorCode &error) {
  switch (form) {
  case TARE_ICU_NFC: return Normalizer2::getNFCInstance(error);
  case TARE_ICU_NFD: return Normalizer2::getNFDInstance(error);
  case TARE_ICU_NFKC: return Normalizer2::getNFKCInstance(error);
  case TARE_ICU_NFKC_CASEFOLD: return Normalizer2::getNFKCCasefoldInstance(error);
  default: error = U_ILLEGAL_ARGUMENT_ERROR; return nullptr;
  }
}

static const Normalizer2 &unwrap(const tare_icu_normalizer *normalizer) {
  return *reinterpret_cast<const Normalizer2 *>(normalizer);
}

static StringPiece piece(const uint8_t *utf8, int32_t length) {
  return StringPiece(utf8 ? reinterpret_cast<const char *>(utf8) : "", utf8 ? length : 0);
}

/* A copy that C can free; NULL for no bytes. */
static void *copied(const void *bytes, size_t size, UErrorCode &error) {
  if (size == 0) return nullptr;
  void *copy = std::malloc(size);
  if (!copy) { error = U_MEMORY_ALLOCATION_ERROR; return nullptr; }
  return std::memcpy(copy, bytes, size);
}

static std::vector<tare_icu_change> changes(const Edits &edits, UErrorCode &error) {
  std::vector<tare_icu_change> list;
  auto change = edits.getCoarseChangesIterator();
  while (change.next(error)) {
    list.push_back({change.sourceIndex(), change.oldLength(), change.destinationIndex(), change.newLength()});
  }
  return list;
}

static tare_icu_text normalized(const Normalizer2 &normalizer, StringPiece text, UErrorCode &error) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result, text.length());
  Edits edits;
  normalizer.normalizeUTF8(0, text, sink, &edits, error);
  auto list = changes(edits, error);

  tare_icu_text out = {};
  if (U_FAILURE(error)) return out;
  out.bytes = static_cast<uint8_t *>(copied(result.data(), result.size(), error));
  out.length = static_cast<int32_t>(result.size());
  out.changes = static_cast<tare_icu_change *>(copied(list.data(), list.size() * sizeof(tare_icu_change), error));
  out.change_count = static_cast<int32_t>(list.size());
  return out;
}

extern "C" const char *tare_icu_status_name(int32_t status) {
  return u_errorName(static_cast<UErrorCode>(status));
}

extern "C" const tare_icu_normalizer *tare_icu_normalizer_open(int32_t form, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const Normalizer2 *normalizer = instance(form, error);
  *status = error;
  return reinterpret_cast<const tare_icu_normalizer *>(normalizer);
}

extern "C" int32_t tare_icu_is_normalized(
    const tare_icu_normalizer *normalizer, const uint8_t *utf8, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  bool answer = unwrap(normalizer).isNormalizedUTF8(piece(utf8, length), error);
  *status = error;
  return answer;
}

extern "C" tare_icu_text tare_icu_normalize(
    const tare_icu_normalizer *normalizer, const uint8_t *utf8, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  tare_icu_text text = {};
  try {
    text = normalized(unwrap(normalizer), piece(utf8, length), error);
  } catch (...) {
    error = U_MEMORY_ALLOCATION_ERROR;  // the standard library's only reason to throw here
  }
  if (U_FAILURE(error)) {
    tare_icu_text_free(text);
    text = {};
  }
  *status = error;
  return text;
}

extern "C" int32_t tare_icu_normalize_into(
    const tare_icu_normalizer *normalizer, const uint8_t *utf8, int32_t length, uint8_t *buffer, int32_t capacity,
    int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(buffer), capacity);
  unwrap(normalizer).normalizeUTF8(0, piece(utf8, length), sink, nullptr, error);
  *status = error;
  return sink.NumberOfBytesAppended();
}

extern "C" void tare_icu_text_free(tare_icu_text text) {
  std::free(text.bytes);
  std::free(text.changes);
}

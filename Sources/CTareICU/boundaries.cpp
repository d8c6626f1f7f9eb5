#include "CTareICU.h"

#include <memory>
#include <new>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

using icu::BreakIterator;
using icu::Locale;

struct tare_icu_breaks {
  std::unique_ptr<BreakIterator> iterator;
  UText text = UTEXT_INITIALIZER;

  explicit tare_icu_breaks(BreakIterator *owned) : iterator(owned) {}
  ~tare_icu_breaks() { utext_close(&text); }
};

/* Compiled rules, made at first use and never changed afterwards, so that threads may clone them. The root locale's
   rules are used whatever the machine's locale is. */
struct Prototype {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<BreakIterator> iterator;

  explicit Prototype(BreakIterator *(*make)(const Locale &, UErrorCode &)) { iterator.reset(make(Locale::getRoot(), error)); }
};

static const Prototype &words() {
  static const Prototype prototype(BreakIterator::createWordInstance);
  return prototype;
}

static const Prototype &sentences() {
  static const Prototype prototype(BreakIterator::createSentenceInstance);
  return prototype;
}

static BreakIterator *cloned(const Prototype &prototype, UErrorCode &error) {
  error = prototype.error;
  if (U_FAILURE(error)) return nullptr;
  BreakIterator *clone = prototype.iterator->clone();
  if (!clone) error = U_MEMORY_ALLOCATION_ERROR;
  return clone;
}

extern "C" tare_icu_breaks *tare_icu_breaks_open(int32_t kind, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<BreakIterator> iterator(cloned(kind == TARE_ICU_WORDS ? words() : sentences(), error));
  *status = error;
  if (U_FAILURE(error)) return nullptr;
  auto *breaks = new (std::nothrow) tare_icu_breaks(iterator.get());
  if (breaks) iterator.release();
  else *status = U_MEMORY_ALLOCATION_ERROR;
  return breaks;
}

extern "C" void tare_icu_breaks_set_text(
    tare_icu_breaks *breaks, const uint8_t *utf8, int64_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const char *bytes = utf8 ? reinterpret_cast<const char *>(utf8) : "";
  utext_openUTF8(&breaks->text, bytes, utf8 ? length : 0, &error);
  if (U_SUCCESS(error)) breaks->iterator->setText(&breaks->text, error);
  if (U_SUCCESS(error)) breaks->iterator->first();
  *status = error;
}

extern "C" int64_t tare_icu_breaks_next(tare_icu_breaks *breaks) {
  return breaks->iterator->next();
}

extern "C" int32_t tare_icu_breaks_is_word(const tare_icu_breaks *breaks) {
  return breaks->iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
}

extern "C" void tare_icu_breaks_close(tare_icu_breaks *breaks) { delete breaks; }

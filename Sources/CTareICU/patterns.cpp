#include "CTareICU.h"

#include <ctime>
#include <memory>
#include <new>
#include <unicode/regex.h>
#include <unicode/utext.h>

using icu::RegexMatcher;
using icu::RegexPattern;
using icu::StringPiece;
using icu::UnicodeString;

struct tare_icu_pattern {
  std::unique_ptr<RegexPattern> compiled;
};

/* The processor time of this thread: a busy machine takes nothing away from it. */
static int64_t thread_nanoseconds() {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return int64_t(now.tv_sec) * 1000000000 + now.tv_nsec;
}

/* ICU calls back every few thousand steps within an attempt, and before each attempt at another place. */
struct Deadline {
  int64_t end;
  int32_t attempts = 0;
  bool is_over = false;

  bool may_go_on() {
    if (!is_over && thread_nanoseconds() > end) is_over = true;
    return !is_over;
  }

  static UBool step(const void *context, int32_t) {
    return static_cast<Deadline *>(const_cast<void *>(context))->may_go_on();
  }

  static UBool attempt(const void *context, int64_t) {
    auto *deadline = static_cast<Deadline *>(const_cast<void *>(context));
    // Asking the clock costs more than most attempts.
    return ++deadline->attempts % 16 != 0 || deadline->may_go_on();
  }
};

struct tare_icu_matches {
  std::unique_ptr<RegexMatcher> matcher;
  UText text = UTEXT_INITIALIZER;
  Deadline deadline;

  ~tare_icu_matches() {
    matcher.reset();
    utext_close(&text);
  }
};

extern "C" tare_icu_pattern *tare_icu_pattern_open(
    const uint8_t *utf8, int32_t length, int32_t *line, int32_t *column, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UParseError place = {};
  tare_icu_pattern *pattern = nullptr;
  try {
    const char *bytes = utf8 ? reinterpret_cast<const char *>(utf8) : "";
    UnicodeString text = UnicodeString::fromUTF8(StringPiece(bytes, utf8 ? length : 0));
    std::unique_ptr<RegexPattern> compiled(RegexPattern::compile(text, 0, place, error));
    if (U_SUCCESS(error)) pattern = new tare_icu_pattern{std::move(compiled)};
  } catch (...) {
    error = U_MEMORY_ALLOCATION_ERROR;  // the standard library's only reason to throw here
  }
  *line = place.line;
  *column = place.offset;
  *status = error;
  return pattern;
}

extern "C" void tare_icu_pattern_close(tare_icu_pattern *pattern) { delete pattern; }

extern "C" int32_t tare_icu_pattern_group_count(const tare_icu_pattern *pattern) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<RegexMatcher> matcher(pattern->compiled->matcher(error));
  return U_SUCCESS(error) ? matcher->groupCount() : 0;
}

extern "C" int32_t tare_icu_pattern_group(const tare_icu_pattern *pattern, const uint8_t *name, int32_t length) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t number = pattern->compiled->groupNumberFromName(reinterpret_cast<const char *>(name), length, error);
  return U_SUCCESS(error) ? number : -1;
}

extern "C" tare_icu_matches *tare_icu_matches_open(
    const tare_icu_pattern *pattern, const uint8_t *utf8, int64_t length, int64_t nanoseconds, int32_t stack_bytes,
    int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  auto *matches = new (std::nothrow) tare_icu_matches;
  if (!matches) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return nullptr;
  }
  matches->deadline.end = thread_nanoseconds() + nanoseconds;
  utext_openUTF8(&matches->text, utf8 ? reinterpret_cast<const char *>(utf8) : "", utf8 ? length : 0, &error);
  if (U_SUCCESS(error)) matches->matcher.reset(pattern->compiled->matcher(error));
  if (U_SUCCESS(error)) matches->matcher->setStackLimit(stack_bytes, error);
  if (U_SUCCESS(error)) matches->matcher->setMatchCallback(Deadline::step, &matches->deadline, error);
  if (U_SUCCESS(error)) matches->matcher->setFindProgressCallback(Deadline::attempt, &matches->deadline, error);
  if (U_SUCCESS(error)) matches->matcher->reset(&matches->text);
  *status = error;
  if (U_FAILURE(error)) {
    delete matches;
    return nullptr;
  }
  return matches;
}

extern "C" void tare_icu_matches_region(tare_icu_matches *matches, int64_t start, int64_t end, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  matches->matcher->region(start, end, error);
  *status = error;
}

extern "C" int32_t tare_icu_matches_next(tare_icu_matches *matches) {
  UErrorCode error = U_ZERO_ERROR;
  bool found = matches->matcher->find(error);
  if (error == U_REGEX_STACK_OVERFLOW) return TARE_ICU_OUT_OF_STACK;
  if (U_FAILURE(error)) return TARE_ICU_OUT_OF_TIME;
  return found ? TARE_ICU_MATCH : TARE_ICU_NO_MORE;
}

extern "C" int64_t tare_icu_matches_group(const tare_icu_matches *matches, int32_t group, int64_t *end) {
  UErrorCode error = U_ZERO_ERROR;
  *end = matches->matcher->end64(group, error);
  return matches->matcher->start64(group, error);
}

extern "C" void tare_icu_matches_close(tare_icu_matches *matches) { delete matches; }

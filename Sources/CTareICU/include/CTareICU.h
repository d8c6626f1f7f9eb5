#ifndef CTARE_ICU_H
#define CTARE_ICU_H

#include <stdint.h>

/* ICU behind plain C: integers and pointers only. No ICU header may be included here, because Swift's Foundation
   brings a copy of ICU of its own and the two sets of headers clash when a module sees both.

   Text is UTF-8 with a length; a NULL pointer with length 0 is the empty text. Ill-formed bytes are allowed
   everywhere. A status is one of ICU's codes: 0 is success, above 0 is a failure. */

#ifdef __cplusplus
extern "C" {
#endif

/* ICU's name for a status, such as "U_FILE_ACCESS_ERROR"; static storage. */
const char *tare_icu_status_name(int32_t status);

/* Normal forms. */

enum { TARE_ICU_NFC, TARE_ICU_NFD, TARE_ICU_NFKC, TARE_ICU_NFKC_CASEFOLD };

typedef struct tare_icu_normalizer tare_icu_normalizer;

/* One stretch of a text that normalization replaces. */
typedef struct {
  int32_t source_start;
  int32_t source_length;
  int32_t result_start;
  int32_t result_length;
} tare_icu_change;

/* A normalized text and what changed in it. Zeroed on failure. */
typedef struct {
  uint8_t *bytes;
  int32_t length;
  tare_icu_change *changes;
  int32_t change_count;
} tare_icu_text;

/* The normalizer of a form. ICU owns it: never closed, and any number of threads may use it. NULL on failure. */
const tare_icu_normalizer *tare_icu_normalizer_open(int32_t form, int32_t *status);

int32_t tare_icu_is_normalized(
  const tare_icu_normalizer *normalizer, const uint8_t *utf8, int32_t length, int32_t *status);

/* Writes the normalized text to a buffer and gives its length; where that is more than the capacity, the buffer holds
   the beginning. */
int32_t tare_icu_normalize_into(
  const tare_icu_normalizer *normalizer, const uint8_t *utf8, int32_t length, uint8_t *buffer, int32_t capacity,
  int32_t *status);

/* The normalized text with its changes, to be freed with tare_icu_text_free. */
tare_icu_text tare_icu_normalize(
  const tare_icu_normalizer *normalizer, const uint8_t *utf8, int32_t length, int32_t *status);

void tare_icu_text_free(tare_icu_text text);

/* The parts of the form, one code point at a time. */

/* Whether nothing in front of the code point ever changes what becomes of it and what follows. */
int32_t tare_icu_has_boundary_before(const tare_icu_normalizer *normalizer, uint32_t code_point);

/* For each block of 64 code points from U+0000: 1 if each of them is normalized and has a boundary before it, else 0. */
void tare_icu_settled_blocks(const tare_icu_normalizer *normalizer, uint8_t *blocks, int32_t count);

/* No code point is mapped to more than so many. */
enum { TARE_ICU_LONGEST_MAPPING = 18 };

/* The full decomposition (and folding) of a code point by the form's data, before any reordering: how many code points
   were written, or -1 where it maps to itself. */
int32_t tare_icu_mapping(
  const tare_icu_normalizer *normalizer, uint32_t code_point, uint32_t mapping[TARE_ICU_LONGEST_MAPPING]);

/* What a pair composes to, or -1. */
int32_t tare_icu_compose(const tare_icu_normalizer *normalizer, uint32_t first, uint32_t second);

/* Canonical_Combining_Class: 0 for what stands by itself, else 1 to 254. */
uint8_t tare_icu_combining_class(const tare_icu_normalizer *normalizer, uint32_t code_point);

/* Boundaries. */

enum { TARE_ICU_WORDS, TARE_ICU_SENTENCES };

typedef struct tare_icu_breaks tare_icu_breaks;

/* A walk over a text's boundaries. The text must outlive it; one thread at a time. NULL on failure. */
tare_icu_breaks *tare_icu_breaks_open(int32_t kind, int32_t *status);

/* Puts the walk at the start of a text. */
void tare_icu_breaks_set_text(tare_icu_breaks *breaks, const uint8_t *utf8, int64_t length, int32_t *status);

/* The offset of the next boundary, or -1 behind the last one. */
int64_t tare_icu_breaks_next(tare_icu_breaks *breaks);

/* Whether the stretch that ended at the last boundary is a word: it holds a letter, a digit or an ideograph. */
int32_t tare_icu_breaks_is_word(const tare_icu_breaks *breaks);

void tare_icu_breaks_close(tare_icu_breaks *breaks);

/* Scripts. */

/* The script of a code point as the four letters of ISO 15924, first letter in the top byte; "Zzzz" if unknown. */
uint32_t tare_icu_script(uint32_t code_point);

/* Whether a code point is East Asian Wide or Fullwidth (Unicode Standard Annex 11): 1 or 0. */
int32_t tare_icu_is_wide(uint32_t code_point);

/* Regular expressions. */

typedef struct tare_icu_pattern tare_icu_pattern;
typedef struct tare_icu_matches tare_icu_matches;

/* A compiled expression, which any number of threads may use. NULL on failure, with the line (from 1) and column of the
   mistake. */
tare_icu_pattern *tare_icu_pattern_open(
  const uint8_t *utf8, int32_t length, int32_t *line, int32_t *column, int32_t *status);

void tare_icu_pattern_close(tare_icu_pattern *pattern);

/* How many groups it captures. */
int32_t tare_icu_pattern_group_count(const tare_icu_pattern *pattern);

/* The number of the group of that name, or -1. */
int32_t tare_icu_pattern_group(const tare_icu_pattern *pattern, const uint8_t *name, int32_t length);

/* A search for an expression in a text, by one thread at a time. Both must outlive it. It ends by itself after so much
   processor time of the thread, all its calls together, and when an attempt needs more stack. NULL on failure. */
tare_icu_matches *tare_icu_matches_open(
  const tare_icu_pattern *pattern, const uint8_t *utf8, int64_t length, int64_t nanoseconds, int32_t stack_bytes,
  int32_t *status);

/* Searches from now on between two offsets, as if that were all of the text. */
void tare_icu_matches_region(tare_icu_matches *matches, int64_t start, int64_t end, int32_t *status);

enum { TARE_ICU_MATCH = 1, TARE_ICU_NO_MORE = 0, TARE_ICU_OUT_OF_TIME = -1, TARE_ICU_OUT_OF_STACK = -2 };

/* What becomes of the next match: one of the four above. */
int32_t tare_icu_matches_next(tare_icu_matches *matches);

/* The offsets of a group in the match, -1 for one that took no part. */
int64_t tare_icu_matches_group(const tare_icu_matches *matches, int32_t group, int64_t *end);

void tare_icu_matches_close(tare_icu_matches *matches);

#ifdef __cplusplus
}
#endif

#endif

#ifndef CTARE_DATA_H
#define CTARE_DATA_H

#include <stddef.h>

/* Each data file: its bytes, its size, and an accessor, since Swift cannot import an array of unknown length.
   Origin, licence, date and checksum of every file stand in MANIFEST.json. */

extern const unsigned char tare_unicode_classes[];
extern const size_t tare_unicode_classes_size;
static inline const void *tare_unicode_classes_start(void) { return tare_unicode_classes; }

extern const unsigned char tare_unicode_categories[];
extern const size_t tare_unicode_categories_size;
static inline const void *tare_unicode_categories_start(void) { return tare_unicode_categories; }

extern const unsigned char tare_rates[];
extern const size_t tare_rates_size;
static inline const void *tare_rates_start(void) { return tare_rates; }

extern const unsigned char tare_stop_words[];
extern const size_t tare_stop_words_size;
static inline const void *tare_stop_words_start(void) { return tare_stop_words; }

extern const unsigned char tare_word_families[];
extern const size_t tare_word_families_size;
static inline const void *tare_word_families_start(void) { return tare_word_families; }

extern const unsigned char tare_audit_words[];
extern const size_t tare_audit_words_size;
static inline const void *tare_audit_words_start(void) { return tare_audit_words; }

extern const unsigned char tare_secret_forms[];
extern const size_t tare_secret_forms_size;
static inline const void *tare_secret_forms_start(void) { return tare_secret_forms; }

extern const unsigned char tare_report_style[];
extern const size_t tare_report_style_size;
static inline const void *tare_report_style_start(void) { return tare_report_style; }

extern const unsigned char tare_models[];
extern const size_t tare_models_size;
static inline const void *tare_models_start(void) { return tare_models; }

extern const unsigned char tare_chat_formulas[];
extern const size_t tare_chat_formulas_size;
static inline const void *tare_chat_formulas_start(void) { return tare_chat_formulas; }

#endif

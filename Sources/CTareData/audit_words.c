#include "CTareData.h"

_Alignas(64) const unsigned char tare_audit_words[] = {
#embed "audit-words.txt"
};

const size_t tare_audit_words_size = sizeof tare_audit_words;

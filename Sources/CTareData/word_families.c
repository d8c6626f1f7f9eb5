#include "CTareData.h"

_Alignas(64) const unsigned char tare_word_families[] = {
#embed "word-families.txt"
};

const size_t tare_word_families_size = sizeof tare_word_families;

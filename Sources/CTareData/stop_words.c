#include "CTareData.h"

_Alignas(64) const unsigned char tare_stop_words[] = {
#embed "stop-words.txt"
};

const size_t tare_stop_words_size = sizeof tare_stop_words;

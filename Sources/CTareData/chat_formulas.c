#include "CTareData.h"

_Alignas(64) const unsigned char tare_chat_formulas[] = {
#embed "chat-formulas.json"
};

const size_t tare_chat_formulas_size = sizeof tare_chat_formulas;

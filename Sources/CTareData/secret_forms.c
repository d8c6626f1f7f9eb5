#include "CTareData.h"

_Alignas(64) const unsigned char tare_secret_forms[] = {
#embed "secret-forms.txt"
};

const size_t tare_secret_forms_size = sizeof tare_secret_forms;

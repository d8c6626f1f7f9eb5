#include "CTareData.h"

_Alignas(64) const unsigned char tare_report_style[] = {
#embed "report.css"
};

const size_t tare_report_style_size = sizeof tare_report_style;

//! Prices what is expected of an application, line by line.

import Tare

var scenario = ForecastScenario(
  rate: try RateCatalogue.builtIn.rate(for: "gpt-5.4"), inputTokens: Fraction(2_000), outputTokens: Fraction(500),
  volume: RequestVolume(Fraction(50_000), in: .day))
scenario.inputCut = try Fraction(share: "60%")
scenario.responseCaches = [ResponseCache(name: "exact", hitShare: try Fraction(share: "30%"))]

let forecast = try Forecast(scenario)
for line in forecast.lines { print(line.kind, line.effect.decimalText(places: 2)) }
print(forecast.totalUSD.decimalText(places: 2), forecast.gaps)

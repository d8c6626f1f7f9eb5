import TareJSON
import TareText

/// A model's prices in the data of genai-prices, by the time they hold.
struct PricePeriods {
  /// The prices of the day that is asked for; those of the dearer hours where there are such.
  private(set) var current: StatedPrices?
  /// Announced prices, earliest first.
  private(set) var later: [(day: CalendarDate, prices: StatedPrices)] = []
  /// Prices of cheaper hours.
  private(set) var offPeak: OffPeakPrices?

  init(_ value: JSONValue?, of name: String, at date: CalendarDate, _ ledger: inout ImportLedger) {
    guard let value, value.kind == .array else {
      current = value.flatMap { $0.kind == .object ? StatedPrices($0, of: name, &ledger) : nil }
      return
    }
    var hours: [(hours: [Int]?, prices: StatedPrices)] = []
    for element in value.elements {
      guard let stated = element["prices"] else {
        ledger.leaveOut("prices[]", .unusable("has no prices"), in: name)
        continue
      }
      let prices = StatedPrices(stated, of: name, &ledger)
      switch PriceConstraint(element["constraint"]) {
      case .none: take(prices, from: nil, at: date, of: name, &ledger)
      case .from(let day): take(prices, from: day, at: date, of: name, &ledger)
      case .hours(let window): hours.append((window, prices))
      case .other(let reason): ledger.leaveOut("prices[].constraint", reason, in: name)
      }
    }
    if !hours.isEmpty { takeHours(hours, of: name, &ledger) }
    later.sort { $0.day < $1.day }
  }

  /// The last of the list that holds on the day is the one that holds.
  private mutating func take(
    _ prices: StatedPrices, from day: CalendarDate?, at date: CalendarDate, of name: String,
    _ ledger: inout ImportLedger
  ) {
    if let day, day > date { return later.append((day, prices)) }
    if current != nil { ledger.leaveOut("prices[]", .notHeld("prices of days gone by"), in: name) }
    current = prices
  }

  /// Turns prices of some hours and of the others into those of dear hours and of cheap ones, every day.
  ///
  /// The dearest prices hold where hours cannot be told apart: what is not known is never a saving.
  private mutating func takeHours(
    _ windows: [(hours: [Int]?, prices: StatedPrices)], of name: String, _ ledger: inout ImportLedger
  ) {
    guard let base = current else {
      return ledger.leaveOut("prices[].constraint", .notHeld("prices of some hours alone"), in: name)
    }
    for prices in windows.map(\.prices) where Self.isDearer(prices, than: current) { current = prices }
    guard let window = windows.first?.prices, windows.allSatisfy({ $0.prices == window }), window.input != base.input
    else { return ledger.leaveOut("prices[].constraint", .notHeld("prices of several kinds of hours"), in: name) }
    let stated = windows.compactMap(\.hours)
    guard stated.count == windows.count else {
      return ledger.leaveOut("prices[].constraint", .notHeld("prices of parts of hours"), in: name)
    }
    takeHours(
      Set(stated.joined()), isDear: current == window, cheap: current == window ? base : window, of: name, &ledger)
  }

  private mutating func takeHours(
    _ hours: Set<Int>, isDear: Bool, cheap: StatedPrices, of name: String, _ ledger: inout ImportLedger
  ) {
    let isCheap = (0..<24).map { hours.contains($0) != isDear }
    guard let input = cheap.input, let cached = cheap.cachedInput, let output = cheap.output,
      let times = try? OffPeakWindows(cheapHoursOfDays: Array(repeating: isCheap, count: 7))
    else {
      return ledger.leaveOut(
        "prices[].constraint", .notHeld("prices of some hours without all of input, cached input and output"), in: name)
    }
    offPeak = OffPeakPrices(
      input: input, cachedInput: cached, output: output, peakDays: times.peakDays, peakHours: times.peakHours)
  }

  private static func isDearer(_ prices: StatedPrices, than other: StatedPrices?) -> Bool {
    guard let input = prices.input else { return false }
    return other?.input.map { input > $0 } ?? true
  }
}

/// When a price of genai-prices holds.
enum PriceConstraint {
  case none
  case from(CalendarDate)
  /// Hours of UTC, every day; `nil` where they begin or end within an hour.
  case hours([Int]?)
  case other(LeftOutField.Reason)

  init(_ value: JSONValue?) {
    guard let value, !value.isNull else {
      self = .none
      return
    }
    switch value.members.map(\.name).sorted() {
    case ["start_date"]:
      self =
        value["start_date"]?.string.flatMap { CalendarDate($0) }.map { .from($0) } ?? .other(.unusable("is no day"))
    case ["end_time", "start_time"]:
      let bounds = ["start_time", "end_time"].compactMap {
        value[$0]?.string.flatMap { OffPeakWindows.wholeHour(of: $0) }
      }
      self = .hours(bounds.count == 2 ? OffPeakWindows.cheapHours(from: bounds[0], to: bounds[1]) : nil)
    default:
      self = .other(.unknown)
    }
  }
}

/// A model's other prices in the data of genai-prices, of which a rate holds those of batches.
struct PriceVariants {
  private(set) var batch: PlainPrices?

  init(_ value: JSONValue?, of name: String, at date: CalendarDate, _ ledger: inout ImportLedger) {
    for variant in value?.elements ?? [] {
      for field in variant.members.map(\.name) where !["when", "prices", "constraint"].contains(field) {
        ledger.leaveOut("price_variants[].\(field)", .unknown, in: name)
      }
      read(variant, of: name, at: date, &ledger)
    }
  }

  private mutating func read(
    _ variant: JSONValue, of name: String, at date: CalendarDate, _ ledger: inout ImportLedger
  ) {
    let conditions = (variant["when"]?.members ?? []).map { "\($0.name)=\($0.value.string ?? "?")" }.sorted()
    guard conditions == ["processing=batch"] else {
      return ledger.leaveOut(
        "price_variants[]", .notHeld("prices of \(conditions.joined(separator: ", "))"), in: name)
    }
    switch PriceConstraint(variant["constraint"]) {
    case .none: break
    case .from(let day) where day <= date: break
    default:
      return ledger.leaveOut("price_variants[]", .notHeld("batch prices of later days or of some hours"), in: name)
    }
    guard let value = variant["prices"] else {
      return ledger.leaveOut("price_variants[]", .unusable("has no prices"), in: name)
    }
    let prices = StatedPrices(value, of: name, &ledger)
    guard let input = prices.input else {
      return ledger.leaveOut("price_variants[]", .notHeld("a batch price without one of input"), in: name)
    }
    if prices.cachedInput != nil || !prices.cacheWrites.isEmpty || !prices.longContext.isEmpty {
      ledger.leaveOut("price_variants[]", .notHeld("a batch price of cached tokens or of long requests"), in: name)
    }
    batch = PlainPrices(input: input, output: prices.output)
  }
}

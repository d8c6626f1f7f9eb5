import CTareData

/// The general categories of Unicode 16.0, by the names that `\p{...}` knows them by.
enum GeneralCategory {
  /// In the order of the numbers in `unicode-categories.bin`; see `Scripts/unicode-classes.py`.
  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
    "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static let longNames = [
    "Letter": "L", "Mark": "M", "Number": "N", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Other": "C",
    "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm",
    "Other_Letter": "Lo", "Decimal_Number": "Nd",
  ]

  /// The scalars of a category such as `Lu`, or of a group of them such as `L`; `nil` for any other name.
  static func scalars(named name: String) -> ScalarSet? {
    let name = longNames[name] ?? name
    let numbers = names.indices.filter { names[$0] == name || (name.utf8.count == 1 && names[$0].hasPrefix(name)) }
    return numbers.isEmpty ? nil : ScalarSet(numbers.flatMap { ranges[$0] })
  }

  /// The ranges of each category, in the order of `names`.
  private static let ranges: [[ClosedRange<UInt32>]] = {
    // SAFETY: the array is constant, lives as long as the process, and its size stands beside it.
    let table = unsafe UnsafeBufferPointer(
      start: tare_unicode_categories_start().assumingMemoryBound(to: UInt8.self), count: tare_unicode_categories_size)
    var ranges = [[ClosedRange<UInt32>]](repeating: [], count: names.count)
    var start: UInt32 = 0
    var category = unsafe table[4352]
    for value in UInt32(1)...0x110000 {
      let next = value < 0x110000 ? unsafe table[4352 + Int(table[Int(value >> 8)]) << 8 + Int(value & 0xFF)] : .max
      if next == category { continue }
      ranges[Int(category)].append(start...(value - 1))
      (start, category) = (value, next)
    }
    return ranges
  }()
}

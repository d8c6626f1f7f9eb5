/// White space in JSON that is for people: everything between its values.
public enum JSONLayout {
  /// Where it stands in `json`, which is JSON; of other text, where it stands outside of quotes.
  ///
  /// - Complexity: O(*n*) in bytes.
  public static func ranges(in json: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var isString = false
    var index = 0
    while index < json.count {
      let start = index
      switch json[index] {
      case UInt8(ascii: "\\") where isString: index += 2
      case UInt8(ascii: "\""):
        isString.toggle()
        index += 1
      case 0x09, 0x0A, 0x0D,
        0x20 where !isString:
        while index < json.count, json[index] <= 0x20 { index += 1 }
        found.append(start..<index)
      default: index += 1
      }
    }
    return found
  }

  /// `json` without it.
  ///
  /// - Complexity: O(*n*) in bytes.
  public static func compact(_ json: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    var copied = 0
    for range in ranges(in: json) {
      compact += json[copied..<range.lowerBound]
      copied = range.upperBound
    }
    return compact + json[copied...]
  }
}

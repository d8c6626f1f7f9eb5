/// What in front matter could nest, repeat or multiply, counted without parsing: quotes are not seen, so it may count
/// too much, never much too little.
struct FrontMatterSize {
  private(set) var nesting = 0
  private(set) var aliases = 0
  private(set) var nodes = 0
  private var brackets = 0

  /// Adds a line whose value is one quoted scalar.
  mutating func addScalar() { nodes += 1 }

  /// Adds a line of YAML.
  mutating func add(_ line: ArraySlice<UInt8>) {
    let blanks = line.leading(0x20)
    let dashes = line.dropFirst(blanks).prefix { " -?".utf8.contains($0) }.count { $0 != 0x20 }
    nodes += 1
    nesting = max(nesting, brackets + max(blanks / 2, dashes))
    for index in line.indices {
      switch line[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: ","), UInt8(ascii: ":"): nodes += 1
      case UInt8(ascii: "*"): if Self.isAlias(at: index, in: line) { aliases += 1 }
      default: break
      }
      nesting = max(nesting, brackets)
    }
  }

  /// Whether the star at `index` can be an alias: it opens a value, and a name follows. Behind a colon a value opens
  /// without a blank too, where the key is quoted.
  private static func isAlias(at index: Int, in line: ArraySlice<UInt8>) -> Bool {
    let before = index > line.startIndex ? line[index - 1] : 0x20
    guard " \t[{,:".utf8.contains(before), index + 1 < line.endIndex else { return false }
    switch line[index + 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39,
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      return true
    default: return false
    }
  }
}

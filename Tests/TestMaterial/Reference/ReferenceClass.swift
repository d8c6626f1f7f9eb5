import FoundationEssentials

/// What the published patterns ask of a scalar, found from its general category.
public struct ReferenceClass: OptionSet, Sendable {
  /// One bit for each class.
  public let rawValue: UInt8

  /// The classes with these bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `\p{Lu}` and `\p{Lt}`.
  public static let upper = Self(rawValue: 1)
  /// `\p{Ll}`.
  public static let lower = Self(rawValue: 2)
  /// `\p{Lm}` and `\p{Lo}`.
  public static let caseless = Self(rawValue: 4)
  /// `\p{M}`.
  public static let mark = Self(rawValue: 8)
  /// `\p{N}`.
  public static let number = Self(rawValue: 16)
  /// `\s` but for line ends.
  public static let whiteSpace = Self(rawValue: 32)
  /// `[\r\n]`.
  public static let newline = Self(rawValue: 64)
  /// Everything else.
  public static let symbol = Self(rawValue: 128)
  /// `\p{L}`.
  public static let letter: Self = [.upper, .lower, .caseless]

  /// The class of a scalar in Unicode 16.0.
  public init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A, 0x0D: self = .newline
    // The White_Space property (PropList.txt).
    case 0x09...0x0C, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      self = .whiteSpace
    default: self = Self.ofCategory[Int(ScalarCategories.shared[scalar])]
    }
  }

  /// By the numbers of `Scripts/unicode-classes.py`: Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No, then what is no letter, mark or
  /// number.
  private static let ofCategory: [Self] =
    [.upper, .lower, .upper, .caseless, .caseless, .mark, .mark, .mark, .number, .number, .number]
    + Array(repeating: .symbol, count: 19)
}

/// The general category of every scalar, read from the data file that run-time patterns use.
private struct ScalarCategories: Sendable {
  static let shared = ScalarCategories()
  private let bytes: [UInt8]

  private init() {
    var folder = URL(filePath: #filePath)
    var data: Data?
    while data == nil, folder.path != "/" {
      folder.deleteLastPathComponent()
      data = try? Data(contentsOf: folder.appending(path: "Sources/CTareData/unicode-categories.bin"))
    }
    precondition(data != nil, "Sources/CTareData/unicode-categories.bin is not above the sources of the tests")
    bytes = Array(data ?? Data())
  }

  /// The number of a category: 4,352 blocks of 256 scalars are numbered first, then stand the different blocks.
  subscript(scalar: Unicode.Scalar) -> UInt8 {
    let block = Int(bytes[Int(scalar.value >> 8)])
    return bytes[4_352 + (block << 8) + Int(scalar.value & 0xFF)]
  }
}

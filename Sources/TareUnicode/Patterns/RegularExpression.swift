internal import CTareICU

/// A regular expression as ICU reads it, which can be searched for in the text of strangers by whoever a stranger wrote
/// it: a search has a limit.
@safe public final class RegularExpression: Sendable {
  /// The expression as it was written.
  public let text: String
  /// How many groups it captures, the whole match not counted.
  public let groupCount: Int
  /// SAFETY: made once, never changed, freed when the last holder lets go; ICU allows any number of threads.
  nonisolated(unsafe) let pattern: OpaquePointer

  /// Far more than anybody writes.
  public static let mostBytes = 4_096

  /// Reads an expression.
  ///
  /// - Throws: ``RegularExpressionError`` for one that ICU does not take or that is longer than 4,096 bytes.
  public init(_ text: String) throws(RegularExpressionError) {
    let utf8 = Array(text.utf8)
    guard utf8.count <= Self.mostBytes else { throw RegularExpressionError(kind: .tooLong, offset: nil) }
    var status: Int32 = 0
    var (line, column): (Int32, Int32) = (0, 0)
    let opened = unsafe utf8.withUnsafeBufferPointer { buffer in
      // SAFETY: the shim copies the bytes before it returns.
      unsafe tare_icu_pattern_open(buffer.baseAddress, Int32(buffer.count), &line, &column, &status)
    }
    guard let opened = unsafe opened else {
      let name = unsafe String(cString: tare_icu_status_name(status))
      throw RegularExpressionError(kind: .malformed(name), offset: line == 1 ? Int(column) : nil)
    }
    unsafe pattern = opened
    groupCount = Int(unsafe tare_icu_pattern_group_count(opened))
    self.text = text
  }

  deinit { unsafe tare_icu_pattern_close(pattern) }

  /// The number of the group of that name, or `nil` where there is none.
  public func group(named name: String) -> Int? {
    let utf8 = Array(name.utf8)
    let number = unsafe utf8.withUnsafeBufferPointer { buffer in
      // SAFETY: the shim reads as many bytes as it is told, in this call.
      unsafe tare_icu_pattern_group(pattern, buffer.baseAddress, Int32(clamping: buffer.count))
    }
    return number > 0 ? Int(number) : nil
  }
}

extension RegularExpression: Hashable {
  /// Whether both were written alike.
  public static func == (left: RegularExpression, right: RegularExpression) -> Bool { left.text == right.text }

  /// Hashes the expression as it was written.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Why a text is no regular expression.
public struct RegularExpressionError: Error, Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case tooLong
    /// With ICU's name of the reason.
    case malformed(String)
  }

  let kind: Kind
  /// Behind which character, in UTF-16 units, the mistake is; `nil` where ICU does not say.
  public let offset: Int?
}

extension RegularExpressionError: CustomStringConvertible {
  /// One sentence with ICU's reason in words.
  public var description: String {
    switch kind {
    case .tooLong: return "a regular expression has at most \(RegularExpression.mostBytes) bytes"
    case .malformed(let name):
      let place = offset.map { " behind character \($0)" } ?? ""
      return "not a regular expression: \(Self.words[name] ?? name)\(place)"
    }
  }

  /// ICU's reasons, `unicode/utypes.h`.
  private static let words = [
    "U_REGEX_RULE_SYNTAX": "a mistake in its syntax", "U_REGEX_BAD_ESCAPE_SEQUENCE": "an escape that is none",
    "U_REGEX_PROPERTY_SYNTAX": "a character property that is none", "U_REGEX_UNIMPLEMENTED": "what ICU cannot do",
    "U_REGEX_MISMATCHED_PAREN": "a parenthesis without its partner",
    "U_REGEX_NUMBER_TOO_BIG": "a number that is too large",
    "U_REGEX_BAD_INTERVAL": "a mistake between braces",
    "U_REGEX_MAX_LT_MIN": "an upper limit below the lower one",
    "U_REGEX_INVALID_BACK_REF": "a reference to a group that is not there",
    "U_REGEX_INVALID_FLAG": "a flag that is none",
    "U_REGEX_LOOK_BEHIND_LIMIT": "a look behind without a limit to its length",
    "U_REGEX_SET_CONTAINS_STRING": "a set that contains strings",
    "U_REGEX_MISSING_CLOSE_BRACKET": "a bracket without its partner",
    "U_REGEX_INVALID_RANGE": "a range that runs backwards", "U_REGEX_PATTERN_TOO_BIG": "more than ICU takes",
    "U_REGEX_INVALID_CAPTURE_GROUP_NAME": "a group name that is none", "U_ILLEGAL_ARGUMENT_ERROR": "a mistake in a set",
  ]
}

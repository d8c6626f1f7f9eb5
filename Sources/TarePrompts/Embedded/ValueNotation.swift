import TareText
import TareYAML

/// How a prompt that is a value of a file is written there, which decides what an edit of the prompt looks like.
enum ValueNotation: Sendable, Hashable {
  /// A string of JSON.
  case json
  /// A scalar of YAML.
  case yaml(YAMLNode.Style)
  /// One literal of a program, or several side by side.
  case literal

  /// `text` as it is written inside a value, or `nil` where the notation has no way to write it there.
  ///
  /// It may be too generous, since the file is read again afterwards; it must not write what means something else.
  func written(_ text: [UInt8], indentation: [UInt8]) -> [UInt8]? {
    switch self {
    case .json, .yaml(.doubleQuoted): Self.escaped(text)
    case .yaml(.literal): Self.indented(text, indentation)
    case .yaml(.singleQuoted):
      text.contains(where: isLineEnding) ? nil : text.flatMap { $0 == 0x27 ? [0x27, 0x27] : [$0] }
    case .yaml(.folded), .yaml(.plain): text.contains(where: isLineEnding) ? nil : text
    case .literal: text.contains { "\"'`\\${}\r".utf8.contains($0) } ? nil : text
    }
  }

  /// Whether an edit may take what stands between two bytes of the prompt: an indentation goes with its line, but what
  /// stands between two literals may be anything.
  func mayDelete(_ gap: ArraySlice<UInt8>) -> Bool {
    self != .literal || gap.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The escapes that JSON and YAML share: RFC 8259, section 7; YAML 1.2, section 5.7.
  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
      case 0x0A: Array("\\n".utf8)
      case 0x0D: Array("\\r".utf8)
      case 0x09: Array("\\t".utf8)
      case 0..<0x20: Array("\\u00".utf8) + hexadecimal(byte)
      default: [byte]
      }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func indented(_ text: [UInt8], _ indentation: [UInt8]) -> [UInt8] {
    text.flatMap { $0 == 0x0A ? [$0] + indentation : [$0] }
  }
}

private func isLineEnding(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// What a stretch of text is made of, in numbers that one pass over its bytes gives.
struct BlockFacts {
  /// Letters by script; those of ASCII are Latin ones.
  private(set) var letters = [Int](repeating: 0, count: Script.allCases.count)
  /// Digits of ASCII, and the letters a to f in words that hold a digit.
  private(set) var idCharacters = 0
  /// Brackets, operators and the like, which programs have many of and prose has few.
  private(set) var codeMarks = 0
  /// Everything of ASCII but white space, and each scalar outside of it.
  private(set) var visible = 0

  init(_ utf8: ArraySlice<UInt8>) {
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let byte = utf8[index]
      if byte < 0x80 {
        index = isWord(byte) ? addWord(utf8, from: index) : addMark(byte, at: index)
      } else {
        let (scalar, length) = decoded(utf8, at: index)
        visible += 1
        if let script = Script(scalar) { letters[script.rawValue] += 1 }
        index += length
      }
    }
  }

  func letters(of script: Script) -> Int { letters[script.rawValue] }

  /// All letters.
  var letterCount: Int { letters.reduce(0, +) }

  /// Counts a run of letters and digits of ASCII and gives the index behind it.
  private mutating func addWord(_ utf8: ArraySlice<UInt8>, from start: Int) -> Int {
    var (end, digits, hexadecimal) = (start, 0, 0)
    while end < utf8.endIndex, isWord(utf8[end]) {
      if isDigit(utf8[end]) { digits += 1 } else if isHexadecimalLetter(utf8[end]) { hexadecimal += 1 }
      end += 1
    }
    visible += end - start
    letters[Script.latin.rawValue] += end - start - digits
    // "added" is a word and "a7" is none: letters count as parts of an id only beside digits.
    idCharacters += digits > 0 ? digits + hexadecimal : 0
    return end
  }

  private mutating func addMark(_ byte: UInt8, at index: Int) -> Int {
    if byte > 0x20, byte != 0x7F {
      visible += 1
      if isCodeMark(byte) { codeMarks += 1 }
    }
    return index + 1
  }
}

func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

private func isHexadecimalLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20 }

private func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

private func isCodeMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"),
    UInt8(ascii: "&"), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "+"):
    true
  default: false
  }
}

/// The scalar that begins at `index`, and its length; a byte that begins none counts as one of its own.
private func decoded(_ utf8: ArraySlice<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
  let first = utf8[index]
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
  guard length > 1, index + length <= utf8.endIndex else { return (0xFFFD, 1) }
  var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
  for next in utf8[(index + 1)..<(index + length)] { scalar = scalar << 6 | UInt32(next & 0x3F) }
  return (scalar, length)
}

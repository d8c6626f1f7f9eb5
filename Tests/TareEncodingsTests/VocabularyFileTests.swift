import Testing

@testable import TareEncodings
@testable import TareTokens

private func encoding(
  _ vocabulary: SmallVocabulary, normalizer: TextNormalizer? = nil
) throws -> Encoding {
  let file = try VocabularyFile(vocabulary.json).compiled(name: "small", family: "family")
  return try Encoding(file: file, normalizer: normalizer)
}

private func ids(_ text: String, _ vocabulary: SmallVocabulary = SmallVocabulary()) throws -> [TokenID] {
  Tokenizer(try encoding(vocabulary)).encode(text)
}

struct VocabularyFileTests {
  @Test(arguments: [
    ("{", "is no JSON: line 1, column 2: found the end of the text, expected a member name in double quotes"),
    ("{}", "has no \"model\""),
    ("", "a rank file holds no pattern: --pattern gives the name of an encoding or the expression"),
  ])
  func `a file that is no vocabulary is refused with what is missing`(text: String, reason: String) {
    let error = #expect(throws: VocabularyError.self) { try VocabularyFile(Array(text.utf8)) }
    #expect(error?.description == reason)
  }

  @Test func `tokens merge in the order of the merges and have the ids of the vocabulary`() throws {
    #expect(try ids("abc ab") == [302, 303])
    #expect(try ids("bcab") == [301, 300])
    #expect(try ids("xab") == [SmallVocabulary.id("x"), 300])
    let tokenizer = Tokenizer(try encoding(SmallVocabulary()))
    #expect(try tokenizer.decode([302, 303, 9]) == Array("abc ab<|end|>".utf8))
    #expect(throws: UnknownTokenID.self) { try tokenizer.decode([299]) }
    #expect(tokenizer.count("abc ab") == 2)
  }

  @Test func `of several merges for one token the one counts that its own bytes come to`() throws {
    // "b c" comes first, so that "abc" is made of "a" and "bc"; the merge of "ab" and "c" never happens.
    var vocabulary = SmallVocabulary()
    vocabulary.merges = [#""b c""#, #""ab c""#, #""a b""#, #""a bc""#, #""Ġ ab""#]
    #expect(try ids("abc", vocabulary) == [302])
    #expect(try ids("abab", vocabulary) == [300, 300])
  }

  @Test func `a token that no merge makes is found as a whole piece only, and only where merges are passed over`()
    throws
  {
    var vocabulary = SmallVocabulary()
    vocabulary.tokens.append("xyz")
    let (x, y, z) = (SmallVocabulary.id("x"), SmallVocabulary.id("y"), SmallVocabulary.id("z"))
    #expect(try ids("xyz", vocabulary) == [x, y, z])
    vocabulary.options = #","ignore_merges":true"#
    #expect(try ids("xyz", vocabulary) == [304])
    #expect(try ids("xyzx", vocabulary) == [x, y, z, x])
    let tokenizer = Tokenizer(try encoding(vocabulary))
    #expect(tokenizer.count("xyz xyz") == 5)
    #expect(try tokenizer.decode([304]) == Array("xyz".utf8))
  }

  @Test(arguments: ["<|end|>", "a<|end|>b", "<|end|><|end|>", "<|end|", "<tool>"])
  func `the name of a special token is text unless the caller says otherwise`(text: String) throws {
    var vocabulary = SmallVocabulary()
    vocabulary.addedTokens =
      #"[{"id":9,"content":"<|end|>","special":true},{"id":10,"content":"<tool>","special":false}]"#
    let tokenizer = Tokenizer(try encoding(vocabulary))
    let tokens = tokenizer.encode(text)
    #expect(!tokens.contains(9) && tokens.contains(10) == text.contains("<tool>"))
    #expect(tokenizer.count(text) == tokens.count)
    let controls = tokenizer.encode(text, specialTokens: .control)
    #expect(controls.contains(9) == text.contains("<|end|>"))
    #expect(controls.contains(10) == text.contains("<tool>"))
    #expect(try tokenizer.decode(controls) == Array(text.utf8))
  }

  @Test func `text is brought to the normal form of the vocabulary, and without a normalizer nothing is counted`()
    throws
  {
    var vocabulary = SmallVocabulary()
    vocabulary.normalizer = #"{"type":"NFC"}"#
    let error = #expect(throws: EncodingFileError.self) { try encoding(vocabulary) }
    #expect(error == .needsNormalizer(.nfc))
    let capital: TextNormalizer = { form, utf8 in
      #expect(form == .nfc)
      return utf8.count == 1 ? Array("abc".utf8) : nil
    }
    let tokenizer = Tokenizer(try encoding(vocabulary, normalizer: capital))
    #expect(tokenizer.count("x") == 1)
    #expect(tokenizer.encode("x") == [302])
    #expect(tokenizer.encode("ab") == [300])
  }

  @Test(arguments: [
    (
      "normalizer", #"{"type":"Lowercase"}"#,
      "normalizer: a normalizer of type Lowercase is not understood, only NFC, NFD and NFKC"
    ),
    ("preTokenizer", #"{"type":"Whitespace"}"#, "pre_tokenizer: a pre-tokenizer of type Whitespace is not understood"),
    ("preTokenizer", "null", "pre_tokenizer: is missing; only encodings that divide text into bytes are understood"),
    (
      "preTokenizer",
      #"{"type":"Sequence","pretokenizers":[{"type":"Digits"},{"type":"ByteLevel","add_prefix_space":true}]}"#,
      "pre_tokenizer.pretokenizers[1]: a space before each piece is not understood"
    ),
    (
      "preTokenizer", #"{"type":"ByteLevel","add_prefix_space":false,"new":1}"#,
      "pre_tokenizer: \"new\" is not understood"
    ),
    (
      "preTokenizer",
      #"{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\p{Thai}+"},"behavior":"Isolated","invert":false}]}"#,
      #"pre_tokenizer.pretokenizers[0].pattern.Regex: pattern is not understood at "\p{Thai}+": Thai is not the name of a general category, or Han"#
    ),
    (
      "preTokenizer",
      #"{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"a+"},"behavior":"MergedWithNext","invert":false}]}"#,
      "pre_tokenizer.pretokenizers[0].behavior: MergedWithNext is not understood here, only Isolated"
    ),
    (
      "preTokenizer",
      #"{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"a{1,3}"},"behavior":"Isolated","invert":false},{"type":"Split","pattern":{"Regex":"aa"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}"#,
      "pre_tokenizer: a later step divides what an earlier one has matched, which is not understood"
    ),
    ("decoder", #"{"type":"WordPiece"}"#, "decoder: a decoder of type WordPiece is not understood, only ByteLevel"),
    ("options", #","dropout":0.1"#, "model.dropout: merges are left out by chance"),
    ("options", #","end_of_word_suffix":"</w>""#, "model.end_of_word_suffix: an affix is not understood"),
    ("options", #","cleverness":true"#, "model: \"cleverness\" is not understood"),
    ("addedTokens", #"[{"id":-1,"content":"<mask>"}]"#, "added_tokens[0].id: is no whole number from 0 to 1073741823"),
    ("merges", #""a z z""#, "model.merges[0]: is not two tokens with a space between them"),
    ("merges", #""a zz""#, "model.merges[0]: names a token that the vocabulary does not have"),
    ("rest", #","magic":{}"#, "\"magic\" is not understood"),
  ])
  func `a part that is not understood is refused with its path`(part: String, value: String, reason: String) {
    var vocabulary = SmallVocabulary()
    switch part {
    case "normalizer": vocabulary.normalizer = value
    case "preTokenizer": vocabulary.preTokenizer = value
    case "decoder": vocabulary.decoder = value
    case "options": vocabulary.options = value
    case "addedTokens": vocabulary.addedTokens = value
    case "merges": vocabulary.merges = [value]
    default: vocabulary.rest = value
    }
    let error = #expect(throws: VocabularyError.self) { try VocabularyFile(vocabulary.json) }
    #expect(error?.description == reason)
  }

  @Test func `a vocabulary cut anywhere is refused`() throws {
    let whole = SmallVocabulary().json
    for length in stride(from: 0, to: whole.count, by: 97) {
      #expect(throws: VocabularyError.self) { try VocabularyFile(Array(whole.prefix(length))) }
    }
  }
}

struct EncodingFileTests {
  private static func file() throws -> [UInt8] {
    try VocabularyFile(SmallVocabulary().json).compiled(name: "small", family: "family")
  }

  @Test func `the file tells what it was made from`() throws {
    let vocabulary = SmallVocabulary().json
    let encoding = try Encoding(file: Self.file())
    #expect(encoding.name == "small")
    #expect(encoding.family == "family")
    #expect(encoding.sourceKind == "tokenizer.json")
    #expect(encoding.sourceDigest == SHA256.hexadecimal(of: vocabulary))
    #expect(encoding.tokenCount == 260)
    #expect(encoding.isInstalled)
    let installed = InstalledEncodings([encoding])
    #expect(installed.named("small") == encoding)
    #expect(installed.family("family") == [encoding])
    #expect(try Encoding(named: "small", or: installed) == encoding)
    #expect(installed.family("other").isEmpty)
  }

  @Test func `compiling twice gives the same bytes`() throws {
    #expect(try Self.file() == Self.file())
  }

  @Test func `a file that was cut, grown or changed is refused`() throws {
    let file = try Self.file()
    for length in [0, 7, 15, 40, 79, 81, 4_096, file.count - 1] {
      #expect(throws: EncodingFileError.self) { try Encoding(file: Array(file.prefix(length))) }
    }
    #expect(throws: EncodingFileError.self) { try Encoding(file: file + [0]) }
    for place in [0, 8, 16, 24, 70, 100, 5_000, file.count - 70] {
      var changed = file
      changed[place] ^= 1
      #expect(throws: EncodingFileError.self) { try Encoding(file: changed) }
    }
    var other = file
    other[8] = 99
    let error = #expect(throws: EncodingFileError.self) { try Encoding(file: other) }
    #expect(error == .otherVersion(99))
  }
}

struct RankFileTests {
  /// The bytes and two merges, in tiktoken's form.
  private static let ranks: String = {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let singles = (0..<256).map { "\(digits[$0 >> 2])\(digits[($0 & 3) << 4])== \($0)" }
    return (singles + ["YWI= 256", "YWJj 258", "eHl6 300"]).joined(separator: "\n") + "\n"
  }()

  @Test func `ranks may have gaps, and a token that merging does not reach is found as a whole piece`() throws {
    let vocabulary = try VocabularyFile(Array(Self.ranks.utf8), pattern: "cl100k_base")
    let tokenizer = Tokenizer(try Encoding(file: vocabulary.compiled(name: "small", family: nil)))
    #expect(tokenizer.encode("abc") == [258])
    #expect(tokenizer.encode("xyz") == [300])
    #expect(tokenizer.encode("xyzab") == [120, 121, 122, 256])
    #expect(try tokenizer.decode([258, 300]) == Array("abcxyz".utf8))
    #expect(tokenizer.encoding.family == nil)
  }

  @Test(arguments: [
    (Self.ranks + "YWI= 999\n", "cl100k_base", "token 259 has the bytes of an earlier token"),
    (Self.ranks + "eno= 256\n", "cl100k_base", "rank 256 stands twice or is missing"),
    (Self.ranks + "eno=\n", "cl100k_base", #"rank file line 260 is not "<base64> <rank>""#),
    ("AA== 0\n", "cl100k_base", "byte 1 has no token of its own"),
    (Self.ranks, "(", #"pattern is not understood at "(": the group has no end"#),
  ])
  func `a broken rank file is refused`(text: String, pattern: String, reason: String) {
    let error = #expect(throws: VocabularyError.self) { try VocabularyFile(Array(text.utf8), pattern: pattern) }
    #expect(error?.description == reason)
  }

  @Test func `the digest is that of FIPS 180-4`() {
    #expect(
      SHA256.hexadecimal(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.hexadecimal(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let twoBlocks = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
    #expect(
      SHA256.hexadecimal(of: twoBlocks) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }
}

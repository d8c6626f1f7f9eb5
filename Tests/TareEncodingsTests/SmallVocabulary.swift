/// A `tokenizer.json` with all bytes and a few merges, whose parts a test can replace.
struct SmallVocabulary {
  var normalizer = "null"
  var preTokenizer = #"{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true}"#
  var decoder = #"{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true}"#
  var addedTokens =
    #"[{"id":9,"content":"<|end|>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}]"#
  var options = ""
  /// Tokens behind those of the single bytes, with ids from 300 on.
  var tokens = ["ab", "bc", "abc", "Ġab"]
  var merges = [#""a b""#, #"["b","c"]"#, #""ab c""#, #""Ġ ab""#]
  var rest = ""

  var json: [UInt8] {
    let singles = Self.alphabet.enumerated().map { (Self.quoted($1), 20 + $0) }
    let others = tokens.enumerated().map { (Self.quoted($1), 300 + $0) }
    let vocabulary = (singles + others).map { "\($0):\($1)" }.joined(separator: ",")
    let text = """
      {"version":"1.0","truncation":null,"padding":null,"added_tokens":\(addedTokens),"normalizer":\(normalizer),
      "pre_tokenizer":\(preTokenizer),"post_processor":null,"decoder":\(decoder)\(rest),
      "model":{"type":"BPE","dropout":null,"unk_token":null\(options),"vocab":{\(vocabulary)},
      "merges":[\(merges.joined(separator: ","))]}}
      """
    return Array(text.utf8)
  }

  /// How each byte is written, in the order of the bytes.
  static let alphabet: [String] = {
    var next: UInt32 = 256
    return (UInt32(0)..<256).map { byte in
      let isPrintable = (0x21...0x7E).contains(byte) || (0xA1...0xAC).contains(byte) || (0xAE...0xFF).contains(byte)
      defer { if !isPrintable { next += 1 } }
      return Unicode.Scalar(isPrintable ? byte : next).map { String(Character($0)) } ?? ""
    }
  }()

  private static func quoted(_ token: String) -> String {
    "\"" + (token == "\"" ? "\\\"" : token == "\\" ? "\\\\" : token) + "\""
  }

  /// The id of a byte.
  static func id(_ byte: Unicode.Scalar) -> UInt32 { 20 + byte.value }
}

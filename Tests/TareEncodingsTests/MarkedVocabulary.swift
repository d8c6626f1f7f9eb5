/// A `tokenizer.json` of SentencePiece's kind with few characters and merges, whose parts a test can replace, and a
/// plain reading of what it does to a text.
struct MarkedVocabulary {
  static let replace = #"{"type":"Replace","pattern":{"String":" "},"content":"▁"}"#
  static let prepend = #"{"type":"Prepend","prepend":"▁"}"#
  static let decoding =
    #"{"type":"Replace","pattern":{"String":"▁"},"content":" "},{"type":"ByteFallback"},{"type":"Fuse"}"#
  static let stripping = #",{"type":"Strip","content":" ","start":1,"stop":0}"#

  var normalizer = Self.replace
  var preTokenizer = "null"
  var decoder = #"{"type":"Sequence","decoders":[\#(Self.decoding)]}"#
  /// What follows the three added tokens in their list, with a comma before it.
  var added = ""
  var options = #","byte_fallback":true,"fuse_unk":true"#
  var characters = ["▁", "a", "b", "c", "d", "é", "中", "\\n"]
  var merges = [
    ("a", "b"), ("▁", "▁"), ("▁", "ab"), ("b", "c"), ("ab", "c"), ("▁", "a"), ("é", "中"), ("▁▁", "▁▁"), ("中", "中"),
    ("\\n", "\\n"), ("▁", "é"), ("c", "d"), ("▁a", "é"), ("bc", "d"),
  ]

  /// The encoding of Gemma's kind, without anything before a text.
  static let plain = MarkedVocabulary()

  /// The encoding of Llama 2's kind, with a space before a text.
  static let prefixed: MarkedVocabulary = {
    var result = MarkedVocabulary()
    result.normalizer = #"{"type":"Sequence","normalizers":[\#(prepend),\#(replace)]}"#
    result.decoder = #"{"type":"Sequence","decoders":[\#(decoding)\#(stripping)]}"#
    return result
  }()

  /// One whose tokens reach across spaces, so that nothing is divided.
  static let joined: MarkedVocabulary = {
    var result = MarkedVocabulary()
    result.merges.insert(("b", "▁"), at: 2)
    return result
  }()

  /// One whose tokens are made as soon as their parts are, which come later in the list.
  static let anyOrder: MarkedVocabulary = {
    var result = MarkedVocabulary()
    result.merges.reverse()
    result.merges.insert(("▁▁", "▁"), at: 0)
    result.merges.insert(("▁▁▁", "▁"), at: 0)
    result.merges.removeAll { $0 == ("▁▁", "▁▁") }
    return result
  }()

  /// One with Metaspace.
  static func metaspace(_ scheme: String, split: Bool) -> MarkedVocabulary {
    var result = prefixed
    result.normalizer = "null"
    result.preTokenizer =
      #"{"type":"Metaspace","replacement":"▁","prepend_scheme":"\#(scheme)","split":\#(split)}"#
    return result
  }

  /// All tokens in the order of their ids, from 0 on: three added ones, bytes, characters, then what merges make.
  var tokens: [String] {
    ["<unk>", "<s>", "</s>"] + (0..<256).map(Self.name) + characters + merges.map { $0 + $1 }
  }

  var json: [UInt8] {
    let vocabulary = tokens.enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",")
    let listed = ["<unk>", "<s>", "</s>"].enumerated().map { #"{"id":\#($0),"content":"\#($1)","special":true}"# }
    let text = """
      {"version":"1.0","added_tokens":[\(listed.joined(separator: ","))\(added)],"normalizer":\(normalizer),
      "pre_tokenizer":\(preTokenizer),"post_processor":null,"decoder":\(decoder),
      "model":{"type":"BPE","unk_token":"<unk>"\(options),"vocab":{\(vocabulary)},
      "merges":[\(merges.map { "[\"\($0)\",\"\($1)\"]" }.joined(separator: ","))]}}
      """
    return Array(text.utf8)
  }

  /// The ids of a text: each character that has a token, or the bytes of one that has none; then the first of the
  /// merges that there is a pair for, the leftmost of its pairs, until there is none.
  func ids(_ text: String) -> [UInt32] {
    let ids = Dictionary(
      uniqueKeysWithValues: tokens.enumerated().map { ($1.replacing("\\n", with: "\n"), UInt32($0)) })
    let ranks = Dictionary(
      uniqueKeysWithValues: merges.enumerated().map { rank, merge in
        ([merge.0, merge.1].map { $0.replacing("\\n", with: "\n") }, rank)
      })
    var parts = text.unicodeScalars.flatMap { scalar -> [String] in
      let character = scalar == " " ? "▁" : String(Character(scalar))
      return ids[character] == nil ? character.utf8.map { Self.name(Int($0)) } : [character]
    }
    while let next = (0..<max(0, parts.count - 1)).filter({ ranks[[parts[$0], parts[$0 + 1]]] != nil })
      .min(by: { (ranks[[parts[$0], parts[$0 + 1]]] ?? 0, $0) < (ranks[[parts[$1], parts[$1 + 1]]] ?? 0, $1) })
    {
      parts[next] += parts.remove(at: next + 1)
    }
    return parts.map { ids[$0] ?? .max }
  }

  private static func name(_ byte: Int) -> String {
    let digits = Array("0123456789ABCDEF")
    return "<0x\(digits[byte >> 4])\(digits[byte & 15])>"
  }
}

extension Encoding {
  /// The tokens that stand for control marks and not for text, in the order of their ids. Where two share an id, the
  /// first is the one that the id is decoded to.
  public var specialTokens: [SpecialToken] {
    switch kind {
    case .o200kBase: Self.o200kTokens
    case .o200kHarmony: Self.harmonyTokens
    case .cl100kBase: Self.cl100kTokens
    case .installed(let installed): installed.specialTokens
    }
  }

  private static let o200kTokens = [
    SpecialToken(text: "<|endoftext|>", id: 199_999), SpecialToken(text: "<|endofprompt|>", id: 200_018),
  ]

  private static let cl100kTokens = [
    SpecialToken(text: "<|endoftext|>", id: 100_257), SpecialToken(text: "<|fim_prefix|>", id: 100_258),
    SpecialToken(text: "<|fim_middle|>", id: 100_259), SpecialToken(text: "<|fim_suffix|>", id: 100_260),
    SpecialToken(text: "<|endofprompt|>", id: 100_276),
  ]

  /// As in tiktoken 0.14: the named ones, those of o200k_base, and a reserved name for every other id below 201,088.
  /// The reserved name of 200,018 is there although o200k_base already has a token of that id.
  private static let harmonyTokens: [SpecialToken] = {
    let names: [TokenID: String] = [
      199_998: "startoftext", 199_999: "endoftext", 200_002: "return", 200_003: "constrain", 200_005: "channel",
      200_006: "start", 200_007: "end", 200_008: "message", 200_012: "call",
    ]
    return (TokenID(199_998)..<201_088).flatMap { id in
      let token = SpecialToken(text: "<|\(names[id] ?? "reserved_\(id)")|>", id: id)
      return id == 200_018 ? [SpecialToken(text: "<|endofprompt|>", id: id), token] : [token]
    }
  }()
}

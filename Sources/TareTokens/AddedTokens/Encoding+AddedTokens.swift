extension Encoding {
  /// The added tokens that are found in a text; `nil` where there are none.
  func addedTokens(_ policy: SpecialTokenPolicy) -> AddedTokens? {
    if case .installed(let installed) = kind {
      return policy == .text ? installed.textTokens : installed.controlTokens
    }
    return policy == .text ? nil : Self.builtInControls[self]
  }

  private static let builtInControls: [Encoding: AddedTokens] = {
    let named = all.compactMap { encoding in
      AddedTokens(encoding.specialTokens.map { AddedToken($0) }, .control).map { (encoding, $0) }
    }
    return Dictionary(uniqueKeysWithValues: named)
  }()

  /// The bytes that an added token of that id is decoded to; `nil` for any other id.
  ///
  /// - Complexity: O(log *n*) in the added tokens.
  func addedText(of id: TokenID) -> [UInt8]? {
    guard case .installed(let installed) = kind else {
      return specialTokens.first { $0.id == id }.map { Array($0.text.utf8) }
    }
    let tokens = installed.addedTokens
    let index = tokens.indices.orderedPrefix { tokens[$0].id < id }
    guard index < tokens.count, tokens[index].id == id else { return nil }
    let text = Array(tokens[index].text.utf8)
    // Decoding makes spaces of the marks in all tokens.
    let isMarked = installed.change.spaces?.hasMark ?? false
    return isMarked ? SpaceRules(prefix: .none).applied(to: text.span, isStart: true) ?? text : text
  }

  /// The text in the form the encoding wants, each stretch between added tokens by itself; `nil` where it is already,
  /// or where none is wanted.
  package func normalized(_ utf8: Span<UInt8>) -> [UInt8]? {
    guard changesText, case .installed(let installed) = kind else { return nil }
    guard let tokens = installed.textTokens else { return installed.change.changed(utf8, isStart: true) }
    var result: [UInt8] = []
    var isChanged = false
    unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe forEachPart(bytes, tokens) { part in
        switch unsafe part {
        case .token(_, let text, let isOther), .text(let text, let isOther):
          unsafe result += text
          isChanged = isChanged || isOther
        }
      }
    }
    return isChanged ? result : nil
  }
}

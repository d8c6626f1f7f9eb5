import TareJSON
import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens

extension PromptSavings {
  /// Everything that is known of the prompt, as members of an object.
  func write(to object: inout JSONWriter) {
    object.member("path", path)
    object.member("previousPath", previousPath)
    object.member("change", change.rawValue)
    object.member("model", use.model)
    object.member("encoding", use.tokenizer.encoding.name)
    object.member("basis", tokens.basis.name)
    object.member("requestsPerMonth", use.traffic.requestsPerMonth)
    for side in JSONSide.allCases {
      if side == .base && change == .new || side == .head && change == .gone {
        object.member(side.rawValue, nil as String?)
      } else {
        side.write(tokens, stableTokens, perThousand, perMonth, to: &object)
      }
    }
    object.member("rewritingOnce", rewriting?.decimalText)
    writeSharedPrefix(to: &object)
    object.array("sections") { list in sections.forEach { section in list.object(section.write) } }
    object.member("priceGap", priceGap?.description)
    object.array("notices") { list in
      for notice in notices {
        list.object {
          $0.member("name", notice.name)
          $0.member("text", notice.sentence)
        }
      }
    }
  }

  private func writeSharedPrefix(to object: inout JSONWriter) {
    guard let sharedPrefix else { return object.member("sharedPrefix", nil as String?) }
    object.object("sharedPrefix") {
      $0.member("tokens", sharedPrefix.tokens)
      $0.member("firstChangedByte", sharedPrefix.firstChange)
      $0.member("line", sharedPrefix.location?.line)
      $0.member("column", sharedPrefix.location?.column)
    }
  }
}

extension SectionDelta {
  fileprivate func write(to object: inout JSONWriter) {
    object.array("titles") { list in titles.forEach { list.value($0) } }
    object.member("kind", kind.rawValue)
    object.member("line", line)
    object.member("change", change.rawValue)
    object.member("base", change == .new ? nil : tokens.before)
    object.member("head", change == .gone ? nil : tokens.after)
    object.member("diff", tokens.delta)
  }
}

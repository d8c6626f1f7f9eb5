import TareJSON
public import TarePricing

extension PricedRecord {
  /// The record as one line of JSON, without a line feed.
  public var jsonLine: [UInt8] {
    var writer = JSONWriter()
    writer.object { write(to: &$0) }
    return writer.bytes
  }

  func write(to object: inout JSONWriter) {
    object.member("model", model)
    object.object("tokens") { tokens in
      tokens.member("uncached", usage.uncachedInput)
      tokens.member("read", usage.cachedRead)
      tokens.object("written") { writes in
        for write in usage.cacheWrites { writes.member(write.lifetime.description, write.tokens) }
      }
      tokens.member("output", usage.output)
    }
    object.member("usd", isComplete ? knownTotal.decimalText : nil)
    object.member("usdAtLeast", knownTotal.decimalText)
    object.member("isComplete", isComplete)
    object.array("items") { list in
      for item in cost?.items ?? [] {
        list.object {
          $0.member("kind", item.kind)
          $0.member("tokens", item.tokens)
          $0.member("usdPerMillion", item.price?.perMillionText)
          $0.member("usd", item.cost?.decimalText)
        }
      }
    }
    object.array("gaps") { list in gaps.forEach { list.value($0) } }
  }

  static let csvHead = ["model", "uncached", "read", "written", "output", "usd", "usdAtLeast", "gaps"]

  var csvCells: [String] {
    let written = usage.cacheWrites.reduce(0) { $0 + $1.tokens }
    let numbers = [usage.uncachedInput, usage.cachedRead, written, usage.output].map(String.init)
    return [model] + numbers
      + [isComplete ? knownTotal.decimalText : "", knownTotal.decimalText, gaps.joined(separator: "; ")]
  }

  /// The heads of ``csvLine``, without a line feed.
  public static var csvHeadLine: String { String(csvText([csvHead]).dropLast()) }

  /// The record as comma-separated values, without a line feed.
  public var csvLine: String { String(csvText([csvCells]).dropLast()) }
}

public import TarePrompts

/// Numbers of tokens by when they are sent.
public struct LoadedTokens: Sendable, Hashable {
  /// Those sent with every request.
  public private(set) var always = 0
  /// Those sent with the requests that use the text.
  public private(set) var perUse = 0
  /// Those sent when the model asks for the text.
  public private(set) var onDemand = 0

  /// No tokens.
  public init() {}

  /// So many tokens, all sent at the same time.
  public init(_ tokens: Int, _ loadClass: LoadClass) { add(tokens, loadClass) }

  /// All of them.
  public var total: Int { always + perUse + onDemand }

  /// The tokens of one class.
  public subscript(loadClass: LoadClass) -> Int {
    switch loadClass {
    case .always: always
    case .perUse: perUse
    case .onDemand: onDemand
    }
  }

  /// When they are sent, where that is the same for all of them; `nil` where it differs or there are none.
  public var loadClass: LoadClass? {
    let classes = LoadClass.allCases.filter { self[$0] > 0 }
    return classes.count == 1 ? classes[0] : nil
  }

  mutating func add(_ tokens: Int, _ loadClass: LoadClass) {
    switch loadClass {
    case .always: always += tokens
    case .perUse: perUse += tokens
    case .onDemand: onDemand += tokens
    }
  }

  /// The sum, class by class.
  public static func + (left: LoadedTokens, right: LoadedTokens) -> LoadedTokens {
    var sum = left
    for loadClass in LoadClass.allCases { sum.add(right[loadClass], loadClass) }
    return sum
  }
}

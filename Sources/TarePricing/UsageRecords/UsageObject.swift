import TareJSON

/// An object of usage: numbers of tokens by name, where `null` is as good as absent.
struct UsageObject {
  let value: JSONValue

  func has(_ name: String) -> Bool { value[name].map { !$0.isNull } ?? false }

  /// The member of that name, for members of its own; an object without any where there is none.
  func object(_ name: String) -> UsageObject? {
    value[name].flatMap { $0.kind == .object ? UsageObject(value: $0) : nil }
  }

  /// A number of tokens; 0 where the member is absent.
  ///
  /// - Throws: ``UsageRecordError/notACount(member:)`` for anything else than a whole number from 0 on.
  func count(_ name: String) throws(UsageRecordError) -> Int {
    guard let member = value[name], !member.isNull else { return 0 }
    guard let count = member.integer, count >= 0 else { throw .notACount(member: name) }
    return count
  }

  /// A number of tokens that may stand under several names, of which those that are there must say the same.
  func count(_ name: String, or other: (object: UsageObject?, name: String)) throws(UsageRecordError) -> Int {
    let first = try count(name)
    guard let object = other.object, object.has(other.name) else { return first }
    let second = try object.count(other.name)
    guard has(name), first != second else { return second }
    throw .contradiction(name, first, other.name, second)
  }
}

/// Why an object is no record of usage.
public enum UsageRecordError: Error, Sendable, Hashable {
  /// The record is not JSON.
  case malformed(String)
  /// No object of usage is in it.
  case noUsage
  /// A number of tokens is something else.
  case notACount(member: String)
  /// Two members that mean the same differ.
  case contradiction(String, Int, String, Int)
  /// A time to live that is none.
  case lifetime(String)
  /// The numbers cannot be the usage of a request.
  case usage(UsageError)
}

extension UsageRecordError: CustomStringConvertible {
  /// One sentence that names the member, and what can be done.
  public var description: String {
    switch self {
    case .malformed(let reason): "the record is not JSON: \(reason)"
    case .noUsage:
      "no usage is in the record; expected prompt_tokens, input_tokens, inputTokens or promptTokenCount, by itself or in usage or usageMetadata"
    case .notACount(let member): "\(member) is no whole number of tokens from 0 on"
    case .contradiction(let name, let first, let other, let second):
      "\(name) is \(first) and \(other) is \(second), which should be the same"
    case .lifetime(let text): "the time to live \"\(text.prefix(40))\" is not minutes such as 5m or hours such as 1h"
    case .usage(.cachedExceedsInput(let cached, let input)):
      "\(UsageError.cachedExceedsInput(cached: cached, input: input)); if the input does not hold them, say that it excludes cached tokens"
    case .usage(let error): error.description
    }
  }
}

import TareJSON

/// An archive of what was trimmed away, read line by line; what is no entry is passed over.
public struct ContentArchive: Sendable {
  private var messages: [String: [UInt8]] = [:]
  private var notes: [String: [String]] = [:]
  /// What a summariser said in calls before, so that it is not asked again; of two texts for one handle the first.
  public private(set) var summaries = SummaryTexts(capacity: .max)

  /// An archive without entries.
  public init() {}

  /// Reads one line.
  public mutating func read(_ line: [UInt8]) {
    guard let root = try? JSONDocument(parsing: line).root, let handle = root["handle"]?.string else { return }
    if let message = root["message"] {
      messages[handle] = Array(message.rawBytes)
    } else if let list = root["messages"] {
      notes[handle] = list.elements.compactMap(\.string)
    } else if let summary = root["summary"], !summaries.knows(named: handle) {
      summaries.keep(summary.string, named: handle)
    }
  }

  /// The messages behind a handle, each as JSON, in their order: the one of that handle, or all that a note stands for.
  ///
  /// - Throws: ``UnknownHandle`` for a handle that the archive does not have, or of which it has not everything.
  public func messages(named handle: String) throws(UnknownHandle) -> [[UInt8]] {
    if let message = messages[handle] { return [message] }
    guard let handles = notes[handle] else { throw UnknownHandle(handle: handle) }
    var found: [[UInt8]] = []
    for part in handles {
      guard let message = messages[part] else { throw UnknownHandle(handle: part) }
      found.append(message)
    }
    return found
  }
}

/// A handle that an archive does not have.
public struct UnknownHandle: Error, Sendable, Hashable {
  /// The handle.
  public let handle: String
}

extension UnknownHandle: CustomStringConvertible {
  /// One sentence with the handle.
  public var description: String { "nothing in the archive has the handle \(quotedStart(handle))" }
}

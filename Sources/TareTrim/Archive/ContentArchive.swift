import TareConversations
import TareJSON

/// An archive of what was trimmed away, read line by line; what is no entry is passed over.
public struct ContentArchive: Sendable {
  private var messages: [String: [UInt8]] = [:]
  private var notes: [String: [String]] = [:]

  /// An archive without entries.
  public init() {}

  /// Reads one line.
  public mutating func read(_ line: [UInt8]) {
    guard let root = try? JSONDocument(parsing: line).root, let handle = root["handle"]?.string else { return }
    if let message = root["message"] {
      messages[handle] = Array(message.rawBytes)
    } else if let list = root["messages"] {
      notes[handle] = list.elements.compactMap(\.string)
    }
  }

  /// The messages behind a handle, each as JSON, in their order: the one of that handle, or all that a note stands for.
  ///
  /// Where a note stands for an earlier note, what that stood for comes in its place, as far as the archive has it.
  /// - Parameter handle: Sixteen hexadecimal digits, in small or in capital letters.
  /// - Throws: ``UnknownHandle`` for a handle that the archive does not have, or of which it has not everything.
  public func messages(named handle: String) throws(UnknownHandle) -> [[UInt8]] {
    let handle = handle.lowercased()
    if let message = messages[handle] { return [message] }
    guard let parts = notes[handle] else { throw UnknownHandle(handle: handle) }
    var opened: Set<String> = [handle]
    var pending = Array(parts.reversed())
    var found: [[UInt8]] = []
    while let part = pending.popLast() {
      guard let message = messages[part] else { throw UnknownHandle(handle: part) }
      // An archive in which a note stands for itself has an end all the same.
      if let note = Self.handleOfNote(message), let inside = notes[note], opened.insert(note).inserted {
        pending += inside.reversed()
      } else {
        found.append(message)
      }
    }
    return found
  }

  private static func handleOfNote(_ message: [UInt8]) -> String? {
    let list = [UInt8(ascii: "[")] + message + [UInt8(ascii: "]")]
    return (try? Conversation(parsing: list, orphans: .mark))?.messages.first.flatMap(NoteOpening.handle)
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

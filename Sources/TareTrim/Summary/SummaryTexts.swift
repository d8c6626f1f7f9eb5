import TareJSON

/// What a summariser said, by the handle of what it speaks of: whoever keeps this from call to call asks once for each
/// cut, and the note is the same bytes until the next.
///
/// A failure is kept as well: the note has its offline text then until the next cut, which spares the provider's cache
/// and the wait for a summariser that is not there.
public struct SummaryTexts: Sendable, Hashable {
  private var texts: [String: String?] = [:]
  private var order: [String] = []
  private let capacity: Int

  /// Nothing known. The oldest is forgotten where there would be more than `capacity`, which is at least 1.
  public init(capacity: Int = 1_024) { self.capacity = max(1, capacity) }

  /// The summary with that handle; `nil` where none is known, or none could be had.
  public subscript(handle: ContentHandle) -> String? { texts[handle.description] ?? nil }

  /// Whether the summariser has been asked.
  public func knows(_ handle: ContentHandle) -> Bool { texts[handle.description] != nil }

  /// Remembers a summary, or with `nil` that none could be had.
  public mutating func keep(_ text: String?, for handle: ContentHandle) { keep(text, named: handle.description) }

  /// Remembers what a line of an archive says of a summary; of two texts with one handle the first stands, and a line
  /// about something else says nothing.
  public mutating func read(_ line: [UInt8]) {
    guard let root = try? JSONDocument(parsing: line).root, let summary = root["summary"],
      let handle = root["handle"]?.string, texts[handle] == nil
    else { return }
    keep(summary.string, named: handle)
  }

  private mutating func keep(_ text: String?, named handle: String) {
    if texts.updateValue(text, forKey: handle) == nil { order.append(handle) }
    guard order.count > capacity else { return }
    texts[order.removeFirst()] = nil
  }
}

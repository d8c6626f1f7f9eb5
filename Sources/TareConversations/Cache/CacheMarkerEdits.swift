import TareJSON
public import TareText

/// Marks of a cache come and go as edits, which go together with those that shorten the texts of the same message.
extension Message {
  /// The edits that take marks out of the message; the marks are of its ``cacheMarkers``.
  public func edits(removing markers: [CacheMarker]) -> [Edit] {
    var places: [SourceRange: [CacheMarker.Place]] = [:]
    for place in markers.compactMap(\.place) { places[place.container.range, default: []].append(place) }
    let ranges = places.values.flatMap { $0[0].container.deletionRanges(of: $0.map(\.position)) }
    return ranges.sorted().map { Edit.delete($0) }
  }

  /// The edits that put a mark on the last block that can carry one; none where that block has such a mark already, and
  /// `nil` where no block can. A string becomes a block of text where the mark needs one.
  public func edits(adding marker: CacheMarker) -> [Edit]? {
    guard textType != nil, carriesMarkers, marker.name != CacheMarker.breakpoint || role != .assistant, let content
    else { return nil }
    if content.kind == .string { return edits(wrapping: content, with: marker) }
    let blocks = content.elements
    if marker.name == CacheMarker.block {
      guard let last = blocks.last else { return nil }
      return last[CacheMarker.block] != nil ? [] : [.insert(",\(marker.element)", at: last.range.end)]
    }
    guard let block = blocks.last(where: canCarryMember), let last = block.members.last else { return nil }
    if block[marker.name].map({ !$0.isNull }) ?? false { return [] }
    return [.insert(",\(marker.member)", at: last.range.end)]
  }

  /// Two edits around the string, so that one that shortens the string itself goes with them.
  private func edits(wrapping text: JSONValue, with marker: CacheMarker) -> [Edit]? {
    guard text.range.length > 2, let textType else { return nil }
    let opening = textType.isEmpty ? #"[{"text":"# : #"[{"type":"\#(textType)","text":"#
    let closing = marker.name == CacheMarker.block ? "},\(marker.element)]" : ",\(marker.member)}]"
    return [.insert(opening, at: text.range.start), .insert(closing, at: text.range.end)]
  }

  /// Providers refuse marks on thinking and on empty text, and have none in what they run themselves.
  private func canCarryMember(_ block: JSONValue) -> Bool {
    guard block.kind == .object, block[CacheMarker.block] == nil else { return false }
    switch block["type"]?.string {
    case "thinking", "redacted_thinking", "reasoning", "compaction": return false
    case "text", "input_text": return (block["text"]?.range.length ?? 0) > 2
    default: return true
    }
  }
}

extension CacheMarker {
  fileprivate var member: String { "\"\(name)\":\(String(decoding: json, as: UTF8.self))" }
  fileprivate var element: String { "{\(member)}" }
}

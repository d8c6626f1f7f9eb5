/// The longest token at a place, looked for once where the bytes repeat: comparing them with those of an earlier place
/// takes a fraction of a walk over as many.
struct RepeatedMatch {
  private var place = 0
  private var token: TokenID = 0
  /// How many bytes the walk at `place` looked at; 0 when there was none that may be used again.
  private var examined = 0

  /// Walks shorter than this are as quick as comparing.
  private static let shortest = 16

  mutating func longest(_ text: TextCursor, _ place: Int, _ end: Int, _ vocabulary: Vocabulary) -> TokenID {
    if examined > 0, place &+ examined <= end, text.equals(self.place, place, examined) { return token }
    let (token, examined) = vocabulary.longestMatchExamined(text, place, end)
    // A walk that the end cut short says nothing of another place.
    if examined >= Self.shortest, place &+ examined < end {
      (self.place, self.token, self.examined) = (place, token, examined)
    }
    return token
  }
}

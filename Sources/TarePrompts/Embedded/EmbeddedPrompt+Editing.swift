public import TareText

extension EmbeddedPrompt {
  /// The edit of `file` that makes `edit` in this prompt, or `nil` where the notation of its value cannot take it: the
  /// prompt ends inside an escape there, or what is put in cannot be written.
  ///
  /// What stands between two bytes that go, such as the indentation of a block in YAML, goes too.
  ///
  /// - Complexity: O(log *p*) in the pieces of the value.
  func sourceEdit(_ edit: Edit, in file: SourceText) -> Edit? {
    guard let start = decoded.sourceOffset(ofByteAt: edit.range.start),
      let end = edit.range.isEmpty ? start : decoded.sourceOffset(ofByteAt: edit.range.end),
      let replacement = notation.written(edit.replacement, indentation: indentation(in: file)),
      !edit.range.isEmpty || !edit.replacement.isEmpty, mayDelete(edit.range, in: file)
    else { return nil }
    return Edit(SourceRange(start, max(start, end)), replacement: replacement)
  }

  /// Whether whatever stands between the pieces that `range` touches may go with it.
  private func mayDelete(_ range: SourceRange, in file: SourceText) -> Bool {
    let pieces = decoded.pieces(touching: range)
    return zip(pieces, pieces.dropFirst()).allSatisfy { before, next in
      notation.mayDelete(file.utf8[before.source.end..<next.source.start])
    }
  }

  /// What stands in front of the first line that has text.
  private func indentation(in file: SourceText) -> [UInt8] {
    guard let first = decoded.pieces.first(where: { decoded.utf8[$0.decoded.start] != 0x0A }) else { return [] }
    return Array(file.utf8[..<first.source.start].reversed().prefix { $0 == 0x20 }.reversed())
  }
}

extension PromptDocument {
  /// An edit of one of the prompts in a file.
  public struct EmbeddedEdit: Sendable, Hashable {
    /// Which of ``PromptDocument/embedded``.
    public let prompt: Int
    /// The edit of its text.
    public let edit: Edit

    /// An edit of the prompt at that index.
    public init(_ prompt: Int, _ edit: Edit) {
      self.prompt = prompt
      self.edit = edit
    }
  }

  /// The edit of the file that makes `edit` in one of its prompts, or `nil` where the notation cannot take it.
  public func sourceEdit(_ edit: EmbeddedEdit) -> Edit? {
    embedded.indices.contains(edit.prompt) ? embedded[edit.prompt].sourceEdit(edit.edit, in: source) : nil
  }

  /// The file after `edits` of its prompts, or `nil` where it cannot take them.
  ///
  /// The file is read again: each prompt says what it is meant to say, by the same role and in the same language, and
  /// everything between the prompts is as it was, to the byte.
  ///
  /// - Complexity: O(*n*) in bytes; no prompt is read as a document.
  public func applying(_ edits: [EmbeddedEdit]) -> SourceText? {
    let written = edits.compactMap(sourceEdit)
    guard written.count == edits.count, let after = try? source.applying(written),
      let expected = texts(after: edits),
      let reading = try? FormatReading.read(PromptFile(path: path, source: after), as: format),
      let values = reading.values, values.count == embedded.count
    else { return nil }
    for (index, value) in values.enumerated() {
      let prompt = embedded[index]
      guard value.decoded.utf8 == expected[index], value.role == prompt.role,
        value.language == prompt.document.language
      else { return nil }
    }
    return gaps(between: embedded.map(\.range), source) == gaps(between: values.map(\.range), after) ? after : nil
  }

  /// What each prompt says after `edits`.
  private func texts(after edits: [EmbeddedEdit]) -> [[UInt8]]? {
    var own = [[Edit]](repeating: [], count: embedded.count)
    for edit in edits { own[edit.prompt].append(edit.edit) }
    var texts: [[UInt8]] = []
    for (prompt, edits) in zip(embedded, own) {
      guard !edits.isEmpty else {
        texts.append(prompt.decoded.utf8)
        continue
      }
      guard let text = try? prompt.document.source.applying(edits) else { return nil }
      texts.append(text.utf8)
    }
    return texts
  }

  /// The bytes in front of, between and behind values.
  private func gaps(between values: [SourceRange], _ source: SourceText) -> [ArraySlice<UInt8>] {
    let starts = [0] + values.map(\.end)
    let ends = values.map(\.start) + [source.utf8.count]
    return zip(starts, ends).map { source.utf8[$0..<max($0, $1)] }
  }
}

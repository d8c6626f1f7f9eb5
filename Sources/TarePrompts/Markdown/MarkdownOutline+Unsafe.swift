import CMD4C

extension MarkdownOutline {
  /// How a text is read.
  enum Dialect {
    /// CommonMark with tables.
    case markdown
    /// Fences, lists and tables count; tags and indentation do not, because plain text uses them freely.
    case plainText
  }

  /// The outline of `utf8`. Text that would take md4c more than linear time has an empty outline, or one without
  /// tables, and ``unread`` says so.
  init(_ utf8: ArraySlice<UInt8>, dialect: Dialect) {
    let hazards = MarkdownHazards(utf8)
    defer { unread = hazards.found.first }
    guard hazards.found.allSatisfy({ $0.reason == .tableCells }) else { return }
    var flags: UInt32 =
      switch dialect {
      case .markdown: 0
      case .plainText: UInt32(MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS)
      }
    if hazards.found.isEmpty { flags |= UInt32(MD_FLAG_TABLES) }
    self = record(utf8, flags: flags).outline
  }
}

private func record(_ utf8: ArraySlice<UInt8>, flags: UInt32) -> MarkdownRecorder {
  let recorder = MarkdownRecorder()
  unsafe utf8.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress else { return }
    let first = unsafe start.assumingMemoryBound(to: CChar.self)
    var context = RecordingContext(
      recorder: recorder, base: UInt(bitPattern: start), count: bytes.count, offset: utf8.startIndex)
    var parser = makeParser(flags: flags)
    // SAFETY: md4c reads `count` bytes from `first`, which live as long as this closure; the context outlives the
    // call, and the callbacks keep neither it nor any pointer they are given.
    _ = unsafe withUnsafeMutablePointer(to: &context) { context in
      unsafe md_parse(first, MD_SIZE(bytes.count), &parser, context)
    }
  }
  return recorder
}

/// What the callbacks are handed: the recorder, and the memory that offsets are counted from.
private struct RecordingContext {
  let recorder: MarkdownRecorder
  let base: UInt
  let count: Int
  let offset: Int

  /// The offsets of a piece of text, or `nil` for text of md4c's own, such as the newline it ends code lines with.
  func range(at address: UInt, size: Int) -> Range<Int>? {
    guard address >= base, size > 0, address - base <= UInt(count) else { return nil }
    let start = Int(address - base)
    return start + size <= count ? (offset + start)..<(offset + start + size) : nil
  }
}

/// SAFETY: every callback receives the pointer that `record` passed to `md_parse`, and runs inside that call.
private func context(_ userdata: UnsafeMutableRawPointer?) -> RecordingContext? {
  unsafe userdata.map { unsafe $0.assumingMemoryBound(to: RecordingContext.self).pointee }
}

private func makeParser(flags: UInt32) -> MD_PARSER {
  unsafe MD_PARSER(
    abi_version: 0, flags: flags,
    enter_block: { type, detail, userdata in unsafe enterBlock(type, detail, userdata) },
    leave_block: { type, detail, userdata in unsafe leaveBlock(type, userdata) },
    enter_span: { type, detail, userdata in unsafe enterSpan(type, detail, userdata) },
    leave_span: { _, _, userdata in
      unsafe context(userdata)?.recorder.leaveSpan()
      return 0
    },
    text: { type, text, size, userdata in unsafe reportText(type, text, size, userdata) },
    debug_log: nil, syntax: nil)
}

/// md4c goes on after 0 and stops after anything else.
private func enterBlock(
  _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?, _ userdata: UnsafeMutableRawPointer?
) -> Int32 {
  guard let recorder = unsafe context(userdata)?.recorder else { return 1 }
  switch type {
  case MD_BLOCK_TR: recorder.enterRow()
  case MD_BLOCK_CODE:
    let fence = unsafe detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee
    let character = unsafe UInt8(bitPattern: fence?.fence_char ?? 0)
    let info = unsafe fence.map { unsafe string($0.info) } ?? ""
    recorder.enterBlock(character == 0 ? .indentedCode : .fence(info: info), fence: character)
  case MD_BLOCK_H:
    let level = unsafe detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
    recorder.enterBlock(.heading(level: Int(level)))
  default:
    if let kind = kind(of: type) { recorder.enterBlock(kind) }
  }
  return 0
}

private func leaveBlock(_ type: MD_BLOCKTYPE, _ userdata: UnsafeMutableRawPointer?) -> Int32 {
  guard let recorder = unsafe context(userdata)?.recorder else { return 1 }
  switch type {
  case MD_BLOCK_CODE: recorder.leaveBlock(.indentedCode)
  case MD_BLOCK_H: recorder.leaveBlock(.heading(level: 1))
  default: if let kind = kind(of: type) { recorder.leaveBlock(kind) }
  }
  return 0
}

/// The kinds that need no detail; `nil` for the parts of a table and for the document itself.
private func kind(of type: MD_BLOCKTYPE) -> PromptBlock.Kind? {
  switch type {
  case MD_BLOCK_QUOTE: .quote
  case MD_BLOCK_UL: .list(isOrdered: false)
  case MD_BLOCK_OL: .list(isOrdered: true)
  case MD_BLOCK_LI: .listItem
  case MD_BLOCK_HR: .thematicBreak
  case MD_BLOCK_HTML: .html
  case MD_BLOCK_P: .paragraph
  case MD_BLOCK_TABLE: .table
  default: nil
  }
}

private func enterSpan(
  _ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?, _ userdata: UnsafeMutableRawPointer?
) -> Int32 {
  guard let recorder = unsafe context(userdata)?.recorder else { return 1 }
  switch type {
  case MD_SPAN_CODE: recorder.enterSpan(.code)
  case MD_SPAN_A:
    let link = unsafe detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
    recorder.enterSpan(.link(destination: unsafe link.map { unsafe string($0.href) } ?? ""))
  case MD_SPAN_IMG:
    let image = unsafe detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee
    recorder.enterSpan(.image(destination: unsafe image.map { unsafe string($0.src) } ?? ""))
  default: recorder.enterSpan(nil)
  }
  return 0
}

private func reportText(
  _ type: MD_TEXTTYPE, _ text: UnsafePointer<MD_CHAR>?, _ size: MD_SIZE, _ userdata: UnsafeMutableRawPointer?
) -> Int32 {
  guard let context = unsafe context(userdata) else { return 1 }
  if let text = unsafe text, let range = context.range(at: UInt(bitPattern: text), size: Int(size)) {
    context.recorder.text(range)
  } else if type == MD_TEXT_CODE || type == MD_TEXT_HTML, size == 1, unsafe text?.pointee == 0x0A {
    context.recorder.lineEnd()
  }
  return 0
}

/// The characters of an attribute, such as a link's destination.
private func string(_ attribute: MD_ATTRIBUTE) -> String {
  guard let text = unsafe attribute.text else { return "" }
  // SAFETY: md4c gives `size` characters from `text`, valid until the callback returns; they are copied here.
  return unsafe String(
    decoding: UnsafeRawBufferPointer(start: text, count: Int(attribute.size)), as: UTF8.self)
}

import CYAML

/// What libyaml finds next in a stream.
struct YAMLEvent {
  enum Kind {
    case streamEnd
    case documentStart
    case alias(String)
    case scalar(String, anchor: String?, YAMLNode.Style)
    case sequenceStart(anchor: String?)
    case mappingStart(anchor: String?)
    case collectionEnd
    /// The start of the stream and the end of a document, which nothing hangs on.
    case other
  }

  let kind: Kind
  let line: Int
  /// Where it begins and ends, in code points, as libyaml counts.
  let codePoints: Range<Int>
}

/// The events of one stream of YAML.
///
/// SAFETY: `parser` is initialised before anything else is asked of it and deleted once; it reads `bytes`, which this
/// value owns until then. Each event is deleted after its texts were copied.
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// - Throws: ``YAMLError`` where there is no memory for a parser.
  init(_ yaml: [UInt8]) throws(YAMLError) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe bytes = .allocate(capacity: max(yaml.count, 1))
    _ = unsafe bytes.initialize(from: yaml)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      throw YAMLError(code: .malformed, line: nil, reason: "there is no memory to read it")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, yaml.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe bytes.deallocate()
  }

  /// The next event.
  func next() throws(YAMLError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw unsafe Self.error(of: parser.pointee) }
    defer { unsafe yaml_event_delete(&event) }
    let start = unsafe Int(clamping: event.start_mark.index)
    let end = unsafe Int(clamping: event.end_mark.index)
    return unsafe YAMLEvent(
      kind: Self.kind(of: event), line: Int(clamping: event.start_mark.line), codePoints: start..<max(start, end))
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    // SAFETY: the type says which member of the union is the one that was written.
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_ALIAS_EVENT: unsafe .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: unsafe .scalar(scalar(event), anchor: text(event.data.scalar.anchor), style(event))
    case YAML_SEQUENCE_START_EVENT: unsafe .sequenceStart(anchor: text(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT: unsafe .mappingStart(anchor: text(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    default: .other
    }
  }

  private static func scalar(_ event: yaml_event_t) -> String {
    // A scalar may hold the byte 0, so that its length is asked and not found.
    unsafe String(
      decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self)
  }

  private static func style(_ event: yaml_event_t) -> YAMLNode.Style {
    switch unsafe event.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func text(_ characters: UnsafePointer<UInt8>?) -> String? {
    unsafe characters.map { unsafe String(cString: $0) }
  }

  private static func error(of parser: yaml_parser_t) -> YAMLError {
    let context = unsafe parser.context.map { unsafe String(cString: $0) + " " } ?? ""
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "cannot be read"
    let hasPlace = unsafe parser.error == YAML_SCANNER_ERROR || parser.error == YAML_PARSER_ERROR
    return unsafe YAMLError(
      code: .malformed, line: hasPlace ? Int(clamping: parser.problem_mark.line) : nil, reason: context + problem)
  }
}

/// Writes JSON in the order it is told to, so that the same report is the same bytes.
///
/// ```swift
/// var writer = JSONWriter(style: .indented)
/// writer.object { report in
///   report.member("tokens", 42)
///   report.array("files") { for file in files { $0.value(file) } }
/// }
/// print(writer.text)
/// ```
public struct JSONWriter: Sendable {
  /// How the values are laid out.
  public enum Style: Sendable {
    /// No white space at all: one line, as NDJSON needs.
    case compact
    /// Two blanks a level and a space behind each colon.
    case indented
  }

  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0
  private var isFirst = true

  /// A writer with nothing written.
  public init(style: Style = .compact) {
    self.style = style
  }

  /// What has been written so far, as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Values: elements of an array, or the whole text

  /// Writes a string.
  public mutating func value(_ text: String) {
    element()
    appendQuoted(text, to: &bytes)
  }

  /// Writes an integer.
  public mutating func value(_ number: Int) { element("\(number)") }

  /// Writes `true` or `false`.
  public mutating func value(_ truth: Bool) { element(truth ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { element("null") }

  /// Writes bytes that are JSON already, such as ``JSONValue/rawBytes``.
  public mutating func raw(_ json: ArraySlice<UInt8>) {
    element()
    bytes += json
  }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    element()
    try container("{", "}", body)
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    element()
    try container("[", "]", body)
  }

  // MARK: Members of an object

  /// Writes a member whose value is a string, or `null` for `nil`.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { appendQuoted(text, to: &bytes) } else { append("null") }
  }

  /// Writes a member whose value is an integer, or `null` for `nil`.
  public mutating func member(_ name: String, _ number: Int?) {
    key(name)
    append(number.map { "\($0)" } ?? "null")
  }

  /// Writes a member whose value is `true` or `false`.
  public mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    append(truth ? "true" : "false")
  }

  /// Writes a member whose value is JSON already.
  public mutating func member(_ name: String, raw json: ArraySlice<UInt8>) {
    key(name)
    bytes += json
  }

  /// Writes a member whose value is an object.
  public mutating func object(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
    key(name)
    try container("{", "}", body)
  }

  /// Writes a member whose value is an array.
  public mutating func array(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
    key(name)
    try container("[", "]", body)
  }

  // MARK: Layout

  private mutating func container(
    _ opening: String, _ closing: String, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    append(opening)
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { newLine() }
    append(closing)
    isFirst = false
  }

  private mutating func key(_ name: String) {
    element()
    appendQuoted(name, to: &bytes)
    append(style == .indented ? ": " : ":")
  }

  private mutating func element(_ literal: String) {
    element()
    append(literal)
  }

  private mutating func element() {
    guard depth > 0 else { return }
    if !isFirst { append(",") }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    guard style == .indented else { return }
    append("\n" + String(repeating: "  ", count: depth))
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }
}

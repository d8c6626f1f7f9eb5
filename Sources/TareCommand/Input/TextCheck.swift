import Tare

/// Checks that an input that comes in parts is text in UTF-8, and says what it seems to be where it is not.
struct TextCheck {
  private let name: String
  private var stream = UTF8Stream()
  /// The first bytes, as many as are looked at: what is said of them is not to depend on how the parts came.
  private var beginning: [UInt8] = []

  /// - Parameter name: The name the input is shown by.
  init(of name: String) {
    self.name = name
  }

  mutating func append(_ part: [UInt8]) throws(CommandError) {
    if beginning.count < OtherContents.sample {
      beginning += part.prefix(OtherContents.sample - beginning.count)
      if beginning.count == OtherContents.sample { try refuseUTF16() }
    }
    do { try stream.append(part[...]) } catch { throw noText(error) }
  }

  func finish() throws(CommandError) {
    try refuseUTF16()
    do { try stream.finish() } catch { throw noText(error) }
  }

  private func refuseUTF16() throws(CommandError) {
    if OtherContents(beginning: beginning[...]) == .utf16 { throw .noText(name, "\(OtherContents.utf16)") }
  }

  private func noText(_ error: InvalidUTF8) -> CommandError {
    let other = OtherContents(beginning: beginning[...])
    return .noText(name, error.description + (other.map { "; \($0)" } ?? ""))
  }
}

/// A new `tare.yaml`: every key with what it says and an example, all of it commented out.
public struct StarterFile: Sendable {
  /// A new file.
  public init() {}

  /// The file's text.
  public var text: String {
    let opening = """
      # Settings of tare. The nearest tare.yaml above a prompt holds for it; --isolated leaves all of them out.
      # Keys are those of the options of tare lint. Patterns begin in this folder; one without "/" fits at any depth.

      """
    return opening + ConfigurationObject.settings.keys.map(lines).joined()
  }

  private func lines(of key: ConfigurationKey) -> String {
    "\n# \(key.summary)\n# \(key.name): \(key.example)\n"
  }
}

import Tare

/// One input of `tare lint`.
enum LintInput: Sendable {
  case file(InputFile, isStandardInput: Bool)
  case unreadable(path: String, reason: String)

  /// Reads the file at `path`, or standard input for `-`, which goes by the name `standardInputName`.
  init(_ path: String, standardInputName: String?) {
    if case .special(let kind) = FileKind(behind: path), !Self.isHandedOver(path) {
      self = .unreadable(path: path, reason: "is \(kind); its text can be handed over as -")
      return
    }
    do throws(CommandError) {
      let file = try InputFile.read(path)
      guard path == "-" else {
        self = .file(file, isStandardInput: false)
        return
      }
      self = .file(InputFile(path: standardInputName ?? file.path, bytes: file.bytes), isStandardInput: true)
    } catch {
      self = .unreadable(path: path, reason: error.reason)
    }
  }

  /// Whether a shell opened the file at `path` for the command. Any other pipe would be waited for as long as nobody
  /// writes to it, and a device may have no end.
  private static func isHandedOver(_ path: String) -> Bool {
    path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/")
  }

  /// The path, or the name that standard input goes by.
  var path: String {
    switch self {
    case .file(let file, _): file.path
    case .unreadable(let path, _): path
    }
  }

  /// Why the input is no prompt for all its name says; `nil` for one that is, or that nobody can read.
  var notAPrompt: NotAPrompt? {
    guard case .file(let file, false) = self, PromptFormat(path: file.path)?.mayBeNoPrompt == true else { return nil }
    return (try? PromptDocument(path: file.path, bytes: file.bytes))?.notAPrompt
  }
}

import ArgumentParser
import SystemPackage
import Tare

/// Standard output, written whole: a reader that has gone away ends the process quietly, as SIGPIPE does.
enum StandardOutput {
  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) { writeAll(bytes, to: .standardOutput) }

  /// Paths that mean this stream: opening one of them would begin at the start of what it is redirected to.
  private static let names = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]

  static func isNamed(_ path: String) -> Bool { names.contains(path) }

  /// Writes to the file at `path`, whole or not at all, or to standard output where there is no path or it is `-`.
  static func write(_ text: String, orTo path: String?) throws(CommandError) {
    guard let path, !isNamed(path) else { return write(text) }
    try AtomicFile.write(Array(text.utf8), to: path)
  }
}

/// Where a stream of lines goes: to a file, whole or not at all, or to standard output as they come.
///
/// A terminal, a pipe or a device gets them as they come as well; memory is bounded by the longest line.
struct LineOutput: ~Copyable {
  private let file: AtomicFile?
  private var buffer: [UInt8] = []

  /// Lines for the file at `path`, or for standard output where there is no path or it is `-`.
  init(path: String?) throws(CommandError) {
    guard let path, !StandardOutput.isNamed(path) else {
      file = nil
      return
    }
    file = try AtomicFile(at: path)
  }

  /// Adds `line` and a line feed.
  mutating func write(_ line: some Sequence<UInt8>) throws(CommandError) {
    buffer += line
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Writes what standard output has not got yet; a file gets it in blocks.
  mutating func flushToStream() throws(CommandError) {
    if file == nil { try flush() }
  }

  /// Writes what is left; a file is there from now on.
  consuming func finish() throws(CommandError) {
    try flush()
    try file?.finish()
  }

  private mutating func flush() throws(CommandError) {
    if file == nil { StandardOutput.write(buffer) } else { try file?.write(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Standard error, for messages to people.
enum StandardError {
  static func write(_ text: String) { writeAll(Array(text.utf8), to: .standardError) }

  /// Writes one line: whatever it quotes, it stays one, and nothing in it reaches the terminal as a control.
  static func line(_ text: String) { write(shownName(text) + "\n") }
}

private func writeAll(_ bytes: [UInt8], to descriptor: FileDescriptor) {
  do {
    _ = try descriptor.writeAll(bytes)
  } catch {
    // A full disk behind standard output: the result did not arrive. Where standard error is the one that fails,
    // there is nobody left to tell.
    if descriptor == .standardOutput {
      StandardError.line(CommandError.input("<stdout>", "cannot be written: \(describe(error))").message)
    }
    TareTool.exit(withError: ExitCode.badInput)
  }
}

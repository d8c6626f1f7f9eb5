import SystemPackage
import Tare

/// One input: the name it is shown by and its bytes.
struct InputFile: Sendable {
  /// The path as it was given or found, or `<stdin>`.
  let path: String
  let bytes: [UInt8]

  /// The name standard input is shown by.
  static let standardInputName = "<stdin>"

  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: ``CommandError`` that names the path and the system's reason.
  static func read(_ path: String) throws(CommandError) -> InputFile {
    if path == "-" { return InputFile(path: standardInputName, bytes: try readStandardInput()) }
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      return InputFile(path: path, bytes: try descriptor.closeAfter { try descriptor.readToEnd() })
    } catch {
      throw .input(path, "cannot be read: \(describe(error))")
    }
  }

  /// Whether the input may be longer than a megabyte: nobody knows of what has no size.
  static func isLong(_ path: String) -> Bool {
    if path == "-" { return true }
    // Opening a named pipe to look at it would end whoever writes to it.
    guard FileKind(behind: path) == .file, let descriptor = try? FileDescriptor.open(FilePath(path), .readOnly) else {
      return false
    }
    let size = try? descriptor.closeAfter { try descriptor.seek(offset: 0, from: .end) }
    return size.map { $0 > 1 << 20 } ?? false
  }

  private static func readStandardInput() throws(CommandError) -> [UInt8] {
    do {
      return try FileDescriptor.standardInput.readToEnd()
    } catch {
      throw .input(standardInputName, "cannot be read: \(describe(error))")
    }
  }

  /// The input as text.
  ///
  /// - Throws: ``CommandError`` with the offset of the first byte that is not UTF-8, or with what the bytes seem to be.
  func text() throws(CommandError) -> SourceText {
    let other = OtherContents(beginning: bytes[...])
    if other == .utf16 { throw .noText(path, "\(OtherContents.utf16)") }
    do {
      return try SourceText(bytes)
    } catch {
      throw .noText(path, describe(error) + (other.map { "; \($0)" } ?? ""))
    }
  }
}

extension FileDescriptor {
  /// Everything from here to the end of the file.
  fileprivate func readToEnd() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: try sizeHint() + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = try unsafe bytes.withUnsafeMutableBytes { buffer in
        // SAFETY: `filled < bytes.count`, so the slice is not empty, and `read` writes no more than it holds.
        try unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

extension FileDescriptor {
  /// How much a regular file still holds, so that it is read into one allocation of the right size; what cannot be
  /// asked grows as it is read. Only a hint: a file may change, and a folder claims more than there is on any disk.
  private func sizeHint() throws -> Int {
    guard let here = try? seek(offset: 0, from: .current), let end = try? seek(offset: 0, from: .end) else {
      return 1 << 16
    }
    try seek(offset: here, from: .start)
    let rest = Int(clamping: end) - Int(clamping: here)
    return rest > 1 << 40 ? 1 << 16 : min(max(rest, 1 << 16), 1 << 30)
  }
}

/// The system's words for an error: "No such file or directory", not a type name.
func describe(_ error: some Error) -> String {
  if let errno = error as? Errno { return errno.description }
  return "\(error)"
}

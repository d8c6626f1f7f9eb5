import FoundationEssentials
import SystemPackage
import Tare

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension StandardOutput {
  /// Writes a report to the file at `path`, or to standard output where none was named or `-` was.
  ///
  /// A regular file appears whole or not at all: the text goes to a file beside it, which then takes its name.
  /// A device or a pipe is written to as it is, since taking its name would replace it.
  ///
  /// - Throws: ``CommandError`` that names the path and the system's reason.
  static func write(_ text: String, orTo path: String?) throws(CommandError) {
    guard let path, path != "-" else { return write(text) }
    do {
      // A path that cannot be looked at is one that does not exist yet, or one whose opening will say why not.
      let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      if type ?? .typeRegular == .typeRegular {
        try replaceFile(at: FilePath(path), by: Array(text.utf8))
      } else {
        let descriptor = try FileDescriptor.open(FilePath(path), .writeOnly, options: .truncate)
        try descriptor.closeAfter { _ = try descriptor.writeAll(Array(text.utf8)) }
      }
    } catch {
      throw .input(path, "cannot be written: \(describe(error))")
    }
  }
}

/// Writes `bytes` to a new file in the same folder and gives it the name `path`.
private func replaceFile(at path: FilePath, by bytes: [UInt8]) throws {
  var temporary = path
  temporary.removeLastComponent()
  temporary.append(".tare-\(UInt64.random(in: .min ... .max)).tmp")
  let descriptor = try FileDescriptor.open(
    temporary, .writeOnly, options: [.create, .exclusiveCreate],
    permissions: [.ownerReadWrite, .groupRead, .otherRead])
  do {
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    guard unsafe rename(temporary.string, path.string) == 0 else { throw Errno(rawValue: errno) }
  } catch {
    // What is left of the report is taken away; the first error is the one that counts.
    try? FileManager.default.removeItem(atPath: temporary.string)
    throw error
  }
}

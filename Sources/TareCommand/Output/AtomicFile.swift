import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file whole or not at all.
///
/// ```
/// .name.tare-<process>-<n>   written, flushed to the disk, given the mode and owner of the old file
///            │ rename
/// name                       is the old file up to here and the new one from here on
/// ```
/// A link is followed, so that the file behind it changes and the link stays. What is no regular file, such as
/// `/dev/stdout` or a pipe, is written to directly: a rename would replace it.
enum AtomicFile {
  /// Puts `bytes` in the place of the file at `path`.
  ///
  /// - Throws: ``CommandError`` with the path and the system's reason; the old file is whole then.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
    do {
      let existing = status(of: FilePath(path))
      if let existing, existing.st_mode & S_IFMT != S_IFREG { return try writeDirectly(bytes, to: FilePath(path)) }
      let target = try linkTarget(of: FilePath(path))
      if existing != nil { try checkWritable(target) }
      try replace(target, by: bytes, like: existing)
    } catch {
      throw .input(path, "cannot be written: \(describe(error))")
    }
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: FilePath) throws {
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
  }

  private static func replace(_ path: FilePath, by bytes: [UInt8], like existing: stat?) throws {
    let (temporary, descriptor) = try openTemporary(beside: path, isPrivate: existing != nil)
    do {
      try descriptor.closeAfter {
        _ = try descriptor.writeAll(bytes)
        if let existing { try adopt(existing, descriptor) }
        try check(fsync(descriptor.rawValue))
      }
      // SAFETY: here and below, the system reads a zero-ended path that lives as long as the closure.
      try check(
        unsafe temporary.withPlatformString { from in unsafe path.withPlatformString { to in unsafe rename(from, to) } }
      )
    } catch {
      // The reason for the failure is in `error`; if the temporary file cannot be removed either, nothing more can be done.
      _ = unsafe temporary.withPlatformString { unsafe unlink($0) }
      throw error
    }
    flushFolder(of: path)
  }

  /// A new file in the folder of `path`, under a name nobody has.
  private static func openTemporary(
    beside path: FilePath, isPrivate: Bool
  ) throws -> (FilePath, FileDescriptor) {
    // The beginning says whose file it is; all of a long name with the ending would be too long for a name.
    let name = (path.lastComponent?.string ?? "output").prefix(60)
    for attempt in 0..<100 {
      let temporary = path.removingLastComponent().appending(".\(name).tare-\(getpid())-\(attempt)")
      do {
        let descriptor = try FileDescriptor.open(
          temporary, .writeOnly, options: [.create, .exclusiveCreate],
          permissions: isPrivate ? [.ownerReadWrite] : [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
        return (temporary, descriptor)
      } catch Errno.fileExists {
        continue
      }
    }
    throw Errno.fileExists
  }

  /// Owner before mode: changing the owner takes special bits away.
  private static func adopt(_ existing: stat, _ descriptor: FileDescriptor) throws {
    // Only root may give a file away. Somebody else's file that may be replaced then becomes the replacer's, as with
    // every editor that writes this way.
    _ = fchown(descriptor.rawValue, existing.st_uid, existing.st_gid)
    try check(fchmod(descriptor.rawValue, existing.st_mode & 0o7777))
  }

  /// A file that may not be written must not be replaced either, though its folder would allow it.
  private static func checkWritable(_ path: FilePath) throws {
    try check(unsafe path.withPlatformString { unsafe access($0, W_OK) })
  }

  /// Some file systems refuse to flush a folder; the file itself is on the disk by now.
  private static func flushFolder(of path: FilePath) {
    let parent = path.removingLastComponent()
    guard let descriptor = try? FileDescriptor.open(parent.isEmpty ? "." : parent, .readOnly) else { return }
    _ = fsync(descriptor.rawValue)
    try? descriptor.close()
  }

  // MARK: Links

  /// As many links as Linux follows before it speaks of a loop.
  private static let linkLimit = 40

  /// The path behind the links at the end of `path`, whether or not a file is there.
  private static func linkTarget(of path: FilePath) throws -> FilePath {
    var path = path
    for _ in 0..<linkLimit {
      guard let target = try linkText(path) else { return path }
      path = target.isAbsolute ? target : path.removingLastComponent().pushing(target)
    }
    throw Errno.tooManySymbolicLinkLevels
  }

  /// What the link at `path` says, or `nil` where no link is.
  private static func linkText(_ path: FilePath) throws -> FilePath? {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = unsafe path.withPlatformString { name in
      // SAFETY: `readlink` writes at most the given count, one less than the array holds, so that a zero stays.
      unsafe text.withUnsafeMutableBufferPointer { buffer in
        unsafe buffer.baseAddress.map { unsafe readlink(name, $0, buffer.count - 1) } ?? -1
      }
    }
    guard length > 0 else { return nil }
    return FilePath(String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  private static func status(of path: FilePath) -> stat? {
    var status = stat()
    let result = unsafe path.withPlatformString { unsafe stat($0, &status) }
    return result == 0 ? status : nil
  }

  private static func check(_ result: Int32) throws {
    if result != 0 { throw Errno(rawValue: errno) }
  }
}

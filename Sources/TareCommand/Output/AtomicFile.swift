import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written whole or not at all, at once or piece by piece.
///
/// ```
/// .name.tare-<process>-<n>   written, flushed to the disk, given the mode and owner of the old file
///            │ rename
/// name                       is the old file up to here and the new one from here on
/// ```
/// A link is followed, so that the file behind it changes and the link stays. What is no regular file, such as
/// `/dev/stdout` or a pipe, is written to directly: a rename would replace it.
///
/// A file that is never finished leaves nothing behind.
struct AtomicFile: ~Copyable {
  private let path: String
  private let target: FilePath
  private let existing: stat?
  private let descriptor: FileDescriptor
  /// Where the bytes are until the file is finished; `nil` where they go to the target directly.
  private var temporary: FilePath?

  /// Puts `bytes` in the place of the file at `path`.
  ///
  /// - Throws: ``CommandError`` with the path and the system's reason; the old file is whole then.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
    let file = try AtomicFile(at: path)
    try file.write(bytes)
    try file.finish()
  }

  /// Begins a file at `path`; the old one stays as it is until the new one is finished.
  init(at path: String) throws(CommandError) {
    do {
      let existing = Self.status(of: FilePath(path))
      let isRegular = existing.map { $0.st_mode & S_IFMT == S_IFREG } ?? true
      // Links to pipes, as /dev/stdout may be one, name nothing that could be opened: the system follows those.
      let target = isRegular ? try Self.linkTarget(of: FilePath(path)) : FilePath(path)
      if !isRegular {
        (temporary, descriptor) = (nil, try FileDescriptor.open(target, .writeOnly))
      } else {
        if existing != nil { try Self.checkWritable(target) }
        (temporary, descriptor) = try Self.openTemporary(beside: target, isPrivate: existing != nil)
      }
      (self.path, self.target, self.existing) = (path, target, existing)
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  deinit {
    // What counts is on the disk by now, and of what is left nobody waits for an error.
    try? descriptor.close()
    if let temporary { Self.remove(temporary) }
  }

  /// Adds `bytes` to the end.
  borrowing func write(_ bytes: [UInt8]) throws(CommandError) {
    do { _ = try descriptor.writeAll(bytes) } catch { throw Self.unwritable(path, error) }
  }

  /// Puts what was written in the place of the old file.
  consuming func finish() throws(CommandError) {
    guard let temporary else { return }
    do {
      if let existing { try Self.adopt(existing, descriptor) }
      try Self.check(fsync(descriptor.rawValue))
      try Self.move(temporary, to: target)
    } catch {
      throw Self.unwritable(path, error)
    }
    self.temporary = nil
    Self.flushFolder(of: target)
  }

  private static func unwritable(_ path: String, _ error: any Error) -> CommandError {
    .input(path, "cannot be written: \(describe(error))")
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

  private static func move(_ path: FilePath, to target: FilePath) throws {
    // SAFETY: here and below, the system reads a zero-ended path that lives as long as the closure.
    try check(
      unsafe path.withPlatformString { from in
        unsafe target.withPlatformString { to in unsafe rename(from, to) }
      })
  }

  private static func remove(_ path: FilePath) { _ = unsafe path.withPlatformString { unsafe unlink($0) } }

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

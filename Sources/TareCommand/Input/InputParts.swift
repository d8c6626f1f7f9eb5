import SystemPackage
import Tare

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An input that is read part by part, so that its length does not matter.
struct InputParts: ~Copyable {
  /// The most bytes in a part: several times what a pipe holds.
  static let partSize = 1 << 18

  /// The name the input is shown by.
  let name: String
  private let descriptor: FileDescriptor
  /// What a regular file was when it was opened; `nil` for everything else, which has no state to change.
  private let opened: stat?
  private var bytesRead = 0

  /// The parts of the file at `path`, or of standard input for `-`.
  ///
  /// - Throws: ``CommandError`` that names the path and the system's reason.
  init(path: String) throws(CommandError) {
    guard path != "-" else {
      (name, descriptor, opened) = (InputFile.standardInputName, .standardInput, nil)
      return
    }
    do { descriptor = try FileDescriptor.open(FilePath(path), .readOnly) } catch {
      throw .input(path, "cannot be read: \(describe(error))")
    }
    name = path
    opened = Self.status(of: descriptor)
  }

  deinit {
    // Nothing was written, so there is nothing that closing could lose.
    if descriptor != .standardInput { try? descriptor.close() }
  }

  /// The length in bytes where it is known before all is read: that of a regular file.
  var size: Int? { opened.flatMap { $0.st_size > 0 ? Int($0.st_size) : nil } }

  /// The next part, which is not empty; `nil` behind the last.
  ///
  /// - Throws: ``CommandError`` when the system cannot read, or when a file is no longer what it was when it was
  ///   opened: no count would be that of any state it was in.
  mutating func next() throws(CommandError) -> [UInt8]? {
    let part: [UInt8]
    do {
      part = try unsafe [UInt8](unsafeUninitializedCapacity: Self.partSize) { memory, count in
        count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(memory))
      }
    } catch {
      throw .input(name, "cannot be read: \(describe(error))")
    }
    bytesRead += part.count
    guard !hasChanged(isAtEnd: part.isEmpty) else { throw .input(name, "was written to while it was read") }
    return part.isEmpty ? nil : part
  }

  /// Whether a read would return at once: something is there, or the end is.
  borrowing func isReady() -> Bool {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) != 0
  }

  /// Files whose size is said to be 0 may have contents all the same, as those of `/proc` have.
  private func hasChanged(isAtEnd: Bool) -> Bool {
    guard let opened, opened.st_size > 0 else { return false }
    if bytesRead > Int(opened.st_size) { return true }
    guard isAtEnd, let now = Self.status(of: descriptor) else { return false }
    return now.st_size != opened.st_size || Self.modified(now) != Self.modified(opened)
  }

  private static func modified(_ status: stat) -> [Int] {
    #if canImport(Darwin)
      [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #else
      [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #endif
  }

  /// What the system says of a regular file.
  private static func status(of descriptor: FileDescriptor) -> stat? {
    var status = stat()
    // SAFETY: the system fills the whole struct, which lives through the call.
    guard unsafe fstat(descriptor.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status
  }
}

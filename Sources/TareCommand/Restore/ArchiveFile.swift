import SystemPackage
import Tare

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file in which `tare trim --archive` keeps what it takes away: lines are only ever added to it, each handle once.
struct ArchiveFile {
  private let path: String
  private let descriptor: FileDescriptor
  private var known: Set<String> = []

  /// Opens the archive at `path`, or begins one that only its owner may read: it holds what people said.
  init(path: String) throws(CommandError) {
    self.path = path
    guard [.file, nil].contains(FileKind(behind: path)) else {
      throw .input(path, "is no file, and an archive has to be one")
    }
    do {
      descriptor = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.append, .create], permissions: .ownerReadWrite)
    } catch {
      throw .input(path, "cannot be written: \(describe(error))")
    }
    try keepToOwner()
    var lines = try LineReader(path: path)
    var last: [UInt8]?
    while let line = try lines.next() {
      last = line
      if let key = ArchiveEntry.key(of: line) { known.insert(key) }
    }
    guard let last else { return }
    if known.isEmpty { throw .input(path, "is no archive: none of its lines has a handle") }
    // What was cut off in the middle of a line is lost; what comes now is not to be lost with it.
    if (try? JSONDocument(parsing: last)) == nil { try write([0x0A]) }
  }

  /// Takes away what lets others read or write a file that was there before: whoever made it so, as a shell does, did not
  /// know what would come into it.
  private func keepToOwner() throws(CommandError) {
    var status = stat()
    // SAFETY: the system fills the whole struct, which lives through the call.
    let isKnown = unsafe fstat(descriptor.rawValue, &status) == 0
    guard isKnown, status.st_mode & 0o077 != 0 else { return }
    guard fchmod(descriptor.rawValue, status.st_mode & 0o700) == 0 else {
      throw .input(path, "may be read by others and cannot be kept from them: \(Errno(rawValue: errno))")
    }
  }

  /// Adds the entries whose handles are new, in one write, so that two runs at once do not mix their lines.
  mutating func add(_ entries: [ArchiveEntry]) throws(CommandError) {
    let new = entries.filter { known.insert($0.key).inserted }
    guard !new.isEmpty else { return }
    let bytes: [UInt8] = new.reduce(into: []) { $0 += $1.json + [0x0A] }
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(CommandError) {
    do { _ = try descriptor.writeAll(bytes) } catch {
      throw .input(path, "cannot be written: \(describe(error))")
    }
  }
}

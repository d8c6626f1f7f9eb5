import SystemPackage
import Tare

/// The file in which `tare trim --archive` keeps what it takes away: lines are only ever added to it, each handle once.
struct ArchiveFile {
  private let path: String
  private let descriptor: FileDescriptor
  private var known: Set<String> = []

  /// Opens the archive at `path`, or begins one that only its owner may read: it holds what people said.
  init(path: String) throws(CommandError) {
    self.path = path
    do {
      descriptor = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.append, .create], permissions: .ownerReadWrite)
    } catch {
      throw .input(path, "cannot be written: \(describe(error))")
    }
    var lines = try LineReader(path: path)
    while let line = try lines.next() {
      if let handle = try? JSONDocument(parsing: line).root["handle"]?.string { known.insert(handle) }
    }
  }

  /// Adds the entries whose handles are new, in one write, so that two runs at once do not mix their lines.
  mutating func add(_ entries: [ArchiveEntry]) throws(CommandError) {
    let new = entries.filter { known.insert($0.handle).inserted }
    guard !new.isEmpty else { return }
    let bytes: [UInt8] = new.reduce(into: []) { $0 += $1.json + [0x0A] }
    do { _ = try descriptor.writeAll(bytes) } catch {
      throw .input(path, "cannot be written: \(describe(error))")
    }
  }
}

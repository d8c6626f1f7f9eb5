import SystemPackage
import Tare

/// The lines of a stream, one at a time: memory is bounded by the longest line, whatever the stream's length.
struct LineReader {
  private let descriptor: FileDescriptor
  private let name: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isAtEnd = false

  /// The lines of standard input for `-`, or of the file at `path`.
  init(path: String) throws(CommandError) {
    if path == "-" {
      descriptor = .standardInput
      name = InputFile.standardInputName
      return
    }
    name = path
    do { descriptor = try FileDescriptor.open(FilePath(path), .readOnly) } catch {
      throw .input(path, "cannot be read: \(describe(error))")
    }
  }

  /// The next line without its ending, or `nil` behind the last.
  mutating func next() throws(CommandError) -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { (start, searched) = (end + 1, end + 1) }
        return Array(trimmed(buffer[start..<end]))
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(trimmed(buffer[start...]))
      }
      try fill()
    }
  }

  private func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { line.last == 0x0D ? line.dropLast() : line }

  private mutating func fill() throws(CommandError) {
    if start > 0 {
      buffer.removeSubrange(..<start)
      searched -= start
      start = 0
    }
    do {
      let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { memory, count in
        count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(memory))
      }
      isAtEnd = chunk.isEmpty
      buffer += chunk
    } catch {
      throw .input(name, "cannot be read: \(describe(error))")
    }
  }
}

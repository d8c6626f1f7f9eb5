import Foundation
import Testing

@testable import TareCommand

struct InputPartsTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "tare-parts-\(UUID().uuidString)").path

  /// Runs `body` beside a file of `size` bytes.
  private func withFile(of size: Int, _ body: () throws -> Void) throws {
    try Data(repeating: 0x61, count: size).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body()
  }

  private func change(_ body: (FileHandle) throws -> Void) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try body(handle)
    try handle.close()
  }

  /// The error that reading the rest ends with.
  private func failure(_ parts: consuming InputParts) -> CommandError? {
    do throws(CommandError) {
      while try parts.next() != nil {}
      return nil
    } catch { return error }
  }

  @Test(arguments: [0, 1, InputParts.partSize, InputParts.partSize * 2 + 1])
  func `the parts are the file`(size: Int) throws {
    try withFile(of: size) {
      var parts = try InputParts(path: path)
      var count = 0
      while let part = try parts.next() {
        #expect(!part.isEmpty && part.count <= InputParts.partSize)
        count += part.count
      }
      #expect(count == size)
    }
  }

  @Test func `a file that grows while it is read is an error`() throws {
    try withFile(of: 10) {
      var parts = try InputParts(path: path)
      _ = try parts.next()
      try change { handle in
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("more".utf8))
      }
      let error = failure(parts)
      #expect(error?.message == "tare: error: \(path): was written to while it was read")
    }
  }

  @Test func `a file that is cut while it is read is an error`() throws {
    try withFile(of: InputParts.partSize * 2) {
      var parts = try InputParts(path: path)
      _ = try parts.next()
      try change { try $0.truncate(atOffset: 5) }
      #expect(failure(parts) != nil)
    }
  }

  @Test(arguments: [1, 2, 7, 1 << 17])
  func `blocks hold whole lines, all of them, with their numbers`(lineLength: Int) throws {
    try withFile(of: 0) {
      let line = String(repeating: "y", count: lineLength)
      let lines = (0..<(600_000 / (lineLength + 1))).map { _ in line } + ["last"]
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
      var blocks = try LineBlocks(path: path)
      var count = 0
      while let block = try blocks.next() {
        block.forEachLine { found, number in
          count += 1
          if number != count || found.count != lines[number - 1].utf8.count { Issue.record("line \(number)") }
        }
      }
      #expect(count == lines.count)
    }
  }
}

import Foundation
import Testing

@testable import TareCommand

struct AtomicFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "tare-atomic-\(UUID().uuidString)")

  /// Runs `body` in a folder of its own.
  private func inFolder(_ body: () throws -> Void) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body()
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o664])
  func `the mode of the old file stays`(mode: Int) throws {
    try inFolder {
      try "old".write(toFile: path("a"), atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path("a"))
      try AtomicFile.write(Array("new".utf8), to: path("a"))
      #expect(try text("a") == "new")
      #expect(try self.mode("a") == mode)
      #expect(names == ["a"])
    }
  }

  @Test func `a file that is new gets what the mask allows`() throws {
    try inFolder {
      try AtomicFile.write([], to: path("a"))
      try Data().write(to: folder.appending(path: "b"))
      #expect(try mode("a") == mode("b"))
    }
  }

  @Test func `a link stays a link, and what it leads to changes`() throws {
    try inFolder {
      try FileManager.default.createDirectory(atPath: path("sub"), withIntermediateDirectories: true)
      try "old".write(toFile: path("sub/a"), atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(atPath: path("one"), withDestinationPath: "sub/two")
      try FileManager.default.createSymbolicLink(atPath: path("sub/two"), withDestinationPath: "a")
      try AtomicFile.write(Array("new".utf8), to: path("one"))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("one")) == "sub/two")
      #expect(try text("sub/a") == "new")
    }
  }

  @Test func `a link that leads to itself is an error`() throws {
    try inFolder {
      try FileManager.default.createSymbolicLink(atPath: path("a"), withDestinationPath: "a")
      let error = #expect(throws: CommandError.self) { try AtomicFile.write([], to: path("a")) }
      #expect(error?.reason == "cannot be written: Too many levels of symbolic links")
    }
  }

  @Test func `a folder that is not there leaves nothing behind`() throws {
    try inFolder {
      let error = #expect(throws: CommandError.self) { try AtomicFile.write([1], to: path("no/a")) }
      #expect(error?.message == "tare: error: \(path("no/a")): cannot be written: No such file or directory")
      #expect(names == [])
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a folder that may not be written leaves the old file whole`() throws {
    try inFolder {
      try "old".write(toFile: path("a"), atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
      #expect(throws: CommandError.self) { try AtomicFile.write(Array("new".utf8), to: path("a")) }
      #expect(try text("a") == "old")
      #expect(names == ["a"])
    }
  }

  @Test func `a name that is a folder is an error and stays one`() throws {
    try inFolder {
      try FileManager.default.createDirectory(atPath: path("a"), withIntermediateDirectories: true)
      #expect(throws: CommandError.self) { try AtomicFile.write([1], to: path("a")) }
      #expect(names == ["a"])
    }
  }

  @Test func `a file that is written piece by piece takes the old one's place when it is finished`() throws {
    try inFolder {
      try "old".write(toFile: path("a"), atomically: false, encoding: .utf8)
      let file = try AtomicFile(at: path("a"))
      for piece in ["one ", "two ", "three"] { try file.write(Array(piece.utf8)) }
      #expect(try text("a") == "old")
      try file.finish()
      #expect(try text("a") == "one two three")
      #expect(names == ["a"])
    }
  }

  @Test func `a file that is never finished leaves the old one and nothing else`() throws {
    try inFolder {
      try "old".write(toFile: path("a"), atomically: false, encoding: .utf8)
      func begin(_ name: String) throws {
        let file = try AtomicFile(at: path(name))
        try file.write([1, 2, 3])
        #expect(names.count == 2)
      }
      try begin("a")
      try begin("b")
      #expect(try text("a") == "old")
      #expect(names == ["a"])
    }
  }

  @Test func `a link to a pipe, as the system gives every open one, is written to`() throws {
    let pipe = Pipe()
    try AtomicFile.write(Array("through".utf8), to: "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("through".utf8))
  }

  @Test func `a device is written to and stays a device`() throws {
    try AtomicFile.write(Array("gone".utf8), to: "/dev/null")
    #expect(
      try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        == .typeCharacterSpecial)
  }
}

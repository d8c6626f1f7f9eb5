import Foundation
import Testing

/// Every data file that is compiled in says where it comes from, and is what it was when that was written.
struct DataManifestTests {
  struct Entry: Decodable {
    let file: String
    let origin: String
    let licence: String
    let date: String
    let bytes: Int
    let sha256: String
  }

  private static let folder = Repository.root.appending(path: "Sources/CTareData")

  private static func entries() throws -> [Entry] {
    let data = try Data(contentsOf: folder.appending(path: "MANIFEST.json"))
    return try JSONDecoder().decode([String: [Entry]].self, from: data)["files"] ?? []
  }

  @Test func `every file of the manifest has its size and checksum`() throws {
    let entries = try Self.entries()
    #expect(entries.count >= 7)
    for entry in entries {
      let file = Self.folder.appending(path: entry.file).standardizedFileURL
      #expect(try Data(contentsOf: file).count == entry.bytes, "\(entry.file)")
      #expect(try Self.checksum(of: file) == entry.sha256, "\(entry.file)")
      #expect(!entry.origin.isEmpty && !entry.licence.isEmpty && entry.date.count == 10, "\(entry.file)")
    }
  }

  @Test func `every embedded file stands in the manifest`() throws {
    let known = Set(try Self.entries().map { $0.file.split(separator: "/").last.map(String.init) ?? "" })
    for target in ["CTareData", "CTareO200k", "CTareCl100k"] {
      let folder = Repository.root.appending(path: "Sources/\(target)")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".c") {
        let source = try Repository.text("Sources/\(target)/\(name)")
        for line in source.split(separator: "\n") where line.hasPrefix("#embed") {
          let embedded = line.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
          #expect(known.contains(embedded), "\(embedded)")
        }
      }
    }
  }

  private static func checksum(of file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(output.prefix(64))
  }
}

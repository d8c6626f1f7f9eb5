import FoundationEssentials
import TareGit
import TestMaterial
import Testing

struct IgnoreFileTests {
  /// Whether `path`, or a folder above it, is ignored by the files at the roots of `files`.
  private func isIgnored(_ path: String, _ files: [String: IgnoreFile]) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    for count in 1...parts.count {
      var verdict: IgnoreFile.Verdict?
      for depth in 0..<count {
        let folder = parts[..<depth].joined(separator: "/")
        let relative = parts[depth..<count].joined(separator: "/")
        verdict = files[folder]?.verdict(on: relative, isFolder: count < parts.count) ?? verdict
      }
      if verdict == .ignored { return true }
    }
    return false
  }

  @Test(arguments: [
    ("a", "a", true), ("a", "b/a", true), ("/a", "b/a", false), ("a/", "a", false), ("a/", "a/b", true),
    ("a/b", "c/a/b", false), ("**/b", "a/c/b", true), ("a/**", "a/b/c", true), ("a/**", "a", false),
    ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("*.md\n!keep.md", "keep.md", false),
    ("a/\n!a/keep.md", "a/keep.md", true), ("# a", "# a", false), ("\\# a", "# a", true), ("\\!a", "!a", true),
    ("a  ", "a", true), ("a\\ ", "a ", true), ("a\r\n", "a", true), ("[a-c]x", "bx", true), ("[!a]x", "ax", false),
    ("[[:digit:]]", "7", true), ("a?c", "a/c", false), ("foo/*", "foo/bar/baz", true), ("*", "a/b", true),
  ])
  func `a pattern takes what git's manual says`(pattern: String, path: String, isIgnored: Bool) {
    #expect(self.isIgnored(path, ["": IgnoreFile(Array(pattern.utf8))]) == isIgnored)
  }

  @Test func `a pattern made to take for ever takes no time`() {
    let pattern = String(repeating: "*a", count: 2_000) + "b"
    let file = IgnoreFile(Array("\(pattern)\n**/\(pattern)\n".utf8))
    #expect(file.verdict(on: String(repeating: "a", count: 4_000), isFolder: false) == nil)
  }

  // MARK: Against git

  private static let pieces = [
    "a", "b", "ab", "*", "**", "?", "/", "/", "[ab]", "[!a]", "[a-", "\\", "\\*", " ", "!", "#", ".", "***", "[]a]",
    "[^b]", "[[:alpha:]]", "[[:x:]]", "[\\]a]", "[b-a]", "-", "[a\\-b]", "\\ ", "[:a]", "[--0]", "]",
  ]

  private func pattern(_ generator: inout SeededGenerator) -> String {
    let start = generator.below(4) == 0 ? "!" : ""
    return start + (0..<(1 + generator.below(6))).map { _ in Self.pieces[generator.below(Self.pieces.count)] }.joined()
      + (generator.below(4) == 0 ? "/" : "")
  }

  private static let paths: [String] = {
    let names = ["a", "b", "ab", "ba", "a b", "!a", "#a", "-", "*", "a ", "]", ".a", "é"]
    let folders = ["", "a/", "b/", "ab/", "a/b/", "a/a/", "b/ab/a/"]
    // Those that are folders in the repository of the test are asked about as what lies above the others.
    return folders.flatMap { folder in names.map { folder + $0 } }.filter { !["a", "b", "a/b"].contains($0) }
  }()

  @Test func `what is ignored is what git ignores`() async throws {
    let repository = try await TemporaryRepository()
    var generator = SeededGenerator(seed: 11)
    for round in 0..<150 {
      var files: [String: IgnoreFile] = [:]
      for folder in ["", "a", "a/b", "b"] where folder.isEmpty || generator.below(3) == 0 {
        let ending = generator.below(5) == 0 ? "\r\n" : "\n"
        let text = (0..<(1 + generator.below(3))).map { _ in pattern(&generator) }.joined(separator: ending)
        let place = repository.folder + "/" + folder
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: place + "/.gitignore"))
        files[folder] = IgnoreFile(Array(text.utf8))
      }
      let expected = try await repository.ignored(Self.paths)
      let found = Set(Self.paths.filter { isIgnored($0, files) })
      let texts = files.keys.sorted().map { folder in
        "\(folder): "
          + ((try? String(contentsOfFile: repository.folder + "/\(folder)/.gitignore", encoding: .utf8)) ?? "")
          .debugDescription
      }
      #expect(found == expected, "round \(round), \(texts): \(found.symmetricDifference(expected).sorted())")
      for folder in files.keys {
        try FileManager.default.removeItem(atPath: repository.folder + "/\(folder)/.gitignore")
      }
    }
  }
}

extension TemporaryRepository {
  /// The paths that git would ignore; none of them has to be there.
  func ignored(_ paths: [String]) async throws -> Set<String> {
    let input = Array((paths.joined(separator: "\0") + "\0").utf8)
    // Git ends with 1 and says nothing on standard error where it ignores none of them.
    let options = ["check-ignore", "--no-index", "-z", "--stdin", "--verbose", "--non-matching"]
    let answer: String
    do { answer = try await git(options, input: input) } catch let failure as GitFailure where failure.message.isEmpty {
      return []
    }
    var ignored = Set<String>()
    let fields = answer.split(separator: "\0", omittingEmptySubsequences: false)
    for record in stride(from: 0, to: fields.count - 3, by: 4) where !fields[record].isEmpty {
      // A line that turns an earlier one round is named, too.
      if fields[record + 2].first != "!" { ignored.insert(String(fields[record + 3])) }
    }
    return ignored
  }
}

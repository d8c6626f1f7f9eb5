import TareText
import Testing

struct PathPatternTests {
  static let root = LexicalPath("/desk")

  @Test(arguments: [
    ("drafts", "drafts/a.md", true), ("drafts", "b/drafts/c/a.md", true), ("drafts", "b/drafts.md", false),
    ("*.md", "a.md", true), ("*.md", "b/c/a.md", true), ("*.md", "a.txt", false),
    ("prompts/*.md", "prompts/a.md", true), ("prompts/*.md", "prompts/b/a.md", false),
    ("prompts/*.md", "old/prompts/a.md", false), ("prompts/**/*.md", "prompts/a.md", true),
    ("prompts/**/*.md", "prompts/b/c/a.md", true), ("/AGENTS.md", "AGENTS.md", true),
    ("/AGENTS.md", "b/AGENTS.md", false), ("prompts", "prompts/b/a.md", true), ("prompts/", "prompts/b/a.md", true),
    ("./prompts/*.md", "prompts/a.md", true), ("**", "a/b", true), ("*.{md,txt}", "b/a.txt", true),
    ("*.{md,txt}", "b/a.rst", false), ("{a,b/{c,d}}.md", "b/d.md", true), ("a{b", "a{b", true),
  ])
  func `a pattern takes what it says`(pattern: String, path: String, isTaken: Bool) {
    #expect(PathPattern(pattern, below: Self.root).matches(LexicalPath(path, in: Self.root)) == isTaken)
  }

  @Test func `a pattern takes nothing outside its folder`() {
    let pattern = PathPattern("**", below: LexicalPath("/desk/prompts"))
    #expect(!pattern.matches(LexicalPath("/desk/other/a.md")))
    #expect(!pattern.matches(LexicalPath("/desk/prompts")))
  }

  @Test func `braces in braces stand for no more patterns than anybody needs`() {
    let bomb = String(repeating: "{a,b,c,d}", count: 40)
    #expect(!PathPattern(bomb, below: Self.root).matches(LexicalPath("x", in: Self.root)))
  }
}

struct LexicalPathTests {
  @Test(arguments: [
    ("a/./b/../c", "a/c"), ("../a", "../a"), ("/../a", "/a"), ("", "."), ("/", "/"), ("a//b/", "a/b"),
    ("a/../..", ".."),
  ])
  func `a path loses what leads nowhere`(path: String, shown: String) {
    #expect("\(LexicalPath(path))" == shown)
  }

  @Test func `a path reads from its folder`() {
    let folder = LexicalPath("/a/b")
    #expect("\(LexicalPath("../c", in: folder))" == "/a/c")
    #expect("\(LexicalPath("/c", in: folder))" == "/c")
    #expect(LexicalPath("/a/b/c/d").relative(to: folder) == "c/d")
    #expect(LexicalPath("/a/bc").relative(to: folder) == nil)
  }

  @Test func `the folders above a path end at the root`() {
    #expect(LexicalPath("/a/b/c").foldersAbove.map(\.description) == ["/a/b", "/a", "/"])
    #expect(LexicalPath("/").foldersAbove.isEmpty)
  }
}

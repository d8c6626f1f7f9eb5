import TareAudit
import TareText
import Testing

@testable import TareConfiguration

struct ConfigurationFilesTests {
  private func files(_ texts: [String: String]) -> ConfigurationFiles {
    ConfigurationFiles { path in texts["\(path)"].map { Array($0.utf8) } }
  }

  private func mistake(_ path: String, _ texts: [String: String]) -> String? {
    var files = files(texts)
    do throws(ConfigurationError) {
      _ = try files.layers(of: LexicalPath(path))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `the nearest file holds, and those above are not read`() throws {
    var files = files(["/a/tare.yaml": "model: x", "/a/b/c/tare.yaml": "max-tokens: 1"])
    #expect(try files.nearest(to: LexicalPath("/a/b/c/d"))?.description == "/a/b/c/tare.yaml")
    #expect(try files.nearest(to: LexicalPath("/a/b"))?.description == "/a/tare.yaml")
    #expect(try files.nearest(to: LexicalPath("/e")) == nil)
    let path = try #require(try files.nearest(to: LexicalPath("/a/b/c")))
    let found = try Configuration(files.layers(of: path)).settings(for: LexicalPath("/a/b/c/x.md"))
    #expect(found.model == nil)
  }

  @Test func `extended files lie below, the last of them on top`() throws {
    var files = files([
      "/a/tare.yaml": "extends: [../base/one.yaml, ../base/two.yaml]\nmodel: m",
      "/base/one.yaml": "model: one\nmax-tokens: 1", "/base/two.yaml": "extends: deep/three.yaml\nmax-tokens: 2",
      "/base/deep/three.yaml": "encodings: cl100k_base\nextend-exclude: old/x",
    ])
    let layers = try files.layers(of: LexicalPath("/a/tare.yaml"))
    #expect(layers.map(\.name) == ["/base/one.yaml", "/base/deep/three.yaml", "/base/two.yaml", "/a/tare.yaml"])
    let found = try Configuration(layers).settings(for: LexicalPath("/a/x.md"))
    #expect(found.model?.value == "m")
    #expect(found.limits.maxTokens == 2)
    #expect(found.encodings?.map(\.value) == ["cl100k_base"])
  }

  @Test func `a circle of files is an error with its place`() {
    let circle = ["/tare.yaml": "extends: a.yaml", "/a.yaml": "model: x\nextends: ./tare.yaml"]
    #expect(mistake("/tare.yaml", circle) == "/a.yaml:2:10: extends /tare.yaml, which leads back to this file")
    #expect(mistake("/tare.yaml", ["/tare.yaml": "extends: tare.yaml"])?.contains("leads back") == true)
  }

  @Test func `a file that extends nothing there is an error where it says so`() {
    #expect(mistake("/tare.yaml", ["/tare.yaml": "extends: no.yaml"]) == "/tare.yaml:1:10: there is no file /no.yaml")
  }

  @Test func `files that extend each other twice are refused before they are thousands`() {
    var texts: [String: String] = ["/12.yaml": "model: x"]
    for index in 0..<12 { texts["/\(index).yaml"] = "extends: [\(index + 1).yaml, \(index + 1).yaml]" }
    #expect(mistake("/0.yaml", texts)?.contains("extends more than 64 files") == true)
    var chain: [String: String] = [:]
    for index in 0..<40 { chain["/\(index).yaml"] = "extends: \(index + 1).yaml" }
    #expect(mistake("/0.yaml", chain)?.contains("more than 16 files extend each other in a row") == true)
  }

  @Test(arguments: ["tare.yml", ".tare.yaml"])
  func `a name nearly right is said and not passed over`(name: String) {
    var files = files(["/a/\(name)": "model: x"])
    let error = #expect(throws: ConfigurationError.self) { try files.nearest(to: LexicalPath("/a/b")) }
    #expect(error?.description == "/a/\(name): is not read; a file of settings is called tare.yaml")
  }
}

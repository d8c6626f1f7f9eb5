import TareAudit
import TareReports
import Testing

/// JUnit, Checkstyle and HTML, read by a strict reader of XML.
struct AuditXMLTests {
  private func elements(_ text: String) throws -> [XMLReading.Element] { try XMLReading.elements(of: text) }

  @Test func `JUnit has the elements and attributes of its schema, and counts that add up`() throws {
    // junit-10.xsd of Jenkins' xUnit plugin: the attributes it knows, and those it asks for.
    let known: [String: (known: Set<String>, required: Set<String>, parent: Set<String>)] = [
      "testsuites": (["name", "time", "tests", "failures", "errors"], [], [""]),
      "testsuite": (
        ["name", "tests", "failures", "errors", "skipped", "file", "id", "package"],
        ["name", "tests", "failures", "errors"], ["testsuites"]
      ), "testcase": (["name", "time", "classname", "group"], ["name"], ["testsuite"]),
      "failure": (["type", "message"], [], ["testcase"]), "error": (["type", "message"], [], ["testcase"]),
    ]
    for (name, report) in HostileAudits.all {
      let elements = try elements(PricedAudit(report).jUnit)
      for element in elements {
        let rule = try #require(known[element.name], "\(name)")
        #expect(
          rule.known.isSuperset(of: element.attributes.keys) && rule.required.isSubset(of: element.attributes.keys))
        #expect(rule.parent.contains(element.parent))
      }
      let root = try #require(elements.first)
      for (attribute, kind) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
        #expect(root.attributes[attribute] == "\(elements.count { $0.name == kind })", "\(name) \(attribute)")
      }
      #expect(elements.count { $0.name == "testsuite" } == report.files.count)
    }
  }

  @Test func `Checkstyle has an element for each file and for each finding`() throws {
    for (name, report) in HostileAudits.all {
      let elements = try elements(PricedAudit(report).checkstyle)
      #expect(elements.count { $0.name == "file" } == report.files.count, "\(name)")
      let errors = elements.filter { $0.name == "error" }
      #expect(errors.count == report.findingCount, "\(name)")
      for error in errors {
        #expect(Set(error.attributes.keys) == ["line", "column", "severity", "message", "source"])
        #expect(["info", "warning", "error"].contains(error.attributes["severity"]))
        #expect(error.attributes["line"].flatMap { Int($0) } ?? 0 >= 1)
      }
    }
  }

  @Test func `the page is closed in itself: nothing is loaded, nothing runs, nothing from outside is mark-up`() throws {
    let allowed: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "ul", "li", "b", "table", "tr", "th",
      "td",
      "span", "div", "details", "summary", "svg", "rect", "pre", "mark", "del", "ins", "code", "footer",
    ]
    for (name, report) in HostileAudits.all {
      for element in try elements(PricedAudit(report).html(toolVersion: "0.1.0")) {
        #expect(allowed.contains(element.name), "\(name): \(element.name)")
        for (attribute, value) in element.attributes {
          #expect(!attribute.hasPrefix("on") && attribute != "src" && attribute != "href", "\(name)")
          #expect(attribute == "xmlns" || !value.contains("//"), "\(name): \(value)")
        }
      }
    }
  }

  @Test func `the page has each finding and each file once`() throws {
    for (name, report) in HostileAudits.all {
      let elements = try elements(PricedAudit(report).html(toolVersion: "0.1.0"))
      let findings = elements.count { $0.attributes["class"]?.hasPrefix("finding ") == true }
      #expect(findings == report.findingCount, "\(name)")
      let files = elements.count { $0.attributes["class"] == "row file" }
      #expect(files <= report.files.count { !$0.isFailure }, "\(name)")
    }
  }
}

import TareJSON
import TarePricing
import TareReports
import TareSavings
import Testing

/// CSV and JUnit, which are read by other programs, have the numbers that JSON has.
struct SavingsTablesTests {
  @Test func `CSV reads back as a row for each prompt, with the numbers of the JSON report`() throws {
    for (name, report) in try SavingsMaterial.all() {
      let rows = CSVReading.rows(report.csv)
      let heads = try #require(rows.first)
      #expect(rows.count == report.prompts.count + 1 && rows.allSatisfy { $0.count == heads.count }, "\(name)")
      let prompts = try #require(try JSONDocument(parsing: Array(report.json.utf8)).root["prompts"]).elements
      for (prompt, row) in zip(prompts, rows.dropFirst()) {
        let cells = Dictionary(uniqueKeysWithValues: zip(heads, row))
        let path = try #require(prompt["path"]?.string)
        #expect(cells["path"] == path || cells["path"] == "'" + path, "\(name)")
        for (suffix, side) in [("Before", "base"), ("After", "head"), ("Delta", "diff")] {
          let part = prompt[side]
          #expect(cells["tokens" + suffix] == part?["tokens"]?.numberText ?? "", "\(name)")
          #expect(cells["usdPer1000Net" + suffix] == part?["perThousandRequests"]?["net"]?.string ?? "", "\(name)")
          #expect(cells["usdPer1000Gross" + suffix] == part?["perThousandRequests"]?["gross"]?.string ?? "", "\(name)")
          #expect(cells["usdPerMonthNet" + suffix] == part?["perMonth"]?["net"]?.string ?? "", "\(name)")
        }
      }
    }
  }

  @Test func `JUnit has a case for each prompt, and counts that add up`() throws {
    for (name, report) in try SavingsMaterial.all() {
      let elements = try XMLReading.elements(of: report.jUnit)
      let root = try #require(elements.first)
      let prompts = elements.count { $0.attributes["classname"] == "prompts" }
      #expect(prompts == report.prompts.count + report.unread.count, "\(name)")
      let suites = elements.filter { $0.name == "testsuite" }
      #expect(suites.count == 1 + report.verdicts.count, "\(name)")
      let failing = suites.filter { $0.attributes["failures"] != "0" }
      #expect(failing.count == report.verdicts.count(where: \.isFailure), "\(name)")
      for (attribute, kind) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
        #expect(root.attributes[attribute] == "\(elements.count { $0.name == kind })", "\(name) \(attribute)")
      }
    }
  }
}

/// A reader of RFC 4180.
private enum CSVReading {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var (row, cell, isQuoted): ([String], String, Bool) = ([], "", false)
    var scalars = Substring(text).unicodeScalars
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          cell.unicodeScalars.append(scalars.removeFirst())
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        row.append(cell)
        cell = ""
      } else if scalar == "\n" {
        rows.append(row + [cell])
        (row, cell) = ([], "")
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}

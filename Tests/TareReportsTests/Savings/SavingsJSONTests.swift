import Foundation
import TareJSON
import TarePricing
import TareReports
import TareSavings
import TareText
import Testing

struct SavingsJSONTests {
  private static let schemaFile = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../Documentation/tare-diff.schema.json")

  private func root(_ report: SavingsReport) throws -> JSONValue {
    try JSONDocument(parsing: Array(report.json.utf8)).root
  }

  @Test func `every report is what the published schema says`() throws {
    let schema = try JSONSchema(String(contentsOf: Self.schemaFile, encoding: .utf8))
    for (name, report) in try SavingsMaterial.all() {
      #expect(try schema.mistakes(in: report.json) == [], "\(name)")
    }
  }

  @Test func `a report with another shape is not what the schema says`() throws {
    let schema = try JSONSchema(String(contentsOf: Self.schemaFile, encoding: .utf8))
    let json = try SavingsMaterial.report(SavingsMaterial.everyKind).json
    let changes = [
      ("\"schemaVersion\": 1", "\"schemaVersion\": 2"), ("\"tokens\": 15", "\"tokens\": \"15\""),
      ("\"net\": \"0.0375\"", "\"net\": 0.0375"), ("\"change\": \"new\"", "\"change\": \"old\""),
      ("\"unread\"", "\"unreadable\""), ("\"gross\": \"-0.005\"", "\"gross\": \"-0.0050\""),
    ]
    for (old, new) in changes {
      let other = json.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
      #expect(other != json, "\(old)")
      #expect(try schema.mistakes(in: other) != [], "\(old)")
    }
  }

  @Test func `sums are exact, and the parts of what was before and after add up`() throws {
    for (name, report) in try SavingsMaterial.all() where report.perMonth != nil && report.withoutVolumeCount == 0 {
      let root = try root(report)
      let (total, prompts) = (try #require(root["total"]), try #require(root["prompts"]).elements)
      for side in ["base", "head", "diff"] {
        for (period, kind) in [("perThousandRequests", "net"), ("perThousandRequests", "gross"), ("perMonth", "gross")]
        {
          let parts = try prompts.compactMap { try $0[side]?[period]?[kind]?.string.map { try Money(dollars: $0) } }
          #expect(try total[side]?[period]?[kind]?.string == Money.sum(of: parts).decimalText, "\(name) \(side)")
        }
        let tokens = prompts.compactMap { $0[side]?["tokens"]?.integer }
        #expect(total[side]?["tokens"]?.integer == tokens.reduce(0, +), "\(name)")
      }
    }
  }

  @Test func `the sections of a prompt add up to its tokens`() throws {
    for (name, report) in try SavingsMaterial.all() {
      for prompt in try #require(try root(report)["prompts"]).elements {
        let sections = try #require(prompt["sections"]).elements
        for side in ["base", "head"] where prompt[side]?.isNull == false {
          let sum = sections.compactMap { $0[side]?.integer }.reduce(0, +)
          #expect(sum == prompt[side]?["tokens"]?.integer, "\(name)")
        }
      }
    }
  }
}

import Foundation
import TareAudit
import TestMaterial
import Testing

/// What is put into a prompt, and which rule has to see it.
struct Mutation: Sendable, CustomTestStringConvertible {
  typealias Change = @Sendable ([String], inout SeededGenerator) -> [String]

  let code: String
  let name: String
  /// The file, whose name decides the format.
  var path = "prompt.md"
  var settings = AuditSettings()
  /// Whether the rule compares with the prompt as it was.
  var isCompared = false
  /// The paragraphs of the prompt with the change in them.
  let change: Change

  var testDescription: String { "\(code): \(name)" }

  /// A change that puts a paragraph anywhere.
  static func inserting(_ text: String) -> Change {
    { paragraphs, generator in
      var changed = paragraphs
      changed.insert(text, at: generator.below(paragraphs.count))
      return changed
    }
  }

  /// A change that puts a paragraph at the end.
  static func appending(_ text: String) -> Change { { paragraphs, _ in paragraphs + [text] } }

  /// A change of words in one paragraph.
  static func replacing(_ old: String, by new: String) -> Change {
    { paragraphs, generator in
      var changed = paragraphs
      let index = generator.below(paragraphs.count)
      changed[index] = changed[index].replacingOccurrences(of: old, with: new)
      return changed
    }
  }

  /// A file of another kind around the text of the prompt, which it may quote for JSON.
  static func wrapping(_ file: @escaping @Sendable (String) -> String) -> Change {
    { paragraphs, _ in [file(paragraphs.joined(separator: "\\n\\n"))] }
  }
}

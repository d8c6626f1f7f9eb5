import TareJSON
import TareText

/// What audits found before, by what they looked at.
///
/// ```
/// {"layout":1,"audits":{"<key>":{"unused":0,"ledger":[…],"findings":[…]},…}}
/// ```
/// A cache that is damaged, or was written in another layout, is an empty one: it only saves time. Files that could not
/// be read are not remembered, because the reason may lie outside the file.
public struct AuditCache: Sendable {
  /// How many runs an audit that nobody asks for is kept: files come back when a branch is changed.
  static let keptRuns = 8
  private static let layout = 1

  private struct Entry {
    var unused: Int
    let value: JSONValue
  }

  private var entries: [AuditKey: Entry] = [:]

  /// A cache that remembers nothing.
  public init() {}

  /// What ``written(with:)`` wrote.
  public init(_ bytes: [UInt8]) {
    guard let root = try? JSONDocument(parsing: bytes).root, root["layout"]?.integer == Self.layout,
      let audits = root["audits"]?.members
    else { return }
    for audit in audits {
      guard let unused = audit.value["unused"]?.integer else { continue }
      entries[AuditKey(digest: audit.name)] = Entry(unused: unused, value: audit.value)
    }
  }

  /// What was found in the file at `path` with those bytes; `nil` where nobody looked yet.
  public func audit(_ key: AuditKey, path: String, bytes: [UInt8]) -> FileAudit? {
    guard let entry = entries[key], let source = try? SourceText(bytes) else { return nil }
    return FileAudit(cached: entry.value, path: path, source: source)
  }

  /// The cache as it is kept after a run that asked for the keys of `audits`, in bytes that do not depend on the order
  /// of the run.
  ///
  /// - Complexity: O(*n* log *n*) in audits.
  public func written(with audits: [AuditKey: FileAudit]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { cache in
      cache.member("layout", Self.layout)
      cache.object("audits") { written in
        for key in Set(entries.keys).union(audits.keys).sorted(by: { $0.digest < $1.digest }) {
          write(key, audits[key], to: &written)
        }
      }
    }
    return writer.bytes
  }

  private func write(_ key: AuditKey, _ audit: FileAudit?, to writer: inout JSONWriter) {
    if let audit {
      guard !audit.isFailure else { return }
      writer.object(key.digest) {
        $0.member("unused", 0)
        audit.writeCached(to: &$0)
      }
    } else if let entry = entries[key], entry.unused < Self.keptRuns {
      writer.object(key.digest) { object in
        object.member("unused", entry.unused + 1)
        for member in entry.value.members where member.name != "unused" {
          object.member(member.name, raw: member.value.rawBytes)
        }
      }
    }
  }
}

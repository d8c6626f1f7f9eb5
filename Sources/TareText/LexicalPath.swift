/// A path by its text alone, without asking the system what stands there.
public struct LexicalPath: Sendable, Hashable {
  /// The parts, without `.` and without `..` but at the start of a path that leads above its folder.
  public let parts: [String]
  /// Whether it begins at the root.
  public let isAbsolute: Bool

  /// `path` as it reads from `folder`, or as it stands where no folder is given or it begins at the root.
  public init(_ path: String, in folder: LexicalPath? = nil) {
    let isRooted = path.utf8.first == UInt8(ascii: "/")
    var parts = isRooted ? [] : folder?.parts ?? []
    let isAbsolute = isRooted || folder?.isAbsolute == true
    for part in path.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(String(part))
        continue
      }
      // Above the root is the root.
      if let last = parts.last, last != ".." { parts.removeLast() } else if !isAbsolute { parts.append("..") }
    }
    (self.parts, self.isAbsolute) = (parts, isAbsolute)
  }

  private init(parts: [String], isAbsolute: Bool) {
    (self.parts, self.isAbsolute) = (parts, isAbsolute)
  }

  /// The folder it lies in; the root and what has no part lie in themselves.
  public var folder: LexicalPath { LexicalPath(parts: Array(parts.dropLast()), isAbsolute: isAbsolute) }

  /// The last part, or nothing for the root.
  public var name: String { parts.last ?? "" }

  /// The folder it lies in and all above that, the nearest first.
  public var foldersAbove: [LexicalPath] {
    (0..<parts.count).reversed().map { LexicalPath(parts: Array(parts[..<$0]), isAbsolute: isAbsolute) }
  }

  /// The way from `folder` to here, or `nil` where this does not lie below it.
  public func relative(to folder: LexicalPath) -> String? {
    guard isAbsolute == folder.isAbsolute, parts.count > folder.parts.count, parts.starts(with: folder.parts) else {
      return nil
    }
    return parts[folder.parts.count...].joined(separator: "/")
  }
}

extension LexicalPath: CustomStringConvertible {
  /// The path with `/` between its parts; `.` for one that has none.
  public var description: String {
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }
}

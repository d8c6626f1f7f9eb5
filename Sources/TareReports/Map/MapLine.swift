import TareAudit
import TareText

/// A row of a map as one line of a picture: its name, and how deep it stands.
///
/// A folder that holds a single row is one line with it, and so is a file whose only part is a title over all of it.
struct MapLine {
  let row: MapRow
  let title: String
  let depth: Int
  /// The lines inside it.
  let inner: [MapLine]

  init(_ row: MapRow, depth: Int = 0) {
    var (row, title) = (row, row.title)
    while row.kind == .folder, row.children.count == 1, row.children[0].summedUp == 0 {
      row = row.children[0]
      title += row.title
    }
    self.row = row
    self.title = title
    self.depth = depth
    inner = (row.hasOneTitle ? row.children[0].children : row.children).map { MapLine($0, depth: depth + 1) }
  }

  /// The line and all inside it, from top to bottom.
  var all: [MapLine] { [self] + inner.flatMap(\.all) }
}

extension MapRow {
  /// Whether it is a file of which a title is the only part, with all its tokens below.
  fileprivate var hasOneTitle: Bool {
    kind == .file && children.count == 1 && children[0].kind == .section && children[0].summedUp == 0
      && children[0].tokens == tokens
  }

  /// What the row is called.
  fileprivate var title: String {
    if summedUp > 0 { return "(\(summedUp.grouped) smaller)" }
    switch kind {
    case .folder: return name.isEmpty ? "(all)" : name + "/"
    case .file: return name
    case .description: return "(description)"
    case .opening: return "(before the first heading)"
    case .message: return name.isEmpty ? "(message)" : "(\(name))"
    case .section: return name.isEmpty ? "(untitled)" : name
    }
  }
}

import TareText
import TareUnicode

/// Which part of a label that is too long is kept.
enum LabelPart: Sendable {
  /// The beginning: of a heading.
  case start
  /// The end: what tells a path from its neighbours.
  case end
}

/// As much of a label as fits into so many columns, with a mark where something is missing.
func shortLabel(_ label: String, columns: Int, keeping part: LabelPart) -> String {
  let shown = shownName(label)
  guard shown.displayWidth > columns else { return shown }
  return switch part {
  case .start: prefix(of: shown, columns: columns - 1) + "…"
  case .end: "…" + suffix(of: shown, columns: columns - 1)
  }
}

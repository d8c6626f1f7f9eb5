extension MarkupWriter {
  /// A chart as one picture: a title and a text that says in words what is drawn, for whoever does not see it.
  ///
  /// Its units are whole numbers of a drawing ``ChartLayout/width`` wide, which the page scales. The style sheet of the
  /// page colours it; every meaning stands in letters too.
  mutating func chart(
    _ title: String, saying description: String, height: Int, _ body: (inout MarkupWriter) -> Void
  ) {
    let attributes = [
      ("class", "chart"), ("role", "img"), ("xmlns", "http://www.w3.org/2000/svg"),
      ("viewBox", "0 0 \(ChartLayout.width) \(height)"), ("aria-label", title),
    ]
    block("svg", attributes) { svg in
      svg.line("title", title)
      svg.line("desc", description)
      body(&svg)
    }
  }

  /// A bar with a text that is shown when the pointer rests on it.
  mutating func bar(_ kind: String, x: Int, y: Int, width: Int, height: Int, saying title: String) {
    let place = [("x", "\(x)"), ("y", "\(y)"), ("width", "\(width)"), ("height", "\(height)")]
    line("rect", [("class", kind)] + place) { $0.inline("title", title) }
  }

  /// A text that begins at `x`, or ends there.
  mutating func label(_ text: String, _ kind: String = "", x: Int, y: Int, endsThere: Bool = false) {
    let anchor = endsThere ? [("text-anchor", "end")] : []
    let name = kind.isEmpty ? [] : [("class", kind)]
    line("text", name + [("x", "\(x)"), ("y", "\(y)")] + anchor, text)
  }
}

/// Where things stand in a chart of bars: labels, then bars, then numbers.
enum ChartLayout {
  static let width = 800
  /// What labels have, in columns of text: as many as stay clear of the bars in a wide font.
  static let labelColumns = 30
  static let barStart = 240
  static let barLength = 380
  static let barHeight = 12
  /// From the end of a bar to its number.
  static let numberGap = 8
  /// How far a level of a label is moved to the right, and the columns that takes.
  static let indent = 14
  static let indentColumns = 2
  /// From the top of a bar to the base line of the text beside it.
  static let baseline = 10
}

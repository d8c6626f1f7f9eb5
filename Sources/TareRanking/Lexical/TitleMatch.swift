/// How much of a question each title holds, and how much of each title the question names.
struct TitleMatch {
  /// The share of the question's weight that stands in the title, from 0 to 1.
  private(set) var questionInTitle: [Double] = []
  /// The share of the title's information that the question names, from 0 to 1.
  private(set) var titleInQuestion: [Double] = []

  init(
    _ titles: [[Int32]], _ lexicon: Lexicon, weights: [Double], featureOfStem: [Int32], _ information: WordInformation
  ) {
    guard titles.contains(where: { !$0.isEmpty }) else {
      (questionInTitle, titleInQuestion) = (titles.map { _ in 0 }, titles.map { _ in 0 })
      return
    }
    let whole = weights.reduce(0, +)
    for title in titles {
      let found = title.map { Int(featureOfStem[Int(lexicon.stems[Int($0)])]) }
      let held = Set(found).filter { $0 >= 0 }.sorted().reduce(0) { $0 + weights[$1] }
      questionInTitle.append(whole > 0 ? held / whole : 0)

      let told = title.map { information(lexicon.forms[Int($0)]) }
      let all = told.reduce(0, +)
      let named = zip(found, told).reduce(0) { $1.0 >= 0 ? $0 + $1.1 : $0 }
      titleInQuestion.append(all > 0 ? named / all : 0)
    }
  }
}

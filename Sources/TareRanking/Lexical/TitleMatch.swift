/// How much of a question each title holds, and how much of each title the question names.
struct TitleMatch {
  /// The share of the question's weight that stands in the title, from 0 to 1.
  private(set) var questionInTitle: [Double] = []
  /// The share of the title's information that the question names, from 0 to 1.
  private(set) var titleInQuestion: [Double] = []

  init(_ pool: AnalyzedPool, weights: [Double], featureOfStem: [Int], information: (Int) -> Double) {
    let whole = weights.reduce(0, +)
    for title in pool.titles {
      let features = Set(title.map { featureOfStem[pool.stems[$0]] }).filter { $0 >= 0 }.sorted()
      let held = features.reduce(0) { $0 + weights[$1] }
      questionInTitle.append(whole > 0 ? held / whole : 0)

      let told = title.map { information($0) }
      let named = zip(title, told).filter { featureOfStem[pool.stems[$0.0]] >= 0 }
      let all = told.reduce(0, +)
      titleInQuestion.append(all > 0 ? named.reduce(0) { $0 + $1.1 } / all : 0)
    }
  }
}

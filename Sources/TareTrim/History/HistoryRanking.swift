/// How much each group of a history bears on a question, by whatever judged it.
public struct HistoryRanking: Sendable, Hashable {
  /// One score for each group, higher being better; 0 for a group that has nothing to do with the question.
  let scores: [Double]

  /// A ranking of known scores, one for each group of the conversation; a group without one has none, and a score
  /// that is no number counts as 0.
  public init(scores: [Double]) {
    self.scores = scores.map { $0.isFinite ? $0 : 0 }
  }

  func score(of group: Int) -> Double { scores.indices.contains(group) ? scores[group] : 0 }

  /// `groups` best first; of equal scores the older, and of groups that have nothing to do with the question the newer.
  func ranked(_ groups: some Sequence<Int>) -> [Int] {
    groups.map { (group: $0, score: score(of: $0)) }.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return left.score > 0 ? left.group < right.group : left.group > right.group
    }.map(\.group)
  }
}

/// Finds files that say nearly the same.
struct NearIdenticalFile {
  /// What the rule says about itself.
  static let page = RulePage(
    code: "DUP008", name: "near-identical-file",
    summary: "A file says nearly the same as another.",
    rationale: """
      Two prompts that began as one are mended in one place and not in the other. Together they are sent by nobody, so \
      this costs work and no tokens, and the rule is off.
      """,
    evidence: """
      November 2026: 48 pairs among 2,049 prompts share four fifths of their phrases; 3 of 3 that were read by hand were \
      copies.
      """,
    severity: .info, scope: .file, isOnByDefault: false,
    triggering: [
      .init(
        Self.example, path: "b.md", others: [.init(path: "a.md", prompt: Self.example)])
    ],
    silent: ["Answer in English."])

  private static let example = """
    You answer customers of a shop for tents. Answer in the language that the customer writes in, in at most five \
    sentences, and quote the paragraph of the handbook that you rely on. When the handbook has no answer, say so and name \
    the service desk. Never promise a date for a repair; the service desk calls back. Ask for the number of the order \
    before you say anything about it. Do not discuss prices of other shops.
    """

  /// In hundredths of the phrases of both files.
  private static let leastLikeness = 80
  /// How many of the smallest hashes lead to candidates: two files that are alike in four fifths have none of them in
  /// common once in hundreds of thousands.
  private static let leadingHashes = 8

  /// Reports each file once, for the first file in front of it that it is like.
  func check(_ run: AuditedRun) -> [PlacedFinding] {
    var candidates: [UInt64: [Int]] = [:]
    return run.files.indices.compactMap { index in
      guard let sketch = run.files[index].sketch else { return nil }
      let leading = sketch.hashes.prefix(Self.leadingHashes)
      let earlier = Set(leading.flatMap { candidates[$0] ?? [] }).sorted()
      for hash in leading { candidates[hash, default: []].append(index) }
      let likenesses = earlier.lazy.map { (run.files[$0], run.files[$0].sketch?.likeness(to: sketch) ?? 0) }
      guard let (other, likeness) = likenesses.first(where: { $0.1 >= Self.leastLikeness }) else { return nil }
      return PlacedFinding(
        path: run.files[index].path,
        finding: Finding(
          Self.page, "file shares about \(likeness) % of its phrases with \"\(other.path)\"", at: .beginning,
          cost: .held(run.files[index].sent)))
    }
  }
}

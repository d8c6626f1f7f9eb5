import Testing

@testable import TareCommand

struct ProgressTests {
  @Test(
    arguments: [
      (0, nil, false), (999, nil, false), (1_000, nil, true), (1_050, 1_000, false), (1_100, 1_000, true),
    ] as [(Int, Int?, Bool)])
  func `a short run shows nothing, a long one ten lines a second`(elapsed: Int, last: Int?, isDue: Bool) {
    #expect(Progress.isDue(.milliseconds(elapsed), after: last.map { .milliseconds($0) }) == isDue)
  }
}

import ArgumentParser
import Tare

/// What is asked, and what of the history is chosen by it.
struct QuestionOptions: ParsableArguments {
  @Option(
    name: [.customLong("question"), .customLong("query")],
    help: ArgumentHelp(
      "Judge history and chunks by this text, whatever scores the chunks have. Without it chunks are ranked by their scores, and all else by the last human message.",
      valueName: "text"))
  var question: String?

  @Option(
    help: ArgumentHelp(
      "With --policy relevant: the share of what is left beside what must stay that goes to the newest turns first.",
      valueName: "share"))
  var newest = Share(thousandths: 0)

  @Option(
    help: ArgumentHelp(
      "Repeat, before the last human message, what was said in dropped messages that bear on the question: the share of the budget for it.",
      valueName: "share"))
  var recall: Share?

  var query: Query? { question.map { Query(text: $0) } }
}

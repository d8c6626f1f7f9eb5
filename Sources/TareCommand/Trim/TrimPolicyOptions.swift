import ArgumentParser
import Tare

/// Everything that says how to trim, as one policy.
struct TrimPolicyOptions: ParsableArguments {
  @OptionGroup(title: "Budget") var limits: TrimLimitOptions
  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Tool results") var toolResults: ToolResultOptions
  @OptionGroup(title: "Question") var question: QuestionOptions
  @OptionGroup(title: "Price") var price: PriceOptions

  var policy: TrimPolicy {
    var policy = TrimPolicy(
      window: window.window(question), keepTurns: limits.keepTurns, keepMessages: limits.keepMessages,
      toolResults: toolResults.policy, shortening: window.shorten, recall: question.recall,
      placeholderTokens: window.hasNoPlaceholder ? nil : window.placeholderTokens)
    policy.shares = limits.shares
    return policy
  }
}

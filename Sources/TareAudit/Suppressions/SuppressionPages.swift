extension RulePage {
  /// A suppression that hides nothing.
  public static let unusedSuppression = RulePage(
    code: "TARE001", name: "unused-suppression",
    summary: "A comment lets findings be that are not there.",
    rationale: """
      What it was written for is mended, or it stands in the wrong line. It would hide the next finding of that rule, and \
      where the format sends its comments, it is paid for with every request. It is only said of rules that were run.
      """,
    severity: .warning, fixSafety: .safe)

  /// A suppression nobody can follow.
  public static let malformedSuppression = RulePage(
    code: "TARE006", name: "malformed-suppression",
    summary: "A comment that is to let findings be names no rule, or one that is not there.",
    rationale: """
      It lets nothing be, and who wrote it thinks it does. The form is "tare:ignore RULES -- reason", or ignore-file, or \
      ignore-start and ignore-end; rules are codes, names, beginnings of codes, or ALL.
      """,
    severity: .warning)

  /// A suppression that does not say why.
  public static let suppressionWithoutReason = RulePage(
    code: "TARE007", name: "suppression-without-reason",
    summary: "A comment lets findings be and does not say why, where reasons are asked for.",
    rationale: "Whoever meets the comment later has to find out anew whether it is still right.", severity: .warning)

  /// A suppression that was for a time.
  public static let expiredSuppression = RulePage(
    code: "TARE008", name: "expired-suppression",
    summary: "The last day on which a comment lets findings be has passed.",
    rationale: """
      A waiver says until when a prompt may be longer than it should be. From then on it lets nothing be, and what it hid \
      is reported beside it.
      """,
    severity: .warning)

  /// What is reported of suppressions.
  static let suppressions = [unusedSuppression, malformedSuppression, suppressionWithoutReason, expiredSuppression]
}

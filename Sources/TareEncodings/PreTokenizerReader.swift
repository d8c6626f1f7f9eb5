internal import TareTokens

/// GPT-2's pattern as Hugging Face's ByteLevel has it.
private let byteLevelPattern = #"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#

/// The steps by which a pre-tokenizer divides text, up to the one that makes bytes of it, and what it does to spaces.
func readPreTokenizer(
  _ preTokenizer: VocabularyNode
) throws(VocabularyError) -> (steps: [SplitStep], spaces: SpaceRules?) {
  var steps: [SplitStep] = []
  var spaces: SpaceRules?
  var isByteLevel = false
  for part in try flattened(preTokenizer) {
    guard !isByteLevel else { throw part.error("follows ByteLevel, which has to be the last") }
    let type = try part.member("type").text()
    switch type {
    case "ByteLevel":
      isByteLevel = true
      if try part.flag("add_prefix_space", default: true) {
        guard steps.isEmpty else { throw part.error("a space before each piece is not understood") }
        spaces = SpaceRules(prefix: .unlessThere, hasMark: false)
      }
      if let step = try byteLevel(part) { steps.append(step) }
    case "Split": steps.append(try split(part))
    case "Digits": steps.append(try digits(part))
    case "Punctuation": steps.append(try punctuation(part))
    default: throw part.error("a pre-tokenizer of type \(type) is not understood")
    }
  }
  guard isByteLevel else { throw preTokenizer.error("has no ByteLevel; only encodings of bytes are understood") }
  // Without any step the whole text is one piece.
  if steps.isEmpty { throw preTokenizer.error("divides nothing: the whole text would be one piece") }
  guard SplitStep.areLocal(steps) else {
    throw preTokenizer.error("a later step divides what an earlier one has matched, which is not understood")
  }
  return (steps, spaces)
}

/// Whether a pre-tokenizer makes bytes of the text.
func usesBytes(_ preTokenizer: VocabularyNode?) throws(VocabularyError) -> Bool {
  guard let preTokenizer else { return false }
  for part in try flattened(preTokenizer) where try part.member("type").text() == "ByteLevel" { return true }
  return false
}

/// The steps in order, those of a sequence in the place of the sequence.
func flattened(
  _ part: VocabularyNode, under name: String = "pretokenizers", depth: Int = 0
) throws(VocabularyError) -> [VocabularyNode] {
  guard try part.member("type").text() == "Sequence" else { return [part] }
  guard depth < 8 else { throw part.error("sequences are nested deeper than 8") }
  try part.allow(["type", name])
  var parts: [VocabularyNode] = []
  for child in try part.member(name).elements() { parts += try flattened(child, under: name, depth: depth + 1) }
  return parts
}

private func byteLevel(_ part: VocabularyNode) throws(VocabularyError) -> SplitStep? {
  try part.allow(["type", "add_prefix_space", "trim_offsets", "use_regex"])
  guard try part.flag("use_regex", default: true) else { return nil }
  return try step(part) { () throws(PatternError) in try SplitStep(pattern: byteLevelPattern, .oniguruma) }
}

private func split(_ part: VocabularyNode) throws(VocabularyError) -> SplitStep {
  try part.allow(["type", "pattern", "behavior", "invert"])
  let pattern = try part.member("pattern")
  try pattern.allow(["Regex", "String"])
  let step: SplitStep
  if let expression = pattern["Regex"] {
    let text = try expression.text()
    step = try TareEncodings.step(expression) { () throws(PatternError) in try SplitStep(pattern: text, .oniguruma) }
  } else {
    let literal = try pattern.member("String")
    let text = try literal.text()
    guard !text.isEmpty else { throw literal.error("the string is empty") }
    step = try TareEncodings.step(literal) { () throws(PatternError) in try SplitStep(literal: text) }
  }
  try checkBehavior(part, step)
  return step
}

/// Matches and what lies between them stay, each as a piece of its own. To remove one of the two is the same where
/// the expression matches everything, so that there is nothing of the kind.
private func checkBehavior(_ part: VocabularyNode, _ step: SplitStep) throws(VocabularyError) {
  let behavior = try part.member("behavior")
  let isInverted = try part.flag("invert", default: false)
  switch try behavior.text() {
  case "Isolated": return
  case "Removed" where isInverted && step.coversEverything: return
  case let name: throw behavior.error("\(name) is not understood here, only Isolated")
  }
}

private func digits(_ part: VocabularyNode) throws(VocabularyError) -> SplitStep {
  try part.allow(["type", "individual_digits"])
  let pattern = try part.flag("individual_digits", default: false) ? #"\p{N}"# : #"\p{N}+"#
  return try step(part) { () throws(PatternError) in try SplitStep(pattern: pattern, .oniguruma) }
}

private func punctuation(_ part: VocabularyNode) throws(VocabularyError) -> SplitStep {
  try part.allow(["type", "behavior"])
  let behavior = try part["behavior"]?.text() ?? "Isolated"
  guard behavior == "Isolated" || behavior == "Contiguous" else {
    throw part.error("the behavior \(behavior) is not understood, only Isolated and Contiguous")
  }
  let one = #"[!-/:-@\[-`{-~\p{P}]"#
  return try step(part) { () throws(PatternError) in
    try SplitStep(pattern: behavior == "Isolated" ? one : one + "+", .oniguruma)
  }
}

private func step(
  _ part: VocabularyNode, _ make: () throws(PatternError) -> SplitStep
) throws(VocabularyError) -> SplitStep {
  do { return try make() } catch { throw part.error("\(error)") }
}

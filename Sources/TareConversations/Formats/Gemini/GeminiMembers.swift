/// The members of a request to Google Gemini by what they are to the model.
///
/// Source: the API reference of `models.generateContent` as of 2026-11.
enum GeminiMembers {
  /// Members of the request that are read, or that steer the sampling and the service and are no text the model is
  /// shown. What a cached content holds is text, and nobody here can count it.
  static let request = bothSpellings([
    "contents", "model", "systemInstruction", "tools", "toolConfig", "safetySettings", "generationConfig", "labels",
    "serviceTier", "store",
  ])
  /// Members of `generationConfig` that say what the answer has to look like.
  static let answerForms = bothSpellings(["responseSchema", "responseJsonSchema"])
  /// Members of a part that are read or counted as a whole, or that say how a picture or a film is to be looked at.
  static let part = bothSpellings([
    "text", "thought", "thoughtSignature", "functionCall", "functionResponse", "toolCall", "toolResponse", "inlineData",
    "fileData", "executableCode", "codeExecutionResult", "mediaResolution", "videoMetadata", "partMetadata",
  ])

  /// Whether a member of a part is what the part says, and not something about it.
  static func isContent(_ name: String) -> Bool { !aside.contains(name) }

  private static let aside = bothSpellings([
    "thought", "thoughtSignature", "mediaResolution", "videoMetadata", "partMetadata",
  ])

  private static func bothSpellings(_ names: [String]) -> Set<String> { Set(names + names.map(underscored)) }

  /// A name in camel case with underscores instead.
  static func underscored(_ name: String) -> String {
    name.reduce(into: "") { spelt, letter in
      if letter.isUppercase { spelt += "_" }
      spelt += letter.lowercased()
    }
  }
}

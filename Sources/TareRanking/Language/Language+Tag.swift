extension Language {
  /// What a tag such as `de` or `pt-BR`, or an English name, says about the words of a text.
  public enum Tag: Sendable, Hashable {
    /// A language whose words are told apart here.
    case known(Language)
    /// A language that its script tells well enough.
    case byScript
    /// Nothing that is known here.
    case unknown

    /// Reads a tag; upper and lower case are the same.
    public init(_ text: String) {
      let text = text.lowercased()
      let code = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map(String.init) ?? ""
      if let language = try? Language(named: Self.names[code] ?? text) {
        self = .known(language)
      } else {
        self = Self.byScriptCodes.contains(code) ? .byScript : .unknown
      }
    }

    private static let names = [
      "en": "english", "de": "german", "fr": "french", "es": "spanish", "pt": "portuguese", "it": "italian",
      "nl": "dutch", "sv": "swedish", "da": "danish", "no": "norwegian", "nb": "norwegian", "nn": "norwegian",
      "fi": "finnish", "hu": "hungarian", "ro": "romanian", "ca": "catalan", "tr": "turkish", "id": "indonesian",
      "pl": "polish", "cs": "czech", "vi": "vietnamese",
    ]

    private static let byScriptCodes: Set<String> = [
      "am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn", "ko", "lo", "mk",
      "ml", "mr", "my", "ne", "pa", "ru", "si", "sr", "ta", "te", "th", "uk", "ur", "yue", "zh",
    ]
  }
}

import TareJSON

/// Pictures as the formats hold them.
extension MessageImage {
  /// OpenAI's: an object with the URL, or, as some servers and the Responses take it, the URL alone.
  ///
  /// - Parameter detail: How closely to look, where it does not stand beside the URL.
  init(openAI value: JSONValue?, detail: JSONValue? = nil) {
    let url = value?["url"] ?? value
    self.init(
      detail: Detail(openAI: value?["detail"] ?? detail), size: url?.utf8.flatMap { ImageSize(inDataURL: $0) })
  }

  /// Anthropic's: `{"type": "base64", "media_type": …, "data": …}`, or a URL or a file's id, whose size nobody knows.
  init(anthropicSource source: JSONValue?) {
    self.init(size: source?["data"]?.utf8.flatMap { ImageSize(inBase64: $0) })
  }

  /// The picture in base64 alone.
  init(base64 data: JSONValue?, detail: Detail = .high) {
    self.init(detail: detail, size: data?.utf8.flatMap { ImageSize(inBase64: $0) })
  }
}

extension MessageImage.Detail {
  fileprivate init(openAI value: JSONValue?) {
    guard let value, !value.isNull, value.string != "auto" else {
      self = .high
      return
    }
    self = value.string.flatMap(Self.init(rawValue:)) ?? .other
  }

  /// Gemini's `mediaResolution` of a part.
  init(gemini value: JSONValue?) {
    switch value?.string ?? value?["level"]?.string {
    case nil, "MEDIA_RESOLUTION_UNSPECIFIED", "MEDIA_RESOLUTION_HIGH": self = .high
    case "MEDIA_RESOLUTION_LOW": self = .low
    case "MEDIA_RESOLUTION_ULTRA_HIGH": self = .original
    default: self = .other
    }
  }
}

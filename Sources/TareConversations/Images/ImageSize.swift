/// The size of a picture, in pixels.
public struct ImageSize: Sendable, Hashable {
  /// From left to right; at least 1.
  public let width: Int
  /// From top to bottom; at least 1.
  public let height: Int

  /// A size, or `nil` where a side is less than 1 or more than ``longestSide``.
  public init?(width: Int, height: Int) {
    guard 1...Self.longestSide ~= width, 1...Self.longestSide ~= height else { return nil }
    self.width = width
    self.height = height
  }

  /// What the formats below can say at most; no provider takes so much.
  public static let longestSide = 1 << 24

  var longer: Int { max(width, height) }
  var shorter: Int { min(width, height) }

  /// The size with a longer side of at most `edge` and the same shape, rounded to whole pixels.
  func fitted(to edge: Int) -> ImageSize {
    guard longer > edge, edge > 0 else { return self }
    return scaled(edge, over: longer)
  }

  /// The size with a shorter side of at most `edge` and the same shape, rounded to whole pixels.
  func fitted(shorterTo edge: Int) -> ImageSize {
    guard shorter > edge else { return self }
    return scaled(edge, over: shorter)
  }

  private func scaled(_ numerator: Int, over denominator: Int) -> ImageSize {
    func side(_ length: Int) -> Int { max(1, (length * numerator + denominator / 2) / denominator) }
    return ImageSize(width: side(width), height: side(height)) ?? self
  }

  /// How many squares of a side cover the picture.
  func squares(of side: Int) -> Int { ((width + side - 1) / side) * ((height + side - 1) / side) }
}

/// A picture in a message, as far as its tokens need to be known.
public struct MessageImage: Sendable, Hashable {
  /// How closely the model is to look.
  public enum Detail: String, Sendable, Hashable {
    /// At a small version.
    case low
    /// At the usual size; what `auto` and no word at all come to.
    case high
    /// At the size it has.
    case original
    /// As a word says that is none of these: the count is the most that any of them comes to.
    case other
  }

  /// How closely the model is to look.
  public let detail: Detail
  /// The size, where the payload holds the picture itself in a known format; `nil` for one that is only linked to.
  public let size: ImageSize?

  /// A picture.
  public init(detail: Detail = .high, size: ImageSize? = nil) {
    self.detail = detail
    self.size = size
  }
}

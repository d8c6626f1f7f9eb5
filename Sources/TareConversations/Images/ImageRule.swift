/// How a provider counts the tokens of a picture. Each rule is data with its source; this is the arithmetic.
public enum ImageRule: Sendable, Hashable {
  /// OpenAI's older models: a base, and so much for each tile of 512 after the picture was made to fit.
  case tiles(base: Int, tile: Int)
  /// Patches of a side up to a budget, times a factor.
  case patches(PatchRule)
  /// Gemini 2: so much for a small picture, and for each crop of a larger one.
  case crops(small: Int, crop: Int, usual: Int)
  /// Gemini 3: a number for each level of detail, whatever the size.
  case levels(low: Int, high: Int, original: Int)

  /// The tokens of a picture. Where its size is not known, or sources differ, it is the most that is usual, and what it may
  /// be less is uncertain.
  public func tokens(of image: MessageImage) -> MessageCount {
    guard image.detail == .other else { return tokensOfKnownDetail(image) }
    let counts = [MessageImage.Detail.low, .high, .original].map {
      tokensOfKnownDetail(MessageImage(detail: $0, size: image.size))
    }
    let least = counts.map { $0.tokens - $0.uncertain }.min() ?? 0
    // One may be uncertain even where all of them come to the same.
    let most = counts.map(\.tokens).max() ?? 0
    return MessageCount(most: most, least: min(least, most - 1))
  }

  private func tokensOfKnownDetail(_ image: MessageImage) -> MessageCount {
    switch self {
    case .tiles(let base, let tile):
      if image.detail == .low { return MessageCount(tokens: base) }
      guard let size = image.size else { return MessageCount(most: base + tile * 8, least: base + tile) }
      // Fitting into the square first and to the shorter side then leaves at most 2 by 4 tiles.
      return MessageCount(tokens: base + tile * size.fitted(to: 2_048).fitted(shorterTo: 768).squares(of: 512))
    case .patches(let rule): return rule.tokens(of: image)
    case .crops(let small, let crop, let usual):
      guard let size = image.size else { return MessageCount(most: crop * usual, least: crop) }
      if size.longer <= small { return MessageCount(tokens: crop) }
      return MessageCount(tokens: crop * size.squares(of: max(1, size.shorter * 2 / 3)))
    case .levels(let low, let high, let original):
      // The guide calls these the most an image takes.
      let most = image.detail == .low ? low : image.detail == .original ? original : high
      return MessageCount(most: most, least: min(low, most))
    }
  }
}

/// A picture cut into patches, one token each, up to a budget that a larger one is scaled down to.
public struct PatchRule: Sendable, Hashable {
  /// The most patches and the longest edge, in pixels; no edge where it is 0.
  public struct Limit: Sendable, Hashable {
    /// The most patches.
    public let budget: Int
    /// The longest edge; 0 where none is stated.
    public let edge: Int
  }

  /// The side of a patch, in pixels.
  public let patch: Int
  /// The limits of a picture at the usual detail.
  public let limit: Limit
  /// The limits of a picture at its own size, where a model has those.
  public let originalLimit: Limit?
  /// Tokens for each thousand patches.
  public let multiplier: Int
  /// The least that another source says of the multiplier.
  public let leastMultiplier: Int

  func tokens(of image: MessageImage) -> MessageCount {
    let limit = image.detail == .original ? originalLimit ?? limit : limit
    let most = image.size.map { patches(of: $0, limit) } ?? limit.budget
    // What low detail does to these models is not stated: at least a version of 512 by 512 is looked at.
    let small = (512 / patch) * (512 / patch)
    let least = image.size == nil ? 1 : image.detail == .low ? min(small, most) : most
    return MessageCount(most: tokens(most, multiplier), least: tokens(least, leastMultiplier))
  }

  private func tokens(_ patches: Int, _ multiplier: Int) -> Int { (patches * multiplier + 999) / 1_000 }

  /// The patches that cover the picture after it was scaled down to the limit, its shape kept.
  func patches(of size: ImageSize, _ limit: Limit) -> Int {
    let fitted = size.fitted(to: limit.edge)
    let count = fitted.squares(of: patch)
    guard count > limit.budget else { return count }
    let (width, height) = (fitted.width, fitted.height)
    // The sides in patches at exactly the budget are √(budget · w/h) and √(budget · h/w); the picture shrinks until
    // the first of them is a whole number, and the other is covered.
    let across = squareRoot(limit.budget * width / height)
    let down = squareRoot(limit.budget * height / width)
    if across == 0 { return min(down, limit.budget) }
    if down == 0 { return min(across, limit.budget) }
    if across * height <= down * width {
      return across * ((across * height + width - 1) / width)
    }
    return down * ((down * width + height - 1) / height)
  }
}

/// The largest number whose square is not above `number`.
private func squareRoot(_ number: Int) -> Int {
  var (low, high) = (0, 1 << 20)
  while low < high {
    let middle = (low + high + 1) / 2
    if middle * middle <= number { low = middle } else { high = middle - 1 }
  }
  return low
}

extension Money {
  /// How many times `part` has to be taken to come to at least this sum, both taken without their signs; a number that
  /// is too large to be held is the largest that is not.
  ///
  /// - Precondition: `part` is not zero.
  public func dividedRoundingUp(by part: Money) -> Int {
    precondition(part != .zero, "a sum cannot be divided into nothing")
    let (quotient, remainder) = steps.magnitude.quotientAndRemainder(dividingBy: part.steps.magnitude)
    return Int(clamping: quotient + (remainder == 0 ? 0 : 1))
  }
}

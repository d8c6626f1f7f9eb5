/// A formula by the name that calculations ask for it.
public struct CalculationKind: Sendable {
  /// What calculations call it.
  public let name: String
  /// The numbers it is made from.
  public let inputs: [String]
  let figures: @Sendable (CalculationInputs) throws(CalculationError) -> [CalculationFigure]

  init(
    _ name: String, _ inputs: [String],
    _ figures: @escaping @Sendable (CalculationInputs) throws(CalculationError) -> [CalculationFigure]
  ) {
    (self.name, self.inputs, self.figures) = (name, inputs, figures)
  }

  /// Every formula, in the order in which a bill comes about.
  public static let all: [CalculationKind] =
    requestKinds + volumeKinds + routingKinds + savingKinds + periodKinds + plainKinds + [priceTable]
}

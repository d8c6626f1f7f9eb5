public import TareJSON
import TareText

/// A calculation as it stands on one line: which formula, with which numbers, and what somebody says comes out.
///
/// ```json
/// {"id": "a", "kind": "retry", "inputs": {"base_usd": "0.02", "retry_rate": "0.05", "avg_retries": "2.1"}}
/// ```
public struct Calculation: Sendable {
  /// What the caller knows it by, as it was written; `nil` where it has no id.
  public let id: JSONValue?
  /// The formula.
  public let kind: CalculationKind
  private let inputs: JSONValue
  private let claim: JSONValue?

  /// The calculation in an object of JSON with `kind` and `inputs`, and an `id` and a `claim` where it has them. Other
  /// members are notes of the writer's and are not read.
  ///
  /// - Throws: ``CalculationError`` for a kind that is not known, and for what is no such object.
  public init(_ object: JSONValue) throws(CalculationError) {
    guard object.kind == .object else { throw CalculationError("is no object with kind and inputs") }
    guard let name = object["kind"]?.string else { throw CalculationError("kind is missing: the name of a formula") }
    guard let kind = CalculationKind.all.first(where: { $0.name == name }) else {
      let names = CalculationKind.all.map(\.name)
      let nearest = nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }
      throw CalculationError(
        "unknown kind \"\(name.prefix(60))\"; \(nearest ?? "there are \(names.joined(separator: ", "))")")
    }
    guard let inputs = object["inputs"] else { throw CalculationError("inputs is missing: an object of numbers") }
    let claim = object["claim"].flatMap { $0.isNull ? nil : $0 }
    if let claim, claim.kind != .object { throw CalculationError("claim is no object of numbers") }
    (id, self.kind, self.inputs, self.claim) = (object["id"], kind, inputs, claim)
  }

  /// What comes out, and what becomes of the claim.
  ///
  /// - Parameters:
  ///   - catalogue: The prices that a table of prices is compared with.
  ///   - time: The time whose prices those are.
  /// - Throws: ``CalculationError`` for an input that is missing, not known or out of range, and for a claim about
  ///   something that does not come out.
  public func answer(
    _ catalogue: RateCatalogue? = nil, at time: PriceTime? = nil
  ) throws(CalculationError) -> CalculationAnswer {
    let prices = catalogue.map { CalculationInputs.Prices(catalogue: $0, time: time) }
    let figures = try kind.figures(try CalculationInputs(inputs, names: kind.inputs, prices: prices))
    var claims: [CalculationAnswer.Claim] = []
    for member in claim?.members ?? [] {
      guard let figure = figures.first(where: { $0.name == member.name }) else {
        let names = figures.map(\.name).joined(separator: ", ")
        throw CalculationError("the claim \"\(member.name.prefix(60))\" is about nothing that comes out: \(names)")
      }
      claims += try figure.claims(member.value)
    }
    return CalculationAnswer(id: id, kind: kind.name, figures: figures, claims: claims)
  }
}

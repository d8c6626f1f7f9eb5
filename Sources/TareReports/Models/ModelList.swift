public import TareModels
public import TarePricing
import TareText
public import TareTokens

/// Models for people and for programs: what they cost, where that is known, and how well their tokens can be counted.
public struct ModelList: Sendable {
  /// A model with what is known of it.
  struct Row: Sendable {
    let name: String
    /// What it costs; `nil` for a model that can be counted and of which no price is known.
    let rate: Rate?
    /// How it cuts text into tokens; `nil` where nobody says.
    let entry: ModelEntry?
    /// What counts its tokens; `nil` where nothing can.
    let tokenizer: ModelTokenizer?
  }

  let catalogue: RateCatalogue
  let directory: ModelDirectory
  /// The time whose prices are listed; `nil` for those of the catalogue's day.
  let time: PriceTime?
  let rows: [Row]

  /// The models that have a price and of which each word of `text` is part of a name, an alias, the provider or the
  /// vocabulary; all for an empty one. Case does not matter. A text also finds models without a price. Where it finds nothing, it is taken as the dated or
  /// prefixed id of a model, such as `openai/gpt-4o-2024-08-06`.
  ///
  /// - Parameters:
  ///   - installed: The encodings that make counts exact for their families.
  ///   - time: The time whose prices are listed; those of the catalogue's day where it is `nil`.
  public init(
    _ catalogue: RateCatalogue, _ directory: ModelDirectory, installed: InstalledEncodings = InstalledEncodings(),
    matching text: String = "", at time: PriceTime? = nil
  ) {
    let search = ModelSearch(catalogue: catalogue, directory: directory, installed: installed, time: time)
    self.catalogue = catalogue
    self.directory = directory
    self.time = time
    rows = search.rows(matching: text.lowercased())
  }

  /// Whether nothing matched.
  public var isEmpty: Bool { rows.isEmpty }

  /// A table of the prices most asked for, in dollars for a million tokens, and of how tokens are counted.
  public var text: String {
    let head = ["input", "cached", "output", "min cache", "context", "tokens", "encoding", "provider", "model"]
    let table = aligned([head] + rows.map(cells), left: [5, 6, 7, 8])
    return (table + [""] + footer).joined(separator: "\n") + "\n"
  }

  private func cells(_ row: Row) -> [String] {
    let rate = row.rate
    return [
      rate?.input.perMillion.description ?? "-", rate?.cachedInput?.perMillion.description ?? "-",
      rate?.output?.perMillion.description ?? "-", rate?.minimumCacheableTokens?.grouped ?? "-",
      rate?.maximumInputTokens?.grouped ?? "-", row.countingText, row.tokenizer?.encoding.name ?? "-",
      rate?.provider ?? "-", row.name,
    ]
  }

  private var timeText: String {
    time.map { ", as far as they are known for \($0)\(ageText(of: catalogue.date, at: $0))" } ?? ""
  }

  private var footer: [String] {
    var lines = ["Dollars for a million tokens; prices of \(catalogue.date) (\(catalogue.source))\(timeText)."]
    var files: [String] = []
    for tokenizer in rows.compactMap(\.tokenizer) {
      guard let file = tokenizer.installedFrom.map({ "\(tokenizer.encoding.name) was installed from a \($0)." }),
        !files.contains(file)
      else { continue }
      files.append(file)
    }
    if rows.contains(where: { $0.tokenizer?.estimate != nil }) {
      lines.append(
        "Estimates are counts of that encoding times a measured ratio; their band depends on the kind of text and its length."
      )
    }
    return lines + files.map(shownName)
  }
}

extension ModelList.Row {
  /// How well the model's tokens can be counted.
  var countingText: String { tokenizer?.basisText ?? "not counted" }
}

/// Finds models by name.
private struct ModelSearch {
  let catalogue: RateCatalogue
  let directory: ModelDirectory
  let installed: InstalledEncodings
  let time: PriceTime?

  func rows(matching text: String) -> [ModelList.Row] {
    let rated = catalogue.rates.map { row($0.model, $0) }
    guard !text.isEmpty else { return rated }
    let names = Set(catalogue.rates.flatMap { [$0.model] + $0.aliases }.map { $0.lowercased() })
    let unrated = directory.models.filter { !names.contains($0.name) }.map { row($0.name, nil) }
    let found = (rated + unrated).filter { $0.isNamed(text) }
    guard found.isEmpty else { return found }
    // Not being known is no error here: the list is empty then.
    let rate = try? catalogue.rate(for: text)
    guard rate != nil || (try? directory.model(named: text)) != nil else { return [] }
    return [row(rate?.model ?? text, rate)]
  }

  private func row(_ name: String, _ rate: Rate?) -> ModelList.Row {
    let entry = try? directory.model(named: name)
    return ModelList.Row(
      name: name, rate: time.flatMap { rate?.at($0) } ?? rate, entry: entry,
      tokenizer: entry.flatMap { try? ModelTokenizer(for: $0, installed: installed) })
  }
}

extension ModelList.Row {
  fileprivate func isNamed(_ text: String) -> Bool {
    let names = ([name, rate?.provider, entry?.family.name].compactMap(\.self) + (rate?.aliases ?? []))
      .map { $0.lowercased() }
    return text.split(separator: " ").allSatisfy { word in names.contains { $0.contains(word) } }
  }
}

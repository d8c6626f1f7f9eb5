import ArgumentParser
import Tare

/// `--encoding` and `--model`: how tokens are counted. Shared by every command that counts.
struct EncodingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count in this encoding, o200k_base unless said otherwise; tare encodings lists them.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "Count for this model, such as gpt-5.4 or claude-sonnet-5; tare models lists them.", valueName: "model"))
  var model: String?

  /// How to count. The price of the model is found where it is known; see ``EncodingChoice/priced()``.
  func resolve() throws(CommandError) -> EncodingChoice {
    let named = try encoding.map { name throws(CommandError) in try Self.encoding(named: name) }
    guard let model else {
      return EncodingChoice(tokenizer: ModelTokenizer(named ?? .o200kBase), price: nil, requested: nil)
    }
    return try EncodingChoice(model: model, encoding: named, choice: .named)
  }

  /// The encoding of that name, built in or installed; nothing is read for one that is built in.
  static func encoding(named name: String) throws(CommandError) -> Encoding {
    if let encoding = Encoding.all.first(where: { $0.name == name }) { return encoding }
    let store = try EncodingStore()
    if let encoding = try store.encoding(named: name) { return encoding }
    let names = Encoding.all.map(\.name) + store.names
    let nearest = nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }
    throw .usage(
      "unknown encoding \"\(name)\"; \(nearest ?? "there are \(names.joined(separator: ", "))") "
        + "(tare encodings add installs others)")
  }
}

/// How a command counts, and the price of the model it counts for, where one was named and has one.
struct EncodingChoice: Sendable {
  let tokenizer: ModelTokenizer
  let price: PriceTag?
  /// The model that was asked for, in the words of the one who asked.
  let requested: String?

  var encoding: Encoding { tokenizer.encoding }
  /// What a count is worth whatever the text is.
  var basis: TokenCount.Basis { tokenizer.basis }
  var model: String? { price?.rate.model ?? requested }

  /// What tells apart two choices that may count differently.
  var fingerprint: String {
    let minimum = price.flatMap(\.rate.minimumCacheableTokens).map(String.init) ?? "none"
    let window = price.flatMap(\.rate.maximumInputTokens).map(String.init) ?? "none"
    return
      "\(encoding.name) \(encoding.sourceDigest ?? "built in") \(requested ?? "no model") \(basis) \(minimum) \(window)"
  }

  /// What turns counts of parts of a text into the model's: for one text the same everywhere.
  func scale(of utf8: [UInt8]) -> TokenScale { tokenizer.scale(for: [utf8[...]]) }

  /// The same choice, where the model asked for has a price in `catalogue`.
  func priced(in catalogue: RateCatalogue) throws(CommandError) -> EncodingChoice {
    if price == nil, let requested { _ = try catalogue.rate(orNearest: requested) }
    return self
  }

  /// The same choice, where the model asked for has a built-in price.
  func priced() throws(CommandError) -> EncodingChoice { try priced(in: .ofThisVersion) }
}

extension EncodingChoice {
  /// The counting of a model, in `encoding` where one is to be assumed for it, and its built-in price where that is
  /// known.
  init(model: String, encoding: Encoding?, choice: PriceTag.Choice) throws(CommandError) {
    try self.init(model: model, encoding: encoding, choice: choice, in: .ofThisVersion)
  }

  /// The same with the price that `catalogue` has.
  init(
    model: String, encoding: Encoding?, choice: PriceTag.Choice, in catalogue: RateCatalogue
  ) throws(CommandError) {
    requested = model
    price = (try? catalogue.rate(for: model)).map { PriceTag($0, in: catalogue, choice: choice) }
    let directory = try ModelDirectory.ofThisVersion
    if let encoding {
      let entry = try? directory.model(named: model)
      let own = entry.flatMap { $0.family.name == encoding.family ? $0 : nil }
      // One that was installed for the model's family is not assumed to be that of the model, but is.
      tokenizer =
        own.flatMap { try? ModelTokenizer(for: $0, installed: InstalledEncodings([encoding])) }
        ?? ModelTokenizer(assuming: encoding)
    } else {
      tokenizer = try directory.tokenizer(orNearest: model)
    }
  }
}

extension EncodingStore {
  /// What the user has installed: nothing, where there is no folder for it.
  static var installed: InstalledEncodings {
    (try? EncodingStore())?.all() ?? InstalledEncodings()
  }
}

extension RateCatalogue {
  /// The built-in catalogue, whose failure is a fault of this build and not of the caller.
  static var ofThisVersion: RateCatalogue {
    get throws(CommandError) {
      do { return try builtIn } catch { throw .input("built-in prices", error.description) }
    }
  }

  /// The rate of a model, or an error that suggests the nearest name.
  func rate(orNearest model: String) throws(CommandError) -> Rate {
    do {
      return try rate(for: model)
    } catch {
      let name = error.id.split(separator: "/").last.map(String.init) ?? error.id
      let nearest = nearestName(to: name, among: error.knownNames).map { "; did you mean \"\($0)\"?" } ?? ""
      throw .usage("\(error)\(nearest) (tare models lists the known ones)")
    }
  }
}

extension ModelDirectory {
  /// The built-in directory, whose failure is a fault of this build and not of the caller.
  static var ofThisVersion: ModelDirectory {
    get throws(CommandError) {
      do { return try builtIn } catch { throw .input("built-in models", error.description) }
    }
  }

  /// What is known of a model, or an error that suggests the nearest name.
  func model(orNearest id: String) throws(CommandError) -> ModelEntry {
    do {
      return try model(named: id)
    } catch {
      let name = error.id.split(separator: "/").last.map(String.init) ?? error.id
      let nearest = nearestName(to: name, among: error.knownNames).map { "; did you mean \"\($0)\"?" } ?? ""
      throw .usage("\(error)\(nearest) (tare models lists the known ones)")
    }
  }

  /// What counts the tokens of a model.
  func tokenizer(orNearest id: String) throws(CommandError) -> ModelTokenizer {
    do {
      let entry = try model(orNearest: id)
      let installed = entry.family.builtIn == nil ? EncodingStore.installed : InstalledEncodings()
      return try ModelTokenizer(for: entry, installed: installed)
    } catch let error as CommandError {
      throw error
    } catch {
      let isChoice = (error as? UncountableModel)?.installed.isEmpty == false
      throw .usage("\(error); --encoding \(isChoice ? "says which" : "counts in one that is to be assumed")")
    }
  }
}

public import TareJSON

extension ModelDirectory {
  /// The directory in a JSON file of the same form as the built-in one.
  ///
  /// - Throws: ``DataFileError`` that names the entry and the member that is wrong.
  public init(parsing json: [UInt8]) throws(DataFileError) {
    let document: JSONDocument
    do { document = try JSONDocument(parsing: json) } catch {
      throw DataFileError(entry: "directory of models", member: "file", reason: "is not JSON: \(error)")
    }
    let file = try DataObject(document.root, name: "directory of models")
    guard try file.integer("schemaVersion") == 1 else { throw file.error("schemaVersion", "is not 1") }
    let reader = ModelDirectoryReader(
      file: file, families: try Self.families(in: file), sources: try file.object("sources"))
    try self.init(
      date: file.text("date"), families: reader.families, models: reader.entries("models"),
      rules: reader.entries("prefixes"), spelling: reader.spelling())
  }

  private static func families(in file: DataObject) throws(DataFileError) -> [TokenizerFamily] {
    var families: [TokenizerFamily] = []
    for entry in try file.objects("families", title: "family") {
      guard let isPublished = try entry.optionalTruth("published") else { throw entry.error("published", "is missing") }
      families.append(
        TokenizerFamily(
          name: try entry.text("family"), title: try entry.text("title"), isPublished: isPublished,
          encodings: try entry.texts("encodings"), estimate: try entry.optionalObject("estimate")?.estimateTable()))
    }
    return families
  }
}

private struct ModelDirectoryReader {
  let file: DataObject
  let families: [TokenizerFamily]
  let sources: DataObject

  func spelling() throws(DataFileError) -> ModelSpelling {
    ModelSpelling(
      routes: Set(try file.texts("routes")), regions: Set(try file.texts("regions")),
      vendors: Set(try file.texts("vendors")))
  }

  /// Every name of the list called `member`, in the order of the file.
  func entries(_ member: String) throws(DataFileError) -> [ModelEntry] {
    var entries: [ModelEntry] = []
    for group in try file.objects(member, title: "family") {
      let name = try group.text("family")
      guard let family = families.first(where: { $0.name == name }) else {
        throw group.error("family", "is none of the families")
      }
      guard let basis = ModelEntry.Basis(rawValue: try group.text("basis")) else {
        throw group.error("basis", "is not documented, assumed or unknown")
      }
      let source = try sources.text(try group.text("source"))
      entries += try group.texts("names").map {
        ModelEntry(name: $0.lowercased(), family: family, basis: basis, source: source)
      }
    }
    return entries
  }
}

extension DataObject {
  fileprivate func estimateTable() throws(DataFileError) -> EstimateTable {
    var ratios: [TextKind: KindRatio] = [:]
    let kinds = try object("kinds")
    for (name, _) in kinds.members {
      guard let kind = TextKind(rawValue: name) else { throw kinds.error(name, "is no kind of text") }
      ratios[kind] = try kinds.object(name).ratio()
    }
    return EstimateTable(
      encoding: try text("to"), evidence: try text("evidence"), any: try object("any").ratio(), ratios: ratios)
  }

  private func ratio() throws(DataFileError) -> KindRatio {
    let ratio = KindRatio(thousandths: try integer("thousandths"), band: try integer("band"))
    guard 1...100_000 ~= ratio.thousandths else { throw error("thousandths", "is not between 1 and 100,000") }
    guard 1..<1_000 ~= ratio.band else { throw error("band", "is not between 1 and 999") }
    return ratio
  }
}

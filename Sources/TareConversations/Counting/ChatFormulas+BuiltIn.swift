internal import CTareData
public import TareJSON

extension ChatFormulas {
  /// The formulas that come with this version; read once, when first asked for.
  ///
  /// - Throws: ``DataFileError`` when the file the program was built with is broken.
  public static var builtIn: ChatFormulas {
    get throws(DataFileError) { try parsedBuiltIn.get() }
  }

  /// The formulas in a JSON file of the same form as the built-in one.
  ///
  /// - Throws: ``DataFileError`` that names the entry and the member that is wrong.
  public init(parsing json: [UInt8]) throws(DataFileError) {
    let document: JSONDocument
    do { document = try JSONDocument(parsing: json) } catch {
      throw DataFileError(entry: "chat formulas", member: "file", reason: "is not JSON: \(error)")
    }
    let file = try DataObject(document.root, name: "chat formulas")
    guard try file.integer("schemaVersion") == 1 else { throw file.error("schemaVersion", "is not 1") }
    date = try file.text("date")
    var framings: [(prefixes: [String], value: ChatFraming)] = []
    for entry in try file.objects("framings", title: "framing") {
      framings.append((try entry.texts("models"), try entry.framing()))
    }
    var prompts: [(prefixes: [String], value: ToolPrompt)] = []
    for entry in try file.object("toolPrompts").objects("prompts", title: "models") {
      prompts.append(
        (try entry.texts("models"), ToolPrompt(auto: try entry.integer("auto"), any: try entry.integer("any"))))
    }
    var images: [(prefixes: [String], value: ImageRule)] = []
    for entry in try file.objects("images", title: "source") {
      images.append((try entry.texts("models"), try entry.imageRule()))
    }
    self.framings = framings
    toolPrompts = prompts
    self.images = images
  }

  private static let parsedBuiltIn: Result<ChatFormulas, DataFileError> = {
    // SAFETY: the data target holds exactly `tare_chat_formulas_size` bytes there for the life of the process.
    let bytes = unsafe UnsafeRawBufferPointer(start: tare_chat_formulas_start(), count: tare_chat_formulas_size)
    return Result { () throws(DataFileError) in try ChatFormulas(parsing: unsafe Array(bytes)) }
  }()
}

extension DataObject {
  fileprivate func framing() throws(DataFileError) -> ChatFraming {
    guard let status = ChatFraming.Status(rawValue: try text("status")) else {
      throw error("status", "is not published, assumed or unpublished")
    }
    guard let countsRole = try optionalTruth("countsRole") else { throw error("countsRole", "is missing") }
    return ChatFraming(
      name: try text("framing"), title: try text("title"), source: try text("source"), status: status,
      countsRole: countsRole, message: try integer("message"), speaker: try integer("name"),
      reply: try integer("reply"), resultID: try integer("resultID"),
      uncertainPerCall: try integer("uncertainPerCall"), tool: try integer("tool"),
      properties: try integer("properties"), property: try integer("property"),
      enumeration: try integer("enumeration"), enumerationItem: try integer("enumerationItem"),
      toolsEnd: try integer("toolsEnd"))
  }

  fileprivate func imageRule() throws(DataFileError) -> ImageRule {
    switch try text("rule") {
    case "tiles": return .tiles(base: try integer("base"), tile: try integer("tile"))
    case "crops":
      return .crops(small: try integer("small"), crop: try integer("crop"), usual: try integer("usualCrops"))
    case "levels":
      return .levels(low: try integer("low"), high: try integer("high"), original: try integer("original"))
    case "patches": return .patches(try patchRule())
    default: throw error("rule", "is none that is known")
    }
  }

  private func patchRule() throws(DataFileError) -> PatchRule {
    let original = try optionalInteger("originalBudget")
    let patch = try integer("patch")
    guard 1...512 ~= patch else { throw error("patch", "is not between 1 and 512") }
    return PatchRule(
      patch: patch, limit: PatchRule.Limit(budget: try integer("budget"), edge: try integer("edge")),
      originalLimit: original == nil
        ? nil : PatchRule.Limit(budget: original ?? 0, edge: try integer("originalEdge")),
      multiplier: try integer("multiplier"), leastMultiplier: try integer("leastMultiplier"))
  }
}

/// What the file of an installed encoding says beside the packed vocabulary.
struct EncodingDescription {
  var name: String
  var family: String?
  var origin: EncodingSource.Origin
  var normalForm: RequiredNormalForm?
  var spaces: SpaceRules?
  var splitting: Splitting
  /// The id of each rank, then those of the whole pieces.
  var ids: [TokenID]
  var wholePieces: [[UInt8]]
  var looksUpWholePieces: Bool
  var addedTokens: [AddedToken]

  // MARK: Writing

  var bytes: [UInt8] {
    var writer = EncodingFileWriter()
    writer.add(name)
    writer.add(family ?? "")
    writer.add(origin.rawValue)
    writer.add(UInt32(normalForm?.rawValue ?? 0))
    writer.add(spaces?.prefix.rawValue ?? 0)
    writer.add(spaces?.hasMark ?? false)
    writer.add(spaces?.isDroppedInDecoding ?? false)
    writer.add(spaces?.isNormalizer ?? false)
    write(splitting, to: &writer)
    writer.add(ids)
    writer.add(looksUpWholePieces)
    writer.add(UInt32(wholePieces.count))
    for piece in wholePieces { writer.add(piece) }
    writer.add(UInt32(addedTokens.count))
    for token in addedTokens {
      writer.add(token.text)
      writer.add(token.id)
      writer.add(token.options.rawValue)
    }
    return writer.bytes
  }

  private func write(_ splitting: Splitting, to writer: inout EncodingFileWriter) {
    switch splitting {
    case .o200k: writer.add(UInt32(0))
    case .cl100k: writer.add(UInt32(1))
    case .gpt2: writer.add(UInt32(2))
    case .tables(let tables):
      writer.add(3 + UInt32(tables.count))
      for table in tables {
        writer.add(UInt32(table.partCount))
        writer.add(table.blockNumbers)
        writer.add(table.blocks)
        writer.add(table.transitions)
      }
    }
  }

  // MARK: Reading

  init(_ bytes: [UInt8]) throws(EncodingFileError) {
    var reader = EncodingFileReader(bytes)
    name = try reader.text()
    let family = try reader.text()
    self.family = family.isEmpty ? nil : family
    guard let origin = EncodingSource.Origin(rawValue: try reader.text()) else {
      throw .damaged("the kind of its source is unknown")
    }
    self.origin = origin
    normalForm = try Self.normalForm(try reader.number())
    spaces = try Self.spaces(&reader)
    splitting = try Self.splitting(&reader)
    ids = try reader.list32()
    guard ids.allSatisfy({ $0 < 1 << 30 }) else { throw .damaged("an id is out of range") }
    looksUpWholePieces = try reader.flag()
    wholePieces = []
    for _ in 0..<(try reader.number()) { wholePieces.append(try reader.list()) }
    addedTokens = []
    for _ in 0..<(try reader.number()) {
      let (text, id, options) = (try reader.text(), try reader.number(), try reader.number())
      addedTokens.append(AddedToken(text: text, id: id, options: AddedToken.Options(rawValue: options)))
    }
  }

  init(_ source: EncodingSource, name: String, family: String?) throws(PatternError) {
    self.name = name
    self.family = family
    origin = source.origin
    normalForm = source.normalForm
    spaces = source.spaces
    splitting = try Splitting(source.splitting.map(\.table))
    ids = source.tokens.map(\.id) + source.wholePieces.map(\.id)
    wholePieces = source.wholePieces.map(\.bytes)
    looksUpWholePieces = source.looksUpWholePieces
    addedTokens = source.addedTokens
  }

  private static func normalForm(_ number: UInt32) throws(EncodingFileError) -> RequiredNormalForm? {
    if number == 0 { return nil }
    guard let form = RequiredNormalForm(rawValue: UInt8(clamping: number)) else {
      throw .damaged("the normal form is unknown")
    }
    return form
  }

  private static func spaces(_ reader: inout EncodingFileReader) throws(EncodingFileError) -> SpaceRules? {
    let number = try reader.number()
    let hasMark = try reader.flag()
    let isDropped = try reader.flag()
    let isNormalizer = try reader.flag()
    if number == 0 { return nil }
    guard let prefix = SpaceRules.Prefix(rawValue: number) else { throw .damaged("the use of spaces is unknown") }
    return SpaceRules(prefix: prefix, hasMark: hasMark, isDroppedInDecoding: isDropped, isNormalizer: isNormalizer)
  }

  private static func splitting(_ reader: inout EncodingFileReader) throws(EncodingFileError) -> Splitting {
    let kind = try reader.number()
    switch kind {
    case 0: return .o200k
    case 1: return .cl100k
    case 2: return .gpt2
    default:
      guard kind <= 3 + 16 else { throw .damaged("the splitting is unknown") }
      var tables: [PatternTable] = []
      for _ in 0..<(kind - 3) { tables.append(try table(&reader)) }
      return .tables(tables)
    }
  }

  private static func table(_ reader: inout EncodingFileReader) throws(EncodingFileError) -> PatternTable {
    let table = PatternTable(
      partCount: Int(try reader.number()), blockNumbers: try reader.list16(), blocks: try reader.list(),
      transitions: try reader.list16())
    guard table.fitsTogether else { throw .damaged("the table of a pattern does not fit together") }
    return table
  }
}

extension PatternTable {
  /// Whether every number in the tables is one of something that is there.
  fileprivate var fitsTogether: Bool {
    let width = partCount + 1
    return (1..<256).contains(partCount) && blockNumbers.count == 0x1100
      && blockNumbers.allSatisfy { Int($0) << 8 + 256 <= blocks.count } && blocks.allSatisfy { $0 < partCount }
      && transitions.count % width == 0 && transitions.count >= 2 * width
      && transitions.allSatisfy { Int($0 >> 1) < transitions.count / width }
  }
}

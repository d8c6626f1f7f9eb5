import ArgumentParser
import Tare

/// `tare encodings add`: installs a published vocabulary.
struct EncodingsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Installs an encoding from a published vocabulary.",
    discussion: """
      Reads a rank file of tiktoken's form, a tokenizer.json of Hugging Face's tokenizers (byte-level BPE, or \
      SentencePiece's with byte fallback) or a tekken.json of Mistral's. A part that is not understood is refused by its \
      name. Names of special tokens are text like any other when text is counted; other added tokens are found in it, as \
      Hugging Face's tokenizers do.

      An installed encoding of the same name is replaced with --replace only. The models of a family are counted in the \
      encoding that was installed for it; where there are several, --encoding says which.
      """)

  @Argument(help: ArgumentHelp("The file of the vocabulary.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The name of the encoding; that of tiktoken for its own rank files.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The family of models that use it, such as llama-3.", valueName: "family"))
  var family: String?

  @Option(
    help: ArgumentHelp(
      "For a rank file, which holds none: the encoding whose pattern it uses, or the regular expression.",
      valueName: "pattern"))
  var pattern: String?

  @Flag(help: "Replace the installed encoding of that name.")
  var replace = false

  func run() throws {
    let store = try EncodingStore()
    let input = try InputFile.read(file)
    let vocabulary: VocabularyFile
    let compiled: [UInt8]
    let name: String
    do {
      vocabulary = try VocabularyFile(input.bytes, pattern: pattern)
      name = try checked(self.name ?? vocabulary.knownName, in: store)
      if let family { try requirePlain(family, "family") }
      compiled = try vocabulary.compiled(name: name, family: family)
    } catch let error as VocabularyError {
      throw CommandError.input(input.path, error.description)
    }
    try store.add(compiled, named: name)
    guard let encoding = try store.encoding(named: name) else {
      throw CommandError.input(store.path(of: name), "is not there although it was written")
    }
    StandardOutput.write(EncodingList([encoding]).details)
    let others = family.map { store.all().family($0).map(\.name).filter { $0 != name } } ?? []
    guard let family, !others.isEmpty else { return }
    StandardError.line(
      "tare: note: for the family \(family) \(others.joined(separator: ", ")) \(others.count == 1 ? "is" : "are") "
        + "installed too; --encoding says which counts")
  }

  private func checked(_ name: String?, in store: EncodingStore) throws(CommandError) -> String {
    guard let name else { throw .usage("--name is needed: the file does not say what it is called") }
    try requirePlain(name, "name")
    guard !Encoding.all.contains(where: { $0.name == name }) else {
      throw .usage("\(name) is built in; --name gives another name")
    }
    let installed = store.names
    guard replace || !installed.contains(name) else {
      throw .usage("\(name) is installed already; --replace puts this one in its place, --name gives another name")
    }
    let known = Encoding.all.map(\.name) + installed
    if let other = known.first(where: { $0 != name && $0.lowercased() == name.lowercased() }) {
      throw .usage("\(name) differs from \(other), which there is already, only in case; --name gives another name")
    }
    return name
  }

  private func requirePlain(_ name: String, _ what: String) throws(CommandError) {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "._-".utf8.contains(byte)
    }
    guard isPlain, (1...64).contains(name.utf8.count), !name.hasPrefix("."), !name.hasPrefix("-") else {
      throw .usage("a \(what) has 1 to 64 letters, digits, dots, hyphens and underscores: \"\(name)\"")
    }
  }
}

import Tare

/// The sizes of all versions of the files of a history.
struct VersionCounting {
  /// What the counts are worth.
  var basis: TokenCount.Basis { meter.basis }

  private let meter: PromptMeter
  private var versions: [GitFile: PromptVersion] = [:]

  /// So many versions are in memory at a time.
  private static let batch = 200

  /// - Throws: ``CommandError`` when git fails, and when not one version could be read.
  init(
    _ history: GitHistory, in repository: GitRepository, _ tokenizer: ModelTokenizer,
    format: @escaping @Sendable (GitFile) -> PromptFormat?
  ) throws {
    let changed = history.revisions.flatMap(\.changes).flatMap { [$0.after, $0.before].compactMap(\.self) }
    let newest = history.files.isEmpty ? Array(changed.prefix(1)) : history.files
    meter = PromptMeter(
      counting: tokenizer, of: tokenizer.isEstimate ? try Self.texts(of: newest, in: repository, format) : [])
    var failure: CommandError?
    for batch in (history.files + changed).distinct(inBatchesOf: Self.batch) {
      for (file, result) in zip(batch, try Self.sizes(of: batch, in: repository, by: meter, format)) {
        switch result {
        case .success(let size): versions[file] = .counted(size)
        case .failure(let error):
          versions[file] = .unreadable
          failure = failure ?? error
        }
      }
    }
    if let failure, versions.values.allSatisfy({ $0 == .unreadable }) { throw failure }
  }

  /// The size of a file, or that it cannot be read.
  func version(of file: GitFile) -> PromptVersion { versions[file] ?? .unreadable }

  /// A change of a file as one of prompts.
  func change(_ change: GitChange) -> PromptRevision.Change {
    let (before, after) = (change.before?.path.text, change.after?.path.text)
    return PromptRevision.Change(
      path: after ?? before ?? "", previousPath: after == nil || before == after ? nil : before,
      before: change.before.map(version), after: change.after.map(version))
  }

  /// Those of `files` that can be read.
  private static func texts(
    of files: [GitFile], in repository: GitRepository, _ format: (GitFile) -> PromptFormat?
  ) throws -> [PromptText] {
    let contents = try contents(of: files, in: repository)
    return zip(files, contents).compactMap { file, bytes in try? Self.text(of: file, bytes, as: format(file)).get() }
  }

  private static func sizes(
    of files: [GitFile], in repository: GitRepository, by meter: PromptMeter,
    _ format: @escaping @Sendable (GitFile) -> PromptFormat?
  ) throws -> [Result<PromptSize, CommandError>] {
    let contents = try contents(of: files, in: repository)
    return try mapped(Array(zip(files, contents)), workers: ThreadOptions.processors) { file, bytes in
      text(of: file, bytes, as: format(file)).map(meter.size)
    }
  }

  private static func contents(of files: [GitFile], in repository: GitRepository) throws -> [[UInt8]?] {
    do {
      return try waiting { try await repository.contents(whereThere: files.map(\.blob)) }
    } catch {
      throw CommandError.input("git", describe(error))
    }
  }

  private static func text(
    of file: GitFile, _ bytes: [UInt8]?, as format: PromptFormat?
  ) -> Result<PromptText, CommandError> {
    guard let bytes else {
      return .failure(.input(file.path.text, "object \(file.blob.short) is not in this clone"))
    }
    return Result { () throws(CommandError) in try PromptText(InputFile(path: file.path.text, bytes: bytes), as: format)
    }
  }
}

extension ModelTokenizer {
  /// Whether counts depend on the kind of text they are of.
  fileprivate var isEstimate: Bool { if case .estimated = basis { true } else { false } }
}

extension [GitFile] {
  /// Each file once, in the order of first appearance.
  fileprivate func distinct(inBatchesOf size: Int) -> [[GitFile]] {
    var seen: Set<GitFile> = []
    let files = filter { seen.insert($0).inserted }
    return stride(from: 0, to: files.count, by: size).map { Array(files[$0..<Swift.min($0 + size, files.count)]) }
  }
}

import FoundationEssentials
import Tare

/// What `tare diff` was asked to compare, told apart by what exists: paths win over commits.
enum DiffSides {
  case files(String, String)
  case folders(String, String)
  /// Two revisions; from their merge base when written with three dots.
  case commits(base: String, head: String, isFromMergeBase: Bool, pathspecs: [String])
  /// A commit and what is not committed yet.
  case uncommitted(UncommittedDiff)
  /// Prompts and their own fixed form.
  case fixed(FixedDiff)

  init(_ sides: [String], isStaged: Bool = false, pathspecs: [String]) throws(CommandError) {
    if isStaged || sides.isEmpty || Self.isCommit(sides) {
      guard sides.count < 2, !sides.contains(where: { $0.contains("..") }) else {
        throw .usage("--staged compares what is staged with one commit, HEAD if left out")
      }
      self = .uncommitted(
        UncommittedDiff(
          base: sides.first ?? "HEAD", side: isStaged ? .index : .workingTree, pathspecs: pathspecs))
    } else if sides.count == 2, let paths = try Self.paths(sides[0], sides[1]) {
      guard pathspecs.isEmpty else { throw .usage("paths behind -- go with commits, not with files or folders") }
      self = paths
    } else if sides.count == 2 {
      try Self.refuseRange(in: sides)
      self = .commits(base: sides[0], head: sides[1], isFromMergeBase: false, pathspecs: pathspecs)
    } else {
      self = try Self.range(sides.first ?? "", pathspecs)
    }
  }

  /// Whether one side is there and can only be a commit.
  private static func isCommit(_ sides: [String]) -> Bool {
    sides.count == 1 && !sides[0].contains("..") && kind(sides[0]) == nil
  }

  /// Two files or two folders, or `nil` when not both exist.
  private static func paths(_ before: String, _ after: String) throws(CommandError) -> DiffSides? {
    switch (kind(before), kind(after)) {
    case (.file, .file):
      guard before != "-" || after != "-" else { throw .usage("standard input can be only one of the two files") }
      return .files(before, after)
    case (.folder, .folder): return .folders(before, after)
    case (.file, .folder), (.folder, .file): throw .usage("a file cannot be compared with a folder")
    case (.folder, nil), (nil, .folder):
      try refuseRange(in: [before, after])
      throw .usage(
        "one of \"\(before)\" and \"\(after)\" is a folder and the other is not; for commits: tare diff <base>..<head> -- <folder>"
      )
    default: return nil
    }
  }

  /// `base..head` or `base...head`; a side left out is HEAD, as in git.
  private static func range(_ text: String, _ pathspecs: [String]) throws(CommandError) -> DiffSides {
    let dots = text.contains("...") ? "..." : ".."
    guard let place = text.firstRange(of: dots), kind(text) == nil else {
      throw .usage("\"\(text)\" is one side; name two files, two folders, two commits, or <base>..<head>")
    }
    let base = String(text[..<place.lowerBound])
    let head = String(text[place.upperBound...])
    return .commits(
      base: base.isEmpty ? "HEAD" : base, head: head.isEmpty ? "HEAD" : head, isFromMergeBase: dots == "...",
      pathspecs: pathspecs)
  }

  private static func refuseRange(in sides: [String]) throws(CommandError) {
    for side in sides where side.contains("..") && !side.contains("/") {
      throw .usage("\"\(side)\" is a range already; paths go behind --, as in tare diff \(side) -- prompts/")
    }
  }

  private enum Kind {
    case file
    case folder
  }

  /// What stands at a path, or `nil` for nothing.
  private static func kind(_ path: String) -> Kind? {
    if path == "-" { return .file }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder ? .folder : .file
  }
}

/// The prompts of both sides, and what could not be read.
struct ComparedPrompts {
  let comparison: SavingsReport.Comparison
  /// The day of the commit after; `nil` where the side after is none.
  let day: CalendarDate?
  /// The folder in which the paths of the pairs begin, for settings to be found by; empty for the working folder.
  var folder = ""
  var pairs: [PromptPair] = []
  /// How many prompts are the same on both sides and were not read.
  var otherUnchangedCount = 0
  /// What could not be read; the rest is compared all the same.
  var failures: [CommandError] = []
  /// Whether something else is missing, which was said.
  var isIncomplete = false

  /// Whether there is no prompt on either side.
  var isEmpty: Bool { pairs.isEmpty && otherUnchangedCount == 0 && failures.isEmpty }

  init(base: String, head: String, headCommit: SavingsReport.Comparison.Commit? = nil, day: CalendarDate? = nil) {
    comparison = SavingsReport.Comparison(base: base, head: head, headCommit: headCommit)
    self.day = day
  }
}

extension DiffSides {
  /// Reads both sides.
  func compared(_ selection: PromptSelection) throws -> ComparedPrompts {
    switch self {
    case .files(let before, let after): try comparedFiles(before, after)
    case .folders(let before, let after): comparedFolders(before, after, selection)
    case .fixed(let diff): try diff.compared()
    case .uncommitted(let diff): try waiting { try await diff.compared(selection) }
    case .commits(let base, let head, let isFromMergeBase, let pathspecs):
      try waiting {
        try await CommitDiff(
          base: base, head: head, isFromMergeBase: isFromMergeBase, pathspecs: pathspecs, selection: selection
        ).compared()
      }
    }
  }

  private func comparedFiles(_ before: String, _ after: String) throws(CommandError) -> ComparedPrompts {
    let old = try InputFile.read(before)
    let new = try InputFile.read(after)
    var compared = ComparedPrompts(base: old.path, head: new.path)
    compared.pairs = [
      PromptPair(
        path: new.path, before: try PromptText(old, as: Self.format(of: before, beside: after)),
        after: try PromptText(new, as: Self.format(of: after, beside: before)))
    ]
    return compared
  }

  /// Standard input has no name to tell its format: it is another version of the file it is compared with.
  private static func format(of path: String, beside other: String) -> PromptFormat {
    PromptFormat(ofNamedFile: path == "-" ? other : path)
  }

  private func comparedFolders(
    _ before: String, _ after: String, _ selection: PromptSelection
  ) -> ComparedPrompts {
    var compared = ComparedPrompts(base: before, head: after)
    compared.folder = after
    let old = FolderPrompts(below: before, selection)
    let new = FolderPrompts(below: after, selection)
    compared.failures = old.failures + new.failures
    // A prompt that one side has and cannot show is neither new nor gone.
    let unreadable = old.unreadable.union(new.unreadable)
    for path in Set(old.prompts.keys).union(new.prompts.keys).subtracting(unreadable).sorted() {
      compared.pairs.append(PromptPair(path: path, before: old.prompts[path], after: new.prompts[path]))
    }
    return compared
  }
}

/// The prompts below a folder, by their paths within it.
private struct FolderPrompts {
  private(set) var prompts: [String: PromptText] = [:]
  /// The paths of prompts that could not be read.
  private(set) var unreadable: Set<String> = []
  private(set) var failures: [CommandError]

  init(below folder: String, _ selection: PromptSelection) {
    let discovery = InputDiscovery([folder], hiddenNames: PromptFormat.hiddenNames) { selection.contains($0, in: "") }
    // Two sides can only be compared where both were read in full.
    failures = discovery.errors + discovery.skips
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    for path in discovery.paths {
      let name = String(path.dropFirst(prefix.count))
      do throws(CommandError) {
        prompts[name] = try PromptText(InputFile.read(path), as: selection.format(of: path, in: ""))
      } catch {
        unreadable.insert(name)
        failures.append(error)
      }
    }
  }
}

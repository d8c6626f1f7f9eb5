import ArgumentParser
import FoundationEssentials
import SystemPackage
import Tare

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The encodings in the user's data folder, one file each.
///
/// The folder is `encodings` in `$TARE_DATA`, or in `$XDG_DATA_HOME/tare`, or in `~/.local/share/tare`. Files are
/// written whole or not at all, and mapped read-only, so that all processes share one copy.
struct EncodingStore {
  private static let suffix = ".encoding"

  let folder: String

  /// The store of the user who runs the command.
  init() throws(CommandError) {
    let environment = ProcessInfo.processInfo.environment
    let set = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let data = set("TARE_DATA") {
      folder = data + "/encodings"
    } else if let data = set("XDG_DATA_HOME"), data.hasPrefix("/") {
      folder = data + "/tare/encodings"
    } else if let home = set("HOME") {
      folder = home + "/.local/share/tare/encodings"
    } else {
      throw .usage("no folder for installed encodings: none of TARE_DATA, XDG_DATA_HOME and HOME is set")
    }
  }

  /// The names of the installed encodings, sorted.
  var names: [String] {
    // A folder that is not there has no encodings in it.
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }.map {
      String($0.dropLast(Self.suffix.count))
    }
    .sorted()
  }

  /// Where the encoding of that name is kept.
  func path(of name: String) -> String { "\(folder)/\(name)\(Self.suffix)" }

  /// The encoding of that name; `nil` where none is installed under it.
  ///
  /// - Throws: ``CommandError`` when its file cannot be used.
  func encoding(named name: String) throws(CommandError) -> Encoding? {
    guard names.contains(name) else { return nil }
    let path = path(of: name)
    let encoding: Encoding
    do {
      encoding = unsafe try Encoding(mapped: try map(path), normalizer: normalizer)
    } catch {
      throw .input(path, describe(error))
    }
    guard encoding.name == name else {
      throw .input(path, "holds the encoding \(encoding.name); add it again from its source")
    }
    if let form = encoding.normalForm {
      do { _ = try Normalizer(form.normalForm) } catch {
        throw .input(path, "wants its text in \(form.name), and \(error)")
      }
    }
    return encoding
  }

  /// All that are installed and can be used. A file that cannot is named on standard error, and the others count on.
  func all() -> InstalledEncodings {
    var encodings: [Encoding] = []
    for name in names {
      do throws(CommandError) {
        if let encoding = try encoding(named: name) { encodings.append(encoding) }
      } catch {
        StandardError.line("\(error.message); passed over (tare encodings remove \(name))")
      }
    }
    return InstalledEncodings(encodings)
  }

  /// Keeps the file of an encoding.
  func add(_ file: [UInt8], named name: String) throws(CommandError) {
    try makeFolder()
    try AtomicFile.write(file, to: path(of: name))
  }

  /// Makes the folder and those above it that are not there.
  private func makeFolder() throws(CommandError) {
    var path = FilePath()
    path.root = FilePath(folder).root
    for component in FilePath(folder).components {
      path.append(component)
      guard unsafe mkdir(path.string, 0o755) != 0, errno != EEXIST else { continue }
      throw .input(path.string, "cannot be made: \(Errno(rawValue: errno))")
    }
  }

  /// Removes an encoding.
  func remove(_ name: String) throws(CommandError) {
    guard unsafe unlink(path(of: name)) != 0 else { return }
    throw .input(path(of: name), "cannot be removed: \(Errno(rawValue: errno))")
  }

  /// The bytes of a file, mapped for as long as the process lives.
  private func map(_ path: String) throws -> UnsafeRawBufferPointer {
    // A pipe in the folder must not keep the command waiting for somebody to write to it.
    let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .nonBlocking)
    defer { try? descriptor.close() }
    let size = Int(try descriptor.seek(offset: 0, from: .end))
    guard size > 0 else { throw EncodingFileError.notAnEncoding }
    // SAFETY: the mapping is never undone. A file is replaced by renaming, which leaves the mapped one as it is.
    let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor.rawValue, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else { throw Errno(rawValue: errno) }
    return unsafe UnsafeRawBufferPointer(start: start, count: size)
  }
}

/// Brings text to the form that an encoding wants, by ICU.
private let normalizer: TextNormalizer = { form, utf8 in
  // The form is there: it was asked for when the encoding was opened.
  guard let normalizer = try? Normalizer(form.normalForm) else { return nil }
  return normalizer.isNormalized(utf8) ? nil : normalizer.normalized(utf8)
}

extension RequiredNormalForm {
  fileprivate var normalForm: NormalForm {
    switch self {
    case .nfc: .nfc
    case .nfd: .nfd
    case .nfkc: .nfkc
    }
  }
}

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

/// What earlier runs of `tare lint` found, in a file of the user's cache folder.
///
/// Each folder that tare is run in has a file of its own. It holds places, messages and replacements of findings, and
/// no prompts. It is written whole or not at all, so that two runs at once never leave half a file: the later one's
/// results are kept. Whatever goes wrong with it costs time and nothing else, so nothing is said about it.
struct ResultCache: Sendable {
  private let file: String
  private let held: [UInt8]
  /// What was found before.
  let audits: AuditCache

  /// The cache that `options` ask for; `nil` where there is to be none, or no place for it.
  init?(_ options: LintCacheOptions) {
    guard !options.noCache, let folder = options.cacheDir ?? Self.userFolder else { return nil }
    let place = Array(FileManager.default.currentDirectoryPath.utf8)
    file = "\(folder)/\(AuditKey(path: "", bytes: place, fingerprint: "working folder").digest).json"
    held = (try? InputFile.read(file))?.bytes ?? []
    audits = AuditCache(held)
  }

  private static var userFolder: String? {
    let environment = ProcessInfo.processInfo.environment
    let set = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let folder = set("TARE_CACHE") { return folder + "/lint" }
    if let folder = set("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/tare/lint" }
    return set("HOME").map { $0 + "/.cache/tare/lint" }
  }

  /// Which tare looks: another build may find something else.
  static var program: String {
    var status = stat()
    // SAFETY: `stat` writes one `stat` and keeps no pointer.
    let result = unsafe stat("/proc/self/exe", &status)
    guard result == 0 else { return TareTool.version }
    return "\(TareTool.version) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// Keeps what was found for the next run.
  func keep(_ found: [AuditKey: FileAudit]) {
    let bytes = audits.written(with: found)
    guard bytes != held else { return }
    let folder = String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex))
    // Replacements are words of prompts: they are the user's own business.
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? AtomicFile.write(bytes, to: file)
  }
}

import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path, as far as it decides whether a walk over a folder reads it.
enum FileKind: Equatable {
  case file
  case folder
  /// A link, whatever it leads to.
  case link
  /// What has no end or no contents of its own, in the words of a message.
  case special(String)

  /// What stands at `path` itself, or `nil` where the system does not say.
  init?(at path: String) {
    self.init(path, flags: AT_SYMLINK_NOFOLLOW)
  }

  /// What the links at `path` lead to, or `nil` where they lead nowhere.
  init?(behind path: String) {
    self.init(path, flags: 0)
  }

  private init?(_ path: String, flags: Int32) {
    var status = stat()
    // SAFETY: the system reads a path that ends in a zero and fills the whole struct; both live through the call.
    guard unsafe path.withCString({ unsafe fstatat(AT_FDCWD, $0, &status, flags) }) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .special("a named pipe")
    case S_IFSOCK: self = .special("a socket")
    default: self = .special("a device")
    }
  }
}

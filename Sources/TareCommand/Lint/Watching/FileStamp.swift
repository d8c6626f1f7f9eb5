#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is different about a file once somebody wrote to it.
struct FileStamp: Hashable {
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of what the links at `path` lead to, or `nil` where there is nothing.
  init?(at path: String) {
    var status = stat()
    // SAFETY: the system reads a path that ends in a zero and fills the whole struct; both live through the call.
    guard unsafe path.withCString({ unsafe fstatat(AT_FDCWD, $0, &status, 0) }) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #else
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #endif
  }
}

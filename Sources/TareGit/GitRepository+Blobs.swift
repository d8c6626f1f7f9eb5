extension GitRepository {
  /// The contents of blobs, in the order asked for, through one process.
  ///
  /// - Throws: ``GitError/refused(_:)`` when an object is missing, as in a partial clone: nothing is fetched.
  public func contents(of blobs: [GitObjectID]) async throws(GitError) -> [[UInt8]] {
    var all: [[UInt8]] = []
    for (blob, bytes) in zip(blobs, try await contents(whereThere: blobs)) {
      guard let bytes else { throw .refused("object \(blob.short) is not in this clone") }
      all.append(bytes)
    }
    return all
  }

  /// The contents of blobs, in the order asked for, through one process; `nil` for those that this clone does not have.
  public func contents(whereThere blobs: [GitObjectID]) async throws(GitError) -> [[UInt8]?] {
    guard !blobs.isEmpty else { return [] }
    let input = Array(blobs.map { $0.text + "\n" }.joined().utf8)
    let output = try await program.output(["cat-file", "--batch"], input: input, limit: 512 << 20)
    return try batchContents(output, of: blobs)
  }
}

/// Reads `git cat-file --batch`: for each object `<id> blob <size>` and a line feed, its bytes and a line feed; for one
/// that is not there `<id> missing`.
func batchContents(_ output: [UInt8], of blobs: [GitObjectID]) throws(GitError) -> [[UInt8]?] {
  var rest = output[...]
  var contents: [[UInt8]?] = []
  for blob in blobs {
    guard let end = rest.firstIndex(of: 0x0A) else { throw .unexpectedAnswer("cat-file") }
    let header = rest[..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    rest = rest[(end + 1)...]
    guard header.last != "missing" else {
      contents.append(nil)
      continue
    }
    guard header.count == 3, header[0] == blob.text, let size = Int(header[2]), 0 <= size, size < rest.count else {
      throw .unexpectedAnswer("cat-file")
    }
    contents.append(Array(rest.prefix(size)))
    rest = rest.dropFirst(size + 1)
  }
  return contents
}

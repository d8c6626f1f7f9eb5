import ArgumentParser
import Tare

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process that times itself: it says when it is ready, then makes one timed pass for each line `go`.
///
/// Times are taken around the work alone, so that a benchmark can alternate processes without timing their start.
struct CountBench {
  enum Mode: String, ExpressibleByArgument, CaseIterable {
    /// All tokens of the whole file.
    case encode
    /// All tokens of a new slice of the file each time, so that no slice was seen before.
    case unseen
    /// Only the number of tokens of the whole file.
    case count
    /// Only the number of tokens of a new slice each time.
    case countUnseen = "count-unseen"
    /// All tokens of each document, one call each; documents end at the byte 0x00.
    case docs
    /// All tokens of all documents, on several threads.
    case batch
  }

  /// The size of a slice of `unseen`, in bytes.
  static let sliceSize = 2 << 20

  let file: String
  let mode: Mode
  let threads: Int
  let encoding: Encoding

  init(file: String, mode: Mode, threads: Int, _ encoding: Encoding) {
    self.file = file
    self.mode = mode
    self.threads = threads
    self.encoding = encoding
  }

  func run() throws {
    let bytes = try InputFile.read(file).text().utf8
    let documents = mode == .docs || mode == .batch ? bytes.split(separator: 0).map { Array($0) } : []
    let start = Clock.wall()
    let tokenizer = Tokenizer(encoding)
    _ = tokenizer.count("ready")
    StandardOutput.write("{\"ready\":true,\"load_s\":\(Clock.seconds(Clock.wall() - start))}\n")
    var slices = SliceWalk(bytes)
    while let line = readLine() {
      guard line == "go" else {
        throw CommandError.usage("--bench reads lines \"go\" on standard input, not \"\(line)\"")
      }
      let slice = mode == .unseen || mode == .countUnseen ? slices.next() : []
      let wall = Clock.wall()
      let cpu = Clock.cpu()
      let tokens = try tokens(of: bytes, slice: slice, documents, tokenizer)
      let seconds = Clock.seconds(Clock.wall() - wall)
      let used = Clock.seconds(Clock.cpu() - cpu)
      StandardOutput.write("{\"seconds\":\(seconds),\"cpu\":\(used),\"tokens\":\(tokens)}\n")
    }
  }
}

extension CountBench {
  private func tokens(
    of bytes: [UInt8], slice: [UInt8], _ documents: [[UInt8]], _ tokenizer: Tokenizer
  ) throws -> Int {
    switch mode {
    case .count: try count(bytes, tokenizer)
    case .countUnseen: try count(slice, tokenizer)
    case .encode: try encode(bytes, tokenizer)
    case .unseen: try encode(slice, tokenizer)
    case .docs: documents.reduce(0) { $0 + tokenizer.encode($1.span).count }
    case .batch: try encodeTogether(documents, tokenizer)
    }
  }

  private func count(_ text: [UInt8], _ tokenizer: Tokenizer) throws -> Int {
    guard threads > 1 else { return tokenizer.count(text.span) }
    let threads = threads
    return try waiting { await tokenizer.count(text, workers: threads) }
  }

  private func encode(_ text: [UInt8], _ tokenizer: Tokenizer) throws -> Int {
    guard threads > 1 else { return tokenizer.encode(text.span).count }
    let threads = threads
    return try waiting { await tokenizer.encode(text, workers: threads).count }
  }

  private func encodeTogether(_ documents: [[UInt8]], _ tokenizer: Tokenizer) throws -> Int {
    let threads = threads
    return try waiting { await tokenizer.encode(documents: documents, workers: threads).reduce(0) { $0 + $1.count } }
  }
}

/// Consecutive slices of a text, each beginning with a whole scalar; from the start again when it is used up.
private struct SliceWalk {
  private let bytes: [UInt8]
  private var start = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> [UInt8] {
    if start >= bytes.count { start = 0 }
    var end = min(start + CountBench.sliceSize, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    defer { start = end }
    return Array(bytes[start..<end])
  }
}

/// The system's clocks, in nanoseconds.
enum Clock {
  static func wall() -> Int { now(CLOCK_MONOTONIC) }
  /// The processor time of all threads of this process.
  static func cpu() -> Int { now(CLOCK_PROCESS_CPUTIME_ID) }

  /// Nanoseconds as decimal seconds, without floating point.
  static func seconds(_ nanoseconds: Int) -> String {
    let fraction = "\(1_000_000_000 + nanoseconds % 1_000_000_000)".dropFirst()
    return "\(nanoseconds / 1_000_000_000).\(fraction)"
  }

  private static func now(_ clock: clockid_t) -> Int {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

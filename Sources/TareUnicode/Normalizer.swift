internal import CTareICU

/// Brings UTF-8 to a normal form.
///
/// Bytes that are not UTF-8 are left as they are, and what stands on either side of them is normalized by itself.
@safe public struct Normalizer {
  /// The form texts are brought to.
  public let form: NormalForm

  let service: OpaquePointer
  /// How many bytes ICU is given at once; it counts in 32 bits, and a form can make a text 11 times longer.
  var pieceLimit = 64 << 20

  /// A normalizer to `form`; the first one of a form costs about 0.3 ms, later ones nothing.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU has no data for the form.
  public init(_ form: NormalForm) throws(UnicodeDataError) {
    var status: Int32 = 0
    guard let service = unsafe tare_icu_normalizer_open(form.code, &status) else {
      throw UnicodeDataError(service: "normal form \(form.name)", status: status)
    }
    self.form = form
    unsafe self.service = service
  }

  /// Whether normalizing would change nothing.
  ///
  /// - Complexity: O(*n*); text that is normalized is read at about 1 GB/s.
  public func isNormalized(_ utf8: Span<UInt8>) -> Bool {
    if isUnchangedASCII(utf8) { return true }
    for piece in pieces(of: utf8, limit: pieceLimit, cut: .beforeASCII) where !isNormalized(utf8, piece: piece) {
      return false
    }
    return true
  }

  /// The text in the normal form, which normalizing again does not change.
  ///
  /// One exception: ``NormalForm/nfkcCasefold`` drops characters, and in bytes that are no UTF-8 the halves of another
  /// character may have stood on either side of one.
  ///
  /// - Complexity: O(*n*).
  public func normalized(_ utf8: Span<UInt8>) -> [UInt8] {
    if isUnchangedASCII(utf8) { return unsafe utf8.withUnsafeBufferPointer { unsafe Array($0) } }
    var result: [UInt8] = []
    for piece in pieces(of: utf8, limit: pieceLimit, cut: .beforeASCII) {
      unsafe normalize(utf8, piece: piece) { bytes, _ in unsafe result += bytes }
    }
    return result
  }

  /// The stretches that are not normalized, in order, each with what belongs in its place.
  ///
  /// Replacing all of them gives what ``normalized(_:)`` gives; bytes outside them are the same in both.
  ///
  /// - Complexity: O(*n*).
  public func changes(in utf8: Span<UInt8>) -> [NormalizationChange] {
    if isUnchangedASCII(utf8) { return [] }
    var list: [NormalizationChange] = []
    for piece in pieces(of: utf8, limit: pieceLimit, cut: .beforeASCII) {
      unsafe normalize(utf8, piece: piece) { bytes, changes in
        unsafe list += changes.map { unsafe NormalizationChange($0, behind: piece.lowerBound, result: bytes) }
      }
    }
    return list.filter { !$0.changesNothing(in: utf8) }
  }
}

// ICU hands out one immutable instance for each form and documents it as safe to share between threads.
extension Normalizer: @unchecked Sendable {}

/// A stretch of a text and its normal form.
public struct NormalizationChange: Sendable, Hashable {
  /// The UTF-8 offsets of the bytes that go.
  public let range: Range<Int>
  /// The UTF-8 that takes their place; empty where the form drops what stood there.
  public let replacement: [UInt8]

  func changesNothing(in utf8: Span<UInt8>) -> Bool {
    range.count == replacement.count && range.indices.allSatisfy { utf8[$0] == replacement[$0 - range.lowerBound] }
  }
}

internal import CTareICU

/// Brings UTF-8 to a normal form.
///
/// Bytes that are not UTF-8 are left as they are, and what stands on either side of them is normalized by itself.
@safe public struct Normalizer {
  /// The form texts are brought to.
  public let form: NormalForm

  let service: OpaquePointer

  /// A normalizer to `form`; the first one of a form and its first text cost about 1 ms, later ones nothing.
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
  /// - Complexity: O(*n*). Settled text is passed over at many times the speed of ICU, and no run of marks makes a text
  ///   cost more than a constant factor of ordinary text.
  public func isNormalized(_ utf8: Span<UInt8>) -> Bool {
    unsafe forEachStretch(of: utf8) { unsafe isNormalized($0, $1) }
  }

  /// The text in the normal form, which normalizing again does not change.
  ///
  /// One exception: ``NormalForm/nfkcCasefold`` drops characters, and in bytes that are no UTF-8 the halves of another
  /// character may have stood on either side of one.
  ///
  /// - Complexity: O(*n*), as for ``isNormalized(_:)``.
  public func normalized(_ utf8: Span<UInt8>) -> [UInt8] {
    unsafe normalizedIfDifferent(utf8) ?? utf8.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// The text in the normal form, or `nil` where that is the text itself, which is found without copying it.
  ///
  /// - Complexity: O(*n*), as for ``isNormalized(_:)``.
  public func normalizedIfDifferent(_ utf8: Span<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer: [UInt8] = []
    var copied = 0
    var differs = false
    unsafe forEachStretch(of: utf8) { text, stretch in
      if !differs {
        if unsafe isNormalized(text, stretch) { return true }
        result.reserveCapacity(utf8.count)
        differs = true
      }
      unsafe result += text[copied..<stretch.range.lowerBound]
      unsafe append(text, stretch, to: &result, buffer: &buffer)
      copied = stretch.range.upperBound
      return true
    }
    guard differs else { return nil }
    unsafe utf8.extracting(copied...).withUnsafeBufferPointer { unsafe result += $0 }
    return result
  }

  /// The stretches that are not normalized, in order, each with what belongs in its place.
  ///
  /// Replacing all of them gives what ``normalized(_:)`` gives; bytes outside them are the same in both.
  ///
  /// - Complexity: O(*n*), as for ``isNormalized(_:)``.
  public func changes(in utf8: Span<UInt8>) -> [NormalizationChange] {
    var list: [NormalizationChange] = []
    unsafe forEachStretch(of: utf8) { text, stretch in
      if stretch.isLong {
        let normal = unsafe LongRun.normalized(text, stretch.range, self)
        list.append(NormalizationChange(range: stretch.range, replacement: normal))
      } else {
        unsafe list += changes(in: text, stretch: stretch.range)
      }
      return true
    }
    return list.filter { !$0.changesNothing(in: utf8) }
  }

  private func isNormalized(_ text: UnsafeBufferPointer<UInt8>, _ stretch: UnsettledStretch) -> Bool {
    unsafe stretch.isLong
      ? LongRun.normalized(text, stretch.range, self).elementsEqual(text[stretch.range])
      : isNormalized(text, stretch: stretch.range)
  }

  private func append(
    _ text: UnsafeBufferPointer<UInt8>, _ stretch: UnsettledStretch, to result: inout [UInt8], buffer: inout [UInt8]
  ) {
    if stretch.isLong {
      unsafe result += LongRun.normalized(text, stretch.range, self)
    } else {
      if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 2 * stretch.range.count + 64) }
      unsafe append(text, stretch: stretch.range, to: &result, buffer: &buffer)
    }
  }

  /// Lends the stretches that are not settled to `body`, until it gives `false`; whether it never did.
  @discardableResult
  private func forEachStretch(
    of utf8: Span<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, UnsettledStretch) -> Bool
  ) -> Bool {
    let settled = SettledBlocks.of(form)
    return unsafe utf8.withUnsafeBufferPointer { text in
      unsafe settled.blocks.withUnsafeBufferPointer { blocks in
        var stretches = unsafe UnsettledStretches(SettledText(text, blocks: blocks, of: settled), self)
        while let stretch = stretches.next() {
          guard unsafe body(text, stretch) else { return false }
        }
        return true
      }
    }
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

/// The normal form of a run without boundaries, by the standard's own steps and in linear time.
///
/// ICU moves each mark to its place among those in front of it, which takes quadratic time for many marks whose classes
/// descend. Here the scalars are mapped (Unicode Standard Annex #15, section 1.2), each stretch of marks is sorted by
/// counting classes (canonical ordering, definition D109 of The Unicode Standard), and pairs are composed from left to
/// right (D117).
struct LongRun {
  /// A scalar and its combining class.
  private struct Element {
    var scalar: UInt32
    let combiningClass: UInt8
  }

  private let normalizer: Normalizer
  private var elements: [Element] = []

  /// The normal form of `text` from `range`, which must be UTF-8.
  ///
  /// - Complexity: O(*n*); each scalar is mapped once and composed once.
  static func normalized(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ normalizer: Normalizer) -> [UInt8] {
    var run = LongRun(normalizer: normalizer)
    unsafe run.map(text, range)
    run.sortMarks()
    if normalizer.form.composes { run.compose() }
    return run.utf8
  }

  private init(normalizer: Normalizer) {
    self.normalizer = normalizer
  }

  private mutating func map(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound, let scalar = unsafe UTF8Scalar(text, at: offset) {
      normalizer.forEachMapped(scalar.value) {
        elements.append(Element(scalar: $0, combiningClass: normalizer.combiningClass(of: $0)))
      }
      offset += scalar.length
    }
  }

  /// Sorts each stretch of elements that have a class.
  private mutating func sortMarks() {
    var order = MarkOrder<Element>()
    var start = 0
    while start < elements.count {
      var end = start
      while end < elements.count, elements[end].combiningClass != 0 { end += 1 }
      if end - start > 1 { order.sort(&elements, start..<end) { $0.combiningClass } }
      start = end + 1
    }
  }

  /// Joins each element to the last starter in front of it, unless something between them has its class or a higher one.
  private mutating func compose() {
    var count = 0
    var starter: Int?
    for element in elements {
      let isAdjacent = starter == count - 1
      let isBlocked = count > 0 && !isAdjacent && elements[count - 1].combiningClass >= element.combiningClass
      if let starter, !isBlocked, let composite = normalizer.composite(elements[starter].scalar, element.scalar) {
        elements[starter].scalar = composite
        continue
      }
      if element.combiningClass == 0 { starter = count }
      elements[count] = element
      count += 1
    }
    elements.removeLast(elements.count - count)
  }

  private var utf8: [UInt8] {
    var scalars = String.UnicodeScalarView()
    for element in elements { scalars.append(Unicode.Scalar(element.scalar) ?? "\u{FFFD}") }
    return Array(String(scalars).utf8)
  }
}

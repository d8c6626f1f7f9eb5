package import TarePrompts

/// A text that is sent, and the parts it is made of in order.
package struct CutText: Sendable, Hashable {
  /// The bytes that are sent.
  package let utf8: [UInt8]
  /// When they are sent.
  package let loadClass: LoadClass
  /// The parts; the last one ends where the text does.
  package let cuts: [Cut]

  /// A text of those bytes, cut at the ends of its parts.
  package init(utf8: [UInt8], loadClass: LoadClass, cuts: [Cut]) {
    (self.utf8, self.loadClass, self.cuts) = (utf8, loadClass, cuts)
  }

  /// A part, and where it ends among the bytes that are sent.
  package struct Cut: Sendable, Hashable {
    /// The part.
    package let part: FilePart
    /// Where it ends.
    package let end: Int

    /// A part that ends there.
    package init(part: FilePart, end: Int) {
      (self.part, self.end) = (part, end)
    }
  }
}

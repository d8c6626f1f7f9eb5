import CTareCl100k
import CTareO200k

extension Encoding {
  /// The packed vocabulary.
  var vocabulary: Vocabulary {
    switch kind {
    case .o200kBase, .o200kHarmony: o200kVocabulary
    case .cl100kBase: cl100kVocabulary
    case .installed(let installed): installed.vocabulary
    }
  }
}

// SAFETY: both arrays are `const` in the binary, so their bytes live as long as the process.
private let o200kVocabulary = unsafe embedded(
  UnsafeRawBufferPointer(start: tare_o200k_base_pack_start(), count: tare_o200k_base_pack_size))
private let cl100kVocabulary = unsafe embedded(
  UnsafeRawBufferPointer(start: tare_cl100k_base_pack_start(), count: tare_cl100k_base_pack_size))

/// The vocabulary in a pack that was compiled in. A damaged one is a broken build and no input, and every test fails.
private func embedded(_ pack: UnsafeRawBufferPointer) -> Vocabulary {
  do {
    return unsafe try Vocabulary(pack)
  } catch {
    preconditionFailure("embedded vocabulary: \(error)")
  }
}

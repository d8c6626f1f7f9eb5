extension Tokenizer {
  /// The tokens of each document, in the order of the documents, whatever the number of workers.
  ///
  /// - Parameter workers: How many documents are encoded at a time; at least one is.
  public func encode(documents: [[UInt8]], workers: Int) async -> [[TokenID]] {
    await inParallel(count: documents.count, workers: workers) { index in
      let document = documents[index]
      return encode(document.span)
    }
  }
}

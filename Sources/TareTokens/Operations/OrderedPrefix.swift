extension RandomAccessCollection<Int> where Index == Int {
  /// The number of first elements for which `isBefore` holds, when it holds for none behind them.
  ///
  /// - Complexity: O(log *n*).
  func orderedPrefix(_ isBefore: (Int) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - startIndex
  }
}

extension [Int] {
  /// The number of first elements for which `isBefore` holds, when it holds for none behind them.
  ///
  /// - Complexity: O(log *n*).
  func orderedPrefix(_ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

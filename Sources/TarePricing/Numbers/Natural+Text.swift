extension Natural {
  /// The number that decimal digits name; anything else is the caller's mistake and counts as 0.
  init(digits: some Sequence<UInt8>) {
    var number = Natural.zero
    for digit in digits { number = number * Natural(10 as UInt64) + Natural(UInt64(digit &- UInt8(ascii: "0")) % 10) }
    self = number
  }

  /// The decimal digits, without leading zeros.
  var decimalText: String {
    // 10¹⁹ is the largest power of ten in a limb.
    let base = Natural(10_000_000_000_000_000_000 as UInt64)
    var (rest, groups) = (self, [String]())
    while rest >= base {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: base)
      let digits = String(remainder.limb(0))
      groups.append(String(repeating: "0", count: 19 - digits.utf8.count) + digits)
      rest = quotient
    }
    return String(rest.limb(0)) + groups.reversed().joined()
  }
}

/// Whether every byte is below 0x80.
func isASCII(_ utf8: Span<UInt8>) -> Bool {
  var seen: UInt8 = 0
  for index in utf8.indices { seen |= utf8[index] }
  return seen < 0x80
}

/// Whether every byte is ASCII and none is a capital letter.
func isUncasedASCII(_ utf8: Span<UInt8>) -> Bool {
  for index in utf8.indices where utf8[index] >= 0x80 || (0x41...0x5A).contains(utf8[index]) { return false }
  return true
}

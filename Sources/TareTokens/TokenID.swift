/// The number of a token in its vocabulary; for byte-pair encodings also its merge rank.
public typealias TokenID = UInt32

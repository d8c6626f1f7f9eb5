//! Counts, encodes and decodes.

import Tare

let tokenizer = Tokenizer(.o200kBase)
let tokens = tokenizer.count("How many tokens is this?")
let ids = tokenizer.encode("How many tokens is this?")
let bytes = try tokenizer.decode(ids)
// snippet.hide
print(tokens, ids, String(decoding: bytes, as: UTF8.self))

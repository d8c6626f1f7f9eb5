//! Gates, cuts and divides texts, and keeps a count through edits.

import Tare

let tokenizer = Tokenizer(.o200kBase)
let text = "The tent is dry.\nThe stove is not.\nThe map is in the other coat.\n"
let utf8 = Array(text.utf8)

let fits = tokenizer.fits(text, within: 12)
let (kept, result) = tokenizer.truncated(text, to: 12, keeping: .head, at: .line)
let chunks = try tokenizer.chunks(of: utf8.span, limit: 12, overlap: 6, at: .sentences(in: utf8.span))

var counted = CountedText(text, tokenizer)
let firstLine = counted.count(in: 0..<17)
counted.append("Back by six.\n")
counted.replace(0..<3, with: "That")
// snippet.hide
print(fits, kept, result.tokens, result.total, chunks.map(\.range), firstLine, counted.count)

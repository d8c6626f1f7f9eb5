//! Counts a stream, the ranges of a text, and a text that changes.

import Tare

let tokenizer = Tokenizer(.o200kBase)
let parts = ["You are a harb", "our desk.\n", "Be brief.\n"]

var counter = StreamCounter(tokenizer)
for part in parts { counter.append(Array(part.utf8).span) }
let soFar = counter
let tokensOfStream = soFar.finish()

let text = parts.joined()
let lineEnds = text.utf8.enumerated().filter { $0.element == 0x0A }.map { $0.offset + 1 }
let counts = RangeCounts(of: Array(text.utf8).span, edges: lineEnds, tokenizer)
let tokensOfSecondLine = counts[lineEnds[0]..<lineEnds[1]]

var counted = CountedText(text, tokenizer)
let alone = counted.count(in: lineEnds[0]..<lineEnds[1])
counted.replace(0..<3, with: "They")
counted.append("Cite sources.\n")
let tokensNow = counted.count
// snippet.hide
precondition(tokensOfStream == counts.total)
precondition(tokensNow == tokenizer.count(String(decoding: counted.utf8, as: UTF8.self)))
print(tokensOfStream, tokensOfSecondLine, alone, tokensNow)

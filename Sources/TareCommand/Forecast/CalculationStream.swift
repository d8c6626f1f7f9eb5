import ArgumentParser
import Tare

/// Calculations in, one a line, and a line out for each, in order and at once.
///
/// A line that cannot be calculated is answered by an object with `error` in its place, and the stream goes on.
struct CalculationStream {
  let path: String
  let catalogue: RateCatalogue
  let time: PriceTime?
  let isText: Bool
  let outputFile: String?

  init(path: String, catalogue: RateCatalogue, at time: PriceTime?, output: ReportOutputOptions<ForecastFormat>) {
    (self.path, self.catalogue, self.time) = (path, catalogue, time)
    (isText, outputFile) = (output.format == .text, output.outputFile)
  }

  func run() throws {
    var lines = try LineReader(path: path)
    var output = try LineOutput(path: outputFile)
    var tally = CalculationTally()
    var number = 0
    while let line = try lines.next() {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      var id: JSONValue?
      do {
        let object = try JSONDocument(parsing: line).root
        id = object["id"]
        let answer = try Calculation(object).answer(catalogue, at: time)
        try output.write(isText ? Array(answer.textLine.utf8) : answer.jsonLine)
        tally.add(answer)
      } catch let error as CommandError {
        throw error
      } catch {
        tally.addFailure()
        StandardError.line(failure(number, "\(error)").message)
        if !isText { try output.write(Self.errorLine(id, "\(error)")) }
      }
      try output.flushToStream()
    }
    if isText { try output.write(tally.sentence.utf8) }
    try output.finish()
    if tally.failures > 0 { throw ExitCode.badInput }
    if tally.hasWrongClaim { throw ExitCode.findings }
  }

  private func failure(_ number: Int, _ reason: String) -> CommandError {
    .input("\(path == "-" ? InputFile.standardInputName : path):\(number)", reason)
  }

  private static func errorLine(_ id: JSONValue?, _ reason: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { answer in
      if let id { answer.member("id", raw: id.rawBytes) }
      answer.member("error", reason)
    }
    return writer.bytes
  }
}

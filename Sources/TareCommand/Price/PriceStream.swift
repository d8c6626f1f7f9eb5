import ArgumentParser
import Tare

/// NDJSON of usage in: a line out for each record, in order and at once, or a table of all at the end.
///
/// A line that cannot be read is answered by an object with `error` in its place, and the stream goes on.
struct PriceStream {
  let path: String
  let pricing: RecordPricing
  let counting: Usage.InputCounting?
  let format: PriceCommand.Format
  let outputFile: String?

  func run() throws {
    var lines = try LineReader(path: path)
    var totals = UsageTotals()
    var unread = 0
    var number = 0
    var output = try LineOutput(path: outputFile)
    if format == .csv { try output.write(PricedRecord.csvHeadLine.utf8) }
    while let line = try lines.next() {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(CommandError) {
        let record = try priced(line, number)
        do { try totals.add(record) } catch { throw failure(number, error.description) }
        try write(record, to: &output)
      } catch {
        unread += 1
        StandardError.line(error.message)
        if format == .json { try output.write(Self.errorLine(error)) }
      }
      try output.flushToStream()
    }
    let report = UsageTotalsReport(totals, by: pricing.catalogue, at: pricing.time, unreadLines: unread)
    if format == .text { try output.write(report.text.utf8.dropLast()) }
    try output.finish()
    if unread > 0 { throw ExitCode.badInput }
    if !report.isComplete { throw ExitCode.findings }
  }

  private func priced(_ line: [UInt8], _ number: Int) throws(CommandError) -> PricedRecord {
    let record: UsageRecord
    do { record = try UsageRecord(parsing: line, counting: counting) } catch {
      throw failure(number, error.description)
    }
    do { return try pricing.priced(record) } catch { throw failure(number, error.description) }
  }

  private func write(_ record: PricedRecord, to output: inout LineOutput) throws(CommandError) {
    switch format {
    case .text: return
    case .json: try output.write(record.jsonLine)
    case .csv: try output.write(record.csvLine.utf8)
    }
  }

  private func failure(_ number: Int, _ reason: String) -> CommandError {
    .input("\(path == "-" ? InputFile.standardInputName : path):\(number)", reason)
  }

  private static func errorLine(_ error: CommandError) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.member("error", String(error.message.dropFirst("tare: error: ".count))) }
    return writer.bytes
  }
}

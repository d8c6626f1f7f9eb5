import ArgumentParser
import Tare

/// How a map is shown.
struct MapOutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @Option(help: ArgumentHelp("Output: text, json or html.", valueName: "format"))
  var format: Format = .text

  @Option(
    name: [.short, .customLong("output-file")], help: ArgumentHelp("Write the map to this file.", valueName: "file"))
  var outputFile: String?

  @Option(help: ArgumentHelp("The name that standard input goes by; it decides the format.", valueName: "name"))
  var stdinFilename: String?

  @OptionGroup var colors: ColorOptions

  /// Writes `report` to its file or to standard output.
  func write(_ report: MapReport) throws(CommandError) {
    try StandardOutput.write(rendered(report), orTo: outputFile)
  }

  private func rendered(_ report: MapReport) -> String {
    switch format {
    case .text: report.text(outputFile == nil ? colors.style : colors.styleInFiles)
    case .json: report.json
    case .html: report.html(toolVersion: TareTool.version)
    }
  }
}

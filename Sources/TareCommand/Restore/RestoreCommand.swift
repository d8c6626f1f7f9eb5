import ArgumentParser
import Tare

/// `tare restore`: gives back, by its handle, what trimming took away.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Gives back, by its handle, what tare trim took away.",
    discussion: """
      A note, a cleared result and a shortened one name a handle. With the archive that tare trim --archive kept, each \
      handle gives back the message as it came, byte for byte but for line ends, one a line; the handle of a note \
      gives all messages that it stands for.

      Examples:
        tare trim --budget 8000 --archive dropped.ndjson request.json > trimmed.json
        tare restore --archive dropped.ndjson 89abcdef01234567

      Exit codes: 0 all handles were found, 2 one was not, or bad input; nothing is written then.
      """)

  @Option(help: ArgumentHelp("The archive that tare trim kept.", valueName: "file"))
  var archive: String

  @Argument(help: ArgumentHelp("Handles of sixteen digits.", valueName: "handle"))
  var handles: [String]

  func run() throws {
    var lines = try LineReader(path: archive)
    var content = ContentArchive()
    while let line = try lines.next() { content.read(line) }
    var output: [UInt8] = []
    for handle in handles {
      do throws(UnknownHandle) {
        for message in try content.messages(named: handle) { output += message + [0x0A] }
      } catch {
        throw CommandError.input(archive, error.description)
      }
    }
    StandardOutput.write(output)
  }
}

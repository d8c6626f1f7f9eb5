import FoundationEssentials
import TareConversations
import TareJSON
import TareTrim
import Testing

@testable import TareRemote

#if canImport(Glibc)
  import Glibc
#endif

/// Programs that behave, and programs that do not.
struct SummarizerProgramTests {
  private func request(_ text: String = "Berth 12, please.") throws -> SummaryRequest {
    let message = WireFormat.openAIChat.textMessage(role: .user, text: text)
    let conversation = try Conversation(parsing: [0x5B] + message + [0x5D])
    return SummaryRequest(
      handle: ContentHandle(of: [1, 2]), messages: conversation.messages, tokens: 40, offline: "Terms: Berth")
  }

  private func summary(
    _ script: String, timeout: Duration = .seconds(20), of request: SummaryRequest
  ) async throws -> Result<String, ProgramError> {
    let line = try #require(ProgramArguments("sh -c '\(script)'"))
    do throws(ProgramError) {
      return .success(try await SummarizerProgram(line, timeout: timeout).summary(of: request))
    } catch {
      return .failure(error)
    }
  }

  private func failure(_ code: ProgramError.Code) -> Result<String, ProgramError> {
    .failure(ProgramError(code: code, program: "sh"))
  }

  @Test func `a program reads the request as one line of JSON, and what it writes is the summary`() async throws {
    let echoed = try await summary("cat", of: request("Say \"yes\"\nand é.")).get()
    let root = try JSONDocument(parsing: Array(echoed.utf8)).root
    #expect(!echoed.contains("\n"))
    #expect(root["handle"]?.string == ContentHandle(of: [1, 2]).description)
    #expect(root["max_tokens"]?.integer == 40 && root["offline"]?.string == "Terms: Berth" && root["earlier"] == nil)
    let message = try #require(root["messages"]?.elements.first)
    #expect(message["role"]?.string == "user" && message["text"]?.string == "Say \"yes\"\nand é.")
  }

  @Test func `a program that does not read has answered all the same`() async throws {
    let long = try request(String(repeating: "On and on. ", count: 400_000))
    #expect(try await summary("echo Done", of: long) == .success("Done\n"))
    #expect(try await summary("exec 0<&-; sleep 0.2; echo Done", of: long) == .success("Done\n"))
  }

  @Test func `what a program does wrong is said, and its output is no answer`() async throws {
    let request = try request()
    #expect(try await summary("echo half; exit 3", of: request) == failure(.exitCode(3)))
    #expect(try await summary("kill -9 $$", of: request) == failure(.signal(9)))
    #expect(try await summary("printf \"\\377\\376\"", of: request) == failure(.notText))
    #expect(try await summary("yes", of: request) == failure(.tooLarge))
    #expect(try await summary(":", of: request) == .success(""))
  }

  @Test(arguments: ["/nonexistent/program", "no-such-program-anywhere", "/etc"])
  func `a program that is none is said`(name: String) async throws {
    let program = SummarizerProgram(try #require(ProgramArguments(name)))
    let request = try request()
    await #expect(throws: ProgramError(code: .notFound, program: name)) { try await program.summary(of: request) }
  }

  @Test func `a program that does not end is ended with everything it started`() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "tare-child-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let script = "sleep 600 & echo $! >\(file.path); trap \"\" TERM; sleep 600; wait"
    #expect(try await summary(script, timeout: .milliseconds(700), of: try request()) == failure(.timedOut))
    let written = try String(contentsOf: file, encoding: .utf8)
    let child = try #require(Int32(written.prefix { $0.isNumber }))
    // Ended is not yet gone.
    for _ in 0..<1_000 where runs(child) { try await Task.sleep(for: .milliseconds(5)) }
    #expect(!runs(child))
  }

  /// A process that has ended and whose end nobody has asked about still has its number.
  private func runs(_ process: Int32) -> Bool {
    kill(process, 0) == 0
      && (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.contains(") Z ") != true
  }
}

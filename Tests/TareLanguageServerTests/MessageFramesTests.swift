import TareLanguageServer
import Testing

struct MessageFramesTests {
  private let messages = [#"{"a":1}"#, "", #"{"text":"🙂\r\n\r\nContent-Length: 3"}"#].map { Array($0.utf8) }

  @Test(arguments: [1, 2, 3, 7, 1_000])
  func `messages come out as they went in, however the stream is cut`(length: Int) throws {
    let stream = messages.flatMap(MessageFrames.framed)
    var frames = MessageFrames()
    var found: [[UInt8]] = []
    for start in stride(from: 0, to: stream.count, by: length) {
      frames.append(Array(stream[start..<min(start + length, stream.count)]))
      while let message = try frames.next() { found.append(message) }
    }
    #expect(found == messages)
  }

  @Test func `other headers are passed over, and names may be in any case`() throws {
    var frames = MessageFrames()
    frames.append(
      Array("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:  2 \r\n\r\n{}".utf8))
    #expect(try frames.next() == Array("{}".utf8))
    #expect(try frames.next() == nil)
  }

  @Test(arguments: ["\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Length: 4\r\n\r\nabcd"])
  func `a header without a length is an error`(text: String) {
    var frames = MessageFrames()
    frames.append(Array(text.utf8))
    #expect(throws: FrameError.self) { try frames.next() }
  }

  @Test func `a header or a message without an end is an error in good time`() {
    var endless = MessageFrames()
    endless.append([UInt8](repeating: 0x41, count: 9_000))
    #expect(throws: FrameError.headerTooLong(limit: 8_192)) { try endless.next() }
    var huge = MessageFrames()
    huge.append(Array("Content-Length: 999999999999\r\n\r\n".utf8))
    #expect(throws: FrameError.tooLong(999_999_999_999, limit: 256 << 20)) { try huge.next() }
  }
}

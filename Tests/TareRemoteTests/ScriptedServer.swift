#if Remote
  import NIOCore
  import NIOPosix
  import Synchronization

  /// A server on this machine that answers each request with the next of its answers and keeps what it was sent.
  final class ScriptedServer: Sendable {
    struct Answer: Sendable {
      let bytes: String
      /// Whether the connection is closed behind the bytes, or kept open and silent.
      let closes: Bool
      /// Whether the bytes come one by one, with a wait between them.
      var drips = false

      static func raw(_ bytes: String) -> Answer { Answer(bytes: bytes, closes: true) }
      static func stalled(_ bytes: String) -> Answer { Answer(bytes: bytes, closes: false) }
      static func dripping(_ bytes: String) -> Answer { Answer(bytes: bytes, closes: true, drips: true) }
      static let silence = Answer(bytes: "", closes: false)

      static func status(_ code: Int, _ reason: String, headers: String = "", body: String = "") -> Answer {
        raw(
          "HTTP/1.1 \(code) \(reason)\r\n\(headers)content-length: \(body.utf8.count)\r\nconnection: close\r\n\r\n\(body)"
        )
      }

      static func json(_ body: String) -> Answer {
        status(200, "OK", headers: "content-type: application/json\r\n", body: body)
      }
    }

    private let channel: any Channel
    private let script: Script

    init(_ answers: [Answer]) async throws {
      let script = Script(answers)
      self.script = script
      channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Connection(script)) }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    }

    var port: Int { channel.localAddress?.port ?? 0 }

    /// Stops listening and gives the requests.
    func close() async throws -> [String] {
      try await channel.close()
      return script.requests.withLock { $0 }
    }
  }

  private final class Script: Sendable {
    let requests = Mutex<[String]>([])
    private let answers: Mutex<[ScriptedServer.Answer]>

    init(_ answers: [ScriptedServer.Answer]) { self.answers = Mutex(answers) }

    func next() -> ScriptedServer.Answer {
      answers.withLock { $0.isEmpty ? .raw("") : $0.removeFirst() }
    }
  }

  private final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: Script
    private var received = ""

    init(_ script: Script) { self.script = script }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received += String(buffer: unwrapInboundIn(data))
      guard isWhole else { return }
      let request = received
      received = ""
      script.requests.withLock { $0.append(request) }
      let answer = script.next()
      if answer.drips { return drip(ByteBuffer(string: answer.bytes), on: context.channel) }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer.bytes)), promise: nil)
      if answer.closes { context.close(mode: .output, promise: nil) }
    }

    private func drip(_ bytes: ByteBuffer, on channel: any Channel) {
      var rest = bytes
      guard let byte = rest.readSlice(length: 1), channel.isActive else { return channel.close(promise: nil) }
      channel.writeAndFlush(byte, promise: nil)
      channel.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(20)) { self.drip(rest, on: channel) }
    }

    /// Whether the head and as much of a body as it speaks of are there.
    private var isWhole: Bool {
      guard let end = received.firstRange(of: "\r\n\r\n") else { return false }
      let head = received[..<end.lowerBound].lowercased()
      guard let field = head.firstRange(of: "content-length: ") else { return true }
      let length = Int(head[field.upperBound...].prefix { $0.isNumber }) ?? 0
      return received[end.upperBound...].utf8.count >= length
    }
  }
#endif

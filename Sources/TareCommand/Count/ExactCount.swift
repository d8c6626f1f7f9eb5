import FoundationEssentials
import Tare
import TareRemote

/// `tare count --exact`: asks the model's provider, over the network, and only because somebody said so.
struct ExactCount {
  let paths: [String]
  let model: String

  #if Remote
    func report() throws -> CountReport {
      let name = try ModelDirectory.ofThisVersion.plainName(of: model) ?? model.lowercased()
      guard let provider = CountingProvider(ofModel: name) else {
        throw CommandError.usage(
          "--exact asks Anthropic, Google or OpenAI, and \"\(model)\" is a model of none of them")
      }
      let client = try client(of: provider)
      let files = try texts()
      // Said before anything is sent, so that whoever did not mean it can still stop it.
      StandardError.line(
        "tare: sending the text of \(files.count) \(files.count == 1 ? "input" : "inputs") to \(client.address.host) to be counted"
      )
      let rows = try waiting {
        var rows: [CountReport.Row] = []
        for file in files {
          rows.append(
            CountReport.Row(
              path: file.path, bytes: file.bytes.count, tokens: try await Self.count(file, client, name), basis: .exact)
          )
        }
        return rows
      }
      return CountReport(
        encoding: .o200kBase, basis: .exact, model: model, provider: "\(provider.rawValue) (\(client.address.host))",
        rows: rows)
    }

    private static func count(_ file: InputFile, _ client: CountingClient, _ model: String) async throws -> Int {
      do throws(RemoteError) {
        return try await client.count(file.bytes, model: model)
      } catch {
        throw CommandError.input(file.path, "\(client.address.host) did not count it: \(error)")
      }
    }

    private func client(of provider: CountingProvider) throws(CommandError) -> CountingClient {
      let environment = ProcessInfo.processInfo.environment
      let values = provider.keyVariables.compactMap { environment[$0] }.filter { !$0.isEmpty }
      let names = provider.keyVariables.joined(separator: " or ")
      guard let value = values.first else {
        throw .usage("--exact needs a key in \(names); it is read from the environment and nowhere else")
      }
      guard let key = APIKey(value) else { throw .usage("what stands in \(names) cannot be a key") }
      let address = environment[provider.addressVariable].flatMap { $0.isEmpty ? nil : $0 } ?? provider.defaultAddress
      do {
        return CountingClient(provider, address: try ServiceAddress(address), key: key)
      } catch {
        throw .usage("\(provider.addressVariable): \(error)")
      }
    }

    /// Every text is read before any is sent: a mistake in the last one then costs nothing.
    private func texts() throws(CommandError) -> [InputFile] {
      let discovery = InputDiscovery(paths, hiddenNames: PromptFormat.hiddenNames)
      if let error = discovery.errors.first { throw error }
      for skip in discovery.skips { StandardError.line(skip.skipMessage) }
      var files: [InputFile] = []
      for path in discovery.paths {
        let file = try InputFile.read(path)
        files.append(InputFile(path: file.path, bytes: try file.text().utf8))
      }
      return files
    }
  #else
    func report() throws -> CountReport {
      throw CommandError.usage(
        "--exact asks the provider over the network, and this build of tare has no network client; "
          + "one built with swift build -c release --traits Remote has it")
    }
  #endif
}

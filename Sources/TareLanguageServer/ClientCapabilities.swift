import TareJSON

/// What the editor can do, as far as it changes what the server says.
struct ClientCapabilities {
  private(set) var encoding = PositionEncoding.utf16
  /// Whether it asks for diagnostics; otherwise they are sent to it.
  private(set) var pullsDiagnostics = false
  /// Whether it may be asked to ask again.
  private(set) var refreshesDiagnostics = false
  /// Whether edits may name the version of the document they are for.
  private(set) var takesVersionedEdits = false
  /// Whether an edit may create a file.
  private(set) var createsFiles = false
  /// Whether it can be asked to tell when files change on the disk.
  private(set) var watchesFiles = false
  /// Whether hovers may be Markdown.
  private(set) var showsMarkdown = false

  init() {}

  init(_ parameters: JSONValue?) {
    let all = parameters?["capabilities"]
    let document = all?["textDocument"]
    let workspace = all?["workspace"]
    encoding = PositionEncoding(offered: all?["general"]?["positionEncodings"])
    pullsDiagnostics = document?["diagnostic"] != nil
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.boolean ?? false
    takesVersionedEdits = workspace?["workspaceEdit"]?["documentChanges"]?.boolean ?? false
    createsFiles =
      takesVersionedEdits
      && workspace?["workspaceEdit"]?["resourceOperations"]?.elements.contains { $0.string == "create" } ?? false
    watchesFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.boolean ?? false
    showsMarkdown =
      document?["hover"]?["contentFormat"]?.elements.contains { $0.string == "markdown" } ?? false
  }
}

extension LanguageServer {
  /// The answer to `initialize`.
  func serverCapabilities(_ writer: inout JSONWriter) {
    writer.object { result in
      result.object("capabilities") { capabilities in
        capabilities.member("positionEncoding", client.encoding.rawValue)
        capabilities.object("textDocumentSync") {
          $0.member("openClose", true)
          // Incremental: only what changed is sent.
          $0.member("change", 2)
          $0.object("save") { $0.member("includeText", false) }
        }
        capabilities.member("hoverProvider", true)
        capabilities.object("codeActionProvider") {
          $0.array("codeActionKinds") { kinds in
            for kind in [CodeActionKind.quickFix, .fixAll] { kinds.value(kind.rawValue) }
          }
        }
        capabilities.object("diagnosticProvider") {
          $0.member("identifier", "tare")
          $0.member("interFileDependencies", false)
          $0.member("workspaceDiagnostics", false)
        }
      }
      result.object("serverInfo") {
        $0.member("name", "tare")
        $0.member("version", version)
      }
    }
  }

  /// Asks to be told when a configuration changes on the disk.
  mutating func watchConfiguration() {
    guard client.watchesFiles else { return }
    say(
      Replies.request("client/registerCapability", identifier: "tare-watch") { parameters in
        parameters.object { object in
          object.array("registrations") { registrations in
            registrations.object {
              $0.member("id", "tare-configuration")
              $0.member("method", "workspace/didChangeWatchedFiles")
              $0.object("registerOptions") { options in
                options.array("watchers") { watchers in
                  for pattern in ["**/tare.yaml", "**/*.tare.yaml"] {
                    watchers.object { $0.member("globPattern", pattern) }
                  }
                }
              }
            }
          }
        }
      })
  }
}

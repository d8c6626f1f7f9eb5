import FoundationEssentials
import Tare
import TareRemote

/// A service on another machine that somebody named on the command line, and the key for it.
struct OutsideService {
  let address: ServiceAddress
  let key: APIKey?
  private let option: String

  /// - Parameter option: How the options about the service begin.
  init(url: String, keyVariable: String?, option: String) throws(CommandError) {
    self.option = option
    do {
      // A key goes nowhere unencrypted but to this machine.
      address = try ServiceAddress(url, plainWithin: keyVariable == nil ? .privateNetwork : .thisMachine)
    } catch {
      throw .usage("\(option)-url: \(error)")
    }
    key = try Self.key(in: keyVariable, of: address, option)
  }

  /// The key in the variable that was named, which has to be there, else what is usual for that host, if it is there.
  private static func key(
    in variable: String?, of address: ServiceAddress, _ option: String
  ) throws(CommandError) -> APIKey? {
    let environment = ProcessInfo.processInfo.environment
    let names = variable.map { [$0] } ?? address.usualKeyVariables
    guard
      let (name, value) = names.lazy.compactMap({ name in environment[name].map { (name, $0) } }).first(where: {
        !$0.1.isEmpty
      })
    else {
      guard let variable else { return nil }
      throw .usage("\(option)-key-variable: there is no key in \(variable)")
    }
    guard let key = APIKey(value) else { throw .usage("what stands in \(name) cannot be a key") }
    return key
  }

  /// Said before anything is sent, so that whoever did not mean it can still stop it.
  func sayOnce(_ what: String, _ purpose: String) {
    StandardError.line("tare: sending \(what) to \(address.host) to \(purpose)")
  }

  /// This build cannot ask anybody.
  var missing: CommandError {
    .usage(
      "\(option)-url asks another machine, and this build of tare has no network client; "
        + "one built with swift build -c release --traits Remote has it")
  }
}

import TareJSON

/// A message of the editor: a request, which wants an answer, or a notification, which wants none.
struct Request {
  let method: String
  /// As it came; `nil` for a notification.
  let identifier: [UInt8]?
  let parameters: JSONValue?

  /// The message in `bytes`; `nil` for an answer to something the server asked, which needs nothing done.
  ///
  /// - Throws: ``ResponseError`` for what is no message.
  init?(_ bytes: [UInt8]) throws(ResponseError) {
    let root: JSONValue
    do { root = try JSONDocument(parsing: bytes).root } catch { throw .parse(error.description) }
    guard root.kind == .object else { throw .invalidRequest("a message is an object") }
    identifier = root["id"].map { Array($0.rawBytes) }
    guard let method = root["method"]?.string else {
      guard root["result"] != nil || root["error"] != nil else { throw .invalidRequest("the message has no method") }
      return nil
    }
    self.method = method
    parameters = root["params"]
  }
}

/// Why a request gets no result, with the number that the protocol gives to the reason.
struct ResponseError: Error, Hashable {
  let code: Int
  let message: String

  static func parse(_ reason: String) -> ResponseError { ResponseError(code: -32_700, message: reason) }
  static func invalidRequest(_ reason: String) -> ResponseError { ResponseError(code: -32_600, message: reason) }
  static func unknownMethod(_ method: String) -> ResponseError {
    ResponseError(code: -32_601, message: "no method \"\(method)\"")
  }
  static func invalidParameters(_ reason: String) -> ResponseError { ResponseError(code: -32_602, message: reason) }
  static let notInitialized = ResponseError(code: -32_002, message: "the server was not initialized yet")
}

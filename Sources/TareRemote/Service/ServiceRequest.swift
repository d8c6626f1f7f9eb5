/// JSON that is sent to a service.
struct ServiceRequest: Sendable {
  let url: String
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  /// - Parameter headers: Those beside the one that says that the body is JSON.
  init(url: String, headers: [(name: String, value: String)], body: [UInt8]) {
    self.url = url
    self.headers = [("content-type", "application/json")] + headers
    self.body = body
  }
}

import TareJSON

/// Writes what the server says.
enum Replies {
  static func result(_ identifier: [UInt8], _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    message { object in
      object.member("id", raw: identifier[...])
      object.member("result", raw: json(write)[...])
    }
  }

  /// - Parameter identifier: `nil` where not even that could be read.
  static func failure(_ identifier: [UInt8]?, _ error: ResponseError) -> [UInt8] {
    message { object in
      object.member("id", raw: (identifier ?? Array("null".utf8))[...])
      object.object("error") {
        $0.member("code", error.code)
        $0.member("message", error.message)
      }
    }
  }

  static func notification(_ method: String, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    message { object in
      object.member("method", method)
      object.member("params", raw: json(write)[...])
    }
  }

  /// Something the server asks of the editor; the answer changes nothing.
  static func request(_ method: String, identifier: String, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    message { object in
      object.member("id", identifier)
      object.member("method", method)
      object.member("params", raw: json(write)[...])
    }
  }

  private static func message(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    json { writer in
      writer.object { object in
        object.member("jsonrpc", "2.0")
        write(&object)
      }
    }
  }

  private static func json(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    return writer.bytes
  }
}

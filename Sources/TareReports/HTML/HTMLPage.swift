import CTareData

/// A page of HTML that is one file: its style is in it, nothing is loaded, no script runs.
///
/// It is XML too, so that a strict reader finds every element closed. What is written goes through ``MarkupWriter`` and
/// is escaped; a policy in the page forbids everything but its own style, should something slip through all the same.
struct HTMLPage {
  let title: String

  func text(_ body: (inout MarkupWriter) -> Void) -> String {
    var page = MarkupWriter()
    page.raw("<!DOCTYPE html>")
    page.block("html", [("lang", "en"), ("xmlns", "http://www.w3.org/1999/xhtml")]) { html in
      html.block("head") { head in
        head.empty("meta", [("charset", "utf-8")])
        head.empty(
          "meta",
          [("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'")])
        head.empty("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        head.line("title", title)
        head.block("style") { $0.raw(Self.style) }
      }
      html.block("body", [], body)
    }
    return page.text
  }

  /// The style sheet, a data file.
  private static let style: String = {
    // SAFETY: the symbol and its size are compiled from the same file, and neither ever changes.
    let bytes = unsafe UnsafeRawBufferPointer(start: unsafe tare_report_style_start(), count: tare_report_style_size)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }()
}

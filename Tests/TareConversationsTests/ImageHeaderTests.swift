import Foundation
import Testing

@testable import TareConversations

struct ImageHeaderTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 2, 0x80, 0, 0, 1, 0xE0, 8, 6, 0, 0, 0]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x80, 2, 0xE0, 1, 0, 0, 0]
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 1, 0xE0, 2, 0x80, 3]
  private static let webP: [UInt8] =
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]
  private static let lossless: [UInt8] =
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8L".utf8) + [0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0]
  private static let lossy: [UInt8] =
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x80, 2, 0xE0, 1]

  private static let files = [png, gif, jpeg, webP, lossless, lossy]

  @Test(arguments: files.indices)
  func `each format says 640 by 480`(index: Int) {
    #expect(ImageHeader(Self.files[index]).size == ImageSize(width: 640, height: 480))
  }

  @Test(arguments: files.indices)
  func `a header that ends early or is broken says nothing or something, and never traps`(index: Int) {
    let file = Self.files[index]
    for length in 0..<file.count { _ = ImageHeader(Array(file.prefix(length))).size }
    for place in file.indices {
      for byte in [UInt8(0), 0x7F, 0xFF] {
        var broken = file
        broken[place] = byte
        if let size = ImageHeader(broken).size { #expect(size.width > 0 && size.height > 0) }
      }
    }
    #expect(ImageHeader([]).size == nil)
    #expect(ImageHeader([UInt8](repeating: 0xFF, count: 100_000)).size == nil)
  }

  @Test(arguments: files.indices)
  func `a data URL is read up to the size`(index: Int) {
    let base64 = Data(Self.files[index] + [UInt8](repeating: 7, count: 50)).base64EncodedString()
    let url = Array("data:image/png;base64,\(base64)".utf8)
    #expect(ImageSize(inDataURL: url[...]) == ImageSize(width: 640, height: 480))
  }

  @Test(arguments: [
    "", "data:", "data:image/png;base64,", "data:image/png,abc", "https://example.org/a.png", "data:;base64,%%%",
    "data:image/png;base64,iVBORw0KGgo",
  ])
  func `what is no picture has no size`(url: String) {
    #expect(ImageSize(inDataURL: Array(url.utf8)[...]) == nil)
  }

  @Test func `sides of nothing and of too much are no size`() {
    #expect(ImageSize(width: 0, height: 1) == nil && ImageSize(width: 1, height: 1 << 30) == nil)
  }
}

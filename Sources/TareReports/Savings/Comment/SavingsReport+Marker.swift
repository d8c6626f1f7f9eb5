public import TareSavings

extension SavingsReport {
  /// The first line of a comment: an HTML comment by which a later run finds the one it is to replace, and sees whether
  /// that is newer.
  ///
  /// ```
  /// <!-- tare-diff id=gpt-5.4 head=4f0c… at=1795284153 -->
  /// ```
  /// The head is the commit of the side after and stands there only where commits are compared, with the seconds from
  /// 1970 to when it was committed. Nothing in the line depends on what differs, so that a report in which nothing does
  /// replaces one before it; nor can anything in it end the HTML comment.
  public func marker(id: String?) -> String {
    let parts = [
      id.map { "id=\(Self.plainCommentID($0))" },
      comparison.headCommit.map { "head=\(Self.plainCommentID($0.id)) at=\($0.time)" },
    ]
    return "<!-- " + (["tare-diff"] + parts.compactMap(\.self)).joined(separator: " ") + " -->"
  }

  /// The id of a comment that `name` comes to: what is no letter, digit, point, underscore or single hyphen is an
  /// underscore, and of a long name there is the beginning.
  public static func plainCommentID(_ name: String) -> String {
    var plain = ""
    for scalar in name.unicodeScalars.prefix(100) {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == ".")
      let isHyphen = scalar == "-" && !plain.isEmpty && !plain.hasSuffix("-")
      plain.unicodeScalars.append(isPlain || isHyphen ? scalar : "_")
    }
    return plain.hasSuffix("-") ? plain.dropLast() + "_" : plain
  }
}

# Reads a JSON array of objects from a review service and prints, for each, its id, its author and the first two lines of
# its body, parted by U+001F. Records end at quotation marks, so that every second one is the text of a string:
#
#   [{"id":7,"user":{"login":"a"},"body":"<!-- x -->\nhello \"you\""}]
#     ^^^^^^   structure between strings: brackets, colons, numbers
BEGIN { RS = "\""; US = "\037"; depth = 0; inside = 0; text = "" }

inside {
  text = text $0
  if (match($0, /\\+$/) && RLENGTH % 2 == 1) { text = text "\""; next }
  inside = 0
  next
}

{
  structure($0)
  inside = 1
  text = ""
}

# What stands between two strings decides what the string before it was: a name, where a colon follows, or a value.
function structure(between,    i, sign, rest) {
  if (NR > 1) {
    if (between ~ /^[ \t\r\n]*:/) {
      name[depth] = text
      rest = between
      sub(/^[ \t\r\n]*:[ \t\r\n]*/, "", rest)
      if (depth == 2 && text == "id" && rest ~ /^[0-9]/) { match(rest, /^[0-9]+/); id = substr(rest, 1, RLENGTH) }
    } else if (depth == 2 && name[2] == "body") {
      body = text
    } else if (depth == 3 && (name[2] == "user" || name[2] == "author") && (name[3] == "login" || name[3] == "username")) {
      author = text
    }
  }
  for (i = 1; i <= length(between); i++) {
    sign = substr(between, i, 1)
    if (sign == "{" || sign == "[") {
      depth++
      if (depth == 2) { id = ""; author = ""; body = "" }
    } else if (sign == "}" || sign == "]") {
      if (depth == 2 && id != "") print id US author US line(body, 1) US line(body, 2)
      depth--
    }
  }
}

# A line of a body, with the few escapes that an HTML comment may have come through.
function line(body, number,    parts, result) {
  split(substr(body, 1, 2000), parts, /(\\r)?\\n/)
  result = parts[number]
  gsub(/\\u003[cC]/, "<", result)
  gsub(/\\u003[eE]/, ">", result)
  gsub(/\\\//, "/", result)
  gsub(/\t|\\t/, " ", result)
  return result
}

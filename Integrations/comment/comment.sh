#!/usr/bin/env bash
# Writes a report as a comment on a pull request of GitHub or a merge request of GitLab, or brings the comment that an
# earlier run wrote up to date. A comment is the last and the least of what a report is written to: whatever keeps it from
# being written is said in one line, and the exit code is 0.
#
#   comment.sh REPORT.md
#
#   COMMENT_SERVICE   github or gitlab
#   COMMENT_API       the API, such as https://api.github.com or https://gitlab.example.com/api/v4
#   COMMENT_THREAD    what is commented on: repos/OWNER/NAME/issues/NUMBER, projects/ID/merge_requests/NUMBER
#   COMMENT_TOKEN     a token that may write there
#   COMMENT_JOB_TOKEN the token that GitLab gives each job, which is tried where there is no other
#   COMMENT_MODE      update the earlier comment (the default), write a new one each time, or none
#   COMMENT_CREATE    no where a comment is brought up to date but no first one is written
#   COMMENT_RUN       the number of this run, by which an older report is told from a newer one
#   COMMENT_ID        what tells the comments of several reports on one request apart, such as the name of the artifact
#   COMMENT_REPORT    where all of the report is, for a comment that is too long
#
# A comment is known again by an HTML comment in its second line, which has the id and the number of the run, or by the one
# in its first line, which is the report's own. A report never takes the place of one that a later run wrote; where runs have no numbers, of one whose commit is later.
set -uo pipefail

folder=$(cd "$(dirname "$0")" && pwd)
report=${1:?comment.sh: name the report}
service=${COMMENT_SERVICE:-github}
api=${COMMENT_API:-}
thread=${COMMENT_THREAD:-}
mode=${COMMENT_MODE:-update}
run=$(tr -cd 0-9 <<<"${COMMENT_RUN:-}")
# The services take some 65,000 and 1,000,000 characters; a report that tare cut itself has less than 60,000.
longest=62000

leave() { echo "comment: $1"; exit 0; }

[ "$mode" != none ] || leave "none is wanted"
[ -s "$report" ] || leave "there is no report to write"
[ -n "$thread" ] && [ -n "$api" ] || leave "this run belongs to no request for review"
[ -n "${COMMENT_TOKEN:-}${COMMENT_JOB_TOKEN:-}" ] || leave "there is no token to write one with, as for a request from a fork; the report is in the summary and the artifact"
if ! command -v curl >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update && apt-get install --yes --no-install-recommends curl ca-certificates; } >/dev/null 2>&1
fi
command -v curl >/dev/null || leave "curl is not installed; the report is in the summary and the artifact"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The token is read from a file, so that no list of processes shows it.
case "$service" in
  github)
    printf 'header = "Authorization: Bearer %s"\nheader = "Accept: application/vnd.github+json"\n' "${COMMENT_TOKEN:-}" \
      >"$work/curl"
    list=$thread/comments; update=PATCH; edit=${thread%/issues/*}/issues/comments ;;
  gitlab)
    if [ -n "${COMMENT_TOKEN:-}" ]; then printf 'header = "PRIVATE-TOKEN: %s"\n' "$COMMENT_TOKEN"
    else printf 'header = "JOB-TOKEN: %s"\n' "$COMMENT_JOB_TOKEN"; fi >"$work/curl"
    list=$thread/notes; update=PUT; edit=$thread/notes ;;
  *) leave "the service \"$service\" is neither github nor gitlab" ;;
esac
chmod 600 "$work/curl"

# ask METHOD PATH [BODY]: the answer in $work/answer; fails unless the service says that it was done.
ask() {
  local data=()
  [ $# -lt 3 ] || data=(--header "Content-Type: application/json" --data-binary "@$3")
  status=$(curl --silent --show-error --config "$work/curl" --max-time 30 --retry 2 --output "$work/answer" \
    --write-out '%{http_code}' --request "$1" "${data[@]}" "$api/$2" 2>"$work/reason") || status=000
  [ "$status" -ge 200 ] && [ "$status" -lt 300 ]
}

why() {
  case "$status" in
    000) echo "the service cannot be reached ($(head -c 200 "$work/reason" | tr '\n' ' '))" ;;
    401 | 403 | 404) echo "the token may not write here (HTTP $status), as for a request from a fork; the report is in the summary and the artifact" ;;
    *) echo "the service answered HTTP $status" ;;
  esac
}

# The marker without what differs from run to run: a report for another model has another one.
identity() { sed -e 's/ head=.*-->/ -->/' -e 's/ *-->.*/ -->/' <<<"$1"; }
# number NAME MARKER: the number that a marker has under a name.
number() { sed -n "s/.*[ -]$1=\([0-9][0-9]*\).*/\1/p" <<<"$2"; }

marker=$(head -n 1 "$report")
case "$marker" in "<!-- tare-"*) ;; *) leave "the report does not begin with a marker of tare" ;; esac
identity=$(identity "$marker")
id=$(tr -cd 'A-Za-z0-9._-' <<<"${COMMENT_ID:-}")
run_marker="<!-- tare-run${id:+ id=$id}${run:+ number=$run} -->"

{
  echo "$marker"
  echo "$run_marker"
  if [ "$(wc -c <"$report")" -le "$longest" ]; then
    tail -n +2 "$report"
  else
    sed -n '/^### /{p;q;}' "$report"
    echo
    echo "The report is too long for a comment${COMMENT_REPORT:+: $COMMENT_REPORT}."
  fi
} >"$work/text"
LC_ALL=C awk 'BEGIN { printf "{\"body\":\"" }
  { gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); gsub(/\t/, "\\t"); gsub(/\r/, "\\r"); gsub(/[\001-\037]/, ""); printf "%s\\n", $0 }
  END { printf "\"}" }' "$work/text" >"$work/body"

earlier=""
if [ "$mode" = update ]; then
  # Whose comments are looked at: somebody else's with the same marker is not ours to change.
  author="github-actions[bot]"
  if ask GET user; then author=$(sed -n 's/.*"\(login\|username\)" *: *"\([^"]*\)".*/\2/p' "$work/answer" | head -n 1); fi
  [ "$service" = github ] || [ "$status" = 200 ] || author=""
  page=1
  while [ "$page" -le 50 ]; do
    ask GET "$list?per_page=100&page=$page" || leave "$(why)"
    LC_ALL=C awk -f "$folder/comments.awk" "$work/answer" >"$work/comments"
    while IFS=$'\037' read -r comment writer first second; do
      [ -z "$author" ] || [ "$writer" = "$author" ] || continue
      their_id=$(sed -n 's/^<!-- tare-run id=\([A-Za-z0-9._-]*\).*/\1/p' <<<"$second")
      if [ -n "$id" ] && [ -n "$their_id" ]; then
        [ "$their_id" = "$id" ] || continue
      else
        [ "$(identity "$first")" = "$identity" ] || continue
      fi
      earlier=$comment
      theirs=$(number number "$second")
      if [ -n "$run" ] && [ -n "$theirs" ]; then
        [ "$theirs" -le "$run" ] || leave "a later run wrote the one that is there; it stays"
      else
        then=$(number at "$first") now=$(number at "$marker")
        [ -z "$then" ] || [ -z "$now" ] || [ "$then" -le "$now" ] || leave "the one that is there is about a later commit; it stays"
      fi
    done <"$work/comments"
    [ "$(wc -l <"$work/comments")" -ge 100 ] || break
    page=$((page + 1))
  done
fi

if [ -n "$earlier" ]; then
  ask "$update" "$edit/$earlier" "$work/body" || leave "$(why)"
  leave "the earlier one is up to date"
fi
[ "${COMMENT_CREATE:-yes}" != no ] || leave "no prompt changed, and there is none to bring up to date"
ask POST "$list" "$work/body" || leave "$(why)"
leave "written"

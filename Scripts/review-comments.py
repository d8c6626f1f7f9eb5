#!/usr/bin/env python3
"""Runs the action and the job that comment on prompt changes, against servers that answer as GitHub and GitLab do.

    python3 Scripts/review-comments.py TARE

The servers run here and answer nobody else. Each case makes a run in a repository of its own and looks at what was asked for
and at the comments that are there afterwards.
"""

import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARE = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/tare").resolve())


class Service:
    """The comments on one request for review, and who may write them."""

    def __init__(self, kind, status=200, me="github-actions[bot]", comments=(), page=100):
        self.kind, self.status, self.me, self.page = kind, status, me, page
        self.comments = [dict(id=number + 1, author=author, body=body) for number, (author, body) in enumerate(comments)]
        self.asked = []

    def shown(self, comment):
        who = {"login": comment["author"]} if self.kind == "github" else {"username": comment["author"]}
        name = "user" if self.kind == "github" else "author"
        return {"url": "https://example.org/\"7\"", "id": comment["id"], name: {"id": 4, **who, "type": "Bot"}, "body": comment["body"],
                "reactions": {"id": 99, "body": "<!-- tare-diff -->"}}

    def answer(self, method, path, query, body, token):
        self.asked.append((method, path))
        thread = "/repos/o/r/issues/5/comments" if self.kind == "github" else "/projects/3/merge_requests/5/notes"
        if path == "/user":
            # The token that GitHub gives a job is nobody's.
            return (403, {}) if self.kind == "github" else (200, {"id": 1, "username": self.me})
        if not token or self.status != 200:
            return (self.status if self.status != 200 else 401), {"message": "Resource not accessible by integration"}
        if method == "GET" and path == thread:
            page = int(query.get("page", "1"))
            return 200, [self.shown(comment) for comment in self.comments[(page - 1) * self.page:page * self.page]]
        if method == "POST" and path == thread:
            self.comments.append(dict(id=len(self.comments) + 1, author=self.me, body=body["body"]))
            return 201, self.shown(self.comments[-1])
        edited = re.fullmatch(r"/repos/o/r/issues/comments/(\d+)" if self.kind == "github" else thread + r"/(\d+)", path)
        if edited and method == ("PATCH" if self.kind == "github" else "PUT"):
            self.comments[int(edited[1]) - 1]["body"] = body["body"]
            return 200, {}
        return 404, {"message": "Not Found"}

    def __enter__(self):
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def handle_all(self):
                path, _, query = self.path.partition("?")
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else None
                token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or self.headers.get("JOB-TOKEN")
                parameters = dict(part.split("=", 1) for part in query.split("&") if part)
                status, answer = service.answer(self.command, path, parameters, body, token)
                # GitLab writes < and > as escapes; GitHub does not.
                text = json.dumps(answer, ensure_ascii=False)
                if service.kind == "gitlab":
                    text = text.replace("<", "\\u003c").replace(">", "\\u003e")
                self.send_response(status)
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

            do_GET = do_POST = do_PATCH = do_PUT = handle_all

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class Request:
    """A repository with a branch, and runs of the action or the job in it."""

    def __init__(self, folder, files=None):
        self.folder = pathlib.Path(folder)
        self.git("init", "--quiet", "--initial-branch=main")
        self.write({"prompts/agent.md": "Answer politely and name the document you read.\n" * 40, "code.py": "1\n"})
        self.git("switch", "--quiet", "-c", "branch")
        self.write(files if files is not None else {"prompts/agent.md": "Answer and name the document you read.\n" * 40})

    def git(self, *arguments):
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_DATE": "2026-01-05T12:00:00Z",
                       "GIT_COMMITTER_DATE": "2026-01-05T12:00:00Z"}
        return subprocess.run(["git", "-C", str(self.folder), *identity, *arguments], check=True, env=environment,
                              stdout=subprocess.PIPE, text=True).stdout.strip()

    def write(self, files):
        for path, text in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "change")

    def run(self, command, environment):
        plain = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TARE": TARE}
        return subprocess.run(["bash", "-c", command], cwd=self.folder, env={**plain, **environment}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def github(self, service, run="12", post="changed", comment="update", token="t", arguments="", name="tare-diff"):
        """What the action's steps do, in their order: the report, then the comment."""
        action = ROOT / "Integrations/github/diff"
        for file in ("outputs", "summary"):
            (self.folder / file).unlink(missing_ok=True)
        diff = self.run(str(action / "diff.sh"), {
            "TARE_BASE": "main", "TARE_HEAD": "branch", "TARE_ARGUMENTS": arguments, "TARE_POST": post, "TARE_PATHS": "prompts",
            "GITHUB_OUTPUT": "outputs", "GITHUB_STEP_SUMMARY": "summary", "GITHUB_WORKSPACE": str(self.folder)})
        self.outputs = dict(line.split("=", 1) for line in (self.folder / "outputs").read_text().splitlines())
        self.summary = (self.folder / "summary").read_text() if (self.folder / "summary").exists() else ""
        self.log = diff.stdout
        if post == "never":
            return ""
        create = "yes" if post == "always" or self.outputs["changed"] == "true" else "no"
        written = self.run(str(ROOT / "Integrations/comment/comment.sh") + " " + self.outputs["markdown"], {
            "COMMENT_SERVICE": "github", "COMMENT_API": service.url, "COMMENT_THREAD": "repos/o/r/issues/5",
            "COMMENT_TOKEN": token, "COMMENT_MODE": comment, "COMMENT_CREATE": create, "COMMENT_RUN": run, "COMMENT_ID": name,
            "COMMENT_REPORT": "https://example.org/runs/1"})
        assert written.returncode == 0, written.stdout
        return written.stdout.strip()

    def gitlab(self, service, run="12", post="changed", token="t"):
        """The script of the job as it stands in the template."""
        lines = (ROOT / "Integrations/gitlab/diff.yml").read_text().splitlines()
        start = next(number for number, line in enumerate(lines) if line.startswith("  script:"))
        script = []
        for line in lines[start + 3:]:
            if line and not line.startswith("      "):
                break
            script.append(line[6:])
        job = self.run("\n".join(script), {
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": self.git("rev-parse", "main"), "CI_COMMIT_SHA": self.git("rev-parse", "branch"),
            "CI_API_V4_URL": service.url, "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "5", "CI_PIPELINE_IID": run,
            "CI_JOB_URL": "https://example.org/jobs/1", "CI_JOB_NAME": "tare-diff", "CI_JOB_TOKEN": "" if token else "job", "TARE_TOKEN": token,
            "TARE_POST": post, "TARE_NOTE": "update", "TARE_PATHS": "prompts", "TARE_ARGUMENTS": "",
            "TARE_COMMENT": str(ROOT / "Integrations/comment/comment.sh")})
        assert job.returncode == 0, job.stdout
        return job.stdout.strip().splitlines()[-1]


ME = "github-actions[bot]"
MARKER = "<!-- tare-diff -->"


def earlier(number, text="older"):
    return f"{MARKER}\r\n<!-- tare-run number={number} -->\r\n\r\n{text}"


def check(name, condition, found=""):
    if not condition:
        sys.exit(f"{name}: failed\n{found}")
    print(f"  {name}")


def cases(folder):
    with Service("github") as service:
        request = Request(folder())
        said = request.github(service)
        body = service.comments[0]["body"]
        check("a first run writes one comment", said == "comment: written" and len(service.comments) == 1, said)
        check("it is the report with the run in its second line",
              body.startswith(MARKER[:15]) and body.split("\n")[1] == "<!-- tare-run id=tare-diff number=12 -->" and "fewer input tokens" in body, body)
        check("the summary has the report", "fewer input tokens" in request.summary, request.summary)
        check("a later run brings it up to date",
              request.github(service, run="13") == "comment: the earlier one is up to date" and len(service.comments) == 1)
        before = service.comments[0]["body"]
        said = request.github(service, run="9")
        check("an older run does not", "later run" in said and service.comments[0]["body"] == before, said)
        request.github(service, run="14", comment="new")
        check("new writes another", len(service.comments) == 2)
        check("none writes none", "none" in request.github(service, comment="none") and len(service.comments) == 2)
        request.github(service, post="never")
        check("never posts nothing, and the reports are there",
              request.summary == "" and (request.folder / "tare-diff/diff.html").exists())
        request.write({"prompts/agent.md": "Answer politely and name the document you read.\n" * 40})
        said = request.github(service, run="15")
        check("a change that was taken back is said in the comment that is there",
              "up to date" in said and "No prompt differs" in service.comments[1]["body"], said + request.log + service.comments[1]["body"])
    with Service("github") as service:
        request = Request(folder(), {"code.py": "2\n"})
        said = request.github(service)
        check("without a changed prompt no first comment is written",
              "no prompt changed" in said and not service.comments and request.summary == "", said)
        check("post: always writes it", request.github(service, post="always") == "comment: written" and request.summary != "")
    for status in (403, 404):
        with Service("github", status=status) as service:
            request = Request(folder())
            said = request.github(service)
            check(f"a fork's token (HTTP {status}) costs the comment and nothing else",
                  "fork" in said and request.outputs["exit-code"] == "0" and request.summary != "", said)
    with Service("github") as service:
        request = Request(folder())
        check("no token, no question", "no token" in request.github(service, token="") and not service.asked)
    with Service("github", status=500) as service:
        check("a service that fails is said", "HTTP 500" in Request(folder()).github(service))
    service.url = "http://127.0.0.1:9"
    check("a service that is not there is said", "cannot be reached" in Request(folder()).github(service))
    others = [("somebody", f"comment {number} with \"{MARKER}\"") for number in range(150)] + [("somebody", earlier(99)), (ME, earlier(3))]
    with Service("github", comments=others) as service:
        said = Request(folder()).github(service)
        check("it is found on the second page, and nobody else's is touched",
              "up to date" in said and "fewer" in service.comments[151]["body"] and service.comments[150]["body"] == earlier(99), said)
    with Service("github", comments=[(ME, "<!-- tare-diff id=other -->\n\nx")]) as service:
        Request(folder()).github(service)
        check("a report for another model has a comment of its own", len(service.comments) == 2)
        Request(folder()).github(service, run="13", name="other-report")
        check("so has another report of the same workflow", len(service.comments) == 3)
    with Service("github") as service:
        request = Request(folder(), {f"prompts/{'x' * 60}{number}.md": f"Answer {number} \"politely\" \\ now.\n" for number in range(2_000)})
        said = request.github(service)
        check("2,000 new prompts fit", said == "comment: written" and len(service.comments[0]["body"]) < 65_536, said)
        request.folder.joinpath("tare-diff/diff.md").write_text(f"{MARKER}\n\n### A headline\n\n" + "x\n" * 40_000)
        said = request.run(str(ROOT / "Integrations/comment/comment.sh") + " tare-diff/diff.md", {
            "COMMENT_API": service.url, "COMMENT_THREAD": "repos/o/r/issues/5", "COMMENT_TOKEN": "t", "COMMENT_MODE": "new",
            "COMMENT_REPORT": "https://example.org/runs/1"}).stdout
        body = service.comments[-1]["body"]
        check("what is too long is its headline and where the rest is",
              "### A headline" in body and "https://example.org/runs/1" in body and len(body) < 500, said + body[:300])
    with Service("github") as service:
        request = Request(folder())
        request.github(service, arguments="--model=nosuchmodel")
        check("an error of tare is the step's exit code", request.outputs["exit-code"] == "2" and not service.comments, request.log)
    with Service("gitlab", me="tare-bot", comments=[("tare-bot", earlier(3)), ("else", earlier(2))]) as service:
        request = Request(folder())
        said = request.gitlab(service)
        check("GitLab: the earlier note is brought up to date",
              "up to date" in said and "fewer" in service.comments[0]["body"] and service.comments[1]["body"] == earlier(2), said)
        check("GitLab: an older pipeline leaves it", "later run" in request.gitlab(service, run="4"))
    with Service("gitlab", status=401) as service:
        request = Request(folder())
        check("GitLab: the job's own token may not write, and that is said", "may not write" in request.gitlab(service, token=""))
        check("GitLab: the reports are there", (request.folder / "tare-diff.html").exists())
    with Service("gitlab", me="tare-bot") as service:
        check("GitLab: a first note", Request(folder()).gitlab(service) == "comment: written" and len(service.comments) == 1)


def main():
    with tempfile.TemporaryDirectory() as top:
        count = [0]

        def folder():
            count[0] += 1
            path = pathlib.Path(top) / f"request {count[0]}"
            path.mkdir()
            return path

        cases(folder)
    print("comments on requests for review are written, kept up to date and left alone as they should")


if __name__ == "__main__":
    main()

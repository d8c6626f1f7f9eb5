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

import yaml

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


class Expression:
    """What stands between ${{ and }} in an action, as far as ours use it: names, texts, ==, !=, &&, || and always()."""

    TOKEN = re.compile(r"\s*('(?:[^']|'')*'|[A-Za-z_][\w.-]*(?:\(\))?|==|!=|&&|\|\||[()])")

    def __init__(self, context):
        self.context = context

    def value(self, text):
        parts, place = [], 0
        while place < len(text.rstrip()):
            token = self.TOKEN.match(text, place)
            assert token, f"unknown expression: {text}"
            parts.append(self.python(token[1]))
            place = token.end()
        return eval(" ".join(parts), {"__builtins__": {}})  # Made of the few tokens above.

    def python(self, token):
        if token[0] == "'":
            return repr(token[1:-1].replace("''", "'"))
        words = {"==": "==", "!=": "!=", "&&": "and", "||": "or", "(": "(", ")": ")", "always()": "True"}
        return words.get(token) or repr(self.name(token))

    def name(self, path):
        value = self.context
        for part in path.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        return value

    def text(self, text):
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(self.value(found[1]) or ""), str(text))


class Action:
    """A composite action, run step by step as its file says; the actions of others are only noted."""

    def __init__(self, path):
        self.path = path
        self.file = yaml.safe_load((path / "action.yml").read_text(encoding="utf-8"))

    def run(self, request, given, github):
        context = {"github": github, "inputs": {}, "steps": {}, "runner": {"os": "Linux", "arch": "X64"}}
        expression = Expression(context)
        for name, declared in self.file["inputs"].items():
            context["inputs"][name] = given.get(name, expression.text(declared.get("default", "")))
        assert set(given) <= set(self.file["inputs"]), f"unknown inputs: {given}"
        self.log, self.used, self.code = {}, [], 0
        for step in self.file["runs"]["steps"]:
            condition = str(step.get("if", "true"))
            isWanted = condition == "true" or expression.value(condition)
            if not isWanted or (self.code and "always()" not in condition):
                continue
            if "uses" in step:
                self.used.append(step["uses"])
                continue
            outputs = request.folder / "outputs"
            outputs.unlink(missing_ok=True)
            environment = {name: expression.text(value) for name, value in step.get("env", {}).items()}
            run = request.run(expression.text(step["run"]), {
                **environment, "GITHUB_ACTION_PATH": str(self.path), "GITHUB_OUTPUT": str(outputs),
                "GITHUB_STEP_SUMMARY": str(request.folder / "summary"), "GITHUB_ACTIONS": "true",
                "GITHUB_WORKSPACE": str(request.folder)})
            self.log[step["name"]] = run.stdout.strip()
            if "id" in step:
                lines = outputs.read_text().splitlines() if outputs.exists() else []
                context["steps"][step["id"]] = {"outputs": dict(line.split("=", 1) for line in lines)}
            if run.returncode and not step.get("continue-on-error"):
                self.code = run.returncode
        self.outputs = {name: expression.text(output["value"]) for name, output in self.file["outputs"].items()}
        return self


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
        self.git("add", "--all", "--", *files)
        self.git("commit", "--quiet", "--message", "change")

    def run(self, command, environment):
        plain = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TARE": TARE}
        return subprocess.run(["bash", "-eo", "pipefail", "-c", command], cwd=self.folder, env={**plain, **environment},
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def github(self, service, run="12", **given):
        """What the action of the example workflow makes of this request; returns the last thing it said of a comment."""
        (self.folder / "summary").unlink(missing_ok=True)
        inputs = {**example_inputs(), "tare": TARE, "arguments": "", **{name.replace("_", "-"): value for name, value in given.items()}}
        github = {
            "token": "t", "api_url": service.url, "server_url": "https://example.org", "repository": "o/r", "run_id": "1",
            "run_number": run, "event": {"pull_request": {
                "number": "5", "base": {"sha": self.git("rev-parse", "main")}, "head": {"sha": self.git("rev-parse", "branch")}}}}
        self.action = Action(ROOT / "Integrations/github/diff").run(self, inputs, github)
        self.summary = (self.folder / "summary").read_text() if (self.folder / "summary").exists() else ""
        return self.action.log.get("Comment", "")

    def gitlab(self, service, run="12", post="changed", token="t"):
        """The script of the job as it stands in the template."""
        job = yaml.safe_load((ROOT / "Integrations/gitlab/diff.yml").read_text(encoding="utf-8"))["tare-diff"]
        variables = {name: str(value) for name, value in job["variables"].items()}
        run = self.run("\n".join(job["script"]), {**variables, **{
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": self.git("rev-parse", "main"), "CI_COMMIT_SHA": self.git("rev-parse", "branch"),
            "CI_API_V4_URL": service.url, "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "5", "CI_PIPELINE_IID": run,
            "CI_JOB_URL": "https://example.org/jobs/1", "CI_JOB_NAME": "tare-diff", "CI_JOB_TOKEN": "" if token else "job",
            "TARE_TOKEN": token, "TARE_POST": post, "TARE_PATHS": "prompts", "TARE": TARE,
            "TARE_COMMENT": str(ROOT / "Integrations/comment/comment.sh")}})
        assert run.returncode == 0, run.stdout
        return run.stdout.strip().splitlines()[-1]


def example_inputs():
    """What the example workflow gives the action."""
    workflow = yaml.safe_load((ROOT / "Integrations/examples/github-diff-workflow.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    return next(step["with"] for step in steps if "Integrations/github/diff" in step.get("uses", ""))


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
        check("so have the artifact and the outputs",
              request.action.used == ["actions/upload-artifact@v4"] and request.action.outputs == {"exit-code": "0", "changed": "true"},
              request.action.outputs)
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
              "up to date" in said and "No prompt differs" in service.comments[1]["body"], said + service.comments[1]["body"])
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
                  "fork" in said and request.action.code == 0 and request.summary != "", said)
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
        Request(folder()).github(service, run="13", reports="other-report")
        check("so has another report of the same workflow", len(service.comments) == 3)
    for seconds, isOlder in ((1_700_000_000, True), (1_900_000_000, False)):
        body = f"<!-- tare-diff head={'1' * 40} at={seconds} -->\n\nother"
        with Service("github", comments=[(ME, body)]) as service:
            said = Request(folder()).github(service, run="")
            check(f"without numbers of runs the time of the commit decides: {'older' if isOlder else 'later'}",
                  (service.comments[0]["body"] != body) == isOlder and len(service.comments) == 1, said)
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
        check("an error of tare is the step's exit code", request.action.code == 2 and not service.comments, request.action.log)
    with Service("github") as service:
        request = Request(folder(), {"prompts/agent.md": "Answer politely and name the document you read.\n" * 90})
        said = request.github(service, arguments="--gate=growth=10%")
        check("a gate fails the step, after the report was posted", request.action.code == 1 and said == "comment: written", said)
        request.github(service, arguments="--gate=growth=10%", fail_on="nothing")
        check("unless nothing is to fail it", request.action.code == 0 and request.action.outputs["exit-code"] == "1")
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

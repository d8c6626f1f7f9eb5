import TarePrompts
import Testing

struct NotAPromptTests {
  @Test(arguments: [
    ("Dockerfile.jinja2", "You are kind.", NotAPrompt.Kind.dockerfile), ("setup.py.j2", "text", .code),
    ("step.yml.jinja2", "- name: x", .configuration), ("page.html.mustache", "Hello", .markup),
    ("a.jinja2", "{# c #}\nFROM python:{{ v }}\nRUN pip install x\nCOPY . /app\nCMD [\"x\"]\n", .dockerfile),
    ("a.jinja2", "#!/bin/bash\necho hello\n", .code), ("a.hbs", "<!DOCTYPE html>\n<p>{{x}}</p>", .markup),
    ("a.j2", "import os\nfrom {{ m }} import x\n\nprint(os.getcwd())\n", .code),
    ("a.j2", "- name: {{ n }}\n  uses: actions/checkout@v4\n  with:\n    ref: main\n", .configuration),
    ("a.j2", "{% if a %}\n{% endif %}\n", .nothing),
  ])
  func `a template of something else is no prompt`(path: String, text: String, expected: NotAPrompt.Kind) throws {
    #expect(try document(text, path: path).notAPrompt?.kind == expected)
  }

  @Test(arguments: [
    ("a.jinja2", "You are a helpful assistant.\n\nQuestion: {{ q }}\nAnswer:"),
    ("a.jinja2", "system:\nFROM x\nRUN y\nCOPY z\n"), ("a.hbs", "Sum up {{text}}."), ("a.j2", "{{ question }}"),
    (
      "a.j2", "Import the data and answer.\nReturn JSON only.\nName: {{ name }}, a person of great renown in the arts\n"
    ),
    ("Dockerfile.md", "FROM x\nRUN y\nCOPY z\n"),
    ("a.j2", "Rate this.\n{\"stars\": 1}\nq: {{ q }}\nstars: 5\nq: {{ r }}\nstars:"),
  ])
  func `a prompt is one`(path: String, text: String) throws {
    #expect(try document(text, path: path).notAPrompt == nil)
  }
}

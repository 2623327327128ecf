"""The published schema of a platform file in a real editor's server: completion, hover, faults."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Any, cast

import pytest
from click.testing import CliRunner

from reglint.cli.main import commands

SERVER = shutil.which("yaml-language-server")
FILE = "platform.yaml"
pytestmark = pytest.mark.skipif(SERVER is None, reason="NOT RUN: yaml-language-server is not on the PATH")

Json = Mapping[str, Any]


@dataclass
class Editor:
    """A language server over its standard streams, as an editor talks to it."""

    process: subprocess.Popen[bytes]
    root: Path
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    faults: dict[str, list[Json]] = field(default_factory=dict)

    def ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - whatever the server answers
        """The answer to a request; what the server asks meanwhile has no answer of interest."""
        number = next(self.ids)
        self.send({"id": number, "method": method, "params": params})
        while (got := self.receive()).get("id") != number or "method" in got:
            self.react(got)
        return got["result"]

    def tell(self, method: str, **params: object) -> None:
        self.send({"method": method, "params": params})

    def opened(self, text: str) -> str:
        """The address of a document that says which schema it has."""
        uri = (self.root / FILE).as_uri()
        whole = f"# yaml-language-server: $schema=schema.json\n{text}"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": whole}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def at(self, method: str, text: str) -> Any:  # noqa: ANN401 - as above
        """What the server says where the text has a bar."""
        before = text.partition("|")[0]
        uri = self.opened(text.replace("|", "", 1))
        position = {"line": before.count("\n") + 1, "character": len(before.rpartition("\n")[2])}
        return self.ask(f"textDocument/{method}", textDocument={"uri": uri}, position=position)

    def messages(self, text: str) -> list[str]:
        """The faults that an editor underlines."""
        uri = self.opened(text)
        while uri not in self.faults:
            self.react(self.receive())
        return [one["message"] for one in self.faults[uri]]

    def react(self, got: Json) -> None:
        if got.get("method") == "textDocument/publishDiagnostics":
            self.faults[got["params"]["uri"]] = got["params"]["diagnostics"]
        elif got.get("method") == "workspace/configuration":
            asked = [one.get("section") for one in got["params"]["items"]]
            settings = [SETTINGS if one == "yaml" else {} for one in asked]
            self.send({"id": got["id"], "result": settings})
        elif "id" in got and "method" in got:
            self.send({"id": got["id"], "result": None})

    def send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = cast("IO[bytes]", self.process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def receive(self) -> Json:
        stream = cast("IO[bytes]", self.process.stdout)
        length = 0
        while (line := stream.readline().strip()) or not length:
            assert line or length or self.process.poll() is None, "the server has gone"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        return cast("Json", json.loads(stream.read(length)))


SETTINGS = {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}


@pytest.fixture(params=["en", "zh", "ja"])
def language(request: pytest.FixtureRequest) -> str:
    return cast("str", request.param)


@pytest.fixture
def editor(tmp_path: Path, language: str) -> Iterator[Editor]:
    published = CliRunner().invoke(commands, ["schema", "--lang", language])
    (tmp_path / "schema.json").write_text(published.stdout, "utf-8")
    process = subprocess.Popen(  # noqa: S603 - the server that was found
        [str(SERVER), "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
        env={**os.environ, "NO_COLOR": "1"},
    )
    editor = Editor(process, tmp_path)
    try:
        editor.ask("initialize", processId=None, rootUri=tmp_path.as_uri(), capabilities=CAPABILITIES)
        editor.tell("initialized")
        editor.tell("workspace/didChangeConfiguration", settings={"yaml": SETTINGS})
        yield editor
    finally:
        process.kill()
        process.communicate()


CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {},
    },
}


def labels(answer: Any) -> set[str]:  # noqa: ANN401 - a list, or an object with one
    items = answer["items"] if isinstance(answer, dict) else answer
    return {str(one["label"]) for one in items}


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_the_areas_are_offered(editor: Editor) -> None:
    assert {"platform", "custody", "logging", "observe"} <= labels(editor.at("completion", 'reglint: "1"\n|'))


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_the_fields_of_an_element_are_offered(editor: Editor) -> None:
    text = 'reglint: "1"\nlogging:\n  streams:\n    - name: payment\n      |'
    assert {"kind", "retention", "immutable", "component"} <= labels(editor.at("completion", text))


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_the_words_of_a_closed_list_are_offered(editor: Editor) -> None:
    text = 'reglint: "1"\nlogging:\n  streams:\n    - name: payment\n      kind: |'
    assert {"access", "audit", "debug"} <= labels(editor.at("completion", text))


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_roles_are_offered(editor: Editor) -> None:
    text = 'reglint: "1"\nplatform:\n  roles:\n    cn:\n      - |'
    assert {"payment_institution", "network_operator"} <= labels(editor.at("completion", text))


HOVERS = {
    "en": ("retention of the log stream", "A duration with its unit: 6 months"),
    "zh": ("日志留存期", "带单位的时长：6 months"),
    "ja": ("ログの保存期間", "単位の付いた期間：6 months"),
}


def test_a_title_is_shown_under_the_pointer(editor: Editor, language: str) -> None:
    text = 'reglint: "1"\nlogging:\n  streams:\n    - name: payment\n      reten|tion: 6 months\n'
    shown = editor.at("hover", text)["contents"]["value"]
    assert [words in shown for words in HOVERS[language]] == [True, True]


MEANINGS = {"en": "audit log", "zh": "审计日志", "ja": "監査ログ"}


def test_the_meaning_of_a_word_is_shown_under_the_pointer(editor: Editor, language: str) -> None:
    text = 'reglint: "1"\nlogging:\n  streams:\n    - name: payment\n      ki|nd: audit\n'
    assert MEANINGS[language] in editor.at("hover", text)["contents"]["value"]


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_a_sound_file_has_no_fault(editor: Editor) -> None:
    sound = 'reglint: "1"\nlogging: {streams: [{name: a, retention: 6 months}]}\nrisk: {x-a: 1}\n'
    assert editor.messages(sound) == []


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_a_duration_without_its_unit_is_told_what_to_write(editor: Editor) -> None:
    faulty = 'reglint: "1"\nlogging: {streams: [{name: a, retention: "180"}], x-ours: 1, steams: []}\n'
    unit, stranger = editor.messages(faulty)
    assert "A duration with its unit: 6 months" in unit
    assert "steams" in stranger

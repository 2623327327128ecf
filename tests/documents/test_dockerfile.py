"""Dockerfiles → nodes."""

from __future__ import annotations

import pytest
from tests.nodes import at_pointer

from reglint.documents.dockerfile import read_dockerfile
from reglint.documents.lookup import plain
from reglint.documents.select import compile_selector

NOTHING: dict[str, object] = {"stages": []}
VALUES = {
    "nothing": ("# only a comment\n", NOTHING),
    "arguments before a stage": ("ARG A=1\narg B", {"arg": [{"A": "1"}, {"B": None}], "stages": []}),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES)
def test_a_text_says_these_values(text: str, value: object) -> None:
    assert [plain(root) for root in read_dockerfile(text, "f").roots] == [value]


IMAGES = {
    "name": ("a", {"name": "a"}),
    "tag": ("a:1", {"name": "a", "tag": "1"}),
    "digest": ("a@sha256:b", {"name": "a", "digest": "sha256:b"}),
    "all": ("r.io:5000/a/b:1@sha256:c", {"name": "r.io:5000/a/b", "tag": "1", "digest": "sha256:c"}),
    "port of a registry": ("r:5000/a", {"name": "r:5000/a"}),
    "variables": ("${A:-b:c@d}/e:${F}", {"name": "${A:-b:c@d}/e", "tag": "${F}"}),
    "variable in a variable": ("${A:-${B}:c}:1", {"name": "${A:-${B}:c}", "tag": "1"}),
    "variable without an end": ("${A:b", {"name": "${A:b"}),
}


@pytest.mark.parametrize(("image", "parts"), IMAGES.values(), ids=IMAGES)
def test_an_image_has_these_parts(image: str, parts: dict[str, str]) -> None:
    (root,) = read_dockerfile(f"FROM {image}", "f").roots
    assert plain(root) == {"stages": [{"from": [{"image": image, **parts}]}]}


INSTRUCTIONS = {
    "variables": ('ENV A=1 B=\'c d\' E="f \\"g\\" $h"', {"env": [{"A": "1", "B": "c d", "E": 'f "g" $h'}]}),
    "escaped blank": (r"ENV A=b\ c D=\e", {"env": [{"A": "b c", "D": "e"}]}),
    "variable of the old form": ("ENV A b  c", {"env": [{"A": "b  c"}]}),
    "variable without a value": ("ENV A=", {"env": [{"A": ""}]}),
    "labels": ('LABEL "a b"=c d.e=f', {"label": [{"a b": "c", "d.e": "f"}]}),
    "arguments": ("ARG A=b C", {"arg": [{"A": "b", "C": None}]}),
    "shell": ("RUN a && b 'c'", {"run": [{"#text": "a && b 'c'"}]}),
    "list": ('CMD ["a", "\\u4e2d c"]', {"cmd": [{"@args": ["a", "中 c"]}]}),
    "list of another kind": ("CMD ['a']", {"cmd": [{"#text": "['a']"}]}),
    "list of numbers": ("CMD [1]", {"cmd": [{"#text": "[1]"}]}),
    "test of a shell": ("RUN [ -f a ]", {"run": [{"#text": "[ -f a ]"}]}),
    "empty list": ("ENTRYPOINT []", {"entrypoint": [{"@args": []}]}),
    "words": ("EXPOSE 80/tcp  $P", {"expose": [{"@args": ["80/tcp", "$P"]}]}),
    "words in a list": ('VOLUME ["/a b"]', {"volume": [{"@args": ["/a b"]}]}),
    "user": ("USER a:b", {"user": [{"@args": ["a:b"]}]}),
    "folder with a blank": ("WORKDIR /a b", {"workdir": [{"@args": ["/a b"]}]}),
    "no argument": ("USER", {"user": [{"@args": []}]}),
    "any case": ("cmd a\nCmd b", {"cmd": [{"#text": "a"}, {"#text": "b"}]}),
    "flags": (
        "COPY --from=a --link --exclude=b --exclude=c d /e",
        {"copy": [{"@from": ["a"], "@link": [None], "@exclude": ["b", "c"], "@args": ["d", "/e"]}]},
    ),
    "health": (
        'HEALTHCHECK --interval=1m CMD ["a"]',
        {"healthcheck": [{"@interval": ["1m"], "cmd": [{"@args": ["a"]}]}]},
    ),
    "health of a shell": ("healthcheck cmd a b", {"healthcheck": [{"cmd": [{"#text": "a b"}]}]}),
    "no health": ("HEALTHCHECK NONE", {"healthcheck": [{"@args": ["NONE"]}]}),
    "later": ("ONBUILD USER a", {"onbuild": [{"user": [{"@args": ["a"]}]}]}),
    "continued": (
        "RUN a \\\n  b \\  \n# c\n\n  d\nUSER e",
        {"run": [{"#text": "a   b   d"}], "user": [{"@args": ["e"]}]},
    ),
    "two backslashes": ("RUN a \\\\\nUSER b", {"run": [{"#text": "a \\\\"}], "user": [{"@args": ["b"]}]}),
    "continued past the end": ("RUN a \\", {"run": [{"#text": "a "}]}),
    "lines of Windows": (
        "RUN a \\\r\n b\r\nUSER c\r\n",
        {"run": [{"#text": "a  b"}], "user": [{"@args": ["c"]}]},
    ),
    "heredoc": (
        "RUN <<E\na\n# b\nE\nUSER c",
        {"run": [{"@heredocs": ["a\n# b\n"], "#text": "<<E"}], "user": [{"@args": ["c"]}]},
    ),
    "heredocs": (
        "COPY <<-'A' <<\"B\" /c\n\ta\n\tA\nb\nB\n",
        {"copy": [{"@heredocs": ["\ta\n", "b\n"], "@args": ["<<-'A'", '<<"B"', "/c"]}]},
    ),
    "no heredoc": ("RUN a<<E && b <<< c", {"run": [{"#text": "a<<E && b <<< c"}]}),
    "no heredoc of an instruction": ("CMD a <<E", {"cmd": [{"#text": "a <<E"}]}),
}


@pytest.mark.parametrize(("text", "members"), INSTRUCTIONS.values(), ids=INSTRUCTIONS)
def test_an_instruction_says_these_values(text: str, members: dict[str, object]) -> None:
    reading = read_dockerfile(f"FROM a\n{text}", "f")
    stage = {"from": [{"image": "a", "name": "a"}], **members}
    assert ([plain(root) for root in reading.roots], reading.diagnostics) == ([{"stages": [stage]}], ())


def test_a_directive_makes_the_backtick_continue_a_line() -> None:
    (root,) = read_dockerfile("# syntax=a\n#Escape = `\nFROM a\nRUN b\\ `\n c\nENV D=e` f", "f").roots
    stage = {"from": [{"image": "a", "name": "a"}], "run": [{"#text": "b\\  c"}], "env": [{"D": "e f"}]}
    assert plain(root) == {"stages": [stage]}


def test_a_directive_behind_another_line_is_a_comment() -> None:
    (root,) = read_dockerfile("# note\n# escape=`\nFROM a\nRUN b \\\n c", "f").roots
    assert plain(root) == {"stages": [{"from": [{"image": "a", "name": "a"}], "run": [{"#text": "b  c"}]}]}


STAGES = """\
FROM a:1 AS build
USER root
ENV A=1 \\
    B='x'
FROM b
USER app
"""
SELECTED = {
    "who runs the image": ("$.stages[-1].user[-1]['@args'][0]", [("app", 6, 6)]),
    "every variable": ("$.stages[*].env[*].*", [("1", 3, 7), ("x", 4, 7)]),
    "images": ("$.stages[*].from[0].image", [("a:1", 1, 6), ("b", 5, 6)]),
    "names of stages": ("$.stages[*].from[0].as", [("build", 1, 13)]),
}


@pytest.mark.parametrize(("selector", "found"), SELECTED.values(), ids=SELECTED)
def test_a_selector_finds_values_with_their_places(selector: str, found: list[tuple[str, int, int]]) -> None:
    (root,) = read_dockerfile(STAGES, "f").roots
    nodes = compile_selector(selector).find(root)
    assert [(node.value, node.line, node.column) for node in nodes] == found


PLACES = {
    "stages": ("/stages", (1, 1), (1, 1, 6, 9)),
    "stage": ("/stages/1", (5, 1), (5, 1, 6, 9)),
    "instructions": ("/stages/0/user", (2, 1), (2, 1, 2, 10)),
    "instruction": ("/stages/0/env/0", (3, 1), (3, 1, 4, 10)),
    "name on the next line": ("/stages/0/env/0/B", (4, 5), (4, 7, 4, 10)),
    "tag": ("/stages/0/from/0/tag", (1, 8), (1, 8, 1, 9)),
}


@pytest.mark.parametrize(("pointer", "key", "span"), PLACES.values(), ids=PLACES)
def test_everything_has_its_place(
    pointer: str, key: tuple[int, int], span: tuple[int, int, int, int]
) -> None:
    (root,) = read_dockerfile(STAGES, "f").roots
    node = at_pointer(root, pointer)
    assert node is not None
    assert (node.key_line, node.key_column) == key
    assert (node.line, node.column, node.end_line, node.end_column) == span


REFUSED = {
    "unknown": ("FROM a\nCPY b", (2, 1), '"CPY" is no instruction. Did you mean COPY?'),
    "no word": ("FROM a\n- b", (2, 1), '"-" is no instruction. Write FROM, RUN, COPY …'),
    "only a backslash": ("\\", (1, 1), '"" is no instruction. Write FROM, RUN, COPY …'),
    "before the first stage": (
        "USER a\nFROM b",
        (1, 1),
        "USER stands before the first FROM. Begin with FROM and an image.",
    ),
    "no image": ("FROM", (1, 5), "FROM takes an image, and AS and a name behind it."),
    "no AS": ("FROM a b c", (1, 6), "FROM takes an image, and AS and a name behind it."),
    "no command": ("FROM a\nHEALTHCHECK b", (2, 13), "HEALTHCHECK takes CMD and a command, or NONE."),
    "stage later": ("FROM a\nONBUILD FROM b", (2, 9), "ONBUILD takes another instruction."),
    "later later": ("FROM a\nONBUILD ONBUILD RUN b", (2, 9), "ONBUILD takes another instruction."),
    "no end of a heredoc": ("FROM a\nRUN <<E\nb\n", (2, 5), "this heredoc has no line E at its end."),
}


@pytest.mark.parametrize(("text", "where", "message"), REFUSED.values(), ids=REFUSED)
def test_a_text_is_refused_with_its_place(text: str, where: tuple[int, int], message: str) -> None:
    reading = read_dockerfile(text, "f")
    place = f"f:{where[0]}:{where[1]}"
    assert (reading.roots, [str(one) for one in reading.diagnostics]) == (
        (),
        [f"{place}: error[dockerfile-syntax] No Dockerfile: {message}"],
    )


def test_a_template_is_called_one() -> None:
    (said,) = read_dockerfile("FROM a\n{% if b %}\n", "f").diagnostics
    assert (said.code, said.line) == ("dockerfile-template", 2)

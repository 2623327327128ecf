"""What holds for every reader and every text: no traceback, and places that lead back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.nodes import at_pointer

from reglint.documents.formats import FORMATS
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.lookup import walk
from reglint.documents.snippet import excerpt
from reglint.documents.source import line_starts
from reglint.model.place import Place

SAMPLES = {
    "dockerfile": "# escape=`\nARG a=1\nFROM x:1@d AS b\nENV a='b c' d=e\n"
    'RUN --m=x <<E\n y\nE\nCMD ["a"]\nUSER `\n u\n',
    "dotenv": "A=1 # x\nexport B='y' \nC: \"a\\n\nb\"\nD\nE=${F:-g}\n",
    "hcl": 'a = [1, -2.5, { b = "x${y.z[0]}", (c) : true, }]\nd "e" f { # g\n'
    '  h = <<-I\n   j\n   I\n}\nk = l("m", n...) ? o : !p\n',
    "ini": "a=1\n[s]\nb : 'x' ; c\n  more\nd\n",
    "json": '{"a": [1, 2.5, "x\\n\\ud83d\\ude00", null, true], "b": {"c": {}}}',
    "logrotate": "weekly\n/a /b {\n  rotate 4 # x\n  postrotate\n    }\n  endscript\n}\n",
    "logstash": "input { a { b => 1 c => [\"d\", e] f => { 'g' => h } i => j { k => l } } } # m\n"
    "output { if [n] =~ /o{2}/ { p {} } else if q { r {} } else { s {} } }\n",
    "mysql": '[a]\nb = "c # d\\n" # e\nf\n!include /g\n',
    "nginx": "http { # x\n  log_format m 'a' \"b\";\n  map $a $b { ~^x 1; }\n  x_by_lua_block { '}' }\n}\n",
    "pghba": 'local all "a b" peer # c\nhost all all 10.0.0.0 255.0.0.0 md5 d=e\ninclude x\n',
    "postgresql": "a = 'b''c\\101' # d\nE.f 1kB\n",
    "properties": "# x\na.b[0]=1\na.b[1].c : 2 \\\n  \\u4e2d\n#---\n!x\nk\\ k v\n",
    "redis": "a b \"c\\x41\" 'd'\n# e\nF g\n",
    "systemd": "[A]\nB=c \\\n# d\n  e\n;f\nG=\n",
    "toml": 'a.b = "x" # c\n[t.u]\nv = [1,\n 2.5, {w = 2020-01-01}]\n[[p]]\ns = """\nab"""\n',
    "xml": "<?xml version='1.0'?>\n<a b='c'>x &amp; <![CDATA[y]]><!-- 中 --><d e=\"f\"/></a>",
    "xml-folded": "<A B='1'>\r\n😀<C/></A>",
    "yaml": "a: &x {b: [1, 2.5]}\nc: {<<: *x}\nd: |\n  e\n---\n- !t 'f'\n- \"g\\\n  h\"\n? i\n: j\n",
    "yaml-filtered": "a: @b.c@\nd: [@e@, '@f@']\n",
    "yaml-1.1": "a: 1:30\nb: no\nc: 0x1f\n",
}
_PIECES = st.sampled_from(
    [
        *"{}[]:,\"'\\&*!|>#%@`-?.=~<>/;$ \t\r\n\0\x85\u2028\ufeff😀中\ud800",
        "---\n",
        "{{",
        "\\u0041",
        "<a>",
        "<<: ",
        "${",
        "<<E\n",
        "/*",
        "[a]\n",
        "\\\n",
    ]
)
_EDITS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 5), _PIECES), max_size=4)


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.text(st.characters(), max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_reader_raise(name: str, text: str) -> None:
    _check(name, text)


@pytest.mark.parametrize("name", FORMATS)
@given(edits=_EDITS)
@settings(max_examples=120, deadline=None)
def test_no_slip_of_the_hand_makes_a_reader_raise(name: str, edits: list[tuple[int, int, str]]) -> None:
    text = SAMPLES[name]
    for where, length, piece in edits:
        start = min(where, len(text))
        text = text[:start] + piece + text[start + length :]
    _check(name, text)


def _check(name: str, text: str) -> None:
    reading = FORMATS[name](text, "f", limits=DEFAULT_LIMITS)
    lines = len(line_starts(text.removeprefix("\ufeff")))
    for root in reading.roots:
        for _, node in walk(root):
            assert at_pointer(root, node.pointer) is node
            assert 1 <= node.line <= node.end_line <= lines
            assert 1 <= node.key_line <= lines
    for said in reading.diagnostics:
        assert 1 <= said.line <= lines
        assert excerpt(text, Place("f", said.line, said.column)).marker

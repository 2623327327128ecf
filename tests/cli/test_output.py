from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from reglint.cli.output import deliver, emit, say, tell, wants_colour, width_of, write_file
from reglint.model.diagnostic import Diagnostic, Level


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def stream(encoding: str = "utf-8") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


def written(to: io.TextIOWrapper) -> bytes:
    assert isinstance(to.buffer, io.BytesIO)
    return to.buffer.getvalue()


EMITTED = [
    ("utf-8", "", "日志 ‹x›", "日志 ‹x›\n".encode()),
    ("ascii", "", "日志 ‹x›", b"\\u65e5\\u5fd7 \\u2039x\\u203a\n"),
    ("gb18030", "", "日志", "日志\n".encode("gb18030")),
    ("ascii", "utf-8", "日志", "日志\n".encode()),
    ("utf-8", "", "caf\udce9", b"caf\\udce9\n"),
]


@pytest.mark.parametrize(("of_stream", "encoding", "text", "data"), EMITTED)
def test_any_stream_takes_any_text(of_stream: str, encoding: str, text: str, data: bytes) -> None:
    to = stream(of_stream)
    emit(text, to, encoding=encoding)
    assert written(to) == data


def test_a_stream_that_is_closed_takes_nothing() -> None:
    emit("text", None)


def test_what_a_stream_holds_already_comes_first() -> None:
    to = stream()
    to.write("before ")
    emit("after", to)
    assert written(to) == b"before after\n"


def test_a_reader_that_has_gone_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as to:
        emit("text", to)
        emit("more", to)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_a_fault() -> None:
    with open("/dev/full", "w", encoding="utf-8") as to, pytest.raises(OSError, match="No space left"):  # noqa: PTH123 - a stream is wanted
        emit("text", to)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write_file(file, "日志 caf\udce9")
    assert file.read_bytes() == "日志 caf\\udce9\n".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_an_older_file_is_replaced_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", "utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", "new")
    assert ((tmp_path / "real.txt").read_text("utf-8"), (tmp_path / "link.txt").is_symlink()) == (
        "new\n",
        True,
    )


UNWRITABLE = ["no/such/folder.txt", "a.txt/below.txt", "folder"]


@pytest.mark.parametrize("name", UNWRITABLE)
def test_a_file_that_can_not_be_written_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", "utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"directory|Directory"):
        write_file(tmp_path / name, "new")
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a.txt", "folder"]
    assert (tmp_path / "a.txt").read_text("utf-8") == "old"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path(os.devnull), "text")
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_can_not_be_written_ends_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        deliver("text", Path("/dev/full"))
    said = capsys.readouterr().err
    assert (ended.value.code, said) == (
        2,
        "error[output] /dev/full can't be written: No space left on device.\n",
    )


def test_to_standard_output_unless_a_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deliver("here")
    deliver("there", tmp_path / "a.txt")
    assert (capsys.readouterr().out, (tmp_path / "a.txt").read_text("utf-8")) == ("here\n", "there\n")


def test_a_fault_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say([Diagnostic("x", "a\nb\x1b[2J", "c.yml", 2, 3, "Do.", Level.WARNING), Diagnostic("y", "z")])
    tell("w")
    assert capsys.readouterr().err == "c.yml:2:3: warning[x] a b�[2J Do.\nerror[y] z\nw\n"


COLOURS = [
    ("a terminal", True, {}, True),
    ("a pipe", False, {}, False),
    ("NO_COLOR", True, {"NO_COLOR": "1"}, False),
    ("NO_COLOR, empty", True, {"NO_COLOR": ""}, True),
    ("FORCE_COLOR", False, {"FORCE_COLOR": "1"}, True),
    ("FORCE_COLOR=0", False, {"FORCE_COLOR": "0"}, False),
    ("FORCE_COLOR, empty", False, {"FORCE_COLOR": ""}, False),
    ("both", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ("a terminal that can't", True, {"TERM": "dumb"}, False),
    ("a terminal that can", True, {"TERM": "xterm"}, True),
]


@pytest.mark.parametrize(
    ("terminal", "environment", "colour"), [row[1:] for row in COLOURS], ids=[row[0] for row in COLOURS]
)
def test_when_to_colour(environment: dict[str, str], *, terminal: bool, colour: bool) -> None:
    to = Terminal(io.BytesIO()) if terminal else stream()
    assert wants_colour(to, environment) is colour


def test_nothing_is_coloured_where_nothing_is_written() -> None:
    assert wants_colour(None, {"FORCE_COLOR": "1"}) is False


@pytest.mark.parametrize(
    ("said", "width"),
    [("60", 60), ("20", 40), ("300", 100), ("", 100), ("0", 100), ("wide", 100), ("9" * 5000, 100)],
)
def test_a_page_is_as_wide_as_the_terminal_up_to_its_own_width(said: str, width: int) -> None:
    assert width_of(stream(), {"COLUMNS": said}) == width


def test_a_stream_that_is_closed_takes_a_whole_page() -> None:
    assert width_of(None, {}) == 100

"""Writing: to a terminal of any kind, to a pipe that closes, to a file as a whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from reglint.cli.exits import Exit
from reglint.model.diagnostic import Diagnostic, Level
from reglint.report.page import WIDTH
from reglint.report.visible import visible

_NARROWEST = 40
_DIGITS = 9  # a longer COLUMNS is no width


def deliver(text: str, file: Path | None = None, *, encoding: str = "") -> None:
    """The text to a file, or to standard output. What can't be written ends the run with exit code 2."""
    try:
        if file is None:
            emit(text, sys.stdout, encoding=encoding)
        else:
            write_file(file, text)
    except OSError as fault:
        where = "standard output" if file is None else file.as_posix()
        tell(f"{Level.ERROR}[output] {where} can't be written: {fault.strerror}.")
        sys.exit(Exit.ERROR)


def say(diagnostics: Iterable[Diagnostic]) -> None:
    """Each fault on a line of standard error."""
    for one in diagnostics:
        tell(str(one))


def tell(words: str) -> None:
    """A line on standard error."""
    with contextlib.suppress(OSError):  # nobody is left to tell
        emit(visible(words), sys.stderr)


def emit(text: str, stream: TextIO | None, *, encoding: str = "") -> None:
    """The text and a line end, in the stream's encoding unless another is given.

    What the encoding does not know is written as an escape. A reader that has gone is no fault; whatever else
    stops the writing raises OSError.
    """
    if stream is None:  # closed by whoever started us
        return
    data = f"{text}\n".encode(encoding or stream.encoding, "backslashreplace")
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError:
        _silence(stream)
        raise


def write_file(file: Path, text: str) -> None:
    """The text and a line end in a file, in UTF-8. Raises OSError, and then the file is as it was before."""
    data = f"{text}\n".encode("utf-8", "backslashreplace")
    if file.exists() and not file.is_file():  # a device or a pipe has no name to give to another
        file.write_bytes(data)
        return
    target = file.resolve()
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def wants_colour(stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    """Whether to colour what goes to a stream: on a terminal, or with FORCE_COLOR; never with NO_COLOR."""
    if stream is None or environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def width_of(stream: TextIO | None, environment: Mapping[str, str]) -> int:
    """The columns for what goes to a stream: those of its terminal, or of COLUMNS, from 40 up to a page's."""
    said = environment.get("COLUMNS", "")
    if 0 < len(said) <= _DIGITS and said.isdecimal() and int(said):
        return _in_bounds(int(said))
    try:
        return _in_bounds(os.get_terminal_size(stream.fileno()).columns) if stream is not None else WIDTH
    except (OSError, ValueError):  # no terminal, or a stream without a file
        return WIDTH


def _in_bounds(columns: int) -> int:
    return max(_NARROWEST, min(columns, WIDTH)) if columns else WIDTH


def _silence(stream: TextIO) -> None:
    """Let what is still in the buffer go nowhere, or the interpreter stumbles over it at its end."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
import pytest

from reglint.cli.values import comma_separated, pairs_of, to_day, to_encoding, to_outputs, to_path

CONTEXT = click.Context(click.Command("check"))
OPTION = click.Option(["--option"])


def test_a_day_is_written_as_a_calendar_writes_it() -> None:
    assert to_day(CONTEXT, OPTION, "2026-01-01") == dt.date(2026, 1, 1)


def test_without_a_day_it_is_today() -> None:
    assert abs(to_day(CONTEXT, OPTION, None) - dt.datetime.now(dt.UTC).date()) <= dt.timedelta(days=1)


@pytest.mark.parametrize("text", ["2026-1-1", "20260101", "2026-W01-1", "2026-02-30", "today", ""])
def test_another_way_to_write_a_day_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="write 2026-03-01"):
        to_day(CONTEXT, OPTION, text)


PAIRS = [
    (":", "cn:payment_institution", ("cn", "payment_institution")),
    (":", " cn : bank ", ("cn", "bank")),
    ("=", "platform.mlps_level=3", ("platform.mlps_level", "3")),
    ("=", "custody.accounts[id=A1].segregated=true", ("custody.accounts[id=A1].segregated", "true")),
    ("=", "secrets[name=a].strength=a=b=", ("secrets[name=a].strength", "a=b=")),
    ("=", "platform.name=a\nb", ("platform.name", "a\nb")),
    ("=", "a[b=[c].d=e", ("a[b=[c].d", "e")),
]


@pytest.mark.parametrize(("sign", "text", "pair"), PAIRS)
def test_two_words_and_a_sign(sign: str, text: str, pair: tuple[str, str]) -> None:
    assert pairs_of(sign, "a b")(CONTEXT, OPTION, (text, text)) == (pair, pair)


@pytest.mark.parametrize("text", ["hunter2", "=hunter2", "", "a[b=hunter2", "[a=hunter2]"])
def test_what_is_no_pair_is_refused_and_not_quoted(text: str) -> None:
    with pytest.raises(click.BadParameter) as fault:
        pairs_of("=", "platform.mlps_level=3")(CONTEXT, OPTION, ("a=b", text))
    assert fault.value.message == "write it as in platform.mlps_level=3"


COMMAS = [
    ((), ()),
    (("cn",), ("cn",)),
    (("cn,eu", "us"), ("cn", "eu", "us")),
    ((" cn , eu ,, ",), ("cn", "eu")),
]


@pytest.mark.parametrize(("texts", "words"), COMMAS)
def test_words_with_commas_or_one_by_one(texts: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert comma_separated(CONTEXT, OPTION, texts) == words


OUTPUTS = [
    ("text", ("text", None)),
    ("json-v1", ("json-v1", None)),
    ("json", ("json-v1", None)),
    ("json-v1=a.json", ("json-v1", Path("a.json"))),
    ("text=a=b.txt", ("text", Path("a=b.txt"))),
]


@pytest.mark.parametrize(("text", "output"), OUTPUTS)
def test_a_format_and_its_file(text: str, output: tuple[str, Path | None]) -> None:
    assert to_outputs(CONTEXT, OPTION, (text,)) == (output,)


FAULTS = [
    (
        "oscar",
        'there is no format "oscar"; write one of text, concise, json-v1, sarif, junit, github, gitlab',
    ),
    ("", 'there is no format ""; write one of text, concise, json-v1, sarif, junit, github, gitlab'),
    ("json-v1=", "no file is named; write json-v1=report.json"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_another_format_is_refused(text: str, message: str) -> None:
    with pytest.raises(click.BadParameter) as fault:
        to_outputs(CONTEXT, OPTION, (text,))
    assert fault.value.message == message


COLLISIONS = [
    (("text", "json-v1"), "2 formats go to standard output; write -f text -f json-v1=report.json"),
    (("text=a", "json=./a"), "2 formats go to a; write -f text -f json-v1=report.json"),
]


@pytest.mark.parametrize(("texts", "message"), COLLISIONS)
def test_two_formats_never_go_to_one_place(texts: tuple[str, ...], message: str) -> None:
    with pytest.raises(click.BadParameter) as fault:
        to_outputs(CONTEXT, OPTION, texts)
    assert fault.value.message == message


def test_a_fact_without_a_value_is_refused() -> None:
    with pytest.raises(click.BadParameter) as fault:
        pairs_of("=", "platform.mlps_level=3")(CONTEXT, OPTION, ("a=b", "platform.name= "))
    assert fault.value.message == "nothing stands after platform.name=; write it as in platform.mlps_level=3"


def test_a_path_of_no_letters_is_not_the_folder_here() -> None:
    with pytest.raises(click.BadParameter) as fault:
        to_path(CONTEXT, OPTION, "")
    assert fault.value.message == "the path is empty; write . for this folder"
    assert (to_path(CONTEXT, OPTION, None), to_path(CONTEXT, OPTION, "a")) == (None, Path("a"))


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "utf-16", "latin-1"])
def test_encodings_that_are_known(name: str) -> None:
    assert to_encoding(CONTEXT, OPTION, name) == name


@pytest.mark.parametrize("name", ["utf-9", "hex", "rot13"])
def test_what_is_no_encoding_is_refused(name: str) -> None:
    with pytest.raises(click.BadParameter, match=f'"{name}" is no encoding; write utf-8'):
        to_encoding(CONTEXT, OPTION, name)

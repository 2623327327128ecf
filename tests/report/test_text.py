"""The page of a run, against pages that were looked at. To look again: print what the test compares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reglint.model.assessment import Assessment
from reglint.model.diagnostic import Diagnostic
from reglint.report.columns import columns
from reglint.report.text import render_text

GOLDEN = Path(__file__).parent / "golden"
TextOf = Callable[[str], str | None]


def page(run: Assessment, text_of: TextOf, language: str = "en", *, everything: bool = False) -> str:
    return render_text(run, text_of, language=language, everything=everything, colour=False)


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_the_page_in_each_language(language: str, run: Assessment, text_of: TextOf) -> None:
    golden = GOLDEN.joinpath(f"{language}.txt").read_text("utf-8")
    assert f"{page(run, text_of, language)}\n" == golden


def test_the_page_with_everything(run: Assessment, text_of: TextOf) -> None:
    assert f"{page(run, text_of, everything=True)}\n" == GOLDEN.joinpath("all.txt").read_text("utf-8")


def test_the_page_in_colour(run: Assessment, text_of: TextOf) -> None:
    painted = render_text(run, text_of, language="en", everything=False, colour=True)
    golden = GOLDEN.joinpath("colour.txt").read_text("utf-8")
    assert f"{painted}\n".replace("\x1b", "␛") == golden


def test_colour_changes_no_word(run: Assessment, text_of: TextOf) -> None:
    painted = render_text(run, text_of, language="en", everything=True, colour=True)
    for code in ("0", "1", "2", "31", "33", "36"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == page(run, text_of, everything=True)


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_carets_stand_under_what_they_point_at(language: str, run: Assessment, text_of: TextOf) -> None:
    lines = page(run, text_of, language).splitlines()
    at = next(index for index, line in enumerate(lines) if "<!-- 审计日志 -->" in line)
    source, marker = lines[at : at + 2]
    start = columns(source[: source.index("90")])
    assert (columns(marker[: marker.index("^")]), marker.count("^")) == (start, 2)


def test_notes_fit_their_width(run: Assessment, text_of: TextOf) -> None:
    for language in ("en", "zh", "ja"):
        notes = [line for line in page(run, text_of, language).splitlines() if line.startswith("  = ")]
        assert max(map(columns, notes)) <= 100


def test_a_secret_beside_the_place_is_not_shown(run: Assessment, text_of: TextOf) -> None:
    shown = page(run, text_of, everything=True)
    assert ("‹redacted›" in shown, "hunter2" in shown) == (True, False)


def test_a_place_without_a_text_has_no_excerpt(run: Assessment) -> None:
    assert "|" not in page(run, lambda _: None)


def test_a_place_past_the_end_has_no_excerpt(run: Assessment) -> None:
    assert "|" not in page(run, lambda _: "")


def test_without_a_breach_the_page_says_so(run: Assessment, text_of: TextOf) -> None:
    quiet = replace(run, findings=(), tallies={}, diagnostics=())
    assert page(quiet, text_of).splitlines()[:2] == ["No breach found.", ""]


def test_after_an_error_it_does_not_say_that_nothing_was_found(run: Assessment, text_of: TextOf) -> None:
    fault = Diagnostic("type", "custody is a mapping", "platform.yaml", 2, 1)
    quiet = replace(run, findings=(), tallies={}, diagnostics=(fault,))
    assert "No breach found." not in page(quiet, text_of)


def test_without_an_unknown_no_fact_is_asked_for(run: Assessment, text_of: TextOf) -> None:
    quiet = replace(run, findings=tuple(one for one in run.findings if one.doubt is None))
    assert "would settle" not in page(quiet, text_of)


def test_a_long_list_of_facts_is_cut_unless_all_is_wanted(run: Assessment, text_of: TextOf) -> None:
    doubtful = next(one for one in run.findings if one.rule == "cn-csl-incident-plan")
    assert doubtful.doubt is not None
    many = tuple(
        replace(
            doubtful, rule=f"cn-r-{number % 7}", doubt=replace(doubtful.doubt, facts=(f"a.f{number // 7}",))
        )
        for number in range(7 * 30)
    )
    short = page(replace(run, findings=many), text_of)
    full = page(replace(run, findings=many), text_of, everything=True)
    assert "  a.f0: cn-r-0, cn-r-1, cn-r-2, cn-r-3, 3 more\n" in short
    assert ("  … and 10 more; --all shows them\n" in short, short.count("  a.f"), full.count("  a.f")) == (
        True,
        20,
        30,
    )


def test_what_strangers_write_does_not_steer_the_terminal(run: Assessment, text_of: TextOf) -> None:
    first = run.findings[2]
    assert first.place is not None
    evil = replace(
        first,
        place=replace(first.place, path="a\x1b[2J\nb.xml"),
        facts=(replace(first.facts[0], name="x[name=\x9b31m\u202e].y", note="\x07"),),
    )
    shown = page(replace(run, findings=(evil,)), text_of)
    assert [letter for letter in "\x1b\x9b\u202e\x07" if letter in shown] == []
    assert shown.startswith("a�[2J b.xml:3:17: error")


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_a_narrow_terminal_gets_narrow_notes_and_excerpts(
    language: str, run: Assessment, text_of: TextOf
) -> None:
    lines = render_text(
        run, text_of, language=language, everything=False, colour=False, width=60
    ).splitlines()
    below = [line for line in lines if line.startswith(("  = ", "      ")) or " | " in line]
    assert max(map(columns, (line for line in below if " " in line.strip()))) <= 60

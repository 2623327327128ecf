"""What is asked of one run, and how it may be refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reglint.model.diagnostic import Diagnostic
from reglint.model.told import Told, silent


@dataclass(frozen=True, slots=True)
class Request:
    """A check. `path` is a folder, a platform file, or any file whose findings alone are wanted.

    `focus` names files and folders of the project in the folder `path`: only the findings in them are wanted.

    `roles` are pairs of jurisdiction and role, `facts` pairs of a fact's name and the text of its value, both
    as said on the command line. `select` and `ignore` are rule ids or prefixes of them. `told` is called with
    the number of files that are looked at, and of how many.
    """

    path: Path
    as_of: dt.date
    jurisdictions: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    packs: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    encoding: str = "utf-8"
    focus: tuple[Path, ...] = ()
    told: Told = silent

    @property
    def named(self) -> tuple[Path, ...]:
        """What the user wrote: each of several paths, or the only one."""
        return self.focus or (self.path,)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files among what the user wrote, without symbolic links: those are not followed."""
        return tuple(path for path in self.named if path.is_file() and not path.is_symlink())


@dataclass(frozen=True, slots=True)
class Refused:
    """reglint could not do its work: why, each with its place where there is one."""

    diagnostics: tuple[Diagnostic, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Nothing:
    """There was nothing to do: no file was read, or no rule was selected. `why` says which."""

    why: str
    diagnostics: tuple[Diagnostic, ...] = ()


def refused(code: str, message: str, path: str | None = None, *, hint: str = "") -> Refused:
    """A refusal for one reason."""
    return Refused((Diagnostic(code, message, path, hint=hint),))


def selected(rule: str, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """Whether a rule id is among those selected and not among those ignored.

    >>> selected("cn-csl-log-retention", ["cn-csl"], []), selected("cn-csl-log-retention", [], ["cn"])
    (True, False)
    """
    chosen = tuple(select)
    return (not chosen or _starts(rule, chosen)) and not _starts(rule, tuple(ignore))


def _starts(rule: str, prefixes: tuple[str, ...]) -> bool:
    return any(rule == prefix or rule.startswith(f"{prefix.removesuffix('-')}-") for prefix in prefixes)

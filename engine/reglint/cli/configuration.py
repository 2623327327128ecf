"""What a project's own `reglint.toml` or `pyproject.toml` sets where the command line does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from reglint.cli.check_one import Shown
from reglint.cli.options import FAIL_LEVELS, LANGUAGES, UNKNOWNS
from reglint.documents.formats import Document
from reglint.documents.node import Node
from reglint.model.diagnostic import Diagnostic, Level
from reglint.model.spelling import closest, cut_short
from reglint.pipeline.project import Project
from reglint.pipeline.request import Refused, Request

OWN_FILE = "reglint.toml"
SHARED_FILE = "pyproject.toml"
_LISTS = {"jurisdiction": "jurisdictions", "select": "select", "ignore": "ignore"}
_WORDS = {
    "fail-level": ("fail_level", FAIL_LEVELS),
    "unknown": ("unknown", UNKNOWNS),
    "lang": ("lang", LANGUAGES),
}


@dataclass(frozen=True, slots=True)
class Configuration:
    """The file that was used, if any, and its words by the parameter of the command that they stand for."""

    path: str | None = None
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConfigurationWanted:
    """The options of those names: a `file` instead of the nearest, `isolated` for none, `told` to name it.

    `said` are the parameters of the command that no configuration changes, as the user gave them.
    """

    file: Path | None = None
    isolated: bool = False
    told: bool = False
    said: AbstractSet[str] = frozenset()


def configuration_wanted(root: Path, wanted: ConfigurationWanted) -> Configuration | Refused:
    """What counts for the project in a folder: nothing, the file that was named, or the nearest one."""
    if wanted.isolated:
        return Configuration()
    if wanted.file is None:
        return configuration_of(root)
    return configuration_in(wanted.file) or Configuration()


def configuration_of(root: Path) -> Configuration | Refused:
    """What the nearest file sets, from a project's folder up to that of its repository.

    In each folder `reglint.toml` comes before `[tool.reglint]` of `pyproject.toml`. Outside of a repository
    only the project's own folder counts: nobody else's file decides what is found.
    """
    for folder in _up_to_the_repository(root):
        for file in (folder / OWN_FILE, folder / SHARED_FILE):
            found = configuration_in(file) if file.is_file() else None
            if found is not None:
                return found
    return Configuration()


def configuration_in(file: Path) -> Configuration | Refused | None:
    """What a file sets, or what is wrong with it; None for a `pyproject.toml` without `[tool.reglint]`."""
    path = _shown(file)
    project = Project(Path())
    if file.name == SHARED_FILE and "reglint" not in (project.text(path) or ""):
        return None
    document = project.document(path, "toml")
    if document.diagnostics:
        return Refused(document.diagnostics)
    table = _table(document) if file.name == SHARED_FILE else document.roots[0]
    if table is None:
        return None
    settings = table.value if isinstance(table.value, Mapping) else {"tool.reglint": table}
    faults = tuple(fault for name, node in settings.items() for fault in _faults(name, node, path))
    return Refused(faults) if faults else Configuration(path, dict(_values(settings)))


def configured(
    request: Request, shown: Shown, configuration: Configuration, said: AbstractSet[str]
) -> tuple[Request, Shown]:
    """A run as the configuration wants it, but for the parameters that are said outside of it."""
    values = {name: words for name, words in configuration.values.items() if name not in said}
    return (
        replace(
            request,
            jurisdictions=values.get("jurisdictions", request.jurisdictions),
            select=values.get("select", request.select),
            ignore=values.get("ignore", request.ignore),
        ),
        replace(
            shown,
            language=values.get("lang", (shown.language,))[0],
            unknown=values.get("unknown", (shown.unknown,))[0],
            fail_level=Level(values.get("fail_level", (shown.fail_level,))[0]),
        ),
    )


def _up_to_the_repository(root: Path) -> tuple[Path, ...]:
    folders = (root.resolve(), *root.resolve().parents)
    top = next((number for number, folder in enumerate(folders) if (folder / ".git").exists()), 0)
    return folders[: top + 1]


def _shown(file: Path) -> str:
    """The file's path from the folder where the command runs; the whole one where it does not lie below."""
    whole, here = file.resolve(), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _table(document: Document) -> Node | None:
    here: Node | None = document.roots[0]
    for name in ("tool", "reglint"):
        here = here.value.get(name) if here is not None and isinstance(here.value, Mapping) else None
    return here


def _faults(name: str, node: Node, path: str) -> Iterator[Diagnostic]:
    """What is wrong with one setting: its name, or what stands there."""
    place = node.place(path)
    if name in _LISTS:
        message = None if _words(node) is not None else f"{name} is a list of words."
        hint = f'Write {name} = ["cn"].'
    elif name in _WORDS:
        choices = _WORDS[name][1]
        message = None if node.value in choices else f"{name} is one of {', '.join(choices)}."
        hint = f'Write {name} = "{choices[0]}".'
    else:
        place = node.key_place(path)
        near = closest(name, (*_LISTS, *_WORDS))
        message = f'There is no setting "{cut_short(name)}".'
        hint = f'Did you mean "{near}"?' if near else f"There are {', '.join((*_LISTS, *_WORDS))}."
    if message:
        yield Diagnostic("configuration", message, path, place.line, place.column, hint)


def _values(settings: Mapping[str, Node]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, node in settings.items():
        if name in _LISTS:
            yield _LISTS[name], _words(node) or ()
        else:
            yield _WORDS[name][0], (str(node.value),)


def _words(node: Node) -> tuple[str, ...] | None:
    """The words of a list; None where it is none, or holds something else."""
    elements = node.value if isinstance(node.value, tuple) else (node,)
    words = tuple(one.value for one in elements if isinstance(one.value, str) and one.value)
    return words if isinstance(node.value, tuple) and len(words) == len(elements) else None

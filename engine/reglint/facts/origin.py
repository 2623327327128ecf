"""Whose setting it is: the component and the environment that a file configures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

BUILD_ROOTS = frozenset(
    {
        "pom.xml",
        "build.gradle",
        "build.gradle.kts",
        "package.json",
        "go.mod",
        "Cargo.toml",
        "pyproject.toml",
        "Chart.yaml",
        "Dockerfile",
    }
)
ENVIRONMENTS = frozenset(
    {
        *("dev", "develop", "development", "local"),
        *("test", "testing", "sit", "uat", "qa", "ci"),
        *("pre", "preprod", "staging", "stage", "gray"),
        *("prod", "production", "prd", "online", "release"),
        *("docker", "k8s"),
    }
)
DEFAULT = "default"
TEST = "test"

_PROFILED = ("application", "bootstrap")
_SOURCE_FOLDERS = ("src/main/resources", "src/test/resources")


@dataclass(frozen=True, slots=True)
class Family:
    """The files that configure one application: same folder and stem, one a profile."""

    folder: str
    stem: str


def component_of(path: str, build_roots: Collection[str]) -> str:
    """The component that a file belongs to.

    It is the nearest ancestor folder among `build_roots` (folders that hold a build or deploy file);
    outside of any, the file's folder less `src/main/resources`, with the file's stem, so that two files
    side by side stay two components.

    >>> component_of("pay/web/src/main/resources/application.yml", {"pay/web"})
    'pay/web'
    >>> component_of("config/mall-admin-dev.yaml", ())
    'config/mall-admin'
    """
    folder = PurePosixPath(path).parent
    for ancestor in (folder, *folder.parents):
        if str(ancestor) in build_roots:
            return str(ancestor)
    place = str(folder)
    for source in _SOURCE_FOLDERS:
        place = place.removesuffix(source).rstrip("/")
    stem = stem_of(path)
    return stem if place in ("", ".") else f"{place}/{stem}"


def environment_of(path: str) -> str:
    """The environment by the file's name: a Spring profile or a known suffix; that of tests; else `default`.

    >>> environment_of("application-eu-west.yml"), environment_of("gateway-prod.yaml")
    ('eu-west', 'prod')
    >>> environment_of("web-boss.yml"), environment_of("src/test/resources/application.yml")
    ('default', 'test')
    """
    profile = _profile(path)
    if profile:
        return profile
    return TEST if "/src/test/" in f"/{path}" else DEFAULT


def stem_of(path: str) -> str:
    """The file's name less its suffix and its environment.

    >>> stem_of("a/application-dev.yml"), stem_of("b/mall-admin-prod.yaml")
    ('application', 'mall-admin')
    """
    name, profile = _name(path), _profile(path)
    return name.removesuffix(f"-{profile}") if profile else name


def family_of(path: str) -> Family:
    """The application that a file of Spring's belongs to; `config/` beside it is the same folder to Spring.

    Source: Spring Boot, "External Application Properties" (the root of the classpath and its `config`
    package).
    """
    folder = PurePosixPath(path).parent
    home = folder.parent if folder.name == "config" else folder
    return Family(str(home), stem_of(path))


def is_profile(path: str) -> bool:
    """Whether a file's name says that it adds to another of its family."""
    return bool(_profile(path))


def _profile(path: str) -> str:
    name = _name(path)
    for profiled in _PROFILED:
        if name.startswith(f"{profiled}-"):
            return name.removeprefix(f"{profiled}-")
    suffix = name.rpartition("-")[2]
    return suffix if "-" in name and suffix.casefold() in ENVIRONMENTS else ""


def _name(path: str) -> str:
    return PurePosixPath(path).name.split(".", 1)[0]

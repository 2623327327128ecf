"""Whose setting it is: the component and the environment that a file configures."""

from __future__ import annotations

from collections.abc import Collection
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
    "dev develop development local test testing sit uat qa pre preprod staging stage gray prod production prd "
    "online release ci docker k8s".split()  # noqa: SIM905 - a list of words reads best as words
)
DEFAULT = "default"

_PROFILED = ("application", "bootstrap")
_SOURCE_FOLDERS = ("src/main/resources", "src/test/resources")


def component_of(path: str, build_roots: Collection[str]) -> str:
    """The component that a file belongs to.

    It is the nearest ancestor folder among `build_roots` (folders that hold a build or deploy file); outside of
    any, the file's folder less `src/main/resources`, with the file's stem, so that two files side by side stay two
    components.

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
    """The environment by the file's name: a Spring profile or a known suffix, else `default`.

    >>> environment_of("application-eu-west.yml"), environment_of("gateway-prod.yaml"), environment_of("web-boss.yml")
    ('eu-west', 'prod', 'default')
    """
    stem = PurePosixPath(path).name.split(".", 1)[0]
    for name in _PROFILED:
        if stem.startswith(f"{name}-"):
            return stem.removeprefix(f"{name}-")
    suffix = stem.rpartition("-")[2]
    return suffix if "-" in stem and suffix.casefold() in ENVIRONMENTS else DEFAULT


def stem_of(path: str) -> str:
    """The file's name less its suffix and its environment.

    >>> stem_of("a/application-dev.yml"), stem_of("b/mall-admin-prod.yaml")
    ('application', 'mall-admin')
    """
    stem = PurePosixPath(path).name.split(".", 1)[0]
    environment = environment_of(path)
    return stem if environment == DEFAULT else stem.removesuffix(f"-{environment}")

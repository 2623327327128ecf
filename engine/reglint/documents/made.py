"""Folders and files that tools make, or that tests need: they say nothing of what runs."""

from __future__ import annotations

_FOLDERS = frozenset(
    {
        ".aws-sam",
        ".eggs",
        ".gradle",
        ".idea",
        ".mypy_cache",
        ".next",
        ".nox",
        ".nuxt",
        ".pytest_cache",
        ".ruff_cache",
        ".serverless",
        ".terraform",
        ".terragrunt-cache",
        ".tox",
        ".venv",
        "__pycache__",
        "bower_components",
        "cdk.out",
        "node_modules",
        "site-packages",
        "venv",
    }
)
_BUILT_BY = {
    "target": ("pom.xml", "Cargo.toml", "build.sbt"),
    "build": ("build.gradle", "build.gradle.kts", "package.json", "setup.py"),
    "out": ("build.gradle", "build.gradle.kts", "pom.xml"),
    "dist": ("package.json", "setup.py", "pyproject.toml"),
    "bin": (".project",),
    "vendor": ("go.mod", "composer.json", "Gemfile"),
}
_COMPILED = ("build/classes", "build/resources", "target/classes", "target/test-classes")
_TESTS = ("src/test", "src/integrationTest", "src/testFixtures")
_FILES = frozenset(
    {"composer.lock", "npm-shrinkwrap.json", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"}
)
_MINIFIED = ".min."
_MADE = "a folder that tools make"
_FILE_MADE = "a file that tools make"
_FOR_TESTS = "settings of tests, not of what runs"


def reason_to_pass(path: str, beside: set[str]) -> str:
    """Why a folder holds nothing that counts; empty where it may. `beside` are the names in its parent.

    >>> reason_to_pass("web/dist", {"package.json", "dist"}), reason_to_pass("dist", {"dist"})
    ('a folder that tools make', '')
    """
    name = path.rpartition("/")[2]
    if name in _FOLDERS or not beside.isdisjoint(_BUILT_BY.get(name, ())) or _ends(path, _COMPILED):
        return _MADE
    return _FOR_TESTS if _ends(path, _TESTS) else ""


def reason_to_pass_file(name: str) -> str:
    """Why a file says nothing of what runs, by its name; empty where it may.

    >>> reason_to_pass_file("package-lock.json"), reason_to_pass_file("package.json")
    ('a file that tools make', '')
    """
    return _FILE_MADE if name in _FILES or _MINIFIED in name else ""


def _ends(path: str, folders: tuple[str, ...]) -> bool:
    return any(f"/{path}".endswith(f"/{one}") for one in folders)

"""The hook in a repository of its own, installed and run by pre-commit from a commit of this checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml

Done: TypeAlias = "subprocess.CompletedProcess[str]"
Commit: TypeAlias = Callable[..., Done]

TOP = Path(__file__).parents[2]
PACKAGE = ("engine", "rules", "mappings", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
PATHS = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
PRE_COMMIT = shutil.which("pre-commit", path=PATHS)
GIT = shutil.which("git", path=PATHS)

NO_SOCKETS = """\
import sys
def forbid(event, arguments):
    if event.startswith("socket."):
        raise PermissionError(event)
sys.addaudithook(forbid)
"""
PLATFORM = 'reglint: "1"\nplatform: {roles: {cn: [payment_institution]}}\n'
LOGBACK = """\
<configuration>
  <appender name="FILE" class="ch.qos.logback.core.rolling.RollingFileAppender">
    <rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy">
      <fileNamePattern>app.%d{yyyy-MM-dd}.log</fileNamePattern>
      <maxHistory>10</maxHistory>
    </rollingPolicy>
  </appender>
</configuration>
"""

KNOWN = [
    "platform.yaml",
    "pay/platform.toml",
    "src/main/resources/application.yml",
    "application-prod.properties",
    "bootstrap.yaml",
    "logback-spring.xml",
    "conf/pay-nginx.conf",
    "nginx/conf.d/pay.conf",
    "redis-6379.conf",
    "docker-compose.prod.yml",
    "compose.yaml",
    "infra/main.tf",
    "k8s/web.yaml",
    "pay/deploy/base/web.yml",
    "manifests/web.yaml",
]
UNKNOWN = [
    "README.md",
    ".github/workflows/test.yml",
    "application.js",
    "platform.py",
    "deploy/run.sh",
    "mydeploy/web.yaml",
    "deploy/chart/templates/web.yaml",
    "my.conf",
    "main.tf.json",
]


@pytest.mark.parametrize("path", [*KNOWN, *UNKNOWN])
def test_the_hook_looks_at_files_of_known_names(path: str) -> None:
    (hook,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    wanted = re.search(hook["files"], path) and not re.search(hook["exclude"], path)
    assert bool(wanted) is (path in KNOWN)


@dataclass(frozen=True)
class Hook:
    """The hook, installed by pre-commit: the folder of its environment, and how a repository asks for it."""

    home: Path
    config: str
    variables: Mapping[str, str]


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Hook:
    """The hook of this checkout, installed once for all repositories."""
    if PRE_COMMIT is None or GIT is None:
        pytest.skip("NOT RUN: pre-commit")
    top = tmp_path_factory.mktemp("pre-commit")
    variables = _variables(top / "home")
    checkout = _checkout(top / "reglint")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        _worked(GIT, *words, folder=checkout, variables=variables)
    revision = _worked(GIT, "rev-parse", "HEAD", folder=checkout, variables=variables).strip()
    wanted = {"repo": checkout.as_posix(), "rev": revision, "hooks": [{"id": "reglint"}]}
    config = yaml.safe_dump({"repos": [wanted]})
    (checkout / ".pre-commit-config.yaml").write_text(config, "utf-8")
    _worked(PRE_COMMIT, "install-hooks", folder=checkout, variables=variables)
    deaf = top / "deaf"
    deaf.mkdir()
    (deaf / "sitecustomize.py").write_text(NO_SOCKETS, "utf-8")
    return Hook(top / "home", config, {**variables, "PYTHONPATH": str(deaf)})


@pytest.fixture
def commit(hook: Hook, tmp_path: Path) -> Commit:
    """A commit of files in a repository that has the hook; with options of git."""
    (tmp_path / ".pre-commit-config.yaml").write_text(hook.config, "utf-8")
    _worked(str(GIT), "init", "-q", folder=tmp_path, variables=hook.variables)
    _worked(str(PRE_COMMIT), "install", folder=tmp_path, variables=hook.variables)
    _worked(str(GIT), "add", ".pre-commit-config.yaml", folder=tmp_path, variables=hook.variables)

    def commit(files: Mapping[str, str], *options: str) -> Done:
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        _worked(str(GIT), "add", "--", *files, folder=tmp_path, variables=hook.variables)
        return _run(str(GIT), "commit", "-m", "one", *options, folder=tmp_path, variables=hook.variables)

    return commit


def test_the_hook_runs_where_sockets_are_forbidden(hook: Hook, tmp_path: Path) -> None:
    (python,) = hook.home.glob("repo*/py_env*/bin/python")
    call = "import reglint, socket; socket.socket()"
    done = _run(str(python), "-c", call, folder=tmp_path, variables=hook.variables)
    assert done.stderr.splitlines()[-1] == "PermissionError: socket.__new__"


def test_a_commit_that_leaves_only_unknowns_passes(commit: Commit) -> None:
    done = commit({"platform.yaml": PLATFORM})
    assert (done.returncode, _last_word(done)) == (0, "Passed"), done.stderr


def test_a_commit_that_breaks_a_rule_fails_at_its_line(commit: Commit) -> None:
    done = commit({"platform.yaml": PLATFORM, "app/logback.xml": LOGBACK})
    places = re.findall(r"^(\S+): error\[(\S+)\]", done.stderr, re.MULTILINE)
    assert (done.returncode, places) == (1, [("app/logback.xml:5:19", "cn-csl-log-retention")]), done.stderr


def test_a_commit_of_another_file_passes_beside_a_breach(commit: Commit) -> None:
    commit({"platform.yaml": PLATFORM, "app/logback.xml": LOGBACK}, "--no-verify")
    done = commit({"deploy/values.yaml": "image: {tag: v2}\n"})
    assert (done.returncode, _last_word(done)) == (0, "Passed"), done.stderr


def test_a_commit_of_no_known_file_is_not_checked(commit: Commit) -> None:
    commit({"platform.yaml": PLATFORM, "app/logback.xml": LOGBACK}, "--no-verify")
    done = commit({"mkdocs.yml": "site_name: shop\n"})
    assert (done.returncode, _last_word(done)) == (0, "Skipped"), done.stderr


def _variables(home: Path) -> dict[str, str]:
    """The environment with an author, and without settings of git and Python that are of this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    kept = {name: value for name, value in kept.items() if not name.startswith("REGLINT_")}
    people = {
        f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    own = {"PATH": PATHS, "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
    return kept | people | own | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _checkout(folder: Path) -> Path:
    """What the package is built from, in a folder of its own."""
    folder.mkdir()
    for name in PACKAGE:
        if (TOP / name).is_dir():
            shutil.copytree(TOP / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(TOP / name, folder / name)
    return folder


def _worked(*words: str, folder: Path, variables: Mapping[str, str]) -> str:
    done = _run(*words, folder=folder, variables=variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _run(*words: str, folder: Path, variables: Mapping[str, str]) -> Done:
    return subprocess.run(  # noqa: S603 - the command is a test's own
        words, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False
    )


def _last_word(done: Done) -> str:
    """What pre-commit says of the hook: Passed, Failed or Skipped."""
    line = next(one for one in (done.stderr + done.stdout).splitlines() if one.startswith("reglint."))
    return line.rpartition(".")[2].removeprefix("(no files to check)")

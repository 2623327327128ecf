"""The format that a file's name speaks for."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_SUFFIXES = {
    ".cfg": "ini",
    ".cnf": "mysql",
    ".containerfile": "dockerfile",
    ".dockerfile": "dockerfile",
    ".env": "dotenv",
    ".hcl": "hcl",
    ".ini": "ini",
    ".json": "json",
    ".mount": "systemd",
    ".nginx": "nginx",
    ".properties": "properties",
    ".service": "systemd",
    ".socket": "systemd",
    ".tf": "hcl",
    ".tfvars": "hcl",
    ".timer": "systemd",
    ".tofu": "hcl",
    ".toml": "toml",
    ".xml": "xml",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_NAMES = {
    ".env": "dotenv",
    "haproxy.cfg": None,
    "journald.conf": "systemd",
    "my.ini": "mysql",
    "openssl.cnf": "ini",
    "zoo.cfg": "properties",
}
_FOLDERS = {
    "journald.conf.d": "systemd",
    "nginx": "nginx",
    "sites-available": "nginx",
    "sites-enabled": "nginx",
}
_WORDS = {
    "postgresql": "postgresql",
    "redis": "redis",
    "sentinel": "redis",
    "valkey": "redis",
}
_ANY_PRODUCT = "conf.d"  # nginx's, where the file's name says nothing else
_BLOCK = re.compile(r"^(?:http|[ \t]*server)\s*\{", re.MULTILINE)
_DIRECTIVE = re.compile(
    r"^[ \t]*(?:listen|server_name|location|proxy_pass|root|return|upstream)[ \t][^\n]*[;{]", re.MULTILINE
)
_BEFORE_A_DOT = {"containerfile": "dockerfile", "dockerfile": "dockerfile"}


def format_of(path: str) -> str | None:
    """The name of the format that a path's name speaks for; None where it speaks for none.

    >>> format_of("a/b.yml"), format_of("nginx/conf.d/site.conf"), format_of("logstash.conf")
    ('yaml', 'nginx', None)
    """
    pure = PurePosixPath(path.replace("\\", "/").lower())
    if pure.name in _NAMES:
        return _NAMES[pure.name]
    if pure.suffix == ".conf":
        return _conf(pure)
    return _SUFFIXES.get(pure.suffix) or _without_suffix(pure.name)


def is_nginx(path: str, text: str) -> bool:
    """Whether a `.conf` whose name speaks for no format has the blocks and directives of nginx."""
    return path.lower().endswith(".conf") and bool(_BLOCK.search(text) and _DIRECTIVE.search(text))


def _conf(pure: PurePosixPath) -> str | None:
    """The format of a `.conf`, which says nothing by itself: nginx in its name, its folders, its name."""
    folders = pure.parts[:-1]
    if "nginx" in pure.name:
        return "nginx"
    for folder in reversed(folders):
        if folder in _FOLDERS:
            return _FOLDERS[folder]
    named = (name for word, name in _WORDS.items() if word in pure.name)
    return next(named, "nginx" if _ANY_PRODUCT in folders else None)


def _without_suffix(name: str) -> str | None:
    if name.startswith(".env."):
        return "dotenv"
    first, _, rest = name.partition(".")
    return None if rest == "dockerignore" else _BEFORE_A_DOT.get(first)

"""The format that a file's name speaks for."""

from __future__ import annotations

import re

_SUFFIXES = {
    ".cfg": "ini",
    ".cnf": "mysql",
    ".containerfile": "dockerfile",
    ".dockerfile": "dockerfile",
    ".env": "dotenv",
    ".hcl": "hcl",
    ".ini": "ini",
    ".json": "json",
    ".logrotate": "logrotate",
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
    "credentials": "ini",
    "haproxy.cfg": None,
    "journald.conf": "systemd",
    "my.ini": "mysql",
    "openssl.cnf": "ini",
    "zoo.cfg": "properties",
}
_FOLDERS = {
    "journald.conf.d": "systemd",
    "logstash": "logstash",
    "nginx": "nginx",
    "sites-available": "nginx",
    "sites-enabled": "nginx",
}
_WORDS = {
    "broker": "properties",
    "logrotate": "logrotate",
    "logstash": "logstash",
    "pg_hba": "pghba",
    "postgresql": "postgresql",
    "redis": "redis",
    "sentinel": "redis",
    "valkey": "redis",
}
_ONLY = {"logrotate.d": "logrotate"}  # folders whose files may have any name
_SITES = frozenset({"sites-available", "sites-enabled"})
_ANY_PRODUCT = "conf.d"  # nginx's, where the file's name says nothing else
_BLOCK = re.compile(r"^(?:http|[ \t]*server)\s*\{", re.MULTILINE)
_DIRECTIVE = re.compile(
    r"^[ \t]*(?:listen|server_name|location|proxy_pass|root|return|upstream)[ \t][^\n]*[;{]", re.MULTILINE
)
_BEFORE_A_DOT = {"containerfile": "dockerfile", "dockerfile": "dockerfile"}


def format_of(path: str) -> str | None:
    """The name of the format that a path's name speaks for; None where it speaks for none.

    >>> format_of("a/b.yml"), format_of("nginx/conf.d/site.conf"), format_of("haproxy.cfg")
    ('yaml', 'nginx', None)
    """
    *folders, name = _parts(path)
    if name in _NAMES:
        return _NAMES[name]
    if folders and folders[-1] in _ONLY:
        return _ONLY[folders[-1]]
    suffix = _suffix(name)
    if suffix == ".conf":
        return _conf(folders, name)
    return _SUFFIXES.get(suffix) or _without_suffix(name)


def may_be_nginx(path: str) -> bool:
    """Whether a file whose name speaks for no format may be one of nginx's: its text will tell.

    Sites are named as one likes; elsewhere a `.conf`, a template of one, or a name without a suffix.

    >>> may_be_nginx("sites-enabled/pay.example.com"), may_be_nginx("templates/default.conf.template")
    (True, True)
    >>> may_be_nginx("nginx/conf.d/pay"), may_be_nginx("nginx/html/index.html")
    (True, False)
    """
    *folders, name = _parts(path)
    if name.endswith((".conf", ".conf.template")) or (folders and folders[-1] in _SITES):
        return True
    its_own = "nginx" in folders or _ANY_PRODUCT in folders
    return its_own and (not _suffix(name) or name.endswith(".template"))


def is_nginx(text: str) -> bool:
    """Whether a text has the blocks and directives of nginx."""
    return bool(_BLOCK.search(text) and _DIRECTIVE.search(text))


def _parts(path: str) -> list[str]:
    return path.replace("\\", "/").lower().split("/")


def _suffix(name: str) -> str:
    """The last dot of a name and what follows; "" where nothing follows, or nothing comes before."""
    stem, dot, end = name.rpartition(".")
    return f".{end}" if dot and stem and end else ""


def _conf(folders: list[str], name: str) -> str | None:
    """The format of a `.conf`, which says nothing by itself: nginx in its name, its folders, its name."""
    if "nginx" in name:
        return "nginx"
    for folder in reversed(folders):
        if folder in _FOLDERS:
            return _FOLDERS[folder]
    named = (kind for word, kind in _WORDS.items() if word in name)
    return next(named, "nginx" if _ANY_PRODUCT in folders else None)


def _without_suffix(name: str) -> str | None:
    if name.startswith(".env."):
        return "dotenv"
    first, _, rest = name.partition(".")
    return None if rest == "dockerignore" else _BEFORE_A_DOT.get(first)

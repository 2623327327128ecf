"""The class of a secret: all that ever leaves the reader of one.

Classes: `empty`, `default` (a product's documented default), `weak` (a common word, digits only, or the user's
name), `placeholder` (text that stands for a value nobody has filled in), `reference` (the value is elsewhere),
`set` (anything else).
"""

from __future__ import annotations

import re

DEFAULTS = frozenset(
    {
        "admin",
        "asdasdasifhueuiwyurfewbfjsdafjk",
        "elastic",
        "guest",
        "minioadmin",
        "nacos",
        "neo4j",
        "postgres",
        "rabbitmq",
        "root",
        "rocketmq",
        "sa",
        "seata",
        "secretkey012345678901234567890123456789012345678901234567890123456789",
        "sentinel",
        "sonar",
        "tomcat",
        "xxl-job",
        "zabbix",
    }
)
COMMON_WORDS = frozenset(
    {
        "abc",
        "access",
        "admin",
        "administrator",
        "api",
        "app",
        "auth",
        "default",
        "demo",
        "dev",
        "foobar",
        "hello",
        "jwt",
        "key",
        "letmein",
        "login",
        "master",
        "mysql",
        "oracle",
        "pass",
        "passw",
        "passwd",
        "password",
        "prod",
        "pwd",
        "qaz",
        "qwe",
        "qwer",
        "qwert",
        "qwerty",
        "redis",
        "root",
        "secret",
        "sign",
        "system",
        "temp",
        "test",
        "token",
        "user",
        "welcome",
        "world",
        "wsx",
        "zaq",
    }
)
CLASSES = ("empty", "default", "weak", "placeholder", "reference", "set")

_REFERENCE = re.compile(
    r"""^(?: \$\{.*\} | \#\{.*\} | \{\{.*\}\} | @[\w.\-]+@ | <%=.*%> | \$\(.*\) | \$[A-Z_][A-Z0-9_]* | %[A-Z_]+%
    | (?:vault|secretsmanager|ssm|akv|awssm|keyvault|file|env):\S+ | arn:aws:\S+ )$""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"""^(?: ([x*•.?#-])\1{2,} | <[^<>]*> | \[[^\[\]]*\] | change[_\-]?(?:me|it|this).* | replace[_\-]?.*
    | (?:your|my|the|insert|enter|put|fill)[_\- ].* | your[a-z]*(?:key|secret|password|token).* | to[_\-]?do.* | tbd
    | fixme.* | example | none | null | undefined | .*[_\- ]here | 请.* | 你的.* | 您的.* | 填写.* | 替换.* )$""",
    re.VERBOSE | re.IGNORECASE,
)
_UNNAMED = frozenset({"KEY", "SECRET", "TOKEN", "PASSWORD"})  # a word in capitals stands for a value
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_LOOK_ALIKES = str.maketrans("@0$1!3", "aosiie")
_SHORT_WORD = 2
_LONG_NUMBER = 4


def strength(text: str, *, user: str | None = None) -> str:
    """The class of a secret from its text, one of CLASSES.

    `user` is the name that the secret goes with; a secret equal to it is weak.

    >>> strength("123456"), strength("${DB_PASSWORD}"), strength("xxxxxxx"), strength("k7!fQz0p-Wd2m")
    ('weak', 'reference', 'placeholder', 'set')
    """
    secret = text.strip().removeprefix("{noop}")
    if not secret:
        return "empty"
    if _REFERENCE.match(secret):
        return "reference"
    folded = secret.casefold()
    if folded in DEFAULTS:
        return "default"
    if folded.isdecimal() or (user and folded == user.strip().casefold()):
        return "weak"
    if _PLACEHOLDER.match(secret) or secret in _UNNAMED:
        return "placeholder"
    return "weak" if _guessable(secret) else "set"


def length_class(text: str) -> str:
    """How long a secret is, in three steps that do not give it away."""
    if not text.strip():
        return "no characters"
    if len(text) < 8:  # noqa: PLR2004 - the least that MLPS reviewers accept
        return "fewer than 8 characters"
    return "8 to 15 characters" if len(text) < 16 else "16 characters or more"  # noqa: PLR2004 - one word


def _guessable(secret: str) -> bool:
    one_character = len(set(secret)) == 1
    looks_like = re.sub(r"(?<=[A-Za-z])[@0$1!3](?=[A-Za-z])", _look_alike, secret)
    return one_character or _only_common_words(secret) or _only_common_words(looks_like)


def _look_alike(match: re.Match[str]) -> str:
    return match.group().translate(_LOOK_ALIKES)


def _only_common_words(secret: str) -> bool:
    runs = _WORD.findall(secret)
    words = [run.casefold() for run in runs if run.isalpha()]
    numbers = [run for run in runs if run.isdecimal()]
    unspelled = re.sub(r"[\s_\-.@#!$]", "", secret)
    return (
        len(unspelled) == len("".join(runs))
        and any(word in COMMON_WORDS for word in words)
        and all(word in COMMON_WORDS or len(word) <= _SHORT_WORD for word in words)
        and all(len(number) <= _LONG_NUMBER for number in numbers)
    )

"""The class of a secret: all that ever leaves the reader of one.

Classes: `empty`, `default` (a product's documented default), `weak` (common words, digits only, a word and
1234…, or the user's name), `placeholder` (text that stands for a value that nobody has filled in),
`reference` (the value is elsewhere, or stands here encrypted), `set` (anything else).
"""

from __future__ import annotations

import re

from reglint.facts.secret_words import COMMON_WORDS, DEFAULTS, RUNS

SHORT = "fewer than 8 characters"

_REFERENCE = re.compile(
    r"""^(?: \$\{.*\} | \#\{.*\} | \{\{.*\}\} | <%=.*%> | \$\(.*\) | \$\$?[A-Za-z_][A-Za-z0-9_]* | %[A-Z_]+%
    | (?:vault|secretsmanager|ssm|akv|awssm|keyvault|file|env|classpath|op|sm):\S+ | arn:aws:\S+
    | ENC\(.*\) | ENC:.+ | \{cipher\}.* | \{(?:AES|aes|vault)\}.*
    | [\w./\\:~\-]+\.(?:pem|key|p8|p12|pfx|jks|cer|crt|der|keystore|bcfks|txt) )$""",
    re.VERBOSE | re.DOTALL,
)
_HASH = re.compile(r"^(?:\{[\w\-@]+\}|\$(?:2[abxy]|5|6|argon2\w*|apr1)\$).+", re.DOTALL)
_PLACEHOLDER = re.compile(
    r"""^(?: ([x*•.#\-])\1{2,} | [?？]+ | <[^<>]*> | \[[^\[\]]*\] | @[\w.\-]+@
    | change[_\-]?(?:me|it|this).* | replace[_\-]?.*
    | (?:your|my|the|insert|enter|put|fill)[_\- ].* | your[a-z]*(?:key|secret|password|token).* | to[_\-]?do.*
    | tbd | fixme.* | example | none | null | undefined | .*[_\- ]here
    | 请.* | 你的.* | 您的.* | 填写.* | 替换.* | 自己的.* | .*(?:密码|密钥|秘钥|授权码|口令).* )$""",
    re.VERBOSE | re.IGNORECASE,
)
# A word in capitals stands for a value: KEY, SECRET_SECRET, ACCESS-KEY-ID.
_UNNAMED = re.compile(
    r"(?:(?:ACCESS|API|APP|AUTH|ID|JWT|KEY|PASSWORD|PRIVATE|SECRET|SIGN|TOKEN)(?:[_\- ]|$))+"
)
_NO_SECRET = re.compile(r"(?:https?|ftp|wss?)://\S*|(?:/[\w.{}*\-]+)+/?", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_COUNTED = re.compile(r"[a-z]+[_\-.@#!$]?1234(?:5(?:6(?:7(?:8(?:90?)?)?)?)?)?")
_LOOK_ALIKES = str.maketrans("@0$1!3", "aosiie")
_FEW_LETTERS = 2
_LONG_NUMBER = 4
_LEAST_RUN = 4
_LONGEST_WORD = 40


def strength(text: str, *, user: str | None = None) -> str:
    """The class of a secret from its text, one of SECRET_CLASSES.

    `user` is the name that the secret goes with; a secret equal to it, but for digits, is weak.

    >>> strength("123456"), strength("${DB_PASSWORD}"), strength("xxxxxxx"), strength("k7!fQz0p-Wd2m")
    ('weak', 'reference', 'placeholder', 'set')
    """
    secret = text.strip().removeprefix("{noop}")
    if not secret:
        return "empty"
    if secret.casefold() in DEFAULTS:
        return "default"
    if _PLACEHOLDER.match(secret) or _UNNAMED.fullmatch(secret):
        return "placeholder"
    if _REFERENCE.match(secret):
        return "reference"
    if _HASH.match(secret):
        return "set"
    return "weak" if _guessable(secret, (user or "").strip().casefold()) else "set"


def is_address(text: str) -> bool:
    """Whether a text is a URL or a path on a server: whatever it is called, it is no secret.

    >>> is_address("https://pay.example.com/reset"), is_address("/user/reset-password"), is_address("s3cret")
    (True, True, False)
    """
    return _NO_SECRET.fullmatch(text.strip()) is not None


def length_class(text: str) -> str:
    """How long a secret is, in three steps that do not give it away."""
    if not text.strip():
        return "no characters"
    if len(text) < 8:  # noqa: PLR2004 - one word
        return SHORT
    return "8 to 15 characters" if len(text) < 16 else "16 characters or more"  # noqa: PLR2004 - one word


def _guessable(secret: str, user: str) -> bool:
    folded = secret.casefold()
    if folded.isdecimal() or folded == user or len(set(folded)) == 1 or _runs_on(folded):
        return True
    words = COMMON_WORDS | ({user, *_WORD.findall(user)} if user else set())
    rest = folded.removeprefix(user) if user else folded
    if (rest != folded and rest.isdecimal()) or _COUNTED.fullmatch(folded):
        return True
    looks_like = re.sub(r"(?<=[A-Za-z])[@0$1!3](?=[A-Za-z])", _look_alike, secret)
    return _only_common(secret, words) or _only_common(looks_like, words)


def _runs_on(folded: str) -> bool:
    """Whether it is a stretch of the alphabet or of a keyboard's row, forth or back."""
    return len(folded) >= _LEAST_RUN and any(folded in run or folded in run[::-1] for run in RUNS)


def _look_alike(match: re.Match[str]) -> str:
    return match.group().translate(_LOOK_ALIKES)


def _made_of(word: str, common: frozenset[str]) -> bool:
    """Whether a word is common ones on end: rootroot, testpass."""
    if len(word) > _LONGEST_WORD:
        return False
    ends = {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in common for start in ends):
            ends.add(end)
    return len(word) in ends


def _only_common(secret: str, common: frozenset[str]) -> bool:
    """Whether it is made of common words and easy numbers, with two letters more at most."""
    runs = _WORD.findall(secret)
    words = [run.casefold() for run in runs if run.isalpha()]
    numbers = [run for run in runs if run.isdecimal()]
    unknown = [word for word in words if not _made_of(word, common) and not _runs_on(word)]
    unspelled = re.sub(r"[\s_\-.@#!$]", "", secret)
    return (
        len(unspelled) == len("".join(runs))
        and len(unknown) < len(words)
        and len("".join(unknown)) <= _FEW_LETTERS
        and all(len(number) <= _LONG_NUMBER or _runs_on(number) for number in numbers)
    )

"""Which settings hold a secret, by their names."""

from __future__ import annotations

import re

_ENDINGS = (
    *("password", "passwd", "passphrase", "pwd", "userpass", "defaultpass", "dbpass"),
    *("secret", "secretkey", "secretkeybase", "secretaccesskey", "accesskeysecret"),
    *(
        "privatekey",
        "signkey",
        "signingkey",
        "signaturekey",
        "encryptkey",
        "encryptionkey",
        "aeskey",
        "deskey",
    ),
    *("apikey", "apiv3key", "mchkey", "merchantkey", "partnerkey", "paykey", "md5key"),
    *("token", "credentials"),
    *("passcode", "mima", "密码", "口令", "密钥", "私钥"),
)
_WHOLE = frozenset({"pass", "secretkey"})
# What a server hands out to each caller, and a variable of Google's that holds the path of a file.
_NO_SECRETS = frozenset({"idtoken", "csrftoken", "xsrftoken", "googleapplicationcredentials"})
# A name that begins so asks, allows, limits or refers: it speaks of a secret and holds none.
_VERBS = frozenset(
    {
        *(
            "is",
            "need",
            "needs",
            "require",
            "required",
            "enable",
            "enabled",
            "disable",
            "disabled",
            "use",
            "with",
            "no",
        ),
        *(
            "allow",
            "check",
            "verify",
            "validate",
            "show",
            "forget",
            "forgot",
            "find",
            "reset",
            "change",
            "update",
        ),
        *("modify", "max", "min", "public", "existing", "automount", "persist"),
    }
)
# And one with such a word anywhere says how a secret is come by.
_MANNERS = frozenset({"allow", "empty", "random", "onetime"})
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SEPARATORS = str.maketrans("", "", "-_.")


def names_a_secret(name: str, above: str = "") -> bool:
    """Whether a setting of that name, below another one, holds a password, a token or a key.

    >>> names_a_secret("login-password"), names_a_secret("MYSQL_ROOT_PASSWORD")
    (True, True)
    >>> names_a_secret("password-length"), names_a_secret("reset-password"), names_a_secret("public-key")
    (False, False, False)
    """
    own = folded(name)
    if own in _WHOLE:
        return True
    if own in _NO_SECRETS:
        return False
    words = [word.casefold() for word in _WORDS.findall(name)]
    if words[:1] and (words[0] in _VERBS or not _MANNERS.isdisjoint(words)):
        return False
    return own.endswith(_ENDINGS) or (own == "key" and (folded(above) + own).endswith(_ENDINGS))


def user_names(name: str) -> tuple[str, ...]:
    """The folded names under which the user of a secret may stand beside it, the nearest first.

    >>> user_names("login-password")[:2]
    ('loginusername', 'loginuser')
    """
    own = folded(name)
    endings = sorted({one for one in (*_ENDINGS, "pass", "key") if own.endswith(one)}, key=len)
    prefixes = [own.removesuffix(one) for one in endings]
    return tuple(dict.fromkeys(f"{prefix}{user}" for prefix in (*prefixes, "") for user in _USERS))


def folded(name: str) -> str:
    """A name without case, dashes, underscores and dots: as Spring and people take it."""
    return name.translate(_SEPARATORS).casefold()


_USERS = (
    *("username", "user", "uid", "userid", "name", "login", "account"),
    *("accesskey", "accesskeyid", "rootuser"),
)

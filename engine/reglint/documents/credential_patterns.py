"""What credentials look like where they are written: names before them, signs around them.

The last group of a match is the credential. A pattern rather matches too much than too little.
"""

from __future__ import annotations

import re

_VALUE = r"""(?:"([^"\r\n]+)|'([^'\r\n]+)|(\{[^{}\r\n]*\}[^\s&;,"']*|[^\s&;,"'<>\]})]+))"""
_LONG_WORD = (
    r"(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credentials?|(?:api|access|secret|private)[._-]?key"
    r"|keytab|hmac|webhook|mima|密码|口令|密钥|秘钥|私钥|令牌|授权码)"
)
# Words that are part of others stand alone between signs: AUTH and DB_AUTH, not `author`.
_SHORT_WORD = (
    r"(?<![A-Za-z])(?:auth|creds?|dsn|pat|pw|pin|otp|seed|salt|pepper|ak|sk|key|cert|cookie|licen[cs]e)"
    r"(?![A-Za-z])"
)
_WORD = rf"(?:{_LONG_WORD}|{_SHORT_WORD})"
_GAP = r"""["']?(?:=|[,\s]{1,4}(?!-))"""
_STORE = r"(?:rediss?|mongodb(?:\+srv)?|postgres(?:ql)?|mysql|mariadb|amqps?|r2dbc[s:\w]{0,16})"

PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # URLs
        r"""://([^\s"'<>/?#@:]{0,128}:(?![0-9]{1,5}/)[^\s"'<>]{0,2048}|[^\s"'<>/?#@]{1,2048})@""",
        rf"""\b{_STORE}://([^\s"'<>]{{1,2048}})@""",
        r"""jdbc:oracle:\w{1,8}:[^\s/@"']{1,128}/("[^"\r\n]{1,128}"|[^\s@]{1,128})@""",
        rf"""{_WORD}%3D([^\s&;"'<>]+)""",
        r"""(?:hooks\.slack\.com/services|/bot/v2/hook|/api/webhooks)/([^\s"'<>]+)""",
        # names and values
        rf"{_WORD}[0-9]{{0,4}}\s{{0,4}}=\s{{0,4}}{_VALUE}",
        rf"""{_WORD}[0-9]{{0,4}}["']\s{{0,4}}:\s{{0,4}}{_VALUE}""",
        rf"{_WORD}[0-9]{{0,4}}\s{{0,4}}(?::\s{{1,4}}|：\s{{0,4}})(?!#\s){_VALUE}",
        rf"{_WORD}[\w.-]{{0,32}}>\s{{0,64}}([^<\r\n]+)",
        rf"""{_WORD}[\w.-]{{0,32}}["']?,?\s{{1,4}}["']?value["']?\s{{0,4}}[:=]\s{{0,4}}{_VALUE}""",
        # nginx
        rf"[$]\w{{0,32}}{_WORD}\s{{1,4}}(?![!=~]){_VALUE}",
        rf"\bset\s{{1,4}}[$]\w{{1,64}}\s{{1,4}}{_VALUE}",
        rf"""[$](?:http|arg|cookie)_\w{{1,64}}\s{{0,4}}!?[=~]\*?\s{{0,4}}(?!["']?https?\b){_VALUE}""",
        rf"""\bproxy_set_header\s{{1,4}}[\w-]{{1,64}}\s{{1,4}}(?!["']?[$]\w+["']?;){_VALUE}""",
        rf"\bsecure_link_\w{{1,16}}\s{{1,4}}{_VALUE}",
        # command lines and headers
        rf"""--?[\w-]{{0,32}}(?:{_WORD}|key){_GAP}{_VALUE}""",
        rf"""\b(?:requirepass|masterauth){_GAP}{_VALUE}""",
        rf"(?-i:\bAUTH)\s{{1,4}}{_VALUE}",
        r"\bauth\(([^)\r\n]+)",
        rf"\b(?:Basic|Bearer)\s{{1,4}}{_VALUE}",
        r"""(?:^|[\s"'])-(?-i:p)([^\s"',\]]+)""",
        rf"""(?:^|[\s"'])-p[\s"',]{{1,4}}(?![-/\d]){_VALUE}""",
        r"""([$]{1,2}(?:apr1|2[abxy]|[156]|argon2\w{0,3})[$][^\s"',\]]+)""",
    )
)
CLIENTS = (
    re.compile(r"\b(?:mysql\w*|mariadb\w*|redis-cli|mongo\w*|psql|sshpass|curl|ldapsearch)\b"),
    re.compile(rf"""(?:^|[\s"'])-[apuw]{_GAP}{_VALUE}"""),
)
"""A program that is given passwords by a short option, and that option."""
ACL = (
    re.compile(r"\bsetuser\b|--user\b", re.IGNORECASE),
    re.compile(rf"""(?:(?<=\s)[>#]|--user{_GAP}["']?[^\s:"']{{1,64}}:)([^\s"'>-][^\s"']*)"""),
)
"""Rules of Redis's access control, and the password in one; a user that is given with a password."""
COMMENT = re.compile(r"(?:(?:^|\s)(?:#|//)|<!--)\s*([^\r\n]+)", re.MULTILINE)
SECRET_WORD = re.compile(_WORD, re.IGNORECASE)

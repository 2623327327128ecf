"""The text of a small law of one version and one provision, in three parts."""

from __future__ import annotations

HEAD = """\
id: xx-law
jurisdiction: xx
titles: {en: Law}
force: statute
issuer: {en: Parliament}
authority: {en: Ministry}
"""
VERSIONS = """\
versions:
  - {id: "1", from: 2020-01-01}
"""
PROVISIONS = """\
provisions:
  - id: keep
    at: {"1": {article: "3"}}
    duty: {en: Keep, zh: 保存}
"""

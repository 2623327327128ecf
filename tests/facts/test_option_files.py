from __future__ import annotations

import pytest

from reglint.documents.lookup import plain
from reglint.documents.mysql import read_mysql
from reglint.facts.option_files import option_files

VIEWS = {
    "nothing": ("", {}),
    "groups of the server": (
        "[mysqld]\na=1\n[mysqld-8.4]\nb=2\n[MariaDB]\na=3\n",
        {"server": {"a": "3", "b": "2"}},
    ),
    "other groups": ("[client]\na=1\n[mysqldump]\nb\n", {"client": {"a": "1"}, "mysqldump": {"b": None}}),
    "the last holds": ("[client]\na-b=1\na_b=2\n", {"client": {"a_b": "2"}}),
    "loose": ("[client]\nloose-a=1\n", {"client": {"a": "1"}}),
    "off": ("[client]\nskip-a\ndisable-b=1\nskip-c=0\n", {"client": {"a": "OFF", "b": "OFF", "skip_c": "0"}}),
    "on": ("[client]\nenable-a\n", {"client": {"a": None}}),
    "no switch": ("[client]\nskip-grant-tables\n", {"client": {"skip_grant_tables": None}}),
    "includes": ("!include a\n!includedir b\n!include c\n", {"include": "a"}),
}


@pytest.mark.parametrize(("text", "wanted"), VIEWS.values(), ids=VIEWS)
def test_option_files_are_seen_as_their_programs_do(text: str, wanted: object) -> None:
    assert plain(option_files(read_mysql(text, "f").roots[0])) == wanted

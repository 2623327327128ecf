from __future__ import annotations

import pytest

from reglint.documents.node import Node
from reglint.facts.script_secrets import secrets_in


def given(text: str) -> list[tuple[str, str]]:
    script = Node(text, 1, 1, 1, 1 + len(text), 1, 1, text)
    return [(name, one.text) for name, one in secrets_in(script)]


GIVEN = {
    "set and exported": ("export DB_PASSWORD=k7!fQz", [("DB_PASSWORD", "k7!fQz")]),
    "several on one line": (
        "A_TOKEN=k7 B_TOKEN='q9' C=d tool --password=w5",
        [("A_TOKEN", "k7"), ("B_TOKEN", "q9"), ("password", "w5")],
    ),
    "a system property": ("mvn -Dnexus.password=k7 deploy", [("nexus.password", "k7")]),
    "an option and its value": (
        "tool login --password k7 --token 'q9'",
        [("password", "k7"), ("token", "q9")],
    ),
    "for the steps that follow": ('echo "NPM_TOKEN=k7" >> $GITHUB_ENV', [("NPM_TOKEN", "k7")]),
    "of a registry": ("npm config set //r.example/:_authToken=k7", [("_authToken", "k7")]),
    "a literal of a secret": (
        "kubectl create secret generic a --from-literal=password=k7",
        [("password", "k7")],
    ),
    "a header": ("curl -H 'Authorization: Bearer k7' u", [("Authorization", "k7")]),
    "a header in small letters": ('curl -H "authorization: Basic k7==" u', [("authorization", "k7==")]),
    "a header with a token alone": ("curl --header 'PRIVATE-TOKEN: k7' u", [("PRIVATE-TOKEN", "k7")]),
    "a client's password": ("mysql -h db -uroot -pk7 shop", [("mysql", "k7")]),
    "a client's password, quoted": ("mysqldump -uroot -p'k 7'", [("mysqldump", "k 7")]),
    "a client's password over lines": ("mysql -h db \\\n  -pk7", [("mysql", "k7")]),
    "redis-cli": ("redis-cli -h c -a k7 ping", [("redis-cli", "k7")]),
    "a login": ("docker login r.example -u ci -p k7", [("docker login", "k7")]),
    "a login by a pipe": ("echo k7 | docker login -u ci --password-stdin", [("docker login", "k7")]),
    "of ssh": ("sshpass -p k7 ssh deploy@h", [("sshpass", "k7")]),
    "a user with a password": ("curl -fsS -u ci:k7 https://a.example", [("curl", "k7")]),
    "openssl": ("openssl enc -d -pass pass:k7 -in a", [("openssl", "k7")]),
    "in a URL": ("git clone https://ci:k7@git.example/a.git", [("https", "k7")]),
    "in a URL and set": (
        "DB_URL=postgres://u:k7@db/a\nDB_PASSWORD=q9",
        [("postgres", "k7"), ("DB_PASSWORD", "q9")],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), GIVEN.values(), ids=GIVEN)
def test_a_script_gives_secrets(text: str, wanted: list[tuple[str, str]]) -> None:
    assert given(text) == wanted


NONE = {
    "filled by the shell": 'export DB_PASSWORD=$P A_TOKEN="${T}" B_SECRET=`cat s` C_SECRET=$(cat s)',
    "filled by an expression": "tool --password ${{ secrets.P }} --token=${{ vars.T }}",
    "filled in part": "TOKEN=ci-${{ secrets.P }}",
    "a header that is filled": "curl -H 'Authorization: Bearer ${{ secrets.T }}' -H \"X-Api-Key: $K\" u",
    "from a file or standard input": "tool login --password-stdin < s; tool --token-file=t --password-file t",
    "a secret of a build by its id": "docker build --secret id=npm,env=NPM --secret=type=file,id=a .",
    "other options by that letter": "mkdir -p a; docker run -p 80:80 r; ssh -p 22 h; mysql -p shop -P 3306",
    "a user alone": "curl -u ci https://a.example; curl -u ci:$P https://a.example",
    "a comparison": 'if [ "$PASSWORD" == "a" ] && [[ $TOKEN==a ]]; then true; fi',
    "a pattern": "sed -i 's/password=.*/a/' f; grep -E 'TOKEN=[a-z]+' f",
    "a comment": "# tool --password k7\n  # export DB_PASSWORD=k7",
    "a URL without a password": "git clone https://git@git.example/a.git; curl http://h:8080/a@b",
    "a URL that is filled": "git clone https://x:${{ github.token }}@git.example https://$U:$P@h",
    "a setting that speaks of one": "tool --reset-password=yes --password-length=12 --use-token a",
    "no value": "export DB_PASSWORD= A=b\ntool --password= --token --verbose",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_a_script_gives_otherwise_is_none(text: str) -> None:
    assert given(text) == []


@pytest.mark.parametrize(
    "text",
    ["mysql " * 5000, "curl " + "-" * 50000, "a=" * 20000, "echo " * 10000, "-H " * 20000, "a-" * 20000],
)
def test_a_long_script_is_read_in_time(text: str) -> None:
    assert given(text) == []

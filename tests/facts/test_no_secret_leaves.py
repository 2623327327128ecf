"""A canary in every place that a source reads a secret from: it leaves none of them but as a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reglint.facts.collect import Collected
from reglint.model.place import Place

CollectFiles = Callable[..., Collected]

CANARY = "c4naryQ7x"

PLACES = {
    "spring yaml": ("application.yml", "spring:\n  datasource:\n    password: %\n"),
    "spring yaml, quoted": ("application.yml", 'spring: {redis: {host: h, password: "%"}}\n'),
    "spring yaml, over several lines": (
        "application.yml",
        "spring:\n  redis:\n    host: h\n    password: >\n      %\n",
    ),
    "spring properties": ("application.properties", "spring.mail.password=%\n"),
    "a default of a placeholder": ("application.yml", "spring: {mail: {password: '${P:%}'}}\n"),
    "a default of a default": ("application.yml", "spring: {mail: {password: '${P:${Q:%}}'}}\n"),
    "a property that a placeholder names": (
        "application.yml",
        "pw: {secret: %}\nspring: {mail: {password: '${pw.secret}'}}\n",
    ),
    "a redis url": ("application.yml", "spring: {redis: {url: 'redis://:%@h:6379'}}\n"),
    "a mongodb uri": ("application.yml", "spring: {data: {mongodb: {uri: 'mongodb://u:%@h/d'}}}\n"),
    "a registry url": ("application.yml", "eureka.zone: http://u:%@h/\nspring: {}\n"),
    "a jdbc url": ("application.yml", "spring: {datasource: {url: 'jdbc:mysql://h/d?user=u&password=%'}}\n"),
    "a jdbc url of oracle": ("a.properties", "url=jdbc:oracle:thin:u/%@h:1521:x\n"),
    "a jdbc url in json": ("a.json", '{"url": "jdbc:sqlserver://h;user=a;password=%;encrypt=true"}\n'),
    "a jdbc url in toml": ("a.toml", 'url = "jdbc:mysql://u:%@h/d"\n'),
    "a password beside a jdbc url in xml": (
        "a.xml",
        '<b><p name="url" value="jdbc:mysql://h/d"/><p name="password" value="%"/></b>\n',
    ),
    "properties": ("jdbc.properties", "jdbc.password=%\n"),
    "a url in properties": ("a.properties", "mq=amqp://u:%@h\n"),
    "redisson": ("redisson.yml", "singleServerConfig: {address: 'redis://h', password: %}\n"),
    "redisson's address": ("redisson.yml", "singleServerConfig: {address: 'redis://:%@h'}\n"),
    "a container's environment": ("compose.yml", "services: {a: {environment: {DB_PASSWORD: %}}}\n"),
    "a container's environment as a list": ("compose.yml", "services: {a: {environment: [DB_PASSWORD=%]}}\n"),
    "a url in a container's environment": (
        "compose.yml",
        "services: {a: {environment: ['R=redis://:%@h']}}\n",
    ),
    "a jdbc url in a container's environment": (
        "compose.yml",
        "services: {a: {environment: ['URL=jdbc:mysql://h/d?password=%']}}\n",
    ),
    "a container's command": (
        "compose.yml",
        "services: {a: {image: redis, command: redis-server --requirepass %}}\n",
    ),
    "a container's command as a list": (
        "compose.yml",
        "services: {a: {image: redis, command: [redis-server, --requirepass, %]}}\n",
    ),
    "a container's folded command": (
        "compose.yml",
        "services:\n  a:\n    image: redis\n    command: >\n      redis-server\n      --requirepass %\n",
    ),
    "a container's entrypoint": (
        "compose.yml",
        "services: {a: {image: redis, entrypoint: [sh, -c, 'redis-server --requirepass %']}}\n",
    ),
    "a data store's password": (
        "compose.yml",
        "services: {a: {image: mysql, environment: {MYSQL_ROOT_PASSWORD: %}}}\n",
    ),
}


def hidden(text: str, places: tuple[Place, ...]) -> str:
    """The text without what stands at the places."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for place in sorted(places, reverse=True):
        begin = starts[place.line - 1] + place.column - 1
        text = text[:begin] + "#" * place.length + text[begin + place.length :]
    return text


@pytest.mark.parametrize("place", PLACES)
def test_a_secret_leaves_its_reader_as_a_class_and_a_place(collected: CollectFiles, place: str) -> None:
    path, template = PLACES[place]
    text = template.replace("%", CANARY)
    result = collected({path: text})
    spans = tuple(span for one in result.observations for span in one.secrets)
    assert result.observations
    assert CANARY not in repr(result)
    assert CANARY not in hidden(text, spans)


@pytest.mark.parametrize(
    "value", ["123456", "guest", "your_password", "${A:123456}", "ENC(Q7xQ7xQ7x)", "@pw.of.pay@"]
)
@pytest.mark.parametrize("place", ["spring yaml", "properties", "a container's environment"])
def test_a_secret_of_any_class_has_its_place(collected: CollectFiles, place: str, value: str) -> None:
    path, template = PLACES[place]
    text = template.replace("%", f'"{value}"' if path.endswith("yml") else value)
    spans = tuple(span for one in collected({path: text}).observations for span in one.secrets)
    assert value not in hidden(text, spans)


@given(st.text(alphabet="abcXYZ019!#%&()*+,-./:;<=>?@[]^_{|}~$ '\"\\", min_size=6, max_size=24))
@settings(max_examples=150, deadline=None)
def test_no_text_of_a_password_leaves(collected: CollectFiles, text: str) -> None:
    canary = f"{CANARY}{text}"
    quoted = canary.replace("'", "''")
    body = f"spring:\n  datasource:\n    url: jdbc:mysql://h/d\n    password: '{quoted}'\n"
    result = collected({"application.yml": body})
    assert CANARY not in repr(result)

"""A secret in every place where secrets stand: no output shows it, nor six characters of it."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CANARY = "Zq7xK9vW2mRt5bYh"
ENCODED = base64.b64encode(CANARY.encode()).decode()
PIECES = {text[start : start + 6] for text in (CANARY, ENCODED) for start in range(len(text) - 5)}

PLATFORM = """\
reglint: "1"
platform: {name: pay, mlps_level: 3, roles: {cn: [payment_institution], eu: [payment_institution]}}
custody: {reserve_ratio: 98 %}
secrets:
  - {name: one.password, strength: CANARY}
  - {name: two.password, strength: [CANARY]}
  - {name: five.password, value: CANARY, strength: weak}
  - {name: six.password, strength: weak, old: {first: CANARY}, older: [CANARY]}
  - {name: three.password, strength: {old: CANARY}}
  - name: four.password
    strength: |
      CANARY
      CANARY
datastores:
  - {name: orders, tls: false, authentication: false}
  - {name: "jdbc:mysql://u:CANARY@h/x", tls: false, authentication: "redis://:CANARY@h"}
  - {name: {password: CANARY}, tls: "password=CANARY", engine: "redis://CANARY@h"}
"""
APPLICATION = """\
server: {port: 8080}
spring:
  datasource:
    url: jdbc:mysql://root:CANARY@db:3306/pay?useSSL=false&password=CANARY
    username: root
    password: CANARY
  data:
    redis: {host: cache, password: CANARY, timeout: 30m}
  rabbitmq: {host: mq, password: CANARY, ssl: {enabled: false}}
server.servlet.session.timeout: 30m
jwt:
  secret: 'CANARY'
  secret-key: "CANARY"
aliyun: {oss: {accessKeySecret: CANARY, endpoint: x}}
"""
BLOCKS = """\
spring:
  datasource:
    password: >-
      CANARY
    url: "jdbc:postgresql://db/pay?user=pay&password=CANARY&sslmode=disable"
  redis: {url: "redis://:CANARY@cache:6379", ssl: false}
"""
PROPERTIES = """\
spring.datasource.url=jdbc:mysql://db:3306/pay?user=root&password=CANARY&useSSL=false
spring.datasource.password=CANARY
spring.datasource.password2 = CANARY
jdbc.url=jdbc:oracle:thin:pay/CANARY@db:1521:orcl
jdbc.password : CANARY
jdbc.password.old CANARY
alipay.private_key=CANARY\\
  CANARY
"""
COMPOSE = """\
services:
  mysql:
    image: mysql:8
    environment:
      MYSQL_ROOT_PASSWORD: CANARY
      MYSQL_PASSWORD: "CANARY"
    ports: ["3306:3306"]
  redis:
    image: redis:7
    command: redis-server --requirepass CANARY --appendonly yes
    ports: ["6379:6379"]
  cache:
    image: redis:7
    command: ["redis-server", "--requirepass", "CANARY"]
  postgres:
    image: postgres:16
    environment:
      - POSTGRES_PASSWORD=CANARY
      - POSTGRES_USER=pay
    healthcheck: {test: "mysqladmin ping -uroot -pCANARY"}
  app:
    image: pay
    environment: ["DB_URL=jdbc:mysql://db/pay?password=CANARY", "SPRING_DATASOURCE_PASSWORD=CANARY"]
"""
KUBERNETES = """\
apiVersion: v1
kind: Secret
metadata: {name: pay}
stringData: {db-password: CANARY, url: "redis://:CANARY@cache"}
data:
  old-password: ENCODED
---
apiVersion: v1
kind: ConfigMap
metadata: {name: pay}
data:
  DB_PASSWORD: CANARY
  DB_URL: jdbc:mysql://root:CANARY@db/pay?useSSL=false
  application.yml: |
    spring:
      datasource:
        password: CANARY
        url: jdbc:mysql://root:CANARY@db/pay?useSSL=false&password=CANARY
  jdbc.properties: "jdbc.url=jdbc:mysql://db/pay?useSSL=false&password=CANARY\\njdbc.password=CANARY\\n"
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: pay}
spec:
  template:
    spec:
      initContainers: [{name: wait, image: "redis:7", command: [redis-cli, -a, CANARY, ping]}]
      containers:
        - name: redis
          image: redis:7
          args: [--requirepass, CANARY]
        - name: app
          image: pay
          args: ["--spring.datasource.password=CANARY"]
          env:
            - {name: DB_PASSWORD, value: CANARY}
            - {name: DB_URL, value: "jdbc:mysql://root:CANARY@db/pay?useSSL=false"}
        - name: mysql
          image: mysql:8
          env: [{name: MYSQL_ROOT_PASSWORD, value: root}, {name: MYSQL_PASSWORD, value: CANARY}]
"""
NGINX = """\
http {
  server {
    listen 80;
    server_name pay.example.com;
    location / {
      proxy_set_header Authorization "Basic CANARY";
      proxy_set_header X-Token CANARY;
      proxy_pass http://pay:CANARY@backend:8080/;
    }
  }
}
"""
LOGBACK = """\
<configuration>
  <property name="DB_PASSWORD" value="CANARY"/>
  <appender name="FILE" class="ch.qos.logback.core.rolling.RollingFileAppender">
    <rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy">
      <fileNamePattern>a.%d.log</fileNamePattern><maxHistory>7</maxHistory><!-- password=CANARY -->
    </rollingPolicy>
  </appender>
  <appender name="DB"><url>jdbc:mysql://root:CANARY@db/logs</url><password>CANARY</password></appender>
</configuration>
"""
SOUND = {
    "platform.yaml": PLATFORM,
    "pay/pom.xml": "<project/>\n",
    "pay/src/main/resources/application.yml": APPLICATION,
    "pay/src/main/resources/application-dev.yml": BLOCKS,
    "pay/src/main/resources/application-test.properties": PROPERTIES,
    "pay/src/main/resources/jdbc.properties": PROPERTIES,
    "pay/src/main/resources/logback.xml": LOGBACK,
    "deploy/docker-compose.yml": COMPOSE,
    "deploy/nginx.conf": NGINX,
    "deploy/k8s.yaml": KUBERNETES,
}
BROKEN = {
    "a/src/main/resources/application.yml": "spring: {datasource: {password: CANARY\n",
    "b/src/main/resources/application.yml": "spring:\n  password: CANARY\n  password: CANARY\n",
    "c/src/main/resources/application.yml": "spring:\n\tpassword: CANARY\n",
    "d/src/main/resources/application.yml": "password: @CANARY\n",
    "e/src/main/resources/application.yml": "password: *CANARY\n",
    "f/src/main/resources/application.yml": "password: !!int CANARY\n",
    "g/src/main/resources/application.yml": "password: %CANARY\n",
    "h/src/main/resources/application.yml": 'password: "CANARY\n',
    "i/src/main/resources/application.yml": "password: {{ CANARY }}\n",
    "j/src/main/resources/application.yml": "password: 1: CANARY\n",
    "k/src/main/resources/application.properties": "password=\\uCANARY\n",
    "l/src/main/resources/logback.xml": "<configuration><password>CANARY</passwrd></configuration>\n",
    "m/src/main/resources/logback.xml": '<configuration><a b="CANARY" b="CANARY"/></configuration>\n',
    "n/src/main/resources/logback.xml": "<configuration><CANARY></configuration>\n",
    "o/src/main/resources/logback.xml": "<configuration>&CANARY;</configuration>\n",
    "p/nginx.conf": "http { proxy_set_header Authorization CANARY\n}\n",
    "q/nginx.conf": 'http { auth "CANARY; }\n',
    "r/docker-compose.yml": "services: {db: {environment: {MYSQL_ROOT_PASSWORD: CANARY}}\n",
    "s/docker-compose.yml": "services:\n  db:\n    environment: [A=CANARY\n",
    "t/src/main/resources/application.yml": "password: CANARY \x07\n",
    "u/src/main/resources/application.yml": "password: !!CANARY x\n",
    "v/src/main/resources/application.yml": "password: >CANARY\n",
    "w/src/main/resources/application.yml": "password: &CANARY &CANARY x\n",
    "x/src/main/resources/application.yml": "password: ]CANARY\n",
    "y/k8s.yaml": "apiVersion: v1\nkind: Secret\nstringData: {password: CANARY\n",
    "z/k8s.yaml": "apiVersion: v1\nkind: ConfigMap\ndata:\n  application.yml: |\n    password: ]CANARY\n",
    "platform.yaml": 'reglint: "1"\n',
}
BESIDE = {
    "a/src/main/resources/application.yml": (
        "spring: {datasource: {oddPassword: CANARY, url: 'jdbc:mysql://db/a?useSSL=false', password: x}}\n"
        "server: {servlet: {session: {timeout: 30m}}} # the old password: CANARY\n"
    ),
    "b/src/main/resources/application.yml": (
        "spring: {redis: {host: a, appToken: 'CANARY', ssl: false}, datasource: {druid: {secret: CANARY}}}\n"
    ),
    "c/src/main/resources/application.properties": (
        "server.servlet.session.timeout=30m\n"
        "spring.datasource.url=jdbc:mysql://db/a?useSSL=false&trustCertificateKeyStorePassword=CANARY&clientSecret=CANARY\n"
    ),
    "d/src/main/resources/logback.xml": LOGBACK.replace(
        "</maxHistory>", "</maxHistory><password>CANARY</password><a secret='CANARY'/>"
    ),
    "e/nginx.conf": (
        "http { server { listen 80; server_name a; proxy_set_header Authorization 'Bearer CANARY'; "
        "proxy_set_header X-Api-Key CANARY; set $api_secret CANARY; } }\n"
    ),
    "f/docker-compose.yml": (
        "services:\n"
        "  redis: {image: 'redis:7', command: 'redis-server', environment: {REDIS_TOKEN: CANARY}}\n"
        "  mysql: {image: 'mysql:8', environment: {MYSQL_ROOT_PASSWORD: root, MYSQL_PASSWORD: CANARY}}\n"
    ),
}
NAMES = (
    *(
        "GITHUB_PAT",
        "SENTRY_DSN",
        "CREDS",
        "AUTH",
        "DB_AUTH",
        "BASIC_AUTH",
        "HMAC",
        "SALT",
        "PEPPER",
        "AK",
        "SK",
    ),
    *("PIN", "OTP_SEED", "COOKIE", "WEBHOOK", "KEYTAB", "PASSCODE", "mima", "口令", "密码", "密钥", "私钥"),
)
COMMANDS = (
    *("x --auth CANARY", "AUTH CANARY", "ACL SETUSER d on >CANARY", "x -p CANARY", "x -P CANARY"),
    *("x --user a:CANARY", "sshpass -p CANARY x", "x --des-key=CANARY", "REDISCLI_AUTH=CANARY x"),
)
LINES = {
    "a/docker-compose.yml": "services:\n"
    + "".join(
        f"  r{index}: {{image: 'redis:7', environment: {{{name}: CANARY}}}}\n"
        for index, name in enumerate(NAMES)
    ),
    "b/docker-compose.yml": "services:\n"
    + "".join(
        f"  r{index}: {{image: 'redis:7', command: 'redis-server & {command}'}}\n"
        for index, command in enumerate(COMMANDS)
    ),
    "c/application.yml": (
        "a1: jdbc:postgresql://h/x?sslmode=disable&options=-c%20password%3DCANARY\n"
        "a2: jdbc:mysql://h/x?useSSL=false # CANARY is the password\n"
        "a3: jdbc:mysql://h/x?useSSL=false # 口令 CANARY\n"
        "a4: jdbc:sqlserver://h;encrypt=false;user=sa;password={x;CANARY}x}\n"
        "a5: jdbc:mysql://CANARY:CANARY@h/x?useSSL=false&password=CANARY\n"
    ),
    "d/nginx.conf": (
        "http {\n"
        ' server { listen 80; set $k "CANARY"; }\n'
        " server { listen 81; if ($http_x_key != CANARY) { return 403; } }\n"
        ' server { listen 82; secure_link_md5 "CANARY $uri"; }\n'
        ' server { listen 83; proxy_set_header Cookie "sid=CANARY"; }\n'
        "}\n"
    ),
}
FAULTY = {
    "a value beside": "secrets: [{name: a, value: CANARY}]\n",
    "a URL for a name": "datastores: [{name: 'jdbc:mysql://u:CANARY@h/x', tls: 'jdbc:mysql://u:CANARY@h/x'}]\n",
    "a URL for a key": "datastores: [{'redis://:CANARY@h': x}]\n",
    "an unknown key beside": "secrets: [{name: a, strength: CANARY, strenght: CANARY}]\n",
    "no list": "secrets: {name: a, strength: CANARY}\n",
    "one value": "secrets: CANARY\n",
    "twice": "secrets: [{name: a, strength: CANARY}, {name: a, strength: CANARY}]\n",
    "broken": "secrets: [{name: a, strength: CANARY\n",
    "a duplicate key": "secrets: [{name: a, strength: CANARY, strength: CANARY}]\n",
    "a bad escape": 'secrets: [{name: a, strength: "\\qCANARY"}]\n',
    "an unknown alias": "secrets: [{name: a, strength: *CANARY}]\n",
    "an unknown tag": "secrets: [{name: a, strength: !!float CANARY}]\n",
}
PLATFORM_FORMATS = {
    "platform.json": '{"reglint": "1", "secrets": [{"name": "a", "strength": "CANARY"}]}\n',
    "platform.toml": 'reglint = "1"\n[[secrets]]\nname = "a"\nstrength = "CANARY"\n',
    "platform.yml": 'reglint: "1"\nsecrets: [{name: a, strength: CANARY}]\n',
}
BROKEN_FORMATS = {
    "platform.json": '{"reglint": "1", "secrets": [{"name": "a", "strength": "CANARY]}\n',
    "platform.toml": 'reglint = "1"\n[[secrets]]\nstrength = "CANARY\n',
    "platform.yml": 'reglint: "1"\nsecrets: [{strength: "CANARY}]\n',
}
VIEWS = [
    ["-f", "text"],
    ["-f", "text", "--all", "--lang", "zh"],
    ["-f", "text", "--all", "--lang", "ja"],
    ["-f", "json-v1", "--all"],
    ["-f", "text=out.txt", "-f", "json-v1=out.json", "--all"],
]


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / "project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("CANARY", CANARY).replace("ENCODED", ENCODED), "utf-8")


def outputs(root: Path, *arguments: str) -> Iterator[tuple[str, str]]:
    """Everything that a run shows or writes, by where."""
    command = [sys.executable, str(Path(__file__).parents[1] / "cli.py"), "check", "project", *arguments]
    own = {"FORCE_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 - the command is ours
        command, cwd=root, env=os.environ | own, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1, 2, 3), done.stderr
    yield "stdout", done.stdout
    yield "stderr", done.stderr
    for file in root.iterdir():
        if file.is_file():
            yield file.name, file.read_text("utf-8")


def leaks(root: Path, *arguments: str) -> list[tuple[str, str]]:
    """The lines with a piece of the canary, and where."""
    return [
        (where, line)
        for where, text in outputs(root, *arguments)
        for line in text.splitlines()
        if any(piece in line for piece in PIECES)
    ]


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_no_output_shows_a_secret(view: list[str], tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("view", VIEWS[:4:3], ids=" ".join)
def test_no_file_that_is_broken_is_quoted(view: list[str], tmp_path: Path) -> None:
    write(tmp_path, BROKEN)
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("view", VIEWS[:4:3], ids=" ".join)
def test_no_excerpt_shows_a_secret_beside_the_finding(view: list[str], tmp_path: Path) -> None:
    platform = 'reglint: "1"\nplatform: {mlps_level: 3, roles: {cn: [payment_institution]}}\n'
    write(tmp_path, {"platform.yaml": platform, **BESIDE})
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("view", VIEWS[:4:3], ids=" ".join)
def test_no_excerpt_shows_what_only_its_line_tells(view: list[str], tmp_path: Path) -> None:
    platform = 'reglint: "1"\nplatform: {mlps_level: 3, roles: {cn: [payment_institution]}}\n'
    write(tmp_path, {"platform.yaml": platform, **LINES})
    assert leaks(tmp_path, *view) == []


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_no_fault_of_a_platform_file_quotes_a_secret(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"platform.yaml": f'reglint: "1"\nplatform: {{mlps_level: 3}}\n{text}'})
    assert leaks(tmp_path, "--all") == []


@pytest.mark.parametrize("formats", [PLATFORM_FORMATS, BROKEN_FORMATS], ids=["sound", "broken"])
@pytest.mark.parametrize("name", PLATFORM_FORMATS)
def test_no_format_of_a_platform_file_shows_a_secret(
    name: str, formats: dict[str, str], tmp_path: Path
) -> None:
    write(tmp_path, {name: formats[name]})
    assert leaks(tmp_path, "--set", "platform.mlps_level=3", "--all") == []


SAID = [
    ["--set", f"secrets[name=x].strength={CANARY}"],
    ["--set", f"secrets[name=x].strength={CANARY}=="],
    ["--set", f"secrets[name=x].strength=[{CANARY}]"],
    ["--set", f"secrets[name=x].strenght={CANARY}"],
    ["--set", f"secrets[name=x={CANARY}"],
    ["--set", f"={CANARY}"],
    ["--set", CANARY],
]


@pytest.mark.parametrize("arguments", SAID, ids=range(len(SAID)))
def test_no_secret_of_the_command_line_is_shown(arguments: list[str], tmp_path: Path) -> None:
    write(tmp_path, {"platform.yaml": 'reglint: "1"\nplatform: {mlps_level: 3}\n'})
    assert leaks(tmp_path, *arguments, "--all", "-f", "text", "-f", "json-v1") == []


def test_the_pieces_would_be_found(tmp_path: Path) -> None:
    write(tmp_path, {"platform.yaml": f'reglint: "1"\nplatform: {{name: "x{CANARY[3:10]}"}}\n'})
    assert leaks(tmp_path, "-f", "json-v1") != []

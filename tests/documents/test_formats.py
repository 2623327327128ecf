"""Which reader a file needs."""

from __future__ import annotations

import pytest

from reglint.documents.formats import FORMATS, format_of, read_document
from reglint.documents.limits import Limits
from reglint.documents.lookup import plain

NAMES = {
    "application.yml": "yaml",
    "deploy/Chart.YAML": "yaml",
    "a.json": "json",
    "reglint.toml": "toml",
    ".aws/credentials": "ini",
    "jdbc.properties": "properties",
    "logback-spring.xml": "xml",
    "nginx.conf": "nginx",
    "deploy/my-nginx-prod.conf": "nginx",
    "site.nginx": "nginx",
    "nginx/gateway.conf": "nginx",
    "etc\\sites-enabled\\a.conf": "nginx",
    "conf.d/default.conf": "nginx",
    "logstash.conf": "logstash",
    "logstash/pipeline/main.conf": "logstash",
    "broker-a.conf": "properties",
    "logrotate.conf": "logrotate",
    "etc/logrotate.d/nginx": "logrotate",
    "deploy/app.logrotate": "logrotate",
    "nginx/README.md": None,
    "Makefile": None,
    "nginx/conf.d/redis-cache.conf": "nginx",
    "main.tf": "hcl",
    "prod.auto.tfvars": "hcl",
    ".terraform.lock.hcl": "hcl",
    "main.tf.json": "json",
    "variables.tofu": "hcl",
    ".env": "dotenv",
    "deploy/.env.production": "dotenv",
    "prod.env": "dotenv",
    ".env.json": "json",
    ".environment": None,
    "Dockerfile": "dockerfile",
    "docker/Dockerfile.prod": "dockerfile",
    "api.Dockerfile": "dockerfile",
    "Containerfile": "dockerfile",
    "Dockerfile.dockerignore": None,
    "Dockerfiles/README.md": None,
    "redis.conf": "redis",
    "redis-6379.conf": "redis",
    "sentinel.conf": "redis",
    "conf.d/redis.conf": "redis",
    "my.cnf": "mysql",
    "mysql.conf.d/mysqld.cnf": "mysql",
    "my.ini": "mysql",
    "openssl.cnf": "ini",
    "postgresql.conf": "postgresql",
    "postgresql.auto.conf": "postgresql",
    "pg_hba.conf": "pghba",
    "php.ini": "ini",
    "setup.cfg": "ini",
    "haproxy.cfg": None,
    "zoo.cfg": "properties",
    "api.service": "systemd",
    "journald.conf": "systemd",
    "journald.conf.d/retention.conf": "systemd",
}


@pytest.mark.parametrize(("path", "name"), NAMES.items())
def test_a_name_speaks_for_a_format(path: str, name: str | None) -> None:
    assert format_of(path) == name


SAMPLES = {
    "dockerfile": (b"FROM a", {"stages": [{"from": [{"image": "a", "name": "a"}]}]}),
    "dotenv": (b"A=1", {"A": "1"}),
    "hcl": (b'a = "1"', {"a": "1"}),
    "ini": (b"[a]\nb=1", {"a": {"b": ["1"]}}),
    "json": (b'{"a": "1"}', {"a": "1"}),
    "logrotate": (b"a 1", {"global": {"a": ["1"]}}),
    "logstash": (b"input { a { b => 1 } }", {"input": [{"a": [{"b": ["1"]}]}]}),
    "mysql": (b"[a]\nb=1", {"a": {"b": ["1"]}}),
    "nginx": (b"a 1;", {"a": [{"@args": ["1"]}]}),
    "pghba": (
        b"local a b md5",
        {"records": [{"type": "local", "database": "a", "user": "b", "method": "md5"}]},
    ),
    "postgresql": (b"a = 1", {"a": ["1"]}),
    "properties": (b"a=1", {"a": "1"}),
    "redis": (b"a 1", {"a": [{"@args": ["1"]}]}),
    "systemd": (b"[A]\nB=1", {"A": {"B": ["1"]}}),
    "toml": (b"a = '1'", {"a": "1"}),
    "xml": (b"<A>1</A>", {"A": {"#text": "1"}}),
    "xml-folded": (b"<A>1</A>", {"a": {"#text": "1"}}),
    "yaml": (b"a: no", {"a": "no"}),
    "yaml-1.1": (b"a: no", {"a": False}),
    "yaml-filtered": (b"a: @b@", {"a": "@b@"}),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_reader(name: str) -> None:
    data, value = SAMPLES[name]
    document = read_document(data, "f", name)
    assert (document.path, document.format, document.text, [plain(root) for root in document.roots]) == (
        "f",
        name,
        data.decode(),
        [value],
    )


def test_a_file_in_another_encoding_is_no_document() -> None:
    document = read_document("a: 中".encode("gb18030"), "f", "yaml")
    assert (document.roots, [one.code for one in document.diagnostics]) == ((), ["text-encoding"])


def test_a_file_in_a_named_encoding_is_read() -> None:
    document = read_document("a: 中".encode("gb18030"), "f", "yaml", encoding="gb18030")
    assert [plain(root) for root in document.roots] == [{"a": "中"}]


def test_a_file_over_the_limit_is_not_read() -> None:
    document = read_document(b"a: 12345", "f", "yaml", limits=Limits(bytes=7))
    assert (document.roots, [str(one) for one in document.diagnostics]) == (
        (),
        ["f:1:1: error[text-size] More than 7 bytes: the file is not read."],
    )

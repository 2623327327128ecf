"""What a guesser tries first: documented defaults, common words, stretches of the keyboard."""

from __future__ import annotations

DEFAULTS = frozenset(
    {
        "admin",
        "asdasdasifhueuiwyurfewbfjsdafjk",
        "bitnami",
        "changeit",
        "default_token",
        "elastic",
        "foobared",
        "guest",
        "minio123",
        "minioadmin",
        "nacos",
        "neo4j",
        "postgres",
        "rabbitmq",
        "rocketmq",
        "root",
        "sa",
        "seata",
        "secretkey012345678901234567890123456789012345678901234567890123456789",
        "sentinel",
        "sonar",
        "sysdba",
        "tiger",
        "tomcat",
        "xxl-job",
        "zabbix",
    }
)
"""Passwords, tokens and keys that a product's manual or image comes with, in lower case."""

COMMON_WORDS = frozenset(
    {
        *("abc", "asdf", "foobar", "qaz", "qwe", "qwer", "qwert", "qwerty", "wsx", "zaq", "zxc"),
        *("access", "admin", "administrator", "api", "app", "auth", "default", "login", "master", "user"),
        *("demo", "dev", "local", "prod", "public", "temp", "test"),
        *("hello", "letmein", "welcome", "world"),
        *("jwt", "key", "secret", "sign", "system", "token"),
        *("db", "druid", "mongo", "mysql", "oracle", "postgres", "redis", "root"),
        *("pass", "passw", "passwd", "password", "pwd"),
    }
)

RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb",
)

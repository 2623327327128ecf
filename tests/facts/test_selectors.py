"""Files in which every selector of the shipped sources finds something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.facts.terraform_store_texts import ALICLOUD_STORES, AWS_STORES
from tests.facts.terraform_texts import ALICLOUD, AWS, GOOGLE

from reglint.documents.formats import FORMATS, format_of
from reglint.documents.limits import DEFAULT_LIMITS
from reglint.documents.select import Selector
from reglint.facts.shipped import Vocabulary
from reglint.facts.source import Source
from reglint.facts.tree import Tree, plant
from reglint.facts.view import VIEWS

FILES = {
    "spring": [
        (
            "application.yml",
            """
server: {servlet: {session: {timeout: 5m}}, reactive: {session: {timeout: 5m}}, session: {timeout: 300},
  port: 1, ssl: {enabled: false}}
management: {endpoints: {}}
mybatis: {}
mybatis-plus: {}
sa-token: {active-timeout: 300, activity-timeout: 300}
logging: {logback: {rollingpolicy: {max-history: 7}}, file: {max-history: 7}}
spring:
  session: {timeout: 5m}
  data: {redis: {host: h, password: x}, mongodb: {host: h}}
  redis: {host: h, password: x}
  rabbitmq: {host: h}
  kafka: {bootstrap-servers: h}
  activemq: {broker-url: 'tcp://h'}
  mongodb: {uri: 'mongodb://h'}
  datasource: {jndi-name: x}
  elasticsearch: {uris: x, rest: {uris: x}}
jetcache: {a: {uri: 'redis://h'}}
services: {}
kind: x
""",
        )
    ],
    "jdbc": [
        ("jdbc.yml", "url: jdbc:mysql://u:p@h/d"),
        ("map.yml", "{apiVersion: v1, kind: ConfigMap, data: {URL: 'jdbc:mysql://u:p@h/d'}}"),
        ("secret.yml", "{apiVersion: v1, kind: Secret, stringData: {URL: 'jdbc:mysql://u:p@h/d'}}"),
        (
            "list.yml",
            """
kind: List
items:
  - {apiVersion: v1, kind: ConfigMap, data: {A: b}}
  - {apiVersion: v1, kind: Secret, stringData: {A: b}}
  - {apiVersion: apps/v1, spec: {template: {spec: {containers: [{env: [{name: A, value: b}]}]}}}}
""",
        ),
        ("pod.yml", "{apiVersion: v1, kind: Pod, spec: {containers: [{env: [{name: A, value: b}]}]}}"),
        (
            "deployment.yml",
            "{apiVersion: apps/v1, spec: {template: {spec: {containers: [{env: [{name: A, value: b}]}]}}}}",
        ),
        (
            "cron.yml",
            """
apiVersion: batch/v1
spec: {jobTemplate: {spec: {template: {spec: {containers: [{env: [{name: A, value: b}]}]}}}}}
""",
        ),
    ],
    "kubernetes": [
        ("kustomization.yml", "resources: [pay.yml]"),
        (
            "list.yml",
            """
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    spec:
      containers:
        - {name: redis, image: redis}
        - {name: redis-cli, image: redis, command: [redis-cli, ping]}
        - {name: mysql, image: mysql}
        - {name: dump, image: mysql, command: [mysqldump, pay]}
        - {name: postgres, image: postgres}
        - {name: psql, image: postgres, command: [psql]}
        - {name: mongo, image: mongo}
        - {name: shell, image: mongo, args: [mongosh]}
        - {name: search, image: elasticsearch}
        - {name: queue, image: kafka}
        - {name: postgresql, image: bitnami/postgresql}
        - {name: mongodb, image: bitnami/mongodb}
        - {name: mssql, image: mcr.microsoft.com/mssql/server}
        - {name: minio, image: minio/minio}
        - name: app
          args: [--password=x]
          env: [{name: SPRING_REDIS_URL, value: x}, {name: SPRING_DATASOURCE_URL}, {name: JAVA_OPTS}]
  - {apiVersion: v1, kind: ConfigMap, data: {SPRING_REDIS_URL: x, SPRING_DATASOURCE_URL: x, JAVA_OPTS: x}}
  - {apiVersion: v1, kind: Service, spec: {type: NodePort, ports: [{port: 80}]}}
  - apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {annotations: {nginx.ingress.kubernetes.io/ssl-redirect: 'false'}}
    spec: {tls: [{hosts: [a]}], rules: [{host: a}]}
  - {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: b}, spec: {defaultBackend: {}}}
  - {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, spec: {minReplicas: 2}}
  - {apiVersion: v1, kind: LimitRange, spec: {limits: []}}
""",
        ),
    ],
    "redisson": [
        (
            "redisson.yml",
            (
                "singleServerConfig: {address: 'redis://h', password: x}\nsentinelServersConfig: {}\n"
                "clusterServersConfig: {}\nmasterSlaveServersConfig: {}\nreplicatedServersConfig: {}"
            ),
        )
    ],
    "properties": [
        (
            "jdbc.properties",
            "spring.a=1\nserver.servlet.a=1\nmanagement.endpoints.a=1\nmybatis.a=1\nmybatis-plus.a=1\nsa-token.a=1",
        )
    ],
    "compose": [
        (
            "compose.yml",
            """
services:
  redis: {image: redis, command: redis-server, environment: {A: b}}
  mysql: {image: mysql}
  postgres: {image: postgres}
  mongo: {image: mongo}
  search: {image: elasticsearch}
  queue: {image: kafka}
  bitnami: {image: bitnami/postgresql}
  bitnami-mongo: {image: bitnami/mongodb}
  mssql: {image: mcr.microsoft.com/mssql/server}
  minio: {image: minio/minio}
  app:
    build: .
    command: a --password=x
    environment:
      {SPRING_REDIS_URL: 'redis://h', DB_URL: 'jdbc:mysql://h/d', SPRING_DATASOURCE_URL: x, JAVA_OPTS: x}
    ports: ['80:80']
    logging: {options: {max-size: 1m}}
""",
        )
    ],
    "logback": [
        (
            "logback.xml",
            (
                "<configuration><appender name='a'><rollingPolicy/></appender>"
                "<x><appender name='b'><rollingPolicy/></appender></x>"
                "<include resource='a.xml'/></configuration>"
            ),
        ),
        ("included.xml", "<included><appender name='a'><rollingPolicy/></appender></included>"),
    ],
    "terraform": [
        ("main.tf", AWS),
        ("a.tf", 'resource "aws_ssm_parameter" "a" {\n  value = "x"\n}\n'),
        (
            "b.tf",
            "".join(
                f'module "{name}" {{\n  source = "cloudposse/{name}/aws"\n}}\n'
                for name in ("mysql", "logs", "alb", "kms")
            ),
        ),
    ],
    "terraform-aws": [("main.tf", AWS), ("main.tf", AWS_STORES)],
    "terraform-google": [("main.tf", GOOGLE)],
    "terraform-alicloud": [("main.tf", ALICLOUD), ("main.tf", ALICLOUD_STORES)],
    "dockerfile": [
        ("Dockerfile", "FROM redis\nENV A=b\nCMD a --password=b"),
        ("mysql.Dockerfile", "FROM mysql"),
    ],
    "github-actions": [
        (
            "ci.yml",
            (
                "{env: {A: b}, jobs: {a: {env: {A: b}, steps: [{env: {A: b}, with: {args: b}, run: A_PWD=a}],"
                " container: {env: {A: b}}, services: {a: {credentials: {A: b}}}},"
                " b: {uses: a, with: {A: b}}}}"
            ),
        ),
        ("action.yml", "{runs: {steps: [{env: {A: b}, with: {A: b}, run: A_TOKEN=a}]}}"),
    ],
    "helm-values": [
        (
            "values.yml",
            (
                "{apiVersion: v1, service: {}, ingress: {}, hostNetwork: true,"
                " redis: {auth: {enabled: true}, tls: {enabled: true}, service: {}, ingress: {}}}"
            ),
        )
    ],
    "settings": [("app.toml", "password = 'a'")],
    "environment-files": [("app.env", "PASSWORD=a")],
    "rocketmq-acl": [("plain_acl.yml", "accounts: [{secretKey: a}]")],
    "rocketmq": [("broker.conf", "brokerName=a")],
    "redis": [
        (
            "redis.conf",
            (
                "bind a\nport 1\ntls-port 2\nrequirepass a\nuser b on >c\naclfile d\nprotected-mode no\n"
                "daemonize no\ndir e\nsave 1 2\nappendonly no\nmaxmemory 1\ncluster-enabled no\n"
                "masterauth f\ntls-key-file-pass g\nsentinel h\n"
            ),
        )
    ],
    "sentinel": [
        (
            "sentinel.conf",
            "sentinel auth-pass m a\nsentinel sentinel-pass b\nrequirepass c\n",
        )
    ],
    "mysql": [
        (
            "my.cnf",
            (
                "[mysqld]\nlog-error=a\ngeneral_log=1\nslow_query_log=1\ndefault_authentication_plugin=a\n"
                "authentication_policy=a\n[client]\npassword=b\n[mysql]\nuser=c\n"
            ),
        )
    ],
    "postgresql": [("postgresql.conf", "password_encryption = md5")],
    "pg-hba": [("pg_hba.conf", "local all all peer")],
    "logrotate": [("logrotate.conf", "/a {\n daily\n}")],
    "logstash": [
        (
            "logstash.conf",
            (
                "input { a { password => 1 api_key => 1 cloud_auth => 1 ssl_keystore_password => 1 "
                "ssl_truststore_password => 1 keystore_password => 1 truststore_password => 1 "
                "secret_access_key => 1 sasl_jaas_config => 1 } } filter {} "
                "output { elasticsearch {} file { path => a } }"
            ),
        )
    ],
    "elasticsearch-lifecycle": [("logs.json", '{"policy": {"phases": {"hot": {"actions": {}}}}}')],
    "loki": [
        (
            "loki.yml",
            (
                "schema_config: {configs: []}\nkind: x\n"
                "limits_config: {retention_stream: [{selector: a, period: 1d}]}\n"
            ),
        )
    ],
    "log4j2": [("log4j2.xml", "<Configuration><Appenders><File name='a'/></Appenders></Configuration>")],
    "nginx": [
        (
            "nginx.conf",
            (
                "error_log a; http { } http { access_log a; "
                "server { listen 80; } server { server_name a; } server { include a; } include b; }"
            ),
        ),
        ("nginx.conf", "server { listen 80; } server { server_name a; } server { include a; }"),
    ],
}


def trees(source: Source) -> Iterator[Tree]:
    for path, text in FILES[source.id]:
        kind = format_of(path) or ""
        reader = FORMATS[source.readers.get(kind, kind)]
        yield plant(VIEWS[source.view](reader(text, path, limits=DEFAULT_LIMITS).roots[0]))


def absolute(source: Source) -> Iterator[Selector]:
    for match in source.matches:
        yield from (*match.has, *match.lacks)
    for extraction in source.extractions:
        yield from (*extraction.each, *extraction.unless)


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_selector_finds_something(vocabulary: Vocabulary, name: str) -> None:
    (source,) = (one for one in vocabulary.sources if one.id == name)
    planted = list(trees(source))
    lost = [one.text for one in absolute(source) if not any(list(tree.find((one,))) for tree in planted)]
    assert lost == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_selector_of_a_setting_finds_something(vocabulary: Vocabulary, name: str) -> None:
    (source,) = (one for one in vocabulary.sources if one.id == name)
    planted = list(trees(source))
    for extraction in source.extractions:
        nodes = [node for tree in planted for node in tree.find(extraction.each)]
        for field, setting in extraction.settings.items():
            for selector in setting.selectors:
                found = any(selector.find(node) for node in nodes)
                assert found or setting.default is not None, f"{extraction.into}.{field}: {selector.text}"


def test_no_source_is_without_a_file(vocabulary: Vocabulary) -> None:
    assert sorted(FILES) == sorted(source.id for source in vocabulary.sources)

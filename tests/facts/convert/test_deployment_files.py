"""GitHub Actions, Helm values, RocketMQ, and Spring's variables in containers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seen = Callable[..., list[str]]

WORKFLOW = """\
env: {DB_PASSWORD: root, API_SECRET: "${{ secrets.T }}"}
jobs:
  a:
    runs-on: x
    env: {SIGN_KEY: "${{ inputs['k'] }}"}
    services: {mysql: {image: mysql, env: {MYSQL_ROOT_PASSWORD: 123456}}}
    steps:
      - uses: a/b
        with: {password: "${{ secrets.P }}"}
        env: {secret-key: k7!fQz0p}
      - run: mvn deploy -Dnexus.password=admin123 -Da=b
      - run: |
          export DB_PASSWORD="${{ secrets.X }}" OTHER_PASSWORD=$OTHER API_SECRET=`cat a`
          MYSQL_PWD=k7!fQz0p mysql
"""


def test_a_workflow_gives_secrets_to_its_steps(seen: Seen) -> None:
    assert seen({".github/workflows/ci.yml": WORKFLOW}) == [
        "ci secrets[name=env.DB_PASSWORD].strength = default @ 1:20 (fewer than 8 characters)",
        "ci secrets[name=env.API_SECRET].strength = reference @ 1:38 (read from secrets.T)",
        "ci secrets[name=jobs.a.env.SIGN_KEY].strength = reference @ 5:21 (read from inputs['k'])",
        "ci secrets[name=jobs.a.steps.0.env.secret-key].strength = set @ 10:27 (8 to 15 characters)",
        "ci secrets[name=jobs.a.steps.0.with.password].strength = reference @ 9:26 (read from secrets.P)",
        "ci secrets[name=nexus.password].strength = weak @ 11:42 (8 to 15 characters)",
        "ci secrets[name=MYSQL_PWD].strength = set @ 13:11 (8 to 15 characters)",
    ]


CALLED = """\
jobs:
  a:
    uses: ./.github/workflows/deploy.yml
    with: {api-key: k7!fQz0pLw, region: cn-hangzhou}
    secrets: {deploy_token: '${{ secrets.T }}', db_password: k7!fQz0pLw}
  b:
    runs-on: ubuntu-latest
    container:
      image: registry.example/tools
      credentials: {username: ci, password: k7!fQz0pLw}
      env: {APP_SECRET: '${{ vars.S }}'}
    services:
      db: {image: a.example/db, credentials: {username: ci, password: root}, env: {DB_PASSWORD: root}}
    steps:
      - uses: docker/build-push-action@v6
        with:
          build-args: |
            REGION=cn
            NPM_TOKEN=k7!fQz0pLw
      - run: "curl -H 'Authorization: Bearer k7!fQz0pLw' https://a.example"
      - run: "curl -H 'Authorization: Bearer ${{ secrets.T }}' https://a.example"
      - run: tool login --user ci --password k7!fQz0pLw
      - run: tool login --password-stdin < /run/secret --token-file x
      - run: tool login --password "$PASSWORD"
"""


def test_a_workflow_gives_secrets_to_containers_to_other_workflows_and_to_builds(seen: Seen) -> None:
    said = seen({".github/workflows/ci.yml": CALLED})
    assert [line.partition(" (")[0] for line in said] == [
        "ci secrets[name=jobs.a.with.api-key].strength = set @ 4:21",
        "ci secrets[name=jobs.a.secrets.deploy_token].strength = reference @ 5:29",
        "ci secrets[name=jobs.a.secrets.db_password].strength = set @ 5:62",
        "ci secrets[name=jobs.b.container.env.APP_SECRET].strength = reference @ 11:25",
        "ci secrets[name=jobs.b.container.credentials.password].strength = set @ 10:45",
        "ci secrets[name=jobs.b.services.db.credentials.password].strength = default @ 13:71",
        "ci secrets[name=Authorization].strength = set @ 20:46",
        "ci secrets[name=password].strength = set @ 22:46",
        "ci secrets[name=NPM_TOKEN].strength = set @ 18:13",
    ]


def test_a_chart_says_what_its_data_stores_ask_for(seen: Seen) -> None:
    text = (
        "redis:\n  auth: {enabled: no, password: ''}\n  tls: {enabled: yes}\n"
        "postgresql-ha: {auth: {password: root, existingSecret: root}}\n"
        "redisUrl: 'redis://:k7!fQz0p@h'\ningress: {tls: []}\n"
    )
    assert seen({"chart/values.yaml": text}) == [
        "datastores[name=redis].engine = redis @ 1:1",
        "datastores[name=redis].authentication = false @ 2:19",
        "datastores[name=redis].tls = true @ 3:18",
        "datastores[name=postgresql-ha].engine = postgresql @ 4:1",
        "secrets[name=postgresql-ha.auth.password].strength = default @ 4:34 (fewer than 8 characters)",
        "secrets[name=redisUrl].strength = set @ 5:21 (8 to 15 characters)",
    ]


def test_what_a_chart_switches_off_is_no_data_store_and_opens_nothing(seen: Seen) -> None:
    opened = "service: {type: NodePort, port: 80}, ingress: {enabled: true}"
    text = (
        f"mysql: {{enabled: false, auth: {{enabled: false}}, {opened}}}\n"
        "redis: {enabled: no, tls: {enabled: false}}\n"
        "kafka: {enabled: true, auth: {enabled: true}}\n"
    )
    assert seen({"chart/values.yaml": text}) == [
        "datastores[name=kafka].engine = kafka @ 3:1",
        "datastores[name=kafka].authentication = true @ 3:40",
    ]


SHOWN = "? unresolved: TLS may end before the service or behind it: the values do not show where"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ingress: {enabled: yes, hosts: [{host: a}], tls: []}", ["server=a,port=80].tls = false @ 1:45"]),
        ("ingress: {enabled: true, hostname: a, tls: true}", ["server=a,port=443].tls = true @ 1:44"]),
        ("web: {ingress: {enabled: true, tls: [{hosts: [a]}]}}", ["server=*,port=443].tls = true @ 1:32"]),
        ("ingress: {enabled: true, hosts: [a], tls: null}", []),
        ("ingress: {enabled: false, tls: []}", []),
        (
            "service: {type: NodePort, nodePort: 30080, port: 80}",
            [f"server=service,port=30080].tls = {SHOWN} @ 1:17"],
        ),
        (
            "web: {service: {type: LoadBalancer, ports: {http: 80}}}",
            [f"server=web,port=80].tls = {SHOWN} @ 1:23"],
        ),
        ("service: {type: ClusterIP, port: 80}", []),
    ],
)
def test_what_a_chart_opens_to_the_outside(seen: Seen, text: str, wanted: list[str]) -> None:
    lines = seen({"chart/values.yaml": f"{text}\n"}, "network")
    assert lines == [f"network.endpoints[{one}" for one in wanted]


def test_the_accounts_of_a_broker_have_secrets(seen: Seen) -> None:
    text = (
        "accounts:\n  - {accessKey: RocketMQ, secretKey: 12345678}\n  - {accessKey: a, secretKey: '${K}'}\n"
    )
    assert seen({"conf/plain_acl.yml": text}) == [
        "secrets[name=accounts.0.secretKey].strength = weak @ 2:38 (8 to 15 characters)",
        "secrets[name=accounts.1.secretKey].strength = reference @ 3:31 (read from K)",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "false @ 1:1 (product default)"),
        ("aclEnable=true", "true @ 2:11"),
        ("aclEnable=false", "false @ 2:11"),
        ("aclEnable=false\nauthenticationEnabled=true", "true @ 3:23"),
    ],
)
def test_whether_a_broker_asks_who_connects(seen: Seen, text: str, wanted: str) -> None:
    lines = seen({"conf/broker-a.conf": f"brokerName=a\n{text}\n"})
    assert [line.partition(" = ")[2] for line in lines if ".authentication" in line] == [wanted]


EITHER = "? unresolved: each client decides: the broker also takes connections without TLS"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", f"{EITHER} @ 1:1"),
        ("tls.server.mode=permissive", f"{EITHER} @ 2:17"),
        ("tls.server.mode=enforcing", "true @ 2:17"),
        ("tls.server.mode=disabled", "false @ 2:17"),
    ],
)
def test_whether_a_broker_takes_nothing_but_tls(seen: Seen, text: str, wanted: str) -> None:
    lines = seen({"conf/broker.conf": f"brokerName=a\n{text}\n"})
    assert [line.partition(" = ")[2] for line in lines if ".tls" in line] == [wanted]


def test_a_broker_of_another_product_is_not_read(seen: Seen) -> None:
    assert seen({"conf/broker.conf": "listener 1883\n"}) == []


@pytest.mark.parametrize("word", ["true", "yes", "on", "True"])
def test_spring_reads_the_words_of_yaml_1_1(seen: Seen, word: str) -> None:
    text = f"spring: {{data: {{redis: {{host: h, ssl: {{enabled: {word}}}}}}}}}"
    assert "datastores[name=spring.data.redis].tls = true @ 1:49" in seen({"application.yml": text})


@pytest.mark.parametrize("name", ["env", "extraEnv", "envVars", "extraEnvVars", "app: {env", "environment"])
def test_the_variables_of_a_chart_are_secrets_by_their_names(seen: Seen, name: str) -> None:
    closed = "}" if "{" in name else ""
    above = "app." if closed else ""
    key = name.removeprefix("app: {")
    variables = (
        "[{name: DB_PASSWORD, value: '123456'}, {name: API_SECRET, valueFrom: {a: b}}, {name: A, value: b}]"
    )
    lines = seen({"chart/values.yaml": f"{name}: {variables}{closed}\n"})
    column = len(name) + len(": [{name: DB_PASSWORD, value: ") + 1
    said = f"weak @ 1:{column} (fewer than 8 characters)"
    assert lines == [f"secrets[name={above}{key}.DB_PASSWORD].strength = {said}"]


def test_variables_of_a_chart_that_are_a_mapping_are_secrets_too(seen: Seen) -> None:
    assert seen({"values.yaml": "envVars: {DB_PASSWORD: '123456', A: [{name: PASSWORD, value: x}]}\n"}) == [
        "secrets[name=envVars.DB_PASSWORD].strength = weak @ 1:24 (fewer than 8 characters)"
    ]

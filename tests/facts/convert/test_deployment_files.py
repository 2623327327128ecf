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
        "ci secrets[name=NPM_TOKEN].strength = set @ 18:13",
        "ci secrets[name=Authorization].strength = set @ 20:46",
        "ci secrets[name=password].strength = set @ 22:46",
    ]


SCRIPTED = """\
on: {push: {}}
env:
  API_TOKEN: "${{ secrets.T || 'k7!fQz0pLw' }}"
  WORK_TOKEN: "${{ secrets.T || github.token }}"
  DB_URL: postgres://ci:k7!fQz0pLw@db/shop
  CACHE_URL: redis://:${{ secrets.C }}@cache
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: A_TOKEN=k7!fQz0pLw B_SECRET=root mysql -h db -uroot -p123456 --password ${{ vars.P }}
      - run: |
          # export OLD_PASSWORD=k7!fQz0pLw
          docker login -u ci -p k7!fQz0pLw registry.example
          git clone https://ci:k7!fQz0pLw@git.example/a.git
"""


def test_a_script_of_a_workflow_may_give_several_secrets(seen: Seen) -> None:
    said = seen({".github/workflows/ci.yml": SCRIPTED})
    assert said == [
        "ci secrets[name=env.API_TOKEN].strength = set @ 3:33 (8 to 15 characters; unless secrets.T is set)",
        "ci secrets[name=env.WORK_TOKEN].strength = reference @ 4:15 (read from secrets.T)",
        "ci secrets[name=env.DB_URL].strength = set @ 5:25 (8 to 15 characters)",
        "ci secrets[name=A_TOKEN].strength = set @ 11:22 (8 to 15 characters)",
        "ci secrets[name=B_SECRET].strength = default @ 11:42 (fewer than 8 characters)",
        "ci secrets[name=mysql].strength = weak @ 11:68 (fewer than 8 characters)",
        "ci secrets[name=docker login].strength = set @ 13:11 (8 to 15 characters)",
        "ci secrets[name=https].strength = set @ 13:11 (8 to 15 characters)",
    ]


def test_an_action_of_several_steps_gives_secrets_too(seen: Seen) -> None:
    text = (
        "runs:\n  using: composite\n  steps:\n    - {run: tool --token k7!fQz0pLw, shell: bash}\n"
        "    - {uses: a/b, with: {password: k7!fQz0pLw}, env: {A_SECRET: '${{ inputs.s }}'}}\n"
    )
    assert [line.partition(" (")[0] for line in seen({"deploy/action.yml": text})] == [
        "ci secrets[name=runs.steps.1.env.A_SECRET].strength = reference @ 5:65",
        "ci secrets[name=runs.steps.1.with.password].strength = set @ 5:36",
        "ci secrets[name=token].strength = set @ 4:26",
    ]


@pytest.mark.parametrize("name", ["secret", "given_secret", "url_secret"])
def test_what_a_workflow_leaves_out_has_no_class(convert: Callable[..., object], name: str) -> None:
    assert convert(f"workflow_{name}", "a: b\n", "/c") is None


NO_WORKFLOWS = {
    "no mapping": "- runs-on\n",
    "no steps": "{jobs: {a: {runs-on: x, steps: a}, b: a}}",
    "an action of another kind": "{runs: {using: node20, main: 'a.js'}}",
}


@pytest.mark.parametrize("text", NO_WORKFLOWS.values(), ids=NO_WORKFLOWS)
def test_what_has_no_steps_gives_no_secret(seen: Seen, text: str) -> None:
    assert seen({".github/workflows/action.yml": text}) == []


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

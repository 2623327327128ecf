"""Files of a platform with a secret, CANARY, in every place where secrets stand; ENCODED is its base64."""

from __future__ import annotations

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
  options:
    image: pay
    command: >-
      java -Dspring.redis.password=CANARY
      -Dspring.datasource.url=jdbc:mysql://root:CANARY@db/pay?useSSL=false
      -jar pay.jar --spring.rabbitmq.password=CANARY --spring.rabbitmq.host=mq --jwt.secret="CANARY"
    environment:
      JAVA_OPTS: -Dspring.data.redis.host=h -Dspring.data.redis.password=CANARY
      JAVA_TOOL_OPTIONS: "-Dpay.token='CANARY' -Djavax.net.ssl.keyStorePassword=CANARY"
      JDK_JAVA_OPTIONS: -Dspring.data.mongodb.uri=mongodb://u:CANARY@h/d
      SPRING_APPLICATION_JSON: '{"spring": {"rabbitmq": {"host": "h", "password": "CANARY"}}}'
    logging: {driver: splunk, options: {splunk-token: CANARY, splunk-url: "https://u:CANARY@h"}}
    ports: ["${PASSWORD:-CANARY}:80"]
  script:
    image: pay
    entrypoint: [sh, -c, "if a; then java -jar a.jar --spring.mail.password=CANARY --db-password CANARY; fi"]
  plain:
    image: pay
    command: ["java", "-jar", "a.jar", "--spring.mail.password=CANARY", "--pay.api-secret", "CANARY"]
  sure:
    image: mysql:8
    command: [--require-secure-transport=ON, --master-password=CANARY, --log-bin=x]
  keys:
    image: redis:7
    command: redis-server --masterauth CANARY --tls-key-file-pass CANARY --user pay on >CANARY
  stock:
    image: postgres:16
    command: postgres -c ssl=off -c "primary_conninfo=host=a password=CANARY"
  files: {image: minio/minio, environment: {MINIO_ROOT_PASSWORD: CANARY}}
  sql: {image: mcr.microsoft.com/mssql/server, environment: {MSSQL_SA_PASSWORD: CANARY}}
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
          command: [java, "-Dspring.redis.password=CANARY", -jar, a.jar]
          args: ["--spring.datasource.password=CANARY", --spring.redis.host=h, "--a.url=$(DB_URL)"]
          env:
            - {name: JAVA_OPTS, value: "-Dspring.mail.password=CANARY -Dpay.url=redis://:CANARY@cache"}
            - {name: SPRING_APPLICATION_JSON, value: '{"spring.rabbitmq.password": "CANARY"}'}
            - {name: DB_PASSWORD, value: CANARY}
            - {name: DB_URL, value: "jdbc:mysql://root:CANARY@db/pay?useSSL=false"}
            - {name: SPRING_REDIS_URL, value: "redis://:CANARY@cache"}
            - {name: SPRING_DATASOURCE_PASSWORD, valueFrom: {secretKeyRef: {name: pay, key: old-password}}}
          envFrom: [{secretRef: {name: pay}}, {configMapRef: {name: pay}}]
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
SERVERS = {
    "conf/redis.conf": (
        "requirepass CANARY\nmasterauth CANARY\ntls-key-file-pass CANARY\n"
        "user pay on >CANARY ~*\nuser default on nopass # CANARY\n"
    ),
    "conf/sentinel.conf": "sentinel auth-pass m CANARY\nsentinel sentinel-pass CANARY\nrequirepass CANARY\n",
    "conf/my.cnf": (
        "[mysqld]\nskip-ssl # password=CANARY\nmaster-password=CANARY\n[client]\npassword='CANARY'\n"
    ),
    "conf/postgresql.conf": (
        "ssl = off # the password: CANARY\nprimary_conninfo = 'host=a user=b password=CANARY'\n"
        "logging_collector = on\n"
    ),
    "conf/pg_hba.conf": (
        "host all all 0.0.0.0/0 trust # password=CANARY\nhost all all all ldap ldapbindpasswd=CANARY\n"
    ),
    "conf/plain_acl.yml": "accounts: [{accessKey: a, secretKey: CANARY}]\n",
    "conf/broker.conf": "brokerName=a\naclEnable=false\naccessKey=CANARY\nsecretKey=CANARY\n",
}
LOGS = {
    "etc/logrotate.d/pay": (
        "/a.log {\n daily\n rotate 7 # password=CANARY\n postrotate\n  x -p CANARY\n endscript\n}\n"
    ),
    "elk/logstash.conf": (
        'input { http { password => "CANARY" } kafka { sasl_jaas_config => "x password=\'CANARY\'" } }\n'
        'output { elasticsearch { hosts => "http://u:CANARY@h:9200" index => "a" password => "CANARY" '
        'api_key => "a:CANARY" } }\n'
    ),
    "elk/logs.json": (
        '{"policy": {"phases": {"hot": {"actions": {}}, "delete": {"min_age": "1d"}}}, "secret": "CANARY"}\n'
    ),
    "loki/loki.yml": (
        "schema_config: {configs: []}\ncompactor: {retention_enabled: true} # password=CANARY\n"
        "limits_config: {retention_period: 24h}\nstorage_config: {aws: {s3: 's3://a:CANARY@b/c'}}\n"
    ),
    "log4j2.xml": (
        "<Configuration><Appenders><RollingFile name='R' filePattern='a-%d'>"
        "<DefaultRolloverStrategy><Delete><IfLastModified age='7d'/></Delete></DefaultRolloverStrategy>"
        "</RollingFile><Kafka name='K'><Property name='password'>CANARY</Property></Kafka>"
        "<JDBC name='J' url='jdbc:mysql://root:CANARY@h/x' password='CANARY'/></Appenders></Configuration>\n"
    ),
}
BUILDS = {
    "app/Dockerfile": (
        "FROM jre\nENTRYPOINT exec java $JAVA_OPTS -Dspring.mail.password=CANARY -jar a.jar "
        "--spring.rabbitmq.host=h --spring.rabbitmq.password=CANARY\n"
    ),
    "image/Dockerfile": (
        "ARG NPM_TOKEN_SECRET=CANARY\nFROM redis\nENV DB_PASSWORD=CANARY DB_URL=jdbc:mysql://u:CANARY@h/d\n"
        "ENV JAVA_TOOL_OPTIONS='-Dspring.redis.password=CANARY -Dspring.redis.host=h'\n"
        "RUN curl -u a:CANARY http://x\nUSER root\n"
        'CMD ["redis-server", "--requirepass", "CANARY"]\n'
    ),
    ".github/workflows/ci.yml": (
        "env: {DB_PASSWORD: CANARY, API_SECRET: '${{ secrets.X || CANARY }}'}\n"
        "jobs:\n  a:\n    runs-on: x\n    steps:\n"
        "      - {uses: a, with: {password: CANARY}, env: {secret-key: CANARY}}\n"
        "      - run: mvn deploy -Dnexus.password=CANARY --token-secret=CANARY\n"
        "      - run: A_TOKEN=CANARY mysql -uroot -pCANARY && docker login -u ci -p CANARY r.example\n"
        "      - run: |\n          curl -H 'Authorization: Bearer CANARY' -u ci:CANARY https://ci:CANARY@a.example\n"
        "          export DB_PASSWORD=CANARY\n"
    ),
    "chart/values.yaml": (
        "redis: {auth: {enabled: false, password: CANARY}}\nglobal: {dbPassword: CANARY}\n"
        "app: {url: 'redis://:CANARY@cache'}\n"
    ),
    "app/application.yml": (
        "spring: {a: b}\npay: {callback: 'http://a:CANARY@8.8.8.8/x?sign=CANARY', "
        "notifyUrl: 'http://8.8.4.4/CANARY'}\n"
    ),
}
TERRAFORM = {
    "infra/main.tf": (
        'provider "alicloud" {\n  access_key = "CANARY"\n  secret_key = "CANARY"\n}\n'
        'variable "db_password" {\n  default = "CANARY"\n}\nvariable "token" {}\nvariable "plain" {}\n'
        'locals {\n  master = "x-${var.db_password}"\n  retention = { days = 30, password = "CANARY" }\n}\n'
        'resource "aws_db_instance" "a" {\n  password = var.db_password\n'
        "  storage_encrypted = var.db_password\n"
        '  username = local.master\n  engine = "${var.db_password}"\n  tags = { Password = "CANARY" }\n}\n'
        'resource "aws_db_instance" "b" {\n  password = format("%s-%s", "CANARY", var.x)\n'
        '  snapshot_identifier = join("CANARY", [var.x])\n'
        '  connection {\n    password = "CANARY"\n  }\n}\n'
        'resource "aws_elasticache_replication_group" "a" {\n  auth_token = var.token\n}\n'
        'resource "aws_elasticache_replication_group" "b" { auth_token = "CANARY" }\n'
        'resource "aws_secretsmanager_secret_version" "a" {\n'
        '  secret_string = jsonencode({ password = "CANARY" })\n}\n'
        'resource "aws_secretsmanager_secret_version" "b" { secret_string = "CANARY" }\n'
        'resource "aws_cloudwatch_log_group" "a" { retention_in_days = local.retention["CANARY"] }\n'
        'resource "aws_cloudwatch_log_group" "b" { retention_in_days = 3 # password = CANARY\n}\n'
        'module "away" {\n  source = "example/away"\n  password = "CANARY"\n}\n'
        'module "here" {\n  source = "./here"\n  password = "CANARY"\n  secret_string = "CANARY"\n}\n'
    ),
    "infra/here/main.tf": (
        'variable "password" {}\nvariable "secret_string" {}\n'
        'resource "alicloud_db_instance" "a" {\n  password = var.password\n  engine = var.password\n'
        "  ssl_action = var.secret_string\n}\n"
    ),
    "infra/apps.tf": (
        'variable "p_password" { default = "CANARY" }\nvariable "api_secret" {}\n'
        'locals {\n  p_password = "CANARY"\n  db = { url = "mysql://pay:CANARY@db/pay" }\n}\n'
        'resource "kubernetes_secret" "a" {\n  data = {\n    password = "CANARY"\n'
        "    other = var.p_password\n"
        '    url = "redis://:CANARY@cache"\n  }\n}\n'
        'resource "aws_lambda_function" "a" {\n  environment {\n    variables = { DB_PASSWORD = "CANARY" }\n'
        "  }\n}\n"
        'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{\n'
        '    environment = [{ name = "DB_PASSWORD", value = "CANARY" }]\n  }])\n}\n'
        'resource "helm_release" "a" {\n  set_sensitive {\n    name = "x"\n    value = "CANARY"\n  }\n}\n'
        'module "cache" {\n  source = "cloudposse/elasticache-redis/aws"\n  auth_token = "CANARY"\n}\n'
        'resource "aws_mq_broker" "a" {\n  user { password = "CANARY" }\n}\n'
        'resource "google_sql_database_instance" "a" { root_password = "CANARY" }\n'
        'resource "alicloud_kvstore_instance" "a" {\n  password = "CANARY"\n  vpc_auth_mode = "CANARY"\n}\n'
    ),
    "infra/prod.tfvars": 'api_secret = "CANARY"\n',
    "infra/terraform.tfvars": 'token = "CANARY"\nplain = "CANARY"\n',
    "infra/more.auto.tfvars.json": '{"token": "CANARY"}\n',
    "infra/plan.json": (
        '{"format_version": "1.2", "terraform_version": "1.9", '
        '"variables": {"db_password": {"value": "CANARY"}}, '
        '"planned_values": {"root_module": {"resources": [{"address": "aws_db_instance.a", '
        '"mode": "managed", "type": "aws_db_instance", "name": "a", '
        '"values": {"password": "CANARY", "username": "CANARY", '
        '"engine": "mysql", "storage_encrypted": false}}, {"address": "aws_cloudwatch_log_group.a", '
        '"mode": "managed", "type": "aws_cloudwatch_log_group", "values": {"retention_in_days": 3}}]}}, '
        '"resource_changes": [{"address": "aws_db_instance.a", "change": {"after": {"password": "CANARY"}, '
        '"after_sensitive": {"password": true, "username": true}}}]}\n'
    ),
}
SETTINGS = {
    "settings/app.toml": (
        'password = "CANARY"\nurl = "redis://:CANARY@cache"\n[jwt]\nsecret = """CANARY"""\n'
        '[[users]]\nauth_token = "CANARY" # CANARY\n'
    ),
    "settings/grafana.ini": (
        "[security]\nadmin_password = CANARY\nsecret_key = a\nsecret_key = CANARY\n; password = CANARY\n"
        "[database]\nurl = mysql://root:CANARY@db/grafana\n"
    ),
    "settings/app.cfg": "[a]\npassword: CANARY\nold_password: a\n  CANARY\n",
    "settings/.aws/credentials": "[default]\naws_access_key_id = a\naws_secret_access_key = CANARY\n",
    "settings/app.env": (
        "export DB_PASSWORD=CANARY\nAPI_SECRET='CANARY'\n# PASSWORD=CANARY\nDB_URL=mysql://u:CANARY@db/d\n"
    ),
    "settings/.env.production": 'TOKEN_SECRET="CANARY\nCANARY"\n',
    "charts/values.yaml": (
        "env: [{name: DB_PASSWORD, value: CANARY}, {name: DB_URL, value: 'mysql://u:CANARY@db/d'}]\n"
        "extraEnvVars:\n  - name: API_SECRET\n    value: 'CANARY'\nenvVars: {JWT_SECRET: CANARY}\n"
    ),
}
REDISSON = {
    "cache/redisson.yaml": (
        "singleServerConfig: {address: 'redis://pay:CANARY@cache:6379', username: pay, password: CANARY}\n"
        "# the old password: CANARY\n"
    ),
    "cache/redisson-cluster.json": (
        '{"clusterServersConfig": {"nodeAddresses": ["redis://:CANARY@a:6379"], "password": "CANARY"}}\n'
    ),
}
SOUND = {
    **SETTINGS,
    **REDISSON,
    **SERVERS,
    **TERRAFORM,
    **LOGS,
    **BUILDS,
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
    "za/main.tf": 'resource "aws_db_instance" "a" {\n  password = "CANARY\n}\n',
    "za/a.tf": 'resource "aws_db_instance" "a" {\n  password = "CANARY" CANARY\n}\n',
    "za/terraform.tfvars": 'password = "CANARY\n',
    "za/plan.json": '{"planned_values": {"password": "CANARY}}\n',
    "za/redisson.yaml": "singleServerConfig: {address: 'redis://a', password: CANARY\n",
    "za/redisson-b.yaml": "singleServerConfig:\n  password: CANARY\n  password: CANARY\n",
    "za/redisson.json": '{"singleServerConfig": {"password": "CANARY}}\n',
    "za/redis.conf": 'requirepass "CANARY\n',
    "za/my.cnf": "password=CANARY\n",
    "za/postgresql.conf": "password 'CANARY\n",
    "za/pg_hba.conf": "hostess all CANARY\n",
    "za/logrotate.conf": "/a\npassword CANARY\n",
    "za/logstash.conf": 'input { a { password => "CANARY } }\n',
    "za/Dockerfile": "FORM CANARY\nENV PASSWORD CANARY\n",
    "za/app.toml": 'password = "CANARY\n',
    "za/b.toml": "password = CANARY\n",
    "za/app.ini": "[a\npassword = CANARY\n",
    "za/credentials": "CANARY\n[default\n",
    "za/app.env": "PASSWORD='CANARY\n",
    "za/b.env": "PASSWORD='CANARY' CANARY\n",
    "za/values.yaml": "env: [{name: A_PASSWORD, value: CANARY\n",
    "za/broker.conf": "brokerName=a\npassword=\\uCANARY\n",
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

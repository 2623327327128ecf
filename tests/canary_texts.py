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

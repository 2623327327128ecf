"""What the sources of Terraform see on which line of configurations as projects have them."""

from __future__ import annotations

from collections.abc import Callable

from tests.facts.terraform_texts import ALICLOUD, AWS, GOOGLE

Seen = Callable[..., list[str]]

AWS_SEEN = """\
datastores[name=aws_db_instance.pay].engine = postgresql @ 28:37
datastores[name=aws_db_instance.pay].authentication = true @ 27:28
datastores[name=aws_db_instance.pay].encrypted = false @ 27:28 (product default)
datastores[name=aws_db_instance.pay].exposure = public @ 30:37
datastores[name=aws_db_instance.pay].backed_up = false @ 31:37
datastores[name=aws_db_instance.pay].deletion_protected = false @ 27:28 (product default)
datastores[name=aws_rds_cluster.ledger].engine = mysql @ 7:29
datastores[name=aws_rds_cluster.ledger].authentication = true @ 6:28
datastores[name=aws_rds_cluster.ledger].tls = true @ 18:13
datastores[name=aws_rds_cluster.ledger].encrypted = true @ 9:29
datastores[name=aws_rds_cluster.ledger].exposure = public @ 24:25
datastores[name=aws_rds_cluster.ledger].backed_up = true @ 10:29
datastores[name=aws_rds_cluster.ledger].deletion_protected = true @ 11:29
datastores[name=aws_rds_cluster.ledger]
  .audited = ? unresolved: the audit log is exported; whether anything is written into it is not said @ 13:38
datastores[name=aws_neptune_cluster.graph].engine = neptune @ 26:32
datastores[name=aws_neptune_cluster.graph].authentication = false @ 26:32 (product default)
datastores[name=aws_neptune_cluster.graph].encrypted = false @ 26:32 (product default)
datastores[name=aws_neptune_cluster.graph].backed_up = true @ 26:32 (product default)
datastores[name=aws_neptune_cluster.graph].deletion_protected = false @ 26:32 (product default)
datastores[name=aws_elasticache_replication_group.cache].engine = redis @ 35:32
datastores[name=aws_elasticache_replication_group.cache]
  .authentication = ? unresolved: var.token is not set in the file @ 37:32
datastores[name=aws_elasticache_replication_group.cache].tls = true @ 36:32
datastores[name=aws_elasticache_replication_group.cache].encrypted = false @ 34:46 (product default)
datastores[name=aws_elasticache_replication_group.cache].backed_up = false @ 34:46 (product default)
datastores[name=aws_elasticache_replication_group.cache].replicas = 0 @ 34:46 (product default)
datastores[name=aws_mq_broker.pay].engine = activemq @ 144:25
datastores[name=aws_mq_broker.pay].authentication = true @ 143:26
datastores[name=aws_mq_broker.pay].tls = true @ 143:26
datastores[name=aws_mq_broker.pay].encrypted = true @ 143:26
datastores[name=aws_mq_broker.pay].exposure = public @ 145:25
datastores[name=aws_mq_broker.pay].audited = true @ 146:18
datastores[name=aws_dynamodb_table.sessions].engine = dynamodb @ 39:31
datastores[name=aws_dynamodb_table.sessions].authentication = true @ 39:31
datastores[name=aws_dynamodb_table.sessions].encrypted = true @ 39:31
datastores[name=aws_dynamodb_table.sessions].backed_up = true @ 40:38
datastores[name=aws_dynamodb_table.sessions].deletion_protected = false @ 39:31 (product default)
datastores[name=aws_s3_bucket.statements].engine = s3 @ 42:26
datastores[name=aws_s3_bucket.statements].authentication = false @ 44:12
datastores[name=aws_s3_bucket.statements].encrypted = true @ 42:26 (product default)
datastores[name=aws_s3_bucket.statements].exposure = public @ 44:12
datastores[name=aws_s3_bucket.statements].versioned = false @ 46:26
datastores[name=aws_s3_bucket.statements].audited = true @ 45:29
datastores[name=aws_s3_bucket.trail].engine = s3 @ 48:26
datastores[name=aws_s3_bucket.trail].authentication = true @ 56:29
datastores[name=aws_s3_bucket.trail].encrypted = true @ 61:63
datastores[name=aws_s3_bucket.trail].exposure = internal @ 56:29
datastores[name=aws_s3_bucket.trail].versioned = false @ 48:26 (product default)
datastores[name=aws_s3_bucket.trail].audited = true @ 141:19
backup.copies[name=aws_rds_cluster.ledger].of = databases @ 6:28
backup.copies[name=aws_rds_cluster.ledger].every = 1 day @ 6:28
backup.copies[name=aws_rds_cluster.ledger].retention = 35 days @ 10:29
backup.copies[name=aws_rds_cluster.ledger].encrypted = true @ 9:29
backup.copies[name=aws_backup_plan.nightly.rule].every = 1 day @ 75:25
backup.copies[name=aws_backup_plan.nightly.rule].retention = 35 days @ 76:32
backup.copies[name=aws_backup_plan.nightly.rule.1].every = 12 hours @ 79:17
backup.copies[name=aws_backup_plan.nightly.rule.1].retention = unlimited @ 78:3 (product default)
logging.streams[name=aws_cloudwatch_log_group.api].retention = unlimited @ 71:37 (product default)
logging.streams[name=aws_cloudtrail.main].kind = audit @ 67:27
logging.streams[name=aws_cloudtrail.main].retention = 90 days @ 51:25
logging.streams[name=aws_cloudtrail.main].immutable = true @ 69:32
network.endpoints[server=aws_lb.web,port=443].tls = true @ 91:23
network.endpoints[server=aws_lb.web,port=443].redirect_only = false @ 93:27
network.endpoints[server=aws_lb.web,port=443].exposure = public @ 82:19 (product default)
network.endpoints[server=aws_lb.web,port=443].least_tls = 1.2 @ 92:23
network.endpoints[server=aws_lb.web,port=443].firewalled = true @ 85:42
network.endpoints[server=aws_lb.web,port=80].tls = false @ 95:28 (product default)
network.endpoints[server=aws_lb.web,port=80].redirect_only = true @ 102:21
network.endpoints[server=aws_lb.web,port=80].exposure = public @ 82:19 (product default)
network.endpoints[server=aws_lb.web,port=80].firewalled = true @ 85:42
network.endpoints[server=aws_lb.inner,port=8443].tls = true @ 110:23
network.endpoints[server=aws_lb.inner,port=8443].exposure = internal @ 83:40
network.endpoints[server=aws_lb.inner,port=8443].least_tls = 1.0 @ 107:28 (product default)
network.endpoints[server=aws_elb.old.listener,port=80].tls = false @ 115:19
network.endpoints[server=aws_elb.old.listener,port=80].exposure = public @ 112:20 (product default)
network.endpoints[server=aws_elb.old.listener.1,port=443].tls = true @ 119:19
network.endpoints[server=aws_elb.old.listener.1,port=443]
  .exposure = public @ 112:20 (product default)
network.endpoints[server=aws_cloudfront_distribution.web,port=443].tls = true @ 149:40
network.endpoints[server=aws_cloudfront_distribution.web,port=443].exposure = public @ 149:40
network.endpoints[server=aws_cloudfront_distribution.web,port=443].least_tls = 1.2 @ 152:51
network.endpoints[server=aws_cloudfront_distribution.web,port=443].firewalled = true @ 150:16
network.endpoints[server=aws_cloudfront_distribution.old,port=443].tls = true @ 154:40
network.endpoints[server=aws_cloudfront_distribution.old,port=443].exposure = public @ 154:40
network.endpoints[server=aws_cloudfront_distribution.old,port=443].least_tls = 1.0 @ 157:57
network.endpoints[server=aws_cloudfront_distribution.web,port=80].tls = false @ 149:40
network.endpoints[server=aws_cloudfront_distribution.web,port=80].redirect_only = true @ 151:53
network.endpoints[server=aws_cloudfront_distribution.web,port=80].exposure = public @ 149:40
network.endpoints[server=aws_cloudfront_distribution.web,port=80].firewalled = true @ 150:16
network.endpoints[server=aws_cloudfront_distribution.old,port=80].tls = false @ 154:40
network.endpoints[server=aws_cloudfront_distribution.old,port=80].redirect_only = false @ 156:53
network.endpoints[server=aws_cloudfront_distribution.old,port=80].exposure = public @ 154:40
crypto.keys[name=aws_kms_key.data].stored_in = key_service @ 122:24
crypto.keys[name=aws_kms_key.data].rotated_every = 365 days @ 122:55 (product default)
crypto.keys[name=aws_kms_key.old].stored_in = key_service @ 123:24
crypto.keys[name=aws_kms_key.old].rotated_every = never @ 123:24 (product default)
network.zones[name=aws_security_group.open].default_deny = false @ 127:20
network.zones[name=aws_security_group.db].default_deny = true @ 130:31
detection.tools[kind=intrusion_detection].kind = intrusion_detection @ 137:35
detection.tools[kind=intrusion_detection].enabled = true @ 137:35 (product default)
detection.tools[kind=web_firewall].kind = web_firewall @ 84:30
detection.tools[kind=web_firewall].enabled = true @ 84:30
secrets[name=aws_rds_cluster.ledger.master_password]
  .strength = weak @ 8:29 (fewer than 8 characters)
secrets[name=aws_elasticache_replication_group.cache.auth_token]
  .strength = reference @ 37:32 (read from var.token)
secrets[name=aws_mq_broker.pay.user.password].strength = set @ 147:21 (8 to 15 characters)
secrets[name=provider.aws.secret_key].strength = set @ 4:16 (16 characters or more)
secrets[name=aws_secretsmanager_secret_version.db.secret_string]
  .strength = set @ 138:69 (8 to 15 characters)
"""
ALICLOUD_SEEN = """\
datastores[name=alicloud_db_instance.pay].engine = mysql @ 2:32
datastores[name=alicloud_db_instance.pay].authentication = true @ 1:33
datastores[name=alicloud_db_instance.pay]
  .tls = ? unresolved: TLS is offered; whether connections without it are refused is not said @ 4:32
datastores[name=alicloud_db_instance.pay].encrypted = true @ 3:32
datastores[name=alicloud_db_instance.pay].exposure = public @ 17:35
datastores[name=alicloud_db_instance.pay].deletion_protected = true @ 5:32
datastores[name=alicloud_db_instance.pay].audited = false @ 6:32
datastores[name=alicloud_db_instance.pay].backed_up = true @ 8:38
datastores[name=alicloud_polardb_cluster.ledger].engine = mysql @ 41:19
datastores[name=alicloud_polardb_cluster.ledger].authentication = true @ 40:37
datastores[name=alicloud_polardb_cluster.ledger].encrypted = false @ 40:37 (product default)
datastores[name=alicloud_polardb_cluster.ledger].deletion_protected = false @ 42:19
datastores[name=alicloud_polardb_cluster.ledger].audited = true @ 43:22
datastores[name=alicloud_polardb_cluster.ledger].backed_up = true @ 45:43
datastores[name=alicloud_polardb_cluster.ledger].replicas = 1 @ 40:37 (product default)
datastores[name=alicloud_kvstore_instance.cache].engine = redis @ 21:19
datastores[name=alicloud_kvstore_instance.cache].authentication = false @ 22:19
datastores[name=alicloud_kvstore_instance.cache].tls = false @ 23:19
datastores[name=alicloud_kvstore_instance.cache].deletion_protected = true @ 27:33
datastores[name=alicloud_kvstore_instance.cache].audited = true @ 31:17
datastores[name=alicloud_kvstore_instance.cache].backed_up = true @ 24:3
datastores[name=alicloud_mongodb_instance.docs].engine = mongodb @ 33:38
datastores[name=alicloud_mongodb_instance.docs].authentication = true @ 33:38
datastores[name=alicloud_mongodb_instance.docs].tls = false @ 35:22
datastores[name=alicloud_mongodb_instance.docs].encrypted = true @ 34:22
datastores[name=alicloud_mongodb_instance.docs].deletion_protected = true @ 37:36
datastores[name=alicloud_mongodb_instance.docs].backed_up = true @ 38:3
datastores[name=alicloud_oss_bucket.statements].engine = oss @ 50:32
datastores[name=alicloud_oss_bucket.statements].encrypted = true @ 53:49
datastores[name=alicloud_oss_bucket.statements].exposure = public @ 52:12
datastores[name=alicloud_oss_bucket.statements].authentication = false @ 52:12
datastores[name=alicloud_oss_bucket.statements].versioned = false @ 54:25
datastores[name=alicloud_oss_bucket.statements].audited = true @ 55:29
datastores[name=alicloud_oss_bucket.trail].engine = oss @ 57:32
datastores[name=alicloud_oss_bucket.trail].encrypted = true @ 104:19
datastores[name=alicloud_oss_bucket.trail].exposure = internal @ 57:32 (product default)
datastores[name=alicloud_oss_bucket.trail].authentication = true @ 57:32 (product default)
datastores[name=alicloud_oss_bucket.trail].versioned = true @ 60:12
datastores[name=alicloud_oss_bucket.trail].audited = true @ 108:19
backup.copies[name=alicloud_db_backup_policy.pay].of = databases @ 8:38
backup.copies[name=alicloud_db_backup_policy.pay].every = 3 days @ 10:3
backup.copies[name=alicloud_db_backup_policy.pay].retention = 730 days @ 11:29
backup.copies[name=alicloud_db_backup_policy.short].of = databases @ 13:38
backup.copies[name=alicloud_db_backup_policy.short].every = 7 days @ 15:3
backup.copies[name=alicloud_db_backup_policy.short].retention = 7 days @ 13:38 (product default)
backup.copies[name=alicloud_polardb_backup_policy.ledger].of = databases @ 45:43
backup.copies[name=alicloud_polardb_backup_policy.ledger].every = 7 days @ 48:3
backup.copies[name=alicloud_polardb_backup_policy.ledger].retention = 14 days @ 47:41
backup.copies[name=alicloud_polardb_backup_policy.old].of = databases @ 110:43
backup.copies[name=alicloud_polardb_backup_policy.old].retention = 7 days @ 110:77
backup.copies[name=alicloud_kvstore_instance.cache].of = databases @ 20:38
backup.copies[name=alicloud_kvstore_instance.cache].every = 1 day @ 24:3
backup.copies[name=alicloud_kvstore_instance.cache].retention = 7 days @ 26:33
backup.copies[name=alicloud_mongodb_instance.docs].of = databases @ 33:38
backup.copies[name=alicloud_mongodb_instance.docs].every = 7 days @ 38:3
logging.streams[name=alicloud_log_store.app].retention = 30 days @ 65:31 (product default)
logging.streams[name=alicloud_log_store.access].retention = unlimited @ 66:61
logging.streams[name=alicloud_actiontrail_trail.main].kind = audit @ 62:39
logging.streams[name=alicloud_actiontrail_trail.main]
  .retention = unlimited @ 57:32 (product default)
logging.streams[name=alicloud_actiontrail_trail.sls].kind = audit @ 111:39
logging.streams[name=alicloud_actiontrail_trail.sls]
  .retention = ? unresolved: the bucket is not in the files @ 111:65
network.endpoints[server=alicloud_slb_load_balancer.web,port=80].tls = false @ 71:22
network.endpoints[server=alicloud_slb_load_balancer.web,port=80].redirect_only = true @ 72:22
network.endpoints[server=alicloud_slb_load_balancer.web,port=80].exposure = public @ 67:62
network.endpoints[server=alicloud_slb_load_balancer.web,port=443].tls = true @ 77:23
network.endpoints[server=alicloud_slb_load_balancer.web,port=443]
  .redirect_only = false @ 74:34 (product default)
network.endpoints[server=alicloud_slb_load_balancer.web,port=443].exposure = public @ 67:62
network.endpoints[server=alicloud_slb_load_balancer.web,port=443].least_tls = 1.2 @ 78:23
network.endpoints[server=alicloud_alb_load_balancer.inner,port=8080].tls = false @ 84:23
network.endpoints[server=alicloud_alb_load_balancer.inner,port=8080].redirect_only = false @ 85:28
network.endpoints[server=alicloud_alb_load_balancer.inner,port=8080].exposure = internal @ 80:64
network.endpoints[server=alicloud_alb_load_balancer.inner,port=443].tls = true @ 115:24
network.endpoints[server=alicloud_alb_load_balancer.inner,port=443].redirect_only = false @ 117:28
network.endpoints[server=alicloud_alb_load_balancer.inner,port=443].exposure = internal @ 80:64
network.endpoints[server=alicloud_alb_load_balancer.inner,port=443].least_tls = 1.0 @ 116:24
crypto.keys[name=alicloud_kms_key.data].stored_in = hardware_module @ 90:24
crypto.keys[name=alicloud_kms_key.data].rotated_every = 180 days @ 89:24
crypto.keys[name=alicloud_kms_key.old].stored_in = key_service @ 92:29 (product default)
crypto.keys[name=alicloud_kms_key.old].rotated_every = never @ 92:29 (product default)
network.zones[name=alicloud_security_group.open].default_deny = false @ 98:23
detection.tools[kind=web_firewall].kind = web_firewall @ 100:36
detection.tools[kind=web_firewall].enabled = true @ 100:36
detection.tools[kind=denial_of_service].kind = denial_of_service @ 101:38
detection.tools[kind=denial_of_service].enabled = true @ 101:38
secrets[name=alicloud_kvstore_instance.cache.password].strength = weak @ 25:19 (8 to 15 characters)
secrets[name=alicloud_mongodb_instance.docs.account_password]
  .strength = reference @ 36:22 (read from var.password)
"""
GOOGLE_SEEN = """\
datastores[name=google_sql_database_instance.pay].engine = postgresql @ 2:25
datastores[name=google_sql_database_instance.pay].authentication = true @ 1:41
datastores[name=google_sql_database_instance.pay].tls = true @ 8:22
datastores[name=google_sql_database_instance.pay].encrypted = true @ 1:41
datastores[name=google_sql_database_instance.pay].exposure = internal @ 7:22
datastores[name=google_sql_database_instance.pay].backed_up = true @ 11:17
datastores[name=google_sql_database_instance.pay].deletion_protected = false @ 5:35
datastores[name=google_sql_database_instance.old].engine = mysql @ 17:22
datastores[name=google_sql_database_instance.old].authentication = true @ 16:41
datastores[name=google_sql_database_instance.old]
  .tls = ? unresolved: connections with and without TLS are taken @ 19:38
datastores[name=google_sql_database_instance.old].encrypted = true @ 16:41
datastores[name=google_sql_database_instance.old].exposure = public @ 16:41 (product default)
datastores[name=google_sql_database_instance.old].backed_up = false @ 16:41 (product default)
backup.copies[name=google_sql_database_instance.pay].of = databases @ 1:41
backup.copies[name=google_sql_database_instance.pay].every = 1 day @ 1:41
backup.copies[name=google_sql_database_instance.pay].retention = 14 days @ 12:54
backup.copies[name=google_sql_database_instance.pay].encrypted = true @ 1:41
datastores[name=google_storage_bucket.closed].engine = gcs @ 22:34
datastores[name=google_storage_bucket.closed].authentication = true @ 23:30
datastores[name=google_storage_bucket.closed].encrypted = true @ 22:34
datastores[name=google_storage_bucket.closed].exposure = internal @ 23:30
datastores[name=google_storage_bucket.closed].versioned = true @ 24:26
datastores[name=google_storage_bucket.closed].audited = true @ 25:26
datastores[name=google_storage_bucket.open].engine = gcs @ 27:34
datastores[name=google_storage_bucket.open].authentication = false @ 30:12
datastores[name=google_storage_bucket.open].encrypted = true @ 27:34
datastores[name=google_storage_bucket.open].exposure = public @ 30:12
datastores[name=google_storage_bucket.open].versioned = false @ 27:34 (product default)
datastores[name=google_redis_instance.cache].engine = redis @ 32:34
datastores[name=google_redis_instance.cache].authentication = true @ 33:29
datastores[name=google_redis_instance.cache].tls = true @ 34:29
datastores[name=google_redis_instance.cache].exposure = internal @ 32:34
datastores[name=google_redis_instance.old].engine = redis @ 36:34
datastores[name=google_redis_instance.old].authentication = false @ 36:34 (product default)
datastores[name=google_redis_instance.old].tls = false @ 36:34 (product default)
datastores[name=google_redis_instance.old].exposure = internal @ 36:34
crypto.keys[name=google_kms_crypto_key.data].stored_in = hardware_module @ 39:41
crypto.keys[name=google_kms_crypto_key.data].rotated_every = 90 days @ 38:21
crypto.keys[name=google_kms_crypto_key.old].stored_in = key_service @ 41:34 (product default)
crypto.keys[name=google_kms_crypto_key.old].rotated_every = never @ 41:34 (product default)
crypto.keys[name=google_kms_crypto_key.sign].stored_in = key_service @ 42:34 (product default)
logging.streams[name=google_logging_project_bucket_config.logs].retention = 90 days @ 43:75
"""


def whole(text: str) -> list[str]:
    """The lines of a text, those that begin with blanks joined to the one before."""
    return text.replace("\n  ", "").splitlines()


def test_what_is_seen_of_aws(seen: Seen) -> None:
    assert seen({"main.tf": AWS}) == whole(AWS_SEEN)


def test_what_is_seen_of_alibaba_cloud(seen: Seen) -> None:
    assert seen({"main.tf": ALICLOUD}) == whole(ALICLOUD_SEEN)


def test_what_is_seen_of_google_cloud(seen: Seen) -> None:
    assert seen({"main.tf": GOOGLE}) == whole(GOOGLE_SEEN)

"""Terraform by cloud, a plan of it, and resources that leave a setting to its default."""

from __future__ import annotations

AWS = """\
provider "aws" {
  region     = "cn-north-1"
  access_key = "AKIAIOSFODNN7EXAMPLE"
  secret_key = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"
}
resource "aws_rds_cluster" "ledger" {
  engine                  = "aurora-mysql"
  master_password         = "123456"
  storage_encrypted       = true
  backup_retention_period = 35
  deletion_protection     = true
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.ledger.name
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}
resource "aws_rds_cluster_parameter_group" "ledger" {
  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
}
resource "aws_rds_cluster_instance" "ledger" {
  count               = 2
  cluster_identifier  = aws_rds_cluster.ledger.id
  publicly_accessible = true
}
resource "aws_neptune_cluster" "graph" {}
resource "aws_db_instance" "pay" {
  engine                          = "postgres"
  parameter_group_name            = "pay"
  publicly_accessible             = true
  backup_retention_period         = 0
  enabled_cloudwatch_logs_exports = ["postgresql"]
}
resource "aws_elasticache_replication_group" "cache" {
  engine                     = "redis"
  transit_encryption_enabled = true
  auth_token                 = var.token
}
resource "aws_dynamodb_table" "sessions" {
  point_in_time_recovery { enabled = true }
}
resource "aws_s3_bucket" "statements" {
  bucket = "pay-statements"
  acl    = "public-read"
  logging { target_bucket = "pay-logs" }
  versioning { enabled = false }
}
resource "aws_s3_bucket" "trail" {
  bucket = "pay-trail"
  lifecycle_rule {
    expiration { days = 90 }
  }
}
resource "aws_s3_bucket_public_access_block" "trail" {
  bucket                  = aws_s3_bucket.trail.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_server_side_encryption_configuration" "trail" {
  bucket = "pay-trail"
  rule {
    apply_server_side_encryption_by_default { sse_algorithm = "aws:kms" }
  }
}
resource "aws_cloudtrail" "main" {
  s3_bucket_name             = aws_s3_bucket.trail.id
  enable_log_file_validation = true
}
resource "aws_cloudwatch_log_group" "api" {}
resource "aws_backup_plan" "nightly" {
  rule {
    rule_name         = "daily"
    schedule          = "cron(0 5 * * ? *)"
    lifecycle { delete_after = 35 }
  }
  rule {
    schedule  = "rate(12 hours)"
  }
}
resource "aws_lb" "web" {}
resource "aws_lb" "inner" { internal = true }
resource "aws_wafv2_web_acl" "web" {}
resource "aws_wafv2_web_acl_association" "web" {
  resource_arn = aws_lb.web.arn
}
resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.web.arn
  port              = "443"
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  default_action { type = "forward" }
}
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}
resource "aws_lb_listener" "inner" {
  load_balancer_arn = aws_lb.inner.arn
  port              = 8443
  protocol          = "TLS"
}
resource "aws_elb" "old" {
  listener {
    lb_port     = 80
    lb_protocol = "http"
  }
  listener {
    lb_port     = 443
    lb_protocol = "https"
  }
}
resource "aws_kms_key" "data" { enable_key_rotation = true }
resource "aws_kms_key" "old" {}
resource "aws_security_group" "open" {
  ingress {
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "db" {}
resource "aws_security_group_rule" "db" {
  type              = "ingress"
  security_group_id = aws_security_group.db.id
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
}
resource "aws_guardduty_detector" "main" {}
resource "aws_secretsmanager_secret_version" "db" { secret_string = "k7!fQz0p-Wd2m" }
resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = aws_s3_bucket.statements.id
}
resource "aws_mq_broker" "pay" {
  engine_type         = "ActiveMQ"
  publicly_accessible = true
  logs { audit = true }
  user { password = "k7!fQz0p-Wd2m" }
}
resource "aws_cloudfront_distribution" "web" {
  web_acl_id = aws_wafv2_web_acl.web.arn
  default_cache_behavior { viewer_protocol_policy = "redirect-to-https" }
  viewer_certificate { minimum_protocol_version = "TLSv1.2_2021" }
}
resource "aws_cloudfront_distribution" "old" {
  default_cache_behavior { viewer_protocol_policy = "https-only" }
  ordered_cache_behavior { viewer_protocol_policy = "allow-all" }
  viewer_certificate { cloudfront_default_certificate = true }
}
"""
GOOGLE = """\
resource "google_sql_database_instance" "pay" {
  database_version    = "POSTGRES_15"
  deletion_protection = true
  settings {
    deletion_protection_enabled = false
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
    }
    backup_configuration {
      enabled = true
      backup_retention_settings { retained_backups = 14 }
    }
  }
}
resource "google_sql_database_instance" "old" {
  database_version = "MYSQL_8_0"
  settings {
    ip_configuration { require_ssl = false }
  }
}
resource "google_storage_bucket" "closed" {
  public_access_prevention = "enforced"
  versioning { enabled = true }
  logging { log_bucket = "logs" }
}
resource "google_storage_bucket" "open" {}
resource "google_storage_bucket_iam_member" "open" {
  bucket = google_storage_bucket.open.name
  member = "allUsers"
}
resource "google_redis_instance" "cache" {
  auth_enabled            = true
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}
resource "google_redis_instance" "old" {}
resource "google_kms_crypto_key" "data" {
  rotation_period = "7776000s"
  version_template { protection_level = "HSM" }
}
resource "google_kms_crypto_key" "old" {}
resource "google_kms_crypto_key" "sign" { purpose = "ASYMMETRIC_SIGN" }
resource "google_logging_project_bucket_config" "logs" { retention_days = 90 }
"""
ALICLOUD = """\
resource "alicloud_db_instance" "pay" {
  engine                     = "MySQL"
  encryption_key             = alicloud_kms_key.data.id
  ssl_action                 = "Open"
  deletion_protection        = true
  sql_collector_status       = "Disabled"
}
resource "alicloud_db_backup_policy" "pay" {
  instance_id             = alicloud_db_instance.pay.id
  preferred_backup_period = ["Monday", "Wednesday", "Friday"]
  backup_retention_period = 730
}
resource "alicloud_db_backup_policy" "short" {
  instance_id   = var.instance
  backup_period = ["Monday"]
}
resource "alicloud_db_connection" "pay" {
  instance_id = alicloud_db_instance.pay.id
}
resource "alicloud_kvstore_instance" "cache" {
  instance_type = "Redis"
  vpc_auth_mode = "Close"
  ssl_enable    = "Disable"
  backup_period = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  password      = "Redis123"
  backup_retention_period     = 7
  instance_release_protection = true
}
resource "alicloud_kvstore_audit_log_config" "cache" {
  instance_id = alicloud_kvstore_instance.cache.id
  db_audit    = true
}
resource "alicloud_mongodb_instance" "docs" {
  tde_status       = "enabled"
  ssl_action       = "Close"
  account_password = var.password
  db_instance_release_protection = true
  backup_period    = ["Tuesday"]
}
resource "alicloud_polardb_cluster" "ledger" {
  db_type       = "MySQL"
  deletion_lock = 0
  collector_status = "Enable"
}
resource "alicloud_polardb_backup_policy" "ledger" {
  db_cluster_id                         = alicloud_polardb_cluster.ledger.id
  data_level1_backup_retention_period = 14
  preferred_backup_period             = ["Monday"]
}
resource "alicloud_oss_bucket" "statements" {
  bucket = "pay-statements"
  acl    = "public-read"
  server_side_encryption_rule { sse_algorithm = "KMS" }
  versioning { status = "Suspended" }
  logging { target_bucket = "logs" }
}
resource "alicloud_oss_bucket" "trail" {}
resource "alicloud_oss_bucket_versioning" "trail" {
  bucket = alicloud_oss_bucket.trail.id
  status = "Enabled"
}
resource "alicloud_actiontrail_trail" "main" {
  oss_bucket_name = alicloud_oss_bucket.trail.id
}
resource "alicloud_log_store" "app" {}
resource "alicloud_log_store" "access" { retention_period = 3650 }
resource "alicloud_slb_load_balancer" "web" { address_type = "internet" }
resource "alicloud_slb_listener" "http" {
  load_balancer_id = alicloud_slb_load_balancer.web.id
  frontend_port    = 80
  protocol         = "http"
  listener_forward = "on"
}
resource "alicloud_slb_listener" "https" {
  load_balancer_id  = alicloud_slb_load_balancer.web.id
  frontend_port     = 443
  protocol          = "https"
  tls_cipher_policy = "tls_cipher_policy_1_2"
}
resource "alicloud_alb_load_balancer" "inner" { address_type = "Intranet" }
resource "alicloud_alb_listener" "inner" {
  load_balancer_id  = alicloud_alb_load_balancer.inner.id
  listener_port     = 8080
  listener_protocol = "HTTP"
  default_actions { type = "ForwardGroup" }
}
resource "alicloud_kms_key" "data" {
  automatic_rotation = "Enabled"
  rotation_interval  = "180d"
  protection_level   = "HSM"
}
resource "alicloud_kms_key" "old" {}
resource "alicloud_security_group" "open" {}
resource "alicloud_security_group_rule" "open" {
  security_group_id = alicloud_security_group.open.id
  type              = "ingress"
  ip_protocol       = "all"
  cidr_ip           = "0.0.0.0/0"
}
resource "alicloud_wafv3_instance" "main" {}
resource "alicloud_ddoscoo_instance" "main" {}
resource "alicloud_oss_bucket_server_side_encryption" "trail" {
  bucket        = alicloud_oss_bucket.trail.id
  sse_algorithm = "SM4"
}
resource "alicloud_oss_bucket_logging" "trail" {
  bucket        = alicloud_oss_bucket.trail.id
  target_bucket = "logs"
}
resource "alicloud_polardb_backup_policy" "old" { backup_retention_period = 7 }
resource "alicloud_actiontrail_trail" "sls" { sls_project_arn = "acs:log:cn-hangzhou:1:project/trail" }
resource "alicloud_alb_listener" "web" {
  load_balancer_id   = alicloud_alb_load_balancer.inner.id
  listener_port      = 443
  listener_protocol  = "HTTPS"
  security_policy_id = "tls_cipher_policy_1_0"
  default_actions { type = "ForwardGroup" }
}
"""
PLAN = """\
{
  "format_version": "1.2",
  "terraform_version": "1.9.0",
  "planned_values": {"root_module": {
    "resources": [
      {"address": "aws_s3_bucket.logs", "mode": "managed", "type": "aws_s3_bucket", "name": "logs",
       "values": {"bucket": "pay-logs", "acl": null, "versioning": []}},
      {"address": "aws_s3_bucket_versioning.logs", "mode": "managed", "type": "aws_s3_bucket_versioning",
       "values": {"versioning_configuration": [{"status": "Enabled"}]}},
      {"address": "aws_kms_key.data", "mode": "managed", "type": "aws_kms_key", "name": "data",
       "values": {"enable_key_rotation": false}}
    ],
    "child_modules": [{"address": "module.db", "resources": [
      {"address": "module.db.aws_db_instance.main[0]", "mode": "managed", "type": "aws_db_instance",
       "values": {"engine": "mysql", "password": "123456", "storage_encrypted": false,
                  "backup_retention_period": 7}}]}]
  }},
  "resource_changes": [
    {"address": "aws_s3_bucket_versioning.logs", "change": {"after_unknown":
      {"bucket": true, "versioning_configuration": [{}]}, "after_sensitive": {}}},
    {"address": "module.db.aws_db_instance.main[0]", "change": {"after_unknown":
      {"publicly_accessible": true}, "after_sensitive": {"password": true}}}
  ],
  "configuration": {"root_module": {
    "resources": [{"address": "aws_s3_bucket_versioning.logs",
      "expressions": {"bucket": {"references": ["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"]}}}]}}
}
"""
# Source, list and field → the type, what else it says, and what is seen of it.
DEFAULTS: dict[tuple[str, str, str], tuple[str, str, str]] = {
    ("terraform-alicloud polardb", "datastores[]", "encrypted"): (
        "alicloud_polardb_cluster",
        "",
        "encrypted = false",
    ),
    ("terraform-alicloud", "datastores[]", "engine"): ("alicloud_kvstore_instance", "", "engine = redis"),
    ("terraform-alicloud", "datastores[]", "authentication"): (
        "alicloud_kvstore_instance",
        "",
        "authentication = true",
    ),
    ("terraform-alicloud", "backup.copies[]", "retention"): (
        "alicloud_db_backup_policy",
        "",
        "retention = 7 days",
    ),
    ("terraform-alicloud", "logging.streams[]", "retention"): (
        "alicloud_log_store",
        "",
        "retention = 30 days",
    ),
    ("terraform-alicloud", "network.endpoints[]", "redirect_only"): (
        "alicloud_slb_listener",
        "frontend_port = 80",
        "redirect_only = false",
    ),
    ("terraform-alicloud", "crypto.keys[]", "stored_in"): ("alicloud_kms_key", "", "stored_in = key_service"),
    ("terraform-google", "datastores[]", "exposure"): (
        "google_sql_database_instance",
        "",
        "exposure = public",
    ),
    ("terraform-google", "datastores[]", "backed_up"): (
        "google_sql_database_instance",
        "",
        "backed_up = false",
    ),
    ("terraform-google", "datastores[]", "versioned"): ("google_storage_bucket", "", "versioned = false"),
    ("terraform-google", "datastores[]", "authentication"): (
        "google_redis_instance",
        "",
        "authentication = false",
    ),
    ("terraform-google", "datastores[]", "tls"): ("google_redis_instance", "", "tls = false"),
    ("terraform-google", "crypto.keys[]", "stored_in"): (
        "google_kms_crypto_key",
        "",
        "stored_in = key_service",
    ),
    ("terraform-aws broker", "datastores[]", "exposure"): ("aws_mq_broker", "", "exposure = internal"),
    ("terraform-aws", "datastores[]", "encrypted"): ("aws_db_instance", "", "encrypted = false"),
    ("terraform-aws", "datastores[]", "exposure"): ("aws_db_instance", "", "exposure = internal"),
    ("terraform-aws", "datastores[]", "backed_up"): ("aws_db_instance", "", "backed_up = false"),
    ("terraform-aws", "datastores[]", "deletion_protected"): (
        "aws_db_instance",
        "",
        "deletion_protected = false",
    ),
    ("terraform-aws cluster", "datastores[]", "encrypted"): ("aws_rds_cluster", "", "encrypted = false"),
    ("terraform-aws cluster", "datastores[]", "exposure"): ("aws_docdb_cluster", "", "exposure = internal"),
    ("terraform-aws cluster", "datastores[]", "backed_up"): ("aws_docdb_cluster", "", "backed_up = true"),
    ("terraform-aws cluster", "datastores[]", "deletion_protected"): (
        "aws_rds_cluster",
        "",
        "deletion_protected = false",
    ),
    ("terraform-aws neptune", "datastores[]", "authentication"): (
        "aws_neptune_cluster",
        "",
        "authentication = false",
    ),
    ("terraform-aws neptune", "datastores[]", "encrypted"): ("aws_neptune_cluster", "", "encrypted = false"),
    ("terraform-aws neptune", "datastores[]", "deletion_protected"): (
        "aws_neptune_cluster",
        "",
        "deletion_protected = false",
    ),
    ("terraform-aws", "datastores[]", "engine"): ("aws_elasticache_replication_group", "", "engine = redis"),
    ("terraform-aws", "datastores[]", "authentication"): (
        "aws_elasticache_replication_group",
        "",
        "authentication = false",
    ),
    ("terraform-aws", "datastores[]", "tls"): ("aws_elasticache_replication_group", "", "tls = false"),
    ("terraform-aws cache", "datastores[]", "encrypted"): (
        "aws_elasticache_replication_group",
        "",
        "encrypted = false",
    ),
    ("terraform-aws cache", "datastores[]", "backed_up"): (
        "aws_elasticache_replication_group",
        "",
        "backed_up = false",
    ),
    ("terraform-aws table", "datastores[]", "backed_up"): ("aws_dynamodb_table", "", "backed_up = false"),
    ("terraform-aws table", "datastores[]", "deletion_protected"): (
        "aws_dynamodb_table",
        "",
        "deletion_protected = false",
    ),
    ("terraform-aws bucket", "datastores[]", "encrypted"): ("aws_s3_bucket", "", "encrypted = true"),
    ("terraform-aws", "datastores[]", "versioned"): ("aws_s3_bucket", "", "versioned = false"),
    ("terraform-aws", "backup.copies[]", "encrypted"): (
        "aws_db_instance",
        "backup_retention_period = 7",
        "encrypted = false",
    ),
    ("terraform-aws", "logging.streams[]", "immutable"): ("aws_cloudtrail", "", "immutable = false"),
    ("terraform-aws", "network.endpoints[]", "tls"): ("aws_lb_listener", "port = 80", "tls = false"),
    ("terraform-aws", "detection.tools[]", "enabled"): ("aws_guardduty_detector", "", "enabled = true"),
}

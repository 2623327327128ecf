"""Search domains, caches, brokers, file systems and backups in Terraform, and what each does by default."""

from __future__ import annotations

AWS_STORES = """\
resource "aws_elasticache_cluster" "one" {
  engine                   = "redis"
  snapshot_retention_limit = 5
}
resource "aws_elasticache_cluster" "replica" {
  replication_group_id = "group"
}
resource "aws_elasticache_cluster" "mem" {
  engine                     = "memcached"
  transit_encryption_enabled = true
}
resource "aws_elasticache_replication_group" "group" {
  num_cache_clusters       = 3
  snapshot_retention_limit = 0
}
resource "aws_memorydb_cluster" "ledger" {
  engine                   = "valkey"
  acl_name                 = aws_memorydb_acl.app.name
  num_replicas_per_shard   = 2
  snapshot_retention_limit = 7
}
resource "aws_memorydb_cluster" "open" {
  engine      = "redis"
  acl_name    = "open-access"
  tls_enabled = false
}
resource "aws_opensearch_domain" "logs" {
  engine_version = "OpenSearch_2.11"
  encrypt_at_rest { enabled = true }
  domain_endpoint_options { tls_security_policy = "Policy-Min-TLS-1-2-2019-07" }
  advanced_security_options { enabled = true }
  vpc_options { subnet_ids = ["subnet-1"] }
  log_publishing_options { log_type = "AUDIT_LOGS" }
}
resource "aws_elasticsearch_domain" "old" {
  domain_endpoint_options { enforce_https = false }
  log_publishing_options { log_type = "INDEX_SLOW_LOGS" }
}
resource "aws_redshift_cluster" "dw" {
  encrypted                           = true
  publicly_accessible                 = false
  automated_snapshot_retention_period = 35
  cluster_parameter_group_name        = aws_redshift_parameter_group.dw.name
}
resource "aws_redshift_parameter_group" "dw" {
  parameter {
    name  = "require_ssl"
    value = "true"
  }
}
resource "aws_redshift_logging" "dw" { cluster_identifier = aws_redshift_cluster.dw.id }
resource "aws_redshift_cluster" "old" {
  automated_snapshot_retention_period = 0
  logging { enable = false }
}
resource "aws_msk_cluster" "events" {
  client_authentication {
    sasl { scram = true }
  }
  broker_node_group_info {
    connectivity_info {
      public_access { type = "SERVICE_PROVIDED_EIPS" }
    }
  }
}
resource "aws_msk_cluster" "open" {
  client_authentication { unauthenticated = true }
  encryption_info {
    encryption_in_transit { client_broker = "TLS_PLAINTEXT" }
  }
}
resource "aws_efs_file_system" "files" { encrypted = true }
resource "aws_efs_backup_policy" "files" {
  file_system_id = aws_efs_file_system.files.id
  backup_policy { status = "ENABLED" }
}
resource "aws_backup_vault" "kept" {}
resource "aws_backup_vault" "ruled" {}
resource "aws_backup_vault" "plain" {}
resource "aws_backup_vault_lock_configuration" "kept" {
  backup_vault_name   = aws_backup_vault.kept.name
  changeable_for_days = 3
}
resource "aws_backup_vault_lock_configuration" "ruled" { backup_vault_name = aws_backup_vault.ruled.name }
resource "aws_backup_plan" "nightly" {
  rule { target_vault_name = aws_backup_vault.kept.name }
  rule { target_vault_name = aws_backup_vault.ruled.name }
  rule { target_vault_name = aws_backup_vault.plain.name }
  rule { target_vault_name = "elsewhere" }
}
"""
ALICLOUD_STORES = """\
resource "alicloud_elasticsearch_instance" "logs" {
  protocol      = "HTTPS"
  enable_public = false
  data_node_configuration { disk_encryption = true }
}
resource "alicloud_elasticsearch_instance" "old" {
  protocol                 = "HTTP"
  data_node_disk_encrypted = false
}
resource "alicloud_gpdb_instance" "dw" {
  engine          = "gpdb"
  ssl_enabled     = 0
  encryption_type = "CloudDisk"
}
resource "alicloud_gpdb_connection" "dw" { instance_id = alicloud_gpdb_instance.dw.id }
resource "alicloud_adb_db_cluster" "ads" {
  disk_encryption = true
  enable_ssl      = true
}
resource "alicloud_adb_backup_policy" "ads" {
  db_cluster_id           = alicloud_adb_db_cluster.ads.id
  preferred_backup_period = ["Monday", "Friday"]
}
resource "alicloud_nas_file_system" "files" { encrypt_type = 1 }
resource "alicloud_polardb_cluster" "open" { db_node_count = 3 }
resource "alicloud_polardb_endpoint_address" "open" { db_cluster_id = alicloud_polardb_cluster.open.id }
resource "alicloud_hbr_vault" "kept" { worm_enabled = true }
resource "alicloud_hbr_vault" "plain" {}
resource "alicloud_hbr_ecs_backup_plan" "two" {
  vault_id  = alicloud_hbr_vault.kept.id
  schedule  = "I|1602673264|PT2H"
  retention = "30"
}
resource "alicloud_hbr_oss_backup_plan" "off" {
  disabled = true
  schedule = "I|1602673264|P1D"
}
resource "alicloud_hbr_nas_backup_plan" "elsewhere" {
  vault_id  = var.vault
  schedule  = "I|1602673264|P1W"
  retention = 7
}
resource "alicloud_hbr_ots_backup_plan" "rows" {
  vault_id = alicloud_hbr_vault.plain.id
  rules {
    schedule  = "I|1602673264|P1D"
    retention = 14
  }
}
resource "alicloud_hbr_policy" "daily" {
  rules {
    rule_type = "BACKUP"
    schedule  = "I|1631685600|P1D"
    retention = 7
    vault_id  = alicloud_hbr_vault.kept.id
  }
  rules {
    rule_type = "TRANSITION"
    retention = 90
  }
}
resource "alicloud_nlb_load_balancer" "web" { address_type = "Internet" }
resource "alicloud_nlb_listener" "tls" {
  load_balancer_id  = alicloud_nlb_load_balancer.web.id
  listener_port     = 443
  listener_protocol = "TCPSSL"
  ca_enabled        = true
}
resource "alicloud_nlb_listener" "tcp" {
  load_balancer_id  = alicloud_nlb_load_balancer.web.id
  listener_port     = 80
  listener_protocol = "TCP"
}
resource "alicloud_nlb_listener" "strict" {
  load_balancer_id   = alicloud_nlb_load_balancer.web.id
  listener_port      = 8443
  listener_protocol  = "TCPSSL"
  security_policy_id = "tls_cipher_policy_1_2_strict"
}
resource "alicloud_nlb_listener" "udp" {
  listener_port     = 53
  listener_protocol = "UDP"
}
"""
# Source, list and field → the type, what else it says, and what is seen of it.
STORE_DEFAULTS: dict[tuple[str, str, str], tuple[str, str, str]] = {
    ("terraform-aws neptune", "datastores[]", "backed_up"): ("aws_neptune_cluster", "", "backed_up = true"),
    ("terraform-aws group", "datastores[]", "replicas"): (
        "aws_elasticache_replication_group",
        "",
        "replicas = 0",
    ),
    ("terraform-aws cluster of caches", "datastores[]", "backed_up"): (
        "aws_elasticache_cluster",
        "",
        "backed_up = false",
    ),
    ("terraform-aws memorydb", "datastores[]", "tls"): ("aws_memorydb_cluster", "", "tls = true"),
    ("terraform-aws memorydb", "datastores[]", "backed_up"): (
        "aws_memorydb_cluster",
        "",
        "backed_up = false",
    ),
    ("terraform-aws memorydb", "datastores[]", "replicas"): ("aws_memorydb_cluster", "", "replicas = 1"),
    ("terraform-aws search", "datastores[]", "encrypted"): ("aws_opensearch_domain", "", "encrypted = false"),
    ("terraform-aws warehouse", "datastores[]", "backed_up"): (
        "aws_redshift_cluster",
        "",
        "backed_up = true",
    ),
    ("terraform-aws kafka", "datastores[]", "tls"): ("aws_msk_cluster", "", "tls = true"),
    ("terraform-aws kafka", "datastores[]", "exposure"): ("aws_msk_cluster", "", "exposure = internal"),
    ("terraform-alicloud polardb", "datastores[]", "replicas"): (
        "alicloud_polardb_cluster",
        "",
        "replicas = 1",
    ),
    ("terraform-alicloud nas", "datastores[]", "encrypted"): (
        "alicloud_nas_file_system",
        "",
        "encrypted = false",
    ),
    ("terraform-alicloud nlb", "network.endpoints[]", "client_certificates"): (
        "alicloud_nlb_listener",
        "listener_port = 80",
        "client_certificates = false",
    ),
}

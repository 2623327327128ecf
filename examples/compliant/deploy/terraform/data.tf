variable "session_password" {
  type      = string
  sensitive = true
}

# The managed databases close to clients without TLS: sslMode in the applications' settings is one half, this the other.
resource "alicloud_db_instance" "core" {
  instance_name            = "bluejay-core"
  engine                   = "MySQL"
  engine_version           = "8.0"
  instance_type            = "mysql.x4.xlarge.2c"
  instance_storage         = 500
  db_instance_storage_type = "cloud_essd"
  vswitch_id               = alicloud_vswitch.data.id
  security_ips             = ["10.20.0.0/16"]
  ssl_action               = "Open"
  encryption_key           = alicloud_kms_key.core.id
  deletion_protection      = true
  sql_collector_status     = "Enabled"
}

resource "alicloud_db_backup_policy" "core" {
  instance_id             = alicloud_db_instance.core.id
  preferred_backup_period = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  backup_retention_period = 730
}

resource "alicloud_kvstore_instance" "session" {
  db_instance_name            = "bluejay-session"
  instance_class              = "redis.shard.mid.2.ce"
  engine_version              = "7.0"
  vswitch_id                  = alicloud_vswitch.data.id
  security_ips                = ["10.20.0.0/16"]
  password                    = var.session_password
  vpc_auth_mode               = "Open"
  ssl_enable                  = "Enable"
  encryption_key              = alicloud_kms_key.core.id
  instance_release_protection = true
}

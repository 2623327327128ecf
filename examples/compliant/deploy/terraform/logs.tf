resource "alicloud_log_project" "core" {
  project_name = "bluejay-core"
  description  = "Logs of the edge, the gateway and the ledger"
}

# Here the customers' operations and the handling of their data are kept: five years have at most 1,827 days.
resource "alicloud_log_store" "archive" {
  project_name     = alicloud_log_project.core.project_name
  logstore_name    = "archive"
  retention_period = 1830
}

# Who changed the cloud account itself. The store would keep it for 30 days if nothing were said.
resource "alicloud_log_store" "account" {
  project_name     = alicloud_log_project.core.project_name
  logstore_name    = "account"
  retention_period = 400
}

# Statements and the evidence of payments; nobody outside reads it, and what is overwritten stays as a version.
resource "alicloud_oss_bucket" "statements" {
  bucket = "bluejay-statements"

  server_side_encryption_rule {
    sse_algorithm     = "KMS"
    kms_master_key_id = alicloud_kms_key.core.id
  }

  versioning {
    status = "Enabled"
  }
}

resource "alicloud_oss_bucket_acl" "statements" {
  bucket = alicloud_oss_bucket.statements.bucket
  acl    = "private"
}

resource "alicloud_oss_bucket_public_access_block" "statements" {
  bucket              = alicloud_oss_bucket.statements.bucket
  block_public_access = true
}

resource "alicloud_oss_bucket_policy" "statements" {
  bucket = alicloud_oss_bucket.statements.bucket
  policy = jsonencode({
    Version = "1"
    Statement = [{
      Effect    = "Deny"
      Action    = ["oss:*"]
      Principal = ["*"]
      Resource  = ["acs:oss:*:*:bluejay-statements", "acs:oss:*:*:bluejay-statements/*"]
      Condition = { Bool = { "acs:SecureTransport" = ["false"] } }
    }]
  })
}

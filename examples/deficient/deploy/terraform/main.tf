terraform {
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.230"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

variable "log_days" {
  type    = number
  default = 30
}

resource "alicloud_db_instance" "core" {
  instance_name    = "pay-core"
  engine           = "MySQL"
  engine_version   = "8.0"
  instance_type    = "mysql.x4.large.2c"
  instance_storage = 200
  security_ips     = ["0.0.0.0/0"]
}

resource "alicloud_kvstore_instance" "session" {
  db_instance_name = "pay-session"
  instance_class   = "redis.master.small.default"
  engine_version   = "7.0"
  password         = "redis"
  vpc_auth_mode    = "Close"
}

resource "alicloud_log_project" "core" {
  project_name = "pay-core"
}

resource "alicloud_log_store" "operations" {
  project_name     = alicloud_log_project.core.project_name
  logstore_name    = "operations"
  retention_period = var.log_days
}

resource "alicloud_oss_bucket" "statements" {
  bucket = "pay-statements"
}

resource "alicloud_oss_bucket_acl" "statements" {
  bucket = alicloud_oss_bucket.statements.bucket
  acl    = "public-read"
}

resource "alicloud_slb_listener" "web" {
  load_balancer_id = "lb-pay"
  frontend_port    = 80
  backend_port     = 8080
  protocol         = "http"
  bandwidth        = -1
}

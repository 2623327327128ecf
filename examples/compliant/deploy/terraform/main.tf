# Both zones are in one region on the mainland: systems that handle domestic payments stay in the country.
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

resource "alicloud_vpc" "core" {
  vpc_name   = "bluejay-core"
  cidr_block = "10.20.0.0/16"
}

resource "alicloud_vswitch" "data" {
  vswitch_name = "bluejay-data"
  vpc_id       = alicloud_vpc.core.id
  cidr_block   = "10.20.2.0/24"
  zone_id      = "cn-hangzhou-h"
}

resource "alicloud_security_group" "edge" {
  security_group_name = "bluejay-edge"
  vpc_id              = alicloud_vpc.core.id
}

resource "alicloud_security_group_rule" "edge_https" {
  security_group_id = alicloud_security_group.edge.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "443/443"
  cidr_ip           = "0.0.0.0/0"
}

# nginx redirects what comes here, and serves nothing.
resource "alicloud_security_group_rule" "edge_http" {
  security_group_id = alicloud_security_group.edge.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "80/80"
  cidr_ip           = "0.0.0.0/0"
}

resource "alicloud_kms_key" "core" {
  description        = "Databases, session store and archives"
  automatic_rotation = "Enabled"
  rotation_interval  = "365d"
}

resource "alicloud_wafv3_instance" "edge" {
}

resource "alicloud_ddoscoo_instance" "edge" {
  name           = "bluejay-edge"
  bandwidth      = "30"
  base_bandwidth = "30"
  domain_count   = "50"
  port_count     = "50"
}

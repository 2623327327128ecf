"""What is seen of search domains, caches, brokers, file systems and backups, on which line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.facts.convert.test_terraform_clouds import whole
from tests.facts.terraform_store_texts import ALICLOUD_STORES, AWS_STORES

Seen = Callable[..., list[str]]

AWS_SEEN = """\
datastores[name=aws_elasticache_replication_group.group].engine = redis @ 12:46 (product default)
datastores[name=aws_elasticache_replication_group.group].authentication = false @ 12:46 (product default)
datastores[name=aws_elasticache_replication_group.group].tls = false @ 12:46 (product default)
datastores[name=aws_elasticache_replication_group.group].encrypted = false @ 12:46 (product default)
datastores[name=aws_elasticache_replication_group.group].backed_up = false @ 14:30
datastores[name=aws_elasticache_replication_group.group].replicas = 2 @ 13:30
datastores[name=aws_elasticache_cluster.one].engine = redis @ 2:30
datastores[name=aws_elasticache_cluster.one]
  .authentication = ? unresolved: the resource has no argument for it @ 1:36
datastores[name=aws_elasticache_cluster.one]
  .tls = ? unresolved: the provider's pages do not say the default @ 1:36
datastores[name=aws_elasticache_cluster.one]
  .encrypted = ? unresolved: the resource has no argument for it @ 1:36
datastores[name=aws_elasticache_cluster.one].backed_up = true @ 3:30
datastores[name=aws_elasticache_cluster.mem].engine = memcached @ 9:32
datastores[name=aws_elasticache_cluster.mem]
  .authentication = ? unresolved: the resource has no argument for it @ 8:36
datastores[name=aws_elasticache_cluster.mem].tls = true @ 10:32
datastores[name=aws_elasticache_cluster.mem]
  .encrypted = ? unresolved: the resource has no argument for it @ 8:36
datastores[name=aws_elasticache_cluster.mem].backed_up = false @ 8:36 (product default)
datastores[name=aws_memorydb_cluster.ledger].engine = valkey @ 17:30
datastores[name=aws_memorydb_cluster.ledger].authentication = true @ 18:30
datastores[name=aws_memorydb_cluster.ledger].tls = true @ 16:33 (product default)
datastores[name=aws_memorydb_cluster.ledger].encrypted = true @ 16:33
datastores[name=aws_memorydb_cluster.ledger].backed_up = true @ 20:30
datastores[name=aws_memorydb_cluster.ledger].replicas = 2 @ 19:30
datastores[name=aws_memorydb_cluster.open].engine = redis @ 23:17
datastores[name=aws_memorydb_cluster.open].authentication = false @ 24:17
datastores[name=aws_memorydb_cluster.open].tls = false @ 25:17
datastores[name=aws_memorydb_cluster.open].encrypted = true @ 22:33
datastores[name=aws_memorydb_cluster.open].backed_up = false @ 22:33 (product default)
datastores[name=aws_memorydb_cluster.open].replicas = 1 @ 22:33 (product default)
datastores[name=aws_opensearch_domain.logs].engine = opensearch @ 28:20
datastores[name=aws_opensearch_domain.logs].authentication = true @ 31:41
datastores[name=aws_opensearch_domain.logs].tls = true @ 30:3 (product default)
datastores[name=aws_opensearch_domain.logs].encrypted = true @ 29:31
datastores[name=aws_opensearch_domain.logs].exposure = internal @ 32:3
datastores[name=aws_opensearch_domain.logs].backed_up = true @ 27:34
datastores[name=aws_opensearch_domain.logs].audited = true @ 33:3
datastores[name=aws_elasticsearch_domain.old].engine = elasticsearch @ 35:37
datastores[name=aws_elasticsearch_domain.old]
  .authentication = ? unresolved: the access policy of the domain decides @ 35:37
datastores[name=aws_elasticsearch_domain.old].tls = false @ 36:45
datastores[name=aws_elasticsearch_domain.old].encrypted = false @ 35:37 (product default)
datastores[name=aws_elasticsearch_domain.old].backed_up = true @ 35:37
datastores[name=aws_redshift_cluster.dw].engine = redshift @ 39:33
datastores[name=aws_redshift_cluster.dw].authentication = true @ 39:33
datastores[name=aws_redshift_cluster.dw].tls = true @ 48:13
datastores[name=aws_redshift_cluster.dw].encrypted = true @ 40:41
datastores[name=aws_redshift_cluster.dw].exposure = internal @ 41:41
datastores[name=aws_redshift_cluster.dw].backed_up = true @ 42:41
datastores[name=aws_redshift_cluster.dw].audited = true @ 51:33
datastores[name=aws_redshift_cluster.old].engine = redshift @ 52:33
datastores[name=aws_redshift_cluster.old].authentication = true @ 52:33
datastores[name=aws_redshift_cluster.old]
  .encrypted = ? unresolved: the default depends on the provider's version @ 52:33
datastores[name=aws_redshift_cluster.old]
  .exposure = ? unresolved: the default depends on the provider's version @ 52:33
datastores[name=aws_redshift_cluster.old].backed_up = false @ 53:41
datastores[name=aws_redshift_cluster.old].audited = false @ 54:22
datastores[name=aws_msk_cluster.events].engine = kafka @ 56:28
datastores[name=aws_msk_cluster.events].authentication = true @ 58:20
datastores[name=aws_msk_cluster.events].tls = true @ 56:28 (product default)
datastores[name=aws_msk_cluster.events].encrypted = true @ 56:28
datastores[name=aws_msk_cluster.events].exposure = public @ 62:30
datastores[name=aws_msk_cluster.open].engine = kafka @ 66:28
datastores[name=aws_msk_cluster.open].authentication = false @ 67:45
datastores[name=aws_msk_cluster.open]
  .tls = ? unresolved: TLS is offered, and connections without it are taken as well @ 69:45
datastores[name=aws_msk_cluster.open].encrypted = true @ 66:28
datastores[name=aws_msk_cluster.open].exposure = internal @ 66:28 (product default)
datastores[name=aws_efs_file_system.files].engine = efs @ 72:32
datastores[name=aws_efs_file_system.files].encrypted = true @ 72:54
datastores[name=aws_efs_file_system.files].backed_up = true @ 75:28
backup.copies[name=aws_elasticache_cluster.one].of = databases @ 1:36
backup.copies[name=aws_elasticache_cluster.one].retention = 5 days @ 3:30
backup.copies[name=aws_memorydb_cluster.ledger].of = databases @ 16:33
backup.copies[name=aws_memorydb_cluster.ledger].retention = 7 days @ 20:30
backup.copies[name=aws_redshift_cluster.dw].of = databases @ 39:33
backup.copies[name=aws_redshift_cluster.dw].retention = 35 days @ 42:41
backup.copies[name=aws_backup_plan.nightly.rule].retention = unlimited @ 86:3 (product default)
backup.copies[name=aws_backup_plan.nightly.rule].immutable = true @ 82:25
backup.copies[name=aws_backup_plan.nightly.rule.1].retention = unlimited @ 87:3 (product default)
backup.copies[name=aws_backup_plan.nightly.rule.1]
  .immutable = ? unresolved: a lock in governance mode can be taken off by whoever may @ 84:48
backup.copies[name=aws_backup_plan.nightly.rule.2].retention = unlimited @ 88:3 (product default)
backup.copies[name=aws_backup_plan.nightly.rule.2].immutable = false @ 79:29 (product default)
backup.copies[name=aws_backup_plan.nightly.rule.3].retention = unlimited @ 89:3 (product default)
backup.copies[name=aws_backup_plan.nightly.rule.3]
  .immutable = ? unresolved: the vault is not in the files @ 89:30
"""
ALICLOUD_SEEN = """\
datastores[name=alicloud_polardb_cluster.open].authentication = true @ 25:37
datastores[name=alicloud_polardb_cluster.open].encrypted = false @ 25:37 (product default)
datastores[name=alicloud_polardb_cluster.open].exposure = public @ 26:46
datastores[name=alicloud_polardb_cluster.open].replicas = 2 @ 25:62
datastores[name=alicloud_elasticsearch_instance.logs].engine = elasticsearch @ 1:44
datastores[name=alicloud_elasticsearch_instance.logs].authentication = true @ 1:44
datastores[name=alicloud_elasticsearch_instance.logs].tls = true @ 2:19
datastores[name=alicloud_elasticsearch_instance.logs].encrypted = true @ 4:47
datastores[name=alicloud_elasticsearch_instance.logs].exposure = internal @ 3:19
datastores[name=alicloud_elasticsearch_instance.old].engine = elasticsearch @ 6:44
datastores[name=alicloud_elasticsearch_instance.old].authentication = true @ 6:44
datastores[name=alicloud_elasticsearch_instance.old].tls = false @ 7:30
datastores[name=alicloud_elasticsearch_instance.old].encrypted = false @ 8:30
datastores[name=alicloud_elasticsearch_instance.old]
  .exposure = ? unresolved: the provider's pages do not say the default @ 6:44
datastores[name=alicloud_gpdb_instance.dw].engine = gpdb @ 11:21
datastores[name=alicloud_gpdb_instance.dw].tls = false @ 12:21
datastores[name=alicloud_gpdb_instance.dw].encrypted = true @ 13:21
datastores[name=alicloud_gpdb_instance.dw].exposure = public @ 15:37
datastores[name=alicloud_adb_db_cluster.ads].engine = analyticdb @ 16:36
datastores[name=alicloud_adb_db_cluster.ads]
  .tls = ? unresolved: TLS is offered; whether connections without it are refused is not said @ 18:21
datastores[name=alicloud_adb_db_cluster.ads].encrypted = true @ 17:21
datastores[name=alicloud_adb_db_cluster.ads].backed_up = true @ 20:39
datastores[name=alicloud_nas_file_system.files].engine = nas @ 24:37
datastores[name=alicloud_nas_file_system.files].encrypted = true @ 24:62
backup.copies[name=alicloud_adb_backup_policy.ads].of = databases @ 20:39
backup.copies[name=alicloud_adb_backup_policy.ads].every = 4 days @ 22:3
backup.copies[name=alicloud_adb_backup_policy.ads].retention = 7 days @ 20:39
backup.copies[name=alicloud_hbr_ecs_backup_plan.two].every = 2 hours @ 31:15
backup.copies[name=alicloud_hbr_ecs_backup_plan.two].retention = 30 days @ 32:15
backup.copies[name=alicloud_hbr_ecs_backup_plan.two].encrypted = true @ 30:15
backup.copies[name=alicloud_hbr_ecs_backup_plan.two].immutable = true @ 27:55
backup.copies[name=alicloud_hbr_nas_backup_plan.elsewhere]
  .every = ? unresolved: the word is not known here @ 40:15
backup.copies[name=alicloud_hbr_nas_backup_plan.elsewhere].retention = 7 days @ 41:15
backup.copies[name=alicloud_hbr_nas_backup_plan.elsewhere].encrypted = true @ 39:15
backup.copies[name=alicloud_hbr_nas_backup_plan.elsewhere]
  .immutable = ? unresolved: the vault is not in the files @ 39:15
backup.copies[name=alicloud_hbr_ots_backup_plan.rows].every = 1 day @ 46:17
backup.copies[name=alicloud_hbr_ots_backup_plan.rows].retention = 14 days @ 47:17
backup.copies[name=alicloud_hbr_ots_backup_plan.rows].encrypted = true @ 44:14
backup.copies[name=alicloud_hbr_policy.daily.rules].every = 1 day @ 53:17
backup.copies[name=alicloud_hbr_policy.daily.rules].retention = 7 days @ 54:17
backup.copies[name=alicloud_hbr_policy.daily.rules].encrypted = true @ 55:17
backup.copies[name=alicloud_hbr_policy.daily.rules].immutable = true @ 27:55
network.endpoints[server=alicloud_nlb_load_balancer.web,port=443].tls = true @ 66:23
network.endpoints[server=alicloud_nlb_load_balancer.web,port=443].exposure = public @ 62:62
network.endpoints[server=alicloud_nlb_load_balancer.web,port=443]
  .least_tls = 1.0 @ 63:34 (product default)
network.endpoints[server=alicloud_nlb_load_balancer.web,port=443].client_certificates = true @ 67:23
network.endpoints[server=alicloud_nlb_load_balancer.web,port=80]
  .tls = ? unresolved: what is passed on as it comes may be TLS or not @ 72:23
network.endpoints[server=alicloud_nlb_load_balancer.web,port=80].exposure = public @ 62:62
network.endpoints[server=alicloud_nlb_load_balancer.web,port=80]
  .client_certificates = false @ 69:34 (product default)
network.endpoints[server=alicloud_nlb_load_balancer.web,port=8443].tls = true @ 77:24
network.endpoints[server=alicloud_nlb_load_balancer.web,port=8443].exposure = public @ 62:62
network.endpoints[server=alicloud_nlb_load_balancer.web,port=8443].least_tls = 1.2 @ 78:24
network.endpoints[server=alicloud_nlb_load_balancer.web,port=8443]
  .client_certificates = false @ 74:34 (product default)
"""


def test_what_is_seen_of_stores_of_aws(seen: Seen) -> None:
    assert seen({"main.tf": AWS_STORES}) == whole(AWS_SEEN)


def test_what_is_seen_of_stores_of_alibaba_cloud(seen: Seen) -> None:
    assert seen({"main.tf": ALICLOUD_STORES}) == whole(ALICLOUD_SEEN)


UNSURE = {
    "a domain whose users nobody knows": (
        "aws_opensearch_domain",
        "advanced_security_options { enabled = var.x }",
        "authentication = ? unresolved: var.x is not set in the file",
    ),
    "a domain that lets anybody in": (
        "aws_opensearch_domain",
        "advanced_security_options {\n    enabled = true\n    anonymous_auth_enabled = true\n  }",
        "authentication = false",
    ),
    "a domain without options of its endpoint": (
        "aws_opensearch_domain",
        "",
        "tls = ? unresolved: the provider's pages do not say the default",
    ),
    "a domain of an older product": (
        "aws_opensearch_domain",
        'engine_version = "Elasticsearch_7.10"',
        "engine = elasticsearch",
    ),
    "brokers of which nobody says whom they ask": (
        "aws_msk_cluster",
        "",
        "authentication = ? unresolved: the provider's pages do not say the default",
    ),
    "brokers that ask for certificates": (
        "aws_msk_cluster",
        'client_authentication {\n    tls { certificate_authority_arns = ["arn"] }\n  }',
        "authentication = true",
    ),
    "brokers that ask as a variable says": (
        "aws_msk_cluster",
        "client_authentication {\n    sasl { iam = var.x }\n  }",
        "authentication = ? unresolved: var.x is not set in the file",
    ),
    "brokers in plain text": (
        "aws_msk_cluster",
        'encryption_info {\n    encryption_in_transit { client_broker = "PLAINTEXT" }\n  }',
        "tls = false",
    ),
    "a group of shards": (
        "aws_elasticache_replication_group",
        "num_node_groups = 2\n  replicas_per_node_group = 1",
        "replicas = 1",
    ),
    "a number that nobody knows": (
        "aws_elasticache_replication_group",
        "num_cache_clusters = var.x",
        "replicas = ? unresolved: var.x is not set in the file",
    ),
    "a file system that does not say": (
        "aws_efs_file_system",
        "",
        "encrypted = ? unresolved: the provider's pages do not say the default",
    ),
    "a public address": (
        "alicloud_elasticsearch_instance",
        "enable_public = true",
        "exposure = public",
    ),
    "disks without a word": (
        "alicloud_gpdb_instance",
        'engine = "gpdb"',
        "encrypted = ? unresolved: the provider's pages do not say the default",
    ),
}


@pytest.mark.parametrize(("kind", "said", "wanted"), UNSURE.values(), ids=UNSURE)
def test_what_a_store_says_and_what_it_leaves_open(seen: Seen, kind: str, said: str, wanted: str) -> None:
    text = f'resource "{kind}" "a" {{\n  {said}\n}}\n'
    lines = [line.partition("].")[2].partition(" @ ")[0] for line in seen({"main.tf": text}, "datastores")]
    assert wanted in lines

from __future__ import annotations

import pytest

from reglint.facts.origin import Family, component_of, environment_of, family_of, is_profile, stem_of

ROOTS = frozenset({"pay/web", "pay"})


@pytest.mark.parametrize(
    ("path", "roots", "wanted"),
    [
        ("pay/web/src/main/resources/application.yml", ROOTS, "pay/web"),
        ("pay/deploy/nginx.conf", ROOTS, "pay"),
        ("nginx.conf", frozenset({"."}), "."),
        ("config/admin/mall-admin-dev.yaml", (), "config/admin/mall-admin"),
        ("shop/src/main/resources/application-prod.yml", (), "shop/application"),
        ("src/main/resources/application.yml", (), "application"),
        ("nginx.conf", (), "nginx"),
    ],
)
def test_the_component_of_a_file(path: str, roots: frozenset[str], wanted: str) -> None:
    assert component_of(path, roots) == wanted


@pytest.mark.parametrize(
    ("path", "environment", "stem"),
    [
        ("application.yml", "default", "application"),
        ("application-dev.yml", "dev", "application"),
        ("application-eu-west.properties", "eu-west", "application"),
        ("bootstrap-prod.yaml", "prod", "bootstrap"),
        ("gateway-prod.yaml", "prod", "gateway"),
        ("gateway-PROD.yaml", "PROD", "gateway"),
        ("web-boss.yml", "default", "web-boss"),
        ("redis.conf", "default", "redis"),
        ("docker-compose.prod.yml", "default", "docker-compose"),
        ("src/test/resources/application.yml", "test", "application"),
        ("src/test/resources/application-it.yml", "it", "application"),
    ],
)
def test_the_environment_and_the_stem_of_a_file(path: str, environment: str, stem: str) -> None:
    assert (environment_of(path), stem_of(path)) == (environment, stem)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("a/application-dev.yml", Family("a", "application")),
        ("a/application.yml", Family("a", "application")),
        ("a/config/application-prod.yml", Family("a", "application")),
        ("a/bootstrap.yml", Family("a", "bootstrap")),
        ("config/application.yml", Family(".", "application")),
    ],
)
def test_files_of_one_application_are_one_family(path: str, wanted: Family) -> None:
    assert family_of(path) == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [("application-db.yml", True), ("pay-dev.yml", True), ("application.yml", False), ("pay-web.yml", False)],
)
def test_a_profile_is_told_by_the_name(path: str, *, wanted: bool) -> None:
    assert is_profile(path) == wanted

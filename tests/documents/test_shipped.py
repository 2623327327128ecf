"""Where the shipped data is."""

from __future__ import annotations

import pytest

from reglint.documents.shipped import shipped


@pytest.mark.parametrize("folder", ["rules", "mappings"])
def test_the_shipped_folders_are_found(folder: str) -> None:
    assert shipped(folder).is_dir()


def test_a_file_below_a_shipped_folder_is_found() -> None:
    assert shipped("mappings", "roles.yaml").is_file()


def test_what_is_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match="there is no absent/x"):
        shipped("absent", "x")

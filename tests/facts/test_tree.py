from __future__ import annotations

from reglint.documents.node import Node
from reglint.documents.select import compile_selector
from reglint.documents.xml import read_xml
from reglint.documents.yaml import read_yaml
from reglint.facts.tree import EVERYTHING, Tree, all_named, child, children, plant, text_of

TEXT = "a: {b: [1, {c: 2}]}\nd: 3\n"


def tree() -> Tree:
    return plant(read_yaml(TEXT, "f").roots[0])


def named(nodes: list[Node]) -> list[str]:
    return [node.pointer for node in nodes]


def test_a_node_knows_the_way_up() -> None:
    planted = tree()
    two = child(planted.root, "a", "b")
    assert two is not None
    deep = next(node for key, node in planted.nodes() if key == "c")
    assert named(list(planted.ancestors(deep))) == ["/a/b/1", "/a/b", "/a", ""]
    assert [planted.key(one) for one in (deep, *planted.ancestors(deep))] == ["c", "1", "b", "a", ""]
    assert planted.parent(planted.root) is None


def test_every_node_comes_after_its_parent() -> None:
    keys = [key for key, _ in tree().nodes()]
    assert sorted(keys) == ["0", "1", "a", "b", "c", "d"]
    assert keys.index("a") < keys.index("b") < keys.index("1") < keys.index("c")


def test_selectors_find_each_node_once_in_their_order() -> None:
    selectors = tuple(map(compile_selector, ["$.d", "$.a.b[0]", "$.*"]))
    assert named(list(tree().find(selectors))) == ["/d", "/a/b/0", "/a"]


def test_everything_is_found_without_asking_the_selector() -> None:
    found = tree().find((compile_selector(EVERYTHING),))
    asked = tree().find((compile_selector("$..[?@ || !@]"), compile_selector("$..[*]")))
    assert sorted(named(list(found))) == sorted(named(list(asked)))


def test_what_is_found_out_once_is_not_asked_again() -> None:
    planted = tree()
    asked: list[str] = []

    def find() -> int:
        asked.append("asked")
        return len(asked)

    assert [planted.once("n", None, find), planted.once("n", None, find)] == [1, 1]
    assert planted.once("n", planted.root, find) == 2


def test_a_child_is_found_by_names_and_the_first_of_a_list() -> None:
    root = read_xml("<c><p k='v'>one</p><p>two</p></c>", "f").roots[0]
    assert text_of(root, "c", "p", "#text") == "one"
    assert text_of(root, "c", "p", "@k") == "v"
    assert text_of(root, "c", "none") == ""
    assert child(root, "c", "p", "#text", "deeper") is None
    assert child(read_yaml("a: []", "f").roots[0], "a") is None


def test_a_scalar_has_no_children() -> None:
    assert list(children(read_yaml("text", "f").roots[0])) == []


def test_elements_are_found_by_name_at_any_depth() -> None:
    planted = plant(read_xml("<c><p>1</p><d><p>2</p></d></c>", "f").roots[0])
    assert [text_of(one, "#text") for one in all_named(planted, "p")] == ["1", "2"]

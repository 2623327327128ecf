"""JSON Pointers (RFC 6901)."""

from __future__ import annotations


def child(pointer: str, name: str | int) -> str:
    """The pointer of a member or element below another.

    >>> child("/paths", "/a~b"), child("/a", 0)
    ('/paths/~1a~0b', '/a/0')
    """
    if isinstance(name, int):
        return f"{pointer}/{name}"
    if "~" in name or "/" in name:
        name = name.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{name}"


def steps(pointer: str) -> tuple[str, ...]:
    """The names and indices on the way, unescaped. Raises ValueError where the text is no pointer.

    >>> steps("/paths/~1a~0b/0"), steps("")
    (('paths', '/a~b', '0'), ())
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f'"{pointer}" is no JSON Pointer; write "/{pointer}"')
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/"))

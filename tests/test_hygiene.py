from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("trd_tui", "tests", "content", "docs", "scripts", ".ci")
TEXT = (".py", ".toml", ".lock", ".md", ".yaml", ".tcss", ".json", "")
REGISTRIES = tuple("".join(parts) for parts in (("py", "pi.", "org"), ("python", "hosted"), ("npm", "js.")))
LONGEST_FILE, LONGEST_FUNCTION = 400, 30
LEFT_OPEN = tuple("".join(parts) for parts in (("TO", "DO"), ("FIX", "ME"), ("XX", "X")))
SKIPS = tuple("".join(parts) for parts in (("pytest.", "skip("), ("mark.", "skip"), ("mark.", "xfail")))

MAY_SKIP = "tests/real/conftest.py"
"""Screen readers are not on every machine; where everything is installed, their tests fail without them."""


def _files() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXT)
    for folder in OURS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts:
                yield path


FILES = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(_files())}
PYTHON = {name: text for name, text in FILES.items() if name.endswith(".py")}


def _functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_the_files_are_found() -> None:
    assert {"pyproject.toml", "README.md", "Makefile", "trd_tui/cli.py", "content/FORMAT.md", ".ci/run"} <= set(FILES)


@pytest.mark.parametrize("word", REGISTRIES + LEFT_OPEN + SKIPS)
def test_no_file_holds(word: str) -> None:
    allowed = {MAY_SKIP} if word in SKIPS else set()
    assert {name for name, text in FILES.items() if word in text} - allowed == set()


def test_no_file_names_a_folder_of_one_machine() -> None:
    machine = tuple(f"/{folder}/" for folder in ("home", "root", "work", "Users"))
    assert [
        name for name, text in FILES.items() if any(f" {one}" in text or f'"{one}' in text for one in machine)
    ] == []


def test_no_python_file_is_too_long() -> None:
    lengths = {name: len(text.splitlines()) for name, text in PYTHON.items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{name}:{function.name}": _length(function)
        for name, text in PYTHON.items()
        if not name.startswith("tests/unit")  # a whole page as text may be what a test compares with
        for function in _functions(text)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_no_module_has_an_empty_name() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert [name for name in PYTHON if Path(name).stem in empty] == []


def test_every_python_file_begins_with_what_it_is_for() -> None:
    ours = {name: text for name, text in PYTHON.items() if name.startswith("trd_tui/") and text.strip()}
    assert [name for name, text in ours.items() if not ast.get_docstring(ast.parse(text))] == []


def test_nothing_opens_a_network_connection() -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "webbrowser"}
    names = {
        (name, imported.partition(".")[0])
        for name, text in PYTHON.items()
        if name.startswith("trd_tui/")
        for node in ast.walk(ast.parse(text))
        for imported in _imports(node)
    }
    assert {(name, imported) for name, imported in names if imported in network} == set()


def test_private_textual_names_stand_in_two_files_only() -> None:
    allowed = {"trd_tui/tui/compat.py", "trd_tui/tui/driver.py"}
    private = [
        name
        for name, text in PYTHON.items()
        if name.startswith("trd_tui/")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("textual")
        and any(part.startswith("_") for part in [*(node.module or "").split("."), *(one.name for one in node.names)])
    ]
    assert set(private) <= allowed

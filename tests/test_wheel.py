from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = ("trd_tui", "content", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
COMPARED = (
    ("show", "all"),
    ("show", "all", "--json"),
    ("outline", "--json"),
    ("search", "shock", "treatment", "--json"),
)
pytestmark = pytest.mark.wheel


def _python(arguments: list[str], cwd: Path, home: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    if path:
        env["PYTHONPATH"] = str(path)
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def _copy(folder: Path) -> Path:
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from this checkout."""
    target = tmp_path_factory.mktemp("dist")
    built = _python(["-m", "hatchling", "build", "-t", "wheel", "-d", str(target)], ROOT, target)
    assert built.returncode == 0, built.stderr
    (path,) = target.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel is installed in."""
    target = tmp_path_factory.mktemp("installed")
    pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--no-index"]
    done = _python([*pip, "--target", str(target), str(wheel)], target, target)
    assert done.returncode == 0, done.stderr
    return target


def test_the_wheel_holds_the_compiled_article_and_no_sources_of_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "trd_tui/library.sqlite" in names
    assert [name for name in names if name.startswith(("content/", "tests/")) or name.endswith(".yaml")] == []
    assert {"LICENSE", "content/LICENSE"} <= {name.partition("/licenses/")[2] for name in names}


def test_the_checkout_holds_no_compiled_article(wheel: Path) -> None:
    assert wheel.exists()
    assert list((ROOT / "trd_tui").glob("*.sqlite")) == []


def test_an_editable_install_compiles_the_article_so_that_no_start_needs_yaml(tmp_path: Path) -> None:
    checkout = _copy(tmp_path / "checkout")
    hook = ["-c", "from hatchling.build import build_editable; build_editable('..')"]
    assert _python(hook, checkout, tmp_path).returncode == 0
    assert len(list((checkout / ".compiled").iterdir())) == 1
    started = _python(["-X", "importtime", "-m", "trd_tui", "--plain"], checkout, tmp_path / "another home")
    assert (started.returncode, "yaml" in started.stderr) == (0, False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of homes, one for each of the compared programs, so that each compiles the article once."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("line", COMPARED, ids=" ".join)
def test_wheel_checkout_and_named_content_say_the_same(
    line: tuple[str, ...], installed: Path, home: Path, tmp_path: Path
) -> None:
    program = ["-m", "trd_tui", *line]
    wheel = _python(program, tmp_path, home / "wheel", installed)
    checkout = _python(program, ROOT, home / "checkout")
    named = _python([*program, "--content", str(ROOT / "content")], tmp_path, home / "named", installed)
    assert (wheel.returncode, wheel.stderr) == (0, "")
    assert wheel.stdout
    assert checkout.stdout == wheel.stdout
    assert named.stdout == wheel.stdout


def test_the_installed_program_is_the_wheel_and_writes_nothing(installed: Path, tmp_path: Path) -> None:
    where = _python(["-c", "import trd_tui; print(trd_tui.__file__)"], tmp_path, tmp_path, installed)
    assert Path(where.stdout.strip()).parent == installed / "trd_tui"
    read = _python(["-m", "trd_tui", "--plain"], tmp_path, tmp_path, installed)
    assert (read.returncode, list(tmp_path.iterdir())) == (0, [])


def test_broken_content_makes_no_wheel_and_lists_the_problems(tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    with (folder / "content/en/article/12-ect.yaml").open("a", encoding="utf-8") as file:
        file.write("colour: red\nsize: big\n")
    built = _python(["-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")], folder, tmp_path)
    assert built.returncode == 1
    said = built.stdout + built.stderr
    assert "The content is broken, so no wheel was built." in said
    assert said.count("en/article/12-ect.yaml:") == 2
    assert list(tmp_path.glob("dist/*")) == []


def test_a_wheel_can_be_made_from_the_source_archive(tmp_path: Path) -> None:
    build = ["-m", "hatchling", "build", "-d", str(tmp_path)]
    assert _python([*build, "-t", "sdist"], ROOT, tmp_path).returncode == 0
    (archive,) = tmp_path.glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", archive], cwd=tmp_path, check=True)
    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir() and (path / "pyproject.toml").exists())
    assert {"content", "tests", "Makefile", "requirements.lock", ".ci", "scripts"} <= {
        one.name for one in folder.iterdir()
    }
    built = _python([*build, "-t", "wheel"], folder, tmp_path)
    assert built.returncode == 0, built.stderr

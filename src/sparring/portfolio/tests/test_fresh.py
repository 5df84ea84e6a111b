import shutil
import sysconfig
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.core.evidence import Logged
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.portfolio import audit, open_repository, snapshot
from sparring.portfolio.exports import since
from sparring.portfolio.fresh import behind, needs, trial
from sparring.portfolio.tests.conftest import NOW
from sparring.sandbox.native import command

walled = pytest.mark.skipif(not command.walled(), reason="this machine has no outer wall")
PACKAGES = ("pytest", "_pytest", "pluggy", "iniconfig", "packaging", "pygments")


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """What an index would give, from this environment."""
    folder, here = tmp_path_factory.mktemp("packages"), Path(sysconfig.get_path("purelib"))
    for name in PACKAGES:
        shutil.copytree(here / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(here / "py.py", folder)
    shutil.copytree(next(here.glob("pytest-*.dist-info")), folder / "pytest.dist-info")
    return folder


def tried(repository, tmp_path, monkeypatch, packages):
    def fetch(_names, place, _scratch):
        shutil.copytree(packages, place, dirs_exist_ok=True)
        place.chmod(0o755)  # pytest makes its own for the owner alone
        return 0, ""

    monkeypatch.setattr(trial, "_fetch", fetch)
    folder = tmp_path / "copy"
    folder.mkdir(mode=0o755)
    snapshot.write(repository, folder)
    return trial.trial(repository, folder, tmp_path)


def test_what_a_project_asks_for_is_read_not_run(make):
    found = needs.needs(
        open_repository(
            make(
                [
                    (
                        "Begin",
                        {
                            "pyproject.toml": '[build-system]\nrequires=["hatchling"]\n[project]\nname="x"\nrequires-python=">=3.9"\ndependencies=["attrs>=23"]\n'
                            '[project.optional-dependencies]\ntest=["respx"]\ndocs=["sphinx"]\n[dependency-groups]\ndev=["hypothesis"]\n'
                            '[tool.poetry.dependencies]\npython="^3.11"\nrich="^13.0"\nhttpx={version="*"}\n',
                            "requirements.txt": "flask==3.0 \\\n  --hash=sha256:00  # why\n-r more.txt\n-e .\nevil @ file:///etc/passwd\n--index-url http://x\n# no\n",
                            "more.txt": "redis\n-r ../../outside.txt\n",
                            "setup.py": "import os\nos.abort()\nsetup(install_requires=['lxml'])\n",
                        },
                    )
                ]
            )
        )
    )
    wanted = {"hatchling", "attrs>=23", "respx", "hypothesis", "rich>=13.0", "httpx", "lxml", "flask==3.0", "redis"}
    assert set(found.wanted) == wanted
    assert set(found.refused) == {"-e .", "evil @ file:///etc/passwd", "--index-url http://x"}
    assert found.builds
    assert needs.unmet(">=3.14", "3.11.7")
    assert not needs.unmet(found.python, "3.11.7")


@walled
def test_tests_really_run_without_network_home_or_other_processes(make, tmp_path, monkeypatch, packages):
    repository = open_repository(
        make(
            [
                (
                    "Begin",
                    {
                        "shop.py": "def total(prices):\n    return sum(prices)\n\n\ndef never():\n    return 1\n",
                        "tests/test_shop.py": "import os, socket, subprocess, sys\nimport pytest\nfrom shop import total\n\n\n"
                        "def test_total():\n    assert total([1, 2]) == 3\n\n\n"
                        "def test_alone():\n    with pytest.raises(OSError):\n        socket.create_connection(('127.0.0.1', 22), 1)\n"
                        f"    assert not os.path.exists({str(Path(__file__).parent)!r})\n    assert os.getuid() != 0\n"
                        "    assert len([p for p in os.listdir('/proc') if p.isdigit()]) < 10\n\n\n"
                        "def test_children():\n    assert subprocess.run([sys.executable, '-c', 'import shop']).returncode == 0\n\n\n"
                        "def test_wrong():\n    assert total([1]) == 2, 'one is not two'\n",
                    },
                )
            ]
        )
    )
    found = tried(repository, tmp_path, monkeypatch, packages)
    assert found.counts == {"passed": 3, "failed": 1, "error": 0, "skipped": 0}
    assert [(test.file, test.name) for test in found.broken] == [("tests/test_shop.py", "test_wrong")]
    assert "one is not two" in found.broken[0].said
    assert (found.installed, found.ran, found.covered) == (None, False, {})


@walled
@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("import os\nwhile True:\n    os.write(1, b'x' * 65536)\n", "output"),
        ("while True:\n    pass\n", "time"),
    ],
)
def test_what_never_ends_is_stopped(tmp_path, body, why):
    script = tmp_path / "script.py"
    script.write_text(body)
    assert command.run(script, [], {}, 2.0 if why == "time" else 60.0).stopped == why


@walled
def test_memory_of_all_children_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "MEMORY_BYTES", 60 << 20)
    script = tmp_path / "script.py"
    script.write_text("import os\nfor _ in range(3):\n    os.fork()\nheld = b'x' * (20 << 20)\nwhile True:\n    pass\n")
    assert command.run(script, [], {}, 20.0).stopped == "memory"


def test_a_forged_or_missing_report_is_no_verdict(make):
    wanted = needs.needs(open_repository(make([("Begin", {"a.py": "x = 1\n"})])))
    for output in (b"", b"nothing\n", b"[]\n", b'{"suite": {"tests": [[1]], "said": "", "code": 0}}\n'):
        found = trial._read(output, wanted, 1)
        assert (found.why, found.ran) == ("silent", None)
    assert trial._read(b'{"suite": 3}\n', wanted, 1).ran is None


def test_nothing_is_tried_without_a_yes(make, monkeypatch):
    monkeypatch.setattr(trial, "trial", lambda *_: pytest.fail("ran"))
    found = audit(open_repository(make([("Begin", {"a.py": "def f():\n    return 1\n"})])), NOW)
    assert "installs" not in {finding.criterion for finding in found.findings}


def test_behind_imports_nothing_of_the_program():
    assert "import sparring" not in Path(behind.__file__).read_text(encoding="utf-8")


@walled
def test_coverage_counts_what_no_test_loads(tmp_path, monkeypatch):
    for name in (
        "src/shop/__init__.py",
        "src/shop/deep/__init__.py",
        "src/shop/deep/cli.py",
        "scripts/load.py",
        "one.py",
        "build/lib/x.py",
        ".tox/y.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(behind, "SOURCE", tmp_path)
    assert behind.sources() == [".", "scripts", "src"]


@pytest.mark.prove
def test_a_real_project_is_fetched_built_and_tested(make):
    """Goes to the package index, as a candidate's `--run` does."""
    files = {
        "pyproject.toml": '[build-system]\nrequires=["setuptools"]\nbuild-backend="setuptools.build_meta"\n[project]\nname="shop"\nversion="1"\n'
        'dependencies=["attrs"]\n[tool.setuptools]\npy-modules=["shop"]\n',
        "shop.py": "import attrs\n\n\ndef total(prices):\n    return sum(prices)\n",
        "test_shop.py": "from importlib.metadata import version\nfrom shop import total\n\n\ndef test_total():\n    assert total([1, 2]) == 3 and version('shop') == '1'\n",
    }
    found = {finding.criterion: finding.ok for finding in audit(open_repository(make([("Begin", files)])), NOW, run=True).findings}
    assert found["installs"] is found["tests-pass"] is found["coverage"] is True
    broken = {**files, "pyproject.toml": files["pyproject.toml"].replace("attrs", "attrs==0.0.0.1")}
    found = {
        finding.criterion: finding.ok
        for finding in audit(open_repository(make([("Begin", broken)], name="broken")), NOW, run=True).findings
    }
    assert found["installs"] is False


def test_what_was_not_tried_again_is_not_mended(audited):
    now = audited([("Begin", {"a.py": "x = 1\n"})])
    wrong = Finding("tests-pass", False, Message("portfolio.tests-pass.bad", {"count": 1, "passed": 0}), Logged({}))
    assert since(now, replace(now, findings=(*now.findings, wrong))).mended == ()

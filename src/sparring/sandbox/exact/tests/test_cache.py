import json
import os
from pathlib import Path

import pytest
import wasmtime

from sparring.core.problem import JudgeError
from sparring.sandbox.exact import artifact, cache

posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX's")


@pytest.fixture
def mine(tmp_path):
    """A folder with a stored 'compiled component' (ten bytes: nothing here is ever loaded)."""
    folder = tmp_path / "cache"
    cache.store(folder, b"0123456789")
    assert cache.is_prepared(folder)
    return folder


def compiled(folder):
    return next(folder.glob("*.cwasm"))


@posix
def test_everything_is_for_its_owner_only(mine):
    assert mine.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in mine.iterdir()} == {0o600}
    assert len(list(mine.iterdir())) == 3


def test_the_name_holds_component_runtime_and_cpu(mine):
    assert compiled(mine).name == f"{artifact.engine_id()}-{cache.target()}.cwasm"


@pytest.mark.parametrize("damage", [b"0123456780", b"012345678", b"", b"0123456789x"])
def test_damaged_bytes_are_not_trusted(mine, damage):
    compiled(mine).write_bytes(damage)
    assert not cache.is_prepared(mine)


@pytest.mark.parametrize("suffix", [".cwasm", ".mac", "key"])
def test_missing_parts_are_not_trusted(mine, suffix):
    next(file for file in mine.iterdir() if file.name.endswith(suffix)).unlink()
    assert not cache.is_prepared(mine)


def test_a_digest_without_our_key_is_not_trusted(mine):
    (mine / "key").write_bytes(b"x" * 32)
    assert not cache.is_prepared(mine)
    compiled(mine).with_suffix(".mac").write_bytes(b"\xff\xfe")
    assert not cache.is_prepared(mine)


@posix
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o640, 0o604])
def test_files_that_others_can_touch_are_not_trusted(mine, mode):
    compiled(mine).chmod(mode)
    assert not cache.is_prepared(mine)


@posix
def test_a_folder_that_others_can_touch_is_not_trusted_and_then_mended(mine):
    mine.chmod(0o770)
    assert not cache.is_prepared(mine)
    cache.store(mine, b"new")
    assert cache.is_prepared(mine)


@posix
def test_links_and_special_files_are_not_trusted(mine, tmp_path):
    path, elsewhere = compiled(mine), tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert not cache.is_prepared(mine)
    path.unlink()
    os.mkfifo(path, 0o600)
    assert not cache.is_prepared(mine)


@posix
def test_files_of_somebody_else_are_not_trusted(mine, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert not cache.is_prepared(mine)
    with pytest.raises(JudgeError) as raised:
        cache.store(mine, b"x")
    assert raised.value.saying.id == "sandbox.cache-foreign"


def test_an_unusable_folder_is_our_failure(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(JudgeError) as raised:
        cache.store(tmp_path / "file" / "cache", b"x")
    assert raised.value.saying.id == "sandbox.cache-unwritable"


class Compiler:
    """Stands in for wasmtime's component: counts compilations."""

    compiled = 0

    def __init__(self, engine, source):
        type(self).compiled += 1

    def serialize(self):
        return bytearray(b"native code")

    @classmethod
    def deserialize_file(cls, engine, path):
        if Path(path).read_bytes() != b"native code":
            raise wasmtime.WasmtimeError("not a component")
        return cls.__new__(cls)


@pytest.fixture
def compiler(monkeypatch):
    monkeypatch.setattr(wasmtime.component, "Component", Compiler)
    monkeypatch.setattr(cache, "read_component", lambda: b"wasm")
    monkeypatch.setattr(Compiler, "compiled", 0)
    return Compiler


def test_it_is_compiled_once_and_again_after_damage(tmp_path, compiler):
    told = []
    cache.load(tmp_path, None, told.append)
    cache.load(tmp_path, None)
    assert compiler.compiled == 1
    assert told[-1] == 1.0
    compiled(tmp_path).write_bytes(b"damaged")
    cache.load(tmp_path, None)
    cache.load(tmp_path, None)
    assert compiler.compiled == 2


def test_what_the_runtime_refuses_is_compiled_anew(tmp_path, compiler):
    cache.store(tmp_path, b"of another CPU")
    cache.load(tmp_path, None)
    assert compiler.compiled == 1
    assert compiled(tmp_path).read_bytes() == b"native code"


def test_a_damaged_component_is_our_failure(tmp_path):
    whole = artifact.COMPONENT.read_bytes()
    for number, data in enumerate((whole[:100_000], b"no xz at all", b"")):
        path = tmp_path / f"{number}.xz"
        path.write_bytes(data)
        with pytest.raises(JudgeError) as raised:
            artifact.read_component(path)
        assert raised.value.saying.id == "sandbox.component-damaged"


def test_another_component_is_our_failure(tmp_path):
    import lzma

    path = tmp_path / "x.xz"
    path.write_bytes(lzma.compress(b"another"))
    with pytest.raises(JudgeError) as raised:
        artifact.read_component(path)
    assert raised.value.saying.id == "sandbox.component-damaged"


def test_a_missing_component_is_our_failure(tmp_path):
    for call in (lambda: artifact.read_component(tmp_path / "none.xz"), lambda: artifact.expected_digest(tmp_path / "none.json")):
        with pytest.raises(JudgeError) as raised:
            call()
        assert raised.value.saying.id == "sandbox.component-missing"


def test_the_shipped_component_is_the_one_it_claims_to_be():
    assert artifact.expected_digest() == json.loads(artifact.DIGEST.read_text("ascii"))["sha256"]
    assert artifact.read_component()[:4] == b"\0asm"

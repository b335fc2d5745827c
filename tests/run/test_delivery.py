"""Files appear whole and together, whatever happens to the run that writes them."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursepack.run import delivery
from coursepack.run.delivery import UNFINISHED, DeliveryError, scratch, together

if TYPE_CHECKING:
    from collections.abc import Iterator


def deliver(folder: Path, files: dict[str, bytes]) -> None:
    with together(folder) as bundle:
        for name, data in files.items():
            bundle.put(data, folder / name)


def inside(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_with_their_folders_and_nothing_else(tmp_path: Path) -> None:
    deliver(tmp_path / "a", {"b.pdf": b"new", "c/d.pdf": b"too"})
    assert inside(tmp_path) == {"a/b.pdf": b"new", "a/c/d.pdf": b"too"}
    assert not (tmp_path / "a" / UNFINISHED).exists()


def test_whoever_has_the_old_file_open_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    with (tmp_path / "a.pdf").open("rb") as reader:
        deliver(tmp_path, {"a.pdf": b"new"})
        assert reader.read() == b"old"
    assert inside(tmp_path) == {"a.pdf": b"new"}


def test_outputs_that_belong_together_appear_together_or_not_at_all(tmp_path: Path) -> None:
    deliver(tmp_path, {"a.pdf": b"old", "a.json": b"old"})

    def parts() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), together(tmp_path) as bundle:
        assert [bundle.put(data, tmp_path / name) for name, data in (("a.pdf", b"new"), ("a.json", parts()))]
    assert inside(tmp_path) == {"a.pdf": b"old", "a.json": b"old"}


def test_the_main_file_appears_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make` looks at its age: what belongs to it must not be older."""
    moved, real = [], Path.replace
    monkeypatch.setattr(Path, "replace", lambda path, target: moved.append(target.name) or real(path, target))
    deliver(tmp_path, {"a.pdf": b"1", "a.json": b"2", "b.json": b"3"})
    assert moved[-1] == "a.pdf"


def test_what_a_killed_run_had_not_finished_is_cleared_and_what_it_had_is_moved(tmp_path: Path) -> None:
    deliver(tmp_path, {"a.pdf": b"old", "b.pdf": b"old"})
    half, whole = tmp_path / UNFINISHED / "half", tmp_path / UNFINISHED / "whole"
    for folder in (half, whole):
        folder.mkdir(parents=True)
        (folder / "0").write_bytes(folder.name.encode())
    (whole / "ready").write_text('[["1", "b.pdf"], ["0", "a.pdf"]]')
    deliver(tmp_path, {"c.pdf": b"new"})
    assert inside(tmp_path) == {"a.pdf": b"whole", "b.pdf": b"old", "c.pdf": b"new"}


def test_a_list_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    left = tmp_path / "out" / UNFINISHED / "left"
    left.mkdir(parents=True)
    (left / "0").write_bytes(b"x")
    (left / "ready").write_text('[["0", "../a.pdf"]]')
    deliver(tmp_path / "out", {"b.pdf": b"new"})
    assert inside(tmp_path) == {"out/b.pdf": b"new"}


def test_two_runs_at_once_do_not_clear_each_others_files(tmp_path: Path) -> None:
    with together(tmp_path) as first:
        first.put(b"1", tmp_path / "a.pdf")
        deliver(tmp_path, {"a.pdf": b"2", "b.pdf": b"2"})
        assert inside(tmp_path)["a.pdf"] == b"2"
    assert inside(tmp_path) == {"a.pdf": b"1", "b.pdf": b"2"}


def test_many_runs_at_once_leave_whole_files_of_one_of_them(tmp_path: Path) -> None:
    """Of the same output, and of one beside it."""
    program = (
        "import sys; from pathlib import Path; from coursepack.run.delivery import together\n"
        "folder, own = Path(sys.argv[1]), sys.argv[2]\n"
        "for _ in range(60):\n    with together(folder) as bundle:\n"
        "        bundle.put(own.encode() * 100_000, folder / 'a.pdf')\n"
        "        bundle.put(own.encode(), folder / f'{own}.json')\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", program, tmp_path, own]) for own in "xyz"]
    seen = set[bytes]()
    while any(run.poll() is None for run in runs):
        with suppress(FileNotFoundError):
            seen.add((tmp_path / "a.pdf").read_bytes())
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert seen <= {own * 100_000 for own in (b"x", b"y", b"z")}
    assert inside(tmp_path) == {"a.pdf": (tmp_path / "a.pdf").read_bytes(), **{f"{n}.json": n.encode() for n in "xyz"}}


def test_a_run_that_is_killed_leaves_the_old_file(tmp_path: Path) -> None:
    deliver(tmp_path, {"a.pdf": b"old"})
    program = (
        "import sys, time; from pathlib import Path; from coursepack.run.delivery import together\n"
        "folder = Path(sys.argv[1])\nwith together(folder) as bundle:\n    bundle.put(b'new', folder / 'a.pdf')\n"
        "    print('half', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, tmp_path], stdout=subprocess.PIPE) as run:
        assert run.stdout
        run.stdout.readline()
        run.send_signal(signal.SIGKILL)
    assert inside(tmp_path)["a.pdf"] == b"old"
    deliver(tmp_path, {"b.pdf": b"next"})
    assert inside(tmp_path) == {"a.pdf": b"old", "b.pdf": b"next"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_is_no_regular_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "folder", "link"):
        with pytest.raises(DeliveryError, match=name):
            deliver(tmp_path, {name: b"new"})
    assert (tmp_path / "pipe").is_fifo()
    with pytest.raises(DeliveryError, match="null"):
        deliver(Path("/dev"), {"null": b"new"})


def test_a_full_disk_names_the_file(tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"1"
        raise OSError(errno.ENOSPC, "No space left on device")

    said = r"deck\.pptx can't be written: no space left on device"
    with pytest.raises(DeliveryError, match=said), together(tmp_path) as bundle:
        bundle.put(parts(), tmp_path / "deck.pptx")
    assert inside(tmp_path) == {}


def test_without_locks_nothing_of_others_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_LOCKS", None)
    (tmp_path / UNFINISHED / "others").mkdir(parents=True)
    deliver(tmp_path, {"a.pdf": b"new"})
    assert (tmp_path / UNFINISHED / "others").is_dir()
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_temporary_files_of_a_killed_run_are_cleared_by_the_next(tmp_path: Path) -> None:
    program = (
        "import tempfile, time\nfrom coursepack.run.delivery import scratch\nwith scratch():\n"
        "    open(tempfile.mkdtemp() + '/a', 'w').close()\n"
        "    print(tempfile.gettempdir(), flush=True)\n    time.sleep(60)\n"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment) as run:
        assert run.stdout
        left = Path(run.stdout.readline().decode().strip())
        run.send_signal(signal.SIGKILL)
    assert list(left.rglob("a"))
    subprocess.run([sys.executable, "-c", program.replace("60", "0")], env=environment, check=True, capture_output=True)
    assert not [one for one in tmp_path.rglob("*") if one.parent != tmp_path]


def test_a_folder_for_temporary_files_that_others_may_read_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"coursepack-{os.getuid()}").mkdir()
    (tmp_path / f"coursepack-{os.getuid()}").chmod(0o777)
    with scratch():
        assert tempfile.gettempdir() == str(tmp_path)

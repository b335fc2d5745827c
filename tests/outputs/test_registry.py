"""The outputs are the modules that say they are, in the order of the help."""

from __future__ import annotations

from pathlib import Path

from coursepack.outputs import registry
from coursepack.outputs.registry import OUTPUTS


def test_every_module_that_says_it_is_an_output_is_one_under_its_own_name() -> None:
    folder = Path(registry.__file__).parent
    said = {path.stem.replace("_", "-") for path in folder.glob("*.py") if "\nOUTPUT = " in path.read_text("utf-8")}
    assert set(OUTPUTS) == said


def test_they_come_by_their_rank_and_then_by_name() -> None:
    order = [(output.rank, name) for name, output in OUTPUTS.items()]
    assert order == sorted(order)
    assert list(OUTPUTS)[:1] == ["pdf"]


def test_no_two_write_the_same_file() -> None:
    for kind in ("whole", "unit"):
        names = [getattr(output.files, kind) for output in OUTPUTS.values()]
        assert len(set(names)) == len(names)

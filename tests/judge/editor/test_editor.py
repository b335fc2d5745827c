"""The folder is the list of findings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coursepack.judge import editor

FOLDER = Path(editor.__file__).parent


@pytest.mark.parametrize("code", sorted(editor.FINDINGS))
def test_a_finding_has_its_module_s_name_as_its_code_and_stands_in_the_manual(code: str) -> None:
    source = (FOLDER / f"{code.replace('-', '_')}.py").read_text("utf-8")
    assert set(re.findall(r'"([a-z-]+)", message', source)) == {code}
    assert f"`{code}`" in (FOLDER.parents[3] / "AUTHORING.md").read_text("utf-8")

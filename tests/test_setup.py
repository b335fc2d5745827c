"""The lock files hold all that is needed, name no package index, and bring nothing that is under the AGPL."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import officefaces

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = {
    "requirements.lock": [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["setup"]],
    "fonts.lock": PROJECT["dependency-groups"]["fonts"],
    "outlines.lock": PROJECT["dependency-groups"]["outlines"],
    "requirements-dev.lock": PROJECT["dependency-groups"]["dev"],
    "requirements-bench.lock": PROJECT["dependency-groups"]["bench"],
}
INSTALLED = ("requirements.lock", "requirements-dev.lock")

# Asked for by the packages of fonts.lock and not needed for their files. Its licence, the AGPL, is why it stays out.
LEFT_OUT = {"rinohtype"}


@pytest.mark.parametrize("family", officefaces.TWINS)
def test_this_machine_has_the_face_that_stands_in_for_a_deck_s(family: str) -> None:
    assert not officefaces.lacking(family)


def locked(name: str) -> dict[str, str]:
    pins = re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "setup" / name).read_text(), re.MULTILINE)
    return dict(pins)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_has_pins_and_hashes_and_nothing_else(name: str) -> None:
    pin = r"[a-z0-9-]+==\S+( ; [^\\]+)? \\"
    digest = r"    --hash=sha256:[0-9a-f]{64}( \\)?"
    lines = [line for line in (ROOT / "setup" / name).read_text().splitlines() if not line.lstrip().startswith("#")]
    assert not [line for line in lines if not re.fullmatch(f"{pin}|{digest}", line)]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_meets_what_the_project_asks_for(name: str) -> None:
    pins = locked(name)
    wanted = [Requirement(text) for text in LOCKS[name]]
    assert not [str(one) for one in wanted if pins.get(canonicalize_name(one.name), "") not in one.specifier]


def test_the_lock_files_agree_with_each_other() -> None:
    run, dev, bench = (locked(f"requirements{name}.lock") for name in ("", "-dev", "-bench"))
    assert not {name for name in run.keys() & dev.keys() if run[name] != dev[name]}
    assert not {name for name in bench.keys() & (run | dev).keys() if bench[name] != (run | dev)[name]}


def test_the_lock_files_hold_all_that_their_packages_need() -> None:
    pins = locked("requirements-dev.lock") | locked("requirements.lock")
    todo = [Requirement(text) for name in INSTALLED for text in LOCKS[name]]
    done: set[str] = set()
    while todo:
        need = todo.pop()
        if str(need) in done:
            continue
        assert pins.get(canonicalize_name(need.name), "") in need.specifier, need
        done.add(str(need))
        todo += needs_of(need)


def test_nothing_that_is_installed_is_under_the_agpl() -> None:
    installed = {canonicalize_name(one.metadata["Name"]): one.metadata for one in metadata.distributions()}
    words = ("License", "License-Expression", "Classifier")
    licences = {name: "\n".join(str(about.get_all(word)) for word in words) for name, about in installed.items()}
    assert not {name for name, text in licences.items() if re.search("AGPL|Affero", text)}
    assert not LEFT_OUT & set(installed)
    assert not [name for name in LOCKS if LEFT_OUT & locked(name).keys()]


def needs_of(package: Requirement) -> list[Requirement]:
    """What an installed package asks for on this system, with those of its extras that are wanted."""
    needs = [Requirement(text) for text in metadata.requires(package.name) or []]
    extras = package.extras or {""}
    return [one for one in needs if not one.marker or any(one.marker.evaluate({"extra": extra}) for extra in extras)]

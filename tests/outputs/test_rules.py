"""The rules of `make`: what they say is what the outputs say of themselves, as the shell and make read it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coursepack.outputs.output import DECK, Files, Option, Output
from coursepack.outputs.registry import OUTPUTS
from coursepack.outputs.rules import rules

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[..., list[str]]

FILES = Files("page{paper}.pdf", "units/{unit}-page{paper}.pdf")


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> Rule:
    """Return a function that gives the rule of an output with these options."""

    def write(*options: Option, files: Files = FILES) -> list[str]:
        made = Output("print a page", lambda *_: None, files, options)
        monkeypatch.setitem(OUTPUTS, "page", made)
        return rules().partition("page-rule = ")[2].splitlines()[:3]

    return write


def test_names_are_those_of_the_shell_and_make_asks_for_nothing_of_its_own(rule: Rule) -> None:
    recipe, target, run = rule()
    assert recipe == "setup/output.sh page 'page$$paper.pdf' 'units/$$unit-page$$paper.pdf' --paper=PAPER"
    assert target == "page: $(READY) inputs ## print a page"
    assert run == "\t@$(page-rule)"


@pytest.mark.parametrize(
    ("settings", "mark", "said"),
    [({}, "=", "…"), ({"required": True}, "!=", "…"), ({"action": "store_true"}, "\\?=", "1")],
)
def test_an_option_is_marked_by_how_it_is_said(rule: Rule, settings: dict[str, Any], mark: str, said: str) -> None:
    recipe, target, _ = rule(Option("--size", "SIZE", "5", settings))
    assert recipe.endswith(f" --paper=PAPER --size{mark}SIZE")
    assert target.endswith(f"## print a page (SIZE={said})")


@pytest.mark.parametrize(("whole", "always"), [("page.pdf", True), ("page-{size}.pdf", False)])
def test_what_no_name_of_a_file_shows_is_made_anew_each_time(rule: Rule, whole: str, *, always: bool) -> None:
    recipe, *_ = rule(Option("--size", "SIZE", "5", {"default": 3}), files=Files(whole, "units/{unit}.pdf"))
    assert ("--always" in recipe) is always


def test_what_all_forms_of_a_deck_have_is_in_no_help(rule: Rule) -> None:
    assert rule(*DECK)[1].endswith("inputs ## print a page")


def test_an_output_that_is_a_folder_says_so(rule: Rule) -> None:
    assert " --folder " in rule(files=Files("page/index.html", "units/{unit}/index.html", folder=True))[0]


def test_the_file_of_rules_is_what_is_written_now() -> None:
    assert (Path(__file__).parents[2] / "setup" / "outputs.mk").read_text("utf-8") == rules()

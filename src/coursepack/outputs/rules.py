"""The rules of `make`, one for every output: `make rules` writes what setup/outputs.mk holds."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from coursepack.outputs import pagenumbers
from coursepack.outputs.output import DECK, EDITION, PAGES, Option
from coursepack.outputs.registry import OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.outputs.output import Output

_PAPER = Option("--paper", "PAPER", "")
# What no help says of each output: all forms of a deck have it.
_COMMON = {option.flag for option in DECK}
_HEAD = """\
# Written by `make rules` from what the modules of src/coursepack/outputs say of themselves.

export PAGES_WHOLE := {whole}
export PAGES_SINGLE := {single}

.PHONY: {names}
"""


def rules() -> str:
    """Write a rule for every output, and where the handout's pages are told."""
    files = OUTPUTS["pdf"].files
    whole, single = (_shell(name).removesuffix(".pdf") + pagenumbers.SUFFIX for name in (files.whole, files.unit))
    head = _HEAD.format(whole=whole, single=single, names=" ".join(OUTPUTS))
    return "\n".join([head, *(_rule(name, output) for name, output in OUTPUTS.items())])


def _rule(name: str, output: Output) -> str:
    words = " ".join([name, f"'{_shell(output.files.whole)}'", f"'{_shell(output.files.unit)}'", *_options(output)])
    own = [f"{option.variable}={option.example}" for option in _told(output)]
    said = f"{output.help} ({', '.join(own)})" if own else output.help
    needs = " ".join(["$(READY)", *(option.needs for option in output.options if option.needs), "inputs"])
    usual = "".join(_usual(option) for option in output.options if option.flag == EDITION.flag)
    return f"{name}-rule = {usual}setup/output.sh {words}\n{name}: {needs} ## {said}\n\t@$({name}-rule)\n"


def _usual(option: Option) -> str:
    """Say what a variable is for this output where nobody said it."""
    return f"{option.variable}=$${{{option.variable}:-{option.example}}} "


def _told(output: Output) -> list[Option]:
    """Return the options that an output has for itself, as far as somebody says them to `make`."""
    return [one for one in output.options if one.flag not in _COMMON and not one.needs]


def _options(output: Output) -> Iterator[str]:
    """Write the options: `!` marks one that must be said, `?` one that is there or not, `+` one that is answered."""
    if output.files.folder:
        yield "--folder"
    # What does not show in the file's name may be asked for otherwise the next time.
    hidden = (one for one in output.options if one.flag not in _COMMON and f"{{{one.name}}}" not in output.files.whole)
    if any("default" in one.settings for one in hidden):
        yield "--always"
    for option in (_PAPER, *output.options):
        mark = "!" if option.settings.get("required") else "\\?" if option.switch else "+" if option.spoken else ""
        yield option.flag if option is PAGES else f"{option.flag}{mark}={option.variable}"


def _shell(pattern: str) -> str:
    """Write a name with its variables as the shell has them; make wants its own sign twice."""
    return re.sub(r"\{(\w+)\}", r"$$\1", pattern)


if __name__ == "__main__":
    sys.stdout.write(rules())

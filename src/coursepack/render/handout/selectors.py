"""Compiles a selector once in a process: each is a program of its own, and other papers and looks have it too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tinycss2
from weasyprint.css import validation

from coursepack.replaced import replaced
from coursepack.run.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

_original = validation.compile_selector_list
# Those of a handout are some six hundred, those of all papers and looks hardly twice as many.
_known = Recent[Any](3000)


def _compiled(prelude: Sequence[Any]) -> Any:  # noqa: ANN401 cssselect2 has no types
    # Nothing is written into what is compiled; a selector with a mistake is compiled, and said, again.
    return _known.get(tinycss2.serialize(prelude), lambda: _original(prelude))


def known_selectors() -> AbstractContextManager[None]:
    """Read style sheets so."""
    return replaced(validation, compile_selector_list=_compiled)

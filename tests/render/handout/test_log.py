"""What WeasyPrint says is kept while somebody listens, and afterwards all is as it was."""

from __future__ import annotations

import logging

import pytest
from weasyprint.urls import FatalURLFetchingError

from coursepack.problem import ContentError
from coursepack.render.handout.fetch import BASE
from coursepack.render.handout.log import apart, listening
from coursepack.render.look.templates import environment

LOGGER = logging.getLogger("weasyprint")


def state() -> tuple[list[logging.Handler], int]:
    return list(LOGGER.handlers), LOGGER.level


def test_warnings_are_kept_in_order_and_what_is_less_is_not() -> None:
    before = state()
    with listening(environment()) as said:
        LOGGER.warning("no %s", "face")
        LOGGER.info("a page")
        LOGGER.error("no picture")
    LOGGER.warning("too late")
    assert said == ["no face", "no picture"]
    assert state() == before


def test_one_who_listens_apart_hears_it_alone() -> None:
    before = state()
    with listening(environment()) as outer, apart() as inner:
        LOGGER.warning("inside")
    assert (outer, inner) == ([], ["inside"])
    assert state() == before


def test_a_file_that_may_not_be_opened_is_a_problem_that_names_it() -> None:
    before, url = state(), f"{BASE}secret.png"
    with pytest.raises(ContentError) as caught, listening(environment()):
        raise FatalURLFetchingError(f"{url} is not allowed")  # noqa: EM102, TRY003 as the fetcher says it
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("outside-course", "`secret.png` may not be opened")
    assert state() == before

"""A number to work out, from numbers that are drawn."""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from markdown_it.token import Token
from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from coursepack.chance import Draw
from coursepack.exercise import AskForm, Exercise, SpaceForm
from coursepack.expression import CONSTANTS, FUNCTIONS, ExpressionError, FormError, evaluate
from coursepack.languages.number import Form, as_fraction, percent, signed
from coursepack.model import Model, own_texts, rewritten
from coursepack.problem import Problem, did_you_mean
from coursepack.task import Fill, Gap
from coursepack.text import Line, Rich, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.block import Block
    from coursepack.problem import Span

_SLOT = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_TOLERANCE = re.compile(r"(\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*(%?)")
ANSWER = "answer"
_ROOM = 12  # the least length of a number's gap: it shall not tell how many digits there are
_AGAIN = 16  # draws, until one has an answer
_ALL = 256  # draws that are all tried
_SOME = 64  # tries where there are more
_ADVICE = f"Use numbers, parameters, + - * / ( ), ** for powers, %, and {', '.join(FUNCTIONS)}"
_MOST = 10_000  # values of a parameter

_Expression = Annotated[str, BeforeValidator(str)]
_Tolerance = Annotated[str | None, BeforeValidator(str), Field(description='0.1, or "2 %"')]
# Texts that every copy has, texts for the teacher, and the same of a slide.
_OPEN, _TAUGHT, _SHOWN, _SAID = ("text", "unit"), ("feedback", "mistakes"), ("title", "source"), ("notes",)
# The same of a part.
_ASKED, _MODEL = ("text",), ("model", "accepted")
# Numbers by their names, with the form that they are printed in.
_Printed = dict[str, tuple[float, Form]]


class Parameter(Model):
    """What a parameter may be: one of some values, or of those of a range."""

    values: tuple[float, ...] = ()
    first: float | None = Field(None, alias="from")
    to: float | None = None
    step: float = Field(1, gt=0)

    @property
    def count(self) -> int:
        """How many values there are; 0 if it is not said well."""
        if self.values or self.first is None or self.to is None:
            return len(self.values)
        steps = (Decimal(str(self.to)) - Decimal(str(self.first))) / Decimal(str(self.step))
        return max(0, int(steps) + 1) if steps >= 0 else 0

    def value(self, place: int) -> float:
        """Return one of the values, counted from 0."""
        if self.values:
            return self.values[place]
        return float(Decimal(str(self.first)) + place * Decimal(str(self.step)))


_PARAMETER = {
    "anyOf": [
        {
            "type": "object",
            "properties": {name: {"type": "number"} for name in ("from", "to", "step")},
            "required": ["from", "to"],
            "additionalProperties": False,
        },
        {"type": "array", "items": {"type": "number"}, "minItems": 1},
    ]
}
_Parameter = Annotated[
    Parameter,
    BeforeValidator(lambda value: {"values": value} if isinstance(value, list) else value),
    WithJsonSchema(_PARAMETER),
]


class NumericPart(AskForm):
    """A part of a numeric exercise; it may have a number of its own, which comes first among what counts as right."""

    answer: _Expression | None = Field(
        None, description="An expression, as the exercise has one; `answer` is that one's"
    )
    decimals: int = Field(0, ge=0, le=6, description="Of its answer")
    tolerance: _Tolerance = None
    unit: Line | None = Field(None, description="After its answer, in the key")

    def number(self, numbers: Mapping[str, float]) -> float:
        """Return its answer, or that of the exercise, which is among the numbers."""
        return Form(self.decimals).rounded(evaluate(self.answer, numbers)) if self.answer else numbers[ANSWER]

    def right(self, numbers: Mapping[str, float], language: str) -> Iterator[Rich]:
        """Yield its answer as it counts: with its unit, and how far it may be off."""
        if self.answer:
            number = Form(self.decimals).text(self.number(numbers), language)
            unit = self.unit.plain() if self.unit else ""
            yield plain(" ".join(filter(None, [number, unit, _tolerated(self.tolerance, language)])))


class Numeric(Exercise):
    """A number to work out: the answer is an expression of parameters, which the seed and the variant draw."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"parameters", "where", "answer", "tolerance"}
    draws: ClassVar[bool] = True

    parameters: dict[str, _Parameter] = Field(default_factory=dict, description="Drawn, and put into texts as {{n}}")
    where: dict[str, _Expression] = Field(default_factory=dict, description="Further values, from the parameters")
    answer: _Expression = Field(description="An expression: + - * / ** %, sqrt, exp, log, sin …")
    decimals: int = Field(0, ge=0, le=6, description="Of the answer")
    digits: int | None = Field(None, ge=1, le=10, description="Of the answer, in place of decimals: significant ones")
    fraction: bool = Field(default=False, description="The answer is a fraction: 2/3; with `decimals`, these count too")
    tolerance: _Tolerance = None
    unit: Line | None = Field(None, description="Printed after the answer")
    working: SpaceForm | None = Field(None, description="Room to work it out")
    parts: Annotated[tuple[NumericPart, ...], Field(max_length=12, description="What is asked besides")] = ()

    def dealt(self, draw: Draw) -> Self:
        """Put the numbers of a copy into its texts; what only the teacher reads may name the answer too."""
        numbers = self._numbers(draw)
        drawn: _Printed = {name: (value, Form()) for name, value in numbers.items()}
        taught: _Printed = {**drawn, ANSWER: (self._answer(numbers), self._form)}
        fields = _put(self, _OPEN, drawn, draw.language) | _put(self, _TAUGHT, taught, draw.language)
        if self.slide:
            said = _put(self.slide, _SHOWN, drawn, draw.language) | _put(self.slide, _SAID, taught, draw.language)
            fields["slide"] = self.slide.model_copy(update=said)
        fields["parts"] = tuple(_part(part, drawn, taught[ANSWER], draw.language) for part in self.parts)
        return self.model_copy(update=fields)

    def task(self, draw: Draw) -> Fill:
        """Ask for the number."""
        number = self._answer(self._numbers(draw))
        answer = self._form.text(number, draw.language)
        also = Form(self.decimals).text(number, draw.language) if self.fraction and self.decimals else answer
        gap = Gap(max(_ROOM, -(-3 * len(answer) // 2)), unit=self.unit, answers=tuple(dict.fromkeys((answer, also))))
        working = self.working.space() if self.working else None
        return Fill((gap,), tolerance=_tolerated(self.tolerance, draw.language), working=working)

    def faults(self) -> Iterator[Problem]:
        """Names can be told apart, texts name what there is, and every draw has an answer."""
        found = [*self._names(), *self._slots(), *self._ranges()]
        given = [(self.tolerance, ()), *((part.tolerance, ("parts", place)) for place, part in enumerate(self.parts))]
        for tolerance, path in given:
            if tolerance and not _TOLERANCE.fullmatch(tolerance.strip()):
                advice = "Write a number, or per cent: `0.1` or `2 %`"
                at = self.at(*path, "tolerance")
                found.append(Problem(at, "tolerance", f"`{tolerance}` is no tolerance", advice))
        return iter(found or self._tried())

    def _numbers(self, draw: Draw) -> dict[str, float]:
        """Return the parameters that are drawn, and the values that follow from them.

        Not every draw of a long range is tried when the course is checked: one that has no answer is drawn again.
        """
        for times in range(_AGAIN):
            numbers = self._drawn(draw.part(f"again {times}") if times else draw)
            with suppress(ExpressionError):
                for name, expression in self.where.items():
                    numbers = {**numbers, name: evaluate(expression, numbers)}
                known = {**numbers, ANSWER: evaluate(self.answer, numbers)}
                for part in self.parts:
                    part.number(known)
                break
        return numbers

    def _drawn(self, draw: Draw) -> dict[str, float]:
        places = {name: draw.one_of(one.count, f"parameter {name}") for name, one in self.parameters.items()}
        return {name: self.parameters[name].value(place) for name, place in places.items()}

    def _answer(self, numbers: Mapping[str, float]) -> float:
        return self._form.rounded(evaluate(self.answer, numbers))

    @property
    def _form(self) -> Form:
        return Form(None if self.digits else self.decimals, self.digits, self.fraction)

    def _names(self) -> Iterator[Problem]:
        taken = {*FUNCTIONS, *CONSTANTS, ANSWER}
        for field in ("parameters", "where"):
            for name in getattr(self, field):
                if name in taken:
                    message, advice = f"the name `{name}` is taken", "Choose another"
                    yield Problem(self.at(field, name), "bad-parameter", message, advice)
                elif not _NAME.fullmatch(name):
                    message, advice = f"`{name}` is no name", "Use letters and digits, a letter first"
                    yield Problem(self.at(field, name), "bad-parameter", message, advice)
                taken.add(name)

    def _ranges(self) -> Iterator[Problem]:
        for name, parameter in self.parameters.items():
            if not 0 < parameter.count <= _MOST:
                message = f"`{name}` has {parameter.count or 'no'} values"
                advice = "Write some, as `[1, 2, 3]` or `{from: 1, to: 3}`"
                yield Problem(self.at("parameters", name), "bad-parameter", message, advice)

    def _slots(self) -> Iterator[Problem]:
        """Yield what stands in two braces and is no number of the exercise."""
        known = {*self.parameters, *self.where}
        for holder, fields, names in (
            (self, _OPEN, known),
            (self, _TAUGHT, known | {ANSWER}),
            (self.slide, _SHOWN, known),
            (self.slide, _SAID, known | {ANSWER}),
            *((part, _ASKED, known) for part in self.parts),
            *((part, _MODEL, known | {ANSWER}) for part in self.parts),
            *((mark, _ASKED, known | {ANSWER}) for part in self.parts for mark in part.marking),
        ):
            for text in own_texts([getattr(holder, field) for field in fields if holder]):
                for name, at in _named(text):
                    if name not in names:
                        advice = did_you_mean(name, names) or "Add it to `parameters` or `where`"
                        yield Problem(at, "unknown-parameter", f"there is no number `{name}` here", advice)

    def _tried(self) -> Iterator[Problem]:
        """Try every draw if there are not too many, or some of them; say of the first that fails what is wrong."""
        further: list[tuple[tuple[str | int, ...], str, str]] = [
            *((("where", name), name, words) for name, words in self.where.items()),
            ((ANSWER,), ANSWER, self.answer),
            # Nothing can name the answer of a part.
            *((("parts", place, ANSWER), "", part.answer) for place, part in enumerate(self.parts) if part.answer),
        ]
        for numbers in self._draws():
            known = numbers
            for path, name, expression in further:
                known, why = _tried(expression, name, known)
                if not why and name == ANSWER and self.fraction and not as_fraction(known[ANSWER]):
                    why = ExpressionError("is no fraction with a denominator up to 1000")
                if why:
                    yield self._failed(path, expression, why, numbers)
                    return

    def _draws(self) -> Iterator[dict[str, float]]:
        ranges = self.parameters.values()
        if prod(parameter.count for parameter in ranges) <= _ALL:
            values = product(*([one.value(place) for place in range(one.count)] for one in ranges))
            yield from (dict(zip(self.parameters, some, strict=True)) for some in values)
            return
        for seed in range(_SOME):
            draw = Draw(str(seed), self.id, 0, {})
            yield self._drawn(draw)

    def _failed(
        self, path: tuple[str | int, ...], expression: str, why: ExpressionError, numbers: Mapping[str, float]
    ) -> Problem:
        message, advice = f"`{expression}` {why}", _ADVICE
        if numbers and not isinstance(why, FormError):
            drawn = ", ".join(f"{name} = {value:g}" for name, value in numbers.items())
            message, advice = f"{message} for {drawn}", "Change it, or the values of the parameters"
        return Problem(self.at(*path), "bad-expression", message, advice)


def _tried(expression: str, name: str, numbers: dict[str, float]) -> tuple[dict[str, float], ExpressionError | None]:
    """Return the numbers with that of an expression, or why it has none."""
    try:
        return {**numbers, name: evaluate(expression, numbers)}, None
    except ExpressionError as error:
        return numbers, error


def _named(text: Rich) -> Iterator[tuple[str, Span]]:
    """Yield the names in two braces, each with its place."""
    for inline in text.inlines():
        for found in _SLOT.finditer(inline.content):
            yield found[1], text.at(inline, found.start(), len(found[0]))
    for token, at in text.displays():
        yield from ((name, at) for name in _SLOT.findall(token.content))
    for block in text.blocks():
        for inner in own_texts(block):
            yield from _named(inner)
        for field in block.formulas:
            yield from ((name, block.at(field)) for name in _SLOT.findall(getattr(block, field)))


def _put(holder: BaseModel, fields: tuple[str, ...], numbers: _Printed, language: str) -> dict[str, Any]:
    """Return some texts of a model with numbers in the places of their names."""

    def printed(token: Token) -> Token:
        return token.copy(content=_filled(token, numbers, language))

    def inside(block: Block) -> Block:
        made = block.holding(inside).rewritten(printed)
        formulas = {field: Token("math", "", 0, content=getattr(made, field)) for field in made.formulas}
        filled = {field: _filled(token, numbers, language) for field, token in formulas.items()}
        return made.model_copy(update=filled)

    def whole(value: object) -> object:
        return rewritten(value.holding(inside) if isinstance(value, Rich) else value, printed)

    return {field: whole(getattr(holder, field)) for field in fields}


def _tolerated(tolerance: str | None, language: str) -> str:
    found = _TOLERANCE.fullmatch((tolerance or "").strip())
    if not found:
        return ""
    number = float(found[1])
    if not number:
        return ""
    return f"\u00b1{percent(number, language) if found[2] else Form().text(number, language)}"


def _part(part: NumericPart, drawn: _Printed, answer: tuple[float, Form], language: str) -> NumericPart:
    """Return a part with numbers in its texts; what the teacher reads may name its answer, or that of the exercise."""
    numbers = {name: value for name, (value, _) in drawn.items()} | {ANSWER: answer[0]}
    own = (part.number(numbers), Form(part.decimals)) if part.answer else answer
    taught = {**drawn, ANSWER: own}
    marking = tuple(mark.model_copy(update=_put(mark, _ASKED, taught, language)) for mark in part.marking)
    fields = _put(part, _ASKED, drawn, language) | _put(part, _MODEL, taught, language)
    accepted = (*part.right(numbers, language), *fields["accepted"])
    return part.model_copy(update={**fields, "marking": marking, "accepted": accepted})


def _filled(token: Token, numbers: _Printed, language: str) -> str:
    """Put numbers into the words or the formula of a token."""
    formula = token.type in {"math", "math_block"}

    def printed(found: re.Match[str]) -> str:
        value, form = numbers[found[1]]
        text = form.latex(value, language) if formula else form.text(value, language)
        before, after = token.content[: found.start()][-1:], token.content[found.end() :][:1]
        # Nobody writes 1x.
        return text[:-1] if formula and text in {"1", "-1"} and after.isalpha() and not before.isalnum() else text

    filled = _SLOT.sub(printed, token.content)
    return signed(filled) if formula and filled != token.content else filled

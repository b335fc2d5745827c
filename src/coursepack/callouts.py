"""The kinds of callout, in one table: a new kind is a line here, and a label in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# How a callout is set: a text beside the argument, something to do between rules, a frame to argue in, a statement
# that is numbered and referred to, or words of somebody else. Each has a view in `templates/callouts`.
Look = Literal["aside", "rules", "frame", "statement", "voice"]


@dataclass(frozen=True)
class Kind:
    """How a kind is set, what other tools call it, and what it does by itself."""

    look: Look
    # Names in Quarto, MyST, PreTeXt, GitHub and the lessons of The Carpentries; its own needs none here.
    elsewhere: tuple[str, ...] = ()
    # With an id it has a number, without being asked.
    numbered: bool = False
    # A section without slides shows it; what is said beside the argument stays on paper.
    shown: bool = False
    # Only teachers have it, where its author says nothing else.
    private: bool = False


CALLOUTS: dict[str, Kind] = {
    "note": Kind(
        "aside",
        ("callout", "seealso", "admonition", "info", "spoiler", "dropdown", "details", "aside", "sidebar", "margin"),
    ),
    "tip": Kind("aside", ("hint", "insight")),
    "caution": Kind("aside", ("warning", "attention", "danger", "error")),
    "key-idea": Kind("aside", ("important", "keypoints", "key-points", "summary", "assemblage"), shown=True),
    "prerequisites": Kind("aside", ("prereq", "prerequisite")),
    "objectives": Kind("aside", ("outcomes", "learning-objectives")),
    "case": Kind("aside", ("case-study", "historical", "biographical")),
    "example": Kind("statement", ("exm", "worked-example", "computation"), numbered=True, shown=True),
    "definition": Kind("statement", ("def",), numbered=True, shown=True),
    "theorem": Kind("statement", ("thm",), numbered=True, shown=True),
    "lemma": Kind("statement", ("lem",), numbered=True, shown=True),
    "corollary": Kind("statement", ("cor",), numbered=True, shown=True),
    "proposition": Kind("statement", ("prp", "property"), numbered=True, shown=True),
    "claim": Kind("statement", ("fact", "observation", "identity"), numbered=True, shown=True),
    "conjecture": Kind("statement", ("cnj", "hypothesis"), numbered=True, shown=True),
    "axiom": Kind("statement", ("assumption", "principle", "criterion"), numbered=True, shown=True),
    "algorithm": Kind("statement", ("alg",), numbered=True, shown=True),
    "remark": Kind("statement", ("rem", "convention"), numbered=True),
    "proof": Kind("statement"),
    "experiment": Kind("rules", ("lab", "exploration", "investigation"), shown=True),
    "task": Kind("rules", ("challenge", "exercise", "exr", "activity", "checkpoint", "project"), shown=True),
    "discussion": Kind("rules", ("discuss", "questions"), shown=True),
    "debate": Kind("frame", shown=True),
    "testimonial": Kind("voice", ("epigraph", "pull-quote", "highlights")),
    "solution": Kind(
        "aside",
        ("sol", "answer", "solutionorbox", "solutionorlines", "solutionordottedlines", "solutionorgrid"),
        private=True,
    ),
    "instructor": Kind("aside", ("instructors", "teacher", "instructor-note"), private=True),
    # What is said aloud beside a slide.
    "notes": Kind("aside", ("speaker-notes",), private=True),
}

# What other tools call a callout → its kind here.
NAMES: dict[str, str] = {name: kind for kind, one in CALLOUTS.items() for name in (kind, *one.elsewhere)}

# What a div alone is called, for a block of that name is another: a question of an exam of LaTeX.
DIVS = {**NAMES, "question": "task"}

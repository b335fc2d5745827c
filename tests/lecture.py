"""A short lecture that has all that is asked and answered in class, and its slides as python-pptx reads them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pptx import Presentation

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

# Whatever begins with SECRET is an answer.
BODY = """\
## Springs {#springs}

```{slide}
title: A river has many beginnings
points: [Springs, {text: Glaciers, points: [high up]}, Lakes]
build: true
minutes: 5
notes: Say it aloud.
```

A river begins at a spring.

```{question}
id: q-long
text: Which of these rivers carries most water to the sea in a year, and how do we know?
minutes: 2
options: [The Rhine, The Danube, The Nile, The Amazon]
answer: d
reason: "SECRETREASON: it drains half a continent."
model: "SECRETMODEL: look at the rain."
slide: {title: "Which river?", notes: "SECRETNOTES: it is the last one."}
```

```{question}
text: Where would you say that the Rhine begins, and why there?
minutes: 10
lines: 3
model: "SECRETSTART: at more than one place."
slide: {title: "Where does it begin?", notes: Ask it twice.}
```

```{slide}
for: teacher
title: SECRETSLIDE
points: [SECRETPOINT]
notes: Only for you.
```

```{chart}
id: wet
for: teacher
kind: bar
data: data/rain.csv
x: month
y: rain
unit: mm
title: SECRETPRINT
alt: SECRETALT
slide: {title: SECRET chart, notes: See.}
```

```{break}
minutes: 10
```

```{table}
id: lengths
title: Two rivers
columns: [River, Length]
rows: [[Rhine, "1233"], [Danube, "2850"]]
slide: {title: Two long rivers, notes: Say which is longer.}
```

```{callout}
kind: debate
title: Should the rivers of Europe have been made straight for the sake of the ships that use them?
minutes: 15
roles: [chair, "two speakers a side, 2 min"]
sides:
  - {title: If you say yes, body: Think of the ships and of what they carry.}
  - {title: If you say no, body: Think of floods.}
slide: {title: "Straight rivers?", notes: Two corners of the room.}
```
"""
DATA = {"data/rain.csv": "month,rain\nSECRETMONTH,60\nMay,90\n"}


def opened(data: bytes) -> Deck:
    return Presentation(BytesIO(data))


def named(slide: Slide) -> dict[str, str]:
    return {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}


def on(deck: Deck, layout: str) -> list[Slide]:
    return [slide for slide in deck.slides if slide.slide_layout.name == layout]


def notes(slide: Slide) -> str:
    return str(slide.notes_slide.notes_text_frame.text)

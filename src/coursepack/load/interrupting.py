"""What a block of Markdown may interrupt: begin where another goes on, without an empty line between them.

markdown-it calls these the names of the chains that a rule stands in. No such names: a block of its own alone.
"""

from markdown_it.ruler import RuleOptionsType

PROSE: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
LISTS: RuleOptionsType = {"alt": [*PROSE["alt"], "list"]}
NOTES: RuleOptionsType = {"alt": [*LISTS["alt"], "footnote_def"]}

"""A variant, written by hand: two pages, as they are before anything is put on them."""

from __future__ import annotations

import pytest

from coursepack.press.writer import Writer, stream

BEGIN = b"%PDF-1.7\n"


@pytest.fixture(scope="session")
def variant() -> bytes:
    """Two pages that share their resources, and a structure of one paragraph on each."""
    writer = Writer(len(BEGIN), 1)
    root, info, tree, shared, form = (writer.take() for _ in range(5))
    top, parents, document, paragraphs, pages, contents = (writer.take(count) for count in (1, 1, 1, 2, 2, 2))
    body = writer.lay({form: b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream"})
    body += writer.lay({contents + n: stream(b"%%own %d" % n) for n in range(2)})
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 400 600]/Resources %d 0 R/Contents %d 0 R/StructParents %d>>"
    body += writer.lay(
        {
            root: b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R>>" % (tree, top),
            info: b"<<>>",
            tree: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 2>>" % (pages, pages + 1),
            shared: b"<</XObject<</Drawn %d 0 R>>>>" % form,
            top: b"<</Type/StructTreeRoot/ParentTree %d 0 R/K[%d 0 R]>>" % (parents, document),
            parents: b"<</Nums[0[%d 0 R]1[%d 0 R]]>>" % (paragraphs, paragraphs + 1),
            document: b"<</S/Document/P %d 0 R/K[%d 0 R %d 0 R]>>" % (top, paragraphs, paragraphs + 1),
            **{paragraphs + n: b"<</S/P/P %d 0 R/Pg %d 0 R/K[0]>>" % (document, pages + n) for n in range(2)},
            **{pages + n: page % (tree, shared, contents + n, n) for n in range(2)},
        }
    )
    return BEGIN + body + writer.end(root, info)

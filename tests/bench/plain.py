"""What WeasyPrint alone takes for the HTML in a folder, in seconds of the processor, after it is imported; as JSON.

`plain.py FOLDER`. Nothing of coursepack is loaded: a fuller memory would slow the garbage collection down.
"""

from __future__ import annotations

import json
import os
import sys
import time

from weasyprint import HTML

os.chdir(sys.argv[1])
start = time.process_time()
HTML("handout.html").write_pdf("inside.pdf", stylesheets=["style.css"], pdf_variant="pdf/ua-1")
print(json.dumps({"plain": time.process_time() - start}))

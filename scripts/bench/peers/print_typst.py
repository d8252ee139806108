"""python print_typst.py template.typ course.json out.pdf fonts"""

import os
import sys

import typst

template, course, output, fonts = sys.argv[1:]
typst.compile(
    template,
    output=output,
    root=os.path.dirname(template),
    font_paths=[fonts],
    ignore_system_fonts=True,
    sys_inputs={"course": os.path.basename(course)},
)

#!/usr/bin/python3
"""Every C file is as clang-format 14 would write it, and fits in the head.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import house
from hf_tap import add, run

MAX_FILE = 500
MAX_FUNCTION = 60

SOURCES = house.files("src/**/*.[ch]", "tests/**/*.[ch]")


def folders():
    return sorted({path.parent for path in SOURCES})


def is_formatted(folder):
    house.output(
        "clang-format-14", "--dry-run", "-Werror", *(path for path in SOURCES if path.parent == folder)
    )


def has_small_files(folder):
    for path in SOURCES:
        if path.parent == folder:
            length = len(house.read(path).splitlines())
            assert length <= MAX_FILE, f"{house.name(path)} has {length} lines: split it"


def has_small_functions(folder):
    for path in SOURCES:
        if path.parent != folder or path.suffix != ".c":
            continue
        start = 0
        for number, line in enumerate(house.read(path).splitlines(), 1):
            if line.startswith("{"):
                start = number
            elif line == "}" and start:
                length = number - start - 1
                where = f"{house.name(path)}:{start}"
                assert length <= MAX_FUNCTION, f"{where}: a function of {length} lines"
                start = 0


def has_headers(folder):
    for path in SOURCES:
        if path.parent != folder:
            continue
        top = house.read(path).partition("*/")[0]
        where = house.name(path)
        assert f"/* {path.name}" in top, f"{where}: its first line does not name it"
        assert "SPDX-License-Identifier: GPL-3.0-or-later" in top, f"{where}: no licence"
        assert "Copyright 2026 The Huifang authors" in top, f"{where}: no copyright"


for each in folders():
    add(f"format/{house.name(each)}", is_formatted, each)
    add(f"small-files/{house.name(each)}", has_small_files, each)
    add(f"small-functions/{house.name(each)}", has_small_functions, each)
    add(f"file-headers/{house.name(each)}", has_headers, each)
run()

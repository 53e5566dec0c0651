#!/usr/bin/python3
"""huifangctl: what people may type, and the sentences that they get back.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os

from hf_ctl import Branch
from hf_tap import case, run


@case("backup/leaves-a-file-that-is-no-backup-alone")
def _():
    branch = Branch()
    path = branch.path + "-list.csv"
    for content in (b"a,b\n", b"", b"SQLite format 3\0" + b"\0" * 200):
        with open(path, "wb") as file:
            file.write(content)
        error = branch.refuse(3, "backup", path)
        assert "-list.csv" in error, error
        with open(path, "rb") as file:
            assert file.read() == content
    os.remove(path)
    for _ in range(2):
        assert branch.ask("backup", path)["file"] == path
    assert branch.ask("check", before=("--database", path))["ok"]


run()

#!/usr/bin/python3
"""Each rule of care has a file and a test, and docs/rules.md says which.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import subprocess
import sys

import house
from hf_tap import case, run


@case("rules/listed-and-tested")
def _():
    answer = subprocess.run([sys.executable, house.ROOT / "tools/list-rules", "--check"],
                            capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


run()

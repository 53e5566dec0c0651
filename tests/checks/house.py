"""house: what the checks know about the tree: where it is and what is in it.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("HF_SOURCE_ROOT", pathlib.Path(__file__).parents[2])).resolve()
BUILD = pathlib.Path(os.environ.get("HF_BUILD_ROOT", ROOT / "build")).resolve()

sys.path.insert(0, str(ROOT / "tests/lib"))


def files(*patterns):
    """The tree's files that match one of the glob patterns, sorted, build trees left out."""
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(path for path in found if not name(path).startswith(("build", "_", ".")))


def name(path):
    """The path as people write it, from the top of the tree."""
    return str(path.relative_to(ROOT))


def read(path):
    return path.read_text(encoding="utf-8")


def output(*command, **options):
    """Runs command; what it prints. Fails the case with all it said when it fails."""
    options.setdefault("cwd", ROOT)
    result = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, **options
    )
    assert result.returncode == 0, f"{command[0]}:\n{result.stdout}{result.stderr}"
    return result.stdout

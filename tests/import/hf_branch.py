"""hf_branch: a branch of its own for a test of huifangctl.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile

CTL = os.environ["HF_CTL"]
ROOT = pathlib.Path(os.environ["HF_SOURCE_ROOT"])
SAMPLE = ROOT / "data/sample"
NOW = "2026-11-22T09:00"


class Branch:
    """A database in a folder that goes away with it; `with Branch () as branch`."""

    def __init__(self, staff=("林娜", "周敏"), products=("蛋白粉",)):
        self.staff, self.products = staff, products

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="huifang-")
        self.folder = pathlib.Path(self._folder.name)
        self.path = self.folder / "branch.db"
        self.run("init", "--branch", "网点")
        for name in self.staff:
            self.run("staff", "add", name, "--role", "agent")
        for name in self.products:
            self.run("product", "add", name, "--doses", "30", "--shelf-life", "720")
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def command(self, *words):
        return [CTL, "--database", str(self.path), "--now", NOW, "--json", *map(str, words)]

    def call(self, *words):
        """Exit status, the answer (None when it is none), what it said on standard error."""
        done = subprocess.run(self.command(*words), capture_output=True, text=True, timeout=120, check=False)
        try:
            answer = json.loads(done.stdout)
        except ValueError:
            answer = None
        return done.returncode, answer, done.stderr

    def run(self, *words, status=0):
        """The answer of a command that must end with status."""
        code, answer, said = self.call(*words)
        assert code == status, f"{' '.join(map(str, words))}: exit {code}, not {status}\n{said}"
        return answer

    def write(self, name, content, encoding="utf-8"):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    def count(self, what="customer"):
        """Rows of a table, counted by sqlite3 in another connection."""
        with sqlite3.connect(self.path) as database:
            return database.execute(f"SELECT count(*) FROM {what}").fetchone()[0]

"""hf_ctl: a branch of its own for each test, and huifangctl to work with it.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile

HUIFANGCTL = sys.argv[1]


class Branch:
    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self._folder.name, "branch.db")
        self.ask("init", "--branch", "海棠路网点")
        self.ask("staff", "add", "林娜", "--role", "agent")
        self.ask("staff", "add", "周敏", "--role", "agent")
        self.ask("product", "add", "蛋白粉", "--doses", "30", "--shelf-life", "720", "--price", "198.50",
                 "--contraindication", "痛风")

    def call(self, *words, now="2026-11-10T10:00", before=(), **environment):
        return subprocess.run(
            [HUIFANGCTL, "--database", self.path, "--now", now, *before, *words],
            capture_output=True, text=True, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
        )

    def ask(self, *words, **options):
        answer = self.call(*words, before=("--json", *options.pop("before", ())), **options)
        assert answer.returncode == 0, (words, answer.returncode, answer.stderr)
        assert answer.stderr == "", answer.stderr
        return json.loads(answer.stdout)

    def refuse(self, code, *words, **options):
        answer = self.call(*words, **options)
        assert answer.returncode == code, (words, answer.returncode, answer.stdout, answer.stderr)
        assert answer.stdout == "", answer.stdout
        assert answer.stderr.startswith("huifangctl: "), answer.stderr
        return answer.stderr

"""hf_desk: a branch, and the window on it as a clerk has it before them.

Run under `private-session --display --accessible` with huifang and huifangctl as arguments.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

from hf_app import Program, wait_until

HUIFANG, HUIFANGCTL = sys.argv[1:3]
NOW = "2026-11-22T11:42"


class Desk:
    """A branch with three customers whose first contact is late, and Lin Na before the window."""

    def __init__(self, customers=("王秀英", "陈玮", "赵国强"), sign_in=True, prepare=()):
        """prepare: what happened before the window was opened, each as (now, word of huifangctl, …)"""
        self.customers = customers
        self.sign_in = sign_in
        self.prepare = prepare

    def ctl(self, *words, now=NOW):
        answer = subprocess.run(
            [HUIFANGCTL, "--database", self.path, "--now", now, "--json", *words],
            capture_output=True, text=True, check=True,
        )
        return json.loads(answer.stdout)

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "branch.db")
        if self.customers is not None:
            self.ctl("init", "--branch", "海棠路网点")
            self.ctl("staff", "add", "林娜", "--role", "agent")
            self.ctl("product", "add", "蛋白粉", "--doses", "30")
            for number, name in enumerate(self.customers):
                self.ctl("customer", "add", name, "--phone", f"1380000567{number}", "--owner", "林娜",
                         "--card-type", "customer")
                self.ctl("purchase", "add", name, "蛋白粉", "--on", f"2026-11-1{number}")
        for now, *words in self.prepare:
            self.ctl(*words, now=now)
        self.program = Program("huifang", HUIFANG, "--database", self.path, "--now", NOW)
        if self.customers is not None and self.sign_in:
            self.sign_in_as("林娜")
        return self

    def sign_in_as(self, name):
        """A window that was just mapped may still move: a click that missed is made again."""

        def click():
            if not self.program.all("label", self.customers[0]):
                self.program.all("label", name)[0].click()
                time.sleep(0.5)
            return self.program.all("label", self.customers[0])

        self.program.find("label", name)
        # The whole screen of an office PC: else the panel lies over the list, or is folded away.
        self.program.fill_screen()
        time.sleep(0.5)
        wait_until(click, f"{name} to be signed in")
        self.program.find("label", re.compile("free|Free"))

    def __exit__(self, *_):
        self.program.stop()
        self.folder.cleanup()

    def names(self):
        """The customers of the list, from top to bottom; the panel's own is apart."""
        return [node.name for node in self.program.all("label") if node.name in self.customers]

    def visits(self):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM visit").fetchone()[0]

    def outcome(self, name):
        return self.program.find("toggle button", name)

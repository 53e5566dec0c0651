#!/usr/bin/python3
"""A branch's first day, in one go through the window: set up, import, call, look what comes next, take it back.

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

from hf_app import Program, press, wait_until
from hf_tap import case, run

HUIFANG, HUIFANGCTL = sys.argv[1:]
NOW = "2026-11-22T11:42"

CUSTOMERS = """姓名,手机,住址,客户经理
王秀英,13800005678,海棠路5号,王经理
陈玮,13900001234,银杏路9号,王经理
"""
PURCHASES = """姓名,手机,产品,盒数,购买日期
王秀英,13800005678,蛋白粉,2,2026-11-17
"""


class Desk:
    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "data", "branch.db")
        self.program = Program("huifang", HUIFANG, "--database", self.path, "--now", NOW)
        time.sleep(1)
        self.program.fill_screen()
        time.sleep(0.5)
        return self

    def __exit__(self, *_):
        self.program.stop()
        self.folder.cleanup()

    def ctl(self, *words):
        answer = subprocess.run([HUIFANGCTL, "--database", self.path, "--now", NOW, "--json", *words],
                                capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)

    def count(self, table):
        """-1 while there is no such table."""
        try:
            with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
                return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        except sqlite3.OperationalError:
            return -1

    def button(self, name):
        return self.program.find("push button", re.compile(name))

    def go_to(self, step):
        def press_next():
            if not self.program.all("label", f"Step {step} of 3"):
                self.button("Next").activate()
                time.sleep(0.7)
            return self.program.all("label", f"Step {step} of 3")

        wait_until(press_next, f"step {step}")

    def set_up(self):
        self.program.find("text", "Name of the branch").set_text("海棠路网点")
        self.program.find("text", "Your name").set_text("王经理")
        self.go_to(2)
        self.program.find("label", "Import a file")
        self.go_to(3)
        self.button("Set Up").activate()
        self.program.find("label", "海棠路网点")

    def import_table(self, name, content, table, expected):
        """As a file manager opens it with the program, then Check, Import, Close."""
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.huifang.Huifang", "--object-path", "/org/huifang/Huifang",
             "--method", "org.freedesktop.Application.Open", f"['file://{path}']", "{}"],
            check=True, capture_output=True)
        self.button("Check").activate()
        self.program.find("label", "Ready to Import")
        self.button("Import$").activate()
        wait_until(lambda: self.count(table) == expected, f"{expected} in {table}")
        self.program.find("label", "Imported")
        press("Return")  # Close has the focus
        time.sleep(1)


@case("first-day/from-the-first-start-to-a-call-and-back (PUR-4, PLAN-1, VISIT-1)", tries=3)
def _():
    with Desk() as desk:
        desk.set_up()
        desk.button("Choose a File")
        press("Escape")
        time.sleep(0.5)
        desk.ctl("product", "add", "蛋白粉", "--doses", "30")
        desk.import_table("customers.csv", CUSTOMERS, "customer", 2)
        desk.import_table("purchases.csv", PURCHASES, "purchase", 1)
        press("ctrl+1")
        desk.program.find("label", re.compile("28 days of care · step 1 of 5"))
        press("Down", "1", "ctrl+Return")  # the line, “Reached”, recorded: three keys
        desk.program.find("label", re.compile("^Recorded. Next for 王秀英"))
        wait_until(lambda: desk.count("visit") == 1, "the visit")
        assert [row["step"] for row in desk.ctl("due", "--from", "2026-11-22", "--to", "2026-12-31")] == [2]
        press("ctrl+z")
        desk.program.find("label", re.compile("^Undone: .*王秀英"))
        assert desk.count("visit") == 0
        desk.program.find("label", re.compile("28 days of care · step 1 of 5"))


run()

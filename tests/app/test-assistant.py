#!/usr/bin/python3
"""First start, import and merging in the real window.

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

from hf_app import Program, press, wait_until, write
from hf_tap import case, run, skip

HUIFANG, HUIFANGCTL = sys.argv[1:]
NOW = "2026-11-22T11:42"

TABLE = """姓名,手机,出生日期,住址
王秀英,13800005678,1951-03-05,海棠路5号
陈玮,13900001234,1960-01-02,银杏路9号
赵国强,13700004321,1948-13-09,海棠路17号
"""


class Desk:
    """A folder of its own, a window on it, and huifangctl beside it."""

    def __init__(self, *setup):
        self.setup = setup

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "data", "branch.db")
        for words in self.setup:
            self.ctl(*words)
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

    def write(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def open(self, path):
        """As a file manager opens a file with the program."""
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.huifang.Huifang", "--object-path", "/org/huifang/Huifang",
             "--method", "org.freedesktop.Application.Open", f"['file://{path}']", "{}"],
            check=True, capture_output=True)

    def button(self, name):
        return self.program.find("push button", re.compile(name))

    def go_to(self, step):
        """Presses Next until the step is there: the bridge now and then loses a press."""

        def press_next():
            if not self.program.all("label", f"Step {step} of 3"):
                self.button("Next").activate()
                time.sleep(0.7)
            return self.program.all("label", f"Step {step} of 3")

        wait_until(press_next, f"step {step}")

    def fill_first_step(self):
        self.program.find("text", "Name of the branch").set_text("海棠路网点")
        self.program.find("text", "Your name").set_text("王经理")


STAFF = (["init", "--branch", "海棠路网点"], ["staff", "add", "王经理", "--role", "manager"])


def sign_in(desk):
    """The first of the list takes the desk."""
    desk.program.find("label", "王经理")
    press("Tab", "Return")
    desk.program.find("label", "海棠路网点")


@case("first-start/import-then-today (PUR-4)", tries=3)
def _():
    with Desk() as desk:
        desk.fill_first_step()
        desk.button("Add Somebody").activate()
        desk.program.find("text", "Name").set_text("林娜")
        desk.go_to(2)
        desk.program.find("label", "Import a file")
        desk.go_to(3)
        assert not os.path.exists(desk.path), "something was written before the end"
        desk.button("Set Up").activate()
        desk.program.find("label", "海棠路网点")
        assert os.stat(desk.path).st_mode & 0o777 == 0o600
        assert {row["name"]: row["role"] for row in desk.ctl("staff", "list")} == {"王经理": "manager", "林娜": "agent"}
        desk.button("Choose a File")
        press("Escape")
        time.sleep(0.5)
        desk.open(desk.write("customers.csv", TABLE))
        desk.button("Check").activate()
        desk.program.find("label", "Ready to Import")
        desk.program.find("label", re.compile("1948-13-09"))
        assert desk.count("customer") == 0
        desk.button("Import$").activate()
        desk.program.find("label", "Imported")
        assert desk.count("customer") == 2
        desk.button("Undo the Import").activate()
        wait_until(lambda: desk.count("customer") == 0, "the import to be taken back")
        time.sleep(1)
        desk.program.find("label", re.compile("^Undone: "))


@case("first-start/by-keyboard-alone", tries=3)
def _():
    with Desk() as desk:
        branch = desk.program.find("text", "Name of the branch")
        write("haitang")
        wait_until(lambda: branch.text == "haitang", "what is written to go into the first field")
        name = desk.program.find("text", "Your name")
        press("Tab", "Tab")
        wait_until(lambda: name.has("focused") or (press("Tab") or time.sleep(0.3)), "the name to be reached")
        name.set_text("王经理 13800005678")
        press("Return")
        desk.program.find(None, re.compile("^Person 1: "))
        name.set_text("王经理")
        press("Return")
        desk.program.find("label", "Step 2 of 3")
        press("Escape")
        desk.program.find("label", "Step 1 of 3")
        press("Return")
        desk.program.find("label", re.compile("Step [12] of 3"))


@case("first-start/plans-are-chosen (PLAN-10)", tries=3)
def _():
    with Desk() as desk:
        desk.fill_first_step()
        desk.go_to(2)
        press("Tab", "Down", "space")
        desk.go_to(3)
        desk.program.find("label", re.compile("28 days of care"))
        desk.button("Set Up").activate()
        wait_until(lambda: os.path.exists(desk.path) and desk.count("setting") > 5, "the settings")
        with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
            settings = dict(database.execute("SELECT key, value FROM setting"))
        assert settings["plan.purchase"] == "member-28-day", settings
        assert settings["plan.delivery"] == "", settings


@case("first-start/a-folder-that-cannot-be-written-is-said-in-place", tries=3)
def _():
    with Desk() as desk:
        with open(os.path.join(desk.folder.name, "data"), "w", encoding="utf-8"):
            pass
        desk.fill_first_step()
        desk.go_to(2)
        desk.go_to(3)
        desk.button("Set Up").activate()
        desk.program.find(None, re.compile("Choose a folder that you may write to"))
        os.unlink(os.path.join(desk.folder.name, "data"))
        desk.button("Set Up").activate()
        wait_until(lambda: os.path.exists(desk.path), "the database")
        desk.program.find("label", "海棠路网点")


@case("duplicates/two-are-merged-and-given-back (CARD-12)", tries=3)
def _():
    with Desk(*STAFF, ["customer", "add", "王秀英", "--phone", "13800005678", "--address", "海棠路5号"],
              ["customer", "add", "王秀英", "--phone", "13800005678", "--address", "银杏路9号"]) as desk:
        sign_in(desk)
        press("ctrl+shift+d")
        desk.program.find("label", "Same phone number (138****5678 · 138****5678)")
        press("Tab", "Tab", "Return")
        if not desk.program.all("label", "This card stays"):
            desk.program.find("label", "王秀英 · 王秀英").click()
        desk.program.find("label", "This card stays")
        desk.program.find("label", "银杏路9号").click()
        time.sleep(0.5)
        desk.button("_Merge").activate()
        wait_until(lambda: len(desk.ctl("find", "王秀英")) == 1, "one card")
        assert desk.ctl("customer", "show", "王秀英")["address"] == "银杏路9号"
        time.sleep(1)
        press("Escape")
        time.sleep(1)
        press("ctrl+z")
        wait_until(lambda: len(desk.ctl("find", "王秀英")) == 2, "two cards again")


@case("settings/a-product-and-somebody-are-added (ROLE-1, PUR-1)", tries=3)
def _():
    with Desk(*STAFF) as desk:
        sign_in(desk)
        press("F10")
        time.sleep(0.7)
        press("p")
        desk.button("Add a Product").activate()
        name = desk.program.find("text", "Name of the product")
        time.sleep(0.5)
        name.set_text("蛋白粉")
        desk.program.find("text", "Days that one pack lasts").set_text("30")
        desk.program.find("text", "Price, yuan").set_text("198.50")
        desk.button("_Save").activate()
        wait_until(lambda: [row["name"] for row in desk.ctl("product", "list")] == ["蛋白粉"], "the product")
        time.sleep(0.7)
        press("Escape")


@case("first-start/a-full-disk-is-said-and-tried-again", tries=3)
def _():
    with Desk() as desk:
        folder = os.path.dirname(desk.path)
        os.mkdir(folder, 0o700)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", folder], capture_output=True).returncode:
            skip("no file system of its own can be mounted here")
        try:
            desk.fill_first_step()
            desk.go_to(2)
            desk.go_to(3)
            desk.button("Set Up").activate()
            desk.program.find("alert", re.compile("The disk is full"))
            assert os.listdir(folder) == [], os.listdir(folder)
            subprocess.run(["mount", "-o", "remount,size=60m", folder], check=True)
            desk.button("Set Up").activate()
            desk.program.find("label", "海棠路网点")
            desk.program.stop()
        finally:
            subprocess.run(["umount", "-l", folder], check=False)


HOSTILE = {
    "empty": ("empty.csv", b""),
    "not-a-table": ("noise.csv", bytes(range(256)) * 40),
    "one-line-of-20-mb": ("long.csv", b"a" * 20_000_000),
    "encrypted-workbook": ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096),
    "broken-workbook": ("broken.xlsx", b"PK\x03\x04" + b"\0" * 500),
}


@case("import/hostile-files-are-refused-with-a-sentence (PUR-4)", tries=3)
def _():
    with Desk(*STAFF) as desk:
        sign_in(desk)
        for name, content in HOSTILE.values():
            desk.open(desk.write(name, content))
            desk.button("Choose a File")
            desk.program.find("alert", re.compile("file|table|workbook|row|column|Excel"))
            press("Escape")
            time.sleep(0.8)
        os.mkdir(os.path.join(desk.folder.name, "folder.csv"))
        desk.open(os.path.join(desk.folder.name, "folder.csv"))
        desk.button("Choose a File")
        assert desk.count("customer") == 0


run()

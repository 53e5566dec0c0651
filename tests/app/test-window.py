#!/usr/bin/python3
"""The window as a clerk uses it: mouse, keys, and what a screen reader hears.

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
from hf_tap import case, run

HUIFANG, HUIFANGCTL = sys.argv[1:]
NOW = "2026-11-22T11:42"


class Desk:
    """A branch with three customers whose first contact is late, and Lin Na before the window."""

    def __init__(self, customers=("王秀英", "陈玮", "赵国强"), sign_in=True):
        self.customers = customers
        self.sign_in = sign_in

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
        subprocess.run(["xdotool", "getactivewindow", "windowmove", "0", "0", "windowsize", "1366", "768"], check=True)
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


@case("window/says-whom-to-contact-and-why (VISIT-2)", tries=3)
def _():
    with Desk() as desk:
        desk.program.find("label", re.compile("Overdue"))
        desk.program.find("label", re.compile("28 days of care · step 1 of 5"))
        desk.program.find("label", re.compile("after the purchase on 10 Nov"))
        desk.program.find("label", "138****5670")
        assert not desk.program.all("label", re.compile("13800005670"))


@case("window/a-call-that-went-well-is-two-keys-and-taken-back (VISIT-1)", tries=3)
def _():
    with Desk() as desk:
        press("1", "ctrl+Return")
        desk.program.find("label", re.compile("^Recorded. Next for 王秀英"))
        wait_until(lambda: desk.visits() == 1, "the visit")
        press("ctrl+z")
        desk.program.find("label", re.compile("^Undone: .*王秀英"))
        assert desk.visits() == 0
        press("ctrl+shift+z")
        desk.program.find("label", re.compile("^Done again: .*王秀英"))
        assert desk.visits() == 1


@case("window/undo-from-the-toast", tries=3)
def _():
    with Desk() as desk:
        press("1", "ctrl+Return")
        desk.program.find("label", re.compile("^Recorded"))
        desk.program.find("label", "Undo").click()
        wait_until(lambda: desk.visits() == 0, "the visit to go")


@case("window/the-next-customer-takes-the-spot", tries=3)
def _():
    with Desk() as desk:
        press("1", "ctrl+Return")
        desk.program.find("label", re.compile("^Recorded"))
        desk.program.find("label", "138****5671")


@case("PHONE-1/reveal-shows-the-number-and-is-noted", tries=3)
def _():
    with Desk() as desk:
        desk.program.find("label", "138****5670")
        desk.program.find("push button", "Show the number").activate()
        desk.program.find("label", "13800005670")
        with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
            assert database.execute("SELECT count(*) FROM audit WHERE action = 'reveal'").fetchone()[0] == 1


@case("PHONE-2/a-number-in-the-note-is-refused-in-place", tries=3)
def _():
    with Desk() as desk:
        press("1")
        desk.program.find("text", "Note").set_text("女儿 13800001111")
        press("ctrl+Return")
        desk.program.find("label", re.compile("holds a phone number"))
        assert desk.visits() == 0


@case("window/what-another-process-writes-appears-and-the-choice-stays", tries=3)
def _():
    with Desk() as desk:
        press("Down")
        desk.program.find("label", "138****5671")
        desk.ctl("visit", "log", "王秀英", "--channel", "home", "--outcome", "reached")
        desk.program.find("label", re.compile("^Done$"))
        desk.program.find("label", "138****5671")


@case("SCHED-8/snooze-by-key", tries=3)
def _():
    with Desk() as desk:
        press("ctrl+h")
        desk.program.find("label", re.compile("王秀英: you will be reminded 12:42"))
        assert [row["due"][:10] for row in desk.ctl("due")][0] == "2026-11-13"


@case("SCHED-8/skip-asks-why", tries=3)
def _():
    with Desk() as desk:
        press("Delete")
        reason = desk.program.find("text", "Reason")
        time.sleep(0.5)  # a window that has just been mapped may still move
        reason.click()
        reason.wait_for("focused")
        write("in hospital")
        wait_until(lambda: reason.text == "in hospital", "the reason")
        press("Return")
        # Asking GTK 4.8 about a dialog while it closes brings the program down: look at the database first.
        wait_until(lambda: desk.ctl("due", "--from", "2026-11-01", "--state", "skipped"), "the skip")
        time.sleep(1)
        desk.program.find("label", re.compile("王秀英: skipped"))


@case("window/a-notification-opens-its-follow-up", tries=3)
def _():
    with Desk() as desk:
        last = desk.ctl("due")[-1]
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.huifang.Huifang", "--object-path",
             "/org/huifang/Huifang", "--method", "org.freedesktop.Application.ActivateAction",
             "show-follow-up", f"[<int64 {last['id']}>]", "{}"], check=True, capture_output=True)
        desk.program.find("label", "138****5672")


@case("window/search-finds-by-tail-and-enter-shows", tries=3)
def _():
    with Desk() as desk:
        press("ctrl+k", "5", "6", "7", "2")
        desk.program.find("list item", "赵国强")
        press("Return")
        desk.program.find("label", "138****5672")


@case("window/a-damaged-database-is-said", tries=3)
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "branch.db")
        with open(path, "w", encoding="utf-8") as file:
            file.write("no database" * 100)
        program = Program("huifang", HUIFANG, "--database", path)
        try:
            program.find("label", "The Database Is Damaged")
        finally:
            program.stop()


run()

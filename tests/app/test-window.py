#!/usr/bin/python3
"""The window as a clerk uses it: mouse, keys, and what a screen reader hears.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sqlite3
import subprocess
import tempfile
import time

from hf_app import Program, press, wait_until, write
from hf_desk import HUIFANG, Desk
from hf_tap import case, run


@case("window/says-whom-to-contact-and-why (VISIT-2)", tries=3)
def _():
    with Desk() as desk:
        desk.program.find("label", re.compile("Overdue"))
        desk.program.find("label", re.compile("28 days of care · step 1 of 5"))
        desk.program.find("label", re.compile("after the purchase on 10 Nov"))
        desk.program.find("label", "138****5670")
        assert not desk.program.all("label", re.compile("13800005670"))
        press("F1")
        desk.program.find("label", "Hand over")
        press("Escape")
        desk.program.wait_gone("label", "Hand over")


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


@case("window/ctrl-z-while-typing-is-about-the-words", tries=3)
def _():
    with Desk() as desk:
        press("1", "ctrl+Return")
        wait_until(lambda: desk.visits() == 1, "the visit")
        note = desk.program.find("text", "Note")
        note.click()
        note.wait_for("focused")
        write("abc def")
        wait_until(lambda: note.text == "abc def", "the words")
        press("ctrl+z", "ctrl+z", "ctrl+z")
        wait_until(lambda: note.text == "", "the words to go")
        time.sleep(1)
        assert desk.visits() == 1
        press("ctrl+y")
        wait_until(lambda: note.text != "", "the words to come back")


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

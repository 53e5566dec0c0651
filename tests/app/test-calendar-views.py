#!/usr/bin/python3
"""Week, day and agenda of the calendar, by keyboard and by mouse.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sqlite3
import subprocess
import time

import hf_desk
from hf_app import keep_picture, press, wait_until, write
from hf_tap import case, run

LI, ZHOU = "李梅", "周建华"
TUESDAY, THURSDAY = "2026-11-24", "2026-11-26"


class Desk(hf_desk.Desk):
    """Li Mei's first home visit is due on Tuesday; the week from Monday 23 November is shown."""

    def __init__(self, view, names=(LI,)):
        bought = "2026-11-21"
        super().__init__(prepare=[(f"{bought}T09:00", *words) for name in names for words in (
            ("customer", "add", name, "--owner", "林娜", "--card-type", "customer"),
            ("purchase", "add", name, "蛋白粉", "--on", bought))])
        self.view = view

    def __enter__(self):
        super().__enter__()
        press("ctrl+3")
        time.sleep(1.5)
        self.program.find("label", "Week").click()
        time.sleep(0.7)
        press("4" if self.view == "4" else "Next")
        time.sleep(0.7)
        if self.view == "2":
            self.chip()
        time.sleep(0.5)
        return self

    def chip(self, name=LI):
        """Of the view that is shown: those before it keep their own."""
        wait_until(lambda: self.program.all("push button", f"{name}, Home visit"), f"{name} to be shown")
        return self.program.all("push button", re.compile(f"^{name}, Home visit(, \\d\\d:\\d\\d)?$"))[-1]

    def days(self, *names):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return {row[0]: row[1] for row in database.execute(
                "SELECT c.name, date (f.due_on * 86400, 'unixepoch') FROM follow_up f"
                " JOIN customer c ON c.id = f.customer_id WHERE f.state = 'open'") if row[0] in names}

    def wait_days(self, day, *names):
        wait_until(lambda: self.days(*names) == dict.fromkeys(names, day), f"{day}, not {self.days(*names)}")

    def row(self):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute(
                "SELECT date (f.due_on * 86400, 'unixepoch'), f.agreed_at % 1440 FROM follow_up f"
                " JOIN customer c ON c.id = f.customer_id WHERE c.name = ? AND f.state = 'open'", (LI,)).fetchone()

    def wait_row(self, day, minute):
        wait_until(lambda: self.row() == (day, minute), f"{day} {minute}, not {self.row()}")


def tool(*words):
    subprocess.run(["xdotool", *[str(word) for word in words]], check=True)


def drag(x, y, to_x, to_y):
    """In steps, as a hand does."""
    tool("mousemove", x, y, "mousedown", 1)
    for step in range(1, 9):
        tool("mousemove", x + (to_x - x) * step // 8, y + (to_y - y) * step // 8)
        time.sleep(0.12)
    time.sleep(0.6)
    keep_picture("calendar-week-drag")
    tool("mouseup", 1)


@case("calendar-views/CAL-2/another-hour-with-keys-and-undo", tries=3)
def _():
    with Desk("2") as desk:
        assert desk.row() == (TUESDAY, None), desk.row()
        desk.chip().click()
        time.sleep(0.5)
        press("ctrl+x")
        time.sleep(0.7)
        press("Down", "Down", "Down", "Down")
        keep_picture("calendar-week-keys")
        press("Return")
        desk.wait_row(TUESDAY, 11 * 60)
        time.sleep(0.7)
        press("ctrl+z")
        desk.wait_row(TUESDAY, None)


@case("calendar-views/CAL-2/dragged-to-thursday-asks-why (SCHED-8)", tries=3)
def _():
    with Desk("2") as desk:
        x, y = desk.chip().point()
        width = desk.chip().box()[2]
        drag(x, y, x + 2 * (width + 6), y)
        reason = desk.program.find("text", "Reason")
        time.sleep(0.7)
        reason.click()
        reason.wait_for("focused")
        write("is away")
        press("Return")
        desk.wait_row(THURSDAY, None)
        time.sleep(0.7)
        press("ctrl+z")
        desk.wait_row(TUESDAY, None)


@case("calendar-views/CAL-2/several-of-a-week-are-one-move-and-one-undo", tries=3)
def _():
    with Desk("2", names=(LI, ZHOU)) as desk:
        desk.chip().click()
        desk.chip().wait_for("focused")
        press("space")
        tool("keydown", "ctrl")
        desk.chip(ZHOU).click()
        desk.chip(ZHOU).wait_for("focused")
        tool("keyup", "ctrl")
        press("ctrl+x", "Left")
        desk.program.find(None, re.compile("2 contacts → .*23 Nov"))
        keep_picture("calendar-week-several")
        press("Return")
        desk.wait_days("2026-11-23", LI, ZHOU)
        desk.program.find("label", re.compile("2 contacts: moved to"))
        press("ctrl+z")
        desk.wait_days(TUESDAY, LI, ZHOU)


@case("calendar-views/CAL-1/day-dragged-down-to-another-hour", tries=3)
def _():
    with Desk("2") as desk:
        desk.chip().click()
        time.sleep(0.4)
        press("3")
        time.sleep(1)
        x, y = desk.chip().point()
        drag(x, y, x, y + 46 * 2)
        wait_until(lambda: desk.row()[1] is not None, "an hour")
        assert desk.row()[0] == TUESDAY and abs(desk.row()[1] - 11 * 60) <= 45, desk.row()


@case("calendar-views/CAL-1/agenda-lists-by-day", tries=3)
def _():
    with Desk("4") as desk:
        keep_picture("calendar-agenda")
        desk.program.find("label", re.compile("24 Nov"))


run()

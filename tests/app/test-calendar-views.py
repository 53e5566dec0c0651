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

LI = "李梅"
TUESDAY, THURSDAY = "2026-11-24", "2026-11-26"


class Desk(hf_desk.Desk):
    """Li Mei's first home visit is due on Tuesday; the week from Monday 23 November is shown."""

    def __init__(self, view):
        bought = "2026-11-21"
        super().__init__(prepare=(
            (f"{bought}T09:00", "customer", "add", LI, "--owner", "林娜", "--card-type", "customer"),
            (f"{bought}T09:01", "purchase", "add", LI, "蛋白粉", "--on", bought)))
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

    def chip(self):
        """Of the view that is shown: those before it keep their own."""
        wait_until(lambda: self.program.all("push button", f"{LI}, Home visit"), f"{LI} to be shown")
        return self.program.all("push button", re.compile(f"^{LI}, Home visit(, \\d\\d:\\d\\d)?$"))[-1]

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

#!/usr/bin/python3
"""The calendar as a clerk uses it: looking, dragging, and the same with keys.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sqlite3
import subprocess
import tempfile
import time

import hf_desk
from hf_app import keep_picture, press, wait_until, write
from hf_tap import case, run

WANG = "王秀英"
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"
SUNDAY = "2026-11-22"  # the day before, which is today


class Desk(hf_desk.Desk):
    """Wang Xiuying's first contact is due on Tuesday 24 November; she wants no contact on Wednesdays."""

    def __init__(self, others=()):
        """others: more customers whose first contact is due on the same day"""
        super().__init__(customers=None, sign_in=False)
        self.others = others

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "branch.db")
        self.ctl("init", "--branch", "海棠路网点")
        self.ctl("staff", "add", "林娜", "--role", "agent")
        self.ctl("product", "add", "蛋白粉", "--doses", "30")
        self.ctl("customer", "add", WANG, "--phone", "13800005678", "--owner", "林娜", "--card-type", "customer",
                 "--no-contact", "wed")
        self.ctl("purchase", "add", WANG, "蛋白粉", "--on", "2026-11-21")
        for name in self.others:
            self.ctl("customer", "add", name, "--owner", "林娜", "--card-type", "customer", "--area", "东湖苑")
            self.ctl("purchase", "add", name, "蛋白粉", "--on", "2026-11-21")
        self.customers = [WANG]
        self.program = hf_desk.Program("huifang", hf_desk.HUIFANG, "--database", self.path, "--now", hf_desk.NOW)
        self.program.find("label", "林娜")
        self.program.fill_screen()
        time.sleep(0.5)
        wait_until(self.sign_in_once, "Lin Na to be signed in")
        press("ctrl+3")
        self.program.find("push button", re.compile("^" + WANG))
        time.sleep(1)
        return self

    def sign_in_once(self):
        if not self.program.all("label", re.compile("free|Free|due")):
            nodes = self.program.all("label", "林娜")
            if nodes:
                nodes[0].click()
            time.sleep(0.7)
        return self.program.all("label", "Today’s work") or self.program.all("label", "Calendar")

    def due(self):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute("SELECT date (due_on * 86400, 'unixepoch') FROM follow_up"
                                    " WHERE state = 'open'").fetchone()[0]

    def all_due(self):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            rows = database.execute("SELECT date (due_on * 86400, 'unixepoch') FROM follow_up WHERE state = 'open'")
            return sorted(row[0] for row in rows)

    def cell(self, day):
        names = {MONDAY: "23", TUESDAY: "24", WEDNESDAY: "25", THURSDAY: "26", SUNDAY: "22"}
        return self.program.find("table cell", re.compile(f"\\b{names[day]} Nov"))

    def chip(self):
        return self.program.find("push button", re.compile("^" + WANG))

    def hold(self, node, to, down=0.5):
        """Drags in steps, as a hand does, and does not let go yet."""
        x, y = node.point()
        to_x, to_y = to.point(down=down)
        tool("mousemove", x, y, "mousedown", 1)
        for step in range(1, 9):
            tool("mousemove", x + (to_x - x) * step // 8, y + (to_y - y) * step // 8)
            time.sleep(0.12)

    def drag(self, day, node=None):
        self.hold(node or self.chip(), self.cell(day), 0.8)
        time.sleep(0.6)
        keep_picture(f"calendar-drag-{day}")
        tool("mouseup", 1)

    def row(self):
        """Of the list beside the month; where letters are wide, the panel is folded."""
        first = re.compile("^1\\. " + WANG)
        try:
            return self.program.find("list item", first, timeout=4)
        except AssertionError:
            press("F9")
        return self.program.find("list item", first)

    def give_reason(self):
        reason = self.program.find("text", "Reason")
        time.sleep(0.7)
        reason.click()
        reason.wait_for("focused")
        write("is away")
        press("Return")


def tool(*words):
    subprocess.run(["xdotool", *[str(word) for word in words]], check=True)


def wait_due(desk, day):
    wait_until(lambda: desk.due() == day, f"the contact to be due on {day}, not {desk.due()}")


@case("calendar/CAL-2/drag-from-tuesday-to-thursday-and-undo (SCHED-8)", tries=3)
def _():
    with Desk() as desk:
        assert desk.due() == TUESDAY
        desk.drag(THURSDAY)
        desk.give_reason()
        wait_due(desk, THURSDAY)
        time.sleep(1)
        desk.program.find("label", re.compile(WANG + ": moved to"))
        wait_until(lambda: desk.chip().point()[0] > desk.cell(WEDNESDAY).point()[0], "the chip on Thursday")
        assert [row["customer"] for row in desk.ctl("due", "--on", THURSDAY)] == [WANG]
        press("ctrl+k", "5", "6", "7", "8")
        desk.program.find("list item", WANG)
        press("Return")
        desk.program.find("label", re.compile("26 Nov"))  # on the card
        press("ctrl+3")
        press("ctrl+z")
        wait_due(desk, TUESDAY)


@case("calendar/CAL-2/the-same-with-keys-and-it-stands-in-today", tries=3)
def _():
    with Desk() as desk:
        desk.cell(SUNDAY).wait_for("focused")
        press("Right", "Right")
        desk.cell(TUESDAY).wait_for("focused")
        press("Tab")
        desk.chip().wait_for("focused")
        press("ctrl+x", "Right", "Right")
        desk.program.find(None, re.compile(f"{WANG} → .*26 Nov.*reason"))
        keep_picture("calendar-keys")
        press("Return")
        desk.give_reason()
        wait_due(desk, THURSDAY)
        time.sleep(1)
        press("ctrl+z")
        wait_due(desk, TUESDAY)
        time.sleep(1)
        # To today, which is earlier: no reason is asked for.
        desk.cell(THURSDAY).wait_for("focused")
        press("Left", "Left", "Tab")
        desk.chip().wait_for("focused")
        press("ctrl+x", "Left", "Left", "Return")
        wait_due(desk, SUNDAY)
        press("ctrl+1")
        desk.program.find("label", WANG)


@case("calendar/CARD-7/a-day-without-contact-is-refused-with-the-reason", tries=3)
def _():
    with Desk() as desk:
        desk.drag(WEDNESDAY)
        desk.program.find("label", re.compile("does not want to be contacted on that weekday"))
        assert desk.due() == TUESDAY
        desk.program.wait_gone("label", re.compile("does not want to be contacted on that weekday"))
        desk.chip().wait_for("focused")
        press("ctrl+x", "Right", "Return")
        desk.program.find("label", re.compile("does not want to be contacted on that weekday"))
        assert desk.due() == TUESDAY
        press("Escape")


@case("calendar/CAL-2/several-are-one-move-and-one-undo", tries=3)
def _():
    with Desk(others=["李桂兰"]) as desk:
        desk.cell(SUNDAY).wait_for("focused")
        press("Right", "Right", "Tab", "space", "Down", "space", "ctrl+x", "Left")
        desk.program.find(None, re.compile("2 contacts → .*23 Nov"))
        press("Return")
        wait_until(lambda: desk.all_due() == ["2026-11-23"] * 2, f"both on Monday, not {desk.all_due()}")
        time.sleep(1)
        press("ctrl+z")
        wait_until(lambda: desk.all_due() == [TUESDAY] * 2, f"both on Tuesday again, not {desk.all_due()}")


@case("calendar/CAL-2/dragged-from-the-list-beside-it", tries=3)
def _():
    with Desk() as desk:
        desk.cell(SUNDAY).wait_for("focused")
        press("Right", "Right")
        row = desk.row()
        desk.hold(row, desk.cell(WEDNESDAY), 0.8)
        desk.program.find(None, re.compile(f"{WANG} → .*25 Nov.*does not want to be contacted"))
        keep_picture("calendar-drag-from-list")
        x, y = desk.cell(MONDAY).point(down=0.8)
        tool("mousemove", x + 2, y, "mousemove", x, y)
        desk.program.find(None, re.compile(f"{WANG} → .*23 Nov.*1 h"))
        tool("mouseup", 1)
        wait_due(desk, MONDAY)
        desk.program.find("label", re.compile(WANG + ": moved to"))


@case("calendar/CAL-2/held-over-next-the-month-turns", tries=3)
def _():
    with Desk() as desk:
        x, y = desk.cell(THURSDAY).point(down=0.8)
        desk.hold(desk.chip(), desk.program.find("push button", "Next"))
        desk.program.wait_gone("label", "November 2026")
        tool("mousemove", x + 3, y, "mousemove", x, y)
        # A slow machine turns more than one page meanwhile.
        desk.program.find(None, re.compile(f"{WANG} → Thu .*reason will be asked"))
        keep_picture("calendar-turned")
        tool("mouseup", 1)
        desk.give_reason()
        wait_until(lambda: desk.due() > "2026-12", f"another month, not {desk.due()}")


@case("calendar/CAL-2/escape-cancels-a-drag", tries=3)
def _():
    with Desk() as desk:
        desk.hold(desk.chip(), desk.cell(MONDAY), 0.8)
        desk.program.find(None, re.compile(f"{WANG} → .*23 Nov"))
        press("Escape")
        desk.program.wait_gone("label", re.compile(f"{WANG} → "))
        tool("mouseup", 1)
        desk.drag(SUNDAY)
        wait_due(desk, SUNDAY)
        desk.program.find("label", re.compile(WANG + ": moved to"))
        press("ctrl+z")
        wait_due(desk, TUESDAY)  # and not Monday


@case("calendar/CAL-2/dragged-out-of-the-days-of-the-next-month", tries=3)
def _():
    with Desk() as desk:
        desk.cell(SUNDAY).wait_for("focused")
        press("Right", "Right", "Tab")
        desk.chip().wait_for("focused")
        press("ctrl+x", "Down", "Return")
        desk.give_reason()
        wait_due(desk, "2026-12-01")
        desk.program.find("label", "December 2026")
        desk.program.find("push button", "Previous").click()
        desk.program.find("label", "November 2026")
        desk.drag(TUESDAY, desk.program.find("push button", re.compile(f"^{WANG}, Home visit$")))
        wait_due(desk, TUESDAY)
        desk.program.find("label", "November 2026")


def choose_area(program):
    program.find("combo box", "Area").click()
    wait_until(lambda: len(program.all("label", "东湖苑")) > 0, "the list of areas")
    press("Down", "Return")
    program.wait_gone("push button", re.compile("^" + WANG))


@case("calendar/CAL-1/the-filter-is-remembered", tries=3)
def _():
    with Desk(others=["李桂兰"]) as desk:
        for start in ("first", "second"):
            desk.program.stop()
            desk.program = hf_desk.Program("huifang", hf_desk.HUIFANG, "--database", desk.path, "--now", hf_desk.NOW,
                                           GSETTINGS_BACKEND="keyfile")
            wait_until(desk.sign_in_once, "Lin Na to be signed in")
            press("ctrl+3")
            desk.program.find("push button", re.compile("^李桂兰"))
            if start == "first":
                choose_area(desk.program)
        desk.program.wait_gone("push button", re.compile("^" + WANG))


@case("calendar/CAL-2/the-order-of-a-round-by-keys", tries=3)
def _():
    with Desk(others=["李桂兰"]) as desk:
        desk.cell(SUNDAY).wait_for("focused")
        press("Right", "Right")
        time.sleep(1)
        keep_picture("calendar-side")
        first = desk.row()
        first.click()
        first.wait_for("focused")
        press("alt+Down")
        desk.program.find("list item", re.compile("^2\\. 王秀英"))
        keep_picture("calendar-order")
        with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
            order = database.execute("SELECT c.name FROM follow_up f JOIN customer c ON c.id = f.customer_id"
                                     " WHERE f.visit_order > 0 ORDER BY f.visit_order").fetchall()
        assert [row[0] for row in order] == ["李桂兰", WANG], order


@case("calendar/CAL-4/spring-festival-of-two-years", tries=3)
def _():
    with Desk() as desk:
        press(*["Page_Up"] * 9)
        desk.program.find("table cell", re.compile("^Tue 17 Feb, Spring Festival"))
        press(*["Page_Down"] * 12)
        desk.program.find("table cell", re.compile("^Sat 6 Feb, Spring Festival"))
        press("t")
        desk.cell(SUNDAY).wait_for("focused")


run()

#!/usr/bin/python3
"""Rounds of greetings, the week plan, and a full week that is spread, by keyboard and by mouse.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sqlite3
import tempfile

import hf_desk
from hf_app import keep_picture, press, wait_until
from hf_tap import case, run

ROUND = ("2026-11-22T09:00", "greeting", "start", "cold spell", "王秀英", "陈玮", "赵国强", "--text",
         "{customer}, mind the cold", "--channel", "message", "--on", "2026-11-23")


class Desk(hf_desk.Desk):
    """The rounds of greetings are shown."""

    def __enter__(self):
        super().__enter__()
        self.program.find("push button", "Greetings").activate()
        self.program.find("label", re.compile("^(Preview|Words|No greetings yet)$"))
        return self

    def wait_progress(self, text):
        self.program.find("label", text)

    def focus_list(self):
        self.program.find("list", "Customers to greet")
        wait_until(lambda: [node for node in self.program.all("list item") if node.has("focused")], "a line with the focus")

    def rows(self, sql):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute(sql).fetchall()


@case("greetings/CAL-7/ticked-off-with-a-key-each-and-undone", tries=3)
def _():
    with Desk(prepare=[ROUND]) as desk:
        desk.wait_progress("0 of 3 done")
        desk.focus_list()
        first = desk.program.find("label", re.compile(", mind the cold$")).name.split(",")[0]
        press("space")
        desk.wait_progress("1 of 3 done")
        press("space")
        desk.wait_progress("2 of 3 done")
        keep_picture("greetings-ticked")
        assert desk.rows("SELECT count(*) FROM visit WHERE note = 'cold spell' AND channel = 'message'") == [(2,)]
        press("ctrl+z")
        desk.wait_progress("1 of 3 done")
        assert desk.rows("SELECT c.name FROM greeting g JOIN customer c ON c.id = g.customer_id"
                         " WHERE g.done_at IS NOT NULL") == [(first,)], first


@case("greetings/CAL-7/left-out-with-the-reason (SCHED-8)", tries=3)
def _():
    with Desk(prepare=[ROUND]) as desk:
        desk.wait_progress("0 of 3 done")
        desk.focus_list()
        # Another process ticks one off: the window follows.
        number, = desk.rows("SELECT id FROM greeting_round")[0]
        desk.ctl("greeting", "done", str(number), "陈玮")
        desk.wait_progress("1 of 3 done")
        desk.focus_list()
        press("Delete")
        desk.program.find("text", "Reason").set_text("in hospital")
        press("Return")
        wait_until(lambda: desk.rows("SELECT state_reason FROM follow_up WHERE kind = 'greeting' AND state = 'skipped'")
                   == [("in hospital",)], "one to be left out")


@case("week-plan/CAL-10/meant-with-a-key-noted-and-undone", tries=3)
def _():
    with hf_desk.Desk() as desk:
        press("ctrl+3")
        desk.program.find("label", "Plan").click()
        desk.program.find("label", re.compile("3 still without a plan"))
        desk.program.find("label", "Develop").click()
        desk.program.find("label", re.compile("2 still without a plan"))
        desk.program.find("text", "What came of it").set_text("wants a box")
        desk.program.find("text", "What came of it").click()
        press("Return")

        def plan():
            with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
                return database.execute("SELECT intent, result FROM week_intent").fetchall()

        wait_until(lambda: plan() == [("develop", "wants a box")], "the result to be saved")
        keep_picture("week-plan")
        # In the field Ctrl+Z is about the words that are typed.
        desk.program.find("label", re.compile("Noted what came of it"))
        desk.program.find("label", "Undo").click()
        wait_until(lambda: plan() == [("develop", "")], "the result to be taken back")


@case("greetings/TEXT-3/started-with-a-preview (TEXT-1)", tries=3)
def _():
    with Desk() as desk:
        # The page of a round has one too, which is not shown.
        desk.program.find("push button", re.compile("New Round"), index=1).activate()
        desk.program.find("label", "Preview")
        greet = desk.program.find("push button", re.compile("Greet$"))
        words = desk.program.find("text", "Words")
        words.set_text("{customer}，保证治愈")
        wait_until(lambda: not greet.has("sensitive"), "a claim to be refused")
        words.set_text("{customer}, mind the ice")
        desk.program.find("label", re.compile("陈玮, mind the ice"))
        keep_picture("greetings-new")
        greet.wait_for("sensitive")
        greet.activate()
        desk.wait_progress("0 of 3 done")


@case("events/EVT-1/one-is-planned-with-the-keyboard", tries=3)
def _():
    with hf_desk.Desk() as desk:
        press("ctrl+5")
        wait_until(lambda: [one for one in desk.program.all("push button", re.compile("New Event")) if one.has("focused")],
                   "the button with the focus")
        press("ctrl+n")
        desk.program.find("text", "Name of the event").set_text("tea")
        press("Return")
        # Hidden widgets can be found too: that the list shows it is what tells.
        desk.program.find("label", "tea")
        with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
            assert database.execute("SELECT title FROM event").fetchall() == [("tea",)]
        keep_picture("events-nobody")


@case("calendar/CAL-1/a-full-week-is-spread-once-it-was-agreed-to", tries=3)
def _():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "cards.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("姓名,负责人,卡类\n" + "".join(f"顾客{i},林娜,新卡\n" for i in range(74)))
        # Each is to be called by Tuesday: 74 calls of 5 minutes, which is more than the day holds.
        with hf_desk.Desk(prepare=[("2026-11-22T09:00", "import", "customers", path)]) as desk:

            def count(day):
                with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
                    return database.execute(
                        "SELECT count(*) FROM follow_up WHERE state = 'open' AND due_on = unixepoch (?) / 86400", (day,)
                    ).fetchone()[0]

            assert count("2026-11-24") == 74, count("2026-11-24")
            press("ctrl+3")
            desk.program.find("label", "Week").click()
            press("Next")
            desk.program.find("label", re.compile("23 Nov"))
            desk.program.find(None, "More for the calendar").click()
            desk.program.find("menu item", re.compile("Full Week")).activate()
            desk.program.find("push button", re.compile("Move$"))
            ticks = desk.program.all("check box", re.compile("顾客"))
            assert len(ticks) == 2 and count("2026-11-24") == 74, len(ticks)
            keep_picture("calendar-spread")
            # What is unticked stays where it is, and so do its five minutes.
            ticks[0].click()
            desk.program.find("label", re.compile("→ 6 h 5"))
            ticks[0].click()
            desk.program.find("label", re.compile("→ 6 h(?! 5)"))
            press("Return")
            wait_until(lambda: count("2026-11-24") == 72, "two calls to be moved, by Return from the list")
            desk.program.find("label", "Undo").click()
            wait_until(lambda: count("2026-11-24") == 74, "the calls to come back")


run()

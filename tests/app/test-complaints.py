#!/usr/bin/python3
"""The Complaints page and a case as a clerk uses them: keys, mouse, and a colleague at another desk.

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
NOW = "2026-11-24T10:00"  # a Tuesday


class Desk:
    """A branch with two customers of an agent's, complaints as asked for, and its manager at the desk."""

    def __init__(self, complaints=0, bought=()):
        self.complaints = complaints
        self.bought = bought

    def ctl(self, *words, now=NOW):
        answer = subprocess.run(
            [HUIFANGCTL, "--database", self.path, "--now", now, "--json", *words],
            capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "branch.db")
        self.ctl("init", "--branch", "海棠路网点")
        for name, role in (("陈林", "manager"), ("林娜", "agent"), ("周敏", "agent")):
            self.ctl("staff", "add", name, "--role", role)
        for name in ("王秀英", "李玉兰"):
            self.ctl("customer", "add", name, "--owner", "林娜", "--card-type", "customer")
        for product in self.bought:
            self.ctl("product", "add", product, "--doses", "30")
            self.ctl("purchase", "add", "王秀英", f"{product}:2", "--on", "2026-11-21")
        for number in range(self.complaints):
            self.ctl("complaint", "open", "王秀英", "--reason", "attitude", "--note", f"第{number}次",
                     now=f"2026-11-23T16:{number:02}")
        self.program = Program("huifang", HUIFANG, "--database", self.path, "--now", NOW)
        self.program.find("label", "陈林")
        self.program.fill_screen()
        time.sleep(0.5)
        wait_until(self.sign_in, "the manager to be signed in")
        return self

    def sign_in(self):
        if self.program.all("label", "Complaints"):
            return True
        self.program.all("label", "陈林")[0].click()
        time.sleep(0.5)
        return False

    def __exit__(self, *_):
        self.program.stop()
        self.folder.cleanup()

    def ask(self, sql):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute(sql).fetchone()[0]

    def stage(self):
        return self.ask("SELECT stage FROM complaint ORDER BY number DESC LIMIT 1")

    def open_board(self):
        press("ctrl+4")
        self.program.find("label", re.compile("acknowledge within"))
        time.sleep(1)  # the first card takes the keyboard

    def step(self, *keys, until, what):
        """The next step of the case by its key, the dialog's keys, and Enter; the database tells that it is done."""
        time.sleep(0.6)  # GTK 4.8 does not bear being asked about a dialog that closes
        press("ctrl+Return")
        time.sleep(0.9)
        for key in keys:
            if key.startswith("="):
                write(key[1:])
            else:
                press(key)
            time.sleep(0.2)
        press("Return")
        wait_until(until, what)


@case("COMP-3/from-a-card-to-closed-by-keyboard-alone (COMP-1, COMP-4, COMP-9)", tries=3)
def _():
    with Desk() as desk:
        press("ctrl+k")
        write("wxy")
        time.sleep(1)
        press("Return")
        desk.program.find("label", "Customer Card")
        time.sleep(0.8)
        press("ctrl+shift+c")
        time.sleep(0.8)
        write("The powder was gone after ten days")
        press("ctrl+Return")
        wait_until(lambda: desk.ask("SELECT count(*) FROM complaint") == 1, "the complaint")
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        desk.step(until=lambda: desk.stage() == "acknowledged", what="acknowledged")
        desk.step(until=lambda: desk.ask("SELECT count(*) FROM visit") == 1, what="the call back")
        assert desk.ask("SELECT state FROM deadline WHERE what = 'call-back'") == "kept"
        desk.step(until=lambda: desk.stage() == "investigating", what="investigating")
        desk.step("=We are sorry", until=lambda: desk.ask("SELECT apologised_at IS NOT NULL FROM complaint"),
                  what="the apology")
        desk.step("=One more tin, with a card on how to use it", until=lambda: desk.stage() == "answered",
                  what="answered")
        desk.step(until=lambda: desk.stage() == "resolved", what="resolved")
        desk.step("space", "Down", "Down", "Down", "Down", "Return", "Tab", "=Nobody explained the dose",
                  until=lambda: desk.stage() == "closed", what="closed")
        assert desk.ask("SELECT satisfaction FROM complaint") == 4
        assert desk.ask("SELECT cause FROM complaint") == "Nobody explained the dose"
        assert desk.ask("SELECT count(*) FROM complaint_move") == 6
        assert desk.ask("SELECT count(*) FROM deadline WHERE state = 'missed'") == 0


@case("COMP-3/keys-on-the-board-move-a-card-and-undo-brings-it-back", tries=3)
def _():
    with Desk(complaints=2) as desk:
        desk.open_board()
        press("Down")
        press("ctrl+Right")
        time.sleep(0.9)
        press("Return")
        wait_until(lambda: desk.stage() == "acknowledged", "the second card in the second column")
        time.sleep(1)
        press("Left", "Right")
        press("ctrl+z")
        wait_until(lambda: desk.stage() == "received", "it taken back")


@case("COMP-3/a-card-dropped-two-stages-on-is-refused-with-what-would-be-right", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.open_board()
        for x, act in ((300, "mousedown"), (320, None), (500, None), (760, None), (780, None), (785, "mouseup")):
            subprocess.run(["xdotool", "mousemove", str(x), "200"], check=True)
            time.sleep(0.2)
            if act:
                subprocess.run(["xdotool", act, "1"], check=True)
                time.sleep(0.2)
        desk.program.find("label", re.compile("No stage of a complaint is skipped: after “Received” comes “Acknowledged”"))
        assert desk.stage() == "received"


@case("COMP-3/an-answer-without-apology-is-refused-and-the-text-stays", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.ctl("complaint", "move", "1", "acknowledged")
        desk.ctl("complaint", "move", "1", "investigating")
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        time.sleep(0.6)
        desk.program.find("push button", re.compile("Answer the Customer")).click()
        remedy = desk.program.find("text", "Solution that was offered")
        remedy.set_text("one more tin")
        remedy.click()
        press("Return")
        desk.program.find("label", re.compile("Apologise to the customer before you answer"))
        assert remedy.text == "one more tin"
        assert desk.stage() == "investigating"


@case("COMP-10/an-authority-asks-and-is-answered-from-the-menu", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        time.sleep(0.6)
        press("alt+m")
        desk.program.find("menu item", re.compile("An Authority Asks"))
        press("a")
        authority = desk.program.find("text", "Which authority")
        authority.click()
        press("Return")
        desk.program.find("label", "Write which authority asks.")
        authority.set_text("market supervision")
        authority.click()
        press("Return")
        wait_until(lambda: desk.ask("SELECT count(*) FROM enquiry WHERE answered_at IS NULL") == 1, "the enquiry")
        desk.program.find("label", "Answer the authority")
        time.sleep(0.6)  # GTK 4.8 does not bear being asked about a dialog that closes
        press("alt+m")
        desk.program.find("menu item", re.compile("The Authority Was Answered"))
        press("a")
        wait_until(lambda: desk.ask("SELECT state FROM deadline WHERE what = 'authority'") == "kept", "the answer")


@case("COMP-3/a-colleague-moves-the-case-while-it-is-open-and-is-named", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        note = desk.program.find("text", "A line for the log")
        note.set_text("found: the leaflet says something else")
        desk.ctl("--as", "林娜", "complaint", "move", "1", "acknowledged")
        desk.program.find("label", re.compile("林娜 moved this complaint: “Acknowledged” now"))
        assert note.text == "found: the leaflet says something else"
        note.click()
        press("Return")
        wait_until(lambda: desk.ask("SELECT count(*) FROM complaint_note WHERE text LIKE 'found:%'") == 1, "the line")


@case("COMP-3/two-move-the-same-case-at-once-and-the-second-is-told-by-whom", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        press("ctrl+Return")
        told = desk.program.find("text", "How the customer was told")
        told.set_text("by message")
        desk.ctl("--as", "林娜", "complaint", "move", "1", "acknowledged")
        time.sleep(1)
        told.click()
        press("Return")
        desk.program.find("label", re.compile("林娜"))
        assert told.text == "by message"
        assert desk.ask("SELECT count(*) FROM complaint_move") == 2


@case("COMP-4/the-clock-stands-still-while-the-customer-is-asked", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        desk.program.find("push button", re.compile("Ask the Customer")).activate()
        time.sleep(0.9)
        write("which batch was it?")
        press("Return")
        wait_until(lambda: desk.ask("SELECT stands_since_at IS NOT NULL FROM deadline WHERE what = 'answer'"), "a pause")
        time.sleep(1)
        desk.program.find("push button", re.compile("The Customer Answered")).activate()
        wait_until(lambda: desk.ask("SELECT stands_since_at IS NULL FROM deadline WHERE what = 'answer'"), "its end")


@case("COMP-1/intake-finds-the-customer-first-and-refuses-a-number (PHONE-2)", tries=3)
def _():
    with Desk() as desk:
        press("ctrl+4")
        desk.program.find("label", "No complaint is open")
        time.sleep(0.5)
        press("ctrl+n")
        time.sleep(1)
        write("liyulan")
        time.sleep(1)
        press("Return")
        time.sleep(0.8)
        press("ctrl+Return")
        desk.program.find("label", re.compile("^Write what the customer said"))
        assert desk.ask("SELECT count(*) FROM complaint") == 0, "nothing was said"
        write("Nobody rang. My number is 13800005678")
        desk.program.find("label", "A phone number can't stand here.")
        press("ctrl+Return")
        time.sleep(0.8)
        assert desk.ask("SELECT count(*) FROM complaint") == 0
        desk.program.find("push button", re.compile("Move to the Phone Field")).activate()
        wait_until(lambda: desk.ask("SELECT count(*) FROM phone") == 1, "the number on the card")
        time.sleep(0.8)
        press("ctrl+Return")
        wait_until(lambda: desk.ask("SELECT count(*) FROM complaint") == 1, "the complaint")
        assert "138" not in desk.ask("SELECT words FROM complaint")


@case("COMP-9/facts-are-edited-in-their-place", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        desk.program.find("push button", "Edit: Facts").activate()
        found = desk.program.find("text", "Found out")
        found.set_text("the tin says two spoons a day")
        found.click()
        press("Return")
        wait_until(lambda: desk.ask("SELECT facts FROM complaint") == "the tin says two spoons a day", "the facts")
        desk.program.find("label", "the tin says two spoons a day")


@case("COMP-5/a-case-turns-into-a-return-with-the-goods-filled-in", tries=3)
def _():
    with Desk(complaints=1, bought=["蛋白粉"]) as desk:
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        time.sleep(0.8)
        press("ctrl+shift+r")
        desk.program.find("label", re.compile("王秀英 .*林娜"))
        assert desk.program.find("spin button").text == "1"
        time.sleep(0.5)
        press("alt+r")
        wait_until(lambda: desk.ask("SELECT count(*) FROM product_return") == 1, "the return")
        assert desk.ask("SELECT complaint_id = (SELECT id FROM complaint) FROM product_return")
        assert desk.ask("SELECT packs FROM return_line") == 1
        desk.program.find("label", re.compile("Return 1 recorded · .*: 蛋白粉 ×1"))


@case("case/back-leads-to-where-it-was-opened", tries=3)
def _():
    with Desk(complaints=1) as desk:
        desk.open_board()
        press("Return")
        desk.program.find("label", "Complaint 0001")
        time.sleep(0.8)
        press("ctrl+o")
        desk.program.find("label", "Customer Card")
        time.sleep(0.8)
        press("alt+Left")
        desk.program.find("label", "Complaint 0001")
        time.sleep(0.8)
        press("alt+Left")
        desk.program.find("label", re.compile("acknowledge within"))


@case("board/forty-cases-in-a-column-make-as-many-cards-as-are-seen", tries=3)
def _():
    with Desk(complaints=40) as desk:
        desk.open_board()
        desk.program.find("label", "40")
        press("End")
        time.sleep(0.8)
        press("Return")
        desk.program.find("label", "Complaint 0040")
        press("alt+Left")
        desk.program.find("label", re.compile("acknowledge within"))


@case("list/a-colleague's-case-comes-within-a-second-and-the-place-is-kept", tries=3)
def _():
    with Desk(complaints=3) as desk:
        desk.open_board()
        desk.program.all("label", "List")[0].click()
        desk.program.find("label", "3 complaints")
        press("Down")
        desk.ctl("complaint", "open", "李玉兰", "--reason", "packaging", now=NOW)
        desk.program.find("label", "4 complaints", timeout=3)
        press("Return")
        desk.program.find("label", "Complaint 0002")


@case("COMP-4/the-sidebar-counts-before-the-page-is-opened-and-follows-a-colleague", tries=3)
def _():
    with Desk(complaints=2) as desk:
        desk.program.find("label", "2")
        desk.ctl("complaint", "open", "李玉兰", "--reason", "packaging", now=NOW)
        desk.program.find("label", "3", timeout=3)
        assert not desk.program.all("label", re.compile("acknowledge within"))


run()

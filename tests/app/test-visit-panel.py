#!/usr/bin/python3
"""The visit panel as a clerk uses it while they are on the phone.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sqlite3
import time

from hf_app import press, wait_until, write
from hf_desk import NOW, Desk
from hf_tap import case, run


def ask(desk, sql):
    with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
        return database.execute(sql).fetchone()[0]


@case("TEXT-1/the-script-has-the-names-filled-in (VISIT-2, TEXT-2)", tries=3)
def _():
    with Desk() as desk:
        desk.program.find("label", re.compile("Hello 王秀英, 林娜 from 海棠路网点"))
        desk.program.find("label", re.compile("You bought 蛋白粉 on 10 Nov"))
        desk.program.find("label", re.compile("don't argue"))


@case("TEXT-1/an-answer-is-found-by-typing", tries=3)
def _():
    with Desk() as desk:
        press("ctrl+shift+f")
        desk.program.find("label", "Spitting up")
        write("rash")
        desk.program.find("label", "Eczema")
        desk.program.find("label", re.compile("See a doctor: when it weeps"))
        press("Escape", "1", "ctrl+Return")
        wait_until(lambda: desk.visits() == 1, "the keys to work as before")


@case("TEXT-3/a-claim-is-marked-and-saved-only-on-purpose", tries=3)
def _():
    with Desk() as desk:
        press("1")
        desk.program.find("text", "Note").set_text("说能根治糖尿病")
        desk.program.find("label", re.compile("“根治”: It claims a cure"))
        press("ctrl+Return")
        desk.program.find("label", "Record Anyway")
        assert desk.visits() == 0
        press("ctrl+Return")
        wait_until(lambda: desk.visits() == 1, "the visit")


@case("PHONE-2/a-number-moves-to-the-card-with-one-click", tries=3)
def _():
    with Desk() as desk:
        press("1")
        note = desk.program.find("text", "Note")
        note.set_text("女儿 13911112222 常在家")
        desk.program.find("label", "A phone number can't stand here.")
        desk.program.find("push button", re.compile("Move to the Phone Field")).activate()
        desk.program.find("label", re.compile("139\\*\\*\\*\\*2222 now stands on the card"))
        wait_until(lambda: "1391111" not in note.text and "常在家" in note.text, "the text without the number")
        assert ask(desk, "SELECT count(*) FROM phone WHERE number = '13911112222'") == 1
        press("ctrl+z")
        wait_until(lambda: ask(desk, "SELECT count(*) FROM phone WHERE number = '13911112222'") == 0, "the undo")
        wait_until(lambda: note.text == "女儿 13911112222 常在家", "the text with the number")


@case("VISIT-3/unwell-opens-the-record-and-says-what-comes-first (COMP-6)", tries=3)
def _():
    with Desk() as desk:
        press("1")
        desk.program.find("label", re.compile("^Next:"))
        time.sleep(0.5)  # the foot grows by a line, and what is in it moves
        desk.program.find("label", "Unwell").click()
        desk.program.find("label", re.compile("stop or reduce use until an expert has answered"))
        press("ctrl+Return")
        wait_until(lambda: ask(desk, "SELECT count(*) FROM adverse_reaction") == 1, "the record")
        symptoms = desk.program.find("text", "What the customer feels")
        time.sleep(0.5)  # a window that has just been mapped may still move
        symptoms.set_text("起红疹")
        desk.program.find("push button", re.compile("Write Down")).activate()
        wait_until(lambda: ask(desk, "SELECT symptoms FROM adverse_reaction") == "起红疹", "the symptoms")


@case("COMP-6/a-line-that-asks-for-an-expert-stays-and-says-so (SCHED-3)", tries=3)
def _():
    with Desk() as desk:
        desk.ctl("staff", "add", "方医生", "--role", "expert", "--qualification", "医师")
        desk.ctl("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", "--effect", "adverse",
                 "--staff", "林娜")
        desk.program.find("label", "An expert calls; less or none of it until then").click()
        desk.program.find("label", re.compile("^Adverse reaction, not closed yet"))
        press("1", "ctrl+Return")
        desk.program.find("label", "Recorded. The line of 王秀英 stays until an expert has called")


@case("VISIT-5/two-tries-propose-a-message-the-third-discards-with-undo (CARD-9)", tries=3)
def _():
    with Desk(prepare=(
        ("2026-11-20T11:45", "visit", "log", "王秀英", "--channel", "phone", "--outcome", "no-answer"),
        ("2026-11-21T18:10", "visit", "log", "王秀英", "--channel", "phone", "--outcome", "off"),
    ), customers=("王秀英",)) as desk:
        desk.program.find("label", re.compile("2 tries without an answer. After one more"))
        desk.program.find("push button", re.compile("Send a Message")).activate()
        desk.program.find("label", re.compile("No answer"))
        press("3", "ctrl+Return")
        desk.program.find("label", re.compile("the card was discarded"))
        assert ask(desk, "SELECT card_type FROM customer WHERE name = '王秀英'") == "discarded"
        press("ctrl+z")
        wait_until(lambda: ask(desk, "SELECT card_type FROM customer WHERE name = '王秀英'") != "discarded", "the undo")


@case("VISIT-1/what-is-not-recorded-stays-with-its-line", tries=3)
def _():
    with Desk() as desk:
        note = desk.program.find("text", "Note")
        note.set_text("早晚各一勺")
        press("Down")
        desk.program.find("label", "138****5671")
        wait_until(lambda: note.text == "", "an empty note for the next one")
        press("Up")
        wait_until(lambda: note.text == "早晚各一勺", "the note as it was")


@case("VISIT-1/closed-by-somebody-else-the-text-stays", tries=3)
def _():
    with Desk() as desk:
        press("1")
        note = desk.program.find("text", "Note")
        note.set_text("早晚各一勺")
        desk.ctl("visit", "log", "王秀英", "--channel", "home", "--outcome", "reached")
        desk.program.find("label", re.compile("Somebody else has dealt with this meanwhile"))
        assert note.text == "早晚各一勺"
        press("ctrl+Return")
        wait_until(lambda: desk.visits() == 2, "one more contact")
        assert ask(desk, "SELECT count(*) FROM visit WHERE note = '早晚各一勺'") == 1


@case("VISIT-1/a-busy-database-keeps-the-text-and-says-what-to-do", tries=3)
def _():
    with Desk() as desk:
        press("1")
        note = desk.program.find("text", "Note")
        note.set_text("早晚各一勺")
        with sqlite3.connect(desk.path, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            press("ctrl+Return")
            desk.program.find("label", re.compile("Another program is writing.*try again"), timeout=40)
            other.execute("ROLLBACK")
        assert note.text == "早晚各一勺" and desk.visits() == 0
        press("ctrl+Return")
        wait_until(lambda: desk.visits() == 1, "the visit")


@case("VISIT-1/details-behind-one-key (VISIT-7)", tries=3)
def _():
    with Desk() as desk:
        press("1", "alt+d")
        desk.program.find("spin button", "Product left, days")
        time.sleep(0.5)  # a popover takes its time to appear
        desk.program.find("text", "Began at").set_text("10:15")
        desk.program.find("text", "Core customer along").set_text("陈玮")
        press("Escape", "ctrl+Return")
        wait_until(lambda: desk.visits() == 1, "the visit")
        assert ask(desk, "SELECT started_at % 1440 FROM visit") == 10 * 60 + 15
        assert ask(desk, "SELECT c.name FROM visit v JOIN customer c ON c.id = v.companion_id") == "陈玮"
        assert ask(desk, "SELECT minutes FROM visit") is None


@case("WORK-3/hand-over-by-key (CARD-11)", tries=3)
def _():
    with Desk(prepare=((NOW, "staff", "add", "周敏", "--role", "agent"),)) as desk:
        press("ctrl+t")
        reason = desk.program.find("text", "Reason")
        time.sleep(0.5)  # a window that has just been mapped may still move
        reason.set_text("moved to another area")
        desk.program.find("push button", re.compile("Hand Over")).activate()
        owner = "SELECT s.name FROM customer c JOIN staff s ON s.id = c.owner_id WHERE c.name = '王秀英'"
        wait_until(lambda: ask(desk, owner) == "周敏", "the new owner")
        introductions = "SELECT count(*) FROM follow_up WHERE cause = 'introduction' AND state = 'open'"
        assert ask(desk, introductions) == 1, "the new owner introduces themselves (CARD-14)"
        time.sleep(1)
        press("ctrl+z")
        wait_until(lambda: ask(desk, owner) == "林娜", "the undo")


@case("WORK-3/snooze-by-key-until-the-afternoon-and-tomorrow", tries=3)
def _():
    with Desk() as desk:
        press("alt+2")
        desk.program.find("label", re.compile("王秀英: you will be reminded 15:00"))
        press("Down", "alt+3")
        desk.program.find("label", re.compile("you will be reminded tomorrow"))


@case("WORK-3/the-menu-of-a-line-by-key", tries=3)
def _():
    with Desk() as desk:
        press("shift+F10")
        desk.program.find("menu item", re.compile("Hand Over to a Colleague"))
        time.sleep(0.5)  # a popover takes its time to appear
        press("Up", "Return")
        desk.program.find("label", "Hand 王秀英 Over")


run()

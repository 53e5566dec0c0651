#!/usr/bin/python3
"""The day sheet of home visits: as a PDF file, and what came of it keyed in.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sqlite3
import subprocess
import sys
import time

from hf_app import keep_picture, press, wait_until, write
from hf_desk import Desk
from hf_tap import case, run

WRITE_DAY_SHEET = sys.argv[3]
WANG = "王秀英"
VISITS = "2026-11-13"  # bought on the 10th, visited three days later


def write_sheet(desk, day=VISITS):
    path = os.path.join(desk.folder.name, "sheet.pdf")
    subprocess.run([WRITE_DAY_SHEET, desk.path, day, path], check=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return path, text.split("\f")[:-1]


@case("day-sheet/CAL-8/what-it-says (PHONE-4, CARD-3)", tries=3)
def _():
    told = (("2026-11-11T09:00", "customer", "set", WANG, "condition=痛风", "birth=1951-11-20", "area=城西"),
            ("2026-11-11T09:00", "complaint", "open", WANG, "--reason", "attitude", "--note", "秘密的话"))
    with Desk(prepare=told) as desk:
        path, (page,) = write_sheet(desk)
        assert os.stat(path).st_mode & 0o777 == 0o600
        for word in (WANG, "138****5670", "Open complaint", "Birthday 20 Nov", "城西", "Page 1 of 1"):
            assert word in page, (word, page)
        assert not re.search(r"\d{11}|痛风|秘密", page), page


@case("day-sheet/CAL-8/no-customer-is-split", tries=3)
def _():
    many = [(f"2026-11-10T09:{n:02}", *words) for n in range(14) for words in (
        ("customer", "add", f"顾客{n:02}号", "--owner", "林娜", "--area", f"第{n // 5}区", "--address", f"海棠路{n}号"),
        ("purchase", "add", f"顾客{n:02}号", "蛋白粉", "--on", "2026-11-10"))]
    with Desk(prepare=many) as desk:
        pages = write_sheet(desk)[1]
        assert len(pages) > 3, len(pages)
        for number, page in enumerate(pages, 1):
            assert f"Page {number} of {len(pages)}" in page
            # Each name is followed on its own page by the line that is ticked.
            assert page.count("Reached") == len(re.findall("顾客..号|" + WANG, page)), page
            # No area's name stands alone at the foot.
            assert not re.search(r"第.区: \d customers?\s+Page", page), page
        assert sum(page.count("Reached") for page in pages) == 15


def show_day(desk):
    """The day view of the 13th."""
    press("ctrl+3")
    time.sleep(1.5)
    desk.program.find("label", "Day").click()
    time.sleep(0.7)
    for _ in range(9):
        press("Left")
        time.sleep(0.15)
    time.sleep(0.7)


def choose(desk, name):
    desk.program.find(None, "More for the calendar").click()
    desk.program.find("menu item", name).activate()


def key_in(desk):
    show_day(desk)
    choose(desk, "Key In What Came of It…")
    keep_picture("key-in-opens")
    desk.program.find("push button", re.compile("Record All"))
    time.sleep(0.7)


def note(desk):
    """Of the row, which came after the one in Today's panel."""
    return desk.program.all("text", "Note")[-1]


def choose_met():
    """The first row's outcome has the focus."""
    press("space")
    time.sleep(0.5)
    press("Down", "Return")
    time.sleep(0.5)


@case("day-sheet/CAL-8/saved-as-pdf-from-the-window", tries=3)
def _():
    with Desk() as desk:
        show_day(desk)
        path = os.path.join(desk.folder.name, "from-window.pdf")
        choose(desk, "Save Day Sheet as PDF…")
        desk.program.find("label", "Other Locations")  # the file chooser is there
        time.sleep(0.5)
        press("ctrl+a")
        write(path)
        press("Return")
        desk.program.find("label", re.compile("from-window.pdf"))
        text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
        assert WANG in text, text


@case("day-sheet/CAL-8/keyed-in-and-undone", tries=3)
def _():
    with Desk() as desk:
        key_in(desk)
        choose_met()
        note(desk).set_text("用得很好")
        keep_picture("key-in")
        press("ctrl+Return")
        wait_until(lambda: desk.visits() == 1, "the visit to be recorded")
        desk.program.find("label", "✓ Recorded")
        with sqlite3.connect(f"file:{desk.path}?mode=ro", uri=True) as database:
            row = database.execute("SELECT channel, outcome, note, date (started_at * 60, 'unixepoch') FROM visit")
            assert row.fetchone() == ("home", "reached", "用得很好", VISITS)
        desk.ctl("undo")
        assert desk.visits() == 0


@case("day-sheet/PHONE-2/refused-text-stays", tries=3)
def _():
    with Desk() as desk:
        key_in(desk)
        choose_met()
        note(desk).set_text("打 13912345678")
        press("ctrl+Return")
        desk.program.find("label", re.compile("It belongs on the card"))
        assert note(desk).text == "打 13912345678"
        assert desk.visits() == 0


run()

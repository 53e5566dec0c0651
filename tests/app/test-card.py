#!/usr/bin/python3
"""The customer card as a clerk uses it.

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


class Card:
    """A branch with Wang Xiuying, whose card is open before the owner of the file."""

    def ctl(self, *words, now=NOW):
        answer = subprocess.run(
            [HUIFANGCTL, "--database", self.path, "--now", now, "--json", *words],
            capture_output=True, text=True, check=True,
        )
        return json.loads(answer.stdout)

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "branch.db")
        self.ctl("init", "--branch", "海棠路网点")
        self.ctl("staff", "add", "林娜", "--role", "manager")
        self.ctl("product", "add", "蛋白粉", "--doses", "30", "--price", "198", "--contraindication", "痛风")
        self.ctl("customer", "add", "王秀英", "--phone", "13800005678", "--owner", "林娜", "--address", "海棠里6号楼",
                 "--card-type", "customer")
        self.ctl("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
        self.program = Program("huifang", HUIFANG, "--database", self.path, "--now", NOW)
        self.program.find("label", "林娜")
        self.program.fill_screen()
        time.sleep(0.5)
        wait_until(self.sign_in, "Lin Na to be signed in")
        press("ctrl+k", "5", "6", "7", "8")
        self.program.find("list item", "王秀英")
        press("Return")
        self.program.find("label", "海棠里6号楼")
        return self

    def sign_in(self):
        """A window that was just mapped may still move: a click that missed is made again."""
        if not self.program.all("label", "王秀英"):
            self.program.all("label", "林娜")[0].click()
            time.sleep(0.5)
        return self.program.all("label", "王秀英")

    def __exit__(self, *_):
        self.program.stop()
        self.folder.cleanup()

    def show(self):
        return self.ctl("customer", "show", "王秀英")

    def audits(self, action):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM audit WHERE action = ?", (action,)).fetchone()[0]

    def shown(self, role, name):
        """The card's own: Today's panel, which was made before it, has buttons of the same name."""
        found = wait_until(lambda: self.program.all(role, name)[1:], f"{role} “{name}” on the card")
        return found[-1]

    def edit(self, what, text):
        """Puts the entry in the value's place and types into it."""
        self.program.find("push button", f"Change: {what}").activate()
        entry = self.program.find("text", what)
        entry.wait_for("focused")
        entry.set_text(text)
        return entry


@case("card/opens-with-all-it-shows (CARD-1)", tries=3)
def _():
    with Card() as card:
        card.program.find("label", "138****5678")
        card.program.find("label", re.compile("Purchase: 蛋白粉"))
        card.program.find("label", re.compile("28 days of care 1/5"))
        assert not card.program.all("label", re.compile("13800005678"))


@case("SCHED-1/what-comes-next-stands-by-day-whether-real-or-projected", tries=3)
def _():
    with Card() as card:
        card.ctl("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached",
                 "--promise", "samples", "--promise-on", "2026-12-05")
        places = [card.program.find("label", re.compile(text)).place()[1]
                  for text in ("28 days of care 4/5", "^samples$", "28 days of care 5/5")]
        assert places == sorted(places), places


@case("card/a-value-is-changed-in-its-place-and-taken-back (CARD-1)", tries=3)
def _():
    with Card() as card:
        card.edit("Address", "海棠里8号楼")
        press("Return")
        card.program.find("label", "Saved: Address")
        assert card.show()["address"] == "海棠里8号楼"
        press("ctrl+z")
        wait_until(lambda: card.show()["address"] == "海棠里6号楼", "the address before")
        card.program.find("label", "海棠里6号楼")


@case("card/escape-restores", tries=3)
def _():
    with Card() as card:
        card.edit("Address", "海棠里8号楼")
        press("Escape")
        card.program.find("label", "海棠里6号楼")
        assert card.show()["address"] == "海棠里6号楼"


@case("card/escape-asks-before-a-written-form-goes", tries=3)
def _():
    with Card() as card:
        press("ctrl+shift+c")
        time.sleep(0.5)
        press("Escape")
        card.program.wait_gone("push button", "Record Complaint")
        press("ctrl+shift+c")
        time.sleep(0.5)
        write("Too bitter")
        press("Escape")
        card.program.find("label", "Discard What You Wrote?")
        time.sleep(0.8)  # GTK 4.8 does not bear being asked about a dialog that closes
        press("Return")  # keeps it
        time.sleep(0.8)
        words = [node for node in card.program.all("text") if node.text == "Too bitter"]
        assert len(words) == 1
        press("Escape")
        card.program.find("label", "Discard What You Wrote?")
        time.sleep(0.8)
        press("Right", "Return")
        time.sleep(0.8)
        wait_until(lambda: not [node for node in card.program.all("text") if node.text == "Too bitter"],
                   "the form to be dropped")


@case("PHONE-2/a-number-is-refused-and-moved-to-the-phone-field", tries=3)
def _():
    with Card() as card:
        card.edit("Address", "海棠里8号楼 13900001111")
        press("Return")
        card.program.find("label", re.compile("holds a phone number"))
        assert card.show()["address"] == "海棠里6号楼"
        card.program.find("push button", "Move It to the Phone Field").activate()
        wait_until(lambda: card.show()["address"] == "海棠里8号楼", "the address without the number")
        assert card.show()["phones"] == ["138****5678", "139****1111"]


@case("REF-1/a-referral-is-noted-and-brought-on (PHONE-2)", tries=3)
def _():
    with Card() as card:
        press("ctrl+shift+r")
        card.program.find("text", "Who was named").set_text("赵桂兰")
        card.program.find("text", "Relation").set_text("邻居 13912345678")
        press("ctrl+Return")
        card.program.find("label", re.compile("holds a phone number"))
        card.program.find("text", "Relation").set_text("邻居")
        card.program.find("text", "Phone").set_text("139 1234 5678")
        press("ctrl+Return")
        card.program.find("label", "Referral noted")
        card.program.find("label", re.compile("Referral: 赵桂兰"))
        assert [row["phone"] for row in card.ctl("referral", "list", "王秀英")] == ["139****5678"]
        card.program.find("label", "Referrals and rewards").click()
        card.program.find(None, re.compile("赵桂兰: Named")).click()
        time.sleep(0.7)
        press("Down", "Return")
        wait_until(lambda: card.ctl("referral", "list", "王秀英")[0]["state"] != "named", "the next state")
        press("ctrl+z")
        wait_until(lambda: card.ctl("referral", "list", "王秀英")[0]["state"] == "named", "the state before")


@case("EVT-1/an-invitation-from-the-card, refused with the reason (CARD-7)", tries=3)
def _():
    with Card() as card:
        card.ctl("event", "add", "茶话会", "--at", "2026-11-29T14:00")
        press("ctrl+shift+e")
        card.program.find("label", re.compile("茶话会"))
        press("ctrl+Return")
        card.program.find("label", "Invited")
        assert card.ctl("event", "list")[0]["invited"] == 1
        press("ctrl+z")
        wait_until(lambda: card.ctl("event", "list")[0]["invited"] == 0, "the invitation to go")
        card.ctl("customer", "set", "王秀英", "no-contact=sun")
        press("ctrl+shift+e")
        card.program.find("label", re.compile("茶话会"))
        press("ctrl+Return")
        card.program.find("label", re.compile("not to be contacted on that day"))


@case("PHONE-1/reveal-on-the-card-is-noted", tries=3)
def _():
    with Card() as card:
        card.shown("push button", "Show the number").activate()
        card.program.find("label", "13800005678")
        assert card.audits("reveal") == 1


@case("card/what-another-process-writes-appears-and-typing-stays", tries=3)
def _():
    with Card() as card:
        entry = card.edit("Address", "海棠里9号楼")
        card.ctl("visit", "log", "王秀英", "--channel", "home", "--outcome", "reached", "--note", "送了挂历")
        card.program.find("label", "送了挂历", timeout=5)
        assert entry.text == "海棠里9号楼"


run()

#!/usr/bin/python3
"""Returns, adverse reactions, recovery and incidents as a clerk uses them, and the links that lead to a case.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sqlite3
import subprocess
import time

from hf_app import press, wait_until, write
from hf_desk import NOW, Desk
from hf_tap import case, explain, run

RETURNS, REACTIONS, RECOVERY, INCIDENTS = "alt+2", "alt+3", "alt+4", "alt+5"
# All that would keep a customer who insists from giving the goods back (COMP-5).
PERSUASION = re.compile("Listen to what worries|Explain honestly|take less, or to pause|An expert calls|The manager visits"
                        "|who decides in the family|The customer decides|Customer _?(Keeps It|Insists)")


class MatterDesk(Desk):
    """A desk with the Complaints page open at one of its tabs."""

    def ask(self, sql):
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
            row = database.execute(sql).fetchone()
            return row[0] if row else None

    def open_tab(self, key, label):
        """label: stands in the tab once it is read"""
        press("ctrl+4")
        self.program.find("label", "Returns")
        press(key)
        return self.program.find("label", label)

    def wait_for_search(self):
        """Until the newest window's search has the keyboard."""
        wait_until(lambda: self.program.all("entry", "Search customers")[-1].has("focused"), "the search")

    def choose_customer(self, question, initials):
        """In a window that asks for one; ends in the form."""
        self.program.find("label", question)
        self.wait_for_search()
        write(initials)
        press("Return")
        self.program.wait_gone("label", question)

    def notify(self, follow_up):
        """Presses the notification of a follow-up."""
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.huifang.Huifang", "--object-path", "/org/huifang/Huifang",
             "--method", "org.freedesktop.Application.ActivateAction", "show-follow-up", f"[<int64 {follow_up}>]", "{}"],
            check=True, stdout=subprocess.DEVNULL)


def as_manager(*words, now=NOW):
    return (now, "staff", "add", "陈林", "--role", "manager"), (now, "--as", "陈林", *words)


REACTION = [(NOW, "adverse", "open", "王秀英", "--product", "蛋白粉", "--symptoms", "起疹子", "--severity", "moderate")]


@case("COMP-5/a-contraindicated-reaction-to-its-money-back-in-seven-keys-and-a-minute (COMP-6)", tries=3)
def _():
    with MatterDesk(prepare=REACTION) as desk:
        begun = time.monotonic()
        desk.open_tab(REACTIONS, re.compile("^Stop or reduce use"))
        press("alt+t")
        desk.program.find("label", re.compile("Ask the customer to stop using it now"))
        assert desk.program.find("spin button").text == "1"
        press("ctrl+Return")
        desk.program.find("label", re.compile("^Must not be used: stop now, take the goods back"))
        assert desk.ask("SELECT reason FROM product_return WHERE adverse_id IS NOT NULL") == "contraindicated"
        assert not desk.program.all("push button", re.compile("Paid Back|Exchanged|Keeps It")), "goods come back first"
        press("alt+b")
        wait_until(lambda: desk.ask("SELECT state FROM product_return") == "goods-back", "the goods")
        desk.program.find("push button", re.compile("Paid Back"))
        press("alt+p")
        desk.program.find("text", "Yuan").wait_for("focused")
        write("298")
        press("Return")
        wait_until(lambda: desk.ask("SELECT state FROM product_return") == "refunded", "the money")
        took = time.monotonic() - begun
        explain(f"7 keys and the amount, {took:.0f} s")
        assert took < 60


@case("COMP-5/who-insists-meets-no-step-of-persuasion-anywhere", tries=3)
def _():
    with MatterDesk() as desk:
        desk.open_tab(RETURNS, "Nothing was returned")
        press("ctrl+n")
        desk.choose_customer("Who returns something?", "wxy")
        desk.program.find("label", re.compile("The customer decides"))
        press("alt+i")
        desk.program.wait_gone("label", re.compile("The customer decides"))
        persuades = [node.name for node in desk.program.all() if PERSUASION.search(node.name or "")]
        assert not persuades, f"in the form: {persuades}"
        press("ctrl+Return")
        desk.program.find("label", "yes: processed at once")
        desk.program.find("push button", re.compile("Goods Are Back|Goods Are _Back"))
        persuades = [node.name for node in desk.program.all() if PERSUASION.search(node.name or "")]
        assert not persuades, f"in the case: {persuades}"
        steps = [node.name for node in desk.program.all("label", re.compile("^[0-9]  "))]
        assert steps == ["1  Apologise", "2  Take the goods back", "3  Pay the money back, or exchange"], steps


@case("COMP-5/one-who-begins-to-insist-is-no-more-asked-to-keep-it", tries=3)
def _():
    with MatterDesk(prepare=[(NOW, "return", "open", "王秀英", "蛋白粉", "--reason", "hearsay")]) as desk:
        desk.open_tab(RETURNS, re.compile("Listen to what worries"))
        desk.program.find("push button", re.compile("Keeps It"))
        press("alt+i")
        desk.program.wait_gone("label", re.compile("Listen to what worries"))
        assert not [node.name for node in desk.program.all() if PERSUASION.search(node.name or "")]


@case("COMP-6/a-reaction-says-first-what-comes-first-and-an-expert-is-asked-today", tries=3)
def _():
    with MatterDesk() as desk:
        desk.open_tab(REACTIONS, "Nobody felt unwell")
        press("ctrl+n")
        desk.choose_customer("Who does not feel well?", "wxy")
        desk.program.find("label", re.compile("^Stop or reduce use"))
        feels = desk.program.find("text", "What the customer feels")
        feels.click()
        feels.wait_for("focused")
        write("rash")
        press("ctrl+Return")
        desk.program.find("label", "Choose how bad it is.")
        assert desk.ask("SELECT count(*) FROM adverse_reaction") == 0, "nobody said how bad it is"
        press("space")
        desk.program.find("label", "severe")
        press("Down", "Return")
        desk.program.wait_gone("label", "severe")
        press("ctrl+Return")
        desk.program.find("label", "Expert asked")
        desk.program.find("label", "rash")
        due = desk.ask("SELECT due_on - (SELECT opened_at / 1440 FROM adverse_reaction) FROM follow_up WHERE kind = 'adverse'")
        assert due == 0, "the same day"


def old_goods(customer):
    """A pack that will not be used up in time: found at once."""
    return (NOW, "purchase", "add", customer, "蛋白粉", "--on", "2026-11-15", "--expires", "2026-11-25", "--reason", "知情")


@case("COMP-7/one-press-makes-the-call-the-exchange-or-the-apology-and-nothing-is-found-twice", tries=3)
def _():
    with MatterDesk(prepare=[old_goods(name) for name in ("王秀英", "陈玮", "赵国强")]) as desk:
        done = "SELECT group_concat (act) FROM (SELECT act FROM recovery WHERE act <> '' ORDER BY act)"
        desk.open_tab(RECOVERY, re.compile("exchange", re.IGNORECASE))
        press("alt+c")
        wait_until(lambda: desk.ask(done) == "follow-up", "the call")
        desk.program.find("label", "To be called")
        press("Down")
        desk.program.find("push button", re.compile("Call Today"))
        press("alt+x")
        wait_until(lambda: desk.ask(done) == "exchange,follow-up", "the exchange")
        desk.program.find("push button", re.compile("Apologised"))
        press("alt+a")
        said = desk.program.find("text", "What was said")
        time.sleep(0.5)  # a window that has just been mapped may still move
        said.click()
        said.wait_for("focused")
        write("Sorry for the old batch")
        wait_until(lambda: said.text == "Sorry for the old batch", "the words")
        press("Return")
        wait_until(lambda: desk.ask(done) == "apology,exchange,follow-up", "the apology")
        for day in ("23", "24", "25"):
            desk.ctl("engine", "run", now=f"2026-11-{day}T08:00")
        assert desk.ask("SELECT count(*) FROM recovery WHERE kind = 'expiry'") == 3


@case("COMP-8/an-incident-from-the-call-to-its-checklist-and-the-card-for-who-rings-back", tries=3)
def _():
    with MatterDesk() as desk:
        desk.open_tab(INCIDENTS, "Nobody posed as us")
        press("ctrl+n")
        desk.choose_customer("Who was called?", "wxy")
        claimed = desk.program.find("text", "What the caller said")
        claimed.wait_for("focused")
        write("points run out")
        wait_until(lambda: claimed.text == "points run out", "the words")
        press("ctrl+Return")
        desk.program.find("label", re.compile("^Verification card"))
        desk.program.find("label", str(desk.ctl("incident", "verify", "王秀英")["number"]))
        desk.program.find("label", "Looked after by")
        todo = desk.program.all("check box")
        assert todo, "a checklist"
        todo[0].click()
        wait_until(lambda: desk.ask("SELECT done FROM incident"), "the tick")


@case("COMP-8/a-manager-warns-good-customers-in-one-click", tries=3)
def _():
    prepare = as_manager("incident", "open", "王秀英", "--claimed", "积分到期")
    with MatterDesk(prepare=prepare, sign_in=False) as desk:
        desk.sign_in_as("陈林")
        desk.open_tab(INCIDENTS, "Somebody posed as us")
        desk.program.find("push button", re.compile("Warn Good Customers")).click()
        wait_until(lambda: desk.ask("SELECT round_id IS NOT NULL FROM incident"), "the round")
        desk.program.find("label", "Customers warned")
        calls = desk.ask("SELECT count(*) FROM follow_up WHERE kind = 'greeting' AND state = 'open'")
        assert calls == 2, f"the other two customers, not {calls}"


@case("intake/escape-leaves-an-empty-one-and-asks-about-a-typed-one", tries=3)
def _():
    with MatterDesk() as desk:
        desk.open_tab(INCIDENTS, "Nobody posed as us")
        press("ctrl+n")
        desk.program.find("label", "Who was called?")
        desk.wait_for_search()
        press("Escape")
        desk.program.wait_gone("label", "Who was called?")
        press("ctrl+n")
        desk.choose_customer("Who was called?", "wxy")
        claimed = desk.program.find("text", "What the caller said")
        claimed.wait_for("focused")
        write("abc")
        wait_until(lambda: claimed.text == "abc", "the words")
        press("Escape")
        desk.program.find("label", "Discard What You Wrote?")
        press("Escape")
        time.sleep(1)  # GTK 4.8 does not bear being asked about a dialog that closes
        assert claimed.text == "abc"
        press("Escape")
        desk.program.find("label", "Discard What You Wrote?")
        time.sleep(0.5)
        press("alt+d")
        time.sleep(1)
        desk.program.find("label", "Nobody posed as us")
        desk.program.wait_gone("label", "What the caller said")
        assert desk.ask("SELECT count(*) FROM incident") == 0


COMPLAINT = [("2026-11-20T16:00", "complaint", "open", "王秀英", "--reason", "attitude")]


@case("case/a-notification-of-a-deadline-opens-the-complaint-and-escape-leaves-it (COMP-4)", tries=3)
def _():
    with MatterDesk(prepare=COMPLAINT) as desk:
        desk.notify(desk.ask("SELECT min (id) FROM follow_up WHERE kind = 'complaint'"))
        desk.program.find("label", "Complaint 0001")
        desk.program.find("push button", re.compile("Acknowledge")).wait_for("focused")
        press("Escape")
        desk.program.find("label", re.compile("free|Free"))


@case("case/a-notification-of-a-refund-opens-the-return (COMP-5)", tries=3)
def _():
    prepare = [("2026-11-20T16:00", "return", "open", "赵国强", "蛋白粉", "--reason", "contraindicated"),
               ("2026-11-20T16:10", "return", "move", "1", "goods-back")]
    with MatterDesk(prepare=prepare) as desk:
        sql = "SELECT f.id FROM follow_up f JOIN deadline d ON d.id = f.subject_id WHERE d.what = 'refund'"
        desk.ctl("engine", "run")
        desk.notify(wait_until(lambda: desk.ask(sql), "the refund's reminder"))
        desk.program.find("label", "Money due by")


@case("case/today-leads-to-the-case-it-is-about", tries=3)
def _():
    with MatterDesk(prepare=REACTION) as desk:
        desk.notify(desk.ask("SELECT id FROM follow_up WHERE kind = 'adverse'"))
        desk.program.find("push button", "Open the Case")
        press("ctrl+shift+o")
        desk.program.find("label", re.compile("^Stop or reduce use"))
        desk.program.find("label", "Expert asked")
        press("alt+Left")
        desk.program.find("push button", "Open the Case")


run()

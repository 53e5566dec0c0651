#!/usr/bin/python3
"""Customers found in the header's entry, by what a clerk types.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time

from hf_app import Program, keep_picture, press, wait_until
from hf_tap import case, run

HUIFANG, HUIFANGCTL = sys.argv[1:]
NOW = "2026-11-22T11:42"
PEOPLE = (
    ("王小明", "13800005678", "海棠路12号"),
    ("王秀英", "13800001234", "和平路3号"),
    ("单小红", "13900001111", "海棠路7号"),
)


class Window:
    """A manager before the window of a branch with three customers."""

    def ctl(self, *words):
        answer = subprocess.run(
            [HUIFANGCTL, "--database", self.path, "--now", NOW, "--json", *words],
            capture_output=True, text=True, check=True,
        )
        return json.loads(answer.stdout)

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "branch.db")
        self.ctl("init", "--branch", "海棠路网点")
        self.ctl("staff", "add", "林娜", "--role", "manager")
        for name, phone, address in PEOPLE:
            self.ctl("customer", "add", name, "--phone", phone, "--address", address, "--area", "东区",
                     "--owner", "林娜")
        self.program = Program("huifang", HUIFANG, "--database", self.path, "--now", NOW)
        self.program.find("label", "林娜")
        self.program.fill_screen()
        time.sleep(0.5)
        wait_until(self.sign_in, "Lin Na to be signed in")
        return self

    def sign_in(self):
        """A window that was just mapped may still move: a click that missed is made again."""
        if not self.entry():
            self.program.all("label", "林娜")[0].click()
            time.sleep(0.5)
        return self.entry()

    def entry(self):
        return self.program.all(None, "Search customers")

    def __exit__(self, *_):
        self.program.stop()
        self.folder.cleanup()

    def found(self):
        return [node.name for node in self.program.all("list item") if node.name in [name for name, *_ in PEOPLE]]

    def wait_found(self, *names):
        wait_until(lambda: self.found() == list(names), f"{names} to be found")

    def type_text(self, text):
        """Chinese comes from an input method, which the test has none of."""
        press("ctrl+k")
        entry = wait_until(lambda: [node for node in self.entry() if node.has("focused")] or self.entry(), "the entry")
        texts = [node for node in entry[0].all("text")] or entry
        texts[0].set_text(text)


@case("search/initials-and-enter-open-the-card", tries=3)
def _():
    with Window() as window:
        press("ctrl+k", "w", "x", "m")
        window.wait_found("王小明")
        keep_picture("search")
        press("Return")
        window.program.find("label", "海棠路12号")


@case("search/PHONE-1/last-four-digits-masked", tries=3)
def _():
    with Window() as window:
        press("ctrl+k", "5", "6", "7", "8")
        window.wait_found("王小明")
        window.program.find("label", "138****5678")
        assert not window.program.all("label", re.compile("13800005678"))


@case("search/characters", tries=3)
def _():
    with Window() as window:
        window.type_text("王小明")
        window.wait_found("王小明")
        window.type_text("小明")
        window.wait_found("王小明")
        window.type_text("海棠路")
        wait_until(lambda: sorted(window.found()) == sorted(["王小明", "单小红"]), "two of one street")


@case("search/down-enter-take-the-second-and-escape-leaves", tries=3)
def _():
    with Window() as window:
        press("ctrl+k", "w", "x")
        wait_until(lambda: len(window.found()) == 2, "two")
        second = window.found()[1]
        press("Down", "Return")
        window.program.find("label", {name: address for name, _, address in PEOPLE}[second])
        press("ctrl+k", "s", "h", "a", "n")
        window.wait_found("单小红")
        press("Escape")
        window.wait_found()


@case("search/nobody-is-said-and-enter-does-nothing", tries=3)
def _():
    with Window() as window:
        press("ctrl+k", "q", "q", "q", "Return")
        window.program.find("label", re.compile("^Nobody found"))


@case("search/enter-may-be-faster-than-the-answer", tries=3)
def _():
    with Window() as window:
        subprocess.run(["xdotool", "key", "--delay", "1", "ctrl+k", "5", "6", "7", "8", "Return"], check=True)
        window.program.find("label", "海棠路12号")


run()

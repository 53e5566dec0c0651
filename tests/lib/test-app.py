#!/usr/bin/python3
"""The driver of GTK programs drives one.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib

import hf_app
from hf_tap import case, run

SAMPLE = pathlib.Path(__file__).with_name("sample-window.py")
program = hf_app.Program("sample-window", "/usr/bin/python3", SAMPLE)


@case("app-driver/text-and-button", tries=3)
def _():
    program.find("text", "Name").set_text("欧阳娜娜")
    program.find("push button", "Greet").activate()
    program.find("label", "Hello 欧阳娜娜")


@case("app-driver/mouse-and-keyboard", tries=3)
def _():
    entry = program.find("text", "Name")
    entry.set_text("")
    entry.click()
    entry.wait_for("focused")
    hf_app.write("Wang Xiuying")
    hf_app.wait_until(lambda: entry.text == "Wang Xiuying", "what was typed")
    check = program.find("check box", "Loudly")
    if not check.has("checked"):
        check.click()
    check.wait_for("checked")
    program.find("push button", "Greet").click()
    program.find("label", "Hello Wang Xiuying!")
    program.wait_gone("label", "Hello 欧阳娜娜")


@case("app-driver/ends")
def _():
    program.stop()


run()

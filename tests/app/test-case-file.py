#!/usr/bin/python3
"""The file of a complaint on paper: what is in it, and what must not be.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil
import subprocess
import sys
import tempfile

from hf_tap import case, run

WRITER, HUIFANGCTL = sys.argv[1:]
NOW = "2026-11-24T10:00"


def ctl(path, *words, now=NOW):
    subprocess.run([HUIFANGCTL, "--database", path, "--now", now, *words], check=True, stdout=subprocess.DEVNULL)


@case("case-file/COMP-9/has-the-case-without-numbers-and-health (PHONE-4, CARD-3)")
def _():
    if not shutil.which("pdftotext"):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "branch.db")
        ctl(path, "init", "--branch", "海棠路网点")
        ctl(path, "staff", "add", "林娜", "--role", "agent")
        ctl(path, "customer", "add", "王秀英", "--owner", "林娜", "--phone", "13800005678", "--card-type", "customer",
            "--condition", "diabetes")
        ctl(path, "complaint", "open", "王秀英", "--reason", "attitude", "--note", "Nobody ever rang back",
            now="2026-11-23T10:00")
        ctl(path, "complaint", "move", "1", "acknowledged", now="2026-11-23T10:30")
        ctl(path, "visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", "--note",
            "sugar was high this week", now="2026-11-23T11:00")
        pdf = os.path.join(folder, "case.pdf")
        subprocess.run([WRITER, path, "1", NOW, pdf], check=True)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
        for part in ("Complaint 0001", "王秀英", "138****5678", "Nobody ever rang back", "Acknowledged", "Deadlines"):
            assert part in text, (part, text)
        for part in ("13800005678", "diabetes", "sugar"):
            assert part not in text, part


@case("return-form/COMP-5/has-the-goods-and-room-to-sign-and-no-health (PHONE-4, CARD-3)")
def _():
    if not shutil.which("pdftotext"):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "branch.db")
        ctl(path, "init", "--branch", "海棠路网点")
        ctl(path, "product", "add", "蛋白粉", "--doses", "30", "--price", "198.50", "--contraindication", "diabetes")
        ctl(path, "customer", "add", "王秀英", "--phone", "13800005678")
        ctl(path, "purchase", "add", "王秀英", "蛋白粉:3", "--on", "2026-11-20", "--received", "2026-11-21")
        ctl(path, "return", "open", "王秀英", "蛋白粉:2", "--reason", "contraindicated", "--note", "sugar went up")
        pdf = os.path.join(folder, "return.pdf")
        subprocess.run([WRITER, path, "1", NOW, pdf, "return"], check=True)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
        for part in ("Return Form No. 1", "王秀英", "138****5678", "蛋白粉", "397", "At once", "Signatures", "Packs, opened"):
            assert part in text, (part, text)
        for part in ("13800005678", "diabetes", "sugar", "ontraindicated"):
            assert part not in text, part


run()

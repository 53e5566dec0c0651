#!/usr/bin/python3
"""Customers from a terminal: exports read back, handing over, segments.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import os
import re
import sqlite3
import xml.etree.ElementTree
import zipfile

from hf_ctl import Branch
from hf_tap import case, run

NAMES = {"王秀英": "13800005678", "=cmd|' /C calc'!A0": "13900001234", '李 "桂, 兰"\u200f': "13700008812"}
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def fill(branch):
    for name, phone in NAMES.items():
        branch.ask("customer", "add", name, "--phone", phone, "--owner", "林娜", "--area", "海棠里",
                   "--condition", "糖尿病", "--address", "-1号楼, 2单元")


def export(branch, ending, *words, **options):
    path = os.path.join(os.path.dirname(branch.path), "out" + ending)
    answer = branch.ask("export", "customers", path, *words, **options)
    assert answer == {"exported": len(NAMES), "file": path}, answer
    assert [name for name in os.listdir(os.path.dirname(path)) if name.startswith("out")] == ["out" + ending]
    return path


def read_sheet(path):
    with zipfile.ZipFile(path) as book:
        sheet = xml.etree.ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    cells = sheet.iter(SHEET + "c")
    assert not list(sheet.iter(SHEET + "f")), "a formula"
    return ["".join(text.text or "" for text in cell.iter(SHEET + "t")) for cell in cells]


@case("export/PHONE-3/csv-is-read-back")
def _():
    branch = Branch()
    fill(branch)
    with open(export(branch, ".csv"), encoding="utf-8-sig", newline="") as file:
        text = file.read()
    rows = {row["Name"]: row for row in csv.DictReader(io.StringIO(text))}
    assert set(rows) == {name if name[0] != "=" else "'" + name for name in NAMES}, rows
    assert rows["王秀英"]["Phone"] == "138****5678", rows
    # What begins like a formula is kept from being one.
    assert rows["王秀英"]["Address"] == "'-1号楼, 2单元", rows
    assert "糖尿病" not in text
    assert not re.search(r"\d{11}", text)


@case("export/xlsx-holds-text-only")
def _():
    branch = Branch()
    fill(branch)
    cells = read_sheet(export(branch, ".xlsx"))
    for name in NAMES:
        assert name in cells, cells
    assert "138****5678" in cells and "13800005678" not in cells
    assert "糖尿病" not in " ".join(cells)


@case("export/vcard")
def _():
    branch = Branch()
    fill(branch)
    with open(export(branch, ".vcf"), encoding="utf-8", newline="") as file:
        text = file.read()
    assert text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") == len(NAMES)
    assert "FN:王秀英\r\nTEL;VALUE=text:138****5678\r\n" in text, text
    assert '李 "桂\\, 兰"' in text, text


@case("export/PHONE-3/full-numbers-are-a-managers-and-noted")
def _():
    branch = Branch()
    fill(branch)
    cells = read_sheet(export(branch, ".xlsx", "--full-phone"))
    assert "13800005678" in cells, cells
    with sqlite3.connect(f"file:{branch.path}?mode=ro", uri=True) as database:
        details = [row[0] for row in database.execute("SELECT detail FROM audit WHERE action = 'export'")]
    assert len(details) == 1 and "full-phone" in details[0], details


@case("export/ROLE-1/not-for-agents, no other kinds, no half files")
def _():
    branch = Branch()
    fill(branch)
    path = os.path.join(os.path.dirname(branch.path), "out.csv")
    branch.refuse(5, "export", "customers", path, before=("--as", "林娜"))
    branch.refuse(3, "export", "customers", path[:-4] + ".doc")
    assert branch.call("export", "customers", "/nowhere/out.csv").returncode not in (0, 1)
    assert not os.path.exists(path)


@case("hand-over/CARD-14/pack-and-introduction-and-undo")
def _():
    branch = Branch()
    fill(branch)
    branch.refuse(3, "hand-over", "王秀英", "周敏")
    answer = branch.ask("hand-over", "林娜", "周敏", "--reason", "产假")
    assert answer["handed_over"] == len(NAMES) and len(answer["packs"]) == len(NAMES), answer
    assert branch.ask("customer", "show", "王秀英")["owner"] == "周敏"
    first = branch.ask("due", "--staff", "周敏", "--on", "2026-11-10")
    assert [row["plan"] for row in first] == [None] * len(NAMES), first
    branch.refuse(5, "hand-over", "王秀英", "林娜", "--reason", "我来", before=("--as", "林娜"))
    branch.ask("undo")
    assert branch.ask("customer", "show", "王秀英")["owner"] == "林娜"


@case("segment/CARD-5/save-list-delete")
def _():
    branch = Branch()
    fill(branch)
    branch.ask("segment", "save", "海棠里的", '{"area":["海棠里"]}')
    branch.refuse(3, "segment", "save", "坏的", '{"colour":["red"]}')
    assert [row["name"] for row in branch.ask("segment", "list")] == ["海棠里的"]
    export(branch, ".csv", "--segment", "海棠里的")
    branch.refuse(5, "segment", "delete", "海棠里的", before=("--as", "林娜"))
    branch.ask("segment", "delete", "海棠里的")
    assert branch.ask("segment", "list") == []
    branch.ask("undo")
    assert len(branch.ask("segment", "list")) == 1


run()

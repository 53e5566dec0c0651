#!/usr/bin/python3
"""huifangctl: complaints, rounds of greetings, days that the law gives, the branch's own days off.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import tempfile

from hf_ctl import Branch
from hf_tap import case, run


def customer(branch, name, *words):
    return branch.ask("customer", "add", name, "--card-type", "customer", *words)["id"]


def deadlines(row):
    return {line["what"]: (line["at"], line["state"]) for line in row["deadlines"]}


@case("COMP-4/deadlines-of-a-serious-complaint")
def _():
    branch = Branch()
    customer(branch, "王秀英")
    row = branch.ask("complaint", "open", "王秀英", "--reason", "delivery-late", "--severity", "serious", "--note",
                     "等了一个星期", now="2026-11-10T15:00")
    assert row["stage"] == "received" and row["number"] == 1
    assert deadlines(row) == {
        "acknowledge": ("2026-11-10T17:00", "open"), "call-back": ("2026-11-11T15:00", "open"),
        "home-visit": ("2026-11-11T12:00", "open"), "answer": ("2026-11-17T18:00", "open"),
        "close": ("2026-12-10T18:00", "open")}, row
    moved = branch.ask("complaint", "move", "1", "acknowledged", now="2026-11-10T16:00")
    assert moved["stage"] == "acknowledged" and deadlines(moved)["acknowledge"][1] == "kept"
    assert branch.ask("engine", "run", now="2026-11-11T12:30")["escalated"] == 1
    assert branch.ask("engine", "run", now="2026-11-11T12:30")["escalated"] == 0
    listed = branch.ask("complaint", "list", now="2026-11-11T12:30")
    assert listed[0]["escalated"] and deadlines(listed[0])["home-visit"][1] == "missed"
    managers = [row for row in branch.ask("due", now="2026-11-11T12:30") if row["roles"] == ["manager"]]
    assert len(managers) == 1 and managers[0]["kind"] == "complaint", managers


@case("COMP-3/each-stage-needs-its-own")
def _():
    branch = Branch()
    customer(branch, "王秀英")
    number = str(branch.ask("complaint", "open", "王秀英", "--reason", "attitude", "--about", "林娜")["id"])
    branch.refuse(3, "complaint", "move", number, "answered")
    branch.ask("complaint", "move", "#1", "acknowledged")
    refused = branch.refuse(3, "complaint", "move", "1", "investigating", "--investigator", "林娜",
                            LC_ALL="zh_CN.UTF-8")
    assert "被投诉的人" in refused, refused
    branch.ask("complaint", "move", "1", "investigating", "--investigator", "周敏")
    branch.refuse(3, "complaint", "move", "1", "answered", "--remedy", "换人服务")
    branch.ask("complaint", "move", "1", "answered", "--apology", "当面道歉", "--remedy", "换人服务", "--by", "2026-11-12")
    branch.ask("complaint", "move", "1", "resolved")
    branch.refuse(3, "complaint", "move", "1", "closed", "--satisfaction", "9", "--cause", "语气生硬")
    row = branch.ask("complaint", "move", "1", "closed", "--satisfaction", "5", "--cause", "语气生硬", "--action", "培训")
    assert row["stage"] == "closed" and "open" not in [state for _, state in deadlines(row).values()], row
    assert branch.ask("complaint", "move", "1", "investigating")["stage"] == "investigating"
    branch.refuse(1, "complaint", "move", "7", "closed")
    branch.refuse(2, "complaint", "open", "王秀英")


@case("COMP-4/the-answer-waits-for-the-customer")
def _():
    branch = Branch()
    customer(branch, "王秀英")
    branch.ask("complaint", "open", "王秀英", "--reason", "quantity")
    branch.ask("complaint", "wait", "1", "--note", "请拍照", now="2026-11-12T09:00")
    assert branch.ask("complaint", "list")[0]["waits_since"] == "2026-11-12T09:00"
    row = branch.ask("complaint", "wait", "1", "--over", now="2026-11-13T09:00")
    assert deadlines(row)["answer"] == ("2026-11-18T18:00", "open"), row
    branch.ask("undo")
    assert branch.ask("complaint", "list")[0]["waits_since"] == "2026-11-12T09:00"


@case("ROLE-1/agents-see-their-own-complaints")
def _():
    branch = Branch()
    customer(branch, "王秀英", "--owner", "林娜")
    branch.ask("complaint", "open", "王秀英", "--reason", "quantity")
    assert len(branch.ask("complaint", "list", before=("--as", "林娜"))) == 1
    assert branch.ask("complaint", "list", before=("--as", "周敏")) == []
    branch.refuse(5, "complaint", "move", "1", "acknowledged", before=("--as", "周敏"))


@case("CAL-4/a-file-of-its-own-for-a-year")
def _():
    branch = Branch()
    customer(branch, "王秀英")
    years = {row["year"]: (row["known"], row["own"]) for row in branch.ask("holidays", "list")}
    assert years[2026] == (True, False) and years[2027] == (False, False), years
    row = branch.ask("complaint", "open", "王秀英", "--reason", "quantity", now="2026-12-28T10:00")
    assert row["unknown_year"] == 2027, row
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "2027.ini")
        with open(path, "w", encoding="utf-8") as file:
            file.write("[Calendar]\nYear=2027\n[Rest]\n2027-01-01..2027-01-03=元旦\n")
        assert branch.ask("holidays", "import", path)["year"] == 2027
        with open(path, "w", encoding="utf-8") as file:
            file.write("[Calendar]\nYear=2027\n[Rest]\n2027-13-01=元旦\n")
        told = branch.refuse(3, "holidays", "import", path)
        assert "2027.ini:4" in told and "2027-13-01" in told, told
    assert deadlines(branch.ask("complaint", "list")[0])["answer"] == ("2027-01-05T18:00", "open")


@case("COMP-10/return-until-by-how-it-was-sold")
def _():
    branch = Branch()
    customer(branch, "王秀英")
    bought = ("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-08", "--received", "2026-11-09")
    assert branch.ask(*bought, "--sold-by", "phone")["return_until"] == "2026-11-16"
    assert branch.ask(*bought, "--sold-by", "office")["return_until"] is None
    branch.refuse(3, *bought, "--sold-by", "fax")


@case("CAL-7/a-round-of-greetings")
def _():
    branch = Branch()
    for name in ("王秀英", "陈玮"):
        customer(branch, name)
    started = branch.ask("greeting", "start", "降温提醒", "王秀英", "陈玮", "--text", "天冷了，请多添衣", "--on", "2026-11-12")
    assert started["created"] == 2
    due = branch.ask("due", "--on", "2026-11-12", now="2026-11-12T10:00")
    assert [row["kind"] for row in due] == ["greeting", "greeting"] and "降温提醒" in due[0]["reason"], due
    branch.ask("visit", "log", "陈玮", "--channel", "phone", "--outcome", "reached", now="2026-11-12T12:00")
    assert branch.ask("greeting", "list")[0]["done"] == 1
    branch.refuse(3, "greeting", "start", "晚了", "王秀英", "--on", "2026-11-01")
    branch.refuse(2, "greeting", "start", "没有人")
    # A round bears a title, not a person's name.
    for words in (("greeting", "start", " ", "王秀英"), ("event", "add", "", "--at", "2026-11-20T14:00")):
        answer = branch.call(*words)
        assert answer.returncode == 3 and "title is missing" in answer.stderr, answer


@case("CAL-7/a-round-is-ticked-off-one-by-one")
def _():
    branch = Branch()
    for name in ("王秀英", "陈玮", "罗小梅"):
        customer(branch, name, "--owner", "林娜")
    branch.ask("segment", "save", "老顾客", '{"card-type":["customer"]}')
    number = str(branch.ask("greeting", "start", "降温提醒", "--segment", "老顾客", "--channel", "message", "--on",
                            "2026-11-15", before=("--as", "林娜"))["id"])
    assert branch.call("greeting", "list").stdout.endswith("  林娜\n"), "whose round it is"
    assert branch.ask("greeting", "done", number, "陈玮")["state"] == "done"
    assert branch.ask("greeting", "done", number, "罗小梅", "--channel", "phone", "--outcome", "no-answer")["state"] == "open"
    assert branch.ask("greeting", "skip", number, "罗小梅", "--reason", "住院")["reason"] == "住院"
    branch.refuse(3, "greeting", "done", number, "陈玮")
    branch.refuse(3, "greeting", "word", number, "{kunde}您好")
    branch.ask("greeting", "word", number, "{customer}，天冷了")
    row, = branch.ask("greeting", "list", before=("--as", "林娜"))
    assert (row["customers"], row["done"], row["skipped"], row["text"]) == (3, 1, 1, "{customer}，天冷了"), row
    assert branch.ask("greeting", "list", before=("--as", "周敏")) == []
    assert [(line["customer"], line["state"]) for line in branch.ask("greeting", "show", number)] == \
        [("王秀英", "open"), ("陈玮", "done"), ("罗小梅", "skipped")]


@case("EVT-1/events-of-one-name-are-told-apart-by-number")
def _():
    branch = Branch()
    ids = [branch.ask("event", "add", "茶话会", "--at", f"2026-11-{day}T14:00")["id"] for day in (20, 27)]
    lines = branch.call("event", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [str(each) for each in ids], lines


@case("CAL-10/the-plan-of-a-week-says-what-may-be-meant")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--owner", "林娜")
    assert ",none" in branch.call("week", "plan", "quatsch", "王秀英").stderr
    assert branch.call("week", "plan", "none", "王秀英").returncode != 0
    branch.ask("week", "plan", "settle", "王秀英")
    assert branch.ask("week", "plan", "none", "王秀英")["customers"] == 1


@case("CAL-1/a-full-week-is-spread")
def _():
    branch = Branch()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "cards.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("姓名,负责人,卡类\n" + "".join(f"顾客{i},林娜,新卡\n" for i in range(80)))
        assert branch.ask("import", "customers", path)["added"] == 80
    # Each is to be called within two days: 80 calls of 5 minutes on Thursday, which holds 360.
    shown = branch.ask("follow-up", "spread", before=("--as", "林娜"))
    assert (shown["week"], shown["applied"]) == ("2026-11-09", False), shown
    full, = shown["full"]
    thursday = full["days"][3]
    assert (thursday["on"], thursday["load"], thursday["capacity"], thursday["after"]) == \
        ("2026-11-12", 400, 360, 360), thursday
    assert len(full["moves"]) == 8 and {move["from"] for move in full["moves"]} == {"2026-11-12"}, full["moves"]
    assert {move["to"] for move in full["moves"]} <= {"2026-11-10", "2026-11-11"}, full["moves"]
    assert len(branch.ask("due", "--on", "2026-11-12", now="2026-11-12T10:00")) == 80, "only shown"
    lines = branch.call("follow-up", "spread", "--staff", "林娜", LC_ALL="zh_CN.UTF-8").stdout
    assert "2026-11-12：400 分钟，上限 360，调整后 360" in lines and "电话" in lines, lines
    assert branch.ask("follow-up", "spread", "--week", "2026-11-15", "--apply")["applied"]
    assert len(branch.ask("due", "--on", "2026-11-12", now="2026-11-12T10:00")) == 72
    again = branch.call("follow-up", "spread", "--json")
    assert again.returncode == 1 and json.loads(again.stdout)["full"] == [], again
    branch.ask("undo")
    assert len(branch.ask("due", "--on", "2026-11-12", now="2026-11-12T10:00")) == 80
    branch.refuse(5, "follow-up", "spread", "--staff", "林娜", before=("--as", "周敏"))
    branch.refuse(3, "follow-up", "spread", "--week", "gestern")


@case("COMP-4/in-words-for-clerks")
def _():
    branch = Branch()
    customer(branch, "王秀英")
    branch.ask("complaint", "open", "王秀英", "--reason", "delivery-late", "--severity", "serious")
    branch.ask("engine", "run", now="2026-11-11T12:30")
    lines = json.loads(branch.call("due", "--json", now="2026-11-11T12:30", LC_ALL="zh_CN.UTF-8").stdout)
    assert len(lines) == 5, lines
    assert not any("a" <= letter <= "z" for row in lines for letter in row["reason"].lower()), lines
    shown = branch.call("complaint", "list", LC_ALL="zh_CN.UTF-8").stdout
    assert shown == "#1  2026-11-10T10:00  王秀英  [收到]  送货迟到 · 严重 · 已超时，交经理\n", shown
    shown = branch.call("complaint", "move", "1", "acknowledged", LC_ALL="zh_CN.UTF-8").stdout
    assert "阶段：已受理\n" in shown and "段位" not in shown, shown


run()

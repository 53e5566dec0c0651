#!/usr/bin/python3
"""huifangctl: complaints, rounds of greetings, days that the law gives, the branch's own days off.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json

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
    branch.ask("complaint", "move", "1", "answered", "--apology", "--remedy", "换人服务", "--by", "2026-11-12")
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


run()

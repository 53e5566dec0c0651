#!/usr/bin/python3
"""huifangctl: the contract that scripts rely on.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess

from hf_ctl import HUIFANGCTL, Branch
from hf_tap import add, case, run

COMMANDS = [
    "init", "sample", "staff add", "staff list", "product add", "product list", "customer add", "customer set",
    "customer show", "find", "purchase add", "import", "enrol", "due", "visit log", "follow-up done", "follow-up snooze",
    "follow-up reschedule", "follow-up skip", "engine run", "undo", "redo", "history", "plans list", "plans check",
    "check", "backup", "stop", "sale-window", "project", "lunar", "recovery list", "tier explain", "tier observe",
    "tier set", "report tiers", "plans use", "duplicates list", "duplicates merge", "duplicates different",
]


# Typed into a field that wants a reason, they say nothing; the last is the wide space.
BLANK = ("", "   ", " \t", "\u3000")


def check_help(command):
    answer = subprocess.run([HUIFANGCTL, *command.split(), "--help"], capture_output=True, text=True)
    assert answer.returncode == 0 and "--json" in answer.stdout + subprocess.run(
        [HUIFANGCTL, *command.split(), "--help-all"], capture_output=True, text=True).stdout, answer
    assert command in answer.stdout, answer.stdout


for each in COMMANDS:
    add(f"help/{each.replace(' ', '-')}", check_help, each)


@case("help/names-every-command")
def _():
    text = subprocess.run([HUIFANGCTL, "--help"], capture_output=True, text=True).stdout
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", text, re.M), command


@case("usage/wrong-words-exit-2")
def _():
    branch = Branch()
    for words in (["frob"], ["staff"], ["staff", "add"], ["due", "--frob"], ["customer", "show"], []):
        branch.refuse(2, *words)


@case("usage/options-for-all-may-stand-last")
def _():
    branch = Branch()
    answer = branch.call("staff", "list", "--json")
    assert {row["name"] for row in json.loads(answer.stdout)} == {"周敏", "林娜"}, answer


@case("exit/input-3-database-4-rights-5-nothing-1")
def _():
    branch = Branch()
    branch.refuse(3, "customer", "add", "王秀英", "--birth", "2026-02-31")
    branch.refuse(3, "staff", "add", "王医生", "--role", "expert")
    branch.refuse(1, "customer", "show", "无此人")
    branch.refuse(5, "staff", "add", "某某", "--role", "agent", before=("--as", "林娜"))
    branch.refuse(4, "due", before=("--database", branch.path + "-none"))
    found = branch.call("find", "无此人", "--json")
    assert found.returncode == 1 and json.loads(found.stdout) == [], found


@case("PHONE-1/masked-everywhere-but-in-a-reveal")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--phone", "138 0000-5678", "--owner", "林娜")
    for words in (["find", "5678"], ["find", "13800005678"], ["customer", "show", "王秀英"]):
        for text in (branch.call(*words).stdout, branch.call(*words, "--json").stdout):
            assert "138****5678" in text and "13800005678" not in text, text
    assert branch.ask("customer", "show", "王秀英", "--reveal")["phones"] == ["13800005678"]
    branch.refuse(5, "customer", "show", "王秀英", "--reveal", before=("--as", "周敏"))


@case("PHONE-4/masked-in-what-is-not-found")
def _():
    branch = Branch()
    error = branch.refuse(1, "customer", "show", "13812345678")
    assert "138****5678" in error and "13812345678" not in error, error


@case("PHONE-2/free-text-with-a-number-is-refused")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英")
    error = branch.refuse(3, "customer", "set", "王秀英", "note=女儿 138 0000 5678")
    assert "5678" not in error, error
    branch.refuse(3, "visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached",
                  "--note", "打 021-55556666")


@case("PUR-2/contraindication-needs-a-reason-and-names-no-condition")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--condition", "痛风多年")
    error = branch.refuse(3, "purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    assert "痛风" not in error and "蛋白粉" in error, error
    both = branch.refuse(3, "purchase", "add", "王秀英", "蛋白粉:9", "--on", "2026-11-10")
    assert error.strip() in both and len(both) > len(error), "the supply of 270 days is told, too (PUR-3)"
    assert [row["plan"] for row in branch.ask("due", "--from", "2026-11-01")] == ["new-card"]
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10", "--reason", "医生同意")


@case("PLAN-1/worked-history")
def _():
    """Bought Tue 10 Nov. By phone on days 3 and 7, so that day 14 must be a home visit."""
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--owner", "林娜")
    assert branch.ask("purchase", "add", "王秀英", "蛋白粉:2", "--on", "2026-11-10")["enrolled"] == ["member-28-day"]
    row, = branch.ask("due", "--from", "2026-11-10")
    assert (row["plan"], row["step"], row["due"], row["state"]) == ("member-28-day", 1, "2026-11-13T09:00", "open")
    assert row["channels"] == ["home", "phone"] and row["roles"] == ["agent"] and row["window"] == ["2026-11-13"] * 2
    for now, following in (("2026-11-13T11:40", "2026-11-17T09:00"), ("2026-11-17T11:40", "2026-11-24T09:00")):
        log = branch.ask("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", now=now)
        assert len(log["completed"]) == len(log["opened"]) == 1 and log["card_type"] == "customer", log
        row, = branch.ask("due", "--from", "2026-11-10")
        assert row["due"] == following, row
    assert row["channels"] == ["home"], row
    log = branch.ask("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", now="2026-11-24T11:40")
    assert log["completed"] == [], "a call does not do for a home visit (SCHED-3)"
    log = branch.ask("visit", "log", "王秀英", "--channel", "home", "--outcome", "reached", now="2026-11-24T15:40")
    assert len(log["completed"]) == 1, log


@case("SCHED-2/moved-off-a-day-without-contact")
def _():
    branch = Branch()
    branch.ask("customer", "add", "陈玮", "--no-contact", "fri,sat")
    branch.ask("purchase", "add", "陈玮", "蛋白粉", "--on", "2026-11-10")
    row, = branch.ask("due", "--from", "2026-11-10")
    assert row["original_due"][:10] == "2026-11-13" and row["due"][:10] == "2026-11-15", row
    assert "Fri" in row["reason"] or "13 Nov" in row["reason"], row["reason"]


@case("SCHED-6/a-second-evaluation-changes-nothing")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    before = branch.ask("due", "--from", "2026-11-01")
    first = branch.ask("engine", "run", now="2026-11-16T08:00")
    second = branch.ask("engine", "run", now="2026-11-16T09:00")
    assert first["created"] == second["created"] == 0 and branch.ask("due", "--from", "2026-11-01") == before


@case("SCHED-6/a-first-evaluation-makes-up-for-the-days-since-the-branch-began")
def _():
    daily, once = Branch(), Branch()
    for branch in (daily, once):
        branch.ask("customer", "add", "王秀英")
        branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    for day in range(10, 21):
        daily.ask("engine", "run", now=f"2026-11-{day}T08:00")
    once.ask("engine", "run", now="2026-11-20T08:00")
    seen = [[(row["kind"], row["due"], row["reason"]) for row in branch.ask("due", "--from", "2026-11-01")]
            for branch in (daily, once)]
    assert seen[0] == seen[1] and len(seen[0]) == 2, seen


@case("SCHED-8/reschedule-later-than-the-window-needs-a-reason")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--no-contact", "sun")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    follow_up = str(branch.ask("due", "--from", "2026-11-01")[0]["id"])
    branch.refuse(3, "follow-up", "reschedule", follow_up, "--to", "2026-11-16")
    for blank in BLANK:
        branch.refuse(3, "follow-up", "reschedule", follow_up, "--to", "2026-11-16", "--reason", blank)
        branch.refuse(3, "follow-up", "skip", follow_up, "--reason", blank)
    branch.refuse(3, "follow-up", "reschedule", follow_up, "--to", "2026-11-15", "--reason", "周日")
    moved = branch.ask("follow-up", "reschedule", follow_up, "--to", "2026-11-16", "--reason", "出门")
    assert moved["due"][:10] == "2026-11-16" and moved["original_due"][:10] == "2026-11-13"
    branch.refuse(3, "follow-up", "skip", follow_up)
    assert branch.ask("follow-up", "skip", follow_up, "--reason", "住院")["state"] == "skipped"


@case("VISIT-6/promise-becomes-a-follow-up-and-is-kept")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英")
    log = branch.ask("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached",
                     "--promise", "送食谱", "--promise-on", "2026-11-12")
    assert len(log["opened"]) == 1 and log["card_type"] == "contacted"
    row, = branch.ask("due", "--on", "2026-11-12")
    assert row["kind"] == "promise" and "送食谱" in row["reason"], row
    log = branch.ask("visit", "log", "王秀英", "--channel", "home", "--outcome", "reached", now="2026-11-12T15:00")
    assert log["completed"] == [row["id"]]
    branch.refuse(3, "visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", "--promise", "送食谱")


@case("CARD-9/third-failed-day-discards-and-cancels")
def _():
    branch = Branch()
    branch.ask("customer", "add", "罗小梅")
    branch.ask("enrol", "罗小梅", "four-level")
    for day, card in ((10, "new"), (11, "new"), (12, "discarded")):
        log = branch.ask("visit", "log", "罗小梅", "--channel", "phone", "--outcome", "no-answer",
                         now=f"2026-11-{day}T12:00")
        assert log["card_type"] == card, (day, log)
    assert branch.ask("due", "--from", "2026-11-01") == []
    assert len(branch.ask("due", "--from", "2026-11-01", "--state", "cancelled")) == 2, "of four-level and new-card"
    branch.ask("undo")
    assert len(branch.ask("due", "--from", "2026-11-01")) == 2


@case("WORK-1/agents-see-their-own-managers-everybodys")
def _():
    branch = Branch()
    for name, owner in (("王秀英", "林娜"), ("陈玮", "周敏")):
        branch.ask("customer", "add", name, "--owner", owner)
        branch.ask("purchase", "add", name, "蛋白粉", "--on", "2026-11-10")
    mine = branch.ask("due", "--from", "2026-11-01", before=("--as", "林娜"))
    assert [row["customer"] for row in mine] == ["王秀英"]
    assert len(branch.ask("due", "--from", "2026-11-01")) == 2
    assert len(branch.ask("due", "--from", "2026-11-01", "--staff", "周敏")) == 1


@case("ROLE-1/agents-see-no-more-than-their-own")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--phone", "13800005678", "--owner", "林娜")
    branch.ask("customer", "add", "陈玮", before=("--as", "周敏"))
    mine, other = ("--as", "林娜"), ("--as", "周敏")
    assert branch.ask("customer", "show", "王秀英", before=mine)["name"] == "王秀英"
    error = branch.refuse(5, "customer", "show", "王秀英", before=other)
    assert "5678" not in error, error
    row, = branch.ask("find", "5678", before=mine)
    assert row["phone"] == "138****5678" and "address" not in row, row
    for text in ("5678", "王秀英", "wxy", "13800005678"):
        assert branch.call("--as", "周敏", "find", text).returncode == 1, text
    assert [row["name"] for row in branch.ask("find", "陈玮", before=other)] == ["陈玮"]
    assert branch.ask("due", "--staff", "周敏", before=other) == []
    branch.refuse(5, "due", "--staff", "林娜", before=other)
    assert [row["staff"] for row in branch.ask("history", before=other)] == ["周敏"]
    assert branch.ask("history", before=mine) == []
    assert len(branch.ask("history")) > 3
    assert branch.ask("check", before=other)["ok"]


@case("PHONE-3/a-backup-is-the-managers-and-noted")
def _():
    branch = Branch()
    path = branch.path + "-copy"
    branch.refuse(5, "backup", path, before=("--as", "林娜"))
    assert not os.path.exists(path)
    branch.ask("backup", path)
    import sqlite3
    with sqlite3.connect(branch.path) as database:
        noted = database.execute("SELECT action, detail FROM audit").fetchall()
    assert noted == [("export", "branch.db-copy")], noted


@case("due/says-why-in-chinese")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    row, = json.loads(branch.call("due", "--from", "2026-11-01", "--json", LC_ALL="zh_CN.UTF-8").stdout)
    assert "会员28天维护" in row["reason"] and not re.search(r"[A-Za-z]{3}", row["reason"]), row["reason"]


@case("undo/says-what-and-history-shows-it")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英")
    answer = branch.ask("undo")
    assert (answer["kind"], answer["subject"]) == ("customer.add", "王秀英")
    assert branch.call("find", "王秀英").returncode == 1
    newest, before = branch.ask("history", "--limit", "2")
    assert newest["undoes"] == before["id"] and before["undone_by"] == newest["id"]
    branch.ask("redo")
    assert len(branch.ask("find", "王秀英")) == 1


@case("plans/a-wrong-file-is-named-with-group-key-and-line (PLAN-9)")
def _():
    branch = Branch()
    path = branch.path + ".plan"
    with open(path, "w", encoding="utf-8") as plan:
        plan.write("[Plan]\nId=x\nName=X\nTrigger=purchase\n\n[Step 1]\nTitle=T\nPurpose=P\nAnchor=trigger\n"
                   "Offset=soon\nDue=on\nWays=phone:agent\n")
    answer = branch.call("plans", "check", path)
    assert answer.returncode == 3, answer
    for word in ("branch.db.plan", "Step 1", "Offset", "10"):
        assert word in answer.stderr, (word, answer.stderr)
    assert len(branch.ask("plans", "list")) >= 2


@case("locale/names-are-chinese-on-a-console-without-a-language")
def _():
    branch = Branch()
    branch.call("customer", "add", "王秀英", LC_ALL="C")
    answer = branch.call("find", "王秀英", LC_ALL="C")
    assert answer.returncode == 0 and "王秀英" in answer.stdout, answer


@case("check/finds-nothing-wrong-and-notices-damage")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英")
    assert branch.ask("check") == {"ok": True, "troubles": []}
    import sqlite3
    with sqlite3.connect(branch.path) as database:
        database.execute("UPDATE customer SET next_due_at = 5")
    answer = branch.call("check", "--json")
    assert answer.returncode == 1 and not json.loads(answer.stdout)["ok"], answer


@case("CARD-12/duplicates-are-listed-merged-and-undone")
def _():
    branch = Branch()
    first = branch.ask("customer", "add", "王秀英", "--phone", "13800005678")["id"]
    second = branch.ask("customer", "add", "王秀英", "--phone", "13800005678", "--address", "海棠路5号")["id"]
    third = branch.ask("customer", "add", "陈玮", "--phone", "13800005678")["id"]
    assert [row["why"] for row in branch.ask("duplicates", "list")] == ["phone"] * 3
    branch.ask("duplicates", "different", str(first), str(third))
    assert len(branch.ask("duplicates", "list", str(first))) == 1
    branch.refuse(3, "duplicates", "merge", str(first), str(second), "--take", "health")
    branch.ask("duplicates", "merge", str(first), str(second), "--take", "address")
    assert branch.ask("customer", "show", "王秀英")["address"] == "海棠路5号"
    assert branch.ask("customer", "show", str(second))["id"] == first
    assert len(branch.ask("find", "王秀英")) == 1
    branch.ask("undo")
    assert len(branch.ask("find", "王秀英")) == 2
    assert len(branch.ask("duplicates", "list", "--search")) == 2


run()

#!/usr/bin/python3
"""huifangctl: what people may type, and the sentences that they get back.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sqlite3

from hf_ctl import Branch
from hf_tap import case, run


@case("backup/leaves-a-file-that-is-no-backup-alone")
def _():
    branch = Branch()
    path = branch.path + "-list.csv"
    for content in (b"a,b\n", b"", b"SQLite format 3\0" + b"\0" * 200):
        with open(path, "wb") as file:
            file.write(content)
        error = branch.refuse(3, "backup", path)
        assert "-list.csv" in error, error
        with open(path, "rb") as file:
            assert file.read() == content
    os.remove(path)
    for _ in range(2):
        assert branch.ask("backup", path)["file"] == path
    assert branch.ask("check", before=("--database", path))["ok"]

@case("CAL-5/nobody-is-called-outside-of-the-fixed-hours")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--window", "20:00-23:00")
    assert branch.ask("customer", "show", "王秀英")["window"] == "20:00-20:30"
    branch.ask("customer", "set", "王秀英", "window=working")
    assert branch.ask("customer", "show", "王秀英")["window"] == "working"
    later = ["visit", "log", "王秀英", "--channel", "phone", "--outcome", "asked-to-call-later", "--later"]
    for time in ("2026-11-11T08:59", "2026-11-11T20:31", "23:30"):
        error = branch.refuse(3, *later, time)
        assert "09:00" in error and "20:30" in error, error
    follow_up, = branch.ask(*later, "2026-11-11T20:30")["opened"]
    assert "20:30" in branch.refuse(3, "follow-up", "snooze", str(follow_up), "--until", "2026-11-11T21:00")
    branch.ask("follow-up", "snooze", str(follow_up), "--until", "2026-11-12T09:00")


@case("VISIT-1/a-later-wish-takes-the-place-of-the-one-before")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    branch.ask("customer", "add", "陈玮", "--card-type", "customer")
    later = ["--channel", "phone", "--outcome", "asked-to-call-later", "--later"]
    first, = branch.ask("visit", "log", "王秀英", *later, "2026-11-11T15:00")["opened"]
    other, = branch.ask("visit", "log", "陈玮", *later, "2026-11-11T15:00")["opened"]
    second, = branch.ask("visit", "log", "王秀英", *later, "2026-11-12T15:00")["opened"]
    assert {row["id"] for row in branch.ask("due", "--from", "2026-11-01")} == {other, second}
    gone, = branch.ask("due", "--from", "2026-11-01", "--state", "cancelled")
    assert gone["id"] == first
    branch.ask("undo")
    assert {row["id"] for row in branch.ask("due", "--from", "2026-11-01")} == {first, other}

@case("VISIT-1/what-cannot-be-true-is-refused")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    for channel, outcome, *more in (
            ("phone", "reached", "--minutes", "-5"),
            ("phone", "reached", "--minutes", "-1"),
            ("phone", "reached", "--minutes", "1441"),
            ("phone", "reached", "--minutes", "many"),
            ("phone", "reached", "--left", "-1"),
            ("phone", "reached", "--left", "3651"),
            ("phone", "reached", "--at", "1999-12-31T12:00"),
            ("phone", "no-answer", "--effect", "better"),
            ("phone", "not-home"),
            ("home", "busy"),
            ("office", "off"),
            ("event", "wrong-number"),
            ("phone", "no-answer", "--later", "2026-11-11T12:00"),
            ("phone", "refused", "--later", "2026-11-11T12:00"),
            ("phone", "asked-to-call-later"),
    ):
        branch.refuse(3, "visit", "log", "王秀英", "--channel", channel, "--outcome", outcome, *more)
    assert branch.ask("history", "--limit", "1")[0]["kind"] == "customer.add"
    for channel, outcome, *more in (
            ("phone", "reached", "--minutes", "0", "--left", "0"),
            ("home", "not-home", "--minutes", "1440"),
            ("phone", "reached", "--left", "3650", "--at", "2000-01-01T12:00"),
    ):
        branch.ask("visit", "log", "王秀英", "--channel", channel, "--outcome", outcome, *more)


@case("VISIT-1/a-call-that-was-agreed-becomes-a-follow-up")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    log = branch.ask("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached",
                     "--later", "2026-11-20T15:00")
    row, = branch.ask("due", "--from", "2026-11-01")
    assert log["opened"] == [row["id"]] and row["due"] == "2026-11-20T15:00", row

@case("CAL-3/birth-dates-that-were-not-are-refused")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    # 2020 has a leap fourth month of 29 days; 2021 has none.
    for birth in ("lunar:2021-+4-1", "lunar:2020-+4-30", "lunar:1950-13-1", "lunar:1950-1-31", "lunar:0-8-15", "0-8-15",
                  "0000-08-15", "--13-01", "--02-30", "--00-10", "lunar:-8-31", "lunar:1899-1-1", "1950-8-15x",
                  "2026-11-11", "lunar:2026-10-30"):
        branch.refuse(3, "customer", "set", "王秀英", f"birth={birth}")
        branch.refuse(3, "customer", "add", "陈玮", f"--birth={birth}")
    assert branch.ask("customer", "show", "王秀英")["birth"] is None


@case("CAL-9/a-birthday-may-lack-its-year")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--birth", "--08-15")
    assert branch.ask("customer", "show", "王秀英")["birth"] == "--08-15"
    for birth in ("--02-29", "lunar:-8-15", "lunar:-+8-15", "lunar:2020-+4-29", "1950-08-15", "2026-11-10",
                  "lunar:1950-12-29"):
        branch.ask("customer", "set", "王秀英", f"birth={birth}")
        assert branch.ask("customer", "show", "王秀英")["birth"] == birth

def write(branch, text):
    path = branch.path + ".csv"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


@case("PUR-4/columns-that-are-not-used-are-named")
def _():
    branch = Branch()
    path = write(branch, "姓名,电话,血型,星座,\n王秀英,13800005678,A,白羊,\n")
    said = branch.call("import", "customers", path, "--dry-run")
    assert said.returncode == 0 and said.stderr == "Not used: 血型, 星座\n", said
    assert branch.ask("import", "customers", path)["unused"] == ["血型", "星座"]
    path = write(branch, "姓名,电话\n陈玮,13800005679\n")
    assert branch.call("import", "customers", path).stderr == ""


@case("PUR-4/purchases-are-not-taken-for-customers")
def _():
    branch = Branch()
    path = write(branch, "姓名,电话,产品,数量,日期\n王秀英,13800005678,蛋白粉,2,2026-11-01\n")
    assert "purchases" in branch.refuse(3, "import", "customers", path)
    assert branch.call("find", "王秀英").returncode == 1
    path = write(branch, "姓名,电话,产品\n王秀英,13800005678,蛋白粉\n")
    assert branch.ask("import", "customers", path)["unused"] == ["产品"]

@case("due/a-number-that-can-be-typed")
def _():
    branch = Branch()
    said = branch.call("due")
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "Nothing is due.\n"), said
    assert branch.call("find", "无此人").stderr == "Nobody was found.\n"
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    row, = branch.ask("due", "--from", "2026-11-01")
    number, _, line = branch.call("due", "--from", "2026-11-01").stdout.partition("  ")
    assert number == f"#{row['id'] & ((1 << 48) - 1)}" and line.startswith("2026-11-13T09:00  王秀英"), (number, line)
    for name in (number, number[1:], str(row["id"])):
        answer = branch.ask("follow-up", "snooze", name, "--until", "2026-11-13T12:00", now="2026-11-13T10:00")
        assert answer["id"] == row["id"] and "line" not in answer, answer
    text = branch.call("due", now="2026-11-13T10:30").stdout
    assert text.startswith(number + " ") and "(remind again at 12:00)" in text, text
    assert "remind" not in branch.call("due", now="2026-11-13T12:30").stdout
    text = branch.call("follow-up", "snooze", number, "--until", "2026-11-14T12:00", now="2026-11-13T10:00").stdout
    assert text.startswith(number) and "14 Nov" in text and text.count("\n") == 1, text
    branch.refuse(1, "follow-up", "done", "#99999999")
    assert "#123" in branch.refuse(3, "follow-up", "done", "abc")


@case("due/a-number-that-two-computers-gave-is-ambiguous")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    row, = branch.ask("due", "--from", "2026-11-01")
    other = row["id"] ^ (1 << 48)
    with sqlite3.connect(branch.path) as database:
        columns = [name for _, name, *_ in database.execute("PRAGMA table_info (follow_up)")]
    with sqlite3.connect(branch.path) as database:
        for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        values = ", ".join({"id": str(other), "enrolment_id": "NULL"}.get(name, name) for name in columns)
        database.execute(f"INSERT INTO follow_up ({', '.join(columns)}) SELECT {values} FROM follow_up WHERE id = ?",
                         (row["id"],))
    number = str(row["id"] & ((1 << 48) - 1))
    assert "id" in branch.refuse(3, "follow-up", "skip", number, "--reason", "住院")

@case("init/a-branch-keeps-its-name")
def _():
    branch = Branch()
    assert "海棠路网点" in branch.refuse(3, "init", "--branch", "牡丹路网点")
    for name in ("", "  "):
        assert "branch's name" in branch.refuse(3, "init", "--branch", name)
    for words in ([], ["--branch", "海棠路网点"]):
        assert branch.ask("init", *words)["branch"] == "海棠路网点"

@case("SCHED-1/a-plan-by-hand-names-no-purchase")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    row, = branch.ask("enrol", "王秀英", "member-28-day", "--from", "2026-01-01")["follow_ups"]
    assert "since 1 Jan" in row["reason"] and "purchase" not in row["reason"], row

@case("usage/sentences-for-half-a-command")
def _():
    branch = Branch()
    for words in (["visit"], ["follow-up", "frob"]):
        answer = branch.call(*words)
        assert answer.returncode == 2 and f"huifangctl {words[0]} " in answer.stderr, answer
        answer = branch.call(words[0], "--help")
        assert answer.returncode == 0 and f"huifangctl {words[0]} " in answer.stdout, answer
    assert "“abc”" in branch.refuse(3, "undo", "abc")
    assert "redo" in branch.refuse(1, "redo")

@case("CARD-12/a-known-number-is-offered-for-merging")
def _():
    branch = Branch()
    first = branch.ask("customer", "add", "王秀英", "--phone", "13800005678")
    assert first["duplicates"] == []
    twin = branch.ask("customer", "add", "王秀英", "--phone", "138 0000 5678")
    assert twin["duplicates"] == [first["id"]], twin
    other = branch.ask("customer", "add", "陈玮", "--phone", "13800005678", "--phone", "13800005679")
    assert set(other["duplicates"]) == {first["id"], twin["id"]}, other
    assert branch.ask("check")["ok"]
    branch.ask("undo")
    assert branch.ask("check")["ok"]


@case("CARD-1/numbers-are-marked-wrong-and-removed")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--phone", "13800005678", "--phone", "13900001111")
    branch.ask("customer", "set", "王秀英", "phone-wrong=138 0000 5678")
    assert branch.ask("customer", "show", "王秀英")["phones"] == ["139****1111", "138****5678"]
    branch.ask("customer", "set", "王秀英", "phone-remove=13900001111")
    assert branch.ask("customer", "show", "王秀英")["phones"] == ["138****5678"]
    branch.refuse(1, "customer", "set", "王秀英", "phone-remove=13900001111")
    for phones in (["139****1111", "138****5678"], ["138****5678", "139****1111"]):
        branch.ask("undo")
        assert branch.ask("customer", "show", "王秀英")["phones"] == phones

@case("CARD-9/people-are-told-of-a-discarded-card")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-08")
    said = branch.call("visit", "log", "王秀英", "--channel", "phone", "--outcome", "refused")
    assert "discarded" in said.stdout and "(1)" in said.stdout and "undo" in said.stdout, said
    said = branch.call("visit", "log", "王秀英", "--channel", "phone", "--outcome", "no-answer")
    assert "undo" not in said.stdout, said


@case("SCHED-3/people-are-told-what-a-call-did-not-do")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10")
    for now in ("2026-11-13T12:00", "2026-11-17T12:00"):
        said = branch.call("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", now=now)
        assert "Still to be done" not in said.stdout, said
    said = branch.call("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", now="2026-11-24T12:00")
    assert "Still to be done: #" in said.stdout and "Home visit" in said.stdout, said

@case("CARD-14/the-card-shows-what-happened-and-what-was-promised")
def _():
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--no-contact", "sun", "--quiet-until", "2026-11-20")
    branch.ask("purchase", "add", "王秀英", "蛋白粉:2", "--on", "2026-11-01")
    branch.ask("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", "--promise", "送食谱",
               "--promise-on", "2026-11-12", "--note", "一切都好")
    card = branch.ask("customer", "show", "王秀英")
    assert (card["no_contact"], card["quiet_until"], card["do_not_contact"]) == (["sun"], "2026-11-20", None), card
    assert [row["text"] for row in card["purchases"]] == ["蛋白粉 × 2"], card
    assert [(row["on"], row["text"]) for row in card["promises"]] == [("2026-11-12", "送食谱")], card
    assert [row["outcome"] for row in card["contacts"]] == ["reached"], card
    text = branch.call("customer", "show", "王秀英", LC_ALL="zh_CN.UTF-8").stdout
    for part in ("老客户卡", "送食谱", "蛋白粉 × 2", "一切都好"):
        assert part in text, text
    assert not [line for line in text.splitlines() if line[:1].isascii() and line[:1].isalpha()], text


@case("TEXT-3/a-claim-in-a-note-is-marked-with-the-reason")
def _():
    branch = Branch()
    branch.ask("init")
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    log = ("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", "--note")
    result = branch.call(*log, "说能根治糖尿病")
    assert result.returncode == 0 and "根治" in result.stderr, result
    assert "根治" not in branch.call(*log, "饭后一勺").stderr
    assert branch.call("text", "check", "保证有效").returncode == 1
    assert branch.call("text", "check", "不能保证有效").returncode == 0
    assert "“根治”" in branch.refuse(3, "text", "set", "script", "general", "Mine", "根治")
    branch.ask("text", "forbid", "返老还童", "夸大其词")
    assert "夸大其词" in branch.call("text", "check", "返老还童").stdout
    assert branch.ask("text", "list", "--search", "sleep")[0]["key"] == "night-waking"


@case("text/labels-are-in-the-language-of-the-clerk")
def _():
    branch = Branch()
    branch.ask("sample", "--customers", "40", "--years", "2", "--seed", "3")
    branch.ask("customer", "add", "王秀英", "--card-type", "customer")
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10", "--promised", "2026-11-11")
    branch.ask("engine", "run", now="2026-11-16T08:00")
    for words in (["tier", "explain", "王秀英", "--scheme", "loyalty"], ["tier", "explain", "王秀英", "--scheme", "value"],
                  ["report", "tiers"], ["recovery", "list"], ["lunar", "2027-02-06"],
                  ["project", "王秀英", "--to", "2027-03-01"], ["due"], ["customer", "show", "王秀英"], ["plans", "list"],
                  ["staff", "list"], ["product", "list"], ["history"], ["stop", "王秀英", "--cause", "competitor"],
                  ["sale-window", "王秀英", "this-month"], ["engine", "run"], ["check"]):
        said = branch.call(*words, now="2026-11-16T10:00", LC_ALL="zh_CN.UTF-8")
        assert said.returncode == 0 and said.stdout, said
        for line in said.stdout.splitlines():
            for part in line.split("  "):
                label = part.partition("：")[0] if "：" in part else ""
                assert not label.isascii() or not any(letter.isalpha() for letter in label), (words, line)
    text = branch.call("recovery", "list", now="2026-11-16T10:00", LC_ALL="zh_CN.UTF-8").stdout
    assert "[未完成]" in text and "王秀英" in text, text


run()

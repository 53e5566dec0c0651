#!/usr/bin/python3
"""huifangctl: deadlines across nights and holidays, whose case it is, goods that come back, reactions.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import os
import sqlite3
import zipfile

from hf_ctl import Branch
from hf_tap import case, run

# When a serious complaint came, and by when what is due (COMP-4). In 2026 the 1st to the 7th of October are off,
# Sunday 20 September and Saturday 10 October are worked for it; 25 to 27 September are off.
DEADLINES = (
    ("a morning", "2026-11-10T10:00", "2026-11-10T12:00", "2026-11-10T18:00", "2026-11-17T18:00", "2026-12-10T18:00"),
    ("a Friday evening", "2026-11-20T19:00", "2026-11-21T11:00", "2026-11-21T12:00", "2026-11-27T18:00",
     "2026-12-20T18:00"),
    ("a Sunday", "2026-11-22T10:00", "2026-11-23T11:00", "2026-11-23T12:00", "2026-11-27T18:00", "2026-12-22T18:00"),
    ("the eve of Golden Week", "2026-09-30T17:30", "2026-10-08T10:30", "2026-10-08T12:00", "2026-10-13T18:00",
     "2026-10-30T18:00"),
    ("before a Sunday that is worked", "2026-09-19T17:00", "2026-09-20T10:00", "2026-09-20T12:00",
     "2026-09-24T18:00", "2026-10-19T18:00"),
    ("a Saturday that is worked", "2026-10-10T17:30", "2026-10-12T10:30", "2026-10-12T12:00", "2026-10-16T18:00",
     "2026-11-09T18:00"),
)


def customer(branch, *words):
    return branch.ask("customer", "add", "王秀英", "--card-type", "customer", *words)["id"]


def open_complaint(branch, *words, **options):
    return branch.ask("complaint", "open", "王秀英", "--reason", "attitude", *words, **options)


@case("COMP-4/deadlines-across-nights-weekends-and-holidays")
def _():
    for when, received, acknowledge, visit, answer, close in DEADLINES:
        branch = Branch()
        customer(branch)
        row = open_complaint(branch, "--severity", "serious", now=received)
        found = {line["what"]: line["at"] for line in row["deadlines"] if line["what"] != "call-back"}
        assert found == {"acknowledge": acknowledge, "home-visit": visit, "answer": answer, "close": close}, (when, found)


@case("COMP-4/a-deadline-that-passed-while-the-computer-was-off-escalates-once")
def _():
    branch = Branch()
    customer(branch)
    open_complaint(branch, now="2026-09-30T17:30")
    # Off all through Golden Week: the call-back of 1 October was missed.
    assert branch.ask("engine", "run", now="2026-10-08T08:30")["escalated"] == 1
    assert branch.ask("engine", "run", now="2026-10-08T08:31")["escalated"] == 0
    states = {line["what"]: line["state"] for line in branch.ask("complaint", "list")[0]["deadlines"]}
    assert (states["call-back"], states["answer"]) == ("missed", "open"), states


# When an authority asked, and by when it is answered: ten working days (COMP-10).
ENQUIRIES = (
    ("a Tuesday", "2026-11-10T10:00", "2026-11-24T18:00"),
    ("a Sunday", "2026-11-15T20:00", "2026-11-27T18:00"),
    ("the eve of Golden Week", "2026-09-30T17:30", "2026-10-20T18:00"),
    ("before a Sunday that is worked", "2026-09-18T10:00", "2026-10-09T18:00"),
)


def deadline(row, what):
    return next((line["at"], line["state"]) for line in row["deadlines"] if line["what"] == what)


@case("COMP-10/the-clock-of-an-authority-and-its-file")
def _():
    for when, asked, due in ENQUIRIES:
        branch = Branch()
        customer(branch, "--phone", "13800005678")
        open_complaint(branch, "--note", "说好的没有兑现", now=asked)
        row = branch.ask("complaint", "enquiry", "1", "--authority", "市场监督管理局", "--reference", "2026-17", now=asked)
        assert deadline(row, "authority") == (due, "open"), (when, row)
    branch.refuse(3, "complaint", "enquiry", "1", "--authority", "消协", now=due)
    file = os.path.join(os.path.dirname(branch.path), "case.json")
    branch.ask("complaint", "export", "1", file, now=due)
    with open(file, encoding="utf-8") as text:
        found = json.load(text)
    assert found["complaint"][0]["words"] == "说好的没有兑现", found
    assert found["phones"][0]["number"] == "138****5678", found
    assert found["enquiries"][0]["reference"] == "2026-17", found
    branch.refuse(5, "complaint", "export", "1", file, before=("--as", "林娜"), now=due)
    # Off over the deadline: it escalates at the next start.
    assert branch.ask("engine", "run", now="2026-10-12T08:30")["escalated"] == 1
    row = branch.ask("complaint", "enquiry-answered", "1", now="2026-10-12T09:00")
    assert deadline(row, "authority") == (due, "missed"), row


# When the customer insisted, by when the money is back, seven days after (COMP-5, COMP-10), and when that is warned of: a
# quarter of the time before, while somebody is there.
REFUNDS = (
    ("a morning", "2026-11-10T10:00", "2026-11-17T18:00", "2026-11-16T09:00"),
    ("an evening", "2026-11-10T21:00", "2026-11-17T18:00", "2026-11-16T09:00"),
    ("a Saturday", "2026-11-14T11:00", "2026-11-21T18:00", "2026-11-20T09:00"),
    ("a Sunday", "2026-11-15T11:00", "2026-11-22T18:00", "2026-11-21T09:00"),
    ("before Golden Week", "2026-09-28T10:00", "2026-10-05T18:00", "2026-09-30T09:00"),
    ("in Golden Week", "2026-10-05T10:00", "2026-10-12T18:00", "2026-10-12T09:00"),
    ("a Saturday that is worked", "2026-10-10T17:00", "2026-10-17T18:00", "2026-10-16T09:00"),
)


def look(branch, sql):
    with sqlite3.connect(f"file:{branch.path}?mode=ro", uri=True) as database:
        return database.execute(sql).fetchall()


def as_minute(minutes):
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")


@case("COMP-5/refunds-across-nights-weekends-and-holidays (COMP-10)")
def _():
    for when, asked, due, warned in REFUNDS:
        branch = Branch()
        customer(branch)
        branch.ask("purchase", "add", "王秀英", "蛋白粉:2", "--on", "2026-09-20", now="2026-09-20T10:00")
        row = branch.ask("return", "open", "王秀英", "蛋白粉:1", "--reason", "hearsay", "--insists", now=asked)
        found = as_minute(look(branch, "SELECT warn_at FROM deadline WHERE what = 'refund'")[0][0])
        assert (row["refund_due"], found) == (due, warned), (when, row, found)
    # Off over the deadline: managers are told at the next start, once.
    for _again in range(2):
        branch.ask("engine", "run", now="2026-10-19T08:30")
    assert look(branch, "SELECT count(*) FROM follow_up WHERE cause = 'deadline-missed' AND state = 'open'") == [(1,)]


@case("COMP-6/an-expert-is-asked-the-same-day-whenever-it-is-heard")
def _():
    for heard in ("2026-11-10T10:00", "2026-11-10T19:30", "2026-11-14T17:30", "2026-11-15T11:00", "2026-10-03T16:00",
                  "2026-10-10T18:30"):
        branch = Branch()
        customer(branch, "--owner", "林娜", "--no-contact", "sun")
        row = branch.ask("adverse", "open", "王秀英", "--product", "蛋白粉", now=heard)
        assert row["expert_due"][:10] == heard[:10], row
        # Off until the next day: it is the first of what is late.
        later = heard[:8] + f"{int(heard[8:10]) + 1:02}T09:00"
        branch.ask("engine", "run", now=later)
        first = branch.ask("due", "--from", "2026-01-01", "--to", later[:10], now=later)[0]
        assert (first["kind"], first["due"][:10]) == ("adverse", heard[:10]), first


# What was promised for when the clerk said, and when that is warned of (COMP-1, COMP-4).
PROMISES = (
    ("a morning", "2026-11-10T10:00", "2026-11-10T14:00", "2026-11-10T13:00"),
    ("overnight", "2026-11-10T17:00", "2026-11-11T12:00", "2026-11-11T09:00"),
    ("over a weekend", "2026-11-13T17:00", "2026-11-16T12:00", "2026-11-16T09:00"),
    ("into Golden Week", "2026-09-29T10:00", "2026-10-02T10:00", "2026-09-30T09:00"),
    ("over Golden Week", "2026-09-30T17:00", "2026-10-08T12:00", "2026-10-08T09:00"),
    ("to a Saturday that is worked", "2026-10-09T17:00", "2026-10-10T17:00", "2026-10-10T11:00"),
)


@case("COMP-1/promises-across-nights-weekends-and-holidays (COMP-4)")
def _():
    for when, received, promised, warned in PROMISES:
        branch = Branch()
        customer(branch, "--owner", "林娜")
        open_complaint(branch, "--by", promised, now=received)
        found = [as_minute(minutes) for minutes in look(branch, "SELECT due_at, warn_at FROM deadline WHERE what = 'promised'")[0]]
        assert found == [promised, warned], (when, found)
    branch.ask("engine", "run", now="2026-10-12T08:30")
    assert deadline(branch.ask("complaint", "list", now="2026-10-12T08:30")[0], "promised") == (promised, "missed")


@case("COMP-1/a-promise-has-a-clock-and-is-never-in-the-past")
def _():
    branch = Branch()
    customer(branch)
    branch.refuse(3, "complaint", "open", "王秀英", "--reason", "attitude", "--by", "2026-11-10T09:00")
    row = open_complaint(branch, "--by", "2026-11-12T12:00")
    assert deadline(row, "promised") == ("2026-11-12T12:00", "open"), row
    branch.refuse(3, "complaint", "edit", "1", "--by", "2026-11-09")
    row = branch.ask("complaint", "edit", "1", "--by", "2026-11-10")
    assert deadline(row, "promised") == ("2026-11-10T18:00", "open"), row
    row = branch.ask("complaint", "edit", "1", "--by", "2026-11-13T12:00")
    assert deadline(row, "promised") == ("2026-11-13T12:00", "open"), row
    assert branch.ask("engine", "run", now="2026-11-16T08:30")["escalated"] == 1


@case("COMP-1/reason-wish-and-whom-it-is-about-are-corrected")
def _():
    branch = Branch()
    customer(branch, "--owner", "周敏")
    open_complaint(branch)
    row = branch.ask("complaint", "edit", "1", "--reason", "delivery-late", "--wants", "refund", "--about", "林娜")
    assert (row["reason"], row["wants"], row["about"]) == ("delivery-late", "refund", "林娜"), row
    branch.refuse(3, "complaint", "edit", "1", "--reason", "weather")
    branch.refuse(3, "complaint", "edit", "1", "--about", "周敏")
    assert branch.ask("complaint", "edit", "1", "--about", "")["about"] is None


@case("COMP-3/an-apology-has-words")
def _():
    branch = Branch()
    customer(branch)
    open_complaint(branch)
    branch.refuse(3, "complaint", "apologise", "1")
    branch.refuse(3, "complaint", "apologise", "1", "--how", " ")


@case("COMP-9/nobody-settles-a-complaint-about-themselves")
def _():
    branch = Branch()
    customer(branch, "--owner", "林娜")
    open_complaint(branch, "--about", "林娜")
    lin = {"before": ("--as", "林娜")}
    branch.ask("complaint", "move", "1", "acknowledged", **lin)
    branch.ask("complaint", "move", "1", "investigating", "--investigator", "周敏", **lin)
    branch.ask("complaint", "apologise", "1", "--staff", "林娜", "--how", "当面道歉", **lin)
    branch.refuse(5, "complaint", "move", "1", "answered", "--remedy", "没事", **lin)
    branch.refuse(5, "complaint", "edit", "1", "--severity", "normal", **lin)
    branch.ask("complaint", "move", "1", "answered", "--remedy", "换人服务", before=("--as", "周敏"))


@case("COMP-5/contraindicated-goods-come-back-first-and-no-more-is-paid-than-they-cost")
def _():
    branch = Branch()
    customer(branch)
    branch.ask("purchase", "add", "王秀英", "蛋白粉:2", "--on", "2026-11-08", "--received", "2026-11-09")
    branch.ask("return", "open", "王秀英", "蛋白粉:1", "--reason", "contraindicated")
    branch.refuse(3, "return", "move", "1", "refunded", "--refund", "198.50")
    branch.refuse(3, "return", "move", "1", "exchanged")
    branch.refuse(3, "return", "move", "1", "kept")
    branch.ask("return", "move", "1", "goods-back")
    branch.refuse(3, "return", "move", "1", "refunded", "--refund", "99999")
    branch.ask("return", "move", "1", "refunded", "--refund", "198.50")


@case("COMP-6/a-reaction-is-closed-by-the-id-that-the-list-shows")
def _():
    branch = Branch()
    customer(branch)
    branch.ask("adverse", "open", "王秀英", "--product", "蛋白粉")
    line = branch.call("adverse", "list").stdout
    branch.ask("adverse", "close", line.split()[0], "--outcome", "停用后好转")
    assert branch.ask("adverse", "list")[0]["closed"] is not None


@case("COMP-6/what-was-borne-badly-is-sold-only-with-a-reason (PUR-2)")
def _():
    sale = ("purchase", "add", "王秀英", "--on", "2026-11-10")
    for severity, refused, sold in (("mild", ["蛋白粉"], ["鱼油"]), ("severe", ["蛋白粉", "鱼油"], [])):
        branch = Branch()
        customer(branch)
        branch.ask("product", "add", "鱼油", "--doses", "30")
        branch.ask("adverse", "open", "王秀英", "--product", "蛋白粉", "--severity", severity, "--symptoms", "腿肿")
        for product in refused:
            assert "腿肿" not in branch.refuse(3, *sale, product), "no symptom stands where a queue can read it"
            branch.ask(*sale, product, "--reason", "医生同意")
        for product in sold:
            branch.ask(*sale, product)


@case("COMP-7/an-apology-stands-on-the-card-as-it-was-made")
def _():
    for channel in (None, "home", "message"):
        branch = Branch()
        customer(branch)
        branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10", "--expires", "2026-11-20", "--reason", "知情")
        line = branch.call("recovery", "list").stdout
        branch.ask("recovery", "act", line.split()[0], "apology", "--note", "说了对不起",
                   *(("--channel", channel) if channel else ()))
        assert look(branch, "SELECT channel FROM visit") == [(channel or "phone",)]


@case("COMP-7/that-somebody-was-reached-is-not-yet-an-apology (SCHED-3)")
def _():
    branch = Branch()
    customer(branch)
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10", "--expires", "2026-11-20", "--reason", "知情")
    assert len(branch.ask("recovery", "list")) == 1
    for note in ((), ("--note", "问了睡眠")):
        branch.ask("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", *note)
        assert len(branch.ask("recovery", "list")) == 1, "nobody has apologised under its line"


@case("CAL-3/days-are-read-as-clerks-write-them")
def _():
    branch = Branch()
    customer(branch)
    for typed in ("1950年3月8日", "1950/3/8", "1950.3.8", "19500308"):
        branch.ask("customer", "set", "王秀英", "birth=" + typed)
        assert branch.ask("customer", "show", "王秀英")["birth"] == "1950-03-08", typed
    branch.ask("customer", "set", "王秀英", "birth=农历1950年二月初一")
    assert branch.ask("customer", "show", "王秀英")["birth"] == "lunar:1950-2-1"
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026/11/10")


@case("COMP-8/an-incident-happened-when-it-did")
def _():
    branch = Branch()
    customer(branch)
    row = branch.ask("incident", "open", "王秀英", "--at", "2026-11-09T15:30")
    assert row["happened"] == "2026-11-09T15:30", row
    assert branch.ask("incident", "open", "王秀英")["happened"] == "2026-11-10T10:00"
    branch.refuse(3, "incident", "open", "王秀英", "--at", "2026-11-10T10:01")


@case("COMP-7/a-finding-is-acted-on-by-the-id-that-the-list-shows")
def _():
    branch = Branch()
    customer(branch)
    branch.ask("purchase", "add", "王秀英", "蛋白粉", "--on", "2026-11-10", "--expires", "2026-11-20", "--reason", "知情")
    line = branch.call("recovery", "list").stdout
    branch.ask("recovery", "act", line.split()[0], "dismiss", "--note", "已换货")
    assert [row["state"] for row in branch.ask("recovery", "list")] == ["dismissed"]


# Each is said somewhere in the case below; none of it leaves it.
WORDS = ("骂我", "血压", "高血压", "腿肿", "登门对不起", "漏单", "补一盒", "对单", "还没谈拢", "给她送药", "13800005678", "5678 ")


def read_export(branch, which, ending, *words, **options):
    path = os.path.join(os.path.dirname(branch.path), "out" + ending)
    answer = branch.ask("export", which, path, *words, **options)
    if ending == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return answer["exported"], book.read("xl/worksheets/sheet1.xml").decode() + book.namelist().__repr__()
    with open(path, encoding="utf-8-sig") as text:
        return answer["exported"], text.read()


def make_case(branch):
    customer(branch, "--phone", "13800005678", "--condition", "高血压", "--owner", "周敏")
    open_complaint(branch, "--note", "送货的人骂我，气得血压高", "--by", "2026-11-12")
    branch.ask("complaint", "note", "1", "还没谈拢")
    branch.ask("complaint", "edit", "1", "--facts", "快递漏单", "--remedy", "补一盒", "--action", "每天对单")
    branch.ask("complaint", "apologise", "1", "--how", "登门对不起")
    branch.ask("adverse", "open", "王秀英", "--product", "蛋白粉", "--symptoms", "腿肿")
    branch.ask("visit", "log", "王秀英", "--channel", "phone", "--outcome", "reached", "--note", "说血压高",
               "--promise", "给她送药", "--promise-on", "2026-11-13", now="2026-11-10T11:00")


@case("COMP-1/the-words-of-a-complaint-stay-in-the-case (CARD-3, PHONE-4)")
def _():
    branch = Branch()
    make_case(branch)
    branch.ask("engine", "run", now="2026-11-11T12:30")
    said = []
    for words in (("history",), ("complaint", "list"), ("check",), ("recovery", "list"), ("adverse", "list"),
                  ("--json", "complaint", "list")):
        answer = branch.call(*words, now="2026-11-11T12:30", G_MESSAGES_DEBUG="all")
        assert answer.returncode == 0, answer
        said.append(answer.stdout + answer.stderr)
    for which in ("customers", "complaints", "visits", "follow-ups", "tiers"):
        for ending in (".csv", ".xlsx", ".json"):
            said.append(read_export(branch, which, ending)[1])
    found = [(word, text) for word in WORDS for text in said if word in text]
    assert not found, found
    # What is due says what was promised: it is the work itself. The complaint's words are not in it.
    due = branch.call("due", "--from", "2026-11-01", now="2026-11-11T12:30").stdout
    assert "给她送药" in due and "骂我" not in due and "对不起" not in due, due


@case("export/lists-are-a-managers-masked-and-in-the-audit-log (PHONE-3, ROLE-1, AUD-1)")
def _():
    branch = Branch()
    make_case(branch)
    for which, n, column in (("complaints", 1, "stage"), ("visits", 1, "outcome"), ("follow-ups", None, "due"),
                             ("tiers", None, "tier")):
        found, text = read_export(branch, which, ".json")
        rows = json.loads(text)
        assert found == len(rows) and (n is None or found == n), (which, found, rows)
        assert all(row["phone"] == "138****5678" and column in row for row in rows), rows
        found, text = read_export(branch, which, ".csv", "--full-phone")
        assert text.count("13800005678") == found, text
        assert len(text.splitlines()) == found + 1, text
        path = os.path.join(os.path.dirname(branch.path), "x.csv")
        branch.refuse(5, "export", which, path, before=("--as", "林娜"))
        branch.refuse(3, "export", which, path.replace(".csv", ".vcf"))
        branch.refuse(3, "export", which, path, "--from", "2026-11-11", "--to", "2026-11-10")
        assert read_export(branch, which, ".csv", "--from", "2027-11-11")[0] == 0
        assert not os.path.exists(path)
    details = [row[0] for row in look(branch, "SELECT detail FROM audit WHERE action = 'export'")]
    assert sum("full-phone" in detail for detail in details) == 4 and len(details) == 12, details


run()

#!/usr/bin/python3
"""Each kind of follow-up says why it is there, in English and in Chinese, in a clerk's words.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import re
import sqlite3

from hf_ctl import Branch
from hf_tap import add, run

REACHED = "visit log 王秀英 --channel phone --outcome reached"
BUY = "purchase add 王秀英 蛋白粉 --on 2026-11-10"
OPEN = "complaint open 王秀英 --reason attitude"

# A stage plan is the branch's own: none is shipped.
STAGE_PLAN = """[Plan]
Id=weaning
Name=Weaning
Name[zh_CN]=辅食阶段
Summary=Advice on weaning.
Trigger=stage
Choices=T3
[Step 1]
Title=Weaning
Title[zh_CN]=辅食咨询
Anchor=trigger
Offset=3
Due=within
Ways=phone:agent
Purpose=Ask how weaning goes.
Checklist=Any questions
"""

# What happens when ("TIME command"), when somebody looks, what must be read then in English and in Chinese.
ROWS = {
    "PLAN-1/first-step": ([BUY], "11-10", "step 1 of 5: 3 days after the purchase on 10 Nov", "第"),
    "PLAN-1/second-step": ([BUY, "11-13 " + REACHED], "11-13", "step 2 of 5", "第"),
    "PLAN-1/quota": ([BUY] + [f"{day} visit log 王秀英 --channel home --outcome reached"
                              for day in ("11-13", "11-17", "11-24", "12-01", "12-08")], "12-08", "number", "第"),
    "PLAN-2/delivery": (["plans use delivery call-centre", BUY + " --received 2026-11-10"], "11-10", "Care by telephone", "电话客情"),
    "PLAN-2/expert-wanted": (["plans use delivery call-centre", BUY + " --received 2026-11-10", "11-12 " + REACHED,
                              "11-16 " + REACHED + " --expert-wanted"], "11-16", "", ""),
    "PLAN-3/previous-step": (["enrol 王秀英 four-level", "11-14 " + REACHED], "11-14", "step 2 of 4", "第"),
    "PLAN-3/by-hand": (["enrol 王秀英 four-level --from 2026-11-05"], "11-10", "since", ""),
    "PLAN-4/A": (["plans use tier tier-rhythm", "tier set 王秀英 A --scheme value --until 2027-06-01 --reason 经理决定"], "11-10", "tier", "级"),
    "PLAN-4/B": (["plans use tier tier-rhythm", "tier set 王秀英 B --scheme value --until 2027-06-01 --reason 经理决定"], "11-10", "tier", "级"),
    "PLAN-4/C": (["plans use tier tier-rhythm", "tier set 王秀英 C --scheme value --until 2027-06-01 --reason 经理决定"], "11-10", "tier", "级"),
    "PLAN-4/D": (["plans use tier tier-rhythm", "tier set 王秀英 D --scheme value --until 2027-06-01 --reason 经理决定"], "11-10", "tier", "级"),
    **{f"PLAN-5/{band}": (["plans use sale-window sale-window", f"sale-window 王秀英 {band}"], "11-10", "", "")
       for band in ("this-month", "two-months", "three-months", "later")},
    "PLAN-5/after-a-call": (["plans use sale-window sale-window", "sale-window 王秀英 later", "11-11 " + REACHED],
                            "11-11", "the last contact on 11 Nov", "11月11日"),
    **{f"PLAN-6/{cause}": ([f"stop 王秀英 --cause {cause}"], "11-10", "", "停")
       for cause in ("effect", "quality", "service", "competitor")},
    "PLAN-7/new-card": (["customer add 罗小梅 --card-type new --phone 13800005670"], "11-10", "the card was made", "建卡"),
    "PLAN-7/after-an-event": (["customer add 罗小梅 --card-type new --phone 13800005670",
                               "11-11 visit log 罗小梅 --channel phone --outcome reached",
                               "11-12 visit log 罗小梅 --channel post --outcome reached"], "11-12", "", ""),
    "PLAN-8/referrer": (["enrol 王秀英 referrer-feedback"], "11-10", "", ""),
    "CARD-10/stage": (["@stage-plan", "plans use stage weaning", "customer set 王秀英 child=2026-06-20", "11-21 engine run"], "11-21", "", ""),
    "CARD-14/introduction": (["hand-over 王秀英 周敏 --reason 调岗"], "11-10", "Handed over", "移交"),
    "CAL-7/birthday": (["customer set 王秀英 birth=1950-11-17"], "11-10", "Birthday on 17 Nov", "生日"),
    "CAL-7/wedding": (["customer set 王秀英 date=wedding/1975-11-17"], "11-10", "Wedding", "结婚"),
    "CAL-7/spouse": (["customer set 王秀英 date=spouse-birthday/lunar:1949-10-9"], "11-10", "Spouse", "配偶"),
    "CAL-7/birthday-moved": (["customer set 王秀英 no-contact=sun", "customer set 王秀英 birth=1950-11-15"], "11-10",
                             "moved", "改"),
    "CAL-7/festival": (["customer set 王秀英 owner=林娜", "engine run"], "2027-01-30", "Spring Festival", "春节问候"),
    "CAL-7/ad-hoc": (["greeting start 降温提醒 王秀英"], "11-10", "降温提醒", "降温提醒"),
    "VISIT-6/promise": ([REACHED + " --promise 送食谱 --promise-on 2026-11-12"], "11-10", "Promised", "承诺"),
    "VISIT-1/call-later": (["visit log 王秀英 --channel phone --outcome asked-to-call-later --later 2026-11-11T15:00"],
                           "11-10", "asked to be called", "顾客"),
    "COMP-6/adverse": ([BUY, "11-12 " + REACHED + " --effect adverse"], "11-12", "Does not feel well", "专家"),
    "COMP-7/expiry": ([BUY + " --expires 2026-11-20 --reason 家人同用"], "11-11", "expiry", "到期"),
    "COMP-7/late-delivery": ([BUY + " --promised 2026-11-11"], "11-12", "parcel", "晚"),
    "COMP-7/missed-promise": ([REACHED + " --promise 送食谱 --promise-on 2026-11-12"], "11-16", "promise", "致歉"),
    "COMP-7/missed-step": ([BUY], "11-18", "missed", "致歉"),
    "COMP-7/missed-deadline": ([OPEN], "11-12", "not dealt with in time", "致歉"),
    "COMP-4/deadlines": ([OPEN], "11-10", "Complaint no. 1", "投诉"),
    "COMP-4/serious": ([OPEN + " --severity serious"], "11-10", "Complaint no. 1", "投诉"),
    "COMP-4/overdue": ([OPEN], "11-13", "has not been done", "投诉"),
    "SCHED-2/moved": (["customer set 王秀英 no-contact=fri", BUY], "11-10", "moved from 13 Nov", "11月13日"),
    "SCHED-2/quiet": (["customer set 王秀英 quiet-until=2026-11-20", BUY], "11-10", "moved from 13 Nov", "11月13日"),
    "SCHED-2/listed-day": (["customer set 王秀英 no-contact-day=2026-11-13", BUY], "11-10", "", ""),
    "SCHED-4/cap": (["plans use sale-window sale-window", "plans use tier tier-rhythm", BUY, "sale-window 王秀英 this-month",
                     "tier set 王秀英 A --scheme value --until 2027-06-01 --reason 经理决定", "greeting start 降温提醒 王秀英 --on 2026-11-15"], "11-10", "enough contacts in that week", "联系"),
    "SCHED-5/paused": (["plans use tier tier-rhythm", "tier set 王秀英 A --scheme value --until 2027-06-01 --reason 经理决定", OPEN,
                        "11-23 complaint move 1 acknowledged", "11-23 complaint move 1 investigating", "11-23 complaint move 1 answered --apology 当面道歉 --remedy 上门致歉", "11-23 complaint move 1 resolved", "11-23 complaint move 1 closed --satisfaction 4 --cause 态度 --action 培训"], "11-23", "care was paused", "暂停"),
    "SCHED-8/by-hand": ([BUY, "@reschedule"], "11-10", "a colleague chose another day", "同事改了日期"),
}


def reschedule(branch):
    row = branch.ask("due", "--from", "2026-11-01")[0]
    branch.ask("follow-up", "reschedule", str(row["id"]), "--to", "2026-11-14", "--reason", "顾客出门")


def add_plan(branch):
    with sqlite3.connect(branch.path) as file:
        # Only the program knows whose change it is.
        for name, in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'care_plan'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute("INSERT INTO care_plan (id, key, trigger_kind, source) VALUES (900, 'weaning', 'stage', ?)", (STAGE_PLAN,))


SPECIAL = {
    "@reschedule": reschedule,
    "@stage-plan": add_plan,
}


def at(day):
    return f"{day if len(day) > 5 else '2026-' + day}T10:00"


def play(branch, happenings):
    now = "11-10"
    for what in happenings:
        if what in SPECIAL:
            SPECIAL[what](branch)
            continue
        words = what.split(" ")
        if re.fullmatch(r"[0-9-]{5,}", words[0]):
            now = words.pop(0)
        branch.ask(*words, now=at(now))


def look(branch, now, language):
    """What a clerk reads: a line each, and its reason."""
    words = ("due", "--from", "2026-01-01", "--to", "2030-01-01")
    said = branch.call("--json", *words, now=at(now), LC_ALL=language, LANGUAGE="")
    assert said.returncode == 0, said.stderr
    reasons = [row["reason"] for row in json.loads(said.stdout)]
    lines = branch.call(*words, now=at(now), LC_ALL=language, LANGUAGE="").stdout.splitlines()
    assert len(lines) == len(reasons) > 0, lines
    for line, reason in zip(lines, reasons):
        print("#", line, "|", reason)
        assert reason and not re.search(r"%[sdu]|\(null\)|[a-z]+[:_][a-z]+|\b[a-z]+-[a-z]+-[a-z]+", line + reason), line
    return [line + " " + reason for line, reason in zip(lines, reasons)]


def show(name, happenings, now, english, chinese):
    branch = Branch()
    branch.ask("customer", "add", "王秀英", "--card-type", "customer", "--phone", "13800005678")
    play(branch, happenings)
    branch.ask("engine", "run", now=at(now))
    in_english = look(branch, now, "C.UTF-8")
    in_chinese = look(branch, now, "zh_CN.UTF-8")
    assert any(english in text for text in in_english), (name, english)
    assert any(chinese in text for text in in_chinese), (name, chinese)
    for text in in_chinese:
        # The names of stages and of tiers are the same in both languages.
        assert not re.search(r"[A-Za-z]", re.sub(r"T[0-5]\b|[A-E] ?级|\d{4}-\d\d-\d\dT", "", text)), text


for name, row in ROWS.items():
    add(f"{name}-says-why", show, name, *row)

run()

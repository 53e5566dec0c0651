#!/usr/bin/python3
"""The calendar as a file, read back by a parser that is not ours.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import os
import re

import icalendar
from hf_ctl import Branch
from hf_tap import case, run

LONG = "王" + "秀英" * 60  # so long that its lines must be folded


def fill(branch, name="王秀英"):
    """Bought on the 10th: a home visit on the 13th, late, and from then on a plan."""
    branch.ask("customer", "add", name, "--phone", "13800005678", "--owner", "林娜", "--birth", "1951-12-03",
               "--address", "海棠路5号", "--condition", "糖尿病")
    branch.ask("engine", "run", now="2026-11-27T08:00")
    branch.ask("purchase", "add", name, "蛋白粉", "--on", "2026-11-10")
    branch.ask("complaint", "open", name, "--reason", "attitude", "--note", "秘密的话")


def export(branch, *words, **options):
    path = os.path.join(os.path.dirname(branch.path), "out.ics")
    answer = branch.ask("export", "calendar", path, *words, **options)
    with open(path, "rb") as file:
        data = file.read()
    calendar = icalendar.Calendar.from_ical(data)
    events = list(calendar.walk("VEVENT"))
    assert answer == {"entries": len(events), "file": path}, answer
    return data, calendar, events


def find(events, pattern):
    return next(event for event in events if re.search(pattern, str(event["SUMMARY"])))


@case("calendar-export/another-parser-reads-it")
def _():
    branch = Branch()
    fill(branch)
    data, calendar, events = export(branch)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    assert len({str(event["UID"]) for event in events}) == len(events)
    # A day stays a day, an hour is one of the office's: nothing but the stamp is UTC.
    home = find(events, "Home visit|Phone")
    assert home["DTSTART"].params["TZID"] == "Asia/Shanghai", home
    assert home["DTSTART"].dt.utcoffset() == datetime.timedelta(hours=8), home["DTSTART"].dt
    assert not re.search(rb"^DT(START|END)[^\r]*Z\r", data, re.M)
    assert [alarm["ACTION"] for alarm in home.walk("VALARM")] == ["DISPLAY"]
    whole = [event for event in events if not isinstance(event["DTSTART"].dt, datetime.datetime)]
    assert all(event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(days=1) for event in whole), whole


@case("calendar-export/PHONE-4/neither-numbers-nor-health-nor-a-complaint's-words")
def _():
    branch = Branch()
    fill(branch)
    text = export(branch)[0].decode()
    assert not re.search(r"\d{11}|138\*|糖尿病|秘密", text), text


@case("calendar-export/identities-stay")
def _():
    branch = Branch()
    fill(branch)
    before = {str(event["UID"]) for event in export(branch)[2]}
    first = next(each for each in branch.ask("due", "--to", "2026-12-31") if each["kind"] != "complaint")
    after = {str(event["UID"]) for event in export(branch)[2]}
    assert before == after and any(str(first["id"] & 0xFFFFFFFFFFFF) in uid for uid in after), (before, first)


@case("calendar-export/names-masked")
def _():
    branch = Branch()
    fill(branch)
    assert "王秀英" in export(branch)[0].decode()
    text = export(branch, "--masked")[0].decode()
    assert "王**" in text and "王秀英" not in text and "海棠路5" not in text, text


@case("calendar-export/lines-are-folded-between-characters")
def _():
    branch = Branch()
    fill(branch, LONG)
    data, _, events = export(branch)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75, max(lines, key=len)
    for line in lines:
        line.decode()
    assert any(LONG in str(event["SUMMARY"]) for event in events)


@case("calendar-export/ROLE-1/an-agent's-own")
def _():
    branch = Branch()
    fill(branch)
    branch.ask("staff", "add", "赵敏", "--role", "agent")
    names = [str(event["SUMMARY"]) for event in export(branch, before=("--as", "赵敏"))[2]]
    assert not any("王秀英" in name for name in names), names
    path = os.path.join(os.path.dirname(branch.path), "out.ics")
    branch.refuse(5, "export", "calendar", path, "--staff", "林娜", before=("--as", "赵敏"))
    branch.refuse(3, "export", "calendar", path + ".txt")


run()

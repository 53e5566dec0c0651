#!/usr/bin/python3
"""huifang-reminders as it runs on an office PC, with the program closed.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from hf_process import PATIENCE, Process
from hf_tap import case, run

HUIFANGCTL, REMINDERS = sys.argv[1:]
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
APP = "org.huifang.Huifang"


def ctl(branch, *words, now="2026-11-10T10:00"):
    answer = subprocess.run(
        [HUIFANGCTL, "--database", branch, "--now", now, "--json", *words],
        check=True, capture_output=True, text=True,
    )
    return json.loads(answer.stdout)


def make_branch(folder, *customers):
    branch = os.path.join(folder, "branch.db")
    ctl(branch, "init")
    ctl(branch, "product", "add", "蛋白粉", "--doses", "30")
    for name in customers:
        ctl(branch, "customer", "add", name, "--phone", "13800005678", "--condition", "高血压")
        ctl(branch, "purchase", "add", name, "蛋白粉", "--on", "2026-11-10")
    return branch


def mock(*words):
    return Process("/usr/bin/python3", "-u", "-m", "dbusmock", *words)


def start_server():
    options = json.dumps({"capabilities": "body body-markup actions persistence icon-static"})
    server = mock("--template", "notification_daemon", "-p", options)
    subprocess.run(["gdbus", "wait", "--session", "--timeout", "20", NAME], check=True)
    return server


def press(number, button):
    subprocess.run(
        ["gdbus", "call", "--session", "--dest", NAME, "--object-path", PATH, "--method",
         "org.freedesktop.DBus.Mock.EmitSignal", NAME, "ActionInvoked", "us", f"[<uint32 {number}>, <'{button}'>]"],
        check=True, capture_output=True,
    )


def start(branch, now):
    # The minute turns while somebody watches: the daemon starts some seconds before it.
    return Process(REMINDERS, "--database", branch, "--now", now)


def wait_until(what, holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)


class Stage:
    """A branch whose customers are due on 2026-11-13 at 09:00, and a notification server."""

    def __init__(self, *customers, server=True):
        self.customers = customers
        self.with_server = server

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.branch = make_branch(self.folder.name, *self.customers)
        self.server = start_server() if self.with_server else None
        self.daemons = []
        return self

    def start(self, now):
        self.daemons.append(start(self.branch, now))
        return self.daemons[-1]

    def __exit__(self, *_):
        for daemon in self.daemons:
            daemon.stop()
        if self.server:
            self.server.stop()
        self.folder.cleanup()


@case("daemon/rings-at-its-minute-and-names-no-number")
def _():
    with Stage("王秀英") as stage:
        stage.start("2026-11-13T09:00")
        first = stage.server.wait_for(" Notify ")
        line = first + stage.server.wait_for("default")
        assert "王秀英" in line, line
        assert "5678" not in line and "高血压" not in line, line
        for button in ("default", "snooze", "not-reached"):
            assert f'"{button}"' in line, line


@case("daemon/rings-for-what-comes-due-while-it-waits")
def _():
    with Stage("王秀英") as stage:
        stage.start("2026-11-12T10:00")
        time.sleep(1)
        assert not [line for line in stage.server.drain() if " Notify " in line]
        call = ctl(stage.branch, "visit", "log", "王秀英", "--channel", "phone", "--outcome",
                   "asked-to-call-later", "--later", "2026-11-12T10:00", now="2026-11-12T09:59")
        assert call["opened"]
        line = stage.server.wait_for(" Notify ")
        assert "王秀英" in line, line


@case("daemon/shows-once-also-after-a-restart")
def _():
    with Stage("王秀英") as stage:
        first = stage.start("2026-11-13T09:00")
        stage.server.wait_for(" Notify ")
        wait_until("the delivery is noted", lambda: shown(stage.branch) == 1)
        os.kill(first.pid, signal.SIGKILL)
        stage.start("2026-11-13T09:01")
        stage.start("2026-11-13T09:01")
        time.sleep(2)
        assert not [line for line in stage.server.drain() if " Notify " in line]


def count(branch, condition):
    import sqlite3

    with sqlite3.connect(f"file:{branch}?mode=ro", uri=True) as database:
        return database.execute(f"SELECT count(*) FROM delivery WHERE {condition}").fetchone()[0]


def shown(branch):
    return count(branch, "shown_ms IS NOT NULL")


@case("daemon/snooze-moves-the-reminder-and-not-the-due-day (SCHED-8)")
def _():
    with Stage("王秀英") as stage:
        stage.start("2026-11-13T09:00")
        stage.server.wait_for(" Notify ")
        wait_until("the delivery is noted", lambda: shown(stage.branch) == 1)
        press(1, "snooze")
        wait_until("snoozed", lambda: "follow-up.snooze" in
                   [entry["kind"] for entry in ctl(stage.branch, "history")])
        due = ctl(stage.branch, "due", "--from", "2026-11-13")
        assert [row["due"] for row in due] == ["2026-11-13T09:00"], due


@case("daemon/not-reached-is-recorded (VISIT-5)")
def _():
    with Stage("王秀英") as stage:
        stage.start("2026-11-13T09:00")
        stage.server.wait_for(" Notify ")
        wait_until("the delivery is noted", lambda: shown(stage.branch) == 1)
        press(1, "not-reached")
        wait_until("recorded", lambda: "visit.log" in
                   [entry["kind"] for entry in ctl(stage.branch, "history")])


@case("daemon/withdraws-what-was-undone")
def _():
    with Stage("王秀英") as stage:
        daemon = stage.start("2026-11-13T09:00")
        stage.server.wait_for(" Notify ")
        wait_until("the delivery is noted", lambda: shown(stage.branch) == 1)
        ctl(stage.branch, "undo", now="2026-11-13T09:00")
        stage.server.wait_for(" CloseNotification ")
        press(1, "not-reached")
        time.sleep(1)
        assert os.path.exists(f"/proc/{daemon.pid}/fd/0"), "it died"


@case("daemon/open-asks-the-app-for-that-follow-up")
def _():
    app = mock(APP, "/org/huifang/Huifang", "org.freedesktop.Application")
    try:
        subprocess.run(["gdbus", "wait", "--session", "--timeout", "20", APP], check=True)
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", APP, "--object-path", "/org/huifang/Huifang",
             "--method", "org.freedesktop.DBus.Mock.AddMethod", "org.freedesktop.Application",
             "ActivateAction", "sava{sv}", "", ""], check=True, capture_output=True)
        with Stage("王秀英") as stage:
            stage.start("2026-11-13T09:00")
            stage.server.wait_for(" Notify ")
            follow_up = ctl(stage.branch, "due", "--from", "2026-11-13")[0]["id"]
            wait_until("the delivery is noted", lambda: shown(stage.branch) == 1)
            press(1, "default")
            line = app.wait_for("ActivateAction")
            assert "show-follow-up" in line and str(follow_up) in line, line
    finally:
        app.stop()


@case("daemon/a-backlog-is-one-notification")
def _():
    names = [f"顾客{number}" for number in "一二三四五六七八九十"]
    with Stage(*names) as stage:
        stage.start("2026-11-16T10:00")
        line = stage.server.wait_for(" Notify ")
        assert "10" in line, line
        time.sleep(1)
        assert not [line for line in stage.server.drain() if " Notify " in line]
        press(1, "default")
        wait_until("all are answered", lambda: count(stage.branch, "answer = 'default'") == 10)


@case("daemon/waits-for-a-server")
def _():
    with Stage("王秀英", server=False) as stage:
        stage.start("2026-11-13T09:00")
        time.sleep(1)
        assert shown(stage.branch) == 0
        stage.server = start_server()
        stage.server.wait_for(" Notify ")


@case("daemon/shows-again-what-a-server-took-along")
def _():
    with Stage("王秀英") as stage:
        stage.start("2026-11-13T09:00")
        stage.server.wait_for(" Notify ")
        wait_until("the delivery is noted", lambda: shown(stage.branch) == 1)
        stage.server.stop()
        wait_until("it is given back", lambda: shown(stage.branch) == 0)
        stage.server = start_server()
        stage.server.wait_for(" Notify ")
        wait_until("the delivery is noted again", lambda: shown(stage.branch) == 1)
        assert not [line for line in stage.server.drain() if " Notify " in line]


def make_complaint(branch):
    ctl(branch, "staff", "add", "林娜", "--role", "agent")
    ctl(branch, "customer", "add", "李玉兰", "--owner", "林娜", "--card-type", "customer")
    ctl(branch, "complaint", "open", "李玉兰", "--reason", "attitude", "--note", "送货的人骂我")


def read_complaint(branch):
    return ctl(branch, "complaint", "list", now="2026-11-10T12:02")[0]


@case("daemon/killed-at-a-deadline-it-escalates-at-its-next-start (COMP-4)")
def _():
    # Due at 12:00. Killed before it looked, while it looked, and once it had.
    for delay in (0, 0.1, 0.4):
        with Stage() as stage:
            make_complaint(stage.branch)
            first = stage.start("2026-11-10T12:00")
            time.sleep(delay)
            os.kill(first.pid, signal.SIGKILL)
            assert not read_complaint(stage.branch)["escalated"]
            stage.server.drain()
            stage.start("2026-11-10T12:01")
            wait_until("it is a manager's matter", lambda: read_complaint(stage.branch)["escalated"])
            states = {line["what"]: line["state"] for line in read_complaint(stage.branch)["deadlines"]}
            assert states == {"acknowledge": "missed", "call-back": "open", "answer": "open", "close": "open"}, states
            lines = stage.server.wait_for(" Notify ") + stage.server.wait_for("default")
            assert "李玉兰" in lines and "骂我" not in lines, lines


@case("daemon/killed-after-it-escalated-it-tells-managers-once (COMP-4)")
def _():
    with Stage() as stage:
        make_complaint(stage.branch)
        for _start in range(2):
            daemon = stage.start("2026-11-10T12:01")
            wait_until("it is a manager's matter", lambda: read_complaint(stage.branch)["escalated"])
            os.kill(daemon.pid, signal.SIGKILL)
        import sqlite3

        with sqlite3.connect(f"file:{stage.branch}?mode=ro", uri=True) as database:
            found = database.execute("SELECT count(*) FROM follow_up WHERE cause = 'deadline-missed'").fetchone()[0]
        assert found == 1, found


def count_switches(pid):
    """Voluntary context switches by thread; one that ends meanwhile has no say."""
    counts = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status", encoding="utf-8") as status:
            counts[task] = int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status.read(), re.M).group(1))
    return counts


@case("daemon/no-wake-up-in-20-idle-seconds")
def _():
    with Stage("王秀英") as stage:
        daemon = stage.start("2026-11-12T12:00")
        time.sleep(20)  # GLib's pool of threads lets an idle one go after 15 seconds
        before = count_switches(daemon.pid)
        time.sleep(20)
        after = count_switches(daemon.pid)
        assert after == before, (before, after)


@case("daemon/wrong-database-is-told")
def _():
    with tempfile.TemporaryDirectory() as folder:
        answer = subprocess.run([REMINDERS, "--database", f"{folder}/none.db"], capture_output=True, text=True)
        assert answer.returncode == 4 and "huifangctl init" in answer.stderr, answer


run()

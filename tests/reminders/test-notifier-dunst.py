#!/usr/bin/python3
"""The desktop notifier against dunst, a real server, on a display of its own.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import subprocess
import sys
import time

from hf_process import Process
from hf_tap import case, run

PROBE = sys.argv[1]
CONTROL = "org.dunstproject.cmd0"
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


def ask(method, *arguments):
    return subprocess.run(
        ["gdbus", "call", "--session", "--dest", NAME, "--object-path", PATH]
        + ["--method", f"{CONTROL}.{method}", *arguments],
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def displayed():
    """How many notifications dunst has on the screen."""
    answer = subprocess.run(
        ["gdbus", "call", "--session", "--dest", NAME, "--object-path", PATH]
        + ["--method", "org.freedesktop.DBus.Properties.Get", CONTROL, "displayedLength"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return int(answer.split("uint32 ")[1].split(">")[0])


def wait_until_displayed(count):
    end = time.monotonic() + 20
    while displayed() != count:
        assert time.monotonic() < end, f"{displayed()} displayed, not {count}"
        time.sleep(0.05)


server = Process("dunst", "-config", "/dev/null", "-print")
probe = Process(PROBE)
probe.wait_for("^server-appeared")


@case("dunst/shows-what-it-was-given")
def _():
    probe.say("show\tcall-1\t2\t王秀英\t电话 · 今天 11:30 <&>")
    probe.wait_for("^shown call-1")
    server.wait_for("summary: '王秀英'")
    server.wait_for("body: '电话 · 今天 11:30 <&>'|body: '电话 · 今天 11:30 &lt;&amp;&gt;'")
    server.wait_for("urgency: CRITICAL")
    server.wait_for('"snooze": "Snooze"')
    wait_until_displayed(1)


@case("dunst/the-same-key-takes-its-place")
def _():
    probe.say("show\tcall-1\t2\t王秀英\tagain")
    probe.wait_for("^shown call-1")
    probe.say("show\tcall-2\t2\t陈伟\tb")
    probe.wait_for("^shown call-2")
    wait_until_displayed(2)


@case("dunst/withdrawn-ones-leave-the-screen")
def _():
    probe.say("withdraw\tcall-2")
    wait_until_displayed(1)


@case("dunst/a-click-arrives")
def _():
    ask("NotificationAction", "0")
    probe.wait_for("^action call-1 default")
    ask("NotificationCloseAll")
    probe.wait_for("^closed call-1 dismissed")
    wait_until_displayed(0)


@case("dunst/ends-well")
def _():
    status = probe.finish()
    assert status == 0, status
    server.stop()


run()

#!/usr/bin/python3
"""The desktop notifier as in a sandbox: through the notification portal.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import subprocess
import sys

from hf_process import Process
from hf_tap import case, run

PROBE = sys.argv[1]
NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Notification"


def mock(method, *arguments):
    subprocess.run(
        ["gdbus", "call", "--session", "--dest", NAME, "--object-path", PATH]
        + ["--method", f"org.freedesktop.DBus.Mock.{method}", INTERFACE, *arguments],
        check=True,
        capture_output=True,
    )


portal = Process("/usr/bin/python3", "-u", "-m", "dbusmock", NAME, PATH, INTERFACE)
subprocess.run(["gdbus", "wait", "--session", "--timeout", "20", NAME], check=True)
mock("AddMethod", "AddNotification", "sa{sv}", "", "")
mock("AddMethod", "RemoveNotification", "s", "", "")
mock("AddProperty", "version", "<uint32 1>")
probe = Process(PROBE, NOTIFY_FORCE_PORTAL="1")
state = {}


@case("portal/shows-plain-text-and-buttons")
def _():
    probe.wait_for("^server-appeared")
    probe.say("show\tcall-1\t2\t王秀英\t5 & 6 <b>")
    probe.wait_for("^shown call-1")
    line = portal.wait_for(" AddNotification ")
    for part in ('"title": "王秀英"', '"body": "5 & 6 <b>"', '"priority": "urgent"', '"label": "Snooze"'):
        assert part in line, f"{part} is not in {line}"
    state["id"] = re.search(r'AddNotification "([^"]+)"', line)[1]


@case("portal/a-click-arrives")
def _():
    mock("EmitSignal", "ActionInvoked", "ssav", f"[<'{state['id']}'>, <'snooze'>, <@av []>]")
    probe.wait_for("^action call-1 snooze")
    probe.wait_for("^closed call-1 dismissed")


@case("portal/withdrawn-ones-are-removed")
def _():
    probe.say("show\tcall-2\t1\tA\tb")
    probe.wait_for("^shown call-2")
    probe.say("withdraw\tcall-2")
    portal.wait_for(" RemoveNotification ")


@case("portal/ends-well")
def _():
    status = probe.finish()
    assert status == 0, status
    portal.stop()


run()

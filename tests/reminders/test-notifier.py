#!/usr/bin/python3
"""The desktop notifier against a server that logs every call, and against none.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import re
import signal
import subprocess
import sys
import time

from hf_process import Process
from hf_tap import case, run

PROBE = sys.argv[1]
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
EVERYTHING = "body body-markup actions persistence icon-static"


def start_server(capabilities=EVERYTHING):
    options = json.dumps({"capabilities": capabilities})
    server = Process(
        "/usr/bin/python3", "-u", "-m", "dbusmock", "--template", "notification_daemon", "-p", options
    )
    wait_for_server()
    return server


def wait_for_server():
    subprocess.run(["gdbus", "wait", "--session", "--timeout", "20", NAME], check=True)


def emit(name, types, arguments):
    subprocess.run(
        ["gdbus", "call", "--session", "--dest", NAME, "--object-path", PATH]
        + ["--method", "org.freedesktop.DBus.Mock.EmitSignal", NAME, name, types, arguments],
        check=True,
        capture_output=True,
    )


def close(process):
    status = process.finish()
    assert status == 0, f"the probe ended with {status}"


class Stage:
    """A server and a probe that has seen it."""

    def __init__(self, capabilities=EVERYTHING):
        self.capabilities = capabilities

    def __enter__(self):
        self.server = start_server(self.capabilities)
        self.probe = Process(PROBE)
        self.probe.wait_for("^server-appeared")
        return self.server, self.probe

    def __exit__(self, kind, *_):
        self.server.stop()
        if kind is None:
            close(self.probe)
        else:
            self.probe.stop()


@case("notifier/shows-title-body-and-buttons")
def _():
    with Stage() as (server, probe):
        probe.say("show\tcall-1\t1\t王秀英\t电话 · 今天 11:30")
        probe.wait_for("^shown call-1")
        line = server.wait_for(" Notify ")
        for part in ('"王秀英"', '"电话 · 今天 11:30"', '["default", "Open", "snooze", "Snooze"]'):
            assert part in line, f"{part} is not in {line}"
        assert "org.huifang.Huifang" in line, line
        assert re.search(r'"urgency": 1\b', line), line


@case("notifier/an-urgent-one-stays")
def _():
    with Stage() as (server, probe):
        probe.say("show\tcall-1\t2\tA\tb")
        line = server.wait_for(" Notify ")
        assert re.search(r'"urgency": 2\b.* 0$', line), line


@case("notifier/markup-is-escaped")
def _():
    with Stage() as (server, probe):
        probe.say("show\tcall-1\t1\tA <b>\t<b>5 & 6</b>")
        line = server.wait_for(" Notify ")
        assert "&lt;b&gt;5 &amp; 6&lt;/b&gt;" in line and '"A <b>"' in line, line


@case("notifier/plain-servers-get-plain-text")
def _():
    with Stage("body") as (server, probe):
        probe.say("show\tcall-1\t1\tA\t5 & 6")
        line = server.wait_for(" Notify ")
        assert '"5 & 6"' in line, line
        assert "Snooze" not in line and "default" not in line, line


@case("notifier/the-same-key-replaces")
def _():
    with Stage() as (server, probe):
        probe.say("show\tcall-1\t1\tA\tfirst")
        server.wait_for(r' Notify "[^"]*" 0 ')
        probe.say("show\tcall-1\t1\tA\tsecond")
        line = server.wait_for(r' Notify "[^"]*" 1 ')
        assert line.count("Snooze") == 1, line
        probe.say("show\tcall-2\t1\tB\tanother")
        server.wait_for(r' Notify "[^"]*" 0 ')


@case("notifier/an-action-bears-its-key")
def _():
    with Stage() as (_server, probe):
        probe.say("show\tcall-1\t1\tA\tb")
        probe.say("show\tcall-2\t1\tC\td")
        probe.wait_for("^shown call-2")
        emit("ActionInvoked", "us", "[<uint32 2>, <'snooze'>]")
        emit("NotificationClosed", "uu", "[<uint32 2>, <uint32 2>]")
        probe.wait_for("^action call-2 snooze")
        probe.wait_for("^closed call-2 dismissed")
        emit("ActionInvoked", "us", "[<uint32 1>, <'default'>]")
        probe.wait_for("^action call-1 default")


@case("notifier/actions-of-others-are-not-ours")
def _():
    with Stage() as (_server, probe):
        probe.say("show\tcall-1\t1\tA\tb")
        probe.wait_for("^shown call-1")
        emit("ActionInvoked", "us", "[<uint32 77>, <'snooze'>]")
        emit("NotificationClosed", "uu", "[<uint32 77>, <uint32 2>]")
        emit("NotificationClosed", "uu", "[<uint32 1>, <uint32 1>]")
        line = probe.wait_for("^(action|closed)")
        assert line == "closed call-1 expired", line


@case("notifier/withdraw-closes-and-tells-nobody")
def _():
    with Stage() as (server, probe):
        probe.say("show\tcall-1\t1\tA\tb")
        probe.wait_for("^shown call-1")
        probe.say("withdraw\tcall-1")
        server.wait_for("CloseNotification 1")
        probe.say("withdraw\tcall-1")
        probe.say("withdraw\tnever-shown")
        probe.say("show\tcall-2\t1\tA\tb")
        probe.wait_for("^shown call-2")
        assert not [line for line in probe.lines if line.startswith("closed")], probe.lines


@case("notifier/without-a-server")
def _():
    probe = Process(PROBE)
    probe.say("show\tcall-1\t1\tA\tb")
    probe.wait_for("^error no-server")
    close(probe)


@case("notifier/without-a-bus")
def _():
    probe = Process(PROBE, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    probe.say("show\tcall-1\t1\tA\tb")
    probe.wait_for("^error no-server")
    close(probe)


@case("notifier/a-server-that-comes-later")
def _():
    probe = Process(PROBE)
    probe.say("show\tcall-1\t1\tA\tb")
    probe.wait_for("^error no-server")
    server = start_server()
    probe.wait_for("^server-appeared")
    probe.say("show\tcall-1\t1\tA\tb <")
    probe.wait_for("^shown call-1")
    line = server.wait_for(" Notify ")
    assert "&lt;" in line and "Snooze" in line, line
    server.stop()
    close(probe)


@case("notifier/a-server-that-goes-and-another-that-comes")
def _():
    with Stage() as (server, probe):
        probe.say("show\tcall-1\t1\tA\tb")
        probe.wait_for("^shown call-1")
        server.stop()
        probe.wait_for("^closed call-1 lost")
        other = start_server("body")
        probe.wait_for("^server-appeared")
        probe.say("show\tcall-1\t1\tA\t5 & 6")
        line = other.wait_for(r' Notify "[^"]*" 0 ')
        assert '"5 & 6"' in line, line
        other.stop()


@case("notifier/a-server-that-hangs")
def _():
    with Stage() as (server, probe):
        server.signal(signal.SIGSTOP)
        started_at = time.monotonic()
        probe.say("show\tcall-1\t1\tA\tb")
        probe.wait_for("^error no-answer", timeout=60)
        first = time.monotonic() - started_at
        for _ in range(10):
            probe.say("show\tcall-2\t1\tA\tb")
            probe.wait_for("^error no-answer")
        assert time.monotonic() - started_at - first < 5, "each of them waited"
        server.signal(signal.SIGCONT)


run()

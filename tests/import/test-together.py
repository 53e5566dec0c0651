#!/usr/bin/python3
"""import: interrupted in the middle, and beside another process that writes.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pty
import select
import signal
import sqlite3
import subprocess
import time

from hf_branch import Branch
from hf_tap import case, run

PATIENCE = 60


def long_table(branch, rows):
    lines = "".join(f"王{number},138{number:08}\n" for number in range(rows))
    return branch.write("long.csv", "姓名,手机\n" + lines)


def start(branch, path, **options):
    return subprocess.Popen(
        branch.command("import", "customers", path), stdout=subprocess.PIPE, text=True, **options
    )


def wait_until_writing(branch):
    """Until somebody else holds the database's write lock."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with sqlite3.connect(branch.path, timeout=0, isolation_level=None) as database:
            try:
                database.execute("BEGIN IMMEDIATE")
                database.execute("ROLLBACK")
            except sqlite3.OperationalError:
                return
        time.sleep(0.005)
    raise AssertionError("the import never began to write")


def stops(number):
    with Branch() as branch:
        changes = branch.count("change")
        process = start(branch, long_table(branch, 200_000), stderr=subprocess.PIPE)
        wait_until_writing(branch)
        process.send_signal(number)
        answer, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 130, (process.returncode, said)
        assert answer == "" and "Cancelled. Nothing was changed." in said, (answer, said)
        assert branch.count("change") == changes and branch.count() == 0
        assert branch.run("check")["ok"] is True


@case("import/PUR-4/Ctrl+C-rolls-back")
def _():
    stops(signal.SIGINT)


@case("import/PUR-4/a-polite-end-rolls-back")
def _():
    stops(signal.SIGTERM)


@case("import/PUR-4/killed-leaves-nothing")
def _():
    with Branch() as branch:
        process = start(branch, long_table(branch, 100_000))
        wait_until_writing(branch)
        process.kill()
        process.communicate(timeout=PATIENCE)
        assert branch.count() == 0
        assert branch.run("check")["ok"] is True


@case("import/progress-on-a-terminal")
def _():
    with Branch() as branch:
        master, terminal = pty.openpty()
        process = start(branch, long_table(branch, 5_000), stderr=terminal)
        os.close(terminal)
        process.communicate(timeout=PATIENCE)
        shown = b""
        while select.select([master], [], [], 0)[0]:
            try:
                shown += os.read(master, 65536)
            except OSError:
                break
        os.close(master)
        assert process.returncode == 0
        assert b"%" in shown and shown.endswith(b"\r"), shown[-80:]


@case("import/another-process-waits-for-its-turn")
def _():
    with Branch() as branch:
        process = start(branch, long_table(branch, 4_000))
        wait_until_writing(branch)
        # Held in the middle of its transaction, however fast the machine is.
        process.send_signal(signal.SIGSTOP)
        other = subprocess.Popen(branch.command("customer", "add", "赵"), stdout=subprocess.DEVNULL)
        try:
            other.wait(0.5)
            raise AssertionError("the other process didn't wait")
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGCONT)
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert other.wait(PATIENCE) == 0
        assert branch.count() == 4_001
        assert branch.run("check")["ok"] is True


@case("import/busy-is-said-clearly")
def _():
    with Branch() as branch:
        path = long_table(branch, 10)
        with sqlite3.connect(branch.path, isolation_level=None) as database:
            database.execute("BEGIN IMMEDIATE")
            code, answer, said = branch.call("import", "customers", path)
            database.execute("ROLLBACK")
        assert code == 4 and answer is None, (code, answer)
        assert "Another program is writing" in said, said
        assert branch.run("import", "customers", path)["added"] == 10


run()

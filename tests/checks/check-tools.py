#!/usr/bin/python3
"""The counter of cases is never green by mistake, and the scripts are sound.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import tempfile

import house
from hf_tap import add, case, run

# Name: (result, standard output) of each program; passed, failed.
LOGS = {
    "all-pass": ([("OK", "1..2\nok 1 /a\nok 2 /b\n")], 2, 0),
    "one-fails": ([("FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n")], 1, 1),
    "two-programs": ([("OK", "1..1\nok 1 a\n"), ("FAIL", "1..1\nnot ok 1 - b\n")], 1, 1),
    "skipped-are-not-passed": ([("OK", "1..2\nok 1 /a # SKIP no display\nok 2 /b\n")], 1, 0),
    "skipped-program": ([("OK", "1..1\nok 1 a\n"), ("SKIP", "")], 1, 0),
    "crash": ([("ERROR", "1..2\nok 1 /a\n")], 1, 1),
    "crash-before-the-first": ([("ERROR", "")], 0, 1),
    "time-out": ([("OK", "1..1\nok 1 a\n"), ("TIMEOUT", "1..9\nok 1 /a\n")], 2, 1),
    "says-nothing": ([("OK", "")], 0, 1),
    "nothing-at-all": ([], 0, 1),
    "only-skipped": ([("OK", "1..1\nok 1 /a # SKIP why\n")], 0, 1),
}


def counts(programs, passed, failed):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for result, stdout in programs:
            log.write(json.dumps({"name": "t", "result": result, "stdout": stdout, "command": ["t"]}) + "\n")
        log.flush()
        check_count(log.name, passed, failed)


def check_count(path, passed, failed):
    answer = subprocess.run(
        [house.ROOT / "tools/lib/count-cases", path], capture_output=True, text=True, check=False
    )
    last = answer.stdout.splitlines()[-1]
    assert last == f"{passed} passed, {failed} failed", answer.stdout
    assert (answer.returncode == 0) == (failed == 0), answer.returncode


for each, (each_programs, each_passed, each_failed) in LOGS.items():
    add(f"tools/counts/{each}", counts, each_programs, each_passed, each_failed)


@case("tools/counts/no-log")
def _():
    check_count("/nonexistent/testlog.json", 0, 1)


def shell_scripts():
    paths = house.files("tools/*", "tools/lib/*", "tests/lib/*") + [house.ROOT / ".ci/run"]
    return [path for path in paths if house.read(path).startswith("#!/bin/bash")]


@case("tools/scripts/parse")
def _():
    for path in shell_scripts():
        house.output("bash", "-n", path)


@case("tools/scripts/are-executable")
def _():
    for path in shell_scripts():
        assert os.access(path, os.X_OK), house.name(path)


@case("tools/packages/are-known")
def _():
    lines = house.read(house.ROOT / "tools/packages").splitlines()
    packages = [line for line in lines if line and line[0] not in "[#"]
    assert len(packages) == len(set(packages)), "a package is listed twice"
    for package in packages:
        house.output("dpkg-query", "-W", package)


run()

#!/usr/bin/python3
"""The sample branch: its files, what an import makes of them, and the work that follows.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import filecmp
import subprocess
import tempfile

from hf_branch import NOW, ROOT, SAMPLE, Branch
from hf_tap import case, run

PRODUCTS = ("蛋白粉", "钙片", "鱼油软胶囊", "益生菌", "婴儿配方奶粉1段", "婴儿配方奶粉2段", "婴儿配方奶粉3段")


def sample():
    return Branch(products=PRODUCTS)


def expected():
    """Steps as (due, customer, plan, step), and who has routine contacts, from the file made by hand."""
    steps, routine = [], set()
    for line in (ROOT / "tests/import/sample-due.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        due, customer, plan, step, _ = line.split(" | ", 4)
        if due == "routine":
            routine.add((customer, plan))
        else:
            steps.append((due, customer, plan, int(step)))
    return sorted(steps), routine


@case("sample/files-are-those-of-the-tool")
def _():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([ROOT / "tools/make-sample-files", "--day", NOW[:10], folder], check=True)
        for name in ("customers.csv", "purchases.xlsx"):
            assert filecmp.cmp(f"{folder}/{name}", SAMPLE / name, shallow=False), f"{name} differs"


@case("sample/PUR-4/good-and-wrong-rows")
def _():
    with sample() as branch:
        answer = branch.run("import", "customers", SAMPLE / "customers.csv", status=3)
        assert list(answer) == ["read", "added", "updated", "duplicates", "errors", "unused"], list(answer)
        counts = [answer[key] for key in ("read", "added", "updated", "duplicates")]
        assert counts == [64, 60, 0, 0], counts
        wrong = [(error["row"], error["column"]) for error in answer["errors"]]
        # As the spreadsheet numbers them: line breaks within cells make no rows.
        assert wrong == [(17, "出生日期"), (31, "手机"), (46, "负责人"), (57, "姓名")], wrong
        assert branch.count() == 60


@case("sample/CARD-12/again-adds-nothing")
def _():
    with sample() as branch:
        branch.run("import", "customers", SAMPLE / "customers.csv", status=3)
        changes = branch.count("change")
        answer = branch.run("import", "customers", SAMPLE / "customers.csv", status=3)
        assert (answer["added"], answer["updated"], answer["duplicates"]) == (0, 0, 60), answer
        assert branch.count("change") == changes


@case("sample/PLAN-1/who-is-due-when")
def _():
    steps, routine = expected()
    with sample() as branch:
        branch.run("import", "customers", SAMPLE / "customers.csv", status=3)
        answer = branch.run("import", "purchases", SAMPLE / "purchases.xlsx")
        assert (answer["read"], answer["added"], answer["errors"]) == (49, 49, []), answer
        due = branch.run("due", "--to", "2027-12-31")
        found = sorted((d["due"], d["customer"], d["plan"], d["step"]) for d in due if d["kind"] == "step")
        assert found == steps, sorted(set(found) ^ set(steps))
        found = {(d["customer"], d["plan"]) for d in due if d["kind"] == "routine"}
        assert found == routine, found ^ routine
        assert {d["kind"] for d in due} <= {"step", "routine", "special-date"}, "an import finds no fault"


@case("sample/SCHED-2/the-original-day-is-kept")
def _():
    with sample() as branch:
        branch.run("import", "customers", SAMPLE / "customers.csv", status=3)
        branch.run("import", "purchases", SAMPLE / "purchases.xlsx")
        due = {d["customer"]: d for d in branch.run("due", "--to", "2027-12-31") if d["kind"] == "step"}
        assert due["周凤英"]["original_due"].startswith("2026-11-22"), due["周凤英"]
        assert due["高立新"]["original_due"].startswith("2026-11-21"), due["高立新"]


@case("sample/SCHED-6/the-engine-finds-nothing-left-to-do")
def _():
    with sample() as branch:
        branch.run("import", "customers", SAMPLE / "customers.csv", status=3)
        branch.run("import", "purchases", SAMPLE / "purchases.xlsx")
        branch.run("engine", "run")
        assert branch.run("engine", "run")["created"] == 0
        assert branch.run("import", "purchases", SAMPLE / "purchases.xlsx")["duplicates"] == 49
        assert branch.run("check")["ok"] is True


run()

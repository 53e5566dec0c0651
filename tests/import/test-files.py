#!/usr/bin/python3
"""import: files as they come, and what it says about them: exit codes, JSON, nothing or only good rows written.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import io
import subprocess
import zipfile

from hf_branch import SAMPLE, Branch
from hf_tap import add, case, run

TABLE = "姓名,性别,手机,备注\n王秀英,女,13800000001,\"爱喝茶,\n怕冷\"\n李建国,男,13800000002,\n"
CONTENT_BOMB = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"

ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8-with-bom": "utf-8-sig",
    "gb18030": "gb18030",
    "gbk": "gbk",
    "utf-16-little-endian": "utf-16",
    "utf-16-big-endian": "utf-16-be",
}


def workbook(sheet):
    """A plain workbook whose only sheet is the given bytes."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
            "</workbook>",
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    return target.getvalue()


def comes_in(encoding):
    with Branch() as branch:
        prefix = b"\xfe\xff" if encoding == "utf-16-be" else b""
        path = branch.write("table.csv", prefix + TABLE.replace("\n", "\r\n").encode(encoding))
        answer = branch.run("import", "customers", path)
        assert (answer["read"], answer["added"], answer["errors"]) == (2, 2, []), answer
        assert [each["name"] for each in branch.run("find", "李建国")] == ["李建国"]


def is_refused(content, words, *options):
    """Exit 3, a sentence on standard error, no answer, nothing written."""
    with Branch() as branch:
        path = branch.write("table.csv", content)
        changes = branch.count("change")
        code, answer, said = branch.call("import", "customers", path, *options)
        assert code == 3, f"exit {code}: {said}"
        assert answer is None, answer
        assert words in said, said
        assert branch.count("change") == changes


for each_name, each_encoding in ENCODINGS.items():
    add(f"import/PUR-4/encoding/{each_name}", comes_in, each_encoding)

good = TABLE.encode()
sample = (SAMPLE / "purchases.xlsx").read_bytes()
REFUSED = {
    "empty": (b"", "empty"),
    "header-only-of-unknown-columns": ("甲,乙\n1,2\n".encode(), "no column for"),
    "nul-bytes": (good + b"\0\0\0\n", "NUL"),
    "three-encodings": (good + "张,男,1,\n".encode("gbk") + "李,男,1,\n".encode("utf-16-le"), ""),
    "unterminated-quote": (good + "张,男,13800000003,\"没完\n李,,,\n".encode(), ""),
    "field-of-10-MB": (good + b"x," + b"y" * 10_000_000 + b"\n", ""),
    "torn-workbook": (sample[: len(sample) // 2], ""),
    "workbook-cut-at-the-end": (sample[:-30], ""),
    "zip-bomb": (workbook(CONTENT_BOMB + "<row r='1'><c t='inlineStr'><is><t>" + "0" * 300_000_000), ""),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    "random": (bytes(range(256)) * 40, ""),
}
for each_name, (each_content, each_words) in REFUSED.items():
    add(f"import/PUR-4/refused/{each_name}", is_refused, each_content, each_words)
add("import/PUR-4/refused/wrong-encoding-forced", is_refused, TABLE.encode("gbk"), "UTF-8", "--encoding", "utf-8")
add("import/PUR-4/refused/no-such-encoding", is_refused, good, "not an encoding", "--encoding", "klingon")
add("import/PUR-4/refused/no-such-map", is_refused, good, "", "--map", "missing.map")


@case("import/PUR-4/no-such-file")
def _():
    with Branch() as branch:
        code, _answer, said = branch.call("import", "customers", branch.folder / "missing.csv")
        assert code == 3 and said.startswith("huifangctl: "), (code, said)


@case("import/usage")
def _():
    with Branch() as branch:
        path = branch.write("table.csv", TABLE)
        assert branch.call("import", path)[0] == 2
        assert branch.call("import", "cats", path)[0] == 2
        assert branch.call("import", "customers", path, "--nonsense")[0] == 2


@case("import/PUR-4/contract")
def _():
    with Branch() as branch:
        path = branch.write("table.csv", "姓名,出生日期\n王,1950-02-31\n李,1950-02-28\n")
        answer = branch.run("import", "customers", path, status=3)
        message = answer["errors"][0].pop("message")
        assert answer == {
            "read": 2, "added": 1, "updated": 0, "duplicates": 0, "errors": [{"row": 2, "column": "出生日期"}],
            "unused": [],
        }, answer
        assert "1950-02-31" in message, message


@case("import/PUR-4/dry-run-writes-nothing")
def _():
    with Branch() as branch:
        path = branch.write("table.csv", TABLE)
        changes = branch.count("change")
        assert branch.run("import", "customers", path, "--dry-run")["added"] == 2
        assert branch.count("change") == changes
        assert branch.run("import", "customers", path)["added"] == 2


@case("import/PUR-4/mapping-file")
def _():
    with Branch() as branch:
        path = branch.write("table.csv", "谁,几时生的,性别\n王,1950-02-28,随便\n")
        mapping = branch.write("columns.map", "[customers]\n谁=name\n几时生的=birth\n性别=-\n")
        assert branch.run("import", "customers", path, "--map", mapping)["added"] == 1


@case("import/PUR-4/undo-and-history")
def _():
    with Branch() as branch:
        branch.run("import", "customers", branch.write("table.csv", TABLE))
        newest = branch.run("history")[0]
        assert (newest["kind"], newest["subject"]) == ("import.customers", "table.csv"), newest
        assert branch.run("undo")["kept"] == 0
        assert branch.count() == 0 and branch.count("phone") == 0


@case("import/PHONE-4/no-number-is-said")
def _():
    with Branch() as branch:
        path = branch.write("13800005678.csv", "姓名,负责人,备注\n王,13800005678,打13800005678\n")
        code, answer, said = branch.call("import", "customers", path)
        assert code == 3 and len(answer["errors"]) == 2, answer
        assert "13800005678" not in str(answer) + said
        assert "13800005678" not in str(branch.run("history"))


@case("import/ROLE-1/as-an-agent")
def _():
    with Branch() as branch:
        path = branch.write("table.csv", "姓名,负责人\n王,\n李,周敏\n")
        answer = branch.run("--as", "林娜", "import", "customers", path, status=3)
        assert (answer["added"], answer["errors"][0]["column"]) == (1, "负责人"), answer
        assert branch.run("customer", "show", "王")["owner"] == "林娜"


@case("import/people-read-lines")
def _():
    with Branch() as branch:
        path = branch.write("table.csv", "姓名,出生日期\n王,1950-02-31\n李,1950-02-28\n")
        words = [word for word in branch.command("import", "customers", path) if word != "--json"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == 3
        assert "Added: 1" in done.stdout and "Errors: 1" in done.stdout, done.stdout
        assert "Row 2, 出生日期: " in done.stderr, done.stderr
        assert "%" not in done.stderr, "no progress where nobody looks at a terminal"


run()

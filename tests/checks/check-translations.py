#!/usr/bin/python3
"""Every text can be translated, and is, in full.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import tempfile

import house
from hf_tap import add, case, run

LANGUAGES = house.read(house.ROOT / "po/LINGUAS").split()
HAN = "\u4e00-\u9fff"
# Between Han characters Chinese punctuation stands, and never a space.
HALF_WIDTH = re.compile(f"[{HAN}][,;:!?()][{HAN}]|[{HAN}] +[{HAN}]|[{HAN}]\\.(?:$|[{HAN}])")


def listed():
    return [
        line.strip()
        for line in house.read(house.ROOT / "po/POTFILES").splitlines()
        if line.strip() and not line.startswith("#")
    ]


@case("translations/POTFILES-is-complete")
def _():
    missing = set(house.output("tools/lib/find-texts").split()) - set(listed())
    assert not missing, "not in po/POTFILES: run tools/update-po\n" + "\n".join(sorted(missing))


@case("translations/POTFILES-has-only-files")
def _():
    gone = [path for path in listed() if not (house.ROOT / path).is_file()]
    assert not gone, "in po/POTFILES, but not there:\n" + "\n".join(gone)


@case("translations/no-text-with-a-macro-inside")
def _():
    with tempfile.TemporaryDirectory() as folder:
        warnings = house.output("sh", "-c", f"tools/lib/make-template {folder}/all.pot 2>&1")
    assert not warnings, warnings


def is_complete(language):
    statistics = house.output("sh", "-c", f"LC_ALL=C msgfmt --statistics -o /dev/null po/{language}.po 2>&1")
    assert re.fullmatch(r"\d+ translated messages?\.\s*", statistics), statistics


def is_current(language):
    with tempfile.TemporaryDirectory() as folder:
        house.output("tools/lib/make-template", f"{folder}/all.pot")
        merge = ["msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", "-o", f"{folder}/all.po"]
        house.output(*merge, f"po/{language}.po", f"{folder}/all.pot")
        fresh = house.output("msgattrib", "--untranslated", "--no-wrap", f"{folder}/all.po")
        gone = house.output("msgattrib", "--only-obsolete", "--no-wrap", f"{folder}/all.po")
    assert not fresh, f"run tools/update-po and translate:\n{fresh}"
    assert not gone, f"run tools/update-po; no longer used:\n{gone}"


def is_valid(language):
    house.output("msgfmt", "--check", "-o", "/dev/null", f"po/{language}.po")
    assert "#~" not in house.read(house.ROOT / f"po/{language}.po"), "obsolete entries: run tools/update-po"


def uses_chinese_punctuation(language):
    text = house.output("msgcat", "--no-wrap", f"po/{language}.po")
    lines = [line for line in text.splitlines() if line.startswith("msgstr")]
    # The search terms of a desktop entry are parted by plain semicolons.
    wrong = [line for line in lines if HALF_WIDTH.search(line) and not line.endswith(';"')]
    assert not wrong, "\n".join(wrong)


for each in LANGUAGES:
    add(f"translations/{each}/complete", is_complete, each)
    add(f"translations/{each}/current", is_current, each)
    add(f"translations/{each}/valid", is_valid, each)
    if each.startswith("zh"):
        add(f"translations/{each}/punctuation", uses_chinese_punctuation, each)
run()

#!/usr/bin/python3
"""Every .ui file is well-formed and asks for classes and properties that exist.

gtk4-builder-tool knows neither libadwaita nor our own classes, so the toolkit's own
type system is asked instead. It needs no display.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import xml.etree.ElementTree as ElementTree

import gi
import house
from hf_tap import add, case, run, skip

gi.require_version("Gtk", "4.0")
gi.require_version("Adw", "1")
from gi.repository import Adw, Gio, Gtk  # noqa: E402

TEMPLATES = house.files("ui/**/*.ui", "src/**/*.ui", "data/**/*.ui")
ICON_ONLY = re.compile(r"<object class=\"GtkButton\"[^>]*>(?:(?!<object).)*?</object>", re.S)


def is_well_formed(path):
    house.output("xmllint", "--noout", "--nonet", path)


def toolkit_class(name):
    """The class of that name, or None when it is one of our own."""
    for prefix, module in (("Gtk", Gtk), ("Adw", Adw), ("G", Gio)):
        if name.startswith(prefix):
            found = getattr(module, name[len(prefix) :], None)
            assert found is not None, f"there is no class {name}"
            return found
    assert name.startswith("Hf"), f"there is no class {name}"
    return None


def asks_for_what_exists(path):
    for node in ElementTree.parse(path).iter():
        # A template may set its parent's properties and its own, of which nothing is known here.
        if node.tag != "object" or "class" not in node.attrib:
            continue
        known = toolkit_class(node.get("class"))
        for child in node.findall("property"):
            name = child.get("name").replace("_", "-")
            where = f"{house.name(path)}: {node.get('class')}:{name}"
            assert known is None or known.find_property(name), f"{where} does not exist"


def names_its_class(path):
    """The template HfTodayPage stands in hf-today-page.ui."""
    match = re.search(r"<template class=\"(\w+)\"", house.read(path))
    if match is None:
        return
    stem = re.sub(r"(?<!^)([A-Z])", r"-\1", match[1]).lower()
    assert path.stem == stem, f"{house.name(path)} holds the template {match[1]}: name it {stem}.ui"


def has_named_icon_buttons(path):
    """A button that shows nothing but an icon needs a name that can be heard."""
    for button in ICON_ONLY.findall(house.read(path)):
        if "name=\"icon-name\"" in button:
            named = "tooltip-text" in button or "<accessibility>" in button
            assert named, f"{house.name(path)}: a nameless icon button:\n{button}"


@case("templates/there-is-one")
def _():
    if not TEMPLATES:
        skip("no template yet")


for each in TEMPLATES:
    add(f"templates/well-formed/{house.name(each)}", is_well_formed, each)
    add(f"templates/classes/{house.name(each)}", asks_for_what_exists, each)
    add(f"templates/file-name/{house.name(each)}", names_its_class, each)
    add(f"templates/named-buttons/{house.name(each)}", has_named_icon_buttons, each)
run()

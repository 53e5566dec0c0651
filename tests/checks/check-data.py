#!/usr/bin/python3
"""What the desktop reads is valid: entries, metainfo, services, icons, schemas, resources.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import tempfile
import xml.etree.ElementTree as ElementTree

import house
from hf_tap import add, case, run, skip

APP_ID = "org.huifang.Huifang"
BUILT = house.BUILD / "data"


def entry(path):
    parser = configparser.ConfigParser(interpolation=None, delimiters=["="])
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return parser


def is_valid_desktop_file(path):
    house.output("desktop-file-validate", "--no-hints", path)


def is_translated_desktop_file(path):
    section = entry(path)["Desktop Entry"]
    for key in ("Name", "Comment"):
        assert f"{key}[zh_CN]" in section, f"{path.name}: {key} is not translated"


def is_well_formed(path):
    house.output("xmllint", "--noout", "--nonet", path)


@case("data/desktop/activatable")
def _():
    section = entry(BUILT / f"{APP_ID}.desktop")["Desktop Entry"]
    assert section["DBusActivatable"] == "true"
    assert section["Icon"] == APP_ID
    service = entry(BUILT / f"{APP_ID}.service")["D-BUS Service"]
    assert service["Name"] == APP_ID
    assert service["Exec"].endswith("/huifang --gapplication-service"), service["Exec"]


@case("data/desktop/reminders-start-by-themselves")
def _():
    section = entry(BUILT / f"{APP_ID}.Reminders.desktop")["Desktop Entry"]
    service = entry(BUILT / f"{APP_ID}.Reminders.service")["D-BUS Service"]
    unit = entry(BUILT / "huifang-reminders.service")
    assert service["Name"] == f"{APP_ID}.Reminders" == unit["Service"]["BusName"]
    assert section["Exec"] == service["Exec"] == unit["Service"]["ExecStart"]


@case("data/metainfo/valid")
def _():
    house.output("appstreamcli", "validate", "--no-net", BUILT / f"{APP_ID}.metainfo.xml")


@case("data/metainfo/translated")
def _():
    root = ElementTree.parse(BUILT / f"{APP_ID}.metainfo.xml").getroot()
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for tag in ("name", "summary", "description/p", "description/ul/li"):
        nodes = root.findall(tag)
        plain = [node for node in nodes if node.get(language) is None]
        chinese = [node for node in nodes if node.get(language) == "zh_CN"]
        assert plain and len(plain) == len(chinese), f"{tag}: {len(chinese)} of {len(plain)} in Chinese"


@case("data/schemas/strict")
def _():
    schemas = house.files("data/**/*.gschema.xml")
    if not schemas:
        skip("no settings schema yet")
    for folder in sorted({path.parent for path in schemas}):
        house.output("glib-compile-schemas", "--strict", "--dry-run", folder)


@case("data/resources/complete")
def _():
    resources = house.files("**/*.gresource.xml")
    if not resources:
        skip("no resource yet")
    for path in resources:
        with tempfile.TemporaryDirectory() as folder:
            target = f"{folder}/all.gresource"
            sources = [path.parent, house.ROOT / "ui", house.ROOT / "data", house.ROOT]
            options = [f"--sourcedir={source}" for source in sources]
            house.output("glib-compile-resources", *options, f"--target={target}", path)


for each in sorted(BUILT.glob("*.desktop")):
    add(f"data/desktop/valid/{each.stem}", is_valid_desktop_file, each)
    add(f"data/desktop/translated/{each.stem}", is_translated_desktop_file, each)
for each in house.files("data/**/*.svg", "data/**/*.xml", "**/*.gresource.xml"):
    add(f"data/well-formed/{house.name(each)}", is_well_formed, each)
run()

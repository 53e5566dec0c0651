#!/usr/bin/python3
"""Arrows go one way: rules <- store <- {reminders, app, cli}.

Each symbol that a layer's library needs must come from the layer itself, a layer below
it or a shared library that the layer may use; the linker's own tables are the witness.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import re

import house
from hf_tap import add, run, skip

C_LIBRARY = ["libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "libgcc_s.so.1"]
RULES = C_LIBRARY + ["libglib-2.0.so.0"]
STORE = RULES + [
    "libgobject-2.0.so.0",
    "libgio-2.0.so.0",
    "libsqlite3.so.0",
    "libarchive.so.13",
    "libxml2.so.2",
    "libjson-glib-1.0.so.0",
    "libxlsxwriter.so.4",
    "libical.so.3",
    "libsodium.so.23",
    "libsecret-1.so.0",
]

# Layer: the layers below it, the shared libraries it may call.
LAYERS = {
    "rules": ([], RULES),
    "store": (["rules"], STORE),
    "reminders": (["rules", "store"], STORE + ["libnotify.so.4"]),
    "cli": (["rules", "store"], STORE),
}

# Layer: headers that it may include besides those of C and of our own layers.
SYSTEM_HEADER = re.compile(r"#\s*include\s+[<\"]([^>\"]+)[>\"]")
FORBIDDEN_HEADERS = {
    "rules": r"^(gio|glib-object|gobject|sqlite3|gtk|gdk|adwaita|libnotify|json-glib)",
    "store": r"^(gtk|gdk|adwaita|libnotify)",
    "reminders": r"^(gtk|gdk|adwaita|sqlite3)",
    "cli": r"^(gtk|gdk|adwaita|libnotify|sqlite3)",
    "app": r"^(sqlite3|libnotify)",
}
OWN_LAYERS = {
    "rules": ["rules"],
    "store": ["rules", "store"],
    "reminders": ["rules", "store", "reminders"],
    "cli": ["rules", "store", "cli"],
    "app": ["rules", "store", "app"],
}

# Program: libraries that may not be loaded with it, not even by another library.
PROGRAMS = {
    "huifang-reminders": r"^lib(gtk|adwaita)",
    "huifangctl": r"^lib(gtk|adwaita|notify|gdk)",
}


def targets():
    return json.loads(house.output("meson", "introspect", "--targets", house.BUILD))


def archives(layer):
    """The static libraries that are defined in src/LAYER."""
    folder = house.ROOT / "src" / layer
    return [
        target["filename"][0]
        for target in targets()
        if target["type"] == "static library"
        and folder in [pathlib.Path(target["defined_in"]).parent, *pathlib.Path(target["defined_in"]).parents]
    ]


def symbols(option, path):
    lines = house.output("nm", "--format=posix", option, path).splitlines()
    return {line.split()[0].split("@")[0] for line in lines if len(line.split()) >= 2}


def shared_symbols(soname):
    path = house.output("gcc", f"-print-file-name={soname}").strip()
    if path == soname:
        return set()
    lines = house.output("nm", "--format=posix", "-D", "--defined-only", path).splitlines()
    return {line.split()[0].split("@")[0] for line in lines if line}


def calls_only_what_it_may(layer):
    below, shared = LAYERS[layer]
    libraries = archives(layer)
    if not libraries:
        skip(f"no library in src/{layer} yet")
    known = {"_GLOBAL_OFFSET_TABLE_"}
    for soname in shared:
        known |= shared_symbols(soname)
    for lower in [layer, *below]:
        for library in archives(lower):
            known |= symbols("--defined-only", library)
    needed = set()
    for library in libraries:
        needed |= symbols("--undefined-only", library)
    foreign = sorted(needed - known)
    assert not foreign, f"src/{layer} calls what it may not: {' '.join(foreign)}"


def includes_only_what_it_may(layer):
    sources = house.files(f"src/{layer}/**/*.[ch]")
    if not sources:
        skip(f"no src/{layer} yet")
    own = set()
    for each in OWN_LAYERS[layer]:
        own |= {path.name for path in house.files(f"src/{each}/**/*.h")}
        own |= {path.name for path in (house.BUILD / "src" / each).glob("**/*.h")}  # generated
    for path in sources:
        for header in SYSTEM_HEADER.findall(house.read(path)):
            where = f"{house.name(path)} includes {header}"
            assert not re.match(FORBIDDEN_HEADERS[layer], header), where
            if pathlib.Path(header).name.startswith("hf-") and header.endswith(".h"):
                assert pathlib.Path(header).name in own, f"{where}, of a layer above"


def loads_no_toolkit(program):
    paths = [t["filename"][0] for t in targets() if t["type"] == "executable" and t["name"] == program]
    if not paths:
        skip(f"no {program} yet")
    loaded = [line.split()[0] for line in house.output("ldd", paths[0]).splitlines()]
    wrong = [library for library in loaded if re.match(PROGRAMS[program], library)]
    assert not wrong, f"{program} loads {' '.join(wrong)}"


for each in LAYERS:
    add(f"layers/{each}/calls", calls_only_what_it_may, each)
for each in OWN_LAYERS:
    add(f"layers/{each}/includes", includes_only_what_it_may, each)
for each in PROGRAMS:
    add(f"layers/{each}/loads", loads_no_toolkit, each)
run()

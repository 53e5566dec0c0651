#!/usr/bin/python3
"""A window with one of each, on which test-app.py tries hf_app.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk  # noqa: E402


def fill(app):
    window = Gtk.ApplicationWindow(application=app, title="Sample", default_width=400)
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6)
    entry = Gtk.Entry(placeholder_text="Name")
    entry.update_property([Gtk.AccessibleProperty.LABEL], ["Name"])
    button = Gtk.Button(label="Greet")
    check = Gtk.CheckButton(label="Loudly")
    answer = Gtk.Label(label="-")
    button.connect("clicked", lambda _: answer.set_label("Hello " + entry.get_text() + "!" * check.get_active()))
    for child in (entry, button, check, answer):
        box.append(child)
    window.set_child(box)
    window.present()


GLib.set_prgname("sample-window")
program = Gtk.Application(application_id="org.huifang.SampleWindow")
program.connect("activate", fill)
program.run()

"""hf_app: uses a GTK program as a person would, on the display of a private-session.

AT-SPI finds, reads and presses what has a name; xdotool is the mouse and the keyboard for
what has none. Everything polls, and what presses something gives the program time to take it up: an answer over
the bus can be there before a key has come through the X server.

The objects are asked over the bus and not through libatspi, which waits for each single answer: a window has
some 500 of them, and to look through it took a second that way and a tenth of it with all questions under way
at once.

Run under `private-session --display --accessible`.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import functools
import os
import re
import subprocess
import time
import warnings

import gi
from hf_process import Process

warnings.simplefilter("ignore")
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 20


def wait_until(function, what, timeout=PATIENCE):
    """The first true answer of function; nodes that vanish meanwhile are tried again."""
    end = time.monotonic() + timeout
    while True:
        try:
            answer = function()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


def _tool(*words):
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True)
    return result.stdout


def _try(*words):
    """What a tool answers, nothing if it fails."""
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    return result.stdout if result.returncode == 0 else ""


def _give(*words):
    """To the mouse or the keyboard; a frame or two later the program has it."""
    _tool("xdotool", *words)
    time.sleep(0.1)


def press(*keys):
    """Presses keys such as ctrl+k or Return, one after another."""
    _give("key", "--delay", "30", *keys)


def write(text):
    """Types ASCII. Chinese goes in through Node.set_text."""
    _give("type", "--delay", "15", text)


def take_picture(path):
    """The whole screen as a PNG file."""
    _tool("import", "-window", "root", path)


@functools.cache
def _bus():
    """Where the accessible objects are."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                               Gio.DBusCallFlags.NONE, -1)
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(answer.unpack()[0], flags, None, None)


def _question(interface, method, arguments=None):
    return f"org.a11y.atspi.{interface}", method, arguments


_CHILDREN = _question("Accessible", "GetChildren")
_ROLE = _question("Accessible", "GetRole")


def _property(interface, name):
    words = GLib.Variant("(ss)", (f"org.a11y.atspi.{interface}", name))
    return "org.freedesktop.DBus.Properties", "Get", words


_NAME = _property("Accessible", "Name")


class _Search:
    """Looks at address and all below it, with every question that can be asked under way at once."""

    def __init__(self, address, role, name):
        self.role = role
        self.name = name
        self.under_way = 0
        self.error = None
        self.root = self.visit(address)
        while self.under_way:
            GLib.MainContext.default().iteration(True)
        if self.error:
            raise self.error

    def visit(self, address):
        place = {"address": address, "fits": False, "below": []}
        self.ask(place, _CHILDREN, self.on_children)
        if self.role:
            self.ask(place, _ROLE, self.on_role)
        elif self.name:
            self.ask(place, _NAME, self.on_name)
        else:
            place["fits"] = True
        return place

    def ask(self, place, question, then):
        def answered(bus, result):
            self.under_way -= 1
            try:
                then(place, bus.call_finish(result).unpack()[0])
            except GLib.Error as error:
                # What went meanwhile is not there; but a window that can't be asked is not an empty one.
                if place["address"] == self.root["address"]:
                    self.error = error

        self.under_way += 1
        _bus().call(*place["address"], *question, None, Gio.DBusCallFlags.NONE, 1000 * PATIENCE, None, answered)

    def on_children(self, place, children):
        place["below"] = [self.visit(child) for child in children]

    def on_role(self, place, role):
        if Atspi.role_get_name(Atspi.Role(role)) != self.role:
            return
        if self.name:
            self.ask(place, _NAME, self.on_name)
        else:
            place["fits"] = True

    def on_name(self, place, name):
        place["fits"] = bool(self.name.search(name)) if isinstance(self.name, re.Pattern) else self.name == name

    def found(self, place=None):
        """In the order in which a person reads."""
        place = place or self.root
        if place["fits"]:
            yield place["address"]
        for below in place["below"]:
            yield from self.found(below)


class Node:
    """One accessible object."""

    def __init__(self, program, address):
        """address: whose it is on the bus, and its path there"""
        self.program = program
        self.address = address

    def _ask(self, question):
        """The first word of the answer."""
        flags = Gio.DBusCallFlags.NONE
        answer = _bus().call_sync(*self.address, *question, None, flags, 1000 * PATIENCE).unpack()
        return answer[0] if answer else None

    def all(self, role=None, name=None):
        """What lies below, as it is now. The name is the whole one, or a compiled pattern."""
        return [Node(self.program, address) for address in _Search(self.address, role, name).found()]

    def find(self, role=None, name=None, index=0, timeout=PATIENCE):
        """Waits until there is one."""

        def look():
            found = self.all(role, name)
            return found[index] if len(found) > index else None

        return wait_until(look, f"{role or 'anything'} “{name}”", timeout)

    def wait_gone(self, role=None, name=None, timeout=PATIENCE):
        wait_until(lambda: not self.all(role, name), f"{role} “{name}” to go", timeout)

    @property
    def name(self):
        return self._ask(_NAME)

    @property
    def text(self):
        length = self._ask(_property("Text", "CharacterCount"))
        return self._ask(_question("Text", "GetText", GLib.Variant("(ii)", (0, length))))

    def set_text(self, text):
        self._ask(_question("EditableText", "SetTextContents", GLib.Variant("(s)", (text,))))
        wait_until(lambda: self.text == text, f"the text “{text}”")

    def has(self, state):
        """Whether it is focused, checked, selected, sensitive, showing …"""
        words = self._ask(_question("Accessible", "GetState"))
        bit = int(getattr(Atspi.StateType, state.upper()))
        return bool(words[bit // 32] >> bit % 32 & 1)

    def wait_for(self, state, timeout=PATIENCE):
        wait_until(lambda: self.has(state), f"“{self.name}” to be {state}", timeout)

    def activate(self):
        """Presses it without a mouse, as Enter does: GTK lets the button look pressed for a quarter of a second first.

        Check boxes and list rows of GTK 4.8 must be clicked.
        """
        count = self._ask(_property("Action", "NActions"))
        names = [self._ask(_question("Action", "GetName", GLib.Variant("(i)", (index,)))) for index in range(count)]
        self._ask(_question("Action", "DoAction", GLib.Variant("(i)", (names.index("click"),))))
        time.sleep(0.35)

    def box(self):
        """Left, top, width and height in its window. Places inside popovers are off in GTK 4.8."""
        coordinates = GLib.Variant("(u)", (Atspi.CoordType.WINDOW,))
        return self._ask(_question("Component", "GetExtents", coordinates))

    def place(self):
        """Where it begins in its window: x, y."""
        return tuple(self.box()[:2])

    def point(self, across=0.5, down=0.5):
        """Where on the screen that part of it is: x, y."""
        x, y, width, height = self.box()
        left, top = self.program.origin()
        return left + x + int(width * across), top + y + int(height * down)

    def click(self, button=1, times=1):
        """The mouse, in the middle of it."""
        _give("mousemove", *self.point(), "click", "--repeat", times, "--delay", 60, button)


class Program(Node):
    """A running program, found by the name under which it is accessible."""

    def __init__(self, accessible_name, *command, **environment):
        self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(self._is_managed, "the window manager")
        self.process = Process(*command, **environment)
        super().__init__(self, wait_until(lambda: self._look_for(accessible_name), accessible_name))

    @staticmethod
    def _is_managed():
        """By one that lives: the root window may still name the one of the program before."""
        named = re.search("window id # (\\w+)", _try("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        return named and "Openbox" in _try("xprop", "-id", named[1], "_NET_WM_NAME")

    @staticmethod
    def _look_for(name):
        desktop = Node(None, ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"))
        for address in desktop._ask(_CHILDREN):
            if Node(None, address).name == name:
                return address
        return None

    def fill_screen(self):
        """Its window becomes as large as an office PC's screen: what folds and what lies where depends on it."""

        def fill():
            # It is the active one a moment after it is shown, or never, if that moment was missed.
            if not _try("xdotool", "getactivewindow"):
                _try("xdotool", "search", "--onlyvisible", "--pid", self.process.pid, "windowactivate")
            _try("xdotool", "getactivewindow", "windowmove", "0", "0", "windowsize", "1366", "768")
            time.sleep(0.1)
            return "1366x768" in _try("xdotool", "getactivewindow", "getwindowgeometry")

        wait_until(fill, "its window to fill the screen")

    def origin(self):
        """Where the contents of its active window begin on the screen."""
        window = _tool("xdotool", "getactivewindow").strip()
        # xdotool counts a frame of the window manager twice.
        place = _tool("xwininfo", "-id", window)
        left, top = (int(re.search(f"Absolute upper-left {axis}: +(-?\\d+)", place)[1]) for axis in "XY")
        frame = _tool("xprop", "-id", window, "_GTK_FRAME_EXTENTS")
        extents = [int(word) for word in frame.split("=")[1].split(",")] if "=" in frame else [0, 0, 0, 0]
        return left + extents[0], top + extents[2]

    def stop(self):
        self.process.stop()
        self.manager.terminate()
        self.manager.wait()


def keep_picture(name):
    """Where HF_PICTURES says, if it does: what a test saw, for people."""
    folder = os.environ.get("HF_PICTURES")
    if folder:
        os.makedirs(folder, exist_ok=True)
        take_picture(os.path.join(folder, f"{name}.png"))

"""hf_app: uses a GTK program as a person would, on the display of a private-session.

AT-SPI finds, reads and presses what has a name; xdotool is the mouse and the keyboard for
what has none. Everything polls: a click takes a quarter of a second to have its effect.

Run under `private-session --display --accessible`.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import time
import warnings

import gi
from hf_process import Process

warnings.simplefilter("ignore")
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

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
        time.sleep(0.03)


def _tool(*words):
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True)
    return result.stdout


def press(*keys):
    """Presses keys such as ctrl+k or Return, one after another."""
    _tool("xdotool", "key", "--delay", "30", *keys)


def write(text):
    """Types ASCII. Chinese goes in through Node.set_text."""
    _tool("xdotool", "type", "--delay", "15", text)


def take_picture(path):
    """The whole screen as a PNG file."""
    _tool("import", "-window", "root", path)


class Node:
    """One accessible object."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    def _walk(self, accessible):
        yield accessible
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child is not None:
                yield from self._walk(child)

    def all(self, role=None, name=None):
        """What lies below, as it is now. The name is the whole one, or a compiled pattern."""
        found = []
        for each in self._walk(self.accessible):
            label = each.get_name() or ""
            fits = name is None or (name.search(label) if isinstance(name, re.Pattern) else name == label)
            if fits and (role is None or each.get_role_name() == role):
                found.append(Node(self.program, each))
        return found

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
        return self.accessible.get_name()

    @property
    def text(self):
        length = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, length)

    def set_text(self, text):
        Atspi.EditableText.set_text_contents(self.accessible, text)
        wait_until(lambda: self.text == text, f"the text “{text}”")

    def has(self, state):
        """Whether it is focused, checked, selected, sensitive, showing …"""
        self.accessible.clear_cache()
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    def wait_for(self, state, timeout=PATIENCE):
        wait_until(lambda: self.has(state), f"“{self.name}” to be {state}", timeout)

    def activate(self):
        """Presses it without a mouse. Check boxes and list rows of GTK 4.8 must be clicked."""
        count = Atspi.Action.get_n_actions(self.accessible)
        names = [Atspi.Action.get_action_name(self.accessible, index) for index in range(count)]
        Atspi.Action.do_action(self.accessible, names.index("click"))

    def place(self):
        """Where it is in its window. Places inside popovers are off in GTK 4.8."""
        box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return box.x, box.y

    def click(self, button=1, times=1):
        """The mouse, in the middle of it."""
        box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        left, top = self.program.origin()
        x, y = left + box.x + box.width // 2, top + box.y + box.height // 2
        _tool("xdotool", "mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)


class Program(Node):
    """A running program, found by the name under which it is accessible."""

    def __init__(self, accessible_name, *command, **environment):
        self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(self._is_managed, "the window manager")
        self.process = Process(*command, **environment)
        super().__init__(self, wait_until(lambda: self._look_for(accessible_name), accessible_name))

    @staticmethod
    def _is_managed():
        words = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        return "window id" in subprocess.run(words, capture_output=True, text=True, check=False).stdout

    @staticmethod
    def _look_for(name):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_name() == name:
                # No main loop runs here that would tell the cache of changes.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

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

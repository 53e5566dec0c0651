"""hf_process: a program under test whose lines of output can be waited for.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import queue
import re
import subprocess
import threading
import time

# Under the sanitizers, on a busy machine.
PATIENCE = 30


class Process:
    """Runs command; its standard output is read line by line while it runs."""

    def __init__(self, *command, **environment):
        self.lines = []
        self._queue = queue.Queue()
        self._process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env={**os.environ, **environment},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            self._queue.put(line.rstrip("\n"))

    @property
    def pid(self):
        return self._process.pid

    def say(self, line):
        """Writes a line to its standard input."""
        self._process.stdin.write(line + "\n")

    def wait_for(self, pattern, timeout=PATIENCE):
        """The next line, from the last one waited for, that pattern (a regular expression) finds."""
        end = time.monotonic() + timeout
        while True:
            try:
                line = self._queue.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                seen = "\n".join(self.lines[-30:])
                raise AssertionError(f"no line with “{pattern}”; it said:\n{seen}") from None
            self.lines.append(line)
            if re.search(pattern, line):
                return line

    def drain(self):
        """The lines that have come since the last one waited for."""
        fresh = []
        while not self._queue.empty():
            fresh.append(self._queue.get())
        self.lines += fresh
        return fresh

    def finish(self):
        """Closes its standard input; its exit status."""
        self._process.stdin.close()
        status = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return status

    def stop(self):
        """Ends it, if it runs."""
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)

    def signal(self, number):
        self._process.send_signal(number)

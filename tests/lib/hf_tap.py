"""hf_tap: test cases in Python that speak TAP.

    from hf_tap import case, run, skip

    @case("the thing does this")
    def _():
        assert thing() == "this"

    run()

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys
import traceback

_cases = []


class Skipped(Exception):
    """Raised by skip(): the case has nothing to look at."""


def case(name):
    """Registers the decorated function as a case called name."""

    def register(function):
        _cases.append((name, function))
        return function

    return register


def add(name, function, *arguments):
    """Registers function(*arguments) as a case: for tables."""
    _cases.append((name, lambda: function(*arguments)))


def skip(reason):
    raise Skipped(reason)


def explain(text):
    """Prints text as a TAP comment, right now."""
    for line in str(text).splitlines():
        print(f"# {line}", flush=True)


def run():
    """Runs what was registered, in order, and ends the program."""
    print(f"1..{len(_cases)}", flush=True)
    failed = 0
    for number, (name, function) in enumerate(_cases, 1):
        name = name.replace("#", "")
        try:
            function()
        except Skipped as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except Exception as error:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} {name}", flush=True)
            known = isinstance(error, AssertionError) and error.args
            explain(error if known else traceback.format_exc())
        else:
            print(f"ok {number} {name}", flush=True)
    sys.exit(1 if failed else 0)

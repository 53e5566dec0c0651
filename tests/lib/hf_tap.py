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


def case(name, tries=1):
    """Registers the decorated function as a case called name.

    More tries than one are for what a person does on a screen: GTK 4.8's bridge to AT-SPI now and then loses a
    key or brings a program down that somebody looks at. Each failed try is told.
    """

    def register(function):
        _cases.append((name, _patient(function, tries) if tries > 1 else function))
        return function

    return register


def _patient(function, tries):
    def attempt():
        for _ in range(tries - 1):
            try:
                return function()
            except Skipped:
                raise
            except Exception as error:  # pylint: disable=broad-except
                explain(f"tried again after: {error!r}")
        return function()

    return attempt


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

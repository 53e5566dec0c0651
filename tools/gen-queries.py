#!/usr/bin/env python3
# gen-queries.py: the named queries of data/sql/queries become an enumeration and a table of texts
#
# Copyright 2026 The Huifang authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: gen-queries.py HEADER SOURCE FILE.sql...

A query begins with a line `-- name: some-name`; comment lines may follow; it ends at the next name."""
import re
import sys


def read(path):
    name, lines, found = None, [], []
    for number, line in enumerate(open(path, encoding='utf-8'), 1):
        match = re.fullmatch(r'-- name: ([a-z0-9-]+)\n', line)
        if match:
            if name:
                found.append((name, ''.join(lines)))
            name, lines = match.group(1), []
        elif line.startswith('--') or not line.strip():
            continue
        elif name is None:
            sys.exit(f'{path}:{number}: SQL before the first "-- name:"')
        else:
            lines.append(line)
    if name:
        found.append((name, ''.join(lines)))
    return found


def main(header, source, *paths):
    queries = [q for path in sorted(paths) for q in read(path)]
    names = [name for name, _ in queries]
    for name, text in queries:
        if names.count(name) > 1:
            sys.exit(f'{name}: two queries bear this name')
        if not text.strip():
            sys.exit(f'{name}: no SQL')
    with open(header, 'w', encoding='utf-8') as out:
        out.write('/* Made by tools/gen-queries.py from data/sql/queries. */\n\n#pragma once\n\ntypedef enum {\n')
        for name in names:
            out.write(f'  HF_QUERY_{name.upper().replace("-", "_")},\n')
        out.write('  HF_N_QUERIES\n} HfQuery;\n\nextern const char *const hf_query_texts[HF_N_QUERIES];\n')
    with open(source, 'w', encoding='utf-8') as out:
        out.write('/* Made by tools/gen-queries.py from data/sql/queries. */\n\n#include "hf-queries.h"\n\n')
        out.write('const char *const hf_query_texts[HF_N_QUERIES] = {\n')
        for name, text in queries:
            quoted = '\n'.join('    "' + line.rstrip().replace('\\', '\\\\').replace('"', '\\"') + '\\n"'
                               for line in text.rstrip().rstrip(';').splitlines())
            out.write(f'  [HF_QUERY_{name.upper().replace("-", "_")}] =\n{quoted},\n')
        out.write('};\n')


main(*sys.argv[1:])

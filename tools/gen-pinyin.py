#!/usr/bin/env python3
# gen-pinyin.py: the readings of data/pinyin become tables in C
#
# Copyright 2026 The Huifang authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: gen-pinyin.py SOURCE readings.txt surnames.txt

Characters of 3400..9FFF have an entry each in a table of indexes, all others are looked for. An
index names a set of readings; a set holds indexes of syllables, 0 at its end. What is read with ü
can be written with v and with u."""
import sys

FIRST, LAST = 0x3400, 0x9FFF
MAX_READINGS = 6


def lines(path):
    for line in open(path, encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            yield line.split()


def written(syllable):
    """As it can be typed."""
    return [syllable, syllable.replace('v', 'u')] if 'v' in syllable else [syllable]


def read_readings(path):
    readings = {}
    for words in lines(path):
        if len(words) == 2:
            for character in words[1]:
                readings.setdefault(ord(character), []).extend(written(words[0]))
    return readings


def read_surnames(path):
    surnames = {}
    for name, *syllables in lines(path):
        if len(name) != len(syllables) or len(name) > 2 or name in surnames:
            sys.exit(f'{path}: {name}')
        surnames[name] = syllables
    return surnames


class Numbers:
    """Things in the order in which they were first met."""

    def __init__(self, *things):
        self.order = {thing: number for number, thing in enumerate(things)}

    def __getitem__(self, thing):
        return self.order.setdefault(thing, len(self.order))


def rows(values, each):
    return '\n'.join('  ' + ' '.join(values[at:at + each]) for at in range(0, len(values), each))


def main(source, readings_path, surnames_path):
    syllables, sets = Numbers(''), Numbers(())
    table, far, names = [0] * (LAST - FIRST + 1), [], []
    for character, known in sorted(read_readings(readings_path).items()):
        number = sets[tuple(syllables[each] for each in dict.fromkeys(known))]
        if FIRST <= character <= LAST:
            table[character - FIRST] = number
        else:
            far.append(f'{{ {character:#x}, {number} }},')
    for name, known in sorted(read_surnames(surnames_path).items()):
        a, b = [sets[tuple(syllables[each] for each in written(one))] for one in known] + [0] * (2 - len(name))
        second = ord(name[1]) if len(name) > 1 else 0
        names.append(f'{{ {ord(name[0]):#x}, {second:#x}, {{ {a}, {b} }} }},')
    if max(map(len, sets.order)) > MAX_READINGS:
        sys.exit(f'{readings_path}: more than {MAX_READINGS} readings')
    with open(source, 'w', encoding='utf-8') as out:
        out.write('/* Made by tools/gen-pinyin.py from data/pinyin. */\n\n#include "hf-pinyin-table.h"\n\n')
        quoted = [f'"{each}",' for each in syllables.order]
        out.write(f'const char hf_pinyin_syllables[][HF_PINYIN_SYLLABLE] = {{\n{rows(quoted, 10)}\n}};\n')
        out.write('const guint hf_pinyin_n_syllables = G_N_ELEMENTS (hf_pinyin_syllables);\n\n')
        listed = [f'{{ {", ".join(map(str, each)) or 0} }},' for each in sets.order]
        out.write(f'const guint16 hf_pinyin_sets[][HF_PINYIN_READINGS] = {{\n{rows(listed, 8)}\n}};\n\n')
        numbers = [f'{each},' for each in table]
        out.write(f'const guint16 hf_pinyin_near[HF_PINYIN_LAST - HF_PINYIN_FIRST + 1] = {{\n{rows(numbers, 16)}\n}};\n\n')
        out.write(f'const HfPinyinFar hf_pinyin_far[] = {{\n{rows(far, 6)}\n}};\n')
        out.write('const guint hf_pinyin_n_far = G_N_ELEMENTS (hf_pinyin_far);\n\n')
        out.write(f'const HfPinyinSurname hf_pinyin_surnames[] = {{\n{rows(names, 3)}\n}};\n')
        out.write('const guint hf_pinyin_n_surnames = G_N_ELEMENTS (hf_pinyin_surnames);\n')


main(*sys.argv[1:])

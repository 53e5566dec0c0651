/* hf-pinyin-table.h: the tables that tools/gen-pinyin.py makes of data/pinyin
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_PINYIN_FIRST    (0x3400)
#define HF_PINYIN_LAST     (0x9fff)
#define HF_PINYIN_SYLLABLE (7)
#define HF_PINYIN_READINGS (7)

typedef struct
{
  guint32 c;
  guint16 set;
} HfPinyinFar;

/* @second: 0 for a surname of one character */
typedef struct
{
  guint32 first;
  guint32 second;
  guint16 sets[2];
} HfPinyinSurname;

extern const char hf_pinyin_syllables[][HF_PINYIN_SYLLABLE];
extern const guint hf_pinyin_n_syllables;
extern const guint16 hf_pinyin_sets[][HF_PINYIN_READINGS];
extern const guint16 hf_pinyin_near[HF_PINYIN_LAST - HF_PINYIN_FIRST + 1];
extern const HfPinyinFar hf_pinyin_far[];
extern const guint hf_pinyin_n_far;
extern const HfPinyinSurname hf_pinyin_surnames[];
extern const guint hf_pinyin_n_surnames;

G_END_DECLS

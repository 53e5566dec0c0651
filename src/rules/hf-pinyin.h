/* hf-pinyin.h: how Chinese names are read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_PINYIN_MAX (8)

/**
 * HfPinyin:
 * @n: how many readings, 0 for what is no Chinese character
 * @readings: without tones, ü as v and, the next one, as u; the one to sort by comes first
 *
 * The readings of one character. Static texts.
 */
typedef struct
{
  guint n;
  const char *readings[HF_PINYIN_MAX];
} HfPinyin;

void hf_pinyin_read (gunichar c, HfPinyin *pinyin);
gboolean hf_pinyin_is_syllable (const char *text);
guint hf_pinyin_read_name (const gunichar *name, guint n, HfPinyin *pinyins);

G_END_DECLS

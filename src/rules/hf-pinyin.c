/* hf-pinyin.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-pinyin.h"

#include <stdlib.h>
#include <string.h>

#include "hf-pinyin-table.h"

static int
compare_far (gconstpointer key, gconstpointer row)
{
  guint32 a = *(const gunichar *) key;
  guint32 b = ((const HfPinyinFar *) row)->c;

  return a < b ? -1 : a > b;
}

static guint
find_set (gunichar c)
{
  const HfPinyinFar *far;

  if (c < 0x3000)
    return 0;
  if (c >= HF_PINYIN_FIRST && c <= HF_PINYIN_LAST)
    return hf_pinyin_near[c - HF_PINYIN_FIRST];
  far = bsearch (&c, hf_pinyin_far, hf_pinyin_n_far, sizeof *far, compare_far);
  return far != NULL ? far->set : 0;
}

static void
add_reading (HfPinyin *pinyin, const char *reading)
{
  for (guint i = 0; i < pinyin->n; i++)
    if (strcmp (pinyin->readings[i], reading) == 0)
      return;
  if (pinyin->n < HF_PINYIN_MAX)
    pinyin->readings[pinyin->n++] = reading;
}

static void
add_set (HfPinyin *pinyin, guint set)
{
  for (guint i = 0; i < HF_PINYIN_READINGS && hf_pinyin_sets[set][i] != 0; i++)
    add_reading (pinyin, hf_pinyin_syllables[hf_pinyin_sets[set][i]]);
}

/**
 * hf_pinyin_read:
 * @pinyin: (out caller-allocates):
 *
 * All the ways in which a character is read today.
 */
void
hf_pinyin_read (gunichar c, HfPinyin *pinyin)
{
  pinyin->n = 0;
  add_set (pinyin, find_set (c));
}

/**
 * hf_pinyin_is_syllable:
 *
 * Whether some character is read @text.
 */
gboolean
hf_pinyin_is_syllable (const char *text)
{
  for (guint i = 1; i < hf_pinyin_n_syllables; i++)
    if (strcmp (hf_pinyin_syllables[i], text) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_surname (gconstpointer key, gconstpointer row)
{
  const gunichar *a = key;
  const HfPinyinSurname *b = row;

  if (a[0] != b->first)
    return a[0] < b->first ? -1 : 1;
  return a[1] < b->second ? -1 : a[1] > b->second;
}

static const HfPinyinSurname *
find_surname (gunichar first, gunichar second)
{
  const gunichar key[] = { first, second };

  return bsearch (key, hf_pinyin_surnames, hf_pinyin_n_surnames, sizeof (HfPinyinSurname),
                  compare_surname);
}

/**
 * hf_pinyin_read_name:
 * @name: characters, the surname first
 * @pinyins: (out caller-allocates): one for each
 *
 * As hf_pinyin_read(), but how a surname is read comes before how it is read elsewhere: 单 shan,
 * 尉迟 yu chi.
 *
 * Returns: how many characters the surname has: 2 for those known as such, else 1; 0 without @name
 */
guint
hf_pinyin_read_name (const gunichar *name, guint n, HfPinyin *pinyins)
{
  const HfPinyinSurname *surname = n > 1 ? find_surname (name[0], name[1]) : NULL;
  guint length = MIN (n, surname != NULL ? 2 : 1);

  if (surname == NULL && n > 0)
    surname = find_surname (name[0], 0);
  for (guint i = 0; i < n; i++)
    {
      pinyins[i].n = 0;
      if (surname != NULL && i < length)
        add_set (&pinyins[i], surname->sets[i]);
      add_set (&pinyins[i], find_set (name[i]));
    }
  return length;
}

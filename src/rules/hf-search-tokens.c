/* hf-search-tokens.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-search-tokens.h"

#include <string.h>

#include "hf-phone.h"
#include "hf-pinyin.h"

/* Of a suffix with many readings these many are kept; each syllable is there in all of its. */
#define MAX_SPELLINGS (64)
#define MAX_SPELLING  (36)

typedef struct
{
  const HfPinyin *pinyins;
  guint n;
  guint n_full; /* so many are spelled out, of the rest only the initials */
  GPtrArray *found;
} Spelling;

static void
add_once (GPtrArray *found, char *text)
{
  if (g_ptr_array_find_with_equal_func (found, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (found, text);
}

/* How many readings of each syllable are spelled, so that there are no more than MAX_SPELLINGS. */
static guint
limit_readings (const HfPinyin *pinyin, guint *n_spellings)
{
  guint n = *n_spellings * pinyin->n <= MAX_SPELLINGS ? pinyin->n : 1;

  *n_spellings *= n;
  return n;
}

static void
spell (const Spelling *self, guint at, guint n_spellings, GString *so_far)
{
  gsize length = so_far->len;
  guint n;

  if (at == self->n || length >= MAX_SPELLING)
    {
      add_once (self->found, g_strndup (so_far->str, MIN (length, MAX_SPELLING)));
      return;
    }
  n = limit_readings (&self->pinyins[at], &n_spellings);
  for (guint i = 0; i < n; i++)
    {
      const char *reading = self->pinyins[at].readings[i];

      g_string_append_len (so_far, reading, at < self->n_full ? (gssize) strlen (reading) : 1);
      spell (self, at + 1, n_spellings, so_far);
      g_string_truncate (so_far, length);
    }
}

static void
add_spellings (GPtrArray *found, const HfPinyin *pinyins, guint n, guint n_full)
{
  Spelling self = { pinyins, n, MIN (n, n_full), found };
  GString *so_far = g_string_new (NULL);

  spell (&self, 0, 1, so_far);
  g_string_free (so_far, TRUE);
}

/* The signs from @from on that have readings; the surname's come first at the name's beginning. */
static GArray *
dup_pinyins (const HfSearchText *name, guint from, guint *surname)
{
  GArray *pinyins = g_array_new (FALSE, FALSE, sizeof (HfPinyin));
  g_autofree gunichar *signs = g_new (gunichar, name->units->len + 1);
  HfPinyin pinyin;
  guint n = 0;

  for (guint i = from; i < name->units->len; i++, n++)
    {
      signs[n] = hf_search_text_get (name, i)->first;
      hf_pinyin_read (signs[n], &pinyin);
      if (hf_search_text_get (name, i)->kind != HF_UNIT_SIGN || pinyin.n == 0)
        break;
      g_array_append_val (pinyins, pinyin);
    }
  *surname = 0;
  if (from == 0)
    *surname = hf_pinyin_read_name (signs, n, (HfPinyin *) (gpointer) pinyins->data);
  return pinyins;
}

static void
add_run (GPtrArray *found, const GArray *pinyins, guint surname)
{
  const HfPinyin *all = (const HfPinyin *) (gconstpointer) pinyins->data;

  for (guint i = 0; i < pinyins->len; i++)
    {
      add_spellings (found, all + i, pinyins->len - i, pinyins->len);
      add_spellings (found, all + i, pinyins->len - i, 0);
      for (guint j = 0; j < all[i].n; j++)
        add_once (found, g_strdup (all[i].readings[j]));
    }
  if (surname > 0 && surname < pinyins->len)
    add_spellings (found, all, pinyins->len, surname);
}

/* Here and below without formats: they were a third of what an import spends on its tokens. */
static char *
dup_marked (const char *mark, const char *text, gsize length)
{
  gsize before = strlen (mark);
  char *marked = g_malloc (before + length + 1);

  memcpy (marked, mark, before);
  memcpy (marked + before, text, length);
  marked[before + length] = '\0';
  return marked;
}

static void
append_token (GString *tokens, const char *text, gsize length)
{
  g_string_append_len (tokens, text, (gssize) length);
  g_string_append_c (tokens, ' ');
}

/* What somebody has typed of @text so far; from MAX_BEGINNING characters on, FTS5 goes through what
 * begins with it. Its own index of beginnings would hold those of addresses and numbers too. */
static void
add_beginnings (GPtrArray *found, const char *mark, const char *text, gsize length, guint max)
{
  const char *end = text + length;
  const char *at = text;

  for (guint n = 1; at < end && n <= max; n++)
    {
      at = g_utf8_next_char (at);
      add_once (found, dup_marked (mark, text, (gsize) (at - text)));
    }
  if (at < end && max == HF_TOKEN_MAX_BEGINNING)
    add_once (found, dup_marked (mark, text, length));
}

static void
append_beginnings (GString *tokens, const GPtrArray *texts)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    add_beginnings (found, "", texts->pdata[i], strlen (texts->pdata[i]), HF_TOKEN_MAX_BEGINNING);
  for (guint i = 0; i < found->len; i++)
    append_token (tokens, found->pdata[i], strlen (found->pdata[i]));
}

/* The first initials, with which very many names go on somewhere but fewer begin. */
static void
append_start (GString *tokens, const HfSearchText *name)
{
  g_autoptr (GPtrArray) spellings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint surname;
  g_autoptr (GArray) pinyins = dup_pinyins (name, 0, &surname);

  if (pinyins->len == 0)
    return;
  add_spellings (spellings, (const HfPinyin *) (gconstpointer) pinyins->data, pinyins->len, 0);
  for (guint i = 0; i < spellings->len; i++)
    add_beginnings (found, HF_TOKEN_START, spellings->pdata[i], strlen (spellings->pdata[i]),
                    HF_TOKEN_MAX_START);
  for (guint i = 0; i < found->len; i++)
    append_token (tokens, found->pdata[i], strlen (found->pdata[i]));
}

static void
append_signs (GString *tokens, const HfSearchText *text)
{
  for (guint i = 0; i < text->units->len; i++)
    {
      const HfUnit *unit = hf_search_text_get (text, i);

      if (unit->kind == HF_UNIT_SIGN)
        append_token (tokens, unit->text, unit->length);
      else if (i + 1 < text->units->len)
        g_string_append (tokens, HF_TOKEN_END " ");
    }
  g_string_append (tokens, HF_TOKEN_END " ");
}

static void
append_runs (GString *tokens, const HfSearchText *text)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < text->units->len; i++)
    {
      const HfUnit *unit = hf_search_text_get (text, i);

      if (unit->kind != HF_UNIT_SIGN)
        add_once (runs, g_strndup (unit->text, unit->length));
    }
  append_beginnings (tokens, runs);
}

/* How the letters and signs of a name may be typed: in pinyin, from each syllable on: all spelled
 * out, the initials, each syllable in all its readings, the surname with initials. */
static GPtrArray *
dup_spellings (const HfSearchText *name)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  guint surname;

  for (guint i = 0; i < name->units->len; i++)
    {
      const HfUnit *unit = hf_search_text_get (name, i);
      g_autoptr (GArray) pinyins = NULL;

      if (unit->kind != HF_UNIT_SIGN)
        {
          add_once (found, g_strndup (unit->text, unit->length));
          continue;
        }
      pinyins = dup_pinyins (name, i, &surname);
      add_run (found, pinyins, surname);
      i += MAX (pinyins->len, 1) - 1;
    }
  return found;
}

/**
 * hf_search_append_name:
 *
 * The characters one by one, to be looked for as a phrase; then all with which its spellings begin.
 */
void
hf_search_append_name (GString *tokens, const char *name)
{
  g_auto (HfSearchText) text = { 0 };
  g_autoptr (GPtrArray) spellings = NULL;

  hf_search_text_init (&text, name);
  spellings = dup_spellings (&text);
  append_signs (tokens, &text);
  append_beginnings (tokens, spellings);
  append_start (tokens, &text);
}

/**
 * hf_search_append_pair:
 *
 * Two units side by side in an address. Two numbers are kept apart: 1-23 is not 12-3.
 */
void
hf_search_append_pair (GString *tokens, const HfUnit *a, const HfUnit *b)
{
  g_string_append_len (tokens, a->text, (gssize) a->length);
  if (a->kind != HF_UNIT_SIGN && b->kind != HF_UNIT_SIGN)
    g_string_append (tokens, "·");
  g_string_append_len (tokens, b->text, (gssize) b->length);
}

/**
 * hf_search_append_place:
 *
 * Pairs of an address or an area, to be looked for as a phrase; then its numbers and words alone.
 */
void
hf_search_append_place (GString *tokens, const char *place)
{
  g_auto (HfSearchText) text = { 0 };

  hf_search_text_init (&text, place);
  for (guint i = 1; i < text.units->len; i++)
    {
      hf_search_append_pair (tokens, hf_search_text_get (&text, i - 1),
                             hf_search_text_get (&text, i));
      g_string_append_c (tokens, ' ');
    }
  g_string_append (tokens, HF_TOKEN_END " ");
  append_runs (tokens, &text);
}

void
hf_search_append_tag (GString *tokens, const char *tag)
{
  g_auto (HfSearchText) text = { 0 };

  hf_search_text_init (&text, tag);
  append_signs (tokens, &text);
  append_runs (tokens, &text);
}

/* A landline as its neighbours dial it. */
static const char *
skip_area_code (const char *number)
{
  if (hf_phone_get_kind (number) != HF_PHONE_LANDLINE)
    return number;
  return number + (strncmp (number, "010", 3) == 0 || number[1] == '2' ? 3 : 4);
}

/**
 * hf_search_append_phone:
 * @number: as hf_phone_normalise() gives it
 *
 * PHONE-1: a number is found whole or by its last 4 digits. By no other part: who may only see
 * 138****5678 could else try out the digits between, one after another.
 */
void
hf_search_append_phone (GString *tokens, const char *number)
{
  g_autofree char *digits = g_strndup (number, strspn (number, "0123456789"));
  g_autofree char *tail = hf_phone_dup_tail (number);
  const char *local = skip_area_code (digits);

  g_string_append_printf (tokens, HF_TOKEN_PHONE "%s ", digits);
  if (local != digits)
    g_string_append_printf (tokens, HF_TOKEN_PHONE "%s ", local);
  if (strcmp (tail, digits) != 0)
    g_string_append_printf (tokens, HF_TOKEN_PHONE "%s ", tail);
}

/**
 * hf_search_append_owner:
 * @owner: 0 for none
 *
 * So that an agent's own customers are found among all (ROLE-1). Two owners may share one: it
 * narrows the search and settles nothing.
 */
void
hf_search_append_owner (GString *tokens, gint64 owner)
{
  g_string_append_printf (tokens, HF_TOKEN_OWNER "%x ",
                          (guint) ((guint64) owner ^ (guint64) owner >> 32));
}

/**
 * hf_search_dup_sort_key:
 *
 * Orders names as Chinese readers expect: by pinyin, syllable by syllable, then by the characters.
 *
 * Returns: (transfer full): to be compared byte by byte
 */
char *
hf_search_dup_sort_key (const char *name)
{
  g_auto (HfSearchText) text = { 0 };
  g_autoptr (GArray) pinyins = NULL;
  GString *key = g_string_new (NULL);
  guint surname;

  hf_search_text_init (&text, name);
  pinyins = dup_pinyins (&text, 0, &surname);
  for (guint i = 0; i < text.units->len; i++)
    {
      const HfUnit *unit = hf_search_text_get (&text, i);
      HfPinyin pinyin = { 0 };

      if (i < pinyins->len)
        pinyin = g_array_index (pinyins, HfPinyin, i);
      else if (unit->kind == HF_UNIT_SIGN)
        hf_pinyin_read (unit->first, &pinyin);
      if (i > 0)
        g_string_append_c (key, ' ');
      if (pinyin.n > 0)
        g_string_append (key, pinyin.readings[0]);
      else
        g_string_append_len (key, unit->text, (gssize) unit->length);
    }
  g_string_append_printf (key, "\t%s", name);
  return g_string_free (key, FALSE);
}

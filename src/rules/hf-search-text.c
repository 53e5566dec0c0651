/* hf-search-text.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-search-text.h"

/* Longer than any name or address; what comes after is not searched. */
#define MAX_UNITS (400)
/* A longer run is looked for by its beginning. */
#define MAX_LETTERS (36)
/* What g_utf8_make_valid() puts in the place of what is no character. */
#define REPLACEMENT (0xfffd)

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ||
         type == G_UNICODE_FORMAT;
}

static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  g_autofree char *lower = g_utf8_casefold (plain, -1);
  GString *kept = g_string_new (NULL);
  char *folded;

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (kept, (char) ('0' + g_unichar_digit_value (c)));
      else if (!is_mark (c))
        g_string_append_unichar (kept, c);
    }
  folded = g_utf8_normalize (kept->str, -1, G_NORMALIZE_NFC);
  g_string_free (kept, TRUE);
  return folded;
}

/* Han of the first blocks and ASCII, which is what most names and addresses are, need none of that.
 */
static gboolean
is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      /* U+4000 to U+8FFF, three bytes each */
      if ((guchar) *at >= 0xe4 && (guchar) *at <= 0xe8 && (at[1] & 0xc0) == 0x80 &&
          (at[2] & 0xc0) == 0x80)
        at += 2;
      else if ((guchar) *at >= 0x80)
        return FALSE;
    }
  return TRUE;
}

static char *
fold_quickly (const char *text)
{
  return is_plain (text) ? g_ascii_strdown (text, -1) : fold (text);
}

static gboolean
is_spaceless (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      /* Characters that Unicode got later than this GLib. */
      return c >= 0x20000 && c < 0x40000;
    }
}

/* -1: it only separates */
static int
classify (gunichar c)
{
  GUnicodeType type;

  if (c < 0x80)
    return g_ascii_isdigit ((char) c)   ? HF_UNIT_DIGITS
           : g_ascii_isalpha ((char) c) ? HF_UNIT_LETTERS
                                        : -1;
  type = g_unichar_type (c);
  if (c == REPLACEMENT)
    return -1;
  if (type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_PRIVATE_USE)
    return HF_UNIT_SIGN;
  if (type == G_UNICODE_SPACING_MARK)
    return HF_UNIT_LETTERS;
  if (is_spaceless (c) && (g_unichar_isalnum (c) || type == G_UNICODE_UNASSIGNED))
    return HF_UNIT_SIGN;
  return g_unichar_isalnum (c) ? HF_UNIT_LETTERS : -1;
}

static void
add_character (HfSearchText *self, const char *at, gunichar c, int kind, gboolean touches)
{
  gsize length = (gsize) (g_utf8_next_char (at) - at);
  HfUnit *last =
      self->units->len > 0 ? &g_array_index (self->units, HfUnit, self->units->len - 1) : NULL;
  HfUnit unit = { (HfUnitKind) kind, at, length, c };

  if (kind == HF_UNIT_SIGN || !touches || last == NULL || (int) last->kind != kind)
    g_array_append_val (self->units, unit);
  else if (last->length + length <= MAX_LETTERS)
    last->length += length;
}

/**
 * hf_search_text_init:
 * @self: (out caller-allocates): cleared with hf_search_text_clear()
 * @text: anything, also what is no UTF-8
 */
void
hf_search_text_init (HfSearchText *self, const char *text)
{
  gboolean touches = FALSE;

  self->folded = fold_quickly (text);
  self->units = g_array_sized_new (FALSE, FALSE, sizeof (HfUnit), 8);
  for (const char *at = self->folded; *at != '\0' && self->units->len < MAX_UNITS;
       at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int kind = classify (c);

      if (kind >= 0)
        add_character (self, at, c, kind, touches);
      touches = kind >= 0;
    }
}

void
hf_search_text_clear (HfSearchText *self)
{
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->units, g_array_unref);
}

const HfUnit *
hf_search_text_get (const HfSearchText *self, guint index)
{
  return &g_array_index (self->units, HfUnit, index);
}

/* hf-search-query.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-search-query.h"

#include <string.h>

#include "hf-phone.h"
#include "hf-search-tokens.h"

/* More than anybody types; the rest of a text that was pasted is not looked at. */
#define MAX_WORDS (8)
#define MAX_UNITS (64)
#define MIN_PHONE (4)
/* +86 138 0000 5678, in how many pieces it may come */
#define MAX_PHONE_WORDS (5)

typedef struct
{
  HfSearchText text;
  char *joined;
  char *phone; /* the digits, NULL when it is no number */
} Word;

struct _HfSearchQuery
{
  GPtrArray *words; /* (element-type Word) */
  char *joined;     /* all units without anything between */
};

static void
word_free (gpointer data)
{
  Word *word = data;

  hf_search_text_clear (&word->text);
  g_free (word->joined);
  g_free (word->phone);
  g_free (word);
}

/* The digits of @text when that is a number, without its extension. */
static char *
dup_digits (const char *text)
{
  g_autofree char *number = hf_phone_normalise (text);
  gsize n = number != NULL ? strspn (number, "0123456789") : 0;

  return n >= MIN_PHONE ? g_strndup (number, n) : NULL;
}

static char *
join_units (const HfSearchText *text)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < text->units->len; i++)
    g_string_append_len (joined, hf_search_text_get (text, i)->text,
                         (gssize) hf_search_text_get (text, i)->length);
  return g_string_free (joined, FALSE);
}

static void
add_word (HfSearchQuery *self, const char *text)
{
  Word *word = g_new0 (Word, 1);

  hf_search_text_init (&word->text, text);
  if (word->text.units->len > MAX_UNITS)
    g_array_set_size (word->text.units, MAX_UNITS);
  word->joined = join_units (&word->text);
  word->phone = dup_digits (text);
  if (word->text.units->len > 0)
    g_ptr_array_add (self->words, word);
  else
    word_free (word);
}

/* A whole number may be typed with spaces. Returns how many of the pieces are one, 0 for none. */
static guint
join_phone (char **pieces, guint n, char **joined)
{
  for (guint used = MIN (n, MAX_PHONE_WORDS); used > 1; used--)
    {
      GString *text = g_string_new (NULL);
      g_autofree char *number = NULL;

      for (guint i = 0; i < used; i++)
        g_string_append (text, pieces[i]);
      number = hf_phone_normalise (text->str);
      *joined = g_string_free (text, FALSE);
      if (number != NULL && hf_phone_get_kind (number) != HF_PHONE_NONE)
        return used;
      g_clear_pointer (joined, g_free);
    }
  return 0;
}

static GStrv
split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GStrvBuilder) pieces = g_strv_builder_new ();
  const char *start = valid;

  for (const char *at = valid;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
        continue;
      if (at > start)
        {
          g_autofree char *piece = g_strndup (start, (gsize) (at - start));

          g_strv_builder_add (pieces, piece);
        }
      if (*at == '\0')
        return g_strv_builder_end (pieces);
      start = g_utf8_next_char (at);
    }
}

static char *
join_words (const HfSearchQuery *self)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    g_string_append (joined, ((Word *) self->words->pdata[i])->joined);
  return g_string_free (joined, FALSE);
}

/**
 * hf_search_query_new:
 * @text: as typed: anything, of any length
 *
 * Returns: (transfer full):
 */
HfSearchQuery *
hf_search_query_new (const char *text)
{
  HfSearchQuery *self = g_new0 (HfSearchQuery, 1);
  g_auto (GStrv) pieces = split (text);
  guint n = g_strv_length (pieces);
  guint used;

  self->words = g_ptr_array_new_with_free_func (word_free);
  for (guint i = 0; i < n && self->words->len < MAX_WORDS; i += MAX (used, 1))
    {
      g_autofree char *number = NULL;

      used = join_phone (pieces + i, n - i, &number);
      add_word (self, used > 0 ? number : pieces[i]);
    }
  self->joined = join_words (self);
  return self;
}

void
hf_search_query_free (HfSearchQuery *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->joined);
  g_free (self);
}

/**
 * hf_search_query_is_empty:
 *
 * Whether there is nothing to look for: no character but spaces and punctuation.
 */
gboolean
hf_search_query_is_empty (const HfSearchQuery *self)
{
  return self->words->len == 0;
}

static const HfSearchText *
get_only_word (const HfSearchQuery *self)
{
  return self->words->len == 1 ? &((Word *) self->words->pdata[0])->text : NULL;
}

/**
 * hf_search_query_is_one_name:
 *
 * Whether all of it can be what a name begins with: one word, in characters or in letters only.
 */
gboolean
hf_search_query_is_one_name (const HfSearchQuery *self)
{
  const HfSearchText *text = get_only_word (self);

  for (guint i = 0; text != NULL && i < text->units->len; i++)
    if (hf_search_text_get (text, i)->kind != HF_UNIT_SIGN)
      return hf_search_query_is_letters (self);
  return text != NULL;
}

/**
 * hf_search_query_is_letters:
 *
 * Whether it is one run of letters: pinyin, initials, or a name that is written in letters.
 */
gboolean
hf_search_query_is_letters (const HfSearchQuery *self)
{
  const HfSearchText *text = get_only_word (self);

  return text != NULL && text->units->len == 1 &&
         hf_search_text_get (text, 0)->kind == HF_UNIT_LETTERS;
}

/**
 * hf_search_query_get_joined:
 *
 * Returns: (transfer none): folded, without spaces and punctuation
 */
const char *
hf_search_query_get_joined (const HfSearchQuery *self)
{
  return self->joined;
}

/* Shorter beginnings are tokens themselves. */
static gboolean
is_long (const HfUnit *unit)
{
  return g_utf8_strlen (unit->text, (gssize) unit->length) > HF_TOKEN_MAX_BEGINNING;
}

/* Signs that follow one another are a phrase; a run of letters or digits may go on. */
static void
append_parts (GString *match, const HfSearchText *text)
{
  gboolean in_phrase = FALSE;

  for (guint i = 0; i < text->units->len; i++)
    {
      const HfUnit *unit = hf_search_text_get (text, i);
      gboolean sign = unit->kind == HF_UNIT_SIGN;

      if (in_phrase)
        g_string_append (match, sign ? " " : "\"");
      if (!(in_phrase && sign))
        g_string_append (match, i > 0 ? " AND \"" : "\"");
      g_string_append_len (match, unit->text, (gssize) unit->length);
      if (!sign)
        g_string_append (match, is_long (unit) ? "\" *" : "\"");
      in_phrase = sign;
    }
  if (in_phrase)
    g_string_append_c (match, '"');
}

static void
append_place (GString *match, const HfSearchText *text)
{
  const HfUnit *last = hf_search_text_get (text, text->units->len - 1);

  g_string_append_c (match, '"');
  for (guint i = 1; i < text->units->len; i++)
    {
      if (i > 1)
        g_string_append_c (match, ' ');
      hf_search_append_pair (match, hf_search_text_get (text, i - 1), hf_search_text_get (text, i));
    }
  g_string_append (match, last->kind == HF_UNIT_SIGN ? "\"" : "\" *");
}

static void
append_word (GString *match, const Word *word)
{
  g_string_append (match, "((");
  append_parts (match, &word->text);
  g_string_append_c (match, ')');
  if (word->text.units->len > 1)
    {
      g_string_append (match, " OR ");
      append_place (match, &word->text);
    }
  if (word->phone != NULL)
    g_string_append_printf (match, " OR \"" HF_TOKEN_PHONE "%s\"", word->phone);
  g_string_append_c (match, ')');
}

/**
 * hf_search_query_dup_match:
 *
 * Returns: (transfer full) (nullable): an FTS5 expression over the tokens of hf-search-tokens.h,
 * %NULL when there is nothing to look for
 */
char *
hf_search_query_dup_match (const HfSearchQuery *self)
{
  GString *match;

  if (hf_search_query_is_empty (self))
    return NULL;
  match = g_string_new (NULL);
  for (guint i = 0; i < self->words->len; i++)
    {
      if (i > 0)
        g_string_append (match, " AND ");
      append_word (match, self->words->pdata[i]);
    }
  return g_string_free (match, FALSE);
}

/* What is read with ü may be typed with u. */
static gboolean
is_same (char typed, char sorted)
{
  return typed == sorted || (typed == 'u' && sorted == 'v');
}

/* @typed against the first @n_spelled syllables of @key and the initials of the others. */
static HfSearchRank
compare_spelling (const char *key, const char *typed, guint n_spelled)
{
  guint n = 0;

  while (*typed != '\0' && *key != '\0' && *key != '\t')
    {
      if (*key == ' ')
        {
          n++;
          key++;
        }
      else if (!is_same (*typed, *key))
        return HF_SEARCH_OTHER;
      else
        {
          typed++;
          key++;
          if (n >= n_spelled)
            key += strcspn (key, " \t");
        }
    }
  if (*typed != '\0')
    return HF_SEARCH_OTHER;
  return *key == '\t' ? HF_SEARCH_EXACT : HF_SEARCH_PREFIX;
}

static HfSearchRank
compare_name (const char *key, const char *typed)
{
  const char *name = strchr (key, '\t');
  gsize length = strlen (typed);

  if (name == NULL || g_ascii_strncasecmp (name + 1, typed, length) != 0)
    return HF_SEARCH_OTHER;
  return name[1 + length] == '\0' ? HF_SEARCH_EXACT : HF_SEARCH_PREFIX;
}

static HfSearchRank
rank_by (const char *key, const char *typed)
{
  /* All spelled; only initials; a surname of one or of two characters spelled. */
  static const guint n_spelled[] = { G_MAXUINT, 0, 1, 2 };
  HfSearchRank rank = compare_name (key, typed);

  for (guint i = 0; i < G_N_ELEMENTS (n_spelled) && g_ascii_isalpha (*typed); i++)
    rank = MIN (rank, compare_spelling (key, typed, n_spelled[i]));
  return rank;
}

/**
 * hf_search_query_rank:
 * @key: of one who was found, as hf_search_dup_sort_key() gives it
 *
 * How well the name fits what was typed. Readings other than the first count as no beginning.
 */
HfSearchRank
hf_search_query_rank (const HfSearchQuery *self, const char *key)
{
  HfSearchRank rank = rank_by (key, self->joined);

  for (guint i = 0; rank == HF_SEARCH_OTHER && i < self->words->len && self->words->len > 1; i++)
    {
      const Word *word = self->words->pdata[i];

      rank = MAX (rank_by (key, word->joined), HF_SEARCH_PREFIX);
    }
  return rank;
}

/* hf-wording.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-data-file.h"
#include "hf-error.h"

#define GROUP_PREFIX   "claim "
#define NEGATION_GROUP "not"

typedef enum
{
  ENTRY_CLAIM,
  ENTRY_ALLOWED,
  ENTRY_NEGATION,
} EntryKind;

typedef struct
{
  EntryKind kind;
  char *word;
  char *reason;
  GArray *folded; /* of gunichar */
} Entry;

struct _HfWording
{
  GPtrArray *entries;
};

/* A letter as it is compared, and where it stands. */
typedef struct
{
  gunichar letter;
  gsize at;
} Letter;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->word);
  g_free (entry->reason);
  g_array_unref (entry->folded);
  g_free (entry);
}

/* Put between the letters these hide a word from a machine, not from a reader. */
static gboolean
is_filler (gunichar letter)
{
  return g_unichar_isspace (letter) || g_unichar_iszerowidth (letter) ||
         (letter < 128 && strchr ("*-_.~'\"|/\\", (int) letter) != NULL) || letter == 0x00b7 ||
         letter == 0x2022 || letter == 0x30fb;
}

/* Full-width letters as narrow ones, capitals as small ones. */
static gunichar
fold (gunichar letter)
{
  if (letter >= 0xff01 && letter <= 0xff5e)
    letter -= 0xfee0;
  return g_unichar_tolower (letter);
}

static GArray *
dup_letters (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      Letter one = { fold (g_utf8_get_char (p)), (gsize) (p - text) };

      if (one.letter != 0 && !is_filler (one.letter))
        g_array_append_val (letters, one);
    }
  return letters;
}

static gunichar
get_letter (const GArray *letters, guint index)
{
  return g_array_index (letters, Letter, index).letter;
}

static gboolean
is_latin (gunichar letter)
{
  return letter < 128 && g_ascii_isalpha ((char) letter);
}

static gsize
get_end (const GArray *letters, guint index, const char *text)
{
  const char *last = text + g_array_index (letters, Letter, index).at;

  return (gsize) (g_utf8_next_char (last) - text);
}

/* "secure" is no "cure". */
static gboolean
is_whole_word (const GArray *letters, guint from, guint n, const char *text)
{
  gsize start = g_array_index (letters, Letter, from).at;
  gsize end = get_end (letters, from + n - 1, text);

  return !(is_latin (get_letter (letters, from)) && start > 0 &&
           is_latin ((guchar) text[start - 1])) &&
         !(is_latin (get_letter (letters, from + n - 1)) && is_latin ((guchar) text[end]));
}

static gboolean
stands_at (const GArray *letters, guint from, const Entry *entry, const char *text)
{
  guint n = entry->folded->len;

  if (from + n > letters->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (get_letter (letters, from + i) != get_letter (entry->folded, i))
      return FALSE;
  return is_whole_word (letters, from, n, text);
}

static gboolean
is_negated (const HfWording *wording, const GArray *letters, guint from, const char *text)
{
  for (guint i = 0; i < wording->entries->len; i++)
    {
      const Entry *entry = wording->entries->pdata[i];

      if (entry->kind == ENTRY_NEGATION && entry->folded->len <= from &&
          stands_at (letters, from - entry->folded->len, entry, text))
        return TRUE;
    }
  return FALSE;
}

/* "is being treated in hospital" claims nothing. */
static gboolean
is_allowed (const HfWording *wording, const GArray *letters, guint from, guint n, const char *text)
{
  for (guint i = 0; i < wording->entries->len; i++)
    {
      const Entry *entry = wording->entries->pdata[i];
      guint length = entry->folded->len;

      if (entry->kind != ENTRY_ALLOWED || length < n)
        continue;
      for (guint back = 0; back <= MIN (length - n, from); back++)
        if (stands_at (letters, from - back, entry, text))
          return TRUE;
    }
  return FALSE;
}

/* The longest claim that begins there. */
static const Entry *
find_claim (const HfWording *wording, const GArray *letters, guint from, const char *text)
{
  const Entry *longest = NULL;

  for (guint i = 0; i < wording->entries->len; i++)
    {
      const Entry *entry = wording->entries->pdata[i];

      if (entry->kind == ENTRY_CLAIM &&
          (longest == NULL || entry->folded->len > longest->folded->len) &&
          stands_at (letters, from, entry, text))
        longest = entry;
    }
  return longest;
}

static gboolean
add_entry (HfWording *wording, EntryKind kind, const char *word, const char *reason)
{
  g_autoptr (GArray) folded = dup_letters (word);
  Entry *entry;

  if (folded->len == 0)
    return FALSE;
  entry = g_new0 (Entry, 1);
  entry->kind = kind;
  entry->word = g_strdup (word);
  entry->reason = g_strdup (reason);
  entry->folded = g_steal_pointer (&folded);
  g_ptr_array_add (wording->entries, entry);
  return TRUE;
}

static void
add_list (
    HfWording *wording, HfDataFile *file, const char *group, const char *key, const char *reason)
{
  g_auto (GStrv) words = hf_data_file_dup_list (file, group, key);
  EntryKind kind = reason == NULL               ? ENTRY_NEGATION
                   : strcmp (key, "Words") == 0 ? ENTRY_CLAIM
                                                : ENTRY_ALLOWED;

  for (guint i = 0; words[i] != NULL; i++)
    add_entry (wording, kind, words[i], reason);
}

static gboolean
read_group (HfWording *wording, HfDataFile *file, const char *group, GError **error)
{
  g_autofree char *reason = NULL;

  if (strcmp (group, NEGATION_GROUP) == 0)
    {
      add_list (wording, file, group, "Words", NULL);
      return TRUE;
    }
  if (!g_str_has_prefix (group, GROUP_PREFIX))
    return hf_data_file_fail (file, group, NULL, _ ("Write [claim NAME] or [not]."), error);
  reason = hf_data_file_dup_text (file, group, "Reason");
  if (reason == NULL || *reason == '\0')
    return hf_data_file_fail (file, group, "Reason", _ ("Say why it may not be claimed."), error);
  add_list (wording, file, group, "Words", reason);
  add_list (wording, file, group, "Allowed", reason);
  return TRUE;
}

HfWording *
hf_wording_new (void)
{
  HfWording *wording = g_new0 (HfWording, 1);

  wording->entries = g_ptr_array_new_with_free_func (entry_free);
  return wording;
}

void
hf_wording_free (HfWording *wording)
{
  g_return_if_fail (wording != NULL);

  g_ptr_array_unref (wording->entries);
  g_free (wording);
}

/**
 * hf_wording_read:
 * @text: a data file as data/texts/wording.ini
 *
 * Adds the words of a file, with the reasons in the person's language.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT that names file, line, group and key
 */
gboolean
hf_wording_read (
    HfWording *wording, const char *file_name, const char *text, gssize length, GError **error)
{
  g_autoptr (HfDataFile) file = NULL;
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (wording != NULL, FALSE);

  file = hf_data_file_new (file_name, text, length, HF_ERROR_BAD_INPUT, error);
  if (file == NULL)
    return FALSE;
  groups = hf_data_file_get_groups (file);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (!read_group (wording, file, groups[i], error))
        return FALSE;
    }
  return hf_data_file_check_unused (file, error);
}

/**
 * hf_wording_add:
 * @word: one of the branch's own
 * @reason: (nullable):
 *
 * Returns: %FALSE when @word has no letter
 */
gboolean
hf_wording_add (HfWording *wording, const char *word, const char *reason)
{
  g_return_val_if_fail (wording != NULL && word != NULL, FALSE);

  return add_entry (wording, ENTRY_CLAIM, word,
                    reason != NULL && *reason != '\0'
                        ? reason
                        : _ ("The branch has decided not to use this word."));
}

/**
 * hf_wording_check:
 * @text: a text, note or greeting, UTF-8
 *
 * TEXT-3. What is denied (“cannot cure”) or said of a hospital is not marked; spaces, signs, wide
 * letters and capitals do not hide a word.
 *
 * Returns: (transfer full) (element-type HfWordingMark): in the order of the text, not overlapping
 */
GArray *
hf_wording_check (const HfWording *wording, const char *text)
{
  GArray *marks;
  g_autoptr (GArray) letters = NULL;

  g_return_val_if_fail (wording != NULL && text != NULL, NULL);

  marks = g_array_new (FALSE, FALSE, sizeof (HfWordingMark));
  letters = dup_letters (text);
  for (guint i = 0; i < letters->len; i++)
    {
      const Entry *claim = find_claim (wording, letters, i, text);
      HfWordingMark mark;
      guint n;

      if (claim == NULL)
        continue;
      n = claim->folded->len;
      if (is_negated (wording, letters, i, text) || is_allowed (wording, letters, i, n, text))
        continue;
      mark.start = g_array_index (letters, Letter, i).at;
      mark.length = get_end (letters, i + n - 1, text) - mark.start;
      mark.word = claim->word;
      mark.reason = claim->reason;
      g_array_append_val (marks, mark);
      i += n - 1;
    }
  return marks;
}

/**
 * hf_wording_describe:
 * @marks: (element-type HfWordingMark):
 *
 * Returns: (transfer full) (nullable): “治愈”: why not; one line for each reason, %NULL without
 * marks
 */
char *
hf_wording_describe (const GArray *marks)
{
  GString *text = NULL;

  g_return_val_if_fail (marks != NULL, NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const HfWordingMark *mark = &g_array_index (marks, HfWordingMark, i);

      if (text == NULL)
        text = g_string_new (NULL);
      else if (strstr (text->str, mark->reason) != NULL)
        continue;
      else
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("“%s”: %s"), mark->word, mark->reason);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

/* hf-import-phone.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-phone.h"

#include <string.h>

#include "hf-import-value.h"
#include "hf-phone.h"

#define LONGEST_LABEL (20)

static void
phone_free (gpointer data)
{
  HfImportPhone *phone = data;

  g_free (phone->number);
  g_free (phone->label);
  g_free (phone);
}

static HfImportPhone *
add_phone (GPtrArray *phones, char *number)
{
  HfImportPhone *phone = g_new0 (HfImportPhone, 1);

  phone->number = number;
  phone->label = g_strdup ("");
  g_ptr_array_add (phones, phone);
  return phone;
}

/* What is left of @text when spaces, brackets, colons and plus signs around it go. */
static char *
trim_label (const char *text, gsize length)
{
  static const char around[] = " \t()[]:;-+.";
  char *label = g_strndup (text, length);
  gsize skip = strspn (label, around);
  gsize n;

  memmove (label, label + skip, strlen (label + skip) + 1);
  for (n = strlen (label); n > 0 && strchr (around, label[n - 1]) != NULL; n--)
    label[n - 1] = '\0';
  return label;
}

static gboolean
is_label (const char *label)
{
  for (const char *at = label; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      return FALSE;
  return g_utf8_strlen (label, -1) <= LONGEST_LABEL;
}

/* FALSE when @text is no label, or the number has one. */
static gboolean
give_label (HfImportPhone *phone, const char *text, gsize length)
{
  g_autofree char *label = trim_label (text, length);

  if (*label == '\0')
    return TRUE;
  if (*phone->label != '\0' || !is_label (label))
    return FALSE;
  g_free (phone->label);
  phone->label = g_steal_pointer (&label);
  return TRUE;
}

/* Numbers and words mixed: 女儿13812345678, 13812345678(女儿) 010-87654321. A word in
 * brackets belongs to the number before it, any other to the one after it. */
static gboolean
read_mixed (const char *text, GPtrArray *phones)
{
  HfImportPhone *phone = NULL;
  gsize start, length;

  while (hf_phone_find (text, &start, &length))
    {
      g_autofree char *found = g_strndup (text + start, length);
      const char *close = memchr (text, ')', start);
      char *number;

      if (!hf_phone_parse (found, &number, NULL))
        return FALSE;
      if (phone != NULL && *text == '(' && close != NULL)
        {
          gsize in_brackets = (gsize) (close - text) + 1;

          if (!give_label (phone, text, in_brackets))
            {
              g_free (number);
              return FALSE;
            }
          text += in_brackets;
          start -= in_brackets;
        }
      phone = add_phone (phones, number);
      if (!give_label (phone, text, start))
        return FALSE;
      text += start + length;
    }
  return phone != NULL && give_label (phone, text, strlen (text));
}

/**
 * hf_import_parse_phones:
 * @text: one telephone number or several, parted by commas, slashes, 、 or spaces, each
 *   perhaps with a word that says whose it is: `13812345678（女儿）/010-87654321`
 * @phones: (out) (transfer container) (element-type HfImportPhone): empty when @text is
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT; the message repeats no number (PHONE-4)
 */
gboolean
hf_import_parse_phones (const char *text, GPtrArray **phones, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (phone_free);
  g_autofree char *plain = NULL;
  g_auto (GStrv) words = NULL;
  char *number;

  g_return_val_if_fail (text != NULL && phones != NULL, FALSE);

  plain = hf_import_plain (text);
  words = hf_import_split_words (plain);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (hf_phone_parse (words[i], &number, NULL))
        add_phone (all, number);
      else if (!read_mixed (words[i], all))
        return hf_phone_parse ("", &number, error);
    }
  *phones = g_steal_pointer (&all);
  return TRUE;
}

/* hf-text-fill.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-text-fill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

static const struct
{
  const char *name;
  gsize offset;
  const char *otherwise;
} placeholders[] = {
  { "customer", G_STRUCT_OFFSET (HfTextValues, customer), N_ ("dear customer") },
  { "staff", G_STRUCT_OFFSET (HfTextValues, staff), N_ ("your adviser") },
  { "product", G_STRUCT_OFFSET (HfTextValues, product), N_ ("our product") },
  { "purchase_date", G_STRUCT_OFFSET (HfTextValues, purchase_date), N_ ("the other day") },
  { "store", G_STRUCT_OFFSET (HfTextValues, store), N_ ("our branch") },
};

/* Which placeholder begins at @text, -1 for none; @length with both braces. */
static int
find_placeholder (const char *text, gsize *length)
{
  const char *end = *text == '{' ? strchr (text, '}') : NULL;

  if (end == NULL)
    return -1;
  *length = (gsize) (end - text) + 1;
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (strlen (placeholders[i].name) == *length - 2 &&
        strncmp (text + 1, placeholders[i].name, *length - 2) == 0)
      return (int) i;
  return -1;
}

static const char *
get_value (const HfTextValues *values, int index)
{
  const char *value = G_STRUCT_MEMBER (const char *, values, placeholders[index].offset);

  return value != NULL && *value != '\0' ? value : _ (placeholders[index].otherwise);
}

/**
 * hf_text_fill:
 * @text: with placeholders (TEXT-1)
 *
 * Fills in once: a customer called “{staff}” stays so. What is no placeholder stays as it is.
 *
 * Returns: (transfer full):
 */
char *
hf_text_fill (const char *text, const HfTextValues *values)
{
  GString *filled;

  g_return_val_if_fail (text != NULL && values != NULL, NULL);

  filled = g_string_new (NULL);
  while (*text != '\0')
    {
      gsize length = 0;
      int index = find_placeholder (text, &length);

      if (index >= 0)
        g_string_append (filled, get_value (values, index));
      else
        g_string_append_c (filled, *text);
      text += index >= 0 ? length : 1;
    }
  return g_string_free (filled, FALSE);
}

/**
 * hf_text_check_placeholders:
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when @text asks for something that nobody can fill in
 */
gboolean
hf_text_check_placeholders (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *brace = strchr (text, '{'); brace != NULL; brace = strchr (brace + 1, '{'))
    {
      gsize length = 0;

      if (find_placeholder (brace, &length) >= 0)
        continue;
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%.*s” cannot be filled in. There are {customer}, {staff}, {product}, "
                      "{purchase_date} and {store}."),
                   length > 0 ? (int) MIN (length, 40) : 1, brace);
      return FALSE;
    }
  return TRUE;
}

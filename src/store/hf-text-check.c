/* hf-text-check.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-text-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-phone.h"

/* A card is no file: what is longer was pasted by mistake. */
#define TEXT_MAX       (4000)
#define NAME_MAX_CHARS (200)

/**
 * hf_text_is_blank:
 * @text: (nullable):
 *
 * A reason of spaces is none (SCHED-8); a Chinese keyboard's wide space is one too.
 *
 * Returns: whether nobody could read anything in it
 */
gboolean
hf_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/**
 * hf_text_check:
 * @text: what somebody wrote into a field for free text
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when it holds something like a phone number (PHONE-2),
 * is too long or no proper text. The message repeats no digit of it (PHONE-4).
 */
gboolean
hf_text_check (const char *text, GError **error)
{
  gsize start, length;

  if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("The text holds characters that can't be read."));
  else if (g_utf8_strlen (text, -1) > TEXT_MAX)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("The text is too long; at most %d characters fit."), TEXT_MAX);
  else if (hf_phone_find (text, &start, &length))
    g_set_error_literal (
        error, HF_ERROR, HF_ERROR_BAD_INPUT,
        _ ("The text holds a phone number. Move it to the phone field, where it is "
           "protected, and leave it out here."));
  else
    return TRUE;
  return FALSE;
}

/**
 * hf_text_check_name:
 * @clean: (out) (transfer full): without spaces around it
 *
 * The name of a person, product or branch: one short line.
 */
gboolean
hf_text_check_name (const char *text, char **clean, GError **error)
{
  g_autofree char *stripped = NULL;

  if (!hf_text_check (text, error))
    return FALSE;
  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The name is missing."));
  else if (g_utf8_strlen (stripped, -1) > NAME_MAX_CHARS)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("The name is too long; at most %d characters fit."), NAME_MAX_CHARS);
  else if (strpbrk (stripped, "\r\n\t") != NULL)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("The name has a line break in it."));
  else
    {
      *clean = g_steal_pointer (&stripped);
      return TRUE;
    }
  return FALSE;
}

/**
 * hf_text_check_title:
 * @clean: (out) (transfer full): without spaces around it
 *
 * As hf_text_check_name() of what is no person: an event, a round.
 */
gboolean
hf_text_check_title (const char *text, char **clean, GError **error)
{
  if (!hf_text_is_blank (text))
    return hf_text_check_name (text, clean, error);
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The title is missing."));
  return FALSE;
}

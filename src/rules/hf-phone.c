/* hf-phone.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-phone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

#define MASK          "****"
#define TAIL          (4)
#define MAX_EXTENSION (6)

static gboolean
is_mobile (const char *digits, gsize n)
{
  return n == 11 && digits[0] == '1' && digits[1] >= '3';
}

/* Length of the area code that @digits start with, its 0 included, or 0. */
static gsize
area_code_length (const char *digits)
{
  if (digits[0] != '0')
    return 0;
  if (strncmp (digits, "010", 3) == 0 || digits[1] == '2')
    return 3;
  return digits[1] >= '3' && digits[1] <= '9' ? 4 : 0;
}

static HfPhoneKind
kind_of_digits (const char *digits, gsize n)
{
  gsize area = area_code_length (digits);

  if (is_mobile (digits, n))
    return HF_PHONE_MOBILE;
  if (area == 3 && n == 11 && digits[3] >= '2')
    return HF_PHONE_LANDLINE;
  if (area == 4 && (n == 11 || n == 12) && digits[4] >= '2')
    return HF_PHONE_LANDLINE;
  if (n == 10 && (g_str_has_prefix (digits, "400") || g_str_has_prefix (digits, "800")))
    return HF_PHONE_SERVICE;
  if ((n == 7 || n == 8) && digits[0] >= '2')
    return HF_PHONE_LOCAL;
  return HF_PHONE_NONE;
}

/* Drops +86, 0086, 86 and the 0 before a mobile number; gives a landline written
 * after the country code its 0 back. */
static void
strip_prefix (GString *digits, gboolean plus)
{
  gboolean country = FALSE;

  if (g_str_has_prefix (digits->str, "0086"))
    {
      g_string_erase (digits, 0, 4);
      country = TRUE;
    }
  else if (g_str_has_prefix (digits->str, "86") && (plus || digits->len >= 12))
    {
      g_string_erase (digits, 0, 2);
      country = TRUE;
    }
  if (digits->str[0] == '0' && is_mobile (digits->str + 1, digits->len - 1))
    g_string_erase (digits, 0, 1);
  else if (country && digits->str[0] != '0' &&
           kind_of_digits (digits->str, digits->len) == HF_PHONE_NONE)
    g_string_prepend_c (digits, '0');
}

static gboolean
starts_extension (const char *at, gsize *length)
{
  static const char *const words[] = { "转", "分机", "轉", "ext.", "ext", "x", "#", "＃" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      *length = strlen (words[i]);
      if (g_ascii_strncasecmp (at, words[i], *length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_filler (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ||
         (c < 0x10000 && strchr ("()./", (int) c) != NULL && c < 0x80) || c == 0x3000 ||
         c == 0xff08 || c == 0xff09 || c == 0xb7 || c == 0xff0e || c == 0x2212;
}

static gboolean
takes_extension (const GString *digits)
{
  HfPhoneKind kind = kind_of_digits (digits->str, digits->len);

  return kind == HF_PHONE_LANDLINE || kind == HF_PHONE_SERVICE;
}

/* Reads digits from @at on into @digits; a dash after a complete number begins
 * its extension. FALSE when something stands there that belongs to no number. */
static gboolean
read_digits (const char **at, GString *digits, gboolean stop_at_complete)
{
  while (**at != '\0')
    {
      gunichar c = g_utf8_get_char (*at);
      gsize skip;

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
      else if (starts_extension (*at, &skip))
        return TRUE;
      else if (!is_filler (c))
        return FALSE;
      else if (stop_at_complete && g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION &&
               takes_extension (digits))
        return TRUE;
      *at = g_utf8_next_char (*at);
    }
  return TRUE;
}

/**
 * hf_phone_normalise:
 * @text: UTF-8 as typed: with spaces, dashes, brackets, +86, fullwidth digits
 *
 * The digits to be dialled inside China, and the extension, if any, after a
 * dash: `13812345678`, `01012345678-801`. Says nothing about whether there is
 * such a number.
 *
 * Returns: (transfer full) (nullable): %NULL when @text has anything else in it, or nothing
 */
char *
hf_phone_normalise (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) extension = g_string_new (NULL);
  g_autofree char *trimmed = NULL;
  const char *at;
  gboolean plus;
  gsize skip = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  at = trimmed = g_strstrip (g_strdup (text));
  plus = g_str_has_prefix (at, "+") || g_str_has_prefix (at, "＋");
  if (plus)
    at = g_utf8_next_char (at);
  if (!read_digits (&at, digits, TRUE) || digits->len == 0)
    return NULL;
  if (*at != '\0')
    {
      if (starts_extension (at, &skip))
        at += skip;
      if (!read_digits (&at, extension, FALSE) || *at != '\0')
        return NULL;
    }
  strip_prefix (digits, plus);
  if (extension->len > 0)
    g_string_append_printf (digits, "-%s", extension->str);
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/**
 * hf_phone_get_kind:
 * @number: as hf_phone_normalise() gives it
 */
HfPhoneKind
hf_phone_get_kind (const char *number)
{
  gsize n;
  HfPhoneKind kind;

  g_return_val_if_fail (number != NULL, HF_PHONE_NONE);

  n = strspn (number, "0123456789");
  kind = kind_of_digits (number, n);
  if (number[n] == '\0')
    return kind;
  if (kind == HF_PHONE_MOBILE || number[n] != '-' || strlen (number + n + 1) > MAX_EXTENSION ||
      number[n + 1] == '\0' || number[n + 1 + strspn (number + n + 1, "0123456789")] != '\0')
    return HF_PHONE_NONE;
  return kind;
}

/**
 * hf_phone_parse:
 * @text: as typed or imported
 * @number: (out) (transfer full): the digits, see hf_phone_normalise()
 *
 * The message never repeats the number (PHONE-4).
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when this is no Chinese telephone number
 */
gboolean
hf_phone_parse (const char *text, char **number, GError **error)
{
  g_autofree char *digits = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  digits = hf_phone_normalise (text);
  if (digits == NULL || hf_phone_get_kind (digits) == HF_PHONE_NONE)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("This is not a telephone number. Write a mobile number with its "
                              "11 digits, or a landline with its area code."));
      return FALSE;
    }
  *number = g_steal_pointer (&digits);
  return TRUE;
}

/**
 * hf_phone_mask:
 * @number: as hf_phone_normalise() gives it
 *
 * What may be shown of a number (PHONE-1): `138****5678`, `010-****5678`,
 * `****5678`. An extension is left out; of what is no number nothing remains
 * but the last 4 digits, and of fewer than 7 digits not even those.
 *
 * Returns: (transfer full):
 */
char *
hf_phone_mask (const char *number)
{
  gsize n, area;
  const char *tail;

  g_return_val_if_fail (number != NULL, NULL);

  n = strspn (number, "0123456789");
  if (n < 7)
    return g_strdup (n == 0 && *number == '\0' ? "" : MASK);
  tail = number + n - TAIL;
  area = area_code_length (number);
  switch (kind_of_digits (number, n))
    {
    case HF_PHONE_MOBILE:
    case HF_PHONE_SERVICE:
      return g_strdup_printf ("%.3s" MASK "%.*s", number, TAIL, tail);
    case HF_PHONE_LANDLINE:
      return g_strdup_printf ("%.*s-" MASK "%.*s", (int) area, number, TAIL, tail);
    case HF_PHONE_LOCAL:
    case HF_PHONE_NONE:
    default:
      return g_strdup_printf (MASK "%.*s", TAIL, tail);
    }
}

/**
 * hf_phone_dup_tail:
 * @number: as hf_phone_normalise() gives it
 *
 * The last 4 digits, by which a customer can be found (PHONE-1). The extension
 * doesn't count.
 *
 * Returns: (transfer full): all the digits when there are fewer
 */
char *
hf_phone_dup_tail (const char *number)
{
  gsize n;

  g_return_val_if_fail (number != NULL, NULL);

  n = strspn (number, "0123456789");
  return g_strndup (number + n - MIN (n, TAIL), MIN (n, TAIL));
}

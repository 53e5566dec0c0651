/* hf-xlsx-value.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-xlsx-value.h"

#include <math.h>
#include <string.h>

#include "hf-civil.h"

/* Excel computes and shows no more. */
#define SIGNIFICANT (15)

/* Beyond these a number is left as the file has it. */
#define MAX_INTEGER_DIGITS (40)
#define MAX_LEADING_ZEROS  (20)

#define SECONDS_A_DAY      (86400)
#define LAST_SERIAL        (2958465.0) /* 9999-12-31 */

/* The serial of 1970-01-01 in either system. In the first, 1900 is a leap year
 * by an old mistake, so that the days before its March stand one further on. */
#define EPOCH_1900  (25569)
#define EPOCH_1904  (24107)
#define FALSE_DAY   (60)
#define SERIAL_1900 (1)

/**
 * hf_xlsx_format_from_id:
 * @id: a numFmtId of ECMA-376 part 1, 18.8.30; those for Chinese included
 *
 * Returns: what the built-in format @id makes of a number
 */
HfXlsxFormat
hf_xlsx_format_from_id (guint id)
{
  switch (id)
    {
    case 14 ... 17:
    case 27 ... 31:
    case 36:
    case 50 ... 54:
    case 57 ... 58:
      return HF_XLSX_FORMAT_DATE;
    case 18 ... 21:
    case 32 ... 35:
    case 45 ... 47:
    case 55 ... 56:
      return HF_XLSX_FORMAT_TIME;
    case 22:
      return HF_XLSX_FORMAT_DATE_TIME;
    default:
      return HF_XLSX_FORMAT_NUMBER;
    }
}

/* Steps over what is literal at @at; [h] and its like are times, not literal. */
static const char *
skip_literal (const char *at, gboolean *elapsed)
{
  const char *end;

  switch (*at)
    {
    case '"':
      end = strchr (at + 1, '"');
      return end != NULL ? end + 1 : at + strlen (at);
    case '\\':
    case '_':
    case '*':
      return at[1] != '\0' ? at + 2 : at + 1;
    case '[':
      *elapsed = *elapsed || strchr ("hHmMsS", at[1]) != NULL;
      end = strchr (at + 1, ']');
      return end != NULL ? end + 1 : at + strlen (at);
    default:
      return at;
    }
}

/**
 * hf_xlsx_format_from_code:
 * @code: a custom number format such as `yyyy"年"m"月"d"日";@`
 *
 * Returns: what it makes of a number
 */
HfXlsxFormat
hf_xlsx_format_from_code (const char *code)
{
  gboolean date = FALSE, clock = FALSE, month = FALSE;

  while (*code != '\0' && *code != ';')
    {
      const char *next = skip_literal (code, &clock);

      if (next != code)
        {
          code = next;
          continue;
        }
      if (g_ascii_strncasecmp (code, "General", 7) == 0)
        return HF_XLSX_FORMAT_NUMBER;
      date = date || strchr ("yYdD", *code) != NULL;
      clock = clock || strchr ("hHsS", *code) != NULL;
      month = month || strchr ("mM", *code) != NULL;
      code++;
    }
  date = date || (month && !clock);
  if (date)
    return clock ? HF_XLSX_FORMAT_DATE_TIME : HF_XLSX_FORMAT_DATE;
  return clock ? HF_XLSX_FORMAT_TIME : HF_XLSX_FORMAT_NUMBER;
}

/* Takes a decimal number apart: its digits, and how many stand before the point. */
static gboolean
take_apart (const char *at, GString *digits, gint64 *point)
{
  gint64 exponent = 0;
  gboolean any = FALSE;

  *point = 0;
  for (; g_ascii_isdigit (*at); at++, any = TRUE)
    {
      if (digits->len > 0 || *at != '0')
        {
          g_string_append_c (digits, *at);
          (*point)++;
        }
    }
  if (*at == '.')
    for (at++; g_ascii_isdigit (*at); at++, any = TRUE)
      {
        if (digits->len == 0 && *at == '0')
          (*point)--;
        else
          g_string_append_c (digits, *at);
      }
  if (*at == 'e' || *at == 'E')
    {
      char *end;

      exponent = g_ascii_strtoll (at + 1, &end, 10);
      if (end == at + 1)
        return FALSE;
      at = end;
    }
  *point += CLAMP (exponent, -1000, 1000);
  return any && *at == '\0';
}

static void
round_digits (GString *digits, gint64 *point)
{
  gsize keep = (gsize) MAX (SIGNIFICANT, *point);
  gsize at = keep;

  if (digits->len > keep && (gint64) digits->len > *point)
    {
      gboolean up = digits->str[keep] >= '5';

      g_string_truncate (digits, keep);
      while (up && at > 0 && digits->str[at - 1] == '9')
        digits->str[--at] = '0';
      if (up && at > 0)
        digits->str[at - 1]++;
      else if (up)
        {
          g_string_prepend_c (digits, '1');
          (*point)++;
        }
    }
  while ((gint64) digits->len > MAX (*point, 0) && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
}

static void
append_plain (GString *out, const GString *digits, gint64 point)
{
  gint64 length = (gint64) digits->len;

  g_string_append_len (out, digits->str, (gssize) CLAMP (point, 0, length));
  if (point <= 0)
    g_string_append (out, "0.");
  for (gint64 i = length; i < point; i++)
    g_string_append_c (out, '0');
  for (gint64 i = point; i < 0; i++)
    g_string_append_c (out, '0');
  if (point > 0 && point < length)
    g_string_append_c (out, '.');
  if (point < length)
    g_string_append (out, digits->str + MAX (point, 0));
}

/**
 * hf_xlsx_append_number:
 * @value: a number as the file has it: `1.3812345678E10`, `0.30000000000000004`
 *
 * Writes it out in full, without exponent or needless decimals, and without
 * going through floating point, so that long numbers of cards and telephones
 * keep their digits. Broken values are rounded to the 15 digits that Excel
 * shows. What is no number is appended as it is.
 */
void
hf_xlsx_append_number (GString *out, const char *value)
{
  gboolean negative = value[0] == '-';
  const char *digits_at = value + negative;
  g_autoptr (GString) digits = NULL;
  gint64 point;

  if (digits_at[strspn (digits_at, "0123456789")] == '\0')
    {
      g_string_append (out, value);
      return;
    }
  digits = g_string_sized_new (32);
  if (!take_apart (digits_at, digits, &point) || point > MAX_INTEGER_DIGITS ||
      point < -MAX_LEADING_ZEROS)
    {
      g_string_append (out, value);
      return;
    }
  round_digits (digits, &point);
  if (digits->len == 0)
    {
      g_string_append_c (out, '0');
      return;
    }
  if (negative)
    g_string_append_c (out, '-');
  append_plain (out, digits, point);
}

static void
append_day (GString *out, gint64 serial, gboolean from_1904)
{
  g_autofree char *text = NULL;

  if (!from_1904 && serial == FALSE_DAY)
    {
      g_string_append (out, "1900-02-29");
      return;
    }
  if (from_1904)
    serial -= EPOCH_1904;
  else
    serial -= serial < FALSE_DAY ? EPOCH_1900 - 1 : EPOCH_1900;
  text = hf_day_format (serial);
  g_string_append (out, text);
}

/**
 * hf_xlsx_append_date:
 * @value: the number in the cell: days, and parts of a day
 * @format: what its style says, not %HF_XLSX_FORMAT_NUMBER
 * @from_1904: whether the file counts days from 1904
 *
 * Writes the civil date and time that Excel shows, `2026-02-28`, `09:30` or
 * `2026-02-28 09:30`. No time zone comes into it. What cannot be a date is
 * appended as a number.
 */
void
hf_xlsx_append_date (GString *out, const char *value, HfXlsxFormat format, gboolean from_1904)
{
  char *end;
  double serial = g_ascii_strtod (value, &end);
  gint64 seconds, day, second;

  if (end == value || *end != '\0' || !isfinite (serial) || serial < 0 || serial > LAST_SERIAL + 1)
    {
      hf_xlsx_append_number (out, value);
      return;
    }
  seconds = llround (serial * SECONDS_A_DAY);
  day = seconds / SECONDS_A_DAY;
  second = seconds % SECONDS_A_DAY;
  if (format != HF_XLSX_FORMAT_TIME && day < SERIAL_1900 && !from_1904)
    format = HF_XLSX_FORMAT_TIME;
  if (format != HF_XLSX_FORMAT_TIME)
    append_day (out, day, from_1904);
  if (format == HF_XLSX_FORMAT_DATE || (format == HF_XLSX_FORMAT_DATE_TIME && second == 0))
    return;
  if (format == HF_XLSX_FORMAT_DATE_TIME)
    g_string_append_c (out, ' ');
  g_string_append_printf (out, "%02d:%02d", (int) (second / 3600), (int) (second / 60 % 60));
  if (second % 60 != 0)
    g_string_append_printf (out, ":%02d", (int) (second % 60));
}

static gboolean
is_escape (const char *at)
{
  return at[0] == '_' && at[1] == 'x' && g_ascii_isxdigit (at[2]) && g_ascii_isxdigit (at[3]) &&
         g_ascii_isxdigit (at[4]) && g_ascii_isxdigit (at[5]) && at[6] == '_';
}

/**
 * hf_xlsx_unescape:
 * @text: (inout): changed in place, never longer than before
 *
 * Undoes Excel's way to write control characters, `_x000D_`. NUL and halves of
 * surrogate pairs are dropped.
 *
 * Returns: the new length in bytes
 */
gsize
hf_xlsx_unescape (char *text)
{
  char *start = text;
  char *out = text;

  if (strstr (text, "_x") == NULL)
    return strlen (text);
  while (*text != '\0')
    {
      gunichar c = 0;

      if (!is_escape (text))
        {
          *out++ = *text++;
          continue;
        }
      for (int i = 2; i < 6; i++)
        c = c * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
      text += 7;
      if (c != 0 && g_unichar_validate (c))
        out += g_unichar_to_utf8 (c, out);
    }
  *out = '\0';
  return (gsize) (out - start);
}

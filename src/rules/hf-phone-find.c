/* hf-phone-find.c: telephone numbers hidden in free text (PHONE-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-phone.h"

#include <string.h>

#include "hf-civil.h"

/* A number in eleven single digits, with +86 written out, needs 13 groups. */
#define MAX_GROUPS (14)
#define MAX_DIGITS (16)

typedef enum
{
  GAP_NONE,
  GAP_SPACE,
  GAP_DASH,
  GAP_DOT,
  GAP_BRACKET,
} Gap;

/* A run of digits; @gap is what parts it from the run before, GAP_NONE when
 * there is more between them than a number can have. */
typedef struct
{
  gsize start;
  gsize end;
  guint n_digits;
  char digits[MAX_DIGITS + 1];
  Gap gap;
} Group;

static Gap
gap_of_char (gunichar c)
{
  if (g_unichar_isspace (c))
    return GAP_SPACE;
  if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212 || c == '_' || c == '~')
    return GAP_DASH;
  if (c == '.' || c == 0xb7 || c == 0xff0e)
    return GAP_DOT;
  if (c == '(' || c == ')' || c == 0xff08 || c == 0xff09)
    return GAP_BRACKET;
  return GAP_NONE;
}

/* What stands in @text from @from to @to, at most three characters. */
static Gap
gap_between (const char *text, gsize from, gsize to)
{
  Gap gap = GAP_NONE;
  guint n = 0;

  for (const char *at = text + from; at < text + to; at = g_utf8_next_char (at))
    {
      Gap this_gap = gap_of_char (g_utf8_get_char (at));

      if (this_gap == GAP_NONE || ++n > 3)
        return GAP_NONE;
      gap = MAX (gap, this_gap);
    }
  return gap;
}

static GArray *
split_groups (const char *text)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));
  Group *open = NULL;
  gsize last_end = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isdigit (c))
        {
          open = NULL;
          continue;
        }
      if (open == NULL)
        {
          gsize start = (gsize) (at - text);
          Group group = { .start = start };

          if (groups->len > 0)
            group.gap = gap_between (text, last_end, start);
          g_array_append_val (groups, group);
          open = &g_array_index (groups, Group, groups->len - 1);
        }
      if (open->n_digits < MAX_DIGITS)
        open->digits[open->n_digits] = (char) ('0' + g_unichar_digit_value (c));
      open->n_digits++;
      open->end = last_end = (gsize) (g_utf8_next_char (at) - text);
    }
  return groups;
}

static int
group_value (const Group *group)
{
  return group->n_digits <= 4 ? (int) g_ascii_strtoll (group->digits, NULL, 10) : -1;
}

/* Whether year, month and day stand in three groups from @group on. */
static gboolean
is_spelt_date (const Group *group, guint n_left)
{
  return n_left >= 3 && group->n_digits == 4 && group[1].n_digits <= 2 && group[2].n_digits <= 2 &&
         hf_ymd_is_valid (group_value (group), group_value (group + 1), group_value (group + 2));
}

static gboolean
is_compact_date (const char *digits)
{
  int ymd = (int) g_ascii_strtoll (digits, NULL, 10);

  return strlen (digits) == 8 && hf_ymd_is_valid (ymd / 10000, ymd / 100 % 100, ymd % 100);
}

static gboolean
has_any_prefix (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strncasecmp (text, *words, strlen (*words)) == 0)
      return TRUE;
  return FALSE;
}

/* Amounts, measures and numbers of papers: what follows, or stands before, a
 * run of 7 or 8 digits that is no telephone number. */
static gboolean
is_something_else (const char *text, gsize start, gsize end)
{
  static const char *const units[] = { "元", "块", "万", "千", "分", "件", "盒", "瓶", "粒", "步",
                                       "克", "斤", "人", "次", "号", "毫", "ml", "mg", "kg", "%",
                                       "年", "月", "日", "位", "笔", "个", "积", "￥", NULL };
  static const char *const papers[] = { "单", "号", "编", "批", "码", "证", "款", "额", "价",
                                        "￥", "¥",  "$",  "#",  "No", "共", "付", NULL };
  static const char *const phones[] = { "电话", "手机", "座机", "打", "tel", "phone", NULL };
  const char *after = text + end + strspn (text + end, " ");
  const char *before = text + start;
  gboolean paper = FALSE;

  if (has_any_prefix (after, units) || g_ascii_isalpha (*after) ||
      ((*after == '.' || *after == ',') && g_ascii_isdigit (after[1])))
    return TRUE;
  for (guint i = 0; i < 6 && before > text; i++)
    {
      before = g_utf8_prev_char (before);
      if (has_any_prefix (before, phones))
        return FALSE;
      paper = paper || has_any_prefix (before, papers) || (i == 0 && g_ascii_isalpha (*before));
    }
  return paper;
}

/* Numbers are told in few groups, or digit by digit and pair by pair; a list of
 * readings (135 142 138 76) is neither. */
static gboolean
is_spoken_in_groups (const Group *group, guint n)
{
  gboolean one_gap = TRUE, all_long = TRUE, even = TRUE;
  guint size = n > 1 ? group[1].n_digits : 0;

  for (guint i = 0; i < n; i++)
    {
      one_gap = one_gap && (i < 2 || group[i].gap == group[1].gap);
      all_long = all_long && group[i].n_digits >= 3;
      even = even && (group[i].n_digits == size || i == 0 || i == n - 1) && size <= 2 &&
             group[i].n_digits <= 2;
    }
  if (n <= 3)
    return n == 1 || one_gap || all_long;
  return even || (n == 4 && group[0].n_digits == 1 && one_gap);
}

static gboolean
is_local_in_groups (const char *text, const Group *group, guint n, guint n_left)
{
  int a = group_value (&group[0]);
  int b = n > 1 ? group_value (&group[1]) : 0;

  if (group->gap != GAP_NONE || (n_left > n && group[n].gap != GAP_NONE) ||
      is_something_else (text, group[0].start, group[n - 1].end))
    return FALSE;
  if (n == 1)
    return !is_compact_date (group->digits);
  return n == 2 && group[1].n_digits == 4 && group[0].n_digits >= 3 && group[1].gap < GAP_DOT &&
         !(a >= HF_DAY_FIRST_YEAR && a <= HF_DAY_LAST_YEAR) && !(a % 100 == 0 && b % 100 == 0);
}

/* Whether the @n groups from @group on, taken together, are one number. */
static gboolean
is_number (const char *text, const Group *group, guint n, guint n_left)
{
  char digits[MAX_DIGITS + 1] = "";
  g_autofree char *number = NULL;
  gsize length = 0;

  for (guint i = 0; i < n; i++)
    {
      length += group[i].n_digits;
      if (length > MAX_DIGITS)
        return FALSE;
      strcat (digits, group[i].digits);
    }
  number = hf_phone_normalise (digits);
  while (n > 1 && (g_str_equal (group->digits, "86") || g_str_equal (group->digits, "0086")))
    {
      group++;
      n--;
      n_left--;
    }
  switch (hf_phone_get_kind (number))
    {
    case HF_PHONE_MOBILE:
      return is_spoken_in_groups (group, n);
    case HF_PHONE_LANDLINE:
    case HF_PHONE_SERVICE:
      return group->n_digits >= 2 ? n <= 3 : is_spoken_in_groups (group, n);
    case HF_PHONE_LOCAL:
      return is_local_in_groups (text, group, n, n_left);
    case HF_PHONE_NONE:
    default:
      return FALSE;
    }
}

/* Two numbers written without anything between them. */
static gboolean
is_pair_of_mobiles (const char *text, const Group *group)
{
  if (group->n_digits != 22 || group->end - group->start != 22)
    return FALSE;
  return text[group->start] == '1' && text[group->start + 1] >= '3' &&
         text[group->start + 11] == '1' && text[group->start + 12] >= '3';
}

/* How many groups from @i on make a number, or 0. */
static guint
match_at (const char *text, const GArray *groups, guint i)
{
  const Group *group = &g_array_index (groups, Group, i);
  guint n_left = groups->len - i;
  guint best = is_pair_of_mobiles (text, group) ? 1 : 0;

  for (guint n = 1; n <= MIN (n_left, MAX_GROUPS); n++)
    {
      if (n > 1 && (group[n - 1].gap == GAP_NONE || is_spelt_date (group + n - 1, n_left - n + 1)))
        break;
      if (is_number (text, group, n, n_left))
        best = n;
    }
  return best;
}

/**
 * hf_phone_find:
 * @text: what somebody writes into a note or any field but the phone field
 * @start: (out) (optional): byte offset of the number in @text
 * @length: (out) (optional): its bytes
 *
 * Finds the first thing that looks like a Chinese telephone number (PHONE-2): a
 * mobile, a landline with or without its area code, 400 and 800 numbers, in one
 * piece or with spaces, dashes, dots and brackets, in fullwidth digits. Dates,
 * amounts, identity card numbers, numbers of orders and batches, and rows of
 * readings are passed over as far as they can be told apart; a lone mobile
 * number never is, whatever stands before it.
 *
 * Returns: whether there is one
 */
gboolean
hf_phone_find (const char *text, gsize *start, gsize *length)
{
  g_autoptr (GArray) groups = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  groups = split_groups (text);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      guint n;

      if (is_spelt_date (group, groups->len - i) && group[1].gap != GAP_NONE &&
          group[2].gap != GAP_NONE)
        {
          i += 2;
          continue;
        }
      n = match_at (text, groups, i);
      if (n == 0)
        continue;
      if (start != NULL)
        *start = group->start;
      if (length != NULL)
        *length = group[n - 1].end - group->start;
      return TRUE;
    }
  return FALSE;
}

/**
 * hf_phone_mask_text:
 * @text: what is to be shown or logged
 *
 * Masks everything in @text that looks like a telephone number (PHONE-4), for
 * messages that repeat what somebody wrote.
 *
 * Returns: (transfer full):
 */
char *
hf_phone_mask_text (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize start, length;

  g_return_val_if_fail (text != NULL, NULL);

  while (hf_phone_find (text, &start, &length))
    {
      g_autofree char *found = g_strndup (text + start, length);
      g_autofree char *number = hf_phone_normalise (found);
      g_autofree char *mask = hf_phone_mask (number != NULL ? number : found);

      g_string_append_len (out, text, (gssize) start);
      g_string_append (out, mask);
      text += start + length;
    }
  g_string_append (out, text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

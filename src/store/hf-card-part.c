/* hf-card-part.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-part.h"

#include <glib/gi18n-lib.h>

#include "hf-phone.h"

void
hf_card_row_init (HfCardRow *row)
{
  *row = (HfCardRow){ .day = HF_DAY_NONE };
}

void
hf_card_row_clear (HfCardRow *row)
{
  g_clear_pointer (&row->kind, g_free);
  g_clear_pointer (&row->text, g_free);
  g_clear_pointer (&row->note, g_free);
}

void
hf_card_row_free (HfCardRow *row)
{
  hf_card_row_clear (row);
  g_free (row);
}

static HfLeapRule
parse_keep (const char *keep)
{
  if (g_strcmp0 (keep, "leap") == 0)
    return HF_LEAP_KEEP_LEAP;
  return g_strcmp0 (keep, "both") == 0 ? HF_LEAP_KEEP_BOTH : HF_LEAP_KEEP_ORDINARY;
}

/* The parts' queries all give the same columns. */
static HfCardRow *
read_row (HfRows *rows, HfCardPart part)
{
  HfCardRow *row = g_new0 (HfCardRow, 1);
  const char *text = hf_rows_text (rows, 2);
  const char *note = hf_rows_text (rows, 3);

  row->id = hf_rows_int (rows, 0);
  row->kind = hf_rows_dup (rows, 1);
  /* Numbers leave the store in full only through hf_command_reveal_phones() (PHONE-4). */
  row->text = part == HF_CARD_PHONE ? hf_phone_mask (text) : g_strdup (text);
  row->note = part == HF_CARD_FAMILY && *note != '\0' ? hf_phone_mask (note) : g_strdup (note);
  row->day = hf_rows_int_or (rows, 4, HF_DAY_NONE);
  row->yes = hf_rows_int (rows, 5) != 0;
  row->wrong = hf_rows_int (rows, 6) != 0;
  row->has_date = !hf_rows_is_null (rows, 7) && hf_rows_int (rows, 9) > 0;
  row->date.is_lunar = g_strcmp0 (hf_rows_text (rows, 7), "lunar") == 0;
  row->date.year = (int) hf_rows_int (rows, 8);
  row->date.month = (int) hf_rows_int (rows, 9);
  row->date.day = (int) hf_rows_int (rows, 10);
  row->date.leap = hf_rows_int (rows, 11) != 0;
  row->date.leap_rule = parse_keep (hf_rows_text (rows, 12));
  return row;
}

/**
 * hf_card_dup_part:
 *
 * Returns: (transfer full) (element-type HfCardRow): numbers masked (PHONE-1), or %NULL with an
 *   error
 */
GPtrArray *
hf_card_dup_part (HfDb *db, gint64 customer, HfCardPart part, GError **error)
{
  static const HfQuery queries[HF_N_CARD_PARTS] = {
    [HF_CARD_PHONE] = HF_QUERY_CARD_PHONES,
    [HF_CARD_FAMILY] = HF_QUERY_CARD_FAMILY,
    [HF_CARD_CHILD] = HF_QUERY_CARD_CHILDREN,
    [HF_CARD_HEALTH] = HF_QUERY_CARD_HEALTH,
    [HF_CARD_DATE] = HF_QUERY_CARD_DATES,
    [HF_CARD_CONSENT] = HF_QUERY_CARD_CONSENTS,
    [HF_CARD_NO_CONTACT_DAY] = HF_QUERY_CARD_NO_CONTACT_DAYS,
    [HF_CARD_TAG] = HF_QUERY_CARD_TAGS,
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_card_row_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, queries[part], error, "l", customer))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_ptr_array_add (list, read_row (&rows, part));
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_card_special_get_label:
 * @kind: `birthday`, `wedding`, `spouse-birthday` or `other`
 * @label: what somebody called it
 *
 * Returns: (transfer none): the name of a special date, as people read it
 */
const char *
hf_card_special_get_label (const char *kind, const char *label)
{
  if (label != NULL && *label != '\0')
    return label;
  if (g_strcmp0 (kind, "birthday") == 0)
    return _ ("Birthday");
  if (g_strcmp0 (kind, "wedding") == 0)
    return _ ("Wedding anniversary");
  return g_strcmp0 (kind, "spouse-birthday") == 0 ? _ ("Spouse’s birthday") : _ ("Special day");
}

/* hf-legal-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-legal-store.h"

#include "hf-calendar-store.h"
#include "hf-office.h"
#include "hf-store-resources.h"

#define FILE_NAME "china.ini"
#define RESOURCE  "/org/huifang/Huifang/deadlines/" FILE_NAME

/* The branch's own text of the file. */
#define SETTING "deadlines.legal"

/**
 * hf_legal_days_load:
 * @days: (out): clear with hf_legal_days_clear()
 *
 * The branch's own numbers, else those that came with the program: no legal advice, as their note
 * says.
 *
 * Returns: %FALSE with an error that names the file, group and key
 */
gboolean
hf_legal_days_load (HfDb *db, HfLegalDays *days, GError **error)
{
  g_autofree char *own = hf_setting_dup (db, SETTING, "", error);
  g_autoptr (GBytes) bytes = NULL;

  *days = (HfLegalDays){ .note = NULL };
  if (own == NULL)
    return FALSE;
  if (*own != '\0')
    return hf_legal_days_parse (SETTING, own, -1, days, error);
  bytes = g_resource_lookup_data (hf_store_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  return bytes != NULL && hf_legal_days_parse (FILE_NAME, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes), days, error);
}

/**
 * hf_legal_get_due:
 * @from: the day from which it counts
 * @due: (out): the last day
 *
 * By when to pay back, to answer an authority (in working days), or a person who asks for their
 * data.
 */
gboolean
hf_legal_get_due (HfDb *db, HfLegalKind kind, HfDay from, HfDay *due, GError **error)
{
  g_auto (HfLegalDays) days = { .note = NULL };
  g_autoptr (HfWorkCalendar) calendar = NULL;

  if (!hf_legal_days_load (db, &days, error))
    return FALSE;
  if (kind != HF_LEGAL_AUTHORITY)
    {
      *due = kind == HF_LEGAL_REFUND ? hf_legal_days_get_refund_until (&days, from)
                                     : from + days.data_request_days;
      return TRUE;
    }
  calendar = hf_calendar_load (db, error);
  if (calendar == NULL)
    return FALSE;
  *due = hf_work_calendar_add_working_days (calendar, from, days.authority_days);
  return TRUE;
}

/**
 * hf_purchase_get_return_until:
 * @until: (out): the last day on which the goods can be returned without a reason; %HF_DAY_NONE
 *   while they have not arrived, or when how they were sold gives no such days or is not known
 */
gboolean
hf_purchase_get_return_until (HfDb *db, gint64 purchase, HfDay *until, GError **error)
{
  g_auto (HfLegalDays) days = { .note = NULL };
  g_auto (HfRows) rows = HF_ROWS_INIT;
  HfDay received;
  int channel;

  *until = HF_DAY_NONE;
  if (!hf_rows_open (&rows, db, HF_QUERY_PURCHASE_SOLD_BY, error, "l", purchase) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  received = hf_rows_int_or (&rows, 1, HF_DAY_NONE);
  if (received == HF_DAY_NONE ||
      !hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (&rows, 0), &channel, NULL))
    return TRUE;
  if (!hf_legal_days_load (db, &days, error))
    return FALSE;
  *until = hf_legal_days_get_return_until (&days, (HfChannel) channel, received);
  return TRUE;
}

/* hf-legal-days.c: days that the law or the firm gives (COMP-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-data-file.h"
#include "hf-deadline.h"
#include "hf-error.h"

#define MOST_DAYS (3660)

static gboolean
read_days (HfDataFile *file, const char *group, const char *key, int *days, GError **error)
{
  g_autofree char *text = hf_data_file_dup_string (file, group, key);
  gint64 number;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 0, MOST_DAYS, &number, NULL))
    return hf_data_file_fail (file, group, key, _ ("Write a number of days."), error);
  *days = (int) number;
  return TRUE;
}

static gboolean
read_return_days (HfDataFile *file, HfLegalDays *days, GError **error)
{
  g_auto (GStrv) keys = hf_data_file_dup_keys (file, "Return");

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GError) cause = NULL;
      int channel;

      if (!hf_domain_parse (HF_DOMAIN_CHANNEL, keys[i], &channel, &cause))
        return hf_data_file_fail (file, "Return", keys[i], cause->message, error);
      if (!read_days (file, "Return", keys[i], &days->return_days[channel], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_head (HfDataFile *file, HfLegalDays *days, GError **error)
{
  g_autofree char *name = hf_data_file_dup_text (file, "Deadlines", "Name");
  g_autofree char *checked = hf_data_file_dup_string (file, "Deadlines", "Checked");

  days->note = hf_data_file_dup_text (file, "Deadlines", "Note");
  if (checked == NULL || !hf_day_parse (checked, &days->checked, NULL))
    return hf_data_file_fail (file, "Deadlines", "Checked",
                              _ ("Say on which day these numbers were checked."), error);
  if (days->note == NULL || *days->note == '\0')
    return hf_data_file_fail (file, "Deadlines", "Note", _ ("Say that this is no legal advice."),
                              error);
  return TRUE;
}

/**
 * hf_legal_days_parse:
 * @text: a file of data/deadlines
 * @days: (out): clear with hf_legal_days_clear()
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT, whose message names file, line and key
 */
gboolean
hf_legal_days_parse (
    const char *file_name, const char *text, gssize length, HfLegalDays *days, GError **error)
{
  g_autoptr (HfDataFile) file = NULL;

  g_return_val_if_fail (file_name != NULL && text != NULL && days != NULL, FALSE);

  *days = (HfLegalDays){ .note = NULL };
  file = hf_data_file_new (file_name, text, length, HF_ERROR_BAD_INPUT, error);
  if (file != NULL && read_head (file, days, error) && read_return_days (file, days, error) &&
      read_days (file, "Answer", "RefundDays", &days->refund_days, error) &&
      read_days (file, "Answer", "AuthorityWorkingDays", &days->authority_days, error) &&
      read_days (file, "Answer", "DataRequestDays", &days->data_request_days, error) &&
      hf_data_file_check_unused (file, error))
    return TRUE;
  hf_legal_days_clear (days);
  return FALSE;
}

void
hf_legal_days_clear (HfLegalDays *days)
{
  g_return_if_fail (days != NULL);

  g_clear_pointer (&days->note, g_free);
}

/**
 * hf_legal_days_get_return_until:
 * @sold_by: the channel of the sale
 * @received: when the customer received the goods
 *
 * Returns: the last day to return them without a reason, %HF_DAY_NONE when there is none
 */
HfDay
hf_legal_days_get_return_until (const HfLegalDays *days, HfChannel sold_by, HfDay received)
{
  g_return_val_if_fail (days != NULL && sold_by <= HF_CHANNEL_POST, HF_DAY_NONE);

  return days->return_days[sold_by] > 0 ? received + days->return_days[sold_by] : HF_DAY_NONE;
}

/**
 * hf_legal_days_get_refund_until:
 * @goods_back: when the goods came back
 */
HfDay
hf_legal_days_get_refund_until (const HfLegalDays *days, HfDay goods_back)
{
  g_return_val_if_fail (days != NULL, HF_DAY_NONE);

  return goods_back + days->refund_days;
}

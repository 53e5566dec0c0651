/* hf-case-words.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-words.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

#define MINUTES_AN_HOUR (60)

/**
 * hf_case_format_number:
 *
 * Returns: (transfer full): "0187"
 */
char *
hf_case_format_number (gint64 number)
{
  return g_strdup_printf ("%04" G_GINT64_FORMAT, number);
}

/**
 * hf_case_format_age:
 * @closed_at: %HF_MINUTE_NONE while it is open
 *
 * Returns: (transfer full): how long it has been going on, or went on
 */
char *
hf_case_format_age (HfMinute received_at, HfMinute closed_at, HfMinute now)
{
  HfMinute until = closed_at != HF_MINUTE_NONE ? closed_at : now;
  g_autofree char *length = hf_when_format_length (until - received_at);

  if (closed_at != HF_MINUTE_NONE)
    return g_strdup_printf (_ ("took %s"), length);
  return g_strdup_printf (_ ("for %s"), length);
}

/**
 * hf_case_format_rule:
 * @settings: COMP-4's numbers, as the branch has them
 *
 * Returns: (transfer full): what is to happen to a complaint in @stage, and by when
 */
char *
hf_case_format_rule (HfComplaintStage stage, const HfDeadlineSettings *settings)
{
  int n;

  switch (stage)
    {
    case HF_CASE_RECEIVED:
      n = MAX (settings->acknowledge_minutes / MINUTES_AN_HOUR, 1);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "acknowledge within %d hour",
                                           "acknowledge within %d hours", (gulong) n),
                              n);
    case HF_CASE_ACKNOWLEDGED:
      n = MAX (settings->call_back_minutes / MINUTES_AN_HOUR, 1);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "call back within %d hour",
                                           "call back within %d hours", (gulong) n),
                              n);
    case HF_CASE_INVESTIGATING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "answer within %d working day",
                                           "answer within %d working days",
                                           (gulong) settings->answer_days),
                              settings->answer_days);
    case HF_CASE_ANSWERED:
      return g_strdup (_ ("waits for the customer’s yes"));
    case HF_CASE_RESOLVED:
      return g_strdup (_ ("close once satisfied"));
    case HF_CASE_CLOSED:
    default:
      return g_strdup ("");
    }
}

HfUrgency
hf_case_get_urgency (const HfComplaintRow *row, HfMinute now)
{
  HfMinute warning = row->warn_at != HF_MINUTE_NONE
                         ? row->warn_at
                         : hf_deadline_get_warning (row->begun_at, row->due_at);

  if (row->due_at == HF_MINUTE_NONE)
    return HF_URGENCY_NONE;
  if (row->due_at < now)
    return HF_URGENCY_LATE;
  return warning <= now ? HF_URGENCY_SOON : HF_URGENCY_NONE;
}

/**
 * hf_case_format_left:
 *
 * Returns: (transfer full): "50 minutes left", "2 days late"; empty where no clock runs
 */
char *
hf_case_format_left (const HfComplaintRow *row, HfMinute now)
{
  g_autofree char *length = NULL;

  if (row->due_at == HF_MINUTE_NONE)
    return g_strdup ("");
  if (row->due_at < now)
    return hf_when_format_late (row->due_at, now);
  length = hf_when_format_left (row->due_at - now);
  return g_strdup_printf (_ ("%s left"), length);
}

/**
 * hf_case_get_fraction:
 *
 * Returns: how much of the time has passed, 0 to 1
 */
double
hf_case_get_fraction (const HfComplaintRow *row, HfMinute now)
{
  if (row->due_at == HF_MINUTE_NONE || row->due_at <= row->begun_at)
    return 1;
  return CLAMP ((double) (now - row->begun_at) / (double) (row->due_at - row->begun_at), 0, 1);
}

/**
 * hf_case_get_deadline_label:
 *
 * Returns: (transfer none): what the nearest deadline asks for; empty for none
 */
const char *
hf_case_get_deadline_label (const HfComplaintRow *row)
{
  return row->deadline >= 0 ? hf_deadline_get_label ((HfDeadlineKind) row->deadline) : "";
}

/* hf-reason.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reason.h"

#include <glib/gi18n-lib.h>

static char *
format_date (HfDay day, const char *format)
{
  char text[64];
  int y, m, d;
  GDate date;

  hf_day_to_ymd (day, &y, &m, &d);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  g_date_strftime (text, sizeof text, format, &date);
  return g_strdup (text);
}

/* What started the plan, to go into “7 days after …”. */
static char *
format_trigger (HfTrigger trigger, const char *day)
{
  switch (trigger)
    {
    case HF_TRIGGER_PURCHASE:
      return g_strdup_printf (_ ("the purchase on %s"), day);
    case HF_TRIGGER_DELIVERY:
      return g_strdup_printf (_ ("the delivery on %s"), day);
    case HF_TRIGGER_TIER:
      return g_strdup_printf (_ ("the change of tier on %s"), day);
    case HF_TRIGGER_SALE_WINDOW:
      return g_strdup_printf (_ ("the sale window was set on %s"), day);
    case HF_TRIGGER_SERVICE_STOPPED:
      return g_strdup_printf (_ ("the customer stopped on %s"), day);
    case HF_TRIGGER_STAGE:
      return g_strdup_printf (_ ("the change of stage on %s"), day);
    case HF_TRIGGER_NEW_CARD:
      return g_strdup_printf (_ ("the card was made on %s"), day);
    case HF_TRIGGER_REFERRAL:
      return g_strdup_printf (_ ("the news of the referral on %s"), day);
    case HF_TRIGGER_MANUAL:
    default:
      return g_strdup_printf (_ ("the plan began on %s"), day);
    }
}

static char *
format_days (int days)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days), days);
}

static char *
format_months (int months)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong) months),
                          months);
}

/* The happening from which the plan counts. */
static char *
format_anchor (const HfReason *reason)
{
  g_autofree char *day = hf_reason_format_day_seen (reason->anchor_day, reason->due_day);

  if (reason->item->rhythm == HF_RHYTHM_MARK)
    return g_strdup_printf (_ ("the material or event on %s"), day);
  if (reason->anchor_day == reason->started || reason->item->anchor == HF_ANCHOR_TRIGGER)
    {
      if (reason->item->rhythm == HF_RHYTHM_NONE || reason->anchor_day == reason->started)
        return format_trigger (reason->trigger, day);
      return g_strdup_printf (_ ("the last contact on %s"), day);
    }
  if (reason->item->anchor == HF_ANCHOR_STEP)
    return g_strdup_printf (_ ("step %d on %s"), reason->item->anchor_step, day);
  return g_strdup_printf (_ ("the step before on %s"), day);
}

/* A plan for purchases on which somebody put the customer counts from a day, not from a purchase.
 */
static gboolean
counts_from_a_day (const HfReason *reason)
{
  return reason->by_hand &&
         (reason->trigger == HF_TRIGGER_PURCHASE || reason->trigger == HF_TRIGGER_DELIVERY) &&
         (reason->anchor_day == reason->started ||
          (reason->item->anchor == HF_ANCHOR_TRIGGER && reason->item->rhythm == HF_RHYTHM_NONE));
}

static char *
format_since (const HfReason *reason, const char *span)
{
  g_autofree char *day = hf_reason_format_day_seen (reason->anchor_day, reason->due_day);

  if (reason->item->rhythm == HF_RHYTHM_NONE && reason->item->offset == 0)
    return g_strdup_printf (_ ("at once since %s"), day);
  if (reason->item->within)
    return g_strdup_printf (_ ("within %s since %s"), span, day);
  return g_strdup_printf (_ ("%s since %s"), span, day);
}

/* One that is overdue belongs to a month that may be over: the month is named. */
static char *
format_place_in_month (const HfReason *reason)
{
  /* Translators: the name of a month, as strftime(3) takes it. */
  g_autofree char *month = format_date (reason->original_day, _ ("%B"));

  return g_strdup_printf (_ ("number %d in %s"), reason->occurrence % 10, month);
}

static char *
format_when (const HfReason *reason)
{
  const HfPlanItem *item = reason->item;
  g_autofree char *anchor = NULL;
  g_autofree char *span = NULL;

  if (item->rhythm == HF_RHYTHM_PER_MONTH)
    return format_place_in_month (reason);
  anchor = format_anchor (reason);
  span = item->rhythm == HF_RHYTHM_MONTHS ? format_months (item->interval)
         : item->rhythm == HF_RHYTHM_DAYS ? format_days (item->interval)
                                          : format_days (item->offset);
  if (counts_from_a_day (reason))
    return format_since (reason, span);
  if (item->rhythm == HF_RHYTHM_NONE && item->offset == 0)
    return g_strdup_printf (_ ("at once after %s"), anchor);
  if (item->within)
    return g_strdup_printf (_ ("within %s after %s"), span, anchor);
  return g_strdup_printf (_ ("%s after %s"), span, anchor);
}

static const char *
get_cause (HfMoveCause cause)
{
  switch (cause)
    {
    case HF_MOVE_WEEKDAY:
      return _ ("no contact on that day of the week");
    case HF_MOVE_DAY:
      return _ ("no contact on that day");
    case HF_MOVE_QUIET:
      return _ ("not to be disturbed before");
    case HF_MOVE_NO_HOME:
      return _ ("no home visits at that time");
    case HF_MOVE_REFUSED:
      return _ ("the customer does not want it");
    case HF_MOVE_CAP:
      return _ ("enough contacts in that week");
    case HF_MOVE_PAUSED:
      return _ ("care was paused");
    case HF_MOVE_BY_STAFF:
      return _ ("a colleague chose another day");
    case HF_MOVE_NONE:
    default:
      return NULL;
    }
}

/**
 * hf_reason_init:
 * @reason: (out): borrows from @plan
 * @started: the day of the trigger
 */
void
hf_reason_init (HfReason *reason, const HfPlan *plan, HfDay started, const HfDueContact *due)
{
  g_return_if_fail (reason != NULL && plan != NULL && due != NULL);

  *reason = (HfReason){ .plan_name = plan->name,
                        .trigger = plan->trigger,
                        .started = started,
                        .item = due->item,
                        .occurrence = due->occurrence,
                        .index = due->index,
                        .count = due->count,
                        .anchor_day = due->anchor_day,
                        .original_day = due->original_day,
                        .due_day = due->due_day,
                        .moved = due->moved };
}

/**
 * hf_reason_format_day:
 *
 * Returns: (transfer full): the day as the user writes it within a year, `10 Nov`
 */
char *
hf_reason_format_day (HfDay day)
{
  /* Translators: a day within a year, as strftime(3) takes it. */
  return format_date (day, _ ("%-d %b"));
}

/**
 * hf_reason_format_day_seen:
 * @from: the day that is spoken of with it
 *
 * Returns: (transfer full): the day, with its year unless it lies within half a year of @from,
 * where nobody takes it for another year's
 */
char *
hf_reason_format_day_seen (HfDay day, HfDay from)
{
  if (day >= hf_day_add_months (from, -6) && day <= hf_day_add_months (from, 6))
    return hf_reason_format_day (day);
  /* Translators: a day with its year, as strftime(3) takes it. */
  return format_date (day, _ ("%-d %b %Y"));
}

/**
 * hf_reason_format_move:
 *
 * Returns: (transfer full) (nullable): why a follow-up is due on another day than
 *   the plan names, %NULL when it is not
 */
char *
hf_reason_format_move (HfDay original_day, HfDay due_day, HfMoveCause moved)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *cause = get_cause (moved);

  if (original_day == due_day || cause == NULL)
    return NULL;
  from = hf_reason_format_day_seen (original_day, due_day);
  to = hf_reason_format_day (due_day);
  return g_strdup_printf (_ ("moved from %s to %s, %s"), from, to, cause);
}

/**
 * hf_reason_format:
 *
 * Returns: (transfer full): one sentence that says to a clerk why the follow-up is
 *   there and why on that day; without names, numbers or anything about health
 */
char *
hf_reason_format (const HfReason *reason)
{
  g_autofree char *when = NULL;
  g_autofree char *move = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (reason != NULL && reason->item != NULL, NULL);

  when = format_when (reason);
  if (reason->index > 0 && reason->count == 1)
    sentence = g_strdup_printf (_ ("%s: %s"), reason->plan_name, when);
  else if (reason->index > 0)
    sentence = g_strdup_printf (_ ("%s, step %u of %u: %s"), reason->plan_name, reason->index,
                                reason->count, when);
  else
    sentence = g_strdup_printf (_ ("%s, %s: %s"), reason->plan_name, reason->item->title, when);
  move = hf_reason_format_move (reason->original_day, reason->due_day, reason->moved);
  if (move == NULL)
    return g_steal_pointer (&sentence);
  return g_strdup_printf (_ ("%s; %s"), sentence, move);
}

/* hf-reminder-text.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-text.h"

#include <glib/gi18n-lib.h>

#include "hf-phone.h"

/* A telephone number becomes an ellipsis (PHONE-4), a line break a space. */
static char *
make_harmless (const char *text)
{
  GString *harmless = g_string_new (text);
  gsize start, length;

  while (hf_phone_find (harmless->str, &start, &length))
    {
      g_string_erase (harmless, (gssize) start, (gssize) length);
      g_string_insert (harmless, (gssize) start, "…");
    }
  g_strdelimit (harmless->str, "\n\r\t", ' ');
  return g_string_free (harmless, FALSE);
}

static HfReminderText *
create_text (char *title, char *body)
{
  HfReminderText *text = g_new (HfReminderText, 1);

  text->title = title;
  text->body = body;
  return text;
}

/* What to do, as far as it may be said beside a name: that somebody is unwell or has
 * complained is not for the whole office to read. */
static char *
describe_task (const HfReminder *reminder)
{
  const char *channel = hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) reminder->channel);
  g_autofree char *purpose = NULL;

  switch (reminder->kind)
    {
    case HF_KIND_ADVERSE:
    case HF_KIND_COMPLAINT:
    case HF_KIND_URGENT:
      return g_strdup_printf ("%s · %s", hf_domain_get_label (HF_DOMAIN_KIND, HF_KIND_URGENT),
                              channel);
    case HF_KIND_PROMISE:
      return g_strdup_printf ("%s · %s", hf_domain_get_label (HF_DOMAIN_KIND, HF_KIND_PROMISE),
                              channel);
    case HF_KIND_STEP:
    case HF_KIND_SPECIAL_DATE:
    case HF_KIND_SALE_WINDOW:
    case HF_KIND_ROUTINE:
    case HF_KIND_GREETING:
    default:
      if (reminder->purpose == NULL || *reminder->purpose == '\0')
        return g_strdup (channel);
      purpose = make_harmless (reminder->purpose);
      return g_strdup_printf ("%s · %s", channel, purpose);
    }
}

/**
 * hf_reminder_text_free:
 */
void
hf_reminder_text_free (HfReminderText *text)
{
  if (text == NULL)
    return;
  g_free (text->title);
  g_free (text->body);
  g_free (text);
}

/**
 * hf_reminder_format_due:
 *
 * Returns: (transfer full): @due as people say it at @now: "2 days late", "today 11:30",
 *   "tomorrow 09:00", "3 December 09:00"
 */
char *
hf_reminder_format_due (HfMinute due, HfMinute now)
{
  gint64 days = hf_minute_get_day (due) - hf_minute_get_day (now);
  int minute = hf_minute_of_day (due);
  int hour = minute / 60;
  g_autoptr (GDateTime) date = NULL;

  minute %= 60;
  if (days < 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) -days), (int) -days);
  if (days == 0)
    return g_strdup_printf (_ ("today %02d:%02d"), hour, minute);
  if (days == 1)
    return g_strdup_printf (_ ("tomorrow %02d:%02d"), hour, minute);
  /* UTC stands for the office's zone here: the minute is civil already. */
  date = g_date_time_new_from_unix_utc (due * 60);
  /* Translators: a day and a time as in g_date_time_format(), without the year. */
  return g_date_time_format (date, _ ("%-e %B %H:%M"));
}

/**
 * hf_reminder_text_new:
 * @now: in the office's zone
 * @is_private: whether neither the customer nor the task may be named
 *
 * Returns: (transfer full): the words for one follow-up, in the person's language
 */
HfReminderText *
hf_reminder_text_new (const HfReminder *reminder, HfMinute now, gboolean is_private)
{
  g_autofree char *task = NULL;
  g_autofree char *due = NULL;

  g_return_val_if_fail (reminder != NULL && reminder->customer != NULL, NULL);

  due = hf_reminder_format_due (reminder->due, now);
  if (is_private)
    return create_text (g_strdup (_ ("A follow-up is due")), g_steal_pointer (&due));
  task = describe_task (reminder);
  return create_text (make_harmless (reminder->customer), g_strdup_printf ("%s\n%s", task, due));
}

/* "Wang Xiuying, Chen Wei, Li Na and 4 more" */
static char *
list_names (const HfReminderSummary *summary)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_named = g_strv_length (summary->names);
  guint n_more = summary->n_customers > n_named ? summary->n_customers - n_named : 0;

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *name = make_harmless (summary->names[i]);

      if (i > 0)
        /* Translators: stands between the names of customers in a list. */
        g_string_append (list, _ (", "));
      g_string_append (list, name);
    }
  if (n_more == 0)
    return g_strdup (list->str);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", n_more),
                          list->str, n_more);
}

/* "2 urgent · 3 late", or "" */
static char *
format_counts (const HfReminderSummary *summary)
{
  GString *counts = g_string_new (NULL);
  guint n_pressing = summary->n_pressing, n_late = summary->n_late;

  if (n_pressing > 0)
    g_string_append_printf (
        counts, g_dngettext (GETTEXT_PACKAGE, "%u urgent", "%u urgent", n_pressing), n_pressing);
  if (n_pressing > 0 && n_late > 0)
    g_string_append (counts, " · ");
  if (n_late > 0)
    g_string_append_printf (counts, g_dngettext (GETTEXT_PACKAGE, "%u late", "%u late", n_late),
                            n_late);
  return g_string_free (counts, FALSE);
}

/**
 * hf_reminder_text_new_summary:
 * @is_private: whether no customer may be named
 *
 * Returns: (transfer full): the words for a backlog that is shown as one notification
 */
HfReminderText *
hf_reminder_text_new_summary (const HfReminderSummary *summary, gboolean is_private)
{
  guint n = 0;
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (summary != NULL && summary->names != NULL, NULL);

  n = summary->n_follow_ups;
  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u follow-up is due", "%u follow-ups are due", n), n);
  counts = format_counts (summary);
  if (is_private)
    return create_text (g_steal_pointer (&title), g_steal_pointer (&counts));
  names = list_names (summary);
  if (*counts == '\0')
    return create_text (g_steal_pointer (&title), g_steal_pointer (&names));
  return create_text (g_steal_pointer (&title), g_strdup_printf ("%s\n%s", counts, names));
}

/* hf-reminder-show.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-show.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-office.h"
#include "hf-reminder-text.h"

#define KEY_PREFIX "follow-up-"

/**
 * hf_reminder_key:
 *
 * Returns: (transfer full): what the notification of a follow-up is called
 */
char *
hf_reminder_key (gint64 follow_up)
{
  return g_strdup_printf (KEY_PREFIX "%" G_GINT64_FORMAT, follow_up);
}

/**
 * hf_reminder_parse_key:
 *
 * Returns: the follow-up, 0 for the summary
 */
gint64
hf_reminder_parse_key (const char *key)
{
  return g_str_has_prefix (key, KEY_PREFIX) ? g_ascii_strtoll (key + strlen (KEY_PREFIX), NULL, 10)
                                            : 0;
}

/**
 * hf_reminder_load:
 *
 * Returns: (transfer full): the follow-up, or %NULL with an error: %HF_ERROR_NOT_FOUND when it is
 *   gone or nothing is to be done about it any more
 */
HfWorkItem *
hf_reminder_load (HfDb *db, gint64 follow_up, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (HfWorkItem) item = hf_work_load (db, follow_up, &local);

  if (item != NULL && item->state == HF_FOLLOW_UP_OPEN)
    return g_steal_pointer (&item);
  if (local == NULL)
    g_set_error_literal (&local, HF_ERROR, HF_ERROR_NOT_FOUND,
                         _ ("There is no such follow-up, or it is closed already."));
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static HfReminder
make_reminder (const HfWorkItem *item)
{
  /* The title of one that no plan asked for is in the customer's or the clerk's own words. */
  return (HfReminder){ item->customer, item->kind, item->channel,
                       item->plan != NULL ? item->title : NULL, item->due_at };
}

static gboolean
is_private (HfDb *db)
{
  g_autofree char *value = hf_setting_dup (db, "reminders.private", "0", NULL);

  return g_strcmp0 (value, "1") == 0;
}

static HfUrgency
get_urgency (HfKind kind)
{
  return kind <= HF_KIND_URGENT ? HF_URGENCY_HIGH : HF_URGENCY_NORMAL;
}

static gboolean
show_single (HfDb *db, HfNotifier *notifier, gint64 id, HfMinute now, GError **error)
{
  g_autoptr (HfWorkItem) item = hf_reminder_load (db, id, error);
  g_autoptr (HfReminderText) text = NULL;
  g_autofree char *key = hf_reminder_key (id);
  HfNotificationAction actions[] = {
    { HF_NOTIFICATION_DEFAULT_ACTION, _ ("Open") },
    { HF_REMINDER_SNOOZE, _ ("In 1 hour") },
    { HF_REMINDER_NOT_REACHED, _ ("Not reached") },
  };
  HfNotification notification = { 0 };
  HfReminder reminder;

  if (item == NULL)
    return FALSE;
  reminder = make_reminder (item);
  text = hf_reminder_text_new (&reminder, now, is_private (db));
  notification.key = key;
  notification.title = text->title;
  notification.body = text->body;
  notification.urgency = get_urgency (item->kind);
  notification.actions = actions;
  notification.n_actions = G_N_ELEMENTS (actions);
  return hf_notifier_show (notifier, &notification, error);
}

/**
 * hf_reminder_show_summary:
 *
 * One notification for many; an older one is replaced.
 *
 * Returns: %FALSE with an error when it is not on the screen
 */
gboolean
hf_reminder_show_summary (HfDb *db,
                          HfNotifier *notifier,
                          const HfReminderSummary *summary,
                          GError **error)
{
  g_autoptr (HfReminderText) text = hf_reminder_text_new_summary (summary, is_private (db));
  HfNotificationAction actions[] = { { HF_NOTIFICATION_DEFAULT_ACTION, _ ("Open") } };
  HfNotification notification = { 0 };

  notification.key = HF_REMINDER_SUMMARY_KEY;
  notification.title = text->title;
  notification.body = text->body;
  notification.urgency = HF_URGENCY_NORMAL;
  notification.actions = actions;
  notification.n_actions = G_N_ELEMENTS (actions);
  return hf_notifier_show (notifier, &notification, error);
}

/**
 * hf_reminder_show:
 * @follow_ups: (element-type gint64): claimed already
 * @shown: (element-type gint64): those that are on the screen are added here
 * @not_shown: (element-type gint64): the others here
 * @error: why the first of them is not; there is no return value, since some may be shown and some
 * not
 */
void
hf_reminder_show (HfDb *db,
                  HfNotifier *notifier,
                  GArray *follow_ups,
                  HfMinute now,
                  GArray *shown,
                  GArray *not_shown,
                  GError **error)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      gint64 id = g_array_index (follow_ups, gint64, i);
      g_autoptr (GError) local = NULL;
      gboolean done = show_single (db, notifier, id, now, &local);

      g_array_append_vals (done ? shown : not_shown, &id, 1);
      if (!done && error != NULL && *error == NULL)
        g_propagate_error (error, g_steal_pointer (&local));
    }
}

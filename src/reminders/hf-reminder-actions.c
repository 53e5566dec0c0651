/* hf-reminder-actions.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-actions.h"

#include <gio/gio.h>
#include <string.h>

#include "hf-contact-window.h"
#include "hf-follow-up.h"
#include "hf-notifier.h"
#include "hf-reminder-show.h"
#include "hf-visit.h"

#define APP_ID         "org.huifang.Huifang"
#define APP_PATH       "/org/huifang/Huifang"
#define SNOOZE_MINUTES (60)

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL)
    g_warning ("Huifang cannot be opened: %s", error->message);
}

/* Starts the app when it is not running: it is activatable by D-Bus. The token lets its window come
 * to the front. */
static gboolean
open_app (gint64 follow_up, const char *token, GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  GVariantBuilder parameters;
  GVariantBuilder platform;

  if (bus == NULL)
    return FALSE;
  g_variant_builder_init (&platform, G_VARIANT_TYPE_VARDICT);
  if (token != NULL)
    g_variant_builder_add (&platform, "{sv}", "activation-token", g_variant_new_string (token));
  if (follow_up == 0)
    {
      g_dbus_connection_call (bus, APP_ID, APP_PATH, "org.freedesktop.Application", "Activate",
                              g_variant_new ("(a{sv})", &platform), NULL, G_DBUS_CALL_FLAGS_NONE,
                              -1, NULL, on_opened, NULL);
      return TRUE;
    }
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_int64 (follow_up));
  g_dbus_connection_call (bus, APP_ID, APP_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", "show-follow-up", &parameters, &platform),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_opened, NULL);
  return TRUE;
}

/* A try without an answer, by the channel that was due (VISIT-5). */
static gboolean
log_not_reached (HfDb *db, const HfActor *actor, gint64 follow_up, GError **error)
{
  g_autoptr (HfWorkItem) item = hf_reminder_load (db, follow_up, error);
  g_autoptr (GArray) staff = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;

  if (item == NULL)
    return FALSE;
  if (item->staff_id != 0)
    g_array_append_val (staff, item->staff_id);
  hf_visit_draft_init (&draft);
  draft.customer_id = item->customer_id;
  draft.staff = staff;
  draft.channel = item->channel;
  draft.outcome = item->channel == HF_CHANNEL_HOME ? HF_OUTCOME_NOT_HOME : HF_OUTCOME_NO_ANSWER;
  return hf_command_log_visit (db, actor, &draft, &result, error);
}

/**
 * hf_reminder_act:
 * @key: of the notification
 * @action: which button, %HF_NOTIFICATION_DEFAULT_ACTION for the notification itself
 * @token: (nullable): for the window to come to the front
 *
 * Does what the button says.
 */
gboolean
hf_reminder_act (HfDb *db,
                 const HfActor *actor,
                 const char *key,
                 const char *action,
                 const char *token,
                 GError **error)
{
  gint64 id = hf_reminder_parse_key (key);

  if (id == 0 || strcmp (action, HF_NOTIFICATION_DEFAULT_ACTION) == 0)
    return open_app (id, token, error);
  if (strcmp (action, HF_REMINDER_SNOOZE) == 0)
    return hf_command_snooze (db, actor, id,
                              hf_contact_hours_get_next (actor->now + SNOOZE_MINUTES), error);
  return log_not_reached (db, actor, id, error);
}

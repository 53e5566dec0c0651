/* hf-reminder-engine.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-engine.h"

#include <glib/gi18n-lib.h>

#include "hf-clock-source.h"
#include "hf-db-watch.h"
#include "hf-engine.h"
#include "hf-office.h"
#include "hf-process.h"
#include "hf-reminder-actions.h"
#include "hf-reminder-show.h"
#include "hf-reminder.h"

/* After trouble with the database: it may be busy, or its disk full for a while. */
#define RETRY_MINUTES (5)

/**
 * HfReminderEngine:
 *
 * The database is the truth, the timer a hint: on any wake (the moment came, the clock was set,
 * somebody wrote, a notification server appeared) it asks the database what is due, claims that,
 * and only then shows it. Lives in one thread with a main loop; owns its connection.
 */
struct _HfReminderEngine
{
  GObject parent_instance;

  HfDb *db;
  HfNotifier *notifier;
  HfDbWatch *watch;
  GSource *clock;
  char *process;
  gint64 clock_offset_ms; /* what --now differs from the real time */
  HfDeliveryRules rules;
  GHashTable *on_screen; /* (element-type gint64): follow-ups with a notification of their own */
  GHashTable *failed;    /* (element-type gint64 HfMinute): could not be shown, and when */
  HfDay evaluated_on;
  HfMinute next_wake;
  gboolean server_appeared;
};

G_DEFINE_FINAL_TYPE (HfReminderEngine, hf_reminder_engine, G_TYPE_OBJECT)

/* The time is the real one, moved by what was asked for at the start, so that it goes on. */
static gboolean
init_actor (HfReminderEngine *self, HfActor *actor, GError **error)
{
  g_autoptr (GTimeZone) zone = hf_office_dup_zone (self->db, error);

  if (zone == NULL)
    return FALSE;
  *actor = (HfActor){ 0, HF_ROLE_MANAGER, 0, g_get_real_time () / 1000 + self->clock_offset_ms };
  actor->now = hf_office_minute (zone, actor->now_ms);
  return TRUE;
}

static gboolean
evaluate_day (HfReminderEngine *self, const HfActor *actor, GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  HfEngineResult result;

  if (self->evaluated_on == today)
    return TRUE;
  if (!hf_command_run_engine (self->db, actor, &result, NULL, error))
    return FALSE;
  self->evaluated_on = today;
  return TRUE;
}

static HfDeliveryState
get_state (HfReminderEngine *self, const HfReminderRow *row)
{
  if (row->delivered_for == HF_MINUTE_NONE)
    return g_hash_table_contains (self->failed, &row->follow_up) ? HF_DELIVERY_FAILED
                                                                 : HF_DELIVERY_NONE;
  if (row->delivered)
    return HF_DELIVERY_SHOWN;
  return hf_process_runs (row->claimed_by) ? HF_DELIVERY_CLAIMED : HF_DELIVERY_ABANDONED;
}

/* A snoozed one that still is on the screen comes twice: as due, and with its delivery, which says
 * more. */
static gboolean
is_listed (GArray *deliveries, gint64 id)
{
  for (guint i = 0; i < deliveries->len; i++)
    if (g_array_index (deliveries, HfDelivery, i).id == id)
      return TRUE;
  return FALSE;
}

static void
add_delivery (HfReminderEngine *self, GArray *deliveries, const HfReminderRow *row, GTimeZone *zone)
{
  HfDelivery delivery = { 0 };
  HfMinute *failed_at = g_hash_table_lookup (self->failed, &row->follow_up);

  delivery.id = row->follow_up;
  delivery.kind = row->kind;
  delivery.due = row->remind_at;
  delivery.state = get_state (self, row);
  delivery.delivered_for =
      delivery.state == HF_DELIVERY_FAILED ? row->remind_at : row->delivered_for;
  delivery.at = failed_at != NULL ? *failed_at : hf_office_minute (zone, row->claimed_ms);
  g_array_append_val (deliveries, delivery);
}

static GArray *
read_deliveries (HfReminderEngine *self, HfMinute now, GError **error)
{
  g_autoptr (GTimeZone) zone = hf_office_dup_zone (self->db, error);
  g_autoptr (GArray) rows = zone != NULL ? hf_reminder_dup_rows (self->db, now, error) : NULL;
  g_autoptr (GArray) deliveries = NULL;

  if (rows == NULL)
    return NULL;
  deliveries = g_array_new (FALSE, FALSE, sizeof (HfDelivery));
  for (guint i = 0; i < rows->len; i++)
    {
      const HfReminderRow *row = &g_array_index (rows, HfReminderRow, i);

      if (row->delivered_for != HF_MINUTE_NONE)
        add_delivery (self, deliveries, row, zone);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const HfReminderRow *row = &g_array_index (rows, HfReminderRow, i);

      if (row->delivered_for == HF_MINUTE_NONE && !is_listed (deliveries, row->follow_up))
        add_delivery (self, deliveries, row, zone);
    }
  return g_steal_pointer (&deliveries);
}

static void
take_from_screen (HfReminderEngine *self, gint64 id)
{
  g_autofree char *key = hf_reminder_key (id);

  g_hash_table_remove (self->on_screen, &id);
  hf_notifier_withdraw (self->notifier, key);
}

static gboolean
withdraw (HfReminderEngine *self, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      take_from_screen (self, id);
      if (!hf_reminder_set_closed (self->db, id, "withdrawn", error))
        return FALSE;
    }
  return TRUE;
}

/* An undo takes the delivery along with its follow-up, so that no row asks for a withdrawal. */
static gboolean
withdraw_gone (HfReminderEngine *self, GError **error)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (self->on_screen);

  for (GList *each = ids; each != NULL; each = each->next)
    {
      gint64 id = *(gint64 *) each->data;
      gint64 live = 0;

      if (!hf_db_get_int (self->db, HF_QUERY_REMINDER_LIVE, &live, error, "l", id))
        return FALSE;
      if (live == 0)
        take_from_screen (self, id);
    }
  return TRUE;
}

static void
note_shown (HfReminderEngine *self, GArray *ids, gboolean one_by_one)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_hash_table_remove (self->failed, &id);
      if (one_by_one)
        g_hash_table_add (self->on_screen, g_memdup2 (&id, sizeof id));
    }
}

static void
note_failed (HfReminderEngine *self, GArray *ids, HfMinute now)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_replace (self->failed,
                          g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)),
                          g_memdup2 (&now, sizeof now));
}

/* Claims first and shows then: after a crash in between the claim tells that it was never shown. */
static gboolean
deliver (
    HfReminderEngine *self, const HfActor *actor, GArray *ids, gboolean gathered, GError **error)
{
  g_autoptr (GArray) mine = NULL;
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) not_shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) trouble = NULL;

  if (ids->len == 0)
    return TRUE;
  if (!hf_reminder_claim (self->db, actor, ids, self->process, &mine, error))
    return FALSE;
  hf_reminder_show (self->db, self->notifier, mine, gathered, actor->now, shown, not_shown,
                    &trouble);
  if (trouble != NULL)
    g_message ("a reminder could not be shown: %s", trouble->message);
  note_failed (self, not_shown, actor->now);
  note_shown (self, shown, !gathered || mine->len == 1);
  return hf_reminder_set_shown (self->db, actor, shown, error) &&
         hf_reminder_give_back (self->db, not_shown, error);
}

static void
arm (HfReminderEngine *self, HfMinute wake)
{
  g_autoptr (GTimeZone) zone = hf_office_dup_zone (self->db, NULL);

  self->next_wake = wake;
  if (zone != NULL && self->clock != NULL)
    hf_clock_source_arm (self->clock, (hf_office_ms (zone, wake) - self->clock_offset_ms) * 1000);
}

/**
 * hf_reminder_engine_look:
 *
 * Asks the database what is due and shows it. Called by itself on every wake; public for tests and
 * `--once`.
 */
gboolean
hf_reminder_engine_look (HfReminderEngine *self, GError **error)
{
  g_autoptr (GArray) deliveries = NULL;
  g_autoptr (HfDeliveryPlan) plan = NULL;
  HfActor actor;

  g_return_val_if_fail (HF_IS_REMINDER_ENGINE (self), FALSE);

  if (!init_actor (self, &actor, error))
    return FALSE;
  self->next_wake = actor.now + RETRY_MINUTES;
  if (!evaluate_day (self, &actor, error) ||
      (deliveries = read_deliveries (self, actor.now, error)) == NULL)
    return FALSE;
  plan = hf_delivery_plan_new ((const HfDelivery *) (void *) deliveries->data, deliveries->len,
                               &self->rules, actor.now, self->server_appeared);
  self->server_appeared = FALSE;
  if (!withdraw (self, plan->withdraw, error) || !withdraw_gone (self, error) ||
      !deliver (self, &actor, plan->single, FALSE, error) ||
      !deliver (self, &actor, plan->gathered, TRUE, error))
    return FALSE;
  self->next_wake = plan->next_wake;
  return TRUE;
}

static void
look_and_arm (HfReminderEngine *self)
{
  g_autoptr (GError) error = NULL;

  if (!hf_reminder_engine_look (self, &error))
    g_warning ("reminders: %s", error->message);
  /* What failed may be due again at the moment that the plan named, which is over by then. */
  arm (self, self->next_wake);
}

static gboolean
on_clock (HfClockEvent event, gpointer data)
{
  look_and_arm (data);
  return G_SOURCE_CONTINUE;
}

static void
on_database_changed (gpointer db, gpointer data)
{
  look_and_arm (data);
}

static void
on_server_appeared (HfNotifier *notifier, gpointer data)
{
  HfReminderEngine *self = data;

  self->server_appeared = TRUE;
  look_and_arm (self);
}

static void
on_action (HfNotifier *notifier, const char *key, const char *id, const char *token, gpointer data)
{
  HfReminderEngine *self = data;
  g_autoptr (GError) error = NULL;
  HfActor actor;

  if (!init_actor (self, &actor, &error) ||
      !hf_reminder_act (self->db, &actor, key, id, token, &error))
    g_warning ("reminders: %s", error->message);
  look_and_arm (self);
}

static void
on_closed (HfNotifier *notifier, const char *key, guint reason, gpointer data)
{
  HfReminderEngine *self = data;
  gint64 id = hf_reminder_parse_key (key);
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->on_screen, &id);
  if (id != 0 && !hf_reminder_set_closed (self->db, id, "closed", &error))
    g_warning ("reminders: %s", error->message);
}

static void
hf_reminder_engine_finalize (GObject *object)
{
  HfReminderEngine *self = HF_REMINDER_ENGINE (object);

  if (self->clock != NULL)
    g_source_destroy (self->clock);
  g_clear_pointer (&self->clock, g_source_unref);
  g_clear_pointer (&self->watch, hf_db_watch_free);
  g_signal_handlers_disconnect_by_data (self->notifier, self);
  g_clear_object (&self->notifier);
  g_hash_table_unref (self->failed);
  g_hash_table_unref (self->on_screen);
  g_free (self->process);
  hf_db_close (self->db);

  G_OBJECT_CLASS (hf_reminder_engine_parent_class)->finalize (object);
}

static void
hf_reminder_engine_class_init (HfReminderEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_reminder_engine_finalize;
}

static void
hf_reminder_engine_init (HfReminderEngine *self)
{
  self->on_screen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->failed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->process = hf_process_dup_name ();
  self->evaluated_on = HF_DAY_NONE;
}

/**
 * hf_reminder_engine_new:
 * @db: (transfer full): a writing connection of its own
 * @notifier: (transfer full):
 * @clock_offset_ms: added to the real time, 0 outside of tests
 * @rules: quiet hours and the like, copied
 *
 * Returns: (transfer full): an engine that does nothing until it is started or asked to look
 */
HfReminderEngine *
hf_reminder_engine_new (HfDb *db,
                        HfNotifier *notifier,
                        gint64 clock_offset_ms,
                        const HfDeliveryRules *rules)
{
  HfReminderEngine *self = g_object_new (HF_TYPE_REMINDER_ENGINE, NULL);

  self->db = db;
  self->notifier = notifier;
  self->clock_offset_ms = clock_offset_ms;
  self->rules = *rules;
  g_signal_connect (notifier, "action", G_CALLBACK (on_action), self);
  g_signal_connect (notifier, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect (notifier, "server-appeared", G_CALLBACK (on_server_appeared), self);
  return self;
}

/**
 * hf_reminder_engine_start:
 *
 * Looks now, and from then on whenever there is cause to. Needs a running main loop.
 */
void
hf_reminder_engine_start (HfReminderEngine *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HF_IS_REMINDER_ENGINE (self) && self->clock == NULL);

  self->clock = hf_clock_source_new ();
  g_source_set_callback (self->clock, G_SOURCE_FUNC (on_clock), self, NULL);
  g_source_attach (self->clock, NULL);
  self->watch = hf_db_watch_new (self->db, on_database_changed, self, &error);
  if (self->watch == NULL)
    {
      g_warning ("reminders: changes by others will be seen late: %s", error->message);
      g_clear_error (&error);
    }
  if (!hf_reminder_close_others (self->db, self->process, &error))
    g_warning ("reminders: %s", error->message);
  look_and_arm (self);
}

HfMinute
hf_reminder_engine_get_next_wake (HfReminderEngine *self)
{
  g_return_val_if_fail (HF_IS_REMINDER_ENGINE (self), HF_MINUTE_NONE);

  return self->next_wake;
}

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
#include "hf-deadline-reminder.h"
#include "hf-engine.h"
#include "hf-office.h"
#include "hf-process.h"
#include "hf-reminder-actions.h"
#include "hf-reminder-rules.h"
#include "hf-reminder-screen.h"
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
  HfReminderScreen screen;
  HfDbWatch *watch;
  GSource *clock;
  gint64 clock_offset_ms; /* what --now differs from the real time */
  HfDeliveryRules default_rules;
  HfDeliveryRules rules; /* as read at the last look */
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

/* What comes to pass at the moment of a deadline, not once a day (COMP-4). */
static gboolean
run_deadlines (HfReminderEngine *self, const HfActor *actor, HfMinute *next, GError **error)
{
  if (!hf_deadlines_get_next (self->db, next, error))
    return FALSE;
  if (*next == HF_MINUTE_NONE || *next > actor->now)
    return TRUE;
  *next = actor->now + 1;
  return hf_command_run_deadlines (self->db, actor, error);
}

static HfDeliveryState
get_state (const HfReminderRow *row, const HfMinute *failed_at)
{
  if (row->delivered_for == HF_MINUTE_NONE)
    return failed_at != NULL ? HF_DELIVERY_FAILED : HF_DELIVERY_NONE;
  return row->delivered ? HF_DELIVERY_SHOWN : HF_DELIVERY_CLAIMED;
}

static const HfMinute *
get_failed_at (HfReminderEngine *self, const HfReminderRow *row)
{
  const HfMinute *at = g_hash_table_lookup (self->screen.failed, &row->follow_up);

  if (at == NULL && row->kind != HF_KIND_ADVERSE &&
      self->screen.backlog_failed_at != HF_MINUTE_NONE)
    return &self->screen.backlog_failed_at;
  return at;
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
  const HfMinute *failed_at = get_failed_at (self, row);

  delivery.id = row->follow_up;
  delivery.kind = row->kind;
  delivery.due = row->remind_at;
  delivery.state = get_state (row, failed_at);
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

/* What a process has claimed that runs no more, or hangs, is due again. */
static gboolean
take_claims_back (HfReminderEngine *self, const HfActor *actor, GError **error)
{
  gint64 stuck_ms = (actor->now_ms / 60000 - self->rules.claim_lasts + 1) * 60000 - 1;
  g_autoptr (GArray) claims = hf_reminder_dup_claims (self->db, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const HfReminderClaim *claim = &g_array_index (claims, HfReminderClaim, i);
      gboolean runs = hf_process_runs (claim->process);

      if (runs && claim->oldest_ms > stuck_ms)
        continue;
      if (!hf_reminder_give_all_back (self->db, claim->process, runs ? stuck_ms : G_MAXINT64,
                                      error))
        return FALSE;
    }
  return claims != NULL;
}

/* More than anybody would list, after an import or a long leave: never loaded one by one. */
static gboolean
deliver_backlog (HfReminderEngine *self, const HfActor *actor, GError **error)
{
  HfMinute failed_at = self->screen.backlog_failed_at;
  gboolean is_over;

  if (hf_delivery_rules_is_quiet (&self->rules, actor->now) ||
      (failed_at != HF_MINUTE_NONE && !self->server_appeared &&
       actor->now < failed_at + self->rules.retry_after))
    return TRUE;
  return hf_reminder_is_backlog (self->db, actor->now, &is_over, error) &&
         (!is_over || hf_reminder_screen_gather (&self->screen, actor, NULL, error));
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
  HfMinute deadline;
  HfActor actor;

  g_return_val_if_fail (HF_IS_REMINDER_ENGINE (self), FALSE);

  if (!init_actor (self, &actor, error))
    return FALSE;
  self->rules = hf_reminder_read_rules (self->db, &self->default_rules);
  self->next_wake = actor.now + RETRY_MINUTES;
  if (!evaluate_day (self, &actor, error) || !run_deadlines (self, &actor, &deadline, error) ||
      !take_claims_back (self, &actor, error) || !deliver_backlog (self, &actor, error) ||
      (deliveries = read_deliveries (self, actor.now, error)) == NULL)
    return FALSE;
  plan = hf_delivery_plan_new ((const HfDelivery *) (void *) deliveries->data, deliveries->len,
                               &self->rules, actor.now, self->server_appeared);
  self->server_appeared = FALSE;
  if (!hf_reminder_screen_withdraw (&self->screen, plan->withdraw, error) ||
      !hf_reminder_screen_withdraw_gone (&self->screen, error) ||
      !hf_reminder_screen_show_each (&self->screen, &actor, plan->single, error) ||
      !hf_reminder_screen_gather (&self->screen, &actor, plan->gathered, error))
    return FALSE;
  self->next_wake = deadline != HF_MINUTE_NONE ? MIN (plan->next_wake, deadline) : plan->next_wake;
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
      !hf_reminder_act (self->db, &actor, key, id, token, &error) ||
      !hf_reminder_screen_close (&self->screen, key, id, &error))
    g_warning ("reminders: %s", error->message);
  look_and_arm (self);
}

static void
lose (HfReminderEngine *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  HfActor actor;

  if (!init_actor (self, &actor, &error) ||
      !hf_reminder_screen_lose (&self->screen, key, actor.now, &error))
    g_warning ("reminders: %s", error->message);
  look_and_arm (self);
}

static void
on_closed (HfNotifier *notifier, const char *key, guint reason, gpointer data)
{
  HfReminderEngine *self = data;
  gint64 id = hf_reminder_parse_key (key);
  g_autoptr (GError) error = NULL;

  if (reason == HF_NOTIFICATION_LOST)
    {
      lose (self, key);
      return;
    }
  if (!hf_reminder_screen_close (&self->screen, key, "closed", &error))
    g_warning ("reminders: %s", error->message);
  g_hash_table_remove (self->screen.singles, &id);
}

static void
hf_reminder_engine_finalize (GObject *object)
{
  HfReminderEngine *self = HF_REMINDER_ENGINE (object);

  if (self->clock != NULL)
    g_source_destroy (self->clock);
  g_clear_pointer (&self->clock, g_source_unref);
  g_clear_pointer (&self->watch, hf_db_watch_free);
  g_signal_handlers_disconnect_by_data (self->screen.notifier, self);
  hf_reminder_screen_clear (&self->screen);
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
  self->evaluated_on = HF_DAY_NONE;
}

/**
 * hf_reminder_engine_new:
 * @db: (transfer full): a writing connection of its own
 * @notifier: (transfer full):
 * @clock_offset_ms: added to the real time, 0 outside of tests
 * @rules: copied; the quiet hours that the branch has set go before those in it, unless it has none
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
  hf_reminder_screen_init (&self->screen, db, notifier);
  self->clock_offset_ms = clock_offset_ms;
  self->default_rules = self->rules = *rules;
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
  if (!hf_reminder_close_others (self->db, self->screen.process, &error))
    g_warning ("reminders: %s", error->message);
  look_and_arm (self);
}

HfMinute
hf_reminder_engine_get_next_wake (HfReminderEngine *self)
{
  g_return_val_if_fail (HF_IS_REMINDER_ENGINE (self), HF_MINUTE_NONE);

  return self->next_wake;
}

/* hf-invite.c: who is invited to an event, who comes, and who came
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-event.h"

#include <glib/gi18n-lib.h>

#include "hf-contact-facts.h"
#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-follow-up.h"
#include "hf-invite-rules.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-tier-store.h"

#define MAX_GUESTS (1000)

/* Whether they come is asked so early that one can plan for it. */
#define ASK_DAYS_BEFORE (3)
#define ASK_WAYS        "phone:agent;message:agent;home:agent"

static void
left_out_free (gpointer data)
{
  HfLeftOut *left_out = data;

  g_free (left_out->name);
  g_free (left_out->why);
  g_free (left_out);
}

static HfInvited *
invited_new (const HfEvent *event)
{
  HfInvited *self = g_new0 (HfInvited, 1);

  self->title = g_strdup (event->title);
  self->customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->left_out = g_ptr_array_new_with_free_func (left_out_free);
  return self;
}

void
hf_invited_free (HfInvited *invited)
{
  g_free (invited->title);
  g_array_unref (invited->customers);
  g_ptr_array_unref (invited->left_out);
  g_free (invited);
}

static gboolean
leave_out (HfInvited *self, HfDb *db, gint64 customer, char *why, GError **error)
{
  HfLeftOut *left_out = g_new0 (HfLeftOut, 1);

  left_out->customer_id = customer;
  left_out->why = why;
  left_out->name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  g_ptr_array_add (self->left_out, left_out);
  return left_out->name != NULL;
}

static gboolean
insert (HfDb *db, const HfActor *actor, gint64 event, gint64 customer, GError **error)
{
  return hf_db_run (db, HF_QUERY_INVITATION_INSERT, error, "lllr", hf_db_new_id (db), event,
                    customer, actor->staff_id);
}

/* Somebody has to hear whether they come, in time to plan for it. Who can't be asked any more by
 * then is not. */
static gboolean
ask_for_reply (HfDb *db,
               const HfActor *actor,
               const HfContactFacts *contact,
               const HfEvent *event,
               GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  HfDay last = hf_minute_get_day (event->starts_at) - 1;
  HfDay wanted = MAX (today, last + 1 - ASK_DAYS_BEFORE);
  HfFollowUpDraft draft = { 0 };
  HfWays ways;
  HfDay day;
  gint64 id;

  if (last < today)
    return TRUE;
  if (!hf_ways_parse (ASK_WAYS, &ways, error) ||
      !hf_db_get_int (db, HF_QUERY_INVITATION_ID, &draft.subject_id, error, "ll", event->id,
                      contact->customer_id))
    return FALSE;
  day = hf_contact_rules_move_day (&contact->rules, wanted, today, last,
                                   hf_ways_get_channels (&ways));
  if (day == HF_DAY_NONE || day > last)
    return TRUE;
  ways = hf_ways_filter (
      &ways, hf_contact_rules_get_channels (&contact->rules, day, hf_ways_get_channels (&ways)));
  draft.customer_id = contact->customer_id;
  draft.staff_id = contact->owner_id;
  draft.kind = HF_KIND_STEP;
  draft.due_at = hf_contact_facts_get_reminder (contact, day, &ways);
  draft.original_on = wanted;
  draft.window_from = today;
  draft.window_to = last;
  draft.ways = &ways;
  draft.title = event->title;
  draft.cause = "invitation";
  draft.anchor_on = last + 1;
  return hf_follow_up_insert (db, &draft, &id, error) &&
         hf_db_run (db, HF_QUERY_GREETING_LOOK_AGAIN, error, "ll", contact->customer_id, day);
}

static gboolean
invite_one (HfInvited *self,
            HfDb *db,
            const HfActor *actor,
            const HfEvent *event,
            gint64 customer,
            GError **error)
{
  g_autoptr (HfContactFacts) contact = hf_contact_facts_load (db, customer, error);
  HfInviteBar bar;

  if (contact == NULL || !hf_actor_check_owner (actor, contact->owner_id, error))
    return FALSE;
  bar = hf_invite_check (&contact->rules, contact->barred, hf_minute_get_day (actor->now),
                         hf_minute_get_day (event->starts_at));
  if (bar != HF_INVITE_MAY)
    return leave_out (self, db, customer, hf_invite_bar_describe (bar, &contact->rules), error);
  if (!insert (db, actor, event->id, customer, error))
    return FALSE;
  if (hf_db_get_changes (db) == 0)
    {
      self->already++;
      return TRUE;
    }
  g_array_append_val (self->customers, customer);
  return ask_for_reply (db, actor, contact, event, error);
}

/* @event is as it was before they were invited: there must be a place for each (EVT-1). */
static gboolean
check_places (const HfEvent *event, const HfInvited *self, GError **error)
{
  int left = hf_event_count_places (event);

  if (left < 0 || self->customers->len <= (guint) left)
    return TRUE;
  if (left == 0)
    g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
                 _ ("“%s” is full: all %d places are taken. A place becomes free when somebody "
                    "replies that they do not come."),
                 event->title, event->capacity);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
                 g_dngettext (GETTEXT_PACKAGE,
                              "“%s” has %d place left, and %u would be invited. Choose fewer.",
                              "“%s” has %d places left, and %u would be invited. Choose fewer.",
                              (gulong) left),
                 event->title, left, self->customers->len);
  return FALSE;
}

static gboolean
check_time (const HfActor *actor, const HfEvent *event, GError **error)
{
  if (hf_minute_get_day (event->starts_at) >= hf_minute_get_day (actor->now))
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("This event is over. Note who came instead."));
  return FALSE;
}

/* With nobody invited there is nothing to undo, and for one person a sentence is enough. */
static gboolean
check_any (const HfInvited *self, GError **error)
{
  if (self->customers->len > 0 || self->left_out->len == 0)
    return TRUE;
  if (self->left_out->len == 1 && self->already == 0)
    {
      const HfLeftOut *only = self->left_out->pdata[0];

      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("%s is not invited: %s."), only->name,
                   only->why);
      return FALSE;
    }
  return TRUE;
}

/**
 * hf_command_invite:
 * @customers: (element-type gint64): an agent's own, a manager's any (ROLE-1)
 *
 * Invites those who may be (EVT-1, CARD-7, CARD-10), once each, as many as there are places, and
 * lets their owners ask whether they come. %HF_ERROR_CONFLICT when there are too few places.
 *
 * Returns: (transfer full): who is invited and who is left out, or %NULL with an error
 */
HfInvited *
hf_command_invite (HfDb *db, const HfActor *actor, gint64 event, GArray *customers, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfEvent) info = NULL;
  g_autoptr (HfInvited) self = NULL;

  if (!hf_operation_begin (&operation, db, actor, "event.invite", error) ||
      (info = hf_event_load (db, event, error)) == NULL || !check_time (actor, info, error))
    return NULL;
  self = invited_new (info);
  for (guint i = 0; i < customers->len; i++)
    {
      if (!hf_progress_step (db, i, customers->len, error) ||
          !invite_one (self, db, actor, info, g_array_index (customers, gint64, i), error))
        return NULL;
    }
  return check_any (self, error) && check_places (info, self, error) &&
                 hf_operation_commit (&operation, info->title, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/**
 * hf_command_invite_to_new:
 * @customers: (element-type gint64): as for hf_command_invite()
 *
 * Plans an event and invites to it, as one thing to undo.
 *
 * Returns: (transfer full): who is invited and who is left out, or %NULL with an error
 */
HfInvited *
hf_command_invite_to_new (
    HfDb *db, const HfActor *actor, const HfEventDraft *draft, GArray *customers, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfInvited) self = NULL;
  gint64 event;

  if (!hf_operation_begin (&operation, db, actor, "event.invite", error) ||
      !hf_command_add_event (db, actor, draft, &event, error) ||
      (self = hf_command_invite (db, actor, event, customers, error)) == NULL ||
      !hf_operation_commit (&operation, self->title, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Begins an operation on one who is invited. */
static HfEvent *
begin (HfOperation *operation,
       HfDb *db,
       const HfActor *actor,
       const char *kind,
       gint64 event,
       gint64 customer,
       GError **error)
{
  gint64 owner;

  if (!hf_operation_begin (operation, db, actor, kind, error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error))
    return NULL;
  return hf_event_load (db, event, error);
}

static gboolean
answer (HfDb *db, const HfActor *actor, gint64 event, gint64 customer, GError **error)
{
  return hf_db_run (db, HF_QUERY_INVITATION_ANSWERED, error, "lll", event, customer, actor->now);
}

static gboolean
check_not_over (const HfActor *actor, const HfEvent *event, GError **error)
{
  if (hf_minute_get_day (event->starts_at) >= hf_minute_get_day (actor->now))
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("This event is over. Note who was there."));
  return FALSE;
}

/**
 * hf_command_note_reply:
 *
 * Whether an invited customer means to come. Who does not know yet is asked again; of an event
 * whose day is over only who came is noted.
 */
gboolean
hf_command_note_reply (
    HfDb *db, const HfActor *actor, gint64 event, gint64 customer, HfReply reply, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfEvent) info = begin (&operation, db, actor, "event.reply", event, customer, error);

  if (info == NULL || !check_not_over (actor, info, error) ||
      !hf_db_run (db, HF_QUERY_INVITATION_SET_REPLY, error, "lls", event, customer,
                  hf_domain_get_nick (HF_DOMAIN_REPLY, (int) reply)))
    return FALSE;
  if (hf_db_get_changes (db) > 0)
    return (reply == HF_REPLY_MAYBE || answer (db, actor, event, customer, error)) &&
           hf_operation_commit (&operation, info->title, error);
  g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                       _ ("This customer was not invited to the event."));
  return FALSE;
}

static gboolean
check_attended (const HfActor *actor, const HfEvent *event, int guests, GError **error)
{
  if (guests < 0 || guests > MAX_GUESTS)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("This can’t be the number of guests."));
  else if (hf_minute_get_day (event->starts_at) > hf_minute_get_day (actor->now))
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("This event is still to come. Note on its day who came."));
  else
    return TRUE;
  return FALSE;
}

/**
 * hf_command_note_attended:
 * @came: whether; somebody may come whom nobody invited
 * @guests: how many they brought
 *
 * Who came counts for the tier (TIER-1) and for plans that wait for an event (PLAN-7).
 */
gboolean
hf_command_note_attended (HfDb *db,
                          const HfActor *actor,
                          gint64 event,
                          gint64 customer,
                          gboolean came,
                          int guests,
                          GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfEvent) info = begin (&operation, db, actor, "event.attend", event, customer, error);

  return info != NULL && check_attended (actor, info, guests, error) &&
         insert (db, actor, event, customer, error) &&
         hf_db_run (db, HF_QUERY_INVITATION_SET_ATTENDED, error, "llii", event, customer,
                    came ? 1 : 0, came ? guests : 0) &&
         answer (db, actor, event, customer, error) &&
         hf_tier_refresh (db, actor, customer, NULL, error) &&
         hf_engine_update_customer (db, actor, customer, error) &&
         hf_operation_commit (&operation, info->title, error);
}

/**
 * hf_invitations_dup_ids:
 * @agent: those whom the agent sees, 0 for all (ROLE-1)
 *
 * Returns: (transfer full) (element-type gint64): in the order of their names; %NULL with an error
 */
GArray *
hf_invitations_dup_ids (HfDb *db, gint64 event, gint64 agent, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_INVITATIONS_OF_EVENT, error, "ll", event, agent);
}

void
hf_invitation_free (HfInvitation *invitation)
{
  g_free (invitation->customer);
  g_free (invitation->owner);
  g_free (invitation);
}

static HfInvitation *
read_invitation (gint64 id, HfRows *rows)
{
  HfInvitation *self = g_new0 (HfInvitation, 1);

  self->id = id;
  self->event_id = hf_rows_int (rows, 0);
  self->customer_id = hf_rows_int (rows, 1);
  self->customer = hf_rows_dup (rows, 2);
  self->owner = hf_rows_dup (rows, 3);
  self->reply = -1;
  if (hf_rows_text (rows, 4) != NULL)
    hf_domain_parse (HF_DOMAIN_REPLY, hf_rows_text (rows, 4), &self->reply, NULL);
  self->attended = (int) hf_rows_int_or (rows, 5, -1);
  self->guests = (int) hf_rows_int (rows, 6);
  return self;
}

/**
 * hf_invitation_load:
 *
 * Returns: (transfer full) (nullable): %NULL when it is gone, or with an error
 */
HfInvitation *
hf_invitation_load (HfDb *db, gint64 id, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_INVITATION_GET, error, "l", id) ||
      !hf_rows_next (&rows, error))
    return NULL;
  return read_invitation (id, &rows);
}

/* hf-visit.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-call.h"
#include "hf-db-private.h"
#include "hf-deadline-reminder.h"
#include "hf-engine.h"
#include "hf-enrolment-resume.h"
#include "hf-facts-store.h"
#include "hf-follow-up.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-phone.h"
#include "hf-schedule.h"
#include "hf-text-check.h"
#include "hf-visit-outcome.h"

/* A call of a day ago is still entered in the evening; one of next week has not happened. */
#define FUTURE_SLACK_MINUTES (5)

#define EARLIEST_YEAR        (2000)
#define MAX_LEFT_DAYS        (3650)

void
hf_visit_draft_init (HfVisitDraft *draft)
{
  memset (draft, 0, sizeof *draft);
  draft->at = draft->later_at = HF_MINUTE_NONE;
  draft->promise_on = HF_DAY_NONE;
  draft->minutes = draft->effect = draft->left_days = draft->mix = -1;
}

void
hf_visit_result_clear (HfVisitResult *result)
{
  g_clear_pointer (&result->completed, g_array_unref);
  g_clear_pointer (&result->opened, g_array_unref);
  g_clear_pointer (&result->cancelled, g_array_unref);
  g_clear_pointer (&result->left, g_array_unref);
}

/**
 * hf_visit_parse_roles:
 * @roles: (nullable): nicks separated by `,`; %NULL when nobody was named
 *
 * Returns: what those who took part can stand for. A manager can do an agent's work; where nobody
 * is named, the owner of the file did it, who acts as a manager
 */
HfSet
hf_visit_parse_roles (const char *roles)
{
  HfSet set = HF_BIT (HF_ROLE_MANAGER);

  if (roles != NULL && !hf_domain_parse_set (HF_DOMAIN_ROLE, roles, &set, NULL))
    return 0;
  return HF_SET_HAS (set, HF_ROLE_MANAGER) ? set | HF_BIT (HF_ROLE_AGENT) : set;
}

static gboolean
is_of_phones (HfOutcome outcome)
{
  return outcome == HF_OUTCOME_BUSY || outcome == HF_OUTCOME_OFF ||
         outcome == HF_OUTCOME_WRONG_NUMBER;
}

static gboolean
is_face_to_face (HfChannel channel)
{
  return channel == HF_CHANNEL_HOME || channel == HF_CHANNEL_OFFICE || channel == HF_CHANNEL_EVENT;
}

/* What can't be true of a contact, however it was typed. */
static const char *
find_nonsense (const HfActor *actor, const HfVisitDraft *draft)
{
  HfMinute at = draft->at != HF_MINUTE_NONE ? draft->at : actor->now;

  if (at > actor->now + FUTURE_SLACK_MINUTES)
    return _ ("This contact lies in the future. Record it once it has happened.");
  if (hf_minute_get_day (at) < hf_day_from_ymd (EARLIEST_YEAR, 1, 1))
    return _ ("A contact before the year 2000 cannot be recorded. Check the date.");
  if (is_of_phones (draft->outcome) && is_face_to_face (draft->channel))
    return _ ("This outcome is one of phone calls. Choose “Phone call”, or another outcome.");
  if (draft->outcome == HF_OUTCOME_NOT_HOME && draft->channel == HF_CHANNEL_PHONE)
    return _ ("A phone call that nobody took is “No answer”; “Not at home” is for visits.");
  if (draft->effect >= 0 && draft->outcome != HF_OUTCOME_REACHED)
    return _ ("How the customer feels is known only when they were reached. Leave it out, or "
              "choose “Reached”.");
  if (draft->minutes < -1 || draft->minutes > HF_MINUTES_A_DAY)
    return _ ("A contact lasts from 0 minutes to a day. Check the minutes.");
  if (draft->left_days < -1 || draft->left_days > MAX_LEFT_DAYS)
    return _ ("Product is left for 0 to 3650 days. Check the number.");
  if (draft->satisfaction < 0 || draft->satisfaction > 5)
    return _ ("Satisfaction is a number from 1 to 5.");
  if (draft->companion_id != 0 && draft->companion_id == draft->customer_id)
    return _ ("A customer cannot come along to their own visit. Choose another one.");
  return NULL;
}

/* What was said about the time after the contact. */
static const char *
find_gap (const HfActor *actor, const HfVisitDraft *draft, gboolean promised)
{
  if (promised != (draft->promise_on != HF_DAY_NONE))
    return _ ("A promise needs both: what was promised, and by which day.");
  if (promised && draft->promise_on < hf_minute_get_day (actor->now))
    return _ ("The promised day is over. Choose a later one.");
  if (draft->later_at != HF_MINUTE_NONE && draft->later_at <= actor->now)
    return _ ("The time to call again is over. Choose a later one.");
  if (draft->outcome == HF_OUTCOME_ASKED_TO_CALL_LATER && draft->later_at == HF_MINUTE_NONE)
    return _ ("Say when the customer wants to be called again.");
  if (draft->later_at != HF_MINUTE_NONE && draft->outcome != HF_OUTCOME_ASKED_TO_CALL_LATER &&
      draft->outcome != HF_OUTCOME_REACHED)
    return _ ("Nobody was spoken to, so no time to call again can have been agreed.");
  return NULL;
}

static gboolean
check_draft (const HfActor *actor, const HfVisitDraft *draft, GError **error)
{
  gboolean promised = draft->promise != NULL && *draft->promise != '\0';
  const char *sentence = find_nonsense (actor, draft);

  if (sentence == NULL)
    sentence = find_gap (actor, draft, promised);
  if (sentence != NULL)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, sentence);
  return sentence == NULL &&
         (draft->later_at == HF_MINUTE_NONE || hf_contact_hours_check (draft->later_at, error)) &&
         (draft->note == NULL || hf_text_check (draft->note, error)) &&
         (!promised || hf_text_check (draft->promise, error));
}

static gint64
get_leader (const HfActor *actor, const HfVisitDraft *draft, gint64 owner)
{
  if (draft->staff != NULL && draft->staff->len > 0)
    return g_array_index (draft->staff, gint64, 0);
  return actor->staff_id != 0 ? actor->staff_id : owner;
}

static gboolean
insert_others (HfDb *db, gint64 visit, const HfVisitDraft *draft, GError **error)
{
  for (guint i = 1; draft->staff != NULL && i < draft->staff->len; i++)
    {
      if (!hf_db_run (db, HF_QUERY_VISIT_STAFF_INSERT, error, "lll", hf_db_new_id (db), visit,
                      g_array_index (draft->staff, gint64, i)))
        return FALSE;
    }
  for (guint i = 0; draft->checks != NULL && draft->checks[i] != NULL; i++)
    {
      if (!hf_db_run (db, HF_QUERY_VISIT_CHECK_INSERT, error, "lls", hf_db_new_id (db), visit,
                      draft->checks[i]))
        return FALSE;
    }
  return TRUE;
}

/* The branch may pay other prices (VISIT-4). */
static gboolean
read_price (HfDb *db, const char *key, int *fen, GError **error)
{
  g_autofree char *text = hf_setting_dup (db, key, "", error);
  gint64 value;

  if (text == NULL)
    return FALSE;
  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT16, &value, NULL))
    *fen = (int) value;
  return TRUE;
}

static gboolean
get_cost (HfDb *db, const HfVisitDraft *draft, gint64 *fen, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *number =
      hf_db_dup_text (db, HF_QUERY_VISIT_NUMBER, &local, "l", draft->customer_id);
  HfPhoneKind kind = number != NULL ? hf_phone_get_kind (number) : HF_PHONE_MOBILE;
  HfCallPrices prices;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  hf_call_prices_init (&prices);
  if (!read_price (db, "cost.landline-fen", &prices.landline, error) ||
      !read_price (db, "cost.mobile-fen", &prices.mobile, error) ||
      !read_price (db, "cost.home-fen", &prices.home, error))
    return FALSE;
  *fen = hf_call_get_cost (&prices, draft->channel,
                           kind == HF_PHONE_LANDLINE || kind == HF_PHONE_LOCAL, draft->minutes);
  return TRUE;
}

static gboolean
insert_visit (HfDb *db,
              const HfActor *actor,
              const HfVisitDraft *draft,
              gint64 id,
              gint64 leader,
              GError **error)
{
  HfMinute at = draft->at != HF_MINUTE_NONE ? draft->at : actor->now;
  gint64 ms = actor->now_ms - (actor->now - at) * 60000;
  gint64 fen = 0;

  return get_cost (db, draft, &fen, error) &&
         hf_db_run (db, HF_QUERY_VISIT_INSERT, error, "llrslldsssdrdilsr", id, draft->customer_id,
                    leader, hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) draft->channel), at, ms,
                    draft->minutes >= 0 ? (gint64) draft->minutes : HF_DAY_NONE,
                    hf_domain_get_nick (HF_DOMAIN_OUTCOME, (int) draft->outcome),
                    draft->note != NULL ? draft->note : "",
                    draft->effect >= 0 ? hf_domain_get_nick (HF_DOMAIN_EFFECT, draft->effect)
                                       : NULL,
                    draft->left_days >= 0 ? (gint64) draft->left_days : HF_DAY_NONE,
                    (gint64) draft->satisfaction, draft->later_at, draft->expert_wanted ? 1 : 0,
                    fen, draft->mix >= 0 ? hf_domain_get_nick (HF_DOMAIN_MIX, draft->mix) : NULL,
                    draft->companion_id) &&
         insert_others (db, id, draft, error);
}

static gboolean
get_roles (HfDb *db, gint64 visit, HfSet *roles, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = hf_db_dup_text (db, HF_QUERY_VISIT_ROLES, &local, "l", visit);

  *roles = hf_visit_parse_roles (text);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* That the customer was reached is not yet an apology: it is one under its own line, in words. */
static gboolean
puts_right (const HfVisitDraft *draft, gint64 follow_up)
{
  return draft->follow_up == follow_up && draft->note != NULL && *draft->note != '\0';
}

/* One contact serves all (SCHED-3), but for what puts right a failure of ours (COMP-7). */
static gboolean
find_completed (HfDb *db,
                const HfVisitDraft *draft,
                gint64 visit,
                HfDay day,
                HfSet roles,
                GArray *completed,
                GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_FOLLOW_UP_OPEN_OF_CUSTOMER, error, "ll",
                     draft->customer_id, visit))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      gint64 id = hf_rows_int (&rows, 0);
      HfSet present = roles | (hf_rows_int (&rows, 6) != 0 ? HF_BIT (HF_ROLE_ANOTHER_AGENT) : 0);
      HfWays ways;

      if (hf_rows_int (&rows, 7) != 0 && !puts_right (draft, id))
        continue;
      if (hf_ways_parse (hf_rows_text (&rows, 2), &ways, NULL) &&
          hf_schedule_contact_completes (&ways, hf_rows_int (&rows, 1), draft->channel, present,
                                         day))
        g_array_append_val (completed, id);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
complete_follow_ups (HfDb *db,
                     const HfActor *actor,
                     const HfVisitDraft *draft,
                     HfVisitResult *result,
                     GError **error)
{
  HfMinute at = draft->at != HF_MINUTE_NONE ? draft->at : actor->now;
  HfSet roles;

  if (draft->outcome != HF_OUTCOME_REACHED)
    return TRUE;
  if (!get_roles (db, result->visit, &roles, error) ||
      !find_completed (db, draft, result->visit, hf_minute_get_day (at), roles, result->completed,
                       error))
    return FALSE;
  for (guint i = 0; i < result->completed->len; i++)
    {
      if (!hf_follow_up_complete (db, g_array_index (result->completed, gint64, i), result->visit,
                                  at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_card_type (HfDb *db, gint64 customer, HfVisitResult *result, GError **error)
{
  g_autofree char *nick = hf_db_dup_text (db, HF_QUERY_CUSTOMER_CARD_TYPE, error, "l", customer);
  int type = 0;

  if (nick == NULL || !hf_domain_parse (HF_DOMAIN_CARD_TYPE, nick, &type, error))
    return FALSE;
  result->card_type = (HfCardType) type;
  return TRUE;
}

static gboolean
log_visit (HfDb *db,
           const HfActor *actor,
           const HfVisitDraft *draft,
           gint64 owner,
           HfVisitResult *result,
           GError **error)
{
  result->visit = hf_db_new_id (db);
  /* A card is taken up again before the contact counts, so that it counts for the plans, too. */
  return insert_visit (db, actor, draft, result->visit, get_leader (actor, draft, owner), error) &&
         (draft->outcome != HF_OUTCOME_REACHED ||
          hf_card_take_up (db, actor, draft->customer_id, error)) &&
         complete_follow_ups (db, actor, draft, result, error) &&
         (draft->outcome != HF_OUTCOME_REACHED ||
          hf_deadlines_note_contact (db, actor, draft->customer_id, draft->channel,
                                     draft->at != HF_MINUTE_NONE ? draft->at : actor->now,
                                     error)) &&
         hf_visit_apply_outcome (db, actor, draft, result->visit, owner, &result->other_number,
                                 error) &&
         (draft->left_days < 0 || hf_facts_refresh (db, actor, draft->customer_id, error)) &&
         hf_engine_update_household (db, actor, draft->customer_id, error);
}

/* What came of it, once all is written. */
static gboolean
describe_result (HfDb *db,
                 const HfActor *actor,
                 const HfVisitDraft *draft,
                 gint64 first_seq,
                 HfVisitResult *result,
                 GError **error)
{
  HfMinute at = draft->at != HF_MINUTE_NONE ? draft->at : actor->now;
  HfCardType before = result->card_type;

  result->opened = hf_db_dup_ids (db, HF_QUERY_FOLLOW_UPS_OPENED_SINCE, error, "l", first_seq);
  if (result->opened == NULL || !read_card_type (db, draft->customer_id, result, error))
    return FALSE;
  result->discarded =
      result->card_type == HF_CARD_TYPE_DISCARDED && before != HF_CARD_TYPE_DISCARDED;
  result->cancelled =
      hf_db_dup_ids (db, HF_QUERY_FOLLOW_UPS_CANCELLED_SINCE, error, "l", first_seq);
  if (result->cancelled != NULL)
    result->left = hf_db_dup_ids (db, HF_QUERY_FOLLOW_UPS_DUE_OF_CUSTOMER, error, "lll",
                                  draft->customer_id, hf_minute_get_day (at), first_seq);
  return result->left != NULL;
}

/**
 * hf_command_log_visit:
 * @result: (out caller-allocates): cleared with hf_visit_result_clear()
 *
 * Records a contact: completes what it serves (SCHED-3), moves the card's type (CARD-9), opens what
 * was promised or asked for (VISIT-1, VISIT-6), and lets the plans go on.
 */
gboolean
hf_command_log_visit (HfDb *db,
                      const HfActor *actor,
                      const HfVisitDraft *draft,
                      HfVisitResult *result,
                      GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 owner;

  memset (result, 0, sizeof *result);
  result->completed = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!check_draft (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "visit.log", error) ||
      !hf_lookup_customer_owner (db, draft->customer_id, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !read_card_type (db, draft->customer_id, result, error) ||
      !log_visit (db, actor, draft, owner, result, error) ||
      !describe_result (db, actor, draft, operation.first_seq, result, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", draft->customer_id);
  result->operation = operation.id;
  return name != NULL && hf_operation_commit (&operation, name, error);
}

/* hf-greeting-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-db-private.h"
#include "hf-follow-up.h"
#include "hf-lunar.h"
#include "hf-reason.h"

/* So early that cards can be written. */
#define DAYS_AHEAD (7)

/* By which one greets for a festival: few words, at a time that suits the customer. */
#define FESTIVAL_WAYS "message:agent;phone:agent"

#define FESTIVAL      "festival:"

typedef struct
{
  gint64 round;
  gint64 staff;
  gint64 customer;
} Candidate;

/**
 * hf_greeting_make:
 * @created: (inout): one is added to it, unless the round holds the customer already
 *
 * The line in the round and the follow-up that makes it somebody's work. It is one contact day:
 * routine contacts of that week give way to it at the next evaluation (SCHED-4). Within a running
 * operation.
 */
gboolean
hf_greeting_make (HfDb *db,
                  const HfContactFacts *contact,
                  const HfGreeting *greeting,
                  int *created,
                  GError **error)
{
  HfSet allowed = hf_contact_rules_get_channels (&contact->rules, greeting->due_on,
                                                 hf_ways_get_channels (greeting->ways));
  HfWays ways = hf_ways_filter (greeting->ways, allowed);
  HfFollowUpDraft draft = { 0 };
  gint64 row = hf_db_new_id (db);
  gint64 id;

  if (!hf_db_run (db, HF_QUERY_GREETING_INSERT, error, "lll", row, greeting->round,
                  contact->customer_id))
    return FALSE;
  if (hf_db_get_changes (db) == 0)
    return TRUE;
  (*created)++;
  draft.customer_id = contact->customer_id;
  draft.staff_id = greeting->staff_id;
  draft.kind = HF_KIND_GREETING;
  draft.due_at = hf_contact_facts_get_reminder (contact, greeting->due_on, &ways);
  draft.original_on = greeting->day;
  draft.window_from = greeting->window_from;
  draft.window_to = greeting->window_to;
  draft.ways = &ways;
  draft.title = greeting->title;
  draft.cause = "greeting";
  draft.anchor_on = greeting->day;
  draft.subject_id = row;
  return hf_follow_up_insert (db, &draft, &id, error) &&
         hf_db_run (db, HF_QUERY_GREETING_LOOK_AGAIN, error, "ll", contact->customer_id,
                    greeting->due_on);
}

static GArray *
read_candidates (HfDb *db, const char *occasion, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_GREETINGS_TO_MAKE, error, "s", occasion))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      Candidate candidate = { hf_rows_int (&rows, 0), hf_rows_int (&rows, 1),
                              hf_rows_int (&rows, 2) };

      g_array_append_val (list, candidate);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* With another greeting it is one contact: New Year’s Eve and the Spring Festival (SCHED-4). Who is
 * not to be contacted on @wanted is greeted on another day of the week before the festival;
 * who may not be contacted in it at all is left in peace (CARD-7). */
static gboolean
make_one (HfDb *db,
          const Candidate *candidate,
          const char *occasion,
          HfDay festival,
          HfDay wanted,
          int *created,
          GError **error)
{
  g_autoptr (HfContactFacts) contact = hf_contact_facts_load (db, candidate->customer, error);
  HfWays ways;
  HfGreeting greeting = { candidate->round, candidate->staff,      occasion, &ways, festival,
                          wanted,           festival - DAYS_AHEAD, festival };
  gint64 other = 0;

  if (contact == NULL || !hf_ways_parse (FESTIVAL_WAYS, &ways, error) ||
      !hf_db_get_int (db, HF_QUERY_GREETING_DAY_NEAR, &other, error, "lll", candidate->customer,
                      greeting.window_from, festival))
    return FALSE;
  greeting.due_on =
      hf_contact_rules_move_day (&contact->rules, other != 0 ? other : wanted, greeting.window_from,
                                 festival, hf_ways_get_channels (&ways));
  return contact->barred || greeting.due_on == HF_DAY_NONE || greeting.due_on > festival ||
         hf_greeting_make (db, contact, &greeting, created, error);
}

/* An owner's greetings are spread over the days up to the festival, so that each has its time. */
static gboolean
make_all (HfDb *db, const char *occasion, HfDay festival, int *created, GError **error)
{
  g_autoptr (GArray) list = read_candidates (db, occasion, error);
  gint64 staff = 0;
  int place = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Candidate *candidate = &g_array_index (list, Candidate, i);

      place = candidate->staff == staff ? place + 1 : 0;
      staff = candidate->staff;
      if (!make_one (db, candidate, occasion, festival, festival - place % (DAYS_AHEAD + 1),
                     created, error))
        return FALSE;
    }
  return list != NULL;
}

/**
 * hf_greeting_run_day:
 * @created: (inout): follow-ups that were made are added to it
 *
 * A festival that is 7 days from @day gives each owner a round over their customers, one follow-up
 * each (CAL-7); a round is there once only. Greetings that were not sent are given up a week after
 * their day. Within a running operation.
 */
gboolean
hf_greeting_run_day (HfDb *db, HfDay day, int *created, GError **error)
{
  HfFestival festival = hf_lunar_get_festival (day + DAYS_AHEAD);
  g_autofree char *occasion = NULL;
  HfLunarDate lunar;

  if (!hf_db_run (db, HF_QUERY_GREETINGS_EXPIRE, error, "ll", day,
                  (gint64) HF_GREETING_LATEST_DAYS))
    return FALSE;
  if (festival == HF_FESTIVAL_NONE || !hf_lunar_from_day (day + DAYS_AHEAD, &lunar))
    return TRUE;
  occasion = g_strdup_printf (FESTIVAL "%s:%d", hf_festival_get_nick (festival), lunar.year);
  return hf_db_run (db, HF_QUERY_GREETING_ROUNDS_INSERT, error, "sll", occasion, day,
                    day + DAYS_AHEAD) &&
         (hf_db_get_changes (db) == 0 || make_all (db, occasion, day + DAYS_AHEAD, created, error));
}

static HfFestival
parse_occasion (const char *occasion)
{
  g_auto (GStrv) parts = g_strsplit (occasion, ":", 3);

  if (g_strv_length (parts) != 3 || strcmp (parts[0], "festival") != 0)
    return HF_FESTIVAL_NONE;
  for (int festival = HF_FESTIVAL_SPRING; festival < HF_N_FESTIVALS; festival++)
    if (strcmp (hf_festival_get_nick ((HfFestival) festival), parts[1]) == 0)
      return (HfFestival) festival;
  return HF_FESTIVAL_NONE;
}

/**
 * hf_greeting_dup_occasion_label:
 * @occasion: `festival:mid-autumn:2026`, or what somebody called their round
 *
 * Returns: (transfer full): as people call it
 */
char *
hf_greeting_dup_occasion_label (const char *occasion)
{
  HfFestival festival = parse_occasion (occasion);

  return festival == HF_FESTIVAL_NONE
             ? g_strdup (occasion)
             : g_strdup_printf (_ ("Greetings for %s"), hf_festival_get_label (festival));
}

/**
 * hf_greeting_describe:
 * @id: of the greeting
 * @title: the follow-up's
 * @reason: (out) (transfer full): why it is there, and how far the round has come
 *
 * Returns: (transfer full): what to do, or %NULL with an error
 */
char *
hf_greeting_describe (HfDb *db, gint64 id, const char *title, char **reason, GError **error)
{
  g_autofree char *label = hf_greeting_dup_occasion_label (title);
  g_autofree char *day = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  *reason = NULL;
  if (!hf_rows_open (&rows, db, HF_QUERY_GREETING_PROGRESS, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    {
      day = hf_reason_format_day (hf_rows_int (&rows, 1));
      *reason = g_strdup_printf (_ ("%s on %s; %d of %d in this round are done"), label, day,
                                 (int) hf_rows_int (&rows, 3), (int) hf_rows_int (&rows, 2));
    }
  else if (local == NULL)
    *reason = g_strdup (label);
  if (local == NULL)
    return g_steal_pointer (&label);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

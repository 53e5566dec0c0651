/* hf-special-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-special-store.h"

#include <string.h>

#include "hf-cause.h"
#include "hf-contact-facts.h"
#include "hf-follow-up.h"
#include "hf-special-due.h"

/* Follow-ups are there so many days before they are due, for the calendar. */
#define HORIZON (7)

/* By which one is congratulated; the preparation is work within the branch. */
#define WAYS "phone:agent;home:agent;message:agent"

typedef struct
{
  gint64 id;
  gint64 customer;
  char *word; /* of what it is: `special:birthday` */
  HfSpecialDate date;
} Special;

static void
clear_special (gpointer data)
{
  g_free (((Special *) data)->word);
}

static HfLeapRule
parse_keep (const char *keep)
{
  if (strcmp (keep, "leap") == 0)
    return HF_LEAP_KEEP_LEAP;
  return strcmp (keep, "both") == 0 ? HF_LEAP_KEEP_BOTH : HF_LEAP_KEEP_ORDINARY;
}

static GArray *
take_rows (HfRows *rows, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Special));
  g_autoptr (GError) local = NULL;

  g_array_set_clear_func (list, clear_special);
  while (hf_rows_next (rows, &local))
    {
      const char *label = hf_rows_text (rows, 3);
      Special special = { hf_rows_int (rows, 0), hf_rows_int (rows, 1), NULL, { 0 } };

      special.word = g_strdup_printf ("special:%s%s%s", hf_rows_text (rows, 2),
                                      *label != '\0' ? ":" : "", label);
      special.date.is_lunar = strcmp (hf_rows_text (rows, 4), "lunar") == 0;
      special.date.year = (int) hf_rows_int (rows, 5);
      special.date.month = (int) hf_rows_int (rows, 6);
      special.date.day = (int) hf_rows_int (rows, 7);
      special.date.leap = hf_rows_int (rows, 8) != 0;
      special.date.leap_rule = parse_keep (hf_rows_text (rows, 9));
      g_array_append_val (list, special);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
insert (HfDb *db,
        const HfContactFacts *contact,
        const Special *special,
        const HfWays *ways,
        const HfSpecialDue *due,
        int *created,
        GError **error)
{
  HfWays none = { 0 };
  HfFollowUpDraft draft = { 0 };
  gint64 id;

  draft.customer_id = contact->customer_id;
  draft.staff_id = contact->owner_id;
  draft.occurrence = due->occurrence;
  draft.kind = HF_KIND_SPECIAL_DATE;
  draft.due_at = due->due_at;
  draft.original_on = draft.window_from = draft.window_to = due->original_day;
  draft.ways = due->is_preparation ? &none : ways;
  draft.title = special->word;
  draft.cause = hf_cause_get_nick (due->moved);
  draft.anchor_on = due->special_day;
  draft.subject_id = special->id;
  if (!hf_follow_up_insert (db, &draft, &id, error))
    return FALSE;
  *created += id != 0;
  return TRUE;
}

/* @from, @to: of the days on which they are due before they are moved */
static gboolean
create_due (HfDb *db,
            const HfContactFacts *contact,
            const Special *special,
            HfDay from,
            HfDay to,
            int *created,
            GError **error)
{
  g_autoptr (GArray) list = NULL;
  HfWays ways;

  if (!hf_ways_parse (WAYS, &ways, error))
    return FALSE;
  list = hf_special_date_list_due (&special->date, &contact->rules, hf_ways_get_channels (&ways),
                                   from, to);
  for (guint i = 0; i < list->len; i++)
    {
      if (!insert (db, contact, special, &ways, &g_array_index (list, HfSpecialDue, i), created,
                   error))
        return FALSE;
    }
  return TRUE;
}

/* A birth date was corrected: what was made for the wrong day is no longer needed. */
static gboolean
cancel_wrong (HfDb *db, const HfActor *actor, const Special *special, GError **error)
{
  g_autoptr (GArray) wrong = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_SPECIAL_OPEN, error, "l", special->id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      gint64 id = hf_rows_int (&rows, 0);
      HfDay day = hf_rows_int (&rows, 1) / 2;

      if (hf_special_date_get_next (&special->date, day) != day)
        g_array_append_val (wrong, id);
    }
  hf_rows_close (&rows);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < wrong->len; i++)
    {
      if (!hf_db_run (db, HF_QUERY_FOLLOW_UP_CANCEL, error, "lsl", g_array_index (wrong, gint64, i),
                      "not-needed", actor->now))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_special_refresh:
 *
 * What a new or corrected date asks for in the days to come, within a running operation.
 */
gboolean
hf_special_refresh (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  g_autoptr (HfContactFacts) contact = NULL;
  g_autoptr (GArray) list = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  int created = 0;

  if (!hf_rows_open (&rows, db, HF_QUERY_SPECIAL_OF_CUSTOMER, error, "l", customer) ||
      (list = take_rows (&rows, error)) == NULL)
    return FALSE;
  hf_rows_close (&rows);
  if (list->len == 0)
    return TRUE;
  contact = hf_contact_facts_load (db, customer, error);
  for (guint i = 0; contact != NULL && !contact->barred && i < list->len; i++)
    {
      const Special *special = &g_array_index (list, Special, i);

      if (!cancel_wrong (db, actor, special, error) ||
          !create_due (db, contact, special, today, today + HORIZON, &created, error))
        return FALSE;
    }
  return contact != NULL;
}

static gboolean
run_list (HfDb *db, GArray *list, HfDay from, HfDay to, int *created, GError **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Special *special = &g_array_index (list, Special, i);
      g_autoptr (HfContactFacts) contact = hf_contact_facts_load (db, special->customer, error);

      if (contact == NULL ||
          (!contact->barred && !create_due (db, contact, special, from, to, created, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_dates (HfDb *db,
           const char *calendar,
           int month,
           int first,
           int last,
           HfDay from,
           HfDay to,
           int *created,
           GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GArray) list = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_SPECIAL_ON_DAY, error, "siii", calendar, month, first,
                     last) ||
      (list = take_rows (&rows, error)) == NULL)
    return FALSE;
  hf_rows_close (&rows);
  return run_list (db, list, from, to, created, error);
}

/* Those kept on @day by either calendar, with those of a day that its month lacks (CAL-3). */
static gboolean
run_day (HfDb *db, HfDay day, HfDay from, HfDay to, int *created, GError **error)
{
  HfLunarDate lunar;
  int year, month, mday;
  int last_days = 31;

  hf_day_to_ymd (day, &year, &month, &mday);
  if (!run_dates (db, "solar", month, mday,
                  month == 2 && mday == hf_days_in_month (year, month) ? last_days : mday, from, to,
                  created, error))
    return FALSE;
  if (!hf_lunar_from_day (day, &lunar))
    return TRUE;
  return run_dates (db, "lunar", lunar.month, lunar.day, lunar.day >= 29 ? last_days : lunar.day,
                    from, to, created, error);
}

/**
 * hf_special_run_days:
 * @from: first day of the evaluation that was not there yet
 * @to: today
 * @created: (inout): is added to
 *
 * Finds by the days of the two calendars whose special dates come near: it costs what they are, not
 * what the branch's customers are.
 */
gboolean
hf_special_run_days (
    HfDb *db, const HfActor *actor, HfDay from, HfDay to, int *created, GError **error)
{
  HfDay first = from + HORIZON;
  HfDay last = to + HORIZON;

  for (HfDay day = first; day <= last + HF_SPECIAL_DATE_DAYS_AHEAD; day++)
    {
      if (!run_day (db, day, first, last, created, error))
        return FALSE;
    }
  return TRUE;
}

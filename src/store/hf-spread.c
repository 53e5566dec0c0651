/* hf-spread.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-spread.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-range.h"
#include "hf-office.h"
#include "hf-peak.h"
#include "hf-reschedule.h"
#include "hf-staff.h"
#include "hf-way.h"

/* The least urgent goes first (WORK-2); what must not wait stays. */
static const int ranks[] = {
  [HF_KIND_STEP] = 1,
  [HF_KIND_SALE_WINDOW] = 2,
  [HF_KIND_ROUTINE] = 3,
};

/* A follow-up of the week, beside what the rule is told of it. */
typedef struct
{
  char *customer;
  HfChannel channel;
  HfDay window_from; /* sooner it would be another contact, not the same */
} Told;

static void
clear_told (gpointer data)
{
  g_free (((Told *) data)->customer);
}

static void
move_free (gpointer data)
{
  g_free (((HfSpreadMove *) data)->customer);
  g_free (data);
}

void
hf_spread_free (HfSpread *spread)
{
  g_free (spread->staff);
  g_ptr_array_unref (spread->moves);
  g_free (spread);
}

/* On which of the days it may be, as the command that moves it would say. */
static gboolean
read_allowed (
    HfPeakItem *item, const Told *told, HfDb *db, const HfActor *actor, HfDay from, GError **error)
{
  g_autoptr (GArray) days =
      hf_reschedule_preview (db, actor, &item->id, 1, from, from + HF_SPREAD_DAYS - 1, error);

  if (days == NULL)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const HfMoveDay *day = &g_array_index (days, HfMoveDay, i);

      if (day->refused == NULL && !day->asks_reason && day->day >= told->window_from)
        item->allowed |= 1U << i;
    }
  return TRUE;
}

static void
read_row (HfRows *rows, HfDay from, const int *minutes, GArray *items, GArray *told)
{
  int kind = HF_KIND_GREETING;
  HfWays ways = { 0 };
  HfPeakItem item = { 0 };
  Told words = { hf_rows_dup (rows, 2), HF_CHANNEL_PHONE, 0 };
  gboolean fixed = hf_rows_int (rows, 7) != 0;

  hf_domain_parse (HF_DOMAIN_KIND, hf_rows_text (rows, 3), &kind, NULL);
  hf_ways_parse (hf_rows_text (rows, 5), &ways, NULL);
  if (ways.n_ways > 0)
    words.channel = ways.ways[0].channel;
  item.id = hf_rows_int (rows, 0);
  item.customer = hf_rows_int (rows, 1);
  item.day = item.to = (guint) (hf_rows_int (rows, 4) - from);
  item.minutes = ways.n_ways > 0 ? minutes[words.channel] : 0;
  item.rank = !fixed && kind < (int) G_N_ELEMENTS (ranks) ? ranks[kind] : 0;
  words.window_from = hf_rows_int (rows, 6);
  g_array_append_val (items, item);
  g_array_append_val (told, words);
}

static gboolean
read_items (HfDb *db, const HfSpread *spread, GArray *items, GArray *told, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  int minutes[HF_CHANNEL_POST + 1] = { 0 };

  if (!hf_load_minutes_read (db, minutes, error) ||
      !hf_rows_open (&rows, db, HF_QUERY_SPREAD_WEEK, error, "lll", spread->staff_id, spread->from,
                     spread->from + HF_SPREAD_DAYS - 1))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    read_row (&rows, spread->from, minutes, items, told);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Only what lies on a day that is too full is looked at closely. */
static gboolean
read_limits (const HfSpread *spread,
             HfDb *db,
             const HfActor *actor,
             GArray *items,
             const GArray *told,
             GError **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      HfPeakItem *item = &g_array_index (items, HfPeakItem, i);

      if (item->rank > 0 && spread->loads[item->day] > spread->capacities[item->day] &&
          !read_allowed (item, &g_array_index (told, Told, i), db, actor, spread->from, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_moves (HfSpread *spread, const GArray *items, const GArray *told)
{
  for (guint i = 0; i < items->len; i++)
    {
      const HfPeakItem *item = &g_array_index (items, HfPeakItem, i);
      const Told *words = &g_array_index (told, Told, i);
      HfSpreadMove *move;

      if (item->to == item->day)
        continue;
      move = g_new0 (HfSpreadMove, 1);
      *move = (HfSpreadMove){
        .id = item->id,
        .customer = g_strdup (words->customer),
        .channel = words->channel,
        .minutes = item->minutes,
        .from = spread->from + item->day,
        .to = spread->from + item->to,
      };
      g_ptr_array_add (spread->moves, move);
    }
}

static gboolean
read_loads (HfSpread *spread, HfDb *db, const HfActor *actor, GError **error)
{
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (spread->staff_id);
  g_autoptr (HfCalendarRange) range = hf_calendar_range_load (
      db, filter, spread->from, spread->from + HF_SPREAD_DAYS - 1, 1, actor->now, error);

  for (guint i = 0; range != NULL && i < range->n_days; i++)
    {
      spread->loads[i] = spread->after[i] = range->days[i].load;
      spread->capacities[i] = range->days[i].note.rest ? 0 : range->days[i].capacity;
    }
  return range != NULL;
}

static HfSpread *
propose (HfDb *db, const HfActor *actor, const HfStaff *staff, HfDay from, GError **error)
{
  g_autoptr (HfSpread) spread = g_new0 (HfSpread, 1);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (HfPeakItem));
  g_autoptr (GArray) told = g_array_new (FALSE, TRUE, sizeof (Told));

  g_array_set_clear_func (told, clear_told);
  spread->staff_id = staff->id;
  spread->staff = g_strdup (staff->name);
  spread->from = from;
  spread->moves = g_ptr_array_new_with_free_func (move_free);
  if (!read_loads (spread, db, actor, error) || !read_items (db, spread, items, told, error) ||
      !read_limits (spread, db, actor, items, told, error))
    return NULL;
  hf_peak_spread ((HfPeakItem *) (void *) items->data, items->len, spread->after,
                  spread->capacities, HF_SPREAD_DAYS);
  add_moves (spread, items, told);
  return g_steal_pointer (&spread);
}

/**
 * hf_spreads_propose:
 * @staff: whose, 0 for everybody's
 * @from: the first of seven days; what is over stays
 *
 * For a reader's thread.
 *
 * Returns: (transfer full) (element-type HfSpread): each one's week, and what could be moved within
 *   its window to a day with room; %NULL with an error
 */
GPtrArray *
hf_spreads_propose (HfDb *db,
                    const HfActor *actor,
                    gint64 staff,
                    HfDay from,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_spread_free);

  if (!hf_actor_check_staff (actor, staff, error) ||
      (all = hf_staff_dup_active (db, error)) == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const HfStaff *person = all->pdata[i];
      HfSpread *spread;

      if ((staff != 0 && person->id != staff) || (staff == 0 && person->role == HF_ROLE_MANAGER))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (spread = propose (db, actor, person, from, error)) == NULL)
        return NULL;
      g_ptr_array_add (list, spread);
    }
  return g_steal_pointer (&list);
}

/**
 * hf_command_spread:
 * @choices: (element-type HfSpreadChoice): what somebody agreed to
 *
 * Moves all of them, or none, as one operation; each as hf_command_reschedule() would.
 */
gboolean
hf_command_spread (HfDb *db, const HfActor *actor, const GArray *choices, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *subject = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u contact", "%u contacts", choices->len), choices->len);

  if (choices->len == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Choose what is to be moved."));
      return FALSE;
    }
  if (!hf_operation_begin (&operation, db, actor, "follow-up.spread", error))
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    {
      const HfSpreadChoice *choice = &g_array_index (choices, HfSpreadChoice, i);

      if (!hf_command_reschedule (db, actor, choice->id, choice->to, NULL, error))
        return FALSE;
    }
  return hf_operation_commit (&operation, subject, error);
}

/* hf-calendar-projection.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-projection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-engine-agenda.h"
#include "hf-lunar.h"
#include "hf-special-date.h"

/* A plan is evaluated anew for each customer, some tenths of a millisecond: a second of reading at
 * most (docs/decisions/0070). */
#define MOST_CUSTOMERS (400)
#define MOST_SECONDS   (1.0)

/* Of a day; a branch of a million has thousands. */
#define MOST_SPECIAL (3)

typedef struct
{
  gint64 id;
  gint64 staff_id;
  char *name;
  char *tier;
  char *area;
} Customer;

static void
clear_customer (gpointer data)
{
  Customer *customer = data;

  g_free (customer->name);
  g_free (customer->tier);
  g_free (customer->area);
}

/* Those whose next contact comes first: what follows it lies on the days that are shown. */
static GArray *
dup_customers (HfDb *db, const HfCalendarFilter *filter, HfDay to, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (Customer));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  HfQuery query =
      filter->staff_id != 0 ? HF_QUERY_CALENDAR_FOLLOWING_OF_STAFF : HF_QUERY_CALENDAR_FOLLOWING;

  g_array_set_clear_func (list, clear_customer);
  if (!hf_rows_open (&rows, db, query, error, "lrssi", hf_minute_new (to + 1, 0),
                     MAX (filter->staff_id, 0), filter->area, filter->tier, MOST_CUSTOMERS))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      Customer customer = { hf_rows_int (&rows, 0), hf_rows_int (&rows, 1), hf_rows_dup (&rows, 2),
                            hf_rows_dup (&rows, 3), hf_rows_dup (&rows, 4) };

      g_array_append_val (list, customer);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
add_due (GPtrArray *items,
         const Customer *customer,
         const HfAgendaPlan *plan,
         const HfDueContact *due)
{
  HfCalendarItem *item = hf_calendar_item_new (HF_CALENDAR_PROJECTED, customer->name);

  item->customer_id = customer->id;
  item->staff_id = customer->staff_id;
  item->tier = g_strdup (customer->tier);
  item->area = g_strdup (customer->area);
  item->channel = due->preferred;
  item->kind = due->kind;
  item->at = due->due_at;
  item->task = due->count > 0
                   ? g_strdup_printf ("%s %u/%u", plan->plan->name, due->index, due->count)
                   : g_strdup (due->item->title);
  g_ptr_array_add (items, item);
}

static gboolean
project_one (GPtrArray *items,
             HfDb *db,
             const HfCalendarFilter *filter,
             const Customer *customer,
             HfDay from,
             HfDay to,
             HfMinute now,
             GError **error)
{
  g_autoptr (HfAgenda) agenda = hf_agenda_load (db, customer->id, now, to, error);

  for (guint i = 0; agenda != NULL && i < agenda->plans->len; i++)
    {
      const HfAgendaPlan *plan = &g_array_index (agenda->plans, HfAgendaPlan, i);

      if (filter->plan_id != 0 && plan->row.plan != filter->plan_id)
        continue;
      for (guint j = 0; j < hf_schedule_get_n_due (plan->schedule); j++)
        {
          const HfDueContact *due = hf_schedule_get_due (plan->schedule, j);

          if (due->projected && due->due_day >= from && due->due_day <= to &&
              (filter->channel < 0 || due->preferred == filter->channel))
            add_due (items, customer, plan, due);
        }
    }
  return agenda != NULL;
}

static HfLeapRule
parse_keep (const char *keep)
{
  if (strcmp (keep, "leap") == 0)
    return HF_LEAP_KEEP_LEAP;
  return strcmp (keep, "both") == 0 ? HF_LEAP_KEEP_BOTH : HF_LEAP_KEEP_ORDINARY;
}

static const char *
get_special_label (const char *kind, const char *label)
{
  if (strcmp (kind, "birthday") == 0)
    return _ ("Birthday");
  if (strcmp (kind, "wedding") == 0)
    return _ ("Wedding anniversary");
  if (strcmp (kind, "spouse-birthday") == 0)
    return _ ("Spouse’s birthday");
  return *label != '\0' ? label : _ ("Special day");
}

static void
add_special (GPtrArray *items, HfRows *rows, gboolean is_lunar, HfDay day)
{
  HfSpecialDate date = { .is_lunar = is_lunar,
                         .year = (int) hf_rows_int (rows, 7),
                         .month = (int) hf_rows_int (rows, 8),
                         .day = (int) hf_rows_int (rows, 9),
                         .leap = hf_rows_int (rows, 10) != 0,
                         .leap_rule = parse_keep (hf_rows_text (rows, 11)) };
  HfCalendarItem *item;

  /* A leap month, a day that the month lacks: the rule knows (CAL-3, CAL-9). */
  if (hf_special_date_get_next (&date, day) != day)
    return;
  item = hf_calendar_item_new (HF_CALENDAR_SPECIAL, hf_rows_text (rows, 3));
  item->id = hf_rows_int (rows, 0);
  item->customer_id = hf_rows_int (rows, 1);
  item->staff_id = hf_rows_int (rows, 2);
  item->tier = hf_rows_dup (rows, 4);
  item->task = g_strdup (get_special_label (hf_rows_text (rows, 5), hf_rows_text (rows, 6)));
  item->area = hf_rows_dup (rows, 12);
  item->at = hf_minute_new (day, 0);
  item->kind = HF_KIND_SPECIAL_DATE;
  g_ptr_array_add (items, item);
}

static gboolean
read_special (GPtrArray *items,
              HfDb *db,
              const HfCalendarFilter *filter,
              HfDay day,
              gboolean is_lunar,
              GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  HfLunarDate lunar = { 0 };
  int year, month, first, last;

  hf_day_to_ymd (day, &year, &month, &first);
  last = month == 2 && first == hf_days_in_month (year, month) ? 31 : first;
  if (is_lunar)
    {
      if (!hf_lunar_from_day (day, &lunar))
        return TRUE;
      month = lunar.month;
      first = lunar.day;
      last = first >= 29 ? 31 : first;
    }
  if (!hf_rows_open (&rows, db, HF_QUERY_CALENDAR_SPECIAL, error, "siiilssil",
                     is_lunar ? "lunar" : "solar", month, first, last, filter->staff_id,
                     filter->area, filter->tier, MOST_SPECIAL, day))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    add_special (items, &rows, is_lunar, day);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Special days are of no channel and no plan. */
static gboolean
read_all_special (GPtrArray *items,
                  HfDb *db,
                  const HfCalendarFilter *filter,
                  HfDay from,
                  HfDay to,
                  GError **error)
{
  if (filter->channel >= 0 || filter->plan_id != 0)
    return TRUE;
  for (HfDay day = from; day <= to; day++)
    {
      if (!read_special (items, db, filter, day, FALSE, error) ||
          !read_special (items, db, filter, day, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const HfCalendarItem *x = *(HfCalendarItem *const *) a;
  const HfCalendarItem *y = *(HfCalendarItem *const *) b;

  return (x->at > y->at) - (x->at < y->at);
}

/**
 * hf_calendar_project:
 * @from, @to: the days, both included; what lies in the past is not projected
 *
 * What care plans will ask for when its turn comes (SCHED-1), of the customers whose next contact
 * comes first, as many as can be worked out in a second; and a few of each day's special days
 * (CAL-4). For a reader thread.
 *
 * Returns: (transfer full) (element-type HfCalendarItem): earliest first; %NULL with an error
 */
GPtrArray *
hf_calendar_project (
    HfDb *db, const HfCalendarFilter *filter, HfDay from, HfDay to, HfMinute now, GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GArray) customers = NULL;

  from = MAX (from, hf_minute_get_day (now) + 1);
  if (from > to)
    return g_steal_pointer (&items);
  customers = dup_customers (db, filter, to, error);
  if (customers == NULL || !read_all_special (items, db, filter, from, to, error))
    return NULL;
  for (guint i = 0; i < customers->len && g_timer_elapsed (timer, NULL) < MOST_SECONDS; i++)
    {
      if (!project_one (items, db, filter, &g_array_index (customers, Customer, i), from, to, now,
                        error))
        return NULL;
    }
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

static gboolean
is_foreseen (const HfCalendarItem *item)
{
  return item->type == HF_CALENDAR_PROJECTED || item->type == HF_CALENDAR_SPECIAL;
}

static void
forget (HfCalendarRange *range, HfCalendarDay *day)
{
  day->n_items -= day->n_projected;
  day->n_projected = 0;
  for (guint i = day->items->len; i > 0; i--)
    {
      if (is_foreseen (g_ptr_array_index (day->items, i - 1)))
        g_ptr_array_add (range->gone, g_ptr_array_steal_index (day->items, i - 1));
    }
}

/**
 * hf_calendar_range_add:
 * @items: (transfer none) (element-type HfCalendarItem): what is taken out of it
 * @limit: as it was read with
 *
 * Puts what is foreseen after what is there, in place of what was foreseen before; the load of a
 * day is what is really to be done.
 */
void
hf_calendar_range_add (HfCalendarRange *range, GPtrArray *items, guint limit)
{
  for (guint i = 0; i < range->n_days; i++)
    forget (range, &range->days[i]);
  for (guint i = 0; i < items->len; i++)
    {
      HfCalendarItem *item = g_ptr_array_index (items, i);
      HfCalendarDay *day = hf_calendar_range_get_day (range, hf_calendar_item_get_day (item));

      if (day == NULL)
        continue;
      day->n_items++;
      day->n_projected++;
      if (day->items->len < limit)
        g_ptr_array_add (day->items, g_steal_pointer (&g_ptr_array_index (items, i)));
    }
}

/**
 * hf_calendar_range_inherit:
 * @old: of the same days
 *
 * What was foreseen stands there until it has been worked out anew: nothing flashes.
 */
void
hf_calendar_range_inherit (HfCalendarRange *range, const HfCalendarRange *old, guint limit)
{
  for (guint i = 0; i < MIN (range->n_days, old->n_days); i++)
    {
      HfCalendarDay *day = &range->days[i];
      const HfCalendarDay *before = &old->days[i];

      day->n_projected = before->n_projected;
      day->n_items += before->n_projected;
      for (guint j = 0; j < before->items->len && day->items->len < limit; j++)
        {
          const HfCalendarItem *item = g_ptr_array_index (before->items, j);

          if (is_foreseen (item))
            g_ptr_array_add (day->items, hf_calendar_item_copy (item));
        }
    }
}

/* hf-contact-cap.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-contact-cap.h"

#include <stdlib.h>

#define WEEK (7)

/* Where a contact finds no place for so long it stays where it was. */
#define HORIZON (60)

static gboolean
kind_may_move (HfKind kind)
{
  return kind == HF_KIND_ROUTINE || kind == HF_KIND_SALE_WINDOW;
}

/* Urgent contacts ignore the cap and do not use it up; nor does what the customer was promised. The
 * day of a greeting is one of the contact days that are given. */
static gboolean
kind_counts (HfKind kind)
{
  return kind == HF_KIND_STEP || kind_may_move (kind);
}

static gboolean
has_day (GArray *days, HfDay day)
{
  for (guint i = 0; i < days->len; i++)
    {
      if (g_array_index (days, HfDay, i) == day)
        return TRUE;
    }
  return FALSE;
}

static void
add_day (GArray *days, HfDay day)
{
  if (!has_day (days, day))
    g_array_append_val (days, day);
}

/* Whether no seven days in a row that hold @day would have more than @cap. */
static gboolean
day_is_free (GArray *days, HfDay day, guint cap)
{
  if (has_day (days, day))
    return TRUE;
  for (HfDay from = day - WEEK + 1; from <= day; from++)
    {
      guint count = 1;

      for (guint i = 0; i < days->len; i++)
        {
          HfDay other = g_array_index (days, HfDay, i);

          count += other >= from && other < from + WEEK;
        }
      if (count > cap)
        return FALSE;
    }
  return TRUE;
}

static HfDay
find_free_day (GArray *days, const HfCapItem *item, const HfContactRules *rules, guint cap)
{
  for (HfDay day = item->day; day < item->day + HORIZON; day++)
    {
      if (hf_contact_rules_day_is_allowed (rules, day, item->channels) &&
          day_is_free (days, day, cap))
        return day;
    }
  return item->day;
}

static int
compare_items (const void *a, const void *b)
{
  const HfCapItem *x = *(HfCapItem *const *) a;
  const HfCapItem *y = *(HfCapItem *const *) b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return (x > y) - (x < y);
}

/**
 * hf_contact_cap_apply:
 * @items: (inout): every open follow-up of one customer, of all plans
 * @contact_days: (nullable): days on which plans brought about a contact with the
 *   customer, the last week's are enough; and those of greetings
 * @days_a_week: contact days in seven days in a row, %HF_CONTACT_CAP_DAYS by default
 * @today: what was due before has its day already
 *
 * Moves routine and sale-window contacts to the next free day where there would
 * be too many contact days (SCHED-4). Steps stay, and are counted first.
 */
void
hf_contact_cap_apply (HfCapItem *items,
                      gsize n_items,
                      const HfDay *contact_days,
                      gsize n_contact_days,
                      const HfContactRules *rules,
                      guint days_a_week,
                      HfDay today)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (HfDay));
  g_autofree HfCapItem **movable = g_new (HfCapItem *, n_items + 1);
  gsize n_movable = 0;

  g_return_if_fail (rules != NULL && (items != NULL || n_items == 0));

  for (gsize i = 0; i < n_contact_days; i++)
    add_day (days, contact_days[i]);
  for (gsize i = 0; i < n_items; i++)
    {
      items[i].capped_day = items[i].day;
      if (kind_may_move (items[i].kind) && !items[i].fixed && items[i].day >= today)
        movable[n_movable++] = &items[i];
      else if (kind_counts (items[i].kind))
        add_day (days, MAX (items[i].day, today));
    }
  qsort (movable, n_movable, sizeof (HfCapItem *), compare_items);
  for (gsize i = 0; i < n_movable; i++)
    {
      movable[i]->capped_day = find_free_day (days, movable[i], rules, days_a_week);
      add_day (days, movable[i]->capped_day);
    }
}

/* hf-day-sheet.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-sheet.h"

#include <glib/gi18n-lib.h>

#include "hf-branch.h"
#include "hf-office.h"
#include "hf-supply-store.h"
#include "hf-visit-order.h"

/* What lasts longer is no reason to bring more. */
#define SOON_DAYS (14)

/* A home visit to be made, and who makes it. */
typedef struct
{
  gint64 customer;
  gint64 staff;
  HfVisitPlace place;
  char *area;
  char *address;
} Planned;

static void
clear_planned (gpointer data)
{
  g_free (((Planned *) data)->area);
  g_free (((Planned *) data)->address);
}

static void
day_visit_free (gpointer data)
{
  HfDayVisit *visit = data;

  g_clear_pointer (&visit->brief, hf_brief_free);
  g_clear_pointer (&visit->others, g_ptr_array_unref);
  g_clear_pointer (&visit->promises, g_ptr_array_unref);
  g_strfreev (visit->supplies);
  g_free (visit);
}

void
hf_day_sheet_free (HfDaySheet *sheet)
{
  g_free (sheet->staff);
  g_free (sheet->branch);
  g_ptr_array_unref (sheet->visits);
  g_free (sheet);
}

static GArray *
dup_planned (HfDb *db, gint64 staff, HfDay day, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Planned));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  gboolean opened;

  g_array_set_clear_func (list, clear_planned);
  opened = staff != 0
               ? hf_rows_open (&rows, db, HF_QUERY_DAY_SHEET_OF_STAFF, error, "ll", day, staff)
               : hf_rows_open (&rows, db, HF_QUERY_DAY_SHEET, error, "l", day);

  if (!opened)
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      Planned planned = { hf_rows_int (&rows, 1),
                          hf_rows_int (&rows, 2),
                          { hf_rows_int (&rows, 0), (int) hf_rows_int (&rows, 3),
                            hf_rows_int_or (&rows, 4, HF_MINUTE_NONE), NULL, NULL },
                          hf_rows_dup (&rows, 5),
                          hf_rows_dup (&rows, 6) };

      planned.place.area = planned.area;
      planned.place.address = planned.address;
      g_array_append_val (list, planned);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
read_others (HfDayVisit *visit, HfDb *db, const Planned *planned, HfDay day, GError **error)
{
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_DAY_SHEET_OTHERS, error, "lll",
                                          planned->customer, day, planned->place.id);

  if (ids == NULL)
    return FALSE;
  visit->others = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_work_item_free);
  for (guint i = 0; i < ids->len; i++)
    {
      HfWorkItem *item = hf_work_load (db, g_array_index (ids, gint64, i), error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (visit->others, item);
    }
  return TRUE;
}

static gboolean
read_supplies (HfDayVisit *visit, HfDb *db, gint64 customer, HfDay day, GError **error)
{
  g_autoptr (GPtrArray) left = hf_supply_dup_left (db, customer, day, error);
  g_autoptr (GStrvBuilder) lines = NULL;

  if (left == NULL)
    return FALSE;
  lines = g_strv_builder_new ();
  for (guint i = 0; i < left->len; i++)
    {
      const HfSupplyLeft *supply = left->pdata[i];
      g_autofree char *line = NULL;

      if (supply->days_left > SOON_DAYS)
        continue;
      line = supply->days_left > 0
                 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d day left",
                                                 "%s: %d days left", (gulong) supply->days_left),
                                    supply->product, supply->days_left)
                 : g_strdup_printf (_ ("%s: used up"), supply->product);
      g_strv_builder_add (lines, line);
    }
  visit->supplies = g_strv_builder_end (lines);
  return TRUE;
}

/* Returns: (nullable): %NULL with an error, or without one when it is gone meanwhile */
static HfDayVisit *
load_visit (HfDb *db, const HfActor *actor, const Planned *planned, HfDay day, GError **error)
{
  HfDayVisit *visit = g_new0 (HfDayVisit, 1);

  visit->agreed_at = planned->place.agreed_at;
  visit->brief = hf_brief_load (db, actor, planned->place.id, error);
  if (visit->brief != NULL && read_others (visit, db, planned, day, error) &&
      read_supplies (visit, db, planned->customer, day, error) &&
      (visit->promises = hf_card_dup_promises (db, planned->customer, error)) != NULL)
    return visit;
  day_visit_free (visit);
  return NULL;
}

static HfDaySheet *
begin_sheet (HfDb *db, gint64 staff, HfDay day, GError **error)
{
  g_autoptr (HfDaySheet) sheet = g_new0 (HfDaySheet, 1);

  sheet->day = day;
  sheet->staff_id = staff;
  sheet->visits = g_ptr_array_new_with_free_func (day_visit_free);
  sheet->branch = hf_branch_dup_name (db, error);
  if (sheet->branch == NULL)
    return NULL;
  if (staff != 0)
    {
      sheet->staff = hf_db_dup_text (db, HF_QUERY_STAFF_NAME, error, "l", staff);
      if (sheet->staff == NULL)
        return NULL;
    }
  return g_steal_pointer (&sheet);
}

static gboolean
add_visit (GPtrArray *sheets,
           HfDb *db,
           const HfActor *actor,
           const Planned *planned,
           HfDay day,
           GError **error)
{
  HfDaySheet *sheet = sheets->len > 0 ? sheets->pdata[sheets->len - 1] : NULL;
  g_autoptr (GError) local = NULL;
  HfDayVisit *visit;

  visit = load_visit (db, actor, planned, day, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (visit == NULL)
    return TRUE;
  if (sheet == NULL || sheet->staff_id != planned->staff)
    {
      sheet = begin_sheet (db, planned->staff, day, error);
      if (sheet == NULL)
        {
          day_visit_free (visit);
          return FALSE;
        }
      g_ptr_array_add (sheets, sheet);
    }
  g_ptr_array_add (sheet->visits, visit);
  return TRUE;
}

/* Those of one person, in the order in which the list beside the calendar shows them. */
static gboolean
add_person (
    GPtrArray *sheets, HfDb *db, const HfActor *actor, GPtrArray *visits, HfDay day, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree HfVisitPlace *places = g_new0 (HfVisitPlace, visits->len + 1);

  for (guint i = 0; i < visits->len; i++)
    {
      Planned *planned = visits->pdata[i];

      places[i] = planned->place;
      g_hash_table_insert (by_id, &planned->place.id, planned);
    }
  hf_visit_order_sort (places, visits->len);
  for (guint i = 0; i < visits->len; i++)
    if (!add_visit (sheets, db, actor, g_hash_table_lookup (by_id, &places[i].id), day, error))
      return FALSE;
  return TRUE;
}

/**
 * hf_day_sheets_load:
 * @staff: whose, 0 for everybody's
 *
 * For a reader's thread: a dozen look-ups a customer. Each customer stands once, however much is
 * due.
 *
 * Returns: (transfer full) (element-type HfDaySheet): one for each who has home visits on @day
 *   (CAL-8), by name; %NULL with an error, %HF_ERROR_NOT_ALLOWED for a colleague's work (ROLE-1)
 */
GPtrArray *
hf_day_sheets_load (HfDb *db,
                    const HfActor *actor,
                    gint64 staff,
                    HfDay day,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) sheets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_day_sheet_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  g_autoptr (GArray) list = NULL;

  if (!hf_actor_check_staff (actor, staff, error) ||
      (list = dup_planned (db, staff, day, error)) == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    {
      Planned *planned = &g_array_index (list, Planned, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (g_hash_table_add (seen, &planned->customer))
        g_ptr_array_add (visits, planned);
      if ((i + 1 == list->len || planned[1].staff != planned->staff) &&
          !add_person (sheets, db, actor, visits, day, error))
        return NULL;
      if (i + 1 == list->len || planned[1].staff != planned->staff)
        g_ptr_array_set_size (visits, 0);
    }
  return g_steal_pointer (&sheets);
}

/* hf-customer-lines.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-lines.h"

/* Lines above and below what is in view that are filled with it: a turn of the wheel. */
#define MARGIN (4)

/* What is filled at once while nothing else is to be done: a frame's worth; and how long the list
 * has to stand still before, in ms: whoever drags the scroll bar is not where he wants to be yet.
 */
#define AHEAD (32)
#define STILL (50)

/* Before the view has a size: a line and a window of the usual ones. */
#define LINE   (35)
#define WINDOW (800)

/* Rows that were read and are not shown; then they are forgotten. */
#define MAX_KEPT (4096)

/**
 * HfCustomerLines:
 *
 * GTK 4.8 keeps 200 lines of a list, seven times as many as are in view, and asks for all of them
 * after each jump. Those in view are read with one query and filled at once; the others get an item
 * without a row, whose cells are filled as soon as nothing else is to be done, or when they come
 * into view before that. See docs/decisions/0045-jumping.md. Main thread only.
 */
struct _HfCustomerLines
{
  HfAppContext *context;
  HfIdList *list;
  GHashTable *rows;     /* (element-type gint64 HfCustomerRow) */
  GtkAdjustment *place; /* (nullable): where the view is scrolled to */
  double line;          /* the height of one */
  guint idle;
  guint soon;
};

typedef struct
{
  guint from;
  guint n;
} Range;

/* All lines are equally high. */
static Range
get_view (HfCustomerLines *self)
{
  guint n = hf_id_list_get_n_ids (self->list);
  double top = self->place != NULL ? gtk_adjustment_get_value (self->place) : 0;
  double height = self->place != NULL ? gtk_adjustment_get_page_size (self->place) : 0;
  double first = top / self->line - MARGIN;
  double end = (top + (height > 0 ? height : WINDOW)) / self->line + MARGIN;
  guint from = (guint) CLAMP (first, 0, n);

  return (Range){ from, (guint) CLAMP (end, from, n) - from };
}

static gboolean
is_in (Range range, guint position)
{
  return position >= range.from && position - range.from < range.n;
}

static void
keep_row (HfCustomerLines *self, HfCustomerRow *row)
{
  HfCustomerRow *kept = hf_customer_row_ref (row);

  g_hash_table_replace (self->rows, &kept->id, kept);
}

/* A customer who is gone leaves an empty line until the ids are read anew. */
static void
keep_gone (HfCustomerLines *self, gint64 id)
{
  HfCustomerRow *row = g_rc_box_new0 (HfCustomerRow);

  row->id = id;
  row->name = g_strdup ("");
  row->area = g_strdup ("");
  row->stage = -1;
  row->last_contact_at = row->next_due_at = HF_MINUTE_NONE;
  row->supply_until = HF_DAY_NONE;
  g_hash_table_replace (self->rows, &row->id, row);
}

/* Reads those of @ids that are not known. */
static void
read_rows (HfCustomerLines *self, const gint64 *ids, guint n_ids)
{
  g_autoptr (GArray) unknown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_ids; i++)
    if (!g_hash_table_contains (self->rows, &ids[i]))
      g_array_append_val (unknown, ids[i]);
  if (unknown->len == 0)
    return;
  rows = hf_customer_list_dup_rows (hf_app_context_get_reader (self->context),
                                    (const gint64 *) (void *) unknown->data, unknown->len, &error);
  if (rows == NULL)
    g_warning ("cannot read the rows of customers: %s", error->message);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    keep_row (self, rows->pdata[i]);
  for (guint i = 0; i < unknown->len; i++)
    if (!g_hash_table_contains (self->rows, &g_array_index (unknown, gint64, i)))
      keep_gone (self, g_array_index (unknown, gint64, i));
}

static void
fill (HfCustomerLines *self, HfCustomerItem *item)
{
  gint64 id = hf_customer_item_get_id (item);
  HfCustomerRow *row = g_hash_table_lookup (self->rows, &id);

  if (row != NULL)
    hf_customer_item_set_row (item, row);
}

static void
fill_items (HfCustomerLines *self, GPtrArray *items)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = hf_customer_item_get_id (items->pdata[i]);

      g_array_append_val (ids, id);
    }
  read_rows (self, (const gint64 *) (void *) ids->data, ids->len);
  for (guint i = 0; i < items->len; i++)
    fill (self, items->pdata[i]);
}

static void
gather_empty (gpointer item, gpointer data)
{
  if (hf_customer_item_get_row (item) == NULL)
    g_ptr_array_add (data, g_object_ref (item));
}

static gboolean
on_idle (gpointer data)
{
  HfCustomerLines *self = data;
  g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean more;

  hf_id_list_foreach_object (self->list, gather_empty, empty);
  more = empty->len > AHEAD;
  g_ptr_array_set_size (empty, (int) MIN (empty->len, AHEAD));
  fill_items (self, empty);
  if (!more)
    self->idle = 0;
  return more;
}

static gboolean
on_still (gpointer data)
{
  HfCustomerLines *self = data;

  self->idle = g_idle_add (on_idle, self);
  return G_SOURCE_REMOVE;
}

static void
fill_later (HfCustomerLines *self)
{
  if (self->idle == 0)
    self->idle = g_timeout_add (STILL, on_still, self);
}

static void
wait_on (HfCustomerLines *self)
{
  if (self->idle == 0)
    return;
  g_source_remove (self->idle);
  self->idle = g_timeout_add (STILL, on_still, self);
}

static void
fill_view (HfCustomerLines *self)
{
  Range view = get_view (self);
  g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < view.n; i++)
    {
      GObject *item = hf_id_list_peek (self->list, view.from + i);

      if (item != NULL)
        gather_empty (item, empty);
    }
  fill_items (self, empty);
}

static void
read_view (HfCustomerLines *self, Range view)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), view.n);

  if (g_hash_table_size (self->rows) > MAX_KEPT)
    g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < view.n; i++)
    {
      gint64 id = hf_id_list_get_id (self->list, view.from + i);

      g_array_append_val (ids, id);
    }
  read_rows (self, (const gint64 *) (void *) ids->data, ids->len);
}

static GObject *
create_item (gint64 id, guint position, gpointer data)
{
  HfCustomerLines *self = data;
  Range view = get_view (self);

  if (!is_in (view, position))
    {
      fill_later (self);
      return G_OBJECT (hf_customer_item_new (id, NULL));
    }
  if (!g_hash_table_contains (self->rows, &id))
    read_view (self, view);
  return G_OBJECT (hf_customer_item_new (id, g_hash_table_lookup (self->rows, &id)));
}

static gboolean
on_soon (gpointer data)
{
  HfCustomerLines *self = data;

  self->soon = 0;
  fill_view (self);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not now: GTK may be giving the lines their places, and a cell that
 * changed meanwhile would not be laid out. The margin is what comes into view until then. */
static void
fill_soon (HfCustomerLines *self)
{
  if (self->soon == 0)
    self->soon = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_soon, self, NULL);
}

static void
on_moved (HfCustomerLines *self)
{
  wait_on (self);
  fill_soon (self);
}

/* The view is being given its size, or another number of lines. */
static void
on_place_changed (HfCustomerLines *self)
{
  guint n = hf_id_list_get_n_ids (self->list);
  double line = n > 0 ? gtk_adjustment_get_upper (self->place) / n : 0;

  /* Until GTK has measured them, new lines make the old height one of more or fewer. */
  if (line > LINE / 2.0 && line < LINE * 4.0)
    self->line = line;
  fill_soon (self);
}

/**
 * hf_customer_lines_new:
 *
 * Returns: (transfer full): an empty list
 */
HfCustomerLines *
hf_customer_lines_new (HfAppContext *context)
{
  HfCustomerLines *self = g_new0 (HfCustomerLines, 1);

  self->context = g_object_ref (context);
  self->line = LINE;
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                      (GDestroyNotify) hf_customer_row_unref);
  self->list = hf_id_list_new (HF_TYPE_CUSTOMER_ITEM, create_item, self);
  return self;
}

static void
drop_place (HfCustomerLines *self)
{
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_object (&self->place);
}

/**
 * hf_customer_lines_free:
 *
 * No view may show the list any more.
 */
void
hf_customer_lines_free (HfCustomerLines *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->soon, g_source_remove);
  drop_place (self);
  g_object_unref (self->list);
  g_hash_table_unref (self->rows);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * hf_customer_lines_get_list:
 *
 * Returns: (transfer none): of #HfCustomerItem
 */
HfIdList *
hf_customer_lines_get_list (HfCustomerLines *self)
{
  return self->list;
}

/**
 * hf_customer_lines_set_place:
 * @place: vertical, of the view that shows them
 */
void
hf_customer_lines_set_place (HfCustomerLines *self, GtkAdjustment *place)
{
  drop_place (self);
  self->place = g_object_ref (place);
  g_signal_connect_swapped (place, "value-changed", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (place, "changed", G_CALLBACK (on_place_changed), self);
}

/**
 * hf_customer_lines_set_ids:
 * @ids: (transfer none) (element-type gint64): see hf_id_list_set_ids()
 */
void
hf_customer_lines_set_ids (HfCustomerLines *self, GArray *ids)
{
  hf_id_list_set_ids (self->list, ids);
  fill_view (self);
}

static void
gather (gpointer item, gpointer data)
{
  if (hf_customer_item_get_row (item) != NULL)
    g_ptr_array_add (data, g_object_ref (item));
}

/**
 * hf_customer_lines_renew:
 *
 * Reads anew what the view holds: something was committed.
 */
void
hf_customer_lines_renew (HfCustomerLines *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_hash_table_remove_all (self->rows);
  hf_id_list_foreach_object (self->list, gather, items);
  fill_items (self, items);
}

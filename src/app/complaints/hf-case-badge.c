/* hf-case-badge.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-badge.h"

#include "hf-case-counts.h"
#include "hf-cases-tab.h"

/**
 * HfCaseBadge:
 *
 * Counts for a line of the sidebar the complaints of which a deadline has passed or comes today
 * (COMP-4), whoever is responsible, and follows the store. The page need not be there. Owned by
 * its line. Main thread.
 */
struct _HfCaseBadge
{
  GObject parent_instance;

  HfPageRow *row; /* (nullable) (unowned): owns this */
  HfAppContext *context;
  GCancellable *cancellable; /* of the newest reading */
};

G_DEFINE_FINAL_TYPE (HfCaseBadge, hf_case_badge, G_TYPE_OBJECT)

static gpointer
read_counts (HfDb *db, gpointer filter, GCancellable *cancellable, GError **error)
{
  return hf_case_counts_load (db, filter, error);
}

static void
on_counts_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCaseBadge) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree HfCaseCounts *counts = hf_store_call_finish (HF_STORE (source), result, &error);

  if (self->row == NULL)
    return;
  if (counts != NULL)
    hf_page_row_set_count (self->row, counts->today);
  else
    hf_app_context_complain (self->context, error);
}

static void
count_cases (HfCaseBadge *self)
{
  HfCaseFilter filter;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  filter = hf_case_filter_for (self->context, 0);
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_counts,
                       g_memdup2 (&filter, sizeof filter), g_free, g_free, self->cancellable,
                       on_counts_read, g_object_ref (self));
}

static void
hf_case_badge_dispose (GObject *object)
{
  HfCaseBadge *self = HF_CASE_BADGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_case_badge_parent_class)->dispose (object);
}

static void
hf_case_badge_class_init (HfCaseBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_case_badge_dispose;
}

static void
hf_case_badge_init (HfCaseBadge *self)
{
}

/* A reading under way may outlive the line. */
static void
let_go (gpointer data)
{
  HfCaseBadge *self = data;

  self->row = NULL;
  g_object_run_dispose (G_OBJECT (self));
  g_object_unref (self);
}

/**
 * hf_case_badge_attach:
 * @row: of the sidebar
 *
 * From now on @row bears the number, as the person at the desk may see it (ROLE-1).
 */
void
hf_case_badge_attach (HfPageRow *row, HfAppContext *context)
{
  HfCaseBadge *self;

  g_return_if_fail (HF_IS_PAGE_ROW (row));

  self = g_object_new (HF_TYPE_CASE_BADGE, NULL);
  self->row = row;
  self->context = g_object_ref (context);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (count_cases),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (count_cases), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (row), "case-badge", self, let_go);
  count_cases (self);
}

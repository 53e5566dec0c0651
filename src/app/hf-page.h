/* hf-page.h: what the window knows of each of its pages
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_PAGE (hf_page_get_type ())

G_DECLARE_INTERFACE (HfPage, hf_page, HF, PAGE, GtkWidget)

/**
 * HfPageInterface:
 * @set_context: called once, before the page is shown; a page that is not shown reads nothing it
 *   does not need for its heading
 * @dup_title: (nullable): the heading, where it is another than the page's name in the sidebar
 * @dup_subtitle: (nullable): the small line beside the heading
 * @get_n_waiting: (nullable): how much of it needs somebody today, for the sidebar
 * @dup_customers: (nullable): whom it lists, in its order, so that a card opened from it leads to
 * the next one
 * @get_place: (nullable): which of how many it shows, from 1; 0 for none
 * @step: (nullable): to the one @by places further
 * @has_foot: (nullable): whether a bar stands at its foot now, which a toast must not cover; told
 * by “heading-changed”
 */
struct _HfPageInterface
{
  GTypeInterface parent;

  void (*set_context) (HfPage *self, HfAppContext *context);
  char *(*dup_title) (HfPage *self);
  char *(*dup_subtitle) (HfPage *self);
  guint (*get_n_waiting) (HfPage *self);
  GArray *(*dup_customers) (HfPage *self);
  guint (*get_place) (HfPage *self, guint *n);
  void (*step) (HfPage *self, int by);
  gboolean (*has_foot) (HfPage *self);
};

void hf_page_set_context (HfPage *self, HfAppContext *context);
char *hf_page_dup_title (HfPage *self);
char *hf_page_dup_subtitle (HfPage *self);
guint hf_page_get_n_waiting (HfPage *self);
GArray *hf_page_dup_customers (HfPage *self);
guint hf_page_get_place (HfPage *self, guint *n);
void hf_page_step (HfPage *self, int by);
gboolean hf_page_has_foot (HfPage *self);
void hf_page_set_subject (HfPage *self, gint64 id);
gint64 hf_page_get_subject (HfPage *self);
void hf_page_emit_heading_changed (HfPage *self);

G_END_DECLS

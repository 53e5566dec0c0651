/* hf-customers-page-private.h: what the page's files share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-model.h"
#include "hf-customers-page.h"
#include "hf-filter-popover.h"

G_BEGIN_DECLS

struct _HfCustomersPage
{
  AdwBin parent_instance;

  GtkMenuButton *segment_button;
  GtkBox *chips;
  GtkMenuButton *filter_button;
  HfFilterPopover *filter_popover;
  GtkLabel *count_label;
  GtkMenuButton *columns_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkBox *selection_bar;
  GtkLabel *selection_label;
  GMenuModel *row_menu;

  HfAppContext *context;
  HfCustomerModel *model;
  GtkMultiSelection *selection;
  GSimpleActionGroup *actions;
  GSimpleActionGroup *column_actions;
  HfCustomerFilter *filter;
  HfCustomerSort sort;
  gboolean descending;
  GHashTable *kept; /* (nullable) (element-type gint64): selected before the ids changed */
  HfMinute now;     /* what times in the list are told by */
  guint clock;      /* ticks each minute while the page is seen */
  guint saving;     /* columns were changed and will be saved */
  guint bar;        /* the bar of what is selected waits for a second click */
  gboolean settling;
  gboolean arriving; /* the list gets the focus with its first lines */
};

void hf_customers_page_ask (HfCustomersPage *self);
GArray *hf_customers_page_dup_selected (HfCustomersPage *self);
void hf_customers_page_select_only (HfCustomersPage *self, guint position);

void hf_customers_page_focus_list (HfCustomersPage *self);
void hf_customers_page_pop_up (HfCustomersPage *self, GtkWidget *row);

void hf_customers_page_show_bar (HfCustomersPage *self, gboolean show);
void hf_customers_page_show_filter (HfCustomersPage *self);
void hf_customers_page_set_filter (HfCustomersPage *self, HfCustomerFilter *filter);
void hf_customers_page_restore (HfCustomersPage *self);
void hf_customers_page_show_order (HfCustomersPage *self);
void hf_customers_page_save_sort (HfCustomersPage *self);
void hf_customers_page_watch_columns (HfCustomersPage *self);
void hf_customers_page_show_segments (HfCustomersPage *self);
void hf_customers_page_ask_segment_name (HfCustomersPage *self);
void hf_customers_page_delete_segment (HfCustomersPage *self);

void hf_customers_page_add_actions (HfCustomersPage *self);
void hf_customers_page_add_shortcuts (GtkWidgetClass *widget_class);
void hf_customers_page_update_actions (HfCustomersPage *self);

G_END_DECLS

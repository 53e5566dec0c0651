/* hf-today-page-private.h: what the page's two files share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-today-list.h"
#include "hf-today-page.h"
#include "hf-visit-panel.h"

G_BEGIN_DECLS

struct _HfTodayPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list_view;
  GtkDropDown *scope;
  GtkDropDown *channel;
  GtkToggleButton *callable;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  AdwFlap *flap;
  HfVisitPanel *panel;

  HfAppContext *context;
  HfTodayList *list;
  GtkSingleSelection *selection;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  guint timeout;     /* until a line changes its group */
  gint64 selected;   /* id of the follow-up in the panel, 0 for none */
  gint64 wanted;     /* to be selected once it is in the list */
  guint position;    /* where the selection was, for when its line goes */
  gboolean settling; /* the selection is being put right */
  gboolean loaded;   /* once at least: the keys 1 to 7 work from the start */
};

gboolean hf_today_page_is_work (HfTodayPage *self, guint position);
void hf_today_page_select_position (HfTodayPage *self, guint position);
void hf_today_page_scroll_to (HfTodayPage *self, guint position);
void hf_today_page_show_selected (HfTodayPage *self);
void hf_today_page_pop_up_menu (HfTodayPage *self);
HfTodayFilter hf_today_page_get_filter (HfTodayPage *self);
gboolean hf_today_page_has_filter (HfTodayPage *self);
void hf_today_page_show_scope (HfTodayPage *self);
void hf_today_page_restore_filter (HfTodayPage *self, GSettings *settings);
void hf_today_page_save_filter (HfTodayPage *self);
void hf_today_page_add_actions (HfTodayPage *self);
void hf_today_page_add_shortcuts (GtkWidgetClass *widget_class);

G_END_DECLS

/* hf-greetings-page-private.h: what the files of the page share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-greeting-panel.h"
#include "hf-greetings-page.h"
#include "hf-id-list.h"
#include "hf-page.h"

G_BEGIN_DECLS

struct _HfGreetingsPage
{
  AdwBin parent_instance;

  AdwFlap *flap;
  GtkListBox *rounds;
  GtkStack *whole;
  GtkLabel *title;
  GtkLabel *progress;
  GtkProgressBar *bar;
  GtkDropDown *shown;
  GtkStack *stack;
  GtkListView *view;
  HfGreetingPanel *panel;

  HfAppContext *context;
  GSimpleActionGroup *actions;
  HfIdList *list;
  GtkSingleSelection *selection;
  GArray *rows; /* (nullable) (element-type HfGreetingRow) */
  gint64 round; /* the chosen one, 0 for none */
  gint64 selected;
  guint place;      /* where the chosen line stands */
  gboolean reading; /* a reading runs, and @stale: another one has to follow */
  gboolean stale;
  gboolean settling; /* what changes is not the person's doing */
  gboolean arriving; /* shown, and the lines are still to come */
};

const HfGreetingLine *hf_greetings_page_get_line (HfGreetingsPage *self);
const HfGreetingRow *hf_greetings_page_get_round (HfGreetingsPage *self);
void hf_greetings_page_focus_line (HfGreetingsPage *self);

void hf_greetings_page_add_actions (HfGreetingsPage *self);
void hf_greetings_page_update_actions (HfGreetingsPage *self);
gboolean hf_greetings_page_on_key (
    HfGreetingsPage *self, guint key, guint code, GdkModifierType state, gpointer controller);

G_END_DECLS

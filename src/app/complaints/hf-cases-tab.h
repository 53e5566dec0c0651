/* hf-cases-tab.h: what the Complaints page knows of each of its tabs
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-case-counts.h"

G_BEGIN_DECLS

#define HF_TYPE_CASES_TAB (hf_cases_tab_get_type ())

G_DECLARE_INTERFACE (HfCasesTab, hf_cases_tab, HF, CASES_TAB, GtkWidget)

/**
 * HfCasesTabInterface:
 * @set_context: called once, before the tab is shown for the first time
 * @set_responsible: whose cases to show, 0 for everybody's; called before it is shown, and later
 * @create_tools: (nullable): what stands in the page's toolbar while the tab is shown
 * @get_new_label: (nullable): what the blue button says, with a mnemonic; %NULL hides it
 * @start_new: (nullable): what the blue button does
 * @show_case: (nullable): chooses the case with that id
 *
 * A tab reads while it is mapped, and follows the store by itself.
 */
struct _HfCasesTabInterface
{
  GTypeInterface parent;

  void (*set_context) (HfCasesTab *self, HfAppContext *context);
  void (*set_responsible) (HfCasesTab *self, gint64 staff);
  GtkWidget *(*create_tools) (HfCasesTab *self);
  const char *(*get_new_label) (HfCasesTab *self);
  void (*start_new) (HfCasesTab *self);
  void (*show_case) (HfCasesTab *self, gint64 id);
};

void hf_cases_tab_set_context (HfCasesTab *self, HfAppContext *context);
void hf_cases_tab_set_responsible (HfCasesTab *self, gint64 staff);
GtkWidget *hf_cases_tab_create_tools (HfCasesTab *self);
const char *hf_cases_tab_get_new_label (HfCasesTab *self);
void hf_cases_tab_start_new (HfCasesTab *self);
void hf_cases_tab_show_case (HfCasesTab *self, gint64 id);

HfCaseFilter hf_case_filter_for (HfAppContext *context, gint64 responsible);

G_END_DECLS

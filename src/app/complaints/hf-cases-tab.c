/* hf-cases-tab.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cases-tab.h"

/**
 * HfCasesTab:
 *
 * One kind of case on the Complaints page: complaints, returns, adverse reactions, recovery,
 * incidents. The page knows its tabs by this alone, and makes each when it is first shown. Main
 * thread.
 */
G_DEFINE_INTERFACE (HfCasesTab, hf_cases_tab, GTK_TYPE_WIDGET)

static void
hf_cases_tab_default_init (HfCasesTabInterface *iface)
{
}

void
hf_cases_tab_set_context (HfCasesTab *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_CASES_TAB (self));

  HF_CASES_TAB_GET_IFACE (self)->set_context (self, context);
}

/**
 * hf_cases_tab_set_responsible:
 * @staff: whose cases to show, 0 for everybody's
 */
void
hf_cases_tab_set_responsible (HfCasesTab *self, gint64 staff)
{
  g_return_if_fail (HF_IS_CASES_TAB (self));

  HF_CASES_TAB_GET_IFACE (self)->set_responsible (self, staff);
}

/**
 * hf_cases_tab_create_tools:
 *
 * Returns: (transfer floating) (nullable): for the page's toolbar
 */
GtkWidget *
hf_cases_tab_create_tools (HfCasesTab *self)
{
  g_return_val_if_fail (HF_IS_CASES_TAB (self), NULL);

  return HF_CASES_TAB_GET_IFACE (self)->create_tools != NULL
             ? HF_CASES_TAB_GET_IFACE (self)->create_tools (self)
             : NULL;
}

/**
 * hf_cases_tab_get_new_label:
 *
 * Returns: (nullable): of the blue button, with a mnemonic; %NULL where nothing is begun here
 */
const char *
hf_cases_tab_get_new_label (HfCasesTab *self)
{
  g_return_val_if_fail (HF_IS_CASES_TAB (self), NULL);

  return HF_CASES_TAB_GET_IFACE (self)->get_new_label != NULL
             ? HF_CASES_TAB_GET_IFACE (self)->get_new_label (self)
             : NULL;
}

/**
 * hf_cases_tab_start_new:
 *
 * Begins a case of this kind.
 */
void
hf_cases_tab_start_new (HfCasesTab *self)
{
  g_return_if_fail (HF_IS_CASES_TAB (self));

  if (HF_CASES_TAB_GET_IFACE (self)->start_new != NULL)
    HF_CASES_TAB_GET_IFACE (self)->start_new (self);
}

/**
 * hf_cases_tab_show_case:
 * @id: of a case of this kind
 *
 * Chooses it, once it is read.
 */
void
hf_cases_tab_show_case (HfCasesTab *self, gint64 id)
{
  g_return_if_fail (HF_IS_CASES_TAB (self));

  if (HF_CASES_TAB_GET_IFACE (self)->show_case != NULL)
    HF_CASES_TAB_GET_IFACE (self)->show_case (self, id);
}

/**
 * hf_case_filter_for:
 * @responsible: whose cases, 0 for everybody's
 *
 * Which cases the person at the desk sees now: agents their own and nobody's (ROLE-1).
 */
HfCaseFilter
hf_case_filter_for (HfAppContext *context, gint64 responsible)
{
  HfActor actor = { .role = HF_ROLE_AGENT };
  HfCaseFilter filter;

  hf_app_context_init_actor (context, &actor, NULL);
  filter.agent_id = actor.role == HF_ROLE_AGENT ? hf_app_context_get_staff (context) : 0;
  filter.responsible_id = responsible;
  filter.now = hf_app_context_get_now (context);
  return filter;
}

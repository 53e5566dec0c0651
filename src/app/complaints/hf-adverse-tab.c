/* hf-adverse-tab.c: adverse reactions (COMP-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-adverse-dialog.h"
#include "hf-adverse.h"
#include "hf-intake-window.h"
#include "hf-matter-act.h"
#include "hf-matter-form.h"
#include "hf-when.h"

#define LIMIT (2000)

typedef struct
{
  HfMattersTab parent_instance;
} HfAdverseTab;

typedef struct
{
  HfMattersTabClass parent_class;
} HfAdverseTabClass;

G_DEFINE_TYPE (HfAdverseTab, hf_adverse_tab, HF_TYPE_MATTERS_TAB)

static GArray *
dup_ids (HfDb *db, const HfCaseFilter *filter, GError **error)
{
  return hf_adverse_dup_ids (db, filter->agent_id, filter->responsible_id, LIMIT, error);
}

/* DASH-3: a manager sees how often this batch was not borne well. */
static void
add_batch (HfMatter *matter, HfDb *db, const HfActor *actor, const HfAdverse *adverse)
{
  g_autoptr (GArray) counts =
      actor->role == HF_ROLE_MANAGER ? hf_adverse_dup_report (db, actor, NULL) : NULL;

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const HfAdverseCount *count = &g_array_index (counts, HfAdverseCount, i);

      if (g_strcmp0 (count->product, adverse->product) != 0 ||
          g_strcmp0 (count->batch, adverse->batch) != 0)
        continue;
      hf_matter_take_fact (
          matter, _ ("Of this batch"),
          g_strdup_printf (_ ("%d reactions, %d of them severe"), count->cases, count->severe));
    }
}

/* Health data stand here only, in the case itself (CARD-3). */
static void
add_facts (HfMatter *matter, const HfAdverse *adverse, HfMinute now)
{
  HfDay today = hf_minute_get_day (now);

  hf_matter_add_heading (matter, _ ("Facts"));
  hf_matter_add_fact (matter, _ ("Product"), adverse->product);
  hf_matter_add_fact (matter, _ ("Batch"), adverse->batch);
  hf_matter_add_fact (matter, _ ("How bad"), hf_severity_get_label (adverse->severity));
  hf_matter_add_fact (matter, _ ("What the customer feels"), adverse->symptoms);
  hf_matter_add_fact (matter, _ ("How much was taken"), adverse->dose);
  if (adverse->onset != HF_DAY_NONE)
    hf_matter_take_fact (matter, _ ("Since when"), hf_when_format_date (adverse->onset, today));
  hf_matter_add_fact (matter, _ ("Known conditions"), adverse->known);
  hf_matter_take_fact (matter, _ ("Recorded on"), hf_when_format_moment (adverse->opened_at, now));
  hf_matter_add_fact (matter, _ ("Recorded by"), adverse->staff);
  if (adverse->expert_answered != HF_MINUTE_NONE)
    hf_matter_take_fact (matter, _ ("Expert answered"),
                         hf_when_format_moment (adverse->expert_answered, now));
  hf_matter_add_fact (matter, _ ("How it ended"), adverse->outcome);
}

static void
add_state (HfMatter *matter, const HfAdverse *adverse)
{
  gboolean open = adverse->closed_at == HF_MINUTE_NONE;

  matter->state_class = "ok";
  if (!open)
    matter->state = g_strdup (_ ("Closed"));
  else if (adverse->severity == HF_SEVERITY_SEVERE)
    {
      matter->state = g_strdup (_ ("Severe"));
      matter->state_class = "late";
    }
  else
    {
      matter->state = g_strdup (adverse->expert_due != HF_MINUTE_NONE ? _ ("Expert asked")
                                                                      : _ ("Expert answered"));
      matter->state_class = "soon";
    }
}

static HfMatter *
load (HfDb *db, gint64 id, const HfActor *actor, GError **error)
{
  g_autoptr (HfAdverse) adverse = hf_adverse_load (db, id, error);
  HfMatter *matter;

  if (adverse == NULL)
    return NULL;
  matter = hf_matter_new (id, adverse->customer_id, adverse->customer);
  matter->what = g_strdup (adverse->product != NULL ? adverse->product : _ ("Product not known"));
  matter->when = hf_when_format_moment (adverse->opened_at, actor->now);
  add_state (matter, adverse);
  if (adverse->closed_at == HF_MINUTE_NONE)
    {
      matter->first = g_strdup (hf_adverse_get_first_action (adverse->severity));
      matter->alarm = adverse->severity == HF_SEVERITY_SEVERE;
      if (adverse->expert_due != HF_MINUTE_NONE)
        hf_matter_add_act (matter, "expert", _ ("Record the _Expert’s Call…"), TRUE);
      hf_matter_add_act (matter, "describe", _ ("_Describe…"), FALSE);
      hf_matter_add_act (matter, "return", _ ("_Take the Goods Back…"), FALSE);
      hf_matter_add_act (matter, "close", _ ("C_lose…"), adverse->expert_due == HF_MINUTE_NONE);
    }
  add_facts (matter, adverse, actor->now);
  add_batch (matter, db, actor, adverse);
  return matter;
}

static gboolean
run_close (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  return hf_command_close_adverse (db, actor, id, text, error);
}

/* Of somebody who must not use it (COMP-5). */
static void
take_back (HfMattersTab *tab, const HfMatter *matter)
{
  HfAppContext *context = hf_matters_tab_get_context (tab);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfAdverse) adverse =
      hf_adverse_load (hf_app_context_get_reader (context), matter->id, &error);

  if (adverse != NULL)
    hf_intake_window_show_filled (GTK_WIDGET (tab), context, _ ("New Return"), matter->customer_id,
                                  hf_return_form_new_for_reaction (context, adverse));
  else
    hf_app_context_complain (context, error);
}

static void
act (HfMattersTab *tab, const HfMatter *matter, const char *name)
{
  HfAppContext *context = hf_matters_tab_get_context (tab);

  if (g_str_equal (name, "close"))
    hf_matter_act_ask (tab, matter, _ ("How Did It End?"), _ ("How it ended"), NULL, _ ("C_lose"),
                       run_close, 0, _ ("adverse reaction closed"));
  else if (g_str_equal (name, "expert"))
    gtk_widget_activate_action (
        GTK_WIDGET (tab), "app.show-follow-up", "x",
        hf_adverse_find_expert_call (hf_app_context_get_reader (context), matter->id));
  else if (g_str_equal (name, "describe"))
    hf_adverse_dialog_show_one (GTK_WIDGET (tab), context, matter->id);
  else
    take_back (tab, matter);
}

static void
start_new (HfMattersTab *tab)
{
  hf_intake_window_show_form (GTK_WIDGET (tab), hf_matters_tab_get_context (tab),
                              _ ("New Adverse Reaction"), _ ("Who does not feel well?"),
                              hf_adverse_form_new, 0);
}

static void
hf_adverse_tab_class_init (HfAdverseTabClass *klass)
{
  HfMattersTabClass *tab_class = HF_MATTERS_TAB_CLASS (klass);

  tab_class->new_label = N_ ("_New Reaction");
  tab_class->empty = N_ ("Nobody felt unwell");
  tab_class->dup_ids = dup_ids;
  tab_class->load = load;
  tab_class->act = act;
  tab_class->start_new = start_new;
}

static void
hf_adverse_tab_init (HfAdverseTab *self)
{
}

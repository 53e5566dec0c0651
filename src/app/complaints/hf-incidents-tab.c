/* hf-incidents-tab.c: somebody outside posed as us (COMP-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-incident.h"
#include "hf-intake-window.h"
#include "hf-matter-act.h"
#include "hf-matter-form.h"
#include "hf-when.h"

#define LIMIT     (2000)
#define MOST_LEAK (5)

typedef struct
{
  HfMattersTab parent_instance;
} HfIncidentsTab;

typedef struct
{
  HfMattersTabClass parent_class;
} HfIncidentsTabClass;

G_DEFINE_TYPE (HfIncidentsTab, hf_incidents_tab, HF_TYPE_MATTERS_TAB)

static GArray *
dup_ids (HfDb *db, const HfCaseFilter *filter, GError **error)
{
  return hf_incidents_dup_ids (db, filter->agent_id, filter->responsible_id, LIMIT, error);
}

static char *
format_knew (HfSet knew)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < HF_N_KNEW; i++)
    if (HF_SET_HAS (knew, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                              hf_knew_get_label ((HfKnew) i));
  return g_string_free (text, FALSE);
}

/* What to say to a customer who rings back to check that we are we. */
static void
add_verification (HfMatter *matter, HfDb *db, HfMinute now)
{
  g_autoptr (HfVerification) card = hf_verification_load (db, matter->customer_id, NULL);

  if (card == NULL)
    return;
  hf_matter_add_heading (matter, _ ("Verification card, when the customer rings back"));
  hf_matter_add_fact (matter, _ ("Customer"), matter->customer);
  hf_matter_take_fact (matter, _ ("Customer number"),
                       g_strdup_printf ("%lld", (long long) card->number));
  hf_matter_add_fact (matter, _ ("Order number"), card->order);
  hf_matter_add_fact (matter, _ ("Looked after by"), card->staff);
}

static void
add_leaks (HfMatter *matter, HfDb *db, const HfActor *actor)
{
  g_autoptr (GArray) leaks =
      actor->role == HF_ROLE_MANAGER ? hf_incidents_dup_leaks (db, actor, NULL) : NULL;

  if (leaks != NULL && leaks->len > 0)
    hf_matter_add_heading (matter, _ ("Who had opened the records, over all incidents"));
  for (guint i = 0; leaks != NULL && i < MIN (leaks->len, MOST_LEAK); i++)
    {
      const HfLeak *leak = &g_array_index (leaks, HfLeak, i);

      hf_matter_take_fact (matter, leak->staff,
                           g_strdup_printf (_ ("%d of %d incidents"), leak->incidents, leak->all));
    }
}

static void
add_facts (HfMatter *matter, const HfIncident *incident, HfMinute now)
{
  hf_matter_add_heading (matter, _ ("Facts"));
  hf_matter_take_fact (matter, _ ("When"), hf_when_format_moment (incident->happened_at, now));
  hf_matter_add_fact (matter, _ ("What the caller said"), incident->claimed);
  hf_matter_take_fact (matter, _ ("The caller knew"), format_knew (incident->knew));
  if (*incident->tail != '\0')
    hf_matter_take_fact (matter, _ ("Caller’s number"),
                         g_strdup_printf (_ ("ends in %s"), incident->tail));
  if (incident->lost_fen > 0)
    hf_matter_take_fact (matter, _ ("Money lost"), hf_matter_format_money (incident->lost_fen));
  hf_matter_add_fact (matter, _ ("Courier"), incident->courier);
  hf_matter_add_fact (matter, _ ("Tracking number"), incident->tracking);
  hf_matter_add_fact (matter, _ ("Recorded by"), incident->staff);
  if (incident->to_warn > 0)
    hf_matter_take_fact (matter, _ ("Customers warned"),
                         g_strdup_printf (_ ("%d of %d"), incident->warned, incident->to_warn));
}

static void
add_checks (HfMatter *matter, const HfIncident *incident)
{
  for (int i = 0; i < HF_N_INCIDENT_TASKS; i++)
    {
      HfMatterCheck check = { i, hf_incident_task_get_label ((HfIncidentTask) i),
                              HF_SET_HAS (incident->done, i) };

      if (HF_SET_HAS (incident->needed | incident->done, i))
        g_array_append_val (matter->checks, check);
    }
}

static HfMatter *
load (HfDb *db, gint64 id, const HfActor *actor, GError **error)
{
  g_autoptr (HfIncident) incident = hf_incident_load (db, id, error);
  HfMatter *matter;
  gboolean open;

  if (incident == NULL)
    return NULL;
  open = incident->closed_at == HF_MINUTE_NONE;
  matter = hf_matter_new (id, incident->customer_id, incident->customer);
  matter->what = g_strdup (incident->lost_fen > 0 ? _ ("Somebody posed as us; money is gone")
                                                  : _ ("Somebody posed as us"));
  matter->state = g_strdup (open ? _ ("Open") : _ ("Closed"));
  matter->state_class = open ? "late" : "ok";
  matter->when = hf_when_format_moment (incident->happened_at, actor->now);
  if (open)
    {
      gboolean ready = (incident->needed & ~incident->done) == 0;

      add_checks (matter, incident);
      if (incident->round_id == 0 && actor->role == HF_ROLE_MANAGER)
        hf_matter_add_act (matter, "warn", _ ("_Warn Good Customers"), !ready);
      hf_matter_add_act (matter, "close", _ ("C_lose"), ready);
    }
  add_verification (matter, db, actor->now);
  add_facts (matter, incident, actor->now);
  add_leaks (matter, db, actor);
  return matter;
}

static gboolean
run_tick (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  return hf_command_tick_incident (db, actor, id, (HfIncidentTask) (value / 2), value % 2 != 0,
                                   error);
}

static gboolean
run_close (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  return hf_command_close_incident (db, actor, id, error);
}

static gboolean
run_warn (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  int customers;

  return hf_command_warn_customers (db, actor, id, &customers, error);
}

static void
check (HfMattersTab *tab, const HfMatter *matter, int index, gboolean done)
{
  hf_matter_act_run (tab, matter, run_tick, index * 2 + (done ? 1 : 0),
                     hf_incident_task_get_label ((HfIncidentTask) index));
}

static void
act (HfMattersTab *tab, const HfMatter *matter, const char *name)
{
  if (g_str_equal (name, "warn"))
    hf_matter_act_run (tab, matter, run_warn, 0, _ ("a round of warning calls was started"));
  else
    hf_matter_act_run (tab, matter, run_close, 0, _ ("incident closed"));
}

static void
start_new (HfMattersTab *tab)
{
  hf_intake_window_show_form (GTK_WIDGET (tab), hf_matters_tab_get_context (tab),
                              _ ("New Incident"), _ ("Who was called?"), hf_incident_form_new, 0);
}

static void
hf_incidents_tab_class_init (HfIncidentsTabClass *klass)
{
  HfMattersTabClass *tab_class = HF_MATTERS_TAB_CLASS (klass);

  tab_class->new_label = N_ ("_New Incident");
  tab_class->empty = N_ ("Nobody posed as us");
  tab_class->dup_ids = dup_ids;
  tab_class->load = load;
  tab_class->act = act;
  tab_class->check = check;
  tab_class->start_new = start_new;
}

static void
hf_incidents_tab_init (HfIncidentsTab *self)
{
}

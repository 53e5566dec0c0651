/* hf-recovery-tab.c: failures that were found before anybody complained (COMP-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-matter-act.h"
#include "hf-recovery.h"
#include "hf-when.h"

#define LIMIT (2000)

typedef struct
{
  HfMattersTab parent_instance;
} HfRecoveryTab;

typedef struct
{
  HfMattersTabClass parent_class;
} HfRecoveryTabClass;

G_DEFINE_TYPE (HfRecoveryTab, hf_recovery_tab, HF_TYPE_MATTERS_TAB)

static GArray *
dup_ids (HfDb *db, const HfCaseFilter *filter, GError **error)
{
  return hf_recovery_dup_ids (db, filter->agent_id, filter->responsible_id, LIMIT, error);
}

/* What the failure asks for is the one next step: an exchange of goods that grow old, else a call,
 * and once that was arranged the apology. */
static void
add_acts (HfMatter *matter, const HfRecoveryRow *row)
{
  gboolean old = g_str_equal (row->kind, "expiry");
  gboolean arranged = g_strcmp0 (row->act, "follow-up") == 0;

  if (old)
    hf_matter_add_act (matter, "exchange", _ ("E_xchange"), TRUE);
  if (!arranged)
    hf_matter_add_act (matter, "follow-up", _ ("_Call Today"), !old);
  hf_matter_add_act (matter, "apology", _ ("We _Apologised…"), arranged && !old);
  hf_matter_add_act (matter, "dismiss", _ ("_Dismiss…"), FALSE);
}

static void
add_state (HfMatter *matter, const HfRecoveryRow *row)
{
  if (g_str_equal (row->state, "open"))
    {
      matter->state =
          g_strdup (g_strcmp0 (row->act, "follow-up") == 0 ? _ ("To be called") : _ ("Open"));
      matter->state_class = "soon";
      add_acts (matter, row);
      return;
    }
  matter->state_class = "ok";
  matter->state = g_strdup (g_str_equal (row->state, "done") ? _ ("Put right") : _ ("Dismissed"));
}

static HfMatter *
make (const HfRecoveryRow *row, HfMinute now)
{
  HfMatter *matter = hf_matter_new (row->id, row->customer_id, row->customer);
  HfDay today = hf_minute_get_day (now);

  matter->what = g_strdup (hf_recovery_get_label (row->kind));
  matter->when = hf_when_format_day (row->found_on, today);
  add_state (matter, row);
  hf_matter_add_heading (matter, _ ("Facts"));
  hf_matter_take_fact (matter, _ ("Found on"), hf_when_format_date (row->found_on, today));
  if (row->due_at != HF_MINUTE_NONE)
    hf_matter_take_fact (matter, _ ("To be called"), hf_when_format_moment (row->due_at, now));
  hf_matter_add_fact (matter, _ ("Owner"), row->owner);
  hf_matter_add_fact (matter, _ ("Note"), row->note);
  return matter;
}

static HfMatter *
load (HfDb *db, gint64 id, const HfActor *actor, GError **error)
{
  HfRecoveryRow row = { 0 };
  HfMatter *matter = NULL;

  if (hf_recovery_load (db, id, &row, error))
    matter = make (&row, actor->now);
  hf_recovery_row_clear (&row);
  return matter;
}

static gboolean
run (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  const HfRecoveryDeed deed = { (HfRecoveryAct) value, text, HF_CHANNEL_PHONE };

  return hf_command_act_on_recovery (db, actor, id, &deed, error);
}

static gboolean
run_apology (
    HfDb *db, const HfActor *actor, gint64 id, int channel, const char *text, GError **error)
{
  const HfRecoveryDeed deed = { HF_RECOVERY_APOLOGY, text, (HfChannel) channel };

  return hf_command_act_on_recovery (db, actor, id, &deed, error);
}

static void
act (HfMattersTab *tab, const HfMatter *matter, const char *name)
{
  HfRecoveryAct what;

  if (!hf_recovery_act_parse (name, &what, NULL))
    return;
  switch (what)
    {
    case HF_RECOVERY_FOLLOW_UP:
      hf_matter_act_run (tab, matter, run, (int) what, _ ("to be called today"));
      break;
    case HF_RECOVERY_EXCHANGE:
      hf_matter_act_run (tab, matter, run, (int) what, _ ("exchange begun; see Returns"));
      break;
    case HF_RECOVERY_APOLOGY:
      hf_matter_act_ask_contact (tab, matter, _ ("How Did We Apologise?"), _ ("What was said"),
                                 _ ("_Apologised"), run_apology, _ ("apology recorded"));
      break;
    case HF_RECOVERY_DISMISS:
    default:
      hf_matter_act_ask (tab, matter, _ ("Why Is Nothing to Be Done?"), _ ("Reason"), NULL,
                         _ ("_Dismiss"), run, (int) what, _ ("finding dismissed"));
      break;
    }
}

static void
hf_recovery_tab_class_init (HfRecoveryTabClass *klass)
{
  HfMattersTabClass *tab_class = HF_MATTERS_TAB_CLASS (klass);

  tab_class->empty = N_ ("No failure was found");
  tab_class->dup_ids = dup_ids;
  tab_class->load = load;
  tab_class->act = act;
}

static void
hf_recovery_tab_init (HfRecoveryTab *self)
{
}

/* hf-returns-tab.c: goods that come back (COMP-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-intake-window.h"
#include "hf-matter-act.h"
#include "hf-matter-form.h"
#include "hf-return-list.h"
#include "hf-return-paper.h"
#include "hf-return.h"
#include "hf-when.h"

#define LIMIT (2000)

typedef struct
{
  HfMattersTab parent_instance;
} HfReturnsTab;

typedef struct
{
  HfMattersTabClass parent_class;
} HfReturnsTabClass;

G_DEFINE_TYPE (HfReturnsTab, hf_returns_tab, HF_TYPE_MATTERS_TAB)

static GArray *
dup_ids (HfDb *db, const HfCaseFilter *filter, GError **error)
{
  return hf_returns_dup_ids (db, filter->agent_id, filter->responsible_id, LIMIT, error);
}

static gboolean
is_late (const HfReturn *back, HfMinute now)
{
  return back->refund_due != HF_MINUTE_NONE && back->refund_due < now &&
         back->state < HF_RETURN_REFUNDED;
}

/* Whoever must not use it, or insists, is not asked whether they want to keep it (fixed). */
static void
add_acts (HfMatter *matter, const HfReturn *back)
{
  gboolean at_once = hf_return_advise (back->reason, back->insists).at_once;

  if (back->state == HF_RETURN_OPEN)
    {
      hf_matter_add_act (matter, "goods-back", _ ("Goods Are _Back"), TRUE);
      if (!at_once)
        hf_matter_add_act (matter, "insists", _ ("Customer _Insists"), FALSE);
      if (!at_once)
        hf_matter_add_act (matter, "kept", _ ("Customer _Keeps It"), FALSE);
    }
  /* What must not be used comes back first (fixed). */
  if (back->state == HF_RETURN_GOODS_BACK ||
      (back->state == HF_RETURN_OPEN && back->reason != HF_RETURN_CONTRAINDICATED))
    {
      gboolean next = back->state == HF_RETURN_GOODS_BACK;

      hf_matter_add_act (matter, "refunded", _ ("_Paid Back…"), next && !back->exchange);
      hf_matter_add_act (matter, "exchanged", _ ("E_xchanged"), next && back->exchange);
    }
}

static void
add_facts (HfMatter *matter, const HfReturn *back, HfMinute now)
{
  HfDay today = hf_minute_get_day (now);

  hf_matter_add_heading (matter, _ ("Facts"));
  hf_matter_add_fact (matter, _ ("Goods"), back->goods);
  hf_matter_add_fact (matter, _ ("Why"),
                      hf_domain_get_label (HF_DOMAIN_RETURN_REASON, (int) back->reason));
  if (back->insists)
    hf_matter_add_fact (matter, _ ("Insists"), _ ("yes: processed at once"));
  hf_matter_add_fact (matter, _ ("Wants"),
                      back->exchange ? _ ("An exchange") : _ ("The money back"));
  hf_matter_take_fact (matter, _ ("Recorded on"), hf_when_format_moment (back->opened_at, now));
  if (back->goods_back_on != HF_DAY_NONE)
    hf_matter_take_fact (matter, _ ("Goods back on"),
                         hf_when_format_date (back->goods_back_on, today));
  if (back->refund_due != HF_MINUTE_NONE)
    hf_matter_take_fact (matter, _ ("Money due by"), hf_when_format_moment (back->refund_due, now));
  hf_matter_take_fact (matter, _ ("What the goods cost"), hf_matter_format_money (back->goods_fen));
  hf_matter_take_fact (matter, _ ("Paid back"), hf_matter_format_money (back->refund_fen));
  hf_matter_add_fact (matter, _ ("Recorded by"), back->staff);
  hf_matter_add_fact (matter, _ ("Note"), back->note);
}

/* In a list: a reason that has to do with the customer's health stays out of it (CARD-3). */
static char *
format_what (const HfReturn *back)
{
  return back->reason <= HF_RETURN_CONTRAINDICATED
             ? g_strdup (back->goods)
             : g_strdup_printf ("%s · %s", back->goods,
                                hf_domain_get_label (HF_DOMAIN_RETURN_REASON, (int) back->reason));
}

static HfMatter *
load (HfDb *db, gint64 id, const HfActor *actor, GError **error)
{
  g_autoptr (HfReturn) back = hf_return_load (db, id, error);
  HfSet steps;
  HfMatter *matter;

  if (back == NULL)
    return NULL;
  matter = hf_matter_new (id, back->customer_id, back->customer);
  matter->what = format_what (back);
  matter->state = g_strdup (is_late (back, actor->now)
                                ? _ ("Refund overdue")
                                : hf_domain_get_label (HF_DOMAIN_RETURN_STATE, (int) back->state));
  if (is_late (back, actor->now))
    matter->state_class = "late";
  else if (back->state >= HF_RETURN_REFUNDED)
    matter->state_class = "ok";
  matter->when = hf_when_format_moment (back->opened_at, actor->now);
  steps = back->state == HF_RETURN_OPEN ? hf_return_advise (back->reason, back->insists).steps : 0;
  for (int i = 0; i < HF_N_RETURN_STEPS; i++)
    if (HF_SET_HAS (steps, i))
      g_ptr_array_add (matter->steps, (gpointer) hf_return_step_get_text ((HfReturnStep) i));
  if (back->reason == HF_RETURN_CONTRAINDICATED && back->state == HF_RETURN_OPEN)
    {
      matter->first = g_strdup (_ ("Must not be used: stop now, take the goods back, apologise."));
      matter->alarm = TRUE;
    }
  add_acts (matter, back);
  hf_matter_add_act (matter, "print", _ ("P_rint the Form…"), FALSE);
  hf_matter_add_act (matter, "save-pdf", _ ("_Save as PDF…"), FALSE);
  add_facts (matter, back, actor->now);
  return matter;
}

static gboolean
run_move (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  HfReturnMoveTo move = { (HfReturnState) value, -1, FALSE };

  return hf_command_move_return (db, actor, id, &move, error);
}

static gboolean
run_insist (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  return hf_command_insist_on_return (db, actor, id, error);
}

/* Yuan, with at most two decimals; nothing said: what the goods cost. */
static gboolean
run_refund (HfDb *db, const HfActor *actor, gint64 id, int value, const char *text, GError **error)
{
  HfReturnMoveTo move = { HF_RETURN_REFUNDED, -1, FALSE };
  char *end = NULL;
  double yuan = g_ascii_strtod (text, &end);

  if (*text != '\0' && (*end != '\0' || !(yuan >= 0 && yuan < 1e9)))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Write the amount in yuan, such as 198 or 198.50."));
      return FALSE;
    }
  if (*text != '\0')
    move.refund_fen = (gint64) (yuan * 100 + 0.5);
  return hf_command_move_return (db, actor, id, &move, error);
}

static char *
dup_refund (HfMattersTab *tab, const HfMatter *matter)
{
  HfDb *db = hf_app_context_get_reader (hf_matters_tab_get_context (tab));
  g_autoptr (HfReturn) back = hf_return_load (db, matter->id, NULL);
  gint64 fen = back != NULL ? back->goods_fen : -1;

  if (back != NULL && back->payable_fen >= 0)
    fen = MIN (fen, back->payable_fen);
  return fen >= 0 ? g_strdup_printf ("%.2f", (double) fen / 100) : NULL;
}

static void
act (HfMattersTab *tab, const HfMatter *matter, const char *name)
{
  int to = HF_RETURN_OPEN;

  if (g_str_equal (name, "refunded"))
    {
      g_autofree char *refund = dup_refund (tab, matter);

      hf_matter_act_ask (tab, matter, _ ("How Much Was Paid Back?"), _ ("Yuan"), refund,
                         _ ("_Paid Back"), run_refund, 0, _ ("money paid back"));
    }
  else if (g_str_equal (name, "print"))
    hf_return_paper_print (GTK_WIDGET (tab), hf_matters_tab_get_context (tab), matter->id);
  else if (g_str_equal (name, "save-pdf"))
    hf_return_paper_save (GTK_WIDGET (tab), hf_matters_tab_get_context (tab), matter->id);
  else if (g_str_equal (name, "insists"))
    hf_matter_act_run (tab, matter, run_insist, 0, _ ("the return is processed at once"));
  else if (hf_domain_parse (HF_DOMAIN_RETURN_STATE, name, &to, NULL))
    hf_matter_act_run (tab, matter, run_move, to, hf_domain_get_label (HF_DOMAIN_RETURN_STATE, to));
}

static void
start_new (HfMattersTab *tab)
{
  hf_intake_window_show_form (GTK_WIDGET (tab), hf_matters_tab_get_context (tab), _ ("New Return"),
                              _ ("Who returns something?"), hf_return_form_new, 0);
}

static void
hf_returns_tab_class_init (HfReturnsTabClass *klass)
{
  HfMattersTabClass *tab_class = HF_MATTERS_TAB_CLASS (klass);

  tab_class->new_label = N_ ("_New Return");
  tab_class->empty = N_ ("Nothing was returned");
  tab_class->dup_ids = dup_ids;
  tab_class->load = load;
  tab_class->act = act;
  tab_class->start_new = start_new;
}

static void
hf_returns_tab_init (HfReturnsTab *self)
{
}

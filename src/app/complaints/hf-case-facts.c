/* hf-case-facts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-facts.h"

#include <glib/gi18n-lib.h>

#include "hf-complaint-edit.h"
#include "hf-when.h"

#define FEN_A_YUAN (100)

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
dup_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* ---- facts */

static char *
format_product (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->product);
}

static char *
format_order (const HfComplaintCase *one, HfMinute now)
{
  g_autofree char *day = NULL;

  if (one->bought_on == HF_DAY_NONE)
    return g_strdup ("");
  day = hf_when_format_date (one->bought_on, hf_minute_get_day (now));
  return one->order != NULL && *one->order != '\0' ? g_strdup_printf ("%s · %s", day, one->order)
                                                   : g_steal_pointer (&day);
}

static char *
format_reason (const HfComplaintCase *one, HfMinute now)
{
  return g_strdup (hf_domain_get_label (HF_DOMAIN_COMPLAINT_REASON, (int) one->complaint->reason));
}

static char *
format_wants (const HfComplaintCase *one, HfMinute now)
{
  return g_strdup (hf_domain_get_label (HF_DOMAIN_WANTS, (int) one->complaint->wants));
}

static char *
dup_reason (const HfComplaintCase *one)
{
  return dup_number ((int) one->complaint->reason);
}

static char *
dup_wants (const HfComplaintCase *one)
{
  return dup_number ((int) one->complaint->wants);
}

static char *
format_severity (const HfComplaintCase *one, HfMinute now)
{
  return g_strdup (
      hf_domain_get_label (HF_DOMAIN_COMPLAINT_SEVERITY, (int) one->complaint->severity));
}

static char *
dup_severity (const HfComplaintCase *one)
{
  return dup_number ((int) one->complaint->severity);
}

static char *
format_about (const HfComplaintCase *one, HfMinute now)
{
  return one->complaint->about != NULL
             ? g_strdup_printf (_ ("%s (can’t look into it)"), one->complaint->about)
             : g_strdup (_ ("nobody in particular"));
}

static char *
dup_about (const HfComplaintCase *one)
{
  return dup_number (one->complaint->about_id);
}

static char *
format_investigator (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->investigator);
}

static char *
dup_investigator (const HfComplaintCase *one)
{
  return dup_number (one->complaint->investigator_id);
}

static char *
format_responsible (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->responsible);
}

static char *
dup_responsible (const HfComplaintCase *one)
{
  return dup_number (one->complaint->responsible_id);
}

static char *
format_promised (const HfComplaintCase *one, HfMinute now)
{
  g_autofree char *moment = NULL;

  if (one->complaint->promised_by == HF_MINUTE_NONE)
    return g_strdup ("");
  moment = hf_when_format_moment (one->complaint->promised_by, now);
  return g_strdup_printf (_ ("by %s"), moment);
}

static char *
dup_promised (const HfComplaintCase *one)
{
  return one->complaint->promised_by != HF_MINUTE_NONE
             ? dup_number (hf_minute_get_day (one->complaint->promised_by))
             : g_strdup ("");
}

static char *
format_facts (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->facts);
}

static char *
dup_facts (const HfComplaintCase *one)
{
  return dup_or_empty (one->complaint->facts);
}

/* ---- remedy */

static char *
format_remedy (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->remedy);
}

static char *
dup_remedy (const HfComplaintCase *one)
{
  return dup_or_empty (one->complaint->remedy);
}

static char *
format_approved (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->approved_by);
}

static char *
dup_approved (const HfComplaintCase *one)
{
  return dup_number (one->complaint->approved_by_id);
}

static char *
dup_cost (const HfComplaintCase *one)
{
  gint64 fen = one->complaint->remedy_fen;

  if (fen < 0)
    return g_strdup ("");
  return fen % FEN_A_YUAN == 0
             ? dup_number (fen / FEN_A_YUAN)
             : g_strdup_printf ("%d.%02d", (int) (fen / FEN_A_YUAN), (int) (fen % FEN_A_YUAN));
}

static char *
format_cost (const HfComplaintCase *one, HfMinute now)
{
  g_autofree char *yuan = dup_cost (one);

  return *yuan != '\0' ? g_strdup_printf (_ ("%s yuan"), yuan) : g_strdup ("");
}

static char *
format_accepted (const HfComplaintCase *one, HfMinute now)
{
  const HfComplaint *complaint = one->complaint;

  if (complaint->stage < HF_CASE_ANSWERED)
    return g_strdup (_ ("once it is answered"));
  if (complaint->stage == HF_CASE_ANSWERED)
    return g_strdup (_ ("not said yet"));
  return complaint->satisfaction > 0
             ? g_strdup_printf (_ ("yes · satisfaction %d of 5"), complaint->satisfaction)
             : g_strdup (_ ("yes"));
}

static char *
format_cause (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->cause);
}

static char *
dup_cause (const HfComplaintCase *one)
{
  return dup_or_empty (one->complaint->cause);
}

static char *
format_removed (const HfComplaintCase *one, HfMinute now)
{
  const char *removed = one->complaint->cause_removed > 0    ? _ ("yes")
                        : one->complaint->cause_removed == 0 ? _ ("no")
                                                             : "";

  return one->complaint->came_back ? g_strdup_printf (_ ("%s · it came back"), removed)
                                   : g_strdup (removed);
}

static char *
dup_removed (const HfComplaintCase *one)
{
  return dup_number (one->complaint->cause_removed);
}

static char *
format_action (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->action);
}

static char *
dup_action (const HfComplaintCase *one)
{
  return dup_or_empty (one->complaint->action);
}

static char *
format_action_owner (const HfComplaintCase *one, HfMinute now)
{
  return dup_or_empty (one->complaint->action_owner);
}

static char *
dup_action_owner (const HfComplaintCase *one)
{
  return dup_number (one->complaint->action_owner_id);
}

static char *
format_action_on (const HfComplaintCase *one, HfMinute now)
{
  return one->complaint->action_on != HF_DAY_NONE
             ? hf_when_format_date (one->complaint->action_on, hf_minute_get_day (now))
             : g_strdup ("");
}

static char *
dup_action_on (const HfComplaintCase *one)
{
  return one->complaint->action_on != HF_DAY_NONE ? dup_number (one->complaint->action_on)
                                                  : g_strdup ("");
}

const HfCaseFact hf_case_facts[] = {
  { N_ ("Product"), HF_CASE_FACT_SHOWN, 0, FALSE, format_product, NULL },
  { N_ ("Order"), HF_CASE_FACT_SHOWN, 0, FALSE, format_order, NULL },
  { N_ ("Reason"), HF_CASE_FACT_CHOICE, HF_CASE_FIELD_REASON, FALSE, format_reason, dup_reason },
  { N_ ("Wants"), HF_CASE_FACT_CHOICE, HF_CASE_FIELD_WANTS, FALSE, format_wants, dup_wants },
  { N_ ("How serious"), HF_CASE_FACT_CHOICE, HF_CASE_FIELD_SEVERITY, FALSE, format_severity,
    dup_severity },
  { N_ ("Complained about"), HF_CASE_FACT_STAFF, HF_CASE_FIELD_ABOUT, FALSE, format_about,
    dup_about },
  { N_ ("Looks into it"), HF_CASE_FACT_STAFF, HF_CASE_FIELD_INVESTIGATOR, FALSE,
    format_investigator, dup_investigator },
  { N_ ("Answer promised"), HF_CASE_FACT_DAY, HF_CASE_FIELD_PROMISED_BY, FALSE, format_promised,
    dup_promised },
  { N_ ("Responsible"), HF_CASE_FACT_STAFF, HF_CASE_FIELD_RESPONSIBLE, FALSE, format_responsible,
    dup_responsible },
  { N_ ("Found out"), HF_CASE_FACT_TEXT, HF_CASE_FIELD_FACTS, TRUE, format_facts, dup_facts },
};
const guint hf_n_case_facts = G_N_ELEMENTS (hf_case_facts);

const HfCaseFact hf_case_remedies[] = {
  { N_ ("Offered"), HF_CASE_FACT_TEXT, HF_CASE_FIELD_REMEDY, FALSE, format_remedy, dup_remedy },
  { N_ ("Approved by"), HF_CASE_FACT_STAFF, HF_CASE_FIELD_APPROVED_BY, FALSE, format_approved,
    dup_approved },
  { N_ ("Cost"), HF_CASE_FACT_MONEY, HF_CASE_FIELD_COST, FALSE, format_cost, dup_cost },
  { N_ ("Customer accepts"), HF_CASE_FACT_SHOWN, 0, FALSE, format_accepted, NULL },
  { N_ ("Cause"), HF_CASE_FACT_TEXT, HF_CASE_FIELD_CAUSE, FALSE, format_cause, dup_cause },
  { N_ ("Cause removed"), HF_CASE_FACT_YES_NO, HF_CASE_FIELD_CAUSE_REMOVED, FALSE, format_removed,
    dup_removed },
  { N_ ("What we change"), HF_CASE_FACT_TEXT, HF_CASE_FIELD_ACTION, FALSE, format_action,
    dup_action },
  { N_ ("Who sees to it"), HF_CASE_FACT_STAFF, HF_CASE_FIELD_ACTION_OWNER, FALSE,
    format_action_owner, dup_action_owner },
  { N_ ("Changed by"), HF_CASE_FACT_DAY, HF_CASE_FIELD_ACTION_ON, FALSE, format_action_on,
    dup_action_on },
};
const guint hf_n_case_remedies = G_N_ELEMENTS (hf_case_remedies);

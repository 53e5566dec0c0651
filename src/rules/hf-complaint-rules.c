/* hf-complaint-rules.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-rules.h"

#include <glib/gi18n-lib.h>

#include "hf-error.h"

/* To which stages each leads: the next one; back when the customer rejects; and opened again. */
static const HfSet next_stages[] = {
  [HF_CASE_RECEIVED] = HF_BIT (HF_CASE_ACKNOWLEDGED),
  [HF_CASE_ACKNOWLEDGED] = HF_BIT (HF_CASE_INVESTIGATING),
  [HF_CASE_INVESTIGATING] = HF_BIT (HF_CASE_ANSWERED),
  [HF_CASE_ANSWERED] = HF_BIT (HF_CASE_RESOLVED) | HF_BIT (HF_CASE_INVESTIGATING),
  [HF_CASE_RESOLVED] = HF_BIT (HF_CASE_CLOSED),
  [HF_CASE_CLOSED] = HF_BIT (HF_CASE_INVESTIGATING),
};

static char *
format_stages (HfSet stages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_COMPLAINT_STAGE); i++)
    {
      if (!HF_SET_HAS (stages, i))
        continue;
      if (text->len > 0)
        g_string_append (text, _ (" or "));
      g_string_append_printf (text, "“%s”",
                              hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) i));
    }
  return g_string_free (text, FALSE);
}

/**
 * hf_complaint_may_move:
 *
 * Whether @to comes next after @from (COMP-3).
 */
gboolean
hf_complaint_may_move (HfComplaintStage from, HfComplaintStage to)
{
  g_return_val_if_fail (from <= HF_CASE_CLOSED && to <= HF_CASE_CLOSED, FALSE);

  return HF_SET_HAS (next_stages[from], to);
}

/**
 * hf_complaint_move_check_order:
 *
 * As hf_complaint_may_move(); what else the move needs is not looked at.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT and a sentence that names the stages that come next
 */
gboolean
hf_complaint_move_check_order (HfComplaintStage from, HfComplaintStage to, GError **error)
{
  g_autofree char *stages = NULL;

  if (hf_complaint_may_move (from, to))
    return TRUE;
  stages = format_stages (next_stages[from]);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("No stage of a complaint is skipped: after “%s” comes %s."),
               hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) from), stages);
  return FALSE;
}

static const char *
find_lack (const HfComplaintMove *move)
{
  if (move->about != 0 && move->about == move->investigator)
    return _ ("Whoever is complained about can't look into the complaint. Choose somebody else.");
  if (move->to == HF_CASE_ANSWERED && !move->apologised)
    return _ ("Apologise to the customer before you answer, and record it.");
  if (move->to == HF_CASE_ANSWERED && !move->has_remedy)
    return _ ("Say which solution was offered to the customer.");
  if (move->to == HF_CASE_CLOSED && (move->satisfaction < 1 || move->satisfaction > 5))
    return _ ("Ask how satisfied the customer is, from 1 to 5, before you close the complaint.");
  if (move->to == HF_CASE_CLOSED && !move->has_cause)
    return _ ("Write down the cause before you close the complaint.");
  return NULL;
}

/**
 * hf_complaint_move_check:
 *
 * Whether a complaint may go from one stage to another (COMP-3), with what that needs; whoever is
 * complained about does not look into it (COMP-9).
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT and a sentence that says what to do
 */
gboolean
hf_complaint_move_check (const HfComplaintMove *move, GError **error)
{
  const char *lack;

  g_return_val_if_fail (move != NULL && move->from <= HF_CASE_CLOSED, FALSE);
  g_return_val_if_fail (move->to <= HF_CASE_CLOSED, FALSE);

  if (!hf_complaint_move_check_order (move->from, move->to, error))
    return FALSE;
  lack = find_lack (move);
  if (lack != NULL)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, lack);
  return lack == NULL;
}

/**
 * hf_complaint_get_next:
 * @to_call: the customer has not been called back (COMP-4)
 * @to_visit: the customer has not been visited, and is to be (COMP-4)
 * @apologised: an apology was recorded
 *
 * The one next step: safety and courtesy first, then the stages in their order (COMP-3).
 */
HfComplaintNext
hf_complaint_get_next (HfComplaintStage stage,
                       gboolean to_call,
                       gboolean to_visit,
                       gboolean apologised)
{
  switch (stage)
    {
    case HF_CASE_RECEIVED:
      return HF_COMPLAINT_NEXT_ACKNOWLEDGE;
    case HF_CASE_ACKNOWLEDGED:
    case HF_CASE_INVESTIGATING:
      if (to_call)
        return HF_COMPLAINT_NEXT_CALL_BACK;
      if (to_visit)
        return HF_COMPLAINT_NEXT_VISIT;
      if (stage == HF_CASE_ACKNOWLEDGED)
        return HF_COMPLAINT_NEXT_INVESTIGATE;
      return apologised ? HF_COMPLAINT_NEXT_ANSWER : HF_COMPLAINT_NEXT_APOLOGISE;
    case HF_CASE_ANSWERED:
      return HF_COMPLAINT_NEXT_ACCEPT;
    case HF_CASE_RESOLVED:
      return HF_COMPLAINT_NEXT_CLOSE;
    case HF_CASE_CLOSED:
    default:
      return HF_COMPLAINT_NEXT_REOPEN;
    }
}

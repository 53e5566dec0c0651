/* hf-operation-label.c: what people call the commands
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-undo.h"

static const struct
{
  const char *kind;
  const char *label;
} labels[] = {
  { "branch.init", N_ ("Set up the branch") },
  { "staff.add", N_ ("Add a member of staff") },
  { "staff.set", N_ ("Change a member of staff") },
  { "product.set", N_ ("Change a product") },
  { "product.add", N_ ("Add a product") },
  { "customer.add", N_ ("Add a customer") },
  { "customer.set", N_ ("Change a customer card") },
  { "customer.merge", N_ ("Merge two cards of one person") },
  { "customer.different", N_ ("Say that two cards are not the same person") },
  { "duplicates.find", N_ ("Look for possible duplicates") },
  { "customer.hand-over", N_ ("Hand customers over") },
  { "customer.tag", N_ ("Tag customers") },
  { "customer.untag", N_ ("Take a tag off") },
  { "customer.enrol", N_ ("Start a care plan for several customers") },
  { "segment.save", N_ ("Save a segment") },
  { "segment.delete", N_ ("Delete a segment") },
  { "customer.erase", N_ ("Erase a customer card") },
  { "customer.export", N_ ("Export a customer’s record") },
  { "customer.stop", N_ ("Record that a customer stopped") },
  { "customer.expect-sale", N_ ("Set the expected next purchase") },
  { "tier.observe", N_ ("Note an observation for the tier") },
  { "tier.set", N_ ("Set a tier by hand") },
  { "plans.use", N_ ("Choose a care plan") },
  { "purchase.add", N_ ("Record a purchase") },
  { "enrolment.add", N_ ("Start a care plan") },
  { "greeting.start", N_ ("Start a round of greetings") },
  { "greeting.tick", N_ ("Greet a customer") },
  { "greeting.word", N_ ("Word a round of greetings") },
  { "week.plan", N_ ("Plan a week") },
  { "week.result", N_ ("Note what came of a week") },
  { "holidays.import", N_ ("Take days off from a file") },
  { "referral.add", N_ ("Note a referral") },
  { "referral.move", N_ ("Bring a referral on") },
  { "event.add", N_ ("Plan an event") },
  { "event.invite", N_ ("Invite customers") },
  { "event.reply", N_ ("Note a reply to an invitation") },
  { "event.attend", N_ ("Note who came to an event") },
  { "complaint.open", N_ ("Record a complaint") },
  { "complaint.move", N_ ("Bring a complaint on") },
  { "complaint.wait", N_ ("Wait for the customer") },
  { "complaint.edit", N_ ("Change a complaint") },
  { "complaint.note", N_ ("Note on a complaint") },
  { "complaint.apologise", N_ ("Record an apology") },
  { "complaint.escalate", N_ ("Pass a complaint to the manager") },
  { "complaint.withdraw", N_ ("Withdraw a complaint") },
  { "complaint.enquiry", N_ ("Record an authority’s enquiry") },
  { "complaint.enquiry-answered", N_ ("Answer an authority") },
  { "complaint.export", N_ ("Export a complaint for an authority") },
  { "incident.open", N_ ("Record an incident") },
  { "incident.tick", N_ ("Tick off a line of an incident") },
  { "incident.warn", N_ ("Warn good customers") },
  { "incident.close", N_ ("Close an incident") },
  { "recovery.act", N_ ("Put a failure right") },
  { "return.open", N_ ("Record a return") },
  { "return.insist", N_ ("The customer insists on a return") },
  { "return.move", N_ ("Bring a return on") },
  { "visit.log", N_ ("Record a contact") },
  { "adverse.open", N_ ("Record an adverse reaction") },
  { "adverse.close", N_ ("Close an adverse reaction") },
  { "adverse.describe", N_ ("Describe an adverse reaction") },
  { "text.set", N_ ("Change a text") },
  { "text.forbid", N_ ("Forbid a word") },
  { "follow-up.done", N_ ("Tick off work within the branch") },
  { "follow-up.agree", N_ ("Agree on an hour") },
  { "follow-up.order", N_ ("Put home visits in order") },
  { "follow-up.reschedule", N_ ("Move a follow-up") },
  { "follow-up.spread", N_ ("Spread a full week") },
  { "follow-up.skip", N_ ("Skip a follow-up") },
  { "follow-up.snooze", N_ ("Remind later") },
  { "import.customers", N_ ("Import customers") },
  { "import.purchases", N_ ("Import purchases") },
  { "engine.run", N_ ("Daily evaluation") },
  { "sample", N_ ("Sample data") },
  { "undo", N_ ("Undo") },
  { "redo", N_ ("Redo") },
};

/**
 * hf_operation_get_label:
 * @kind: as given to hf_operation_begin()
 *
 * Returns: (transfer none): what a person calls it
 */
const char *
hf_operation_get_label (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].kind, kind) == 0)
      return _ (labels[i].label);
  return kind;
}

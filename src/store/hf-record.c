/* hf-record.c: a customer's whole record as a file
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-record.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-record-page.h"

static const HfRecordSection sections[] = {
  { "identity", N_ ("Person"), HF_QUERY_RECORD_IDENTITY,
    N_ ("Name|Sex|Address|Area|Household|Owner|Card type|Education|Occupation|Personality|"
        "Interests|Diet|Taboos|Who decides|Other products|Note|Source|Collected on|"
        "Preferred channel|Hours|Quiet until|Why|Do not contact|Verified on|Since"),
    "swsssstssssssssssdcsdssdd", FALSE, TRUE },
  { "phones", N_ ("Phone numbers"), HF_QUERY_RECORD_PHONES, N_ ("Number|Label|Preferred|Wrong"),
    "psbb", FALSE },
  { "family", N_ ("Family"), HF_QUERY_RECORD_FAMILY, N_ ("Relation|Name|Calendar|Year|Month|Day"),
    "sswsss", FALSE },
  { "children", N_ ("Children"), HF_QUERY_RECORD_CHILDREN, N_ ("Name|Born on|Due on"), "sdd",
    FALSE },
  { "dates", N_ ("Special dates"), HF_QUERY_RECORD_DATES,
    N_ ("Kind|Label|Calendar|Year|Month|Day|Leap month"), "wswsssb", FALSE },
  { "tags", N_ ("Tags"), HF_QUERY_RECORD_TAGS, N_ ("Tag"), "s", FALSE },
  { "consents", N_ ("Consent"), HF_QUERY_RECORD_CONSENTS, N_ ("Channel|Agreed|On|How"), "cbds",
    FALSE },
  { "health", N_ ("Health"), HF_QUERY_RECORD_HEALTH, N_ ("Kind|Text"), "ws", TRUE },
  { "adverse_reactions", N_ ("Adverse reactions"), HF_QUERY_RECORD_ADVERSE,
    N_ ("At|Product|Symptoms|Severity|Outcome"), "mssss", TRUE },
  { "purchases", N_ ("Bought"), HF_QUERY_RECORD_PURCHASES,
    N_ ("Bought on|Received on|Products|Order number|Note"), "ddsss", FALSE },
  { "visits", N_ ("Contacts"), HF_QUERY_RECORD_VISITS, N_ ("At|Channel|Outcome|Minutes|Note|Staff"),
    "mcosss", FALSE },
  { "promises", N_ ("Promises"), HF_QUERY_RECORD_PROMISES, N_ ("Promise|Due on|State"), "sds",
    FALSE },
  { "complaints", N_ ("Complaints"), HF_QUERY_RECORD_COMPLAINTS,
    N_ ("Number|At|Reason|Stage|Words|Solution"), "smrgss", FALSE },
  { "returns", N_ ("Returns"), HF_QUERY_RECORD_RETURNS, N_ ("At|Reason|State|Note"), "msss",
    FALSE },
  { "referrals", N_ ("Referrals"), HF_QUERY_RECORD_REFERRALS, N_ ("On|Person|Relation|State"),
    "dsse", FALSE },
  { "rewards", N_ ("Rewards"), HF_QUERY_RECORD_REWARDS, N_ ("Kind|Amount|What|State|Given on"),
    "ssssd", FALSE },
  { "events", N_ ("Events"), HF_QUERY_RECORD_EVENTS, N_ ("At|Event|Attended|Guests"), "msbs",
    FALSE },
  { "tiers", N_ ("Tiers"), HF_QUERY_RECORD_TIERS, N_ ("On|Scheme|Before|After"), "dSTT", FALSE },
  { "handovers", N_ ("Owners"), HF_QUERY_RECORD_HANDOVERS, N_ ("On|Before|After|Reason"), "dsss",
    FALSE },
  { "audit", N_ ("Who looked at the card"), HF_QUERY_RECORD_AUDIT, N_ ("At|What|Staff"), "mws",
    FALSE },
};

/**
 * hf_command_export_record:
 * @path: of the file, which only this user can read
 *
 * Everything that is recorded of a customer, for the customer (CARD-13). It is noted in the audit
 * log; numbers in full need a manager (PHONE-3).
 */
gboolean
hf_command_export_record (HfDb *db,
                          const HfActor *actor,
                          gint64 customer,
                          const HfRecordOptions *options,
                          const char *path,
                          GError **error)
{
  const int private_mode = 0600;
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *detail = g_strdup_printf ("record%s%s", options->full_phones ? " phones" : "",
                                             options->health ? " health" : "");
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gint64 owner;

  if ((options->full_phones && !hf_actor_check_manager (actor, error)) ||
      !hf_operation_begin (&operation, db, actor, "customer.export", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      (name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer)) == NULL ||
      !hf_audit_write (db, actor, "export", "customer", customer, detail, error) ||
      (text = hf_record_page_make (db, actor, customer, name, sections, G_N_ELEMENTS (sections),
                                   options, error)) == NULL ||
      !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, private_mode,
                                 error))
    return FALSE;
  return hf_operation_commit (&operation, NULL, error);
}

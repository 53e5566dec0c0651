/* hf-cli-label.c: what people read instead of the names and words that programs read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-card.h"
#include "hf-cli.h"
#include "hf-tier.h"

static const struct
{
  const char *name;
  const char *label;
} labels[] = {
  /* Without a label: for programs only. */
  { "id", N_ ("Number") },
  { "name", N_ ("Name") },
  { "sex", N_ ("Sex") },
  { "phone", N_ ("Phone") },
  { "phones", N_ ("Phone") },
  { "birth", N_ ("Birth date") },
  { "address", N_ ("Address") },
  { "area", N_ ("Area") },
  { "owner", N_ ("Owner") },
  { "source", N_ ("Source") },
  { "window", N_ ("Contact window") },
  { "no_contact", N_ ("Days not to contact") },
  { "quiet_until", N_ ("Not to be disturbed before") },
  { "do_not_contact", N_ ("Wants no contact") },
  { "taboos", N_ ("Taboos") },
  { "note", N_ ("Note") },
  { "tags", N_ ("Tags") },
  { "tier", N_ ("Tier") },
  { "stage", N_ ("Stage") },
  { "card_type", N_ ("Card type") },
  { "completeness", N_ ("Complete, per cent") },
  { "missing", N_ ("Missing") },
  { "last_contact", N_ ("Last contact") },
  { "next_follow_up", N_ ("Next follow-up") },
  { "supply_until", N_ ("Product lasts until") },
  { "family", N_ ("Family") },
  { "children", N_ ("Children") },
  { "dates", N_ ("Special dates") },
  { "consents", N_ ("Consent") },
  { "no_contact_days", N_ ("Days without contact") },
  { "contacts", N_ ("Last contacts") },
  { "purchases", N_ ("Bought") },
  { "promises", N_ ("Open promises") },
  { "customer_id", "" },
  { "other_id", "" },
  { "other", N_ ("Other card") },
  { "why", "" },
  { "duplicates", N_ ("Known already") },
  { "visit", N_ ("Contact") },
  { "completed", N_ ("Completed") },
  { "opened", N_ ("Opened") },
  { "remark", N_ ("Remark") },
  { "other_number", N_ ("Another number to try") },
  { "enrolled", N_ ("Care plan") },
  { "follow_ups", N_ ("Follow-ups") },
  { "role", N_ ("Role") },
  { "qualification", N_ ("Qualification") },
  { "price", N_ ("Price") },
  { "doses", N_ ("Doses in a pack") },
  { "shelf_life", N_ ("Shelf life, days") },
  { "database", N_ ("Database") },
  { "branch", N_ ("Branch") },
  { "file", N_ ("File") },
  { "ok", N_ ("In order") },
  { "troubles", N_ ("Troubles") },
  { "read", N_ ("Rows read") },
  { "added", N_ ("Added") },
  { "updated", N_ ("Updated") },
  { "errors", N_ ("Errors") },
  { "created", N_ ("Created") },
  { "paused", N_ ("Paused") },
  { "moved", N_ ("Moved") },
  { "escalated", N_ ("Escalated") },
  { "operation", N_ ("Operation") },
  { "kind", "" },
  { "label", N_ ("What") },
  { "subject", N_ ("Whom") },
  { "rows", N_ ("Rows") },
  { "kept", N_ ("Left as they are") },
  { "staff", N_ ("Staff") },
  { "at", N_ ("When") },
  { "changes", N_ ("Changes") },
  { "changed", "" },
  { "trigger", N_ ("Begins with") },
  { "steps", N_ ("Steps") },
  { "routines", N_ ("Routines") },
  { "undone_by", N_ ("Undone by") },
  { "undoes", N_ ("Undoes") },
  { "return_until", N_ ("Can be returned until") },
  { "year", N_ ("Year") },
  { "unknown_year", N_ ("Days off not known yet for the year") },
  { "number", N_ ("Number") },
  { "customer", N_ ("Customer") },
  { "reason", N_ ("Reason") },
  { "severity", N_ ("Severity") },
  { "wants", N_ ("Wants") },
  { "words", N_ ("The customer’s words") },
  { "received", N_ ("Received") },
  { "waits_since", N_ ("Waits for the customer since") },
  { "investigator", N_ ("Looked into by") },
  { "deadlines", N_ ("Deadlines") },
  { "scheme", N_ ("Tier scheme") },
  { "score", N_ ("Points") },
  { "since", N_ ("Since") },
  { "falls_on", N_ ("Falls on") },
  { "by_hand", N_ ("Set by hand") },
  { "by_hand_until", N_ ("Set until") },
  { "work", N_ ("Work that suits") },
  { "facts", N_ ("What decides") },
  { "tiers", N_ ("Tiers") },
  { "moves", N_ ("Moved between tiers") },
  { "products", N_ ("Products") },
  { "customers", N_ ("Customers") },
  { "visits", N_ ("Contacts") },
  { "complaints", N_ ("Complaints") },
  { "returns", N_ ("Returns") },
  { "referrals", N_ ("Referrals") },
  { "referrer_id", "" },
  { "referrer", N_ ("Referrer") },
  { "person", N_ ("Who was named") },
  { "relation", N_ ("Relation") },
  { "how", N_ ("How") },
  { "place", N_ ("Place") },
  { "capacity", N_ ("Room for") },
  { "invited", N_ ("Invited") },
  { "attended", N_ ("Came") },
  { "guests", N_ ("Guests brought") },
  { "already", N_ ("Invited before") },
  { "left_out", N_ ("Left out") },
  { "text", N_ ("Text") },
  { "title", N_ ("Title") },
  { "body", N_ ("Text") },
  { "entries", N_ ("Entries") },
  { "exported", N_ ("Customers exported") },
  { "handed_over", N_ ("Customers handed over") },
  { "packs", N_ ("Handover packs") },
  { "pack", "" },
  { "filter", N_ ("Filter") },
  { "deleted", N_ ("Deleted") },
  { "key", "" },
  { "row", N_ ("Row") },
  { "column", N_ ("Column") },
  { "message", N_ ("Trouble") },
  { "unused", N_ ("Columns not used") },
  { "week", N_ ("Week of") },
  { "applied", N_ ("Moved") },
  { "full", N_ ("Full weeks") },
};

/**
 * hf_cli_get_label:
 *
 * Returns: (nullable): what people call a member of an answer, %NULL for one that is not for them;
 *   @name where nothing better is known
 */
const char *
hf_cli_get_label (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].name, name) == 0)
      return *labels[i].label != '\0' ? _ (labels[i].label) : NULL;
  return name;
}

/* “repurchases >= 1”, as a tier scheme says it, with the name that people know. */
static const char *
get_need_label (const char *text)
{
  const char *word = g_str_has_prefix (text, "not ") ? text + 4 : text;
  gsize length = strcspn (word, " ");

  for (int i = 0; i < HF_N_TIER_FACTS; i++)
    {
      const char *nick = hf_tier_fact_get_nick ((HfTierFact) i);
      g_autofree char *label = NULL;

      if (strlen (nick) != length || strncmp (word, nick, length) != 0)
        continue;
      label = g_strconcat (hf_tier_fact_get_label ((HfTierFact) i), word + length, NULL);
      return g_intern_string (label);
    }
  return text;
}

static const char *
get_lack_label (const char *nick)
{
  for (int i = 0; i < HF_N_CARD_LACKS; i++)
    if (strcmp (hf_card_lack_get_nick ((HfCardLack) i), nick) == 0)
      return hf_card_lack_get_label ((HfCardLack) i);
  return get_need_label (nick);
}

/**
 * hf_cli_get_word:
 * @name: the member
 * @value: what it holds
 *
 * Returns: what people call it where @value is one of a closed set of words; else @value
 */
const char *
hf_cli_get_word (const char *name, const char *value)
{
  static const struct
  {
    const char *name;
    HfDomainSet set;
  } sets[] = { { "card_type", HF_DOMAIN_CARD_TYPE },
               { "role", HF_DOMAIN_ROLE },
               { "trigger", HF_DOMAIN_TRIGGER },
               { "stage", HF_DOMAIN_COMPLAINT_STAGE },
               { "reason", HF_DOMAIN_COMPLAINT_REASON },
               { "severity", HF_DOMAIN_COMPLAINT_SEVERITY },
               { "wants", HF_DOMAIN_WANTS },
               { "how", HF_DOMAIN_REFERRED_HOW },
               { "state", HF_DOMAIN_REFERRAL_STATE } };
  int word;

  if (strcmp (name, "missing") == 0)
    return get_lack_label (value);
  if (strcmp (name, "sex") == 0 && *value != '\0')
    return strcmp (value, "female") == 0 ? _ ("Female") : _ ("Male");
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (strcmp (sets[i].name, name) == 0 && hf_domain_parse (sets[i].set, value, &word, NULL))
      return hf_domain_get_label (sets[i].set, word);
  return value;
}

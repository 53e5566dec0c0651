/* hf-domain.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-domain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

typedef struct
{
  const char *nick;
  const char *label;
} Word;

static const Word roles[] = {
  { "agent", N_ ("Agent") },
  { "expert", N_ ("Expert") },
  { "manager", N_ ("Manager") },
};

static const Word channels[] = {
  { "home", N_ ("Home visit") }, { "phone", N_ ("Phone call") }, { "office", N_ ("At the branch") },
  { "event", N_ ("Event") },     { "message", N_ ("Message") },  { "post", N_ ("Post") },
};

static const Word card_types[] = {
  { "new", N_ ("New card") },
  { "contacted", N_ ("One-to-one card") },
  { "customer", N_ ("Customer card") },
  { "discarded", N_ ("Discarded card") },
};

static const Word outcomes[] = {
  { "reached", N_ ("Reached") },      { "no-answer", N_ ("No answer") },
  { "busy", N_ ("Line busy") },       { "wrong-number", N_ ("Wrong number") },
  { "off", N_ ("Phone off") },        { "refused", N_ ("Refused") },
  { "not-home", N_ ("Not at home") }, { "asked-to-call-later", N_ ("Call later") },
};

static const Word effects[] = {
  { "better", N_ ("Better") },
  { "same", N_ ("The same") },
  { "worse", N_ ("Worse") },
  { "adverse", N_ ("Unwell") },
};

static const Word follow_up_states[] = {
  { "open", N_ ("Open") },           { "done", N_ ("Done") },     { "skipped", N_ ("Skipped") },
  { "cancelled", N_ ("Cancelled") }, { "paused", N_ ("Paused") },
};

static const Word kinds[] = {
  { "adverse", N_ ("Adverse reaction") },
  { "complaint", N_ ("Complaint") },
  { "urgent", N_ ("Urgent") },
  { "promise", N_ ("Promise") },
  { "step", N_ ("Plan step") },
  { "special-date", N_ ("Special day") },
  { "sale-window", N_ ("Sale window") },
  { "routine", N_ ("Routine") },
  { "greeting", N_ ("Greeting") },
};

static const Word stop_causes[] = {
  { "effect", N_ ("Effect") },
  { "quality", N_ ("Quality") },
  { "service", N_ ("Service") },
  { "competitor", N_ ("Competitor") },
};

static const Word triggers[] = {
  { "purchase", N_ ("Purchase") },
  { "delivery", N_ ("Goods received") },
  { "tier", N_ ("Tier") },
  { "sale-window", N_ ("Expected next purchase") },
  { "service-stopped", N_ ("Customer stopped") },
  { "stage", N_ ("Stage") },
  { "manual", N_ ("Started by hand") },
  { "new-card", N_ ("New card") },
  { "referral", N_ ("Referral") },
};

static const Word plan_ends[] = {
  { "return", N_ ("Goods returned") },    { "adverse", N_ ("Adverse reaction") },
  { "stop", N_ ("Customer stopped") },    { "purchase", N_ ("New purchase") },
  { "refused", N_ ("Customer refused") }, { "discarded", N_ ("Card discarded") },
};

static const Word mixes[] = {
  { "professional", N_ ("Advice") },      { "family", N_ ("Care for the family") },
  { "honour", N_ ("Recognition") },       { "offer", N_ ("Offer") },
  { "personal", N_ ("What they enjoy") },
};

static const Word text_kinds[] = {
  { "script", N_ ("Script") },         { "greeting", N_ ("Opening words") },
  { "closing", N_ ("Closing words") }, { "faq", N_ ("Common question") },
  { "taboo", N_ ("Taboo") },           { "forbidden-word", N_ ("Forbidden word") },
};

static const Word complaint_reasons[] = {
  { "packaging", N_ ("Packaging") },
  { "quantity", N_ ("Quantity") },
  { "production-date", N_ ("Production date") },
  { "not-as-promised", N_ ("Not as promised") },
  { "delivery-late", N_ ("Delivered late") },
  { "delivery-wrong", N_ ("Wrong delivery") },
  { "attitude", N_ ("Attitude") },
  { "no-follow-up", N_ ("Nobody got in touch") },
  { "disturbs", N_ ("Disturbed too often") },
  { "lacks-knowledge", N_ ("Lacks knowledge") },
  { "other", N_ ("Something else") },
};

static const Word complaint_stages[] = {
  { "received", N_ ("Received") },           { "acknowledged", N_ ("Acknowledged") },
  { "investigating", N_ ("Investigating") }, { "answered", N_ ("Answered") },
  { "resolved", N_ ("Resolved") },           { "closed", N_ ("Closed") },
};

static const Word severities[] = {
  { "normal", N_ ("Normal") },
  { "serious", N_ ("Serious") },
};

static const Word wants[] = {
  { "explanation", N_ ("An explanation") }, { "apology", N_ ("An apology") },
  { "exchange", N_ ("An exchange") },       { "gift", N_ ("A gift") },
  { "refund", N_ ("The money back") },      { "other", N_ ("Something else") },
};

static const Word referral_states[] = {
  { "named", N_ ("Named") },         { "contacted", N_ ("Contacted") },
  { "invited", N_ ("Invited") },     { "attended", N_ ("Came to an event") },
  { "purchased", N_ ("Purchased") }, { "declined", N_ ("Declined") },
};

static const Word referred_how[] = {
  { "name-only", N_ ("Gave the name") },
  { "brought", N_ ("Brought to an event") },
  { "introduced", N_ ("Introduced") },
};

static const Word event_kinds[] = {
  { "gathering", N_ ("Gathering") },
  { "lecture", N_ ("Lecture") },
  { "trip", N_ ("Trip") },
  { "seminar", N_ ("Seminar") },
  { "head-office", N_ ("Visit to the head office") },
  { "anniversary", N_ ("Anniversary") },
};

static const Word replies[] = {
  { "yes", N_ ("Comes") },
  { "no", N_ ("Does not come") },
  { "maybe", N_ ("Perhaps comes") },
};

static const Word return_reasons[] = {
  { "normal", N_ ("Normal reaction") },
  { "individual", N_ ("Does not bear it well") },
  { "contraindicated", N_ ("Must not use it") },
  { "negative-news", N_ ("Bad news about the product") },
  { "offended", N_ ("Offended") },
  { "left-out", N_ ("Family was not asked") },
  { "hearsay", N_ ("Hearsay") },
  { "other", N_ ("Something else") },
};

static const Word return_states[] = {
  { "open", N_ ("Open") },
  { "goods-back", N_ ("Goods are back") },
  { "refunded", N_ ("Paid back") },
  { "exchanged", N_ ("Exchanged") },
  { "kept", N_ ("Customer keeps it") },
};

static const Word intents[] = {
  { "settle", N_ ("Settle") },
  { "follow", N_ ("Follow up") },
  { "develop", N_ ("Develop") },
};

static const Word week_outcomes[] = {
  { "nothing", N_ ("Not contacted") },
  { "tried", N_ ("Tried in vain") },
  { "reached", N_ ("Reached") },
  { "bought", N_ ("Bought something") },
};

static const struct
{
  const Word *words;
  guint n_words;
} sets[] = {
  [HF_DOMAIN_ROLE] = { roles, G_N_ELEMENTS (roles) },
  [HF_DOMAIN_CHANNEL] = { channels, G_N_ELEMENTS (channels) },
  [HF_DOMAIN_CARD_TYPE] = { card_types, G_N_ELEMENTS (card_types) },
  [HF_DOMAIN_OUTCOME] = { outcomes, G_N_ELEMENTS (outcomes) },
  [HF_DOMAIN_EFFECT] = { effects, G_N_ELEMENTS (effects) },
  [HF_DOMAIN_FOLLOW_UP_STATE] = { follow_up_states, G_N_ELEMENTS (follow_up_states) },
  [HF_DOMAIN_KIND] = { kinds, G_N_ELEMENTS (kinds) },
  [HF_DOMAIN_STOP_CAUSE] = { stop_causes, G_N_ELEMENTS (stop_causes) },
  [HF_DOMAIN_TRIGGER] = { triggers, G_N_ELEMENTS (triggers) },
  [HF_DOMAIN_PLAN_END] = { plan_ends, G_N_ELEMENTS (plan_ends) },
  [HF_DOMAIN_MIX] = { mixes, G_N_ELEMENTS (mixes) },
  [HF_DOMAIN_TEXT_KIND] = { text_kinds, G_N_ELEMENTS (text_kinds) },
  [HF_DOMAIN_COMPLAINT_REASON] = { complaint_reasons, G_N_ELEMENTS (complaint_reasons) },
  [HF_DOMAIN_COMPLAINT_STAGE] = { complaint_stages, G_N_ELEMENTS (complaint_stages) },
  [HF_DOMAIN_COMPLAINT_SEVERITY] = { severities, G_N_ELEMENTS (severities) },
  [HF_DOMAIN_WANTS] = { wants, G_N_ELEMENTS (wants) },
  [HF_DOMAIN_REFERRAL_STATE] = { referral_states, G_N_ELEMENTS (referral_states) },
  [HF_DOMAIN_REFERRED_HOW] = { referred_how, G_N_ELEMENTS (referred_how) },
  [HF_DOMAIN_EVENT_KIND] = { event_kinds, G_N_ELEMENTS (event_kinds) },
  [HF_DOMAIN_REPLY] = { replies, G_N_ELEMENTS (replies) },
  [HF_DOMAIN_RETURN_REASON] = { return_reasons, G_N_ELEMENTS (return_reasons) },
  [HF_DOMAIN_RETURN_STATE] = { return_states, G_N_ELEMENTS (return_states) },
  [HF_DOMAIN_INTENT] = { intents, G_N_ELEMENTS (intents) },
  [HF_DOMAIN_WEEK_OUTCOME] = { week_outcomes, G_N_ELEMENTS (week_outcomes) },
};

/**
 * hf_domain_get_size:
 *
 * Returns: how many values @set has; they run from 0
 */
guint
hf_domain_get_size (HfDomainSet set)
{
  g_return_val_if_fail (set < G_N_ELEMENTS (sets), 0);

  return sets[set].n_words;
}

/**
 * hf_domain_get_nick:
 *
 * Returns: (transfer none): the word that files and huifangctl use
 */
const char *
hf_domain_get_nick (HfDomainSet set, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < hf_domain_get_size (set), NULL);

  return sets[set].words[value].nick;
}

/**
 * hf_domain_get_label:
 *
 * Returns: (transfer none): the word that people read, in their language
 */
const char *
hf_domain_get_label (HfDomainSet set, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < hf_domain_get_size (set), NULL);

  return _ (sets[set].words[value].label);
}

/**
 * hf_domain_parse:
 * @value: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT, naming the words that would do, when
 *   @nick is none of @set's
 */
gboolean
hf_domain_parse (HfDomainSet set, const char *nick, int *value, GError **error)
{
  g_autofree char *choices = NULL;

  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < hf_domain_get_size (set); i++)
    {
      if (strcmp (sets[set].words[i].nick, nick) == 0)
        {
          *value = (int) i;
          return TRUE;
        }
    }
  choices = hf_domain_format_set (set, HF_SET_ALL);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is none of: %s"), nick, choices);
  return FALSE;
}

/**
 * hf_domain_parse_set:
 * @nicks: words separated by `;` or `,`; a trailing separator is allowed
 * @values: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when a word is none of @set's
 */
gboolean
hf_domain_parse_set (HfDomainSet set, const char *nicks, HfSet *values, GError **error)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (nicks != NULL, FALSE);

  words = g_strsplit_set (nicks, ";,", -1);
  *values = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      int value;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (!hf_domain_parse (set, words[i], &value, error))
        return FALSE;
      *values |= HF_BIT (value);
    }
  return TRUE;
}

/**
 * hf_domain_format_set:
 *
 * Returns: (transfer full): the nicks of @values, separated by `,`
 */
char *
hf_domain_format_set (HfDomainSet set, HfSet values)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hf_domain_get_size (set); i++)
    {
      if (!HF_SET_HAS (values, i))
        continue;
      if (text->len > 0)
        g_string_append_c (text, ',');
      g_string_append (text, sets[set].words[i].nick);
    }
  return g_string_free (text, FALSE);
}

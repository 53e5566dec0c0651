/* hf-greeting-round.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-round.h"

#include <glib/gi18n-lib.h>

#include "hf-contact-facts.h"
#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-greeting-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"
#include "hf-text-fill.h"
#include "hf-texts.h"

typedef struct
{
  HfDb *db;
  const HfActor *actor;
  const HfGreetingDraft *draft;
  const char *title;
  gint64 round;
  HfWays ways;
  int created;
} Round;

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

/**
 * hf_greeting_check_words:
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT for words that hold a phone number (PHONE-2), a
 *   placeholder that there is not (TEXT-1) or a claim (TEXT-3)
 */
gboolean
hf_greeting_check_words (HfDb *db, const char *text, GError **error)
{
  return hf_text_check (text, error) && hf_text_check_placeholders (text, error) &&
         hf_texts_check_claims (db, text, error);
}

static gboolean
check (HfDb *db, const HfActor *actor, const HfGreetingDraft *draft, GError **error)
{
  if (actor->role == HF_ROLE_EXPERT)
    return refuse (error, HF_ERROR_NOT_ALLOWED,
                   _ ("Only an agent or a manager starts a round of greetings."));
  if (draft->day < hf_minute_get_day (actor->now))
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("This day is over. Choose a later one."));
  return draft->text == NULL || hf_greeting_check_words (db, draft->text, error);
}

/* Who is not to be contacted, or not this way, is left in peace. */
static gboolean
greet (Round *self, gint64 customer, GError **error)
{
  g_autoptr (HfContactFacts) contact = hf_contact_facts_load (self->db, customer, error);
  HfGreeting greeting = { 0 };
  HfDay day;

  if (contact == NULL || !hf_actor_check_owner (self->actor, contact->owner_id, error))
    return FALSE;
  day = hf_contact_rules_next_allowed_day (&contact->rules, self->draft->day,
                                           HF_BIT (self->draft->channel));
  if (contact->barred || day == HF_DAY_NONE || day > self->draft->day + HF_GREETING_LATEST_DAYS)
    return TRUE;
  greeting.round = self->round;
  greeting.staff_id = contact->owner_id != 0 ? contact->owner_id : self->actor->staff_id;
  greeting.title = self->title;
  greeting.ways = &self->ways;
  greeting.day = self->draft->day;
  greeting.due_on = greeting.window_to = day;
  greeting.window_from = hf_minute_get_day (self->actor->now);
  /* What gives way to it does so at once. */
  return hf_greeting_make (self->db, contact, &greeting, &self->created, error) &&
         hf_engine_update_customer (self->db, self->actor, customer, error);
}

static gboolean
greet_all (Round *self, GError **error)
{
  const HfGreetingDraft *draft = self->draft;

  if (!hf_db_run (self->db, HF_QUERY_GREETING_ROUND_INSERT, error, "lrssll", self->round,
                  self->actor->staff_id, self->title, draft->text != NULL ? draft->text : "",
                  hf_minute_get_day (self->actor->now), draft->day))
    return FALSE;
  for (guint i = 0; i < draft->customers->len; i++)
    {
      if (!hf_progress_step (self->db, i, draft->customers->len, error) ||
          !greet (self, g_array_index (draft->customers, gint64, i), error))
        return FALSE;
    }
  return self->created > 0 || refuse (error, HF_ERROR_BAD_INPUT,
                                      _ ("None of these customers may be greeted in this way."));
}

/**
 * hf_command_start_greeting:
 * @round: (out): the round
 * @created: (out): how many are greeted; the others are not to be contacted, or not this way
 *
 * Weather, news: an agent greets their own customers, a manager anybody's (ROLE-1), one follow-up
 * each.
 */
gboolean
hf_command_start_greeting (HfDb *db,
                           const HfActor *actor,
                           const HfGreetingDraft *draft,
                           gint64 *round,
                           int *created,
                           GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *ways =
      g_strconcat (hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) draft->channel), ":agent", NULL);
  g_autofree char *title = NULL;
  Round self = { .db = db, .actor = actor, .draft = draft };

  if (!check (db, actor, draft, error) || !hf_text_check_title (draft->title, &title, error) ||
      !hf_ways_parse (ways, &self.ways, error) ||
      !hf_operation_begin (&operation, db, actor, "greeting.start", error))
    return FALSE;
  self.title = title;
  self.round = *round = hf_db_new_id (db);
  if (!greet_all (&self, error) || !hf_operation_commit (&operation, title, error))
    return FALSE;
  *created = self.created;
  return TRUE;
}

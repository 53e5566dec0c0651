/* hf-brief-texts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-brief-texts.h"

#include "hf-branch.h"
#include "hf-card-part.h"
#include "hf-lookup.h"
#include "hf-mix.h"
#include "hf-reason.h"
#include "hf-special-date.h"
#include "hf-text-fill.h"
#include "hf-texts.h"
#include "hf-try-store.h"

/* CAL-8 speaks of a birthday within 15 days; what is prepared a week ahead has to be seen before.
 */
#define SOON_DAYS (15)

/* What the customer bought last, and when. */
static gboolean
read_purchase (HfDb *db, gint64 customer, char **product, char **day, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_BRIEF_LAST_PURCHASE, error, "l", customer))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      *day = hf_reason_format_day ((HfDay) hf_rows_int (&rows, 0));
      *product = hf_rows_dup (&rows, 1);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_staff (HfDb *db, const HfActor *actor, gint64 owner, char **name, GError **error)
{
  gint64 who = actor->staff_id != 0 ? actor->staff_id : owner;

  if (who == 0)
    return TRUE;
  *name = hf_db_dup_text (db, HF_QUERY_STAFF_NAME, error, "l", who);
  return *name != NULL;
}

/**
 * hf_words_fill_for:
 * @text: with placeholders
 *
 * Returns: (transfer full): @text as this customer is to hear it (TEXT-1), or %NULL with an error
 */
char *
hf_words_fill_for (
    HfDb *db, const HfActor *actor, gint64 customer, const char *text, GError **error)
{
  g_autofree char *name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  g_autofree char *store = name != NULL ? hf_branch_dup_name (db, error) : NULL;
  g_autofree char *product = NULL;
  g_autofree char *day = NULL;
  g_autofree char *staff = NULL;
  HfTextValues values;
  gint64 owner;

  if (store == NULL || !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !read_purchase (db, customer, &product, &day, error) ||
      !read_staff (db, actor, owner, &staff, error))
    return NULL;
  values = (HfTextValues){ name, staff, product, day, store };
  return hf_text_fill (text, &values);
}

static gboolean
fill_one (HfDb *db,
          HfTextKind kind,
          const char *const *keys,
          const HfTextValues *values,
          char **filled,
          GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (HfTextPiece) piece = hf_texts_find (db, kind, keys, &local);

  if (piece != NULL)
    *filled = hf_text_fill (piece->body, values);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A round of greetings may bring its own (CAL-7). */
static gboolean
fill_greeting (HfBrief *brief, HfDb *db, const HfTextValues *values, GError **error)
{
  g_autofree char *words = NULL;

  if (brief->item->kind != HF_KIND_GREETING)
    return TRUE;
  words = hf_db_dup_text (db, HF_QUERY_GREETING_WORDS, error, "l", brief->item->id);
  if (words == NULL)
    return FALSE;
  if (*words != '\0')
    {
      g_free (brief->script);
      brief->script = hf_text_fill (words, values);
    }
  return TRUE;
}

static gboolean
fill_texts (HfBrief *brief, HfDb *db, const HfTextValues *values, GError **error)
{
  const HfWorkItem *item = brief->item;
  const char *plan = item->plan != NULL ? item->plan : "";
  g_autofree char *step = g_strdup_printf ("%s.%d", plan, item->step);
  const char *by_channel[] = { hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) item->channel),
                               "general", NULL };
  const char *by_task[] = { step, plan, hf_domain_get_nick (HF_DOMAIN_KIND, (int) item->kind),
                            "general", NULL };

  return fill_one (db, HF_TEXT_GREETING, by_channel, values, &brief->greeting, error) &&
         fill_one (db, HF_TEXT_SCRIPT, by_task, values, &brief->script, error) &&
         fill_greeting (brief, db, values, error) &&
         fill_one (db, HF_TEXT_CLOSING, by_channel, values, &brief->closing, error);
}

/* TEXT-2: the customer's own stand first. */
static gboolean
read_taboos (HfBrief *brief, HfDb *db, GError **error)
{
  g_autoptr (GPtrArray) pieces = hf_texts_dup (db, HF_TEXT_TABOO, error);
  g_autoptr (GStrvBuilder) taboos = NULL;

  if (pieces == NULL)
    return FALSE;
  taboos = g_strv_builder_new ();
  if (*brief->card->taboos != '\0')
    g_strv_builder_add (taboos, brief->card->taboos);
  for (guint i = 0; i < pieces->len; i++)
    g_strv_builder_add (taboos, ((HfTextPiece *) pieces->pdata[i])->body);
  g_strfreev (brief->taboos);
  brief->taboos = g_strv_builder_end (taboos);
  return TRUE;
}

/**
 * hf_brief_load_texts:
 *
 * The branch's words with the names filled in (TEXT-1), and the taboos (TEXT-2).
 */
gboolean
hf_brief_load_texts (HfBrief *brief, HfDb *db, const HfActor *actor, GError **error)
{
  g_autofree char *product = NULL;
  g_autofree char *day = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *store = hf_branch_dup_name (db, error);
  HfTextValues values;

  if (store == NULL || !read_purchase (db, brief->card->id, &product, &day, error) ||
      !read_staff (db, actor, brief->card->owner_id, &staff, error))
    return FALSE;
  values = (HfTextValues){ brief->card->name, staff, product, day, store };
  return fill_texts (brief, db, &values, error) && read_taboos (brief, db, error);
}

static gboolean
read_mix (HfBrief *brief, HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  int kinds[HF_MIX_ROW];
  gsize n = 0;

  if (!hf_rows_open (&rows, db, HF_QUERY_BRIEF_LAST_MIX, error, "li", brief->card->id, HF_MIX_ROW))
    return FALSE;
  while (n < HF_MIX_ROW && hf_rows_next (&rows, &local))
    {
      kinds[n] = -1;
      if (!hf_rows_is_null (&rows, 0))
        hf_domain_parse (HF_DOMAIN_MIX, hf_rows_text (&rows, 0), &kinds[n], NULL);
      n++;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  brief->mix_suggested = hf_mix_suggest (kinds, n, *brief->interests != '\0');
  brief->mix_last = brief->mix_suggested >= 0 ? kinds[0] : -1;
  return TRUE;
}

static gboolean
read_facts (HfBrief *brief, HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_BRIEF_FACTS, error, "l", brief->card->id) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  brief->interests = hf_rows_dup (&rows, 0);
  brief->adverse = hf_rows_int (&rows, 1);
  return TRUE;
}

/* The date itself knows which month somebody born in a leap month keeps (CAL-9). */
static gboolean
find_birthday (HfBrief *brief, HfDb *db, HfDay today, GError **error)
{
  g_autoptr (GPtrArray) dates = NULL;

  if (!brief->card->has_birth)
    return TRUE;
  dates = hf_card_dup_part (db, brief->card->id, HF_CARD_DATE, error);
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const HfCardRow *row = dates->pdata[i];
      HfDay next = HF_DAY_NONE;

      if (g_strcmp0 (row->kind, "birthday") == 0 && row->has_date)
        next = hf_special_date_get_next (&row->date, today);
      if (next != HF_DAY_NONE && next - today <= SOON_DAYS)
        brief->birthday_on = next;
    }
  return dates != NULL;
}

/**
 * hf_brief_load_advice:
 *
 * What the last contacts and tries suggest: another number or a message (VISIT-5), another kind of
 * contact (VISIT-7); what is due soon (VISIT-2); an open adverse reaction (COMP-6).
 */
gboolean
hf_brief_load_advice (HfBrief *brief, HfDb *db, const HfActor *actor, GError **error)
{
  g_autoptr (GArray) tries = NULL;
  HfContactRules rules = { 0 };
  HfTryAdvice advice;

  if (!find_birthday (brief, db, hf_minute_get_day (actor->now), error))
    return FALSE;
  tries = hf_tries_load (db, brief->card->id, FALSE, error);
  if (tries == NULL || !read_facts (brief, db, error) || !read_mix (brief, db, error))
    return FALSE;
  hf_contact_window_init (&rules.window, brief->item->channel);
  advice = hf_try_advise ((const HfTry *) (void *) tries->data, tries->len, &rules);
  brief->n_failed = (int) advice.failed;
  brief->n_failed_days = (int) advice.failed_days;
  return TRUE;
}

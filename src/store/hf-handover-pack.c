/* hf-handover-pack.c: what a new owner must know of a customer (CARD-14)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "hf-handover.h"
#include "hf-office.h"
#include "hf-plans.h"
#include "hf-reason.h"

#define N_LAST_VISITS (3)

void
hf_handover_pack_free (HfHandoverPack *pack)
{
  g_clear_pointer (&pack->card, hf_card_free);
  g_clear_pointer (&pack->promises, g_ptr_array_unref);
  g_clear_pointer (&pack->complaints, g_ptr_array_unref);
  g_clear_pointer (&pack->visits, g_ptr_array_unref);
  g_strfreev (pack->places);
  g_free (pack);
}

/* "28 days of care: step 2 of 5, due on 24 Nov" */
static char *
format_place (const HfPlan *plan, const char *place)
{
  g_autofree char *due = NULL;
  int step, count;
  gint64 day;

  if (place == NULL || sscanf (place, "%d %d %" G_GINT64_FORMAT, &step, &count, &day) != 3)
    return g_strdup (plan->name);
  due = hf_reason_format_day (day);
  if (step == 0)
    return g_strdup_printf (_ ("%s: next contact on %s"), plan->name, due);
  return g_strdup_printf (_ ("%s: step %d of %d, due on %s"), plan->name, step, count, due);
}

static GStrv
dup_places (HfDb *db, gint64 customer, GError **error)
{
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_HANDOVER_PLACES, error, "l", customer))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      const HfPlan *plan = hf_plans_get (db, hf_rows_int (&rows, 0), error);
      g_autofree char *place = NULL;

      if (plan == NULL)
        return NULL;
      place = format_place (plan, hf_rows_text (&rows, 1));
      g_strv_builder_add (places, place);
    }
  if (local == NULL)
    return g_strv_builder_end (places);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_handover_pack_load:
 * @actor: must be allowed to see the customer (ROLE-1)
 *
 * Some look-ups by primary key.
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfHandoverPack *
hf_handover_pack_load (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  g_autoptr (HfHandoverPack) pack = g_new0 (HfHandoverPack, 1);

  pack->card = hf_card_load (db, customer, error);
  if (pack->card == NULL || !hf_actor_check_owner (actor, pack->card->owner_id, error) ||
      (pack->promises = hf_card_dup_promises (db, customer, error)) == NULL ||
      (pack->complaints = hf_card_dup_lines (db, HF_QUERY_HANDOVER_COMPLAINTS, customer, error)) ==
          NULL ||
      (pack->places = dup_places (db, customer, error)) == NULL ||
      (pack->visits = hf_card_dup_last_visits (db, customer, N_LAST_VISITS, error)) == NULL)
    return NULL;
  return g_steal_pointer (&pack);
}

static void
append_title (GString *text, const char *title)
{
  g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", title);
}

static void
append_lines (GString *text, const char *title, GPtrArray *lines)
{
  if (lines->len > 0)
    append_title (text, title);
  for (guint i = 0; i < lines->len; i++)
    {
      const HfCardLine *line = lines->pdata[i];
      g_autofree char *day = hf_reason_format_day (line->day);

      g_string_append_printf (text, "  %s  %s\n", day, line->text);
    }
}

static void
append_visits (GString *text, GPtrArray *visits)
{
  if (visits->len > 0)
    append_title (text, _ ("Last contacts"));
  for (guint i = 0; i < visits->len; i++)
    {
      const HfCardVisit *visit = visits->pdata[i];
      g_autofree char *day = hf_reason_format_day (hf_minute_get_day (visit->at));

      g_string_append_printf (text, "  %s  %s  %s  %s\n", day,
                              hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) visit->channel),
                              hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) visit->outcome),
                              visit->note != NULL ? visit->note : "");
    }
}

/**
 * hf_handover_pack_format:
 *
 * Returns: (transfer full): for reading; without numbers and health data
 */
char *
hf_handover_pack_format (const HfHandoverPack *pack)
{
  GString *text = g_string_new (NULL);

  if (*pack->card->taboos != '\0')
    {
      append_title (text, _ ("To avoid"));
      g_string_append_printf (text, "  %s\n", pack->card->taboos);
    }
  append_lines (text, _ ("Open complaints"), pack->complaints);
  append_lines (text, _ ("Open promises"), pack->promises);
  if (pack->places[0] != NULL)
    append_title (text, _ ("Care plans"));
  for (guint i = 0; pack->places[i] != NULL; i++)
    g_string_append_printf (text, "  %s\n", pack->places[i]);
  append_visits (text, pack->visits);
  if (text->len == 0)
    g_string_append (text, _ ("Nothing is open, and nobody has talked to the customer yet."));
  return g_string_free (text, FALSE);
}

/* hf-cli-project.c: project
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-engine-agenda.h"
#include "hf-lookup.h"
#include "hf-reason.h"
#include "hf-typed-day.h"
#include "hf-work.h"

static char *to;

static const GOptionEntry entries[] = {
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Up to that day; needed"), N_ ("DATE") },
  { NULL },
};

/* What is not there yet, only foreseen, stands in brackets. */
static void
add_line (JsonBuilder *builder, const HfDueContact *due, const char *reason)
{
  g_autofree char *when = hf_minute_format (due->due_at);
  const char *channel = due->preferred >= 0
                            ? hf_domain_get_label (HF_DOMAIN_CHANNEL, due->preferred)
                            : _ ("in the branch");
  g_autofree char *line =
      g_strdup_printf ("%s  [%s]  %s — %s", when, channel, due->item->title, reason);
  g_autofree char *foreseen = g_strdup_printf (_ ("(%s)"), line);

  hf_cli_add_text (builder, "line", due->projected ? foreseen : line);
}

static void
add_projected (JsonBuilder *builder,
               const HfAgenda *agenda,
               const HfAgendaPlan *plan,
               const HfDueContact *due,
               const char *customer)
{
  g_autofree char *first = hf_day_format (due->window_from);
  g_autofree char *last = hf_day_format (due->window_to);
  const char *window[] = { first, last, NULL };
  g_autofree char *text = NULL;
  HfReason reason;

  hf_reason_init (&reason, plan->plan, plan->row.anchor, due);
  text = hf_reason_format (&reason);
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "customer_id", agenda->contact->customer_id);
  hf_cli_add_text (builder, "customer", customer);
  hf_cli_add_text (builder, "plan", plan->plan->id);
  json_builder_set_member_name (builder, "step");
  json_builder_add_int_value (builder, due->step);
  hf_cli_add_text (builder, "kind", hf_domain_get_nick (HF_DOMAIN_KIND, (int) due->kind));
  hf_cli_add_minute (builder, "due", due->due_at);
  hf_cli_add_minute (builder, "original_due",
                     hf_minute_new (due->original_day, hf_minute_of_day (due->due_at)));
  hf_cli_add_texts (builder, "window", window);
  hf_cli_add_words (builder, "channels", HF_DOMAIN_CHANNEL, hf_ways_get_channels (&due->ways));
  hf_cli_add_words (builder, "roles", HF_DOMAIN_ROLE, hf_ways_get_roles (&due->ways));
  json_builder_set_member_name (builder, "priority");
  json_builder_add_int_value (builder, (int) due->kind);
  hf_cli_add_text (builder, "state",
                   hf_domain_get_nick (HF_DOMAIN_FOLLOW_UP_STATE, (int) due->state));
  hf_cli_add_text (builder, "reason", text);
  json_builder_set_member_name (builder, "projected");
  json_builder_add_boolean_value (builder, due->projected);
  add_line (builder, due, text);
  json_builder_end_object (builder);
}

typedef struct
{
  const HfAgendaPlan *plan;
  const HfDueContact *due;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = a;
  const Line *y = b;

  if (x->due->due_at != y->due->due_at)
    return x->due->due_at < y->due->due_at ? -1 : 1;
  return x->due->step - y->due->step;
}

static GArray *
sort_lines (const HfAgenda *agenda, HfDay until)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < agenda->plans->len; i++)
    {
      const HfAgendaPlan *plan = &g_array_index (agenda->plans, HfAgendaPlan, i);

      for (guint j = 0; j < hf_schedule_get_n_due (plan->schedule); j++)
        {
          Line line = { plan, hf_schedule_get_due (plan->schedule, j) };

          if (line.due->due_day <= until)
            g_array_append_val (lines, line);
        }
    }
  g_array_sort (lines, compare_lines);
  return lines;
}

static JsonNode *
project (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HfAgenda) agenda = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *name = NULL;
  gint64 customer;
  HfDay until;

  if (to == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), "--to");
      return NULL;
    }
  if (!hf_typed_day_parse (to, &until, error) ||
      !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      (name = hf_db_dup_text (cli->db, HF_QUERY_CUSTOMER_NAME, error, "l", customer)) == NULL ||
      (agenda = hf_agenda_load (cli->db, customer, cli->actor.now, until, error)) == NULL)
    return NULL;
  lines = sort_lines (agenda, until);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      add_projected (builder, agenda, line->plan, line->due, name);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_project = {
  "project",
  "CUSTOMER --to DATE",
  N_ ("What a customer's care plans will ask for"),
  1,
  1,
  HF_DB_READ,
  entries,
  project,
};

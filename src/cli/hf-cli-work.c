/* hf-cli-work.c: due, enrol, and a follow-up as JSON
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-enrolment-store.h"
#include "hf-follow-up.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-reason.h"
#include "hf-typed-day.h"
#include "hf-work.h"

static char *on, *from, *to, *staff, *state;
static char *anchor;

static const GOptionEntry due_entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("What is due on that day"), N_ ("DATE") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("From that day on"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Up to that day"), N_ ("DATE") },
  { "staff", 0, 0, G_OPTION_ARG_STRING, &staff, N_ ("Whose work"), N_ ("STAFF") },
  { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_ ("In which state"),
    "open|done|skipped|cancelled|paused" },
  { NULL },
};

static const GOptionEntry enrol_entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &anchor,
    N_ ("The day from which it counts; today by default"), N_ ("DATE") },
  { NULL },
};

/* Until when a reminder waits, where it does. */
static char *
format_snooze (HfCli *cli, const HfWorkItem *item)
{
  HfDay day = hf_minute_get_day (item->remind_at);
  int clock = hf_minute_of_day (item->remind_at);
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;

  if (item->state != HF_FOLLOW_UP_OPEN || item->remind_at <= MAX (item->due_at, cli->actor.now))
    return g_strdup ("");
  if (day == hf_minute_get_day (cli->actor.now))
    return g_strdup_printf (_ (" (remind again at %02d:%02d)"), clock / 60, clock % 60);
  date = hf_reason_format_day (day);
  return g_strdup_printf (_ (" (remind again on %s at %02d:%02d)"), date, clock / 60, clock % 60);
}

/* What a clerk reads: its number, when, whom, how, what for and why. */
static char *
format_line (HfCli *cli, const HfWorkItem *item, const char *due)
{
  g_autofree char *snooze = format_snooze (cli, item);
  const char *how = item->ways.n_ways > 0
                        ? hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) item->channel)
                        : _ ("In the branch");

  return g_strdup_printf ("#%" G_GINT64_FORMAT "  %s  %s  [%s]  %s — %s%s",
                          hf_follow_up_get_number (item->id), due, item->customer, how, item->title,
                          item->reason != NULL ? item->reason : "", snooze);
}

/**
 * hf_cli_add_words:
 *
 * The nicks of a set, as an array.
 */
void
hf_cli_add_words (JsonBuilder *builder, const char *name, HfDomainSet set, HfSet values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < hf_domain_get_size (set); i++)
    if (HF_SET_HAS (values, i))
      json_builder_add_string_value (builder, hf_domain_get_nick (set, (int) i));
  json_builder_end_array (builder);
}

static void
add_channels (JsonBuilder *builder, const HfWays *ways)
{
  HfSet seen = 0;

  json_builder_set_member_name (builder, "channels");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ways->n_ways; i++)
    {
      HfChannel channel = ways->ways[i].channel;

      if (!HF_SET_HAS (seen, channel))
        json_builder_add_string_value (builder,
                                       hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) channel));
      seen |= HF_BIT (channel);
    }
  json_builder_end_array (builder);
}

static void
add_window (JsonBuilder *builder, const HfWorkItem *item)
{
  g_autofree char *first = hf_day_format (item->window_from);
  g_autofree char *last = hf_day_format (item->window_to);
  const char *days[] = { first, last, NULL };

  hf_cli_add_texts (builder, "window", days);
}

/**
 * hf_cli_describe_work:
 *
 * Returns: (transfer full): a follow-up as the contract has it, or %NULL
 */
JsonNode *
hf_cli_describe_work (HfCli *cli, gint64 id, GError **error)
{
  g_autoptr (HfWorkItem) item = hf_work_load (cli->db, id, error);
  g_autofree char *due = NULL;
  g_autofree char *line = NULL;
  JsonBuilder *builder;

  if (item == NULL)
    return NULL;
  due = hf_minute_format (item->due_at);
  line = format_line (cli, item, due);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", item->id);
  hf_cli_add_id (builder, "customer_id", item->customer_id);
  hf_cli_add_text (builder, "customer", item->customer);
  hf_cli_add_text (builder, "plan", item->plan);
  json_builder_set_member_name (builder, "step");
  json_builder_add_int_value (builder, item->step);
  hf_cli_add_text (builder, "kind", hf_domain_get_nick (HF_DOMAIN_KIND, (int) item->kind));
  hf_cli_add_text (builder, "due", due);
  hf_cli_add_minute (builder, "original_due",
                     hf_minute_new (item->original_on, hf_minute_of_day (item->due_at)));
  add_window (builder, item);
  add_channels (builder, &item->ways);
  hf_cli_add_words (builder, "roles", HF_DOMAIN_ROLE,
                    item->ways.n_ways > 0 ? hf_ways_get_roles (&item->ways) : item->task_roles);
  json_builder_set_member_name (builder, "blocked");
  json_builder_add_boolean_value (builder, item->blocked);
  json_builder_set_member_name (builder, "priority");
  json_builder_add_int_value (builder, item->priority);
  hf_cli_add_text (builder, "state",
                   hf_domain_get_nick (HF_DOMAIN_FOLLOW_UP_STATE, (int) item->state));
  hf_cli_add_text (builder, "reason", item->reason);
  hf_cli_add_text (builder, "line", line);
  return hf_cli_end (builder);
}

/**
 * hf_cli_describe_works:
 * @ids: (element-type gint64):
 *
 * Returns: (transfer full): an array of follow-ups, or %NULL
 */
JsonNode *
hf_cli_describe_works (HfCli *cli, GArray *ids, GError **error)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  json_array_unref (array);
  for (guint i = 0; i < ids->len; i++)
    {
      JsonNode *element = hf_cli_describe_work (cli, g_array_index (ids, gint64, i), error);

      if (element == NULL)
        {
          json_node_unref (node);
          return NULL;
        }
      json_array_add_element (array, element);
    }
  return node;
}

static gboolean
fill_filter (HfCli *cli, HfWorkFilter *filter, GError **error)
{
  int value = HF_FOLLOW_UP_OPEN;

  *filter =
      (HfWorkFilter){ HF_DAY_NONE, hf_minute_get_day (cli->actor.now), 0, HF_FOLLOW_UP_OPEN, 0 };
  if (from != NULL && to == NULL)
    filter->to = hf_day_from_ymd (HF_DAY_LAST_YEAR, 12, 31);
  if ((on != NULL && !hf_typed_day_parse (on, &filter->to, error)) ||
      (from != NULL && !hf_typed_day_parse (from, &filter->from, error)) ||
      (to != NULL && !hf_typed_day_parse (to, &filter->to, error)) ||
      (staff != NULL && !hf_lookup (cli->db, HF_LOOKUP_STAFF, staff, &filter->staff_id, error)) ||
      (state != NULL && !hf_domain_parse (HF_DOMAIN_FOLLOW_UP_STATE, state, &value, error)))
    return FALSE;
  if (on != NULL)
    filter->from = filter->to;
  if (from == NULL && to == NULL)
    filter->warned_by = filter->to == hf_minute_get_day (cli->actor.now)
                            ? cli->actor.now
                            : hf_minute_new (filter->to + 1, 0) - 1;
  filter->state = (HfFollowUpState) value;
  /* Agents see their own work, managers everybody's (WORK-1). */
  if (staff == NULL && cli->actor.role == HF_ROLE_AGENT)
    filter->staff_id = cli->actor.staff_id;
  return hf_actor_check_staff (&cli->actor, filter->staff_id, error);
}

static JsonNode *
due (HfCli *cli, char **words, GError **error)
{
  HfWorkFilter filter;
  g_autoptr (GArray) ids = NULL;

  if (!fill_filter (cli, &filter, error) ||
      (ids = hf_work_dup_ids (cli->db, &filter, error)) == NULL)
    return NULL;
  if (!cli->json && ids->len == 0)
    g_printerr ("%s\n", _ ("Nothing is due."));
  return hf_cli_describe_works (cli, ids, error);
}

static JsonNode *
enrol (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) opened = NULL;
  gint64 customer, plan;
  HfDay day = HF_DAY_NONE;
  JsonNode *follow_ups;
  JsonBuilder *builder;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_lookup (cli->db, HF_LOOKUP_PLAN, words[1], &plan, error) ||
      (anchor != NULL && !hf_typed_day_parse (anchor, &day, error)) ||
      !hf_command_enrol (cli->db, &cli->actor, customer, plan, day, &opened, error) ||
      (follow_ups = hf_cli_describe_works (cli, opened, error)) == NULL)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "follow_ups");
  json_builder_add_value (builder, follow_ups);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_due = {
  "due",
  "[--on DATE | --from DATE --to DATE] [--staff STAFF] [--state STATE]",
  N_ ("What is to be done: today and overdue, or as said"),
  0,
  0,
  HF_DB_READ,
  due_entries,
  due,
};

const HfCliCommand hf_cli_enrol = {
  "enrol",
  "CUSTOMER PLAN [--from DATE]",
  N_ ("Put a customer on a care plan"),
  2,
  2,
  HF_DB_WRITE,
  enrol_entries,
  enrol,
};

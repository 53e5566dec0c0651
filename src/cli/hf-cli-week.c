/* hf-cli-week.c: week list, plan, result, report
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"
#include "hf-typed-day.h"
#include "hf-week-plan.h"

static char *week, *staff;

static const GOptionEntry entries[] = {
  { "week", 0, 0, G_OPTION_ARG_STRING, &week, N_ ("A day of the week; this week by default"),
    N_ ("DATE") },
  { NULL },
};

static const GOptionEntry read_entries[] = {
  { "week", 0, 0, G_OPTION_ARG_STRING, &week, N_ ("A day of the week; this week by default"),
    N_ ("DATE") },
  { "staff", 0, 0, G_OPTION_ARG_STRING, &staff, N_ ("Whose week"), N_ ("STAFF") },
  { NULL },
};

static gboolean
read_week (HfCli *cli, HfDay *monday, GError **error)
{
  HfDay day = hf_minute_get_day (cli->actor.now);

  if (week != NULL && !hf_typed_day_parse (week, &day, error))
    return FALSE;
  *monday = hf_week_get_monday (day);
  return TRUE;
}

static gboolean
read_staff (HfCli *cli, gint64 *who, GError **error)
{
  *who = cli->actor.role == HF_ROLE_AGENT ? cli->actor.staff_id : 0;
  return staff == NULL || hf_lookup (cli->db, HF_LOOKUP_STAFF, staff, who, error);
}

static void
add_line (JsonBuilder *builder, const HfWeekLine *line)
{
  g_autofree char *due =
      line->due_on != HF_DAY_NONE ? hf_day_format (line->due_on) : g_strdup ("-");
  const char *intent =
      line->intent != HF_INTENT_NONE ? hf_domain_get_label (HF_DOMAIN_INTENT, line->intent) : "-";
  g_autofree char *text = g_strdup_printf (
      "%-10s  %s  [%s]  %s  %s", due, line->customer, intent,
      hf_domain_get_label (HF_DOMAIN_WEEK_OUTCOME, (int) line->outcome), line->result);

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "customer_id", line->customer_id);
  hf_cli_add_text (builder, "customer", line->customer);
  hf_cli_add_text (builder, "tier", line->tier);
  hf_cli_add_text (
      builder, "intent",
      line->intent != HF_INTENT_NONE ? hf_domain_get_nick (HF_DOMAIN_INTENT, line->intent) : NULL);
  hf_cli_add_day (builder, "due", line->due_on);
  hf_cli_add_text (builder, "outcome",
                   hf_domain_get_nick (HF_DOMAIN_WEEK_OUTCOME, (int) line->outcome));
  hf_cli_add_text (builder, "result", line->result);
  hf_cli_add_text (builder, "line", g_strchomp (text));
  json_builder_end_object (builder);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) lines = NULL;
  HfDay monday;
  gint64 who;

  if (!read_week (cli, &monday, error) || !read_staff (cli, &who, error))
    return NULL;
  if (who == 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), "--staff");
      return NULL;
    }
  if ((lines = hf_week_dup_lines (cli->db, &cli->actor, who, monday, error)) == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_line (builder, lines->pdata[i]);
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
answer (HfDay monday, guint n)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  hf_cli_add_day (builder, "week", monday);
  json_builder_set_member_name (builder, "customers");
  json_builder_add_int_value (builder, n);
  return hf_cli_end (builder);
}

/* What is meant, or to take back what was. */
static gboolean
parse_intent (const char *word, int *intent, GError **error)
{
  g_autofree char *choices = NULL;

  *intent = HF_INTENT_NONE;
  if (g_str_equal (word, "none") || hf_domain_parse (HF_DOMAIN_INTENT, word, intent, NULL))
    return TRUE;
  choices = hf_domain_format_set (HF_DOMAIN_INTENT, HF_SET_ALL);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is none of: %s,none"), word, choices);
  return FALSE;
}

static JsonNode *
plan (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) customers = NULL;
  int intent;
  HfDay monday;

  if (!parse_intent (words[0], &intent, error) || !read_week (cli, &monday, error) ||
      (customers = hf_cli_dup_customers (cli, words + 1, NULL, error)) == NULL ||
      !hf_command_set_intents (cli->db, &cli->actor, customers, monday, intent, error))
    return NULL;
  return answer (monday, customers->len);
}

static JsonNode *
result (HfCli *cli, char **words, GError **error)
{
  gint64 customer;
  HfDay monday;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !read_week (cli, &monday, error) ||
      !hf_command_set_week_result (cli->db, &cli->actor, customer, monday, words[1], error))
    return NULL;
  return answer (monday, 1);
}

static void
add_counts (JsonBuilder *builder, const char *name, const HfWeekSum *sum, int intent)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (int i = 0; i < HF_N_WEEK_OUTCOMES; i++)
    {
      json_builder_set_member_name (builder, hf_domain_get_nick (HF_DOMAIN_WEEK_OUTCOME, i));
      json_builder_add_int_value (builder, hf_week_sum_count (sum, intent, i));
    }
  json_builder_end_object (builder);
}

static char *
make_line (const HfWeekSum *sum)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%s: %d planned"), sum->staff, hf_week_sum_count (sum, -1, -1));
  for (int i = 0; i < HF_N_INTENTS; i++)
    {
      g_string_append_printf (text, "\n  %s", hf_domain_get_label (HF_DOMAIN_INTENT, i));
      for (int j = HF_N_WEEK_OUTCOMES - 1; j >= 0; j--)
        g_string_append_printf (text, "  %s %d", hf_domain_get_label (HF_DOMAIN_WEEK_OUTCOME, j),
                                hf_week_sum_count (sum, i, j));
    }
  return g_string_free (text, FALSE);
}

static JsonNode *
report (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) sums = NULL;
  HfDay monday;
  gint64 who;

  if (!read_week (cli, &monday, error) || !read_staff (cli, &who, error) ||
      (sums = hf_week_dup_sums (cli->db, &cli->actor, who, monday, NULL, error)) == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < sums->len; i++)
    {
      const HfWeekSum *sum = sums->pdata[i];
      g_autofree char *line = make_line (sum);

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "staff_id", sum->staff_id);
      hf_cli_add_text (builder, "staff", sum->staff);
      for (int j = 0; j < HF_N_INTENTS; j++)
        add_counts (builder, hf_domain_get_nick (HF_DOMAIN_INTENT, j), sum, j);
      add_counts (builder, "none", sum, HF_N_INTENTS);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_week_list = {
  "week list",
  "[--week DATE] [--staff STAFF]",
  N_ ("List the customers of a week, what is meant with each and what came of it"),
  0,
  0,
  HF_DB_READ,
  read_entries,
  list,
};

const HfCliCommand hf_cli_week_plan = {
  "week plan",
  "settle|follow|develop|none CUSTOMER… [--week DATE]",
  N_ ("Say what is meant with customers in a week"),
  2,
  -1,
  HF_DB_WRITE,
  entries,
  plan,
};

const HfCliCommand hf_cli_week_result = {
  "week result",
  "CUSTOMER TEXT [--week DATE]",
  N_ ("Note what came of a week with a customer"),
  2,
  2,
  HF_DB_WRITE,
  entries,
  result,
};

const HfCliCommand hf_cli_week_report = {
  "week report",
  "[--week DATE] [--staff STAFF]",
  N_ ("What was meant in a week against what came of it"),
  0,
  0,
  HF_DB_READ,
  read_entries,
  report,
};

/* hf-cli-holidays.c: holidays import, holidays list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-store.h"
#include "hf-holidays.h"
#include "hf-office.h"

static JsonNode *
import (HfCli *cli, char **words, GError **error)
{
  g_autofree char *name = g_path_get_basename (words[0]);
  g_autofree char *text = NULL;
  JsonBuilder *builder;
  int year;

  if (!g_file_get_contents (words[0], &text, NULL, error) ||
      !hf_command_import_holidays (cli->db, &cli->actor, name, text, &year, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, year);
  return hf_cli_end (builder);
}

static gboolean
add_year (HfCli *cli, JsonBuilder *builder, int year, gboolean known, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s%d", HF_CALENDAR_SETTING, year);
  g_autofree char *own = hf_setting_dup (cli->db, key, "", error);
  g_autofree char *line = NULL;

  if (own == NULL)
    return FALSE;
  line = g_strdup_printf ("%d  %s", year,
                          !known         ? _ ("not known yet; import the file of that year")
                          : *own != '\0' ? _ ("the branch's own")
                                         : _ ("as it came with the program"));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, year);
  json_builder_set_member_name (builder, "known");
  json_builder_add_boolean_value (builder, known);
  json_builder_set_member_name (builder, "own");
  json_builder_add_boolean_value (builder, *own != '\0');
  hf_cli_add_text (builder, "line", line);
  json_builder_end_object (builder);
  return TRUE;
}

/* This year and the next are there in any case: what is not known is said (CAL-4). */
static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (cli->db, error);
  int now;

  if (calendar == NULL)
    return NULL;
  hf_day_to_ymd (hf_minute_get_day (cli->actor.now), &now, NULL, NULL);
  json_builder_begin_array (builder);
  for (int year = HF_DAY_FIRST_YEAR; year <= HF_DAY_LAST_YEAR; year++)
    {
      gboolean known = hf_work_calendar_knows_year (calendar, year);

      if ((known || year == now || year == now + 1) && !add_year (cli, builder, year, known, error))
        return NULL;
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_holidays_import = {
  "holidays import",
  "FILE",
  N_ ("Take the days off and make-up workdays of a year from a file"),
  1,
  1,
  HF_DB_WRITE,
  NULL,
  import,
};

const HfCliCommand hf_cli_holidays_list = {
  "holidays list", "", N_ ("For which years the days off are known"), 0, 0, HF_DB_READ, NULL, list,
};

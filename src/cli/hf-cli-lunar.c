/* hf-cli-lunar.c: lunar
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-error.h"
#include "hf-lunar.h"
#include "hf-typed-day.h"

static gboolean
parse (const char *text, HfDay *day, HfLunarDate *date, GError **error)
{
  if (g_str_has_prefix (text, "lunar:"))
    {
      if (!hf_lunar_parse (text, date, error))
        return FALSE;
      if (hf_lunar_to_day (date, day))
        return TRUE;
    }
  else if (!hf_typed_day_parse (text, day, error))
    return FALSE;
  else if (hf_lunar_from_day (*day, date))
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("The lunar calendar is known from 1900 to 2100."));
  return FALSE;
}

static void
add_int (JsonBuilder *builder, const char *name, int value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
append (GString *line, const char *name)
{
  g_string_append_printf (line, "%s%s", _ (", "), name);
}

static void
add_line (JsonBuilder *builder, HfDay day, const HfLunarDate *date)
{
  HfFestival festival = hf_lunar_get_festival (day);
  int term = hf_solar_term_on_day (day);
  g_autofree char *solar = hf_day_format (day);
  g_autofree char *chinese = hf_lunar_format_chinese (date);
  GString *line = g_string_new (NULL);

  g_string_printf (line, _ ("%s: in the Chinese calendar year %d, %s"), solar, date->year, chinese);
  if (festival != HF_FESTIVAL_NONE)
    append (line, hf_festival_get_label (festival));
  if (term >= 0)
    append (line, hf_solar_term_get_label (term));
  hf_cli_add_text (builder, "line", line->str);
  g_string_free (line, TRUE);
}

static JsonNode *
lunar (HfCli *cli, char **words, GError **error)
{
  HfFestival festival;
  HfLunarDate date;
  JsonBuilder *builder;
  HfDay day;
  int term;

  if (!parse (words[0], &day, &date, error))
    return NULL;
  festival = hf_lunar_get_festival (day);
  term = hf_solar_term_on_day (day);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_day (builder, "solar", day);
  json_builder_set_member_name (builder, "lunar");
  json_builder_begin_object (builder);
  add_int (builder, "year", date.year);
  add_int (builder, "month", date.month);
  json_builder_set_member_name (builder, "leap");
  json_builder_add_boolean_value (builder, date.leap);
  add_int (builder, "day", date.day);
  json_builder_end_object (builder);
  hf_cli_add_text (builder, "festival",
                   festival != HF_FESTIVAL_NONE ? hf_festival_get_nick (festival) : NULL);
  hf_cli_add_text (builder, "term", term >= 0 ? hf_solar_term_get_label (term) : NULL);
  add_line (builder, day, &date);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_lunar = {
  "lunar", "DATE|lunar:Y-M-D", N_ ("A day in both calendars"), 1, 1, HF_CLI_NO_DATABASE, NULL,
  lunar,
};

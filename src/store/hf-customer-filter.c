/* hf-customer-filter.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-filter.h"

#include <glib/gi18n-lib.h>

static const char *const nicks[HF_N_FILTER_FIELDS] = {
  [HF_FILTER_TEXT] = "text",     [HF_FILTER_TIER] = "tier",   [HF_FILTER_CARD_TYPE] = "card-type",
  [HF_FILTER_STAGE] = "stage",   [HF_FILTER_OWNER] = "owner", [HF_FILTER_AREA] = "area",
  [HF_FILTER_TAG] = "tag",       [HF_FILTER_PLAN] = "plan",   [HF_FILTER_OVERDUE] = "overdue",
  [HF_FILTER_SILENT] = "silent",
};

HfCustomerFilter *
hf_customer_filter_new (void)
{
  return g_new0 (HfCustomerFilter, 1);
}

HfCustomerFilter *
hf_customer_filter_copy (const HfCustomerFilter *filter)
{
  HfCustomerFilter *copy = hf_customer_filter_new ();

  for (int i = 0; i < HF_N_FILTER_FIELDS; i++)
    copy->values[i] = g_strdupv (filter->values[i]);
  return copy;
}

void
hf_customer_filter_free (HfCustomerFilter *filter)
{
  for (int i = 0; i < HF_N_FILTER_FIELDS; i++)
    g_strfreev (filter->values[i]);
  g_free (filter);
}

/**
 * hf_customer_filter_set:
 * @values: (nullable): one of which must hold; %NULL or none: the field does not matter
 */
void
hf_customer_filter_set (HfCustomerFilter *filter, HfFilterField field, const char *const *values)
{
  g_return_if_fail (filter != NULL);

  g_clear_pointer (&filter->values[field], g_strfreev);
  if (values != NULL && values[0] != NULL)
    filter->values[field] = g_strdupv ((char **) values);
}

/**
 * hf_customer_filter_set_one:
 * @value: (nullable): %NULL or empty: the field does not matter
 */
void
hf_customer_filter_set_one (HfCustomerFilter *filter, HfFilterField field, const char *value)
{
  const char *values[] = { value, NULL };

  hf_customer_filter_set (filter, field, value != NULL && *value != '\0' ? values : NULL);
}

gboolean
hf_customer_filter_has (const HfCustomerFilter *filter, HfFilterField field, const char *value)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  return filter->values[field] != NULL &&
         g_strv_contains ((const char *const *) filter->values[field], value);
}

/**
 * hf_customer_filter_toggle:
 * @on: whether @value is among those that may hold
 */
void
hf_customer_filter_toggle (HfCustomerFilter *filter,
                           HfFilterField field,
                           const char *value,
                           gboolean on)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  g_return_if_fail (filter != NULL);

  for (char **old = filter->values[field]; old != NULL && *old != NULL; old++)
    if (!g_str_equal (*old, value))
      g_strv_builder_add (builder, *old);
  if (on)
    g_strv_builder_add (builder, value);
  values = g_strv_builder_end (builder);
  hf_customer_filter_set (filter, field, (const char *const *) values);
}

/**
 * hf_customer_filter_is_empty:
 *
 * Returns: whether it lets all customers through whose card is not discarded
 */
gboolean
hf_customer_filter_is_empty (const HfCustomerFilter *filter)
{
  for (int i = 0; i < HF_N_FILTER_FIELDS; i++)
    if (filter->values[i] != NULL)
      return FALSE;
  return TRUE;
}

/**
 * hf_filter_field_get_nick:
 *
 * Returns: (transfer none): what a saved filter calls it
 */
const char *
hf_filter_field_get_nick (HfFilterField field)
{
  return nicks[field];
}

static void
append_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_printf (json, "\\%c", *text);
      else if ((guchar) *text < ' ')
        g_string_append_printf (json, "\\u%04x", *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}

/**
 * hf_customer_filter_to_json:
 *
 * Returns: (transfer full): `{"tier":["A","B"]}`, as segments keep it and queries are given it
 */
char *
hf_customer_filter_to_json (const HfCustomerFilter *filter)
{
  GString *json = g_string_new ("{");

  for (int i = 0; i < HF_N_FILTER_FIELDS; i++)
    {
      if (filter->values[i] == NULL)
        continue;
      g_string_append_printf (json, "%s\"%s\":[", json->len > 1 ? "," : "", nicks[i]);
      for (char **value = filter->values[i]; *value != NULL; value++)
        {
          if (value != filter->values[i])
            g_string_append_c (json, ',');
          append_text (json, *value);
        }
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
take_value (HfCustomerFilter *filter, const char *nick, const char *value, GError **error)
{
  for (int i = 0; i < HF_N_FILTER_FIELDS; i++)
    {
      if (g_str_equal (nicks[i], nick))
        {
          hf_customer_filter_toggle (filter, (HfFilterField) i, value, TRUE);
          return TRUE;
        }
    }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("A filter knows no “%s”."), nick);
  return FALSE;
}

/**
 * hf_customer_filter_parse:
 * @json: as hf_customer_filter_to_json() makes it; a single value may stand without brackets
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_BAD_INPUT
 */
HfCustomerFilter *
hf_customer_filter_parse (HfDb *db, const char *json, GError **error)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  gint64 valid = 0;

  if (!hf_db_get_int (db, HF_QUERY_FILTER_IS_VALID, &valid, error, "s", json))
    return NULL;
  if (valid == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("The filter cannot be read; it looks like {\"tier\":[\"A\"]}."));
      return NULL;
    }
  if (!hf_rows_open (&rows, db, HF_QUERY_FILTER_VALUES, error, "s", json))
    return NULL;
  while (hf_rows_next (&rows, &local))
    if (!take_value (filter, hf_rows_text (&rows, 0), hf_rows_text (&rows, 1), error))
      return NULL;
  if (local == NULL)
    return g_steal_pointer (&filter);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

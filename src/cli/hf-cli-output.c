/* hf-cli-output.c: answers, as JSON for programs or as lines for people
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
hf_cli_add_id (JsonBuilder *builder, const char *name, gint64 id)
{
  json_builder_set_member_name (builder, name);
  if (id != 0)
    json_builder_add_int_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

/* %NULL becomes null. */
void
hf_cli_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
hf_cli_add_day (JsonBuilder *builder, const char *name, HfDay day)
{
  g_autofree char *text = day != HF_DAY_NONE ? hf_day_format (day) : NULL;

  hf_cli_add_text (builder, name, text);
}

void
hf_cli_add_minute (JsonBuilder *builder, const char *name, HfMinute minute)
{
  g_autofree char *text = minute != HF_MINUTE_NONE ? hf_minute_format (minute) : NULL;

  hf_cli_add_text (builder, name, text);
}

void
hf_cli_add_ids (JsonBuilder *builder, const char *name, GArray *ids)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_int_value (builder, g_array_index (ids, gint64, i));
  json_builder_end_array (builder);
}

void
hf_cli_add_texts (JsonBuilder *builder, const char *name, const char *const *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

/**
 * hf_cli_end:
 * @builder: (transfer full): within its outermost object
 *
 * Returns: (transfer full): what was built
 */
JsonNode *
hf_cli_end (JsonBuilder *builder)
{
  JsonNode *node;

  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  g_object_unref (builder);
  return node;
}

JsonNode *
hf_cli_new_id (gint64 id)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", id);
  return hf_cli_end (builder);
}

static char *
format_value (const char *name, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (hf_cli_get_word (name, json_node_get_string (node)));
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *part = format_value (name, json_array_get_element (array, i));

          g_strv_builder_add (parts, part);
        }
      all = g_strv_builder_end (parts);
      return g_strjoinv (_ (", "), all);
    }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("yes") : _ ("no"));
  return json_to_string (node, FALSE);
}

static void print_object (JsonObject *object, const char *separator);

static void
print_lines (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      print_object (object, "  ");
      if (!json_object_has_member (object, "line"))
        g_print ("\n");
    }
}

static gboolean
is_list (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) > 0 &&
         JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 0));
}

/* People have a name, plans and tiers are called something; a customer has one stage, a numbered
 * case another; a visit opens follow-ups, a case is opened on a day. */
static const char *
get_label (JsonObject *object, const char *name)
{
  if (strcmp (name, "stage") == 0 && json_object_has_member (object, "number"))
    return _ ("Stage of the case");
  if (strcmp (name, "opened") == 0 &&
      !JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, name)))
    return _ ("Recorded on");
  if (strcmp (name, "name") != 0 || json_object_has_member (object, "role") ||
      json_object_has_member (object, "phone") || json_object_has_member (object, "card_type"))
    return hf_cli_get_label (name);
  return _ ("Called");
}

/* A command that has something to say to people says it in "line". */
static void
print_object (JsonObject *object, const char *separator)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (json_object_has_member (object, "line"))
    {
      g_print ("%s\n", json_object_get_string_member (object, "line"));
      return;
    }
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *value = is_list (node) ? g_strdup ("") : format_value (name, node);

      if (is_list (node))
        {
          g_print ("%s%s\n", get_label (object, name), _ (":"));
          print_lines (json_node_get_array (node));
        }
      else if (*value != '\0' && get_label (object, name) != NULL)
        g_print (_ ("%s: %s%s"), get_label (object, name), value, separator);
    }
}

/* Programs get the values, not the sentence made of them. */
static void
drop_lines (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GList) elements = json_array_get_elements (json_node_get_array (node));

      for (GList *at = elements; at != NULL; at = at->next)
        drop_lines (at->data);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = NULL;

      json_object_remove_member (object, "line");
      members = json_object_get_values (object);
      for (GList *at = members; at != NULL; at = at->next)
        drop_lines (at->data);
    }
}

/**
 * hf_cli_print:
 *
 * Writes a command's answer to standard output.
 */
void
hf_cli_print (HfCli *cli, JsonNode *node)
{
  if (cli->json)
    {
      g_autofree char *text = NULL;

      drop_lines (node);
      text = json_to_string (node, TRUE);
      g_print ("%s\n", text);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    print_lines (json_node_get_array (node));
  else
    print_object (json_node_get_object (node), "\n");
}

/**
 * hf_cli_report:
 *
 * Tells what went wrong on standard error: first the sentence for people, then the technical text.
 *
 * Returns: the exit code
 */
int
hf_cli_report (HfCli *cli, const GError *error)
{
  static const int codes[] = {
    [HF_ERROR_BAD_INPUT] = HF_EXIT_INPUT,  [HF_ERROR_NOT_FOUND] = HF_EXIT_NOTHING,
    [HF_ERROR_AMBIGUOUS] = HF_EXIT_INPUT,  [HF_ERROR_NOT_ALLOWED] = HF_EXIT_NOT_ALLOWED,
    [HF_ERROR_WARNING] = HF_EXIT_INPUT,    [HF_ERROR_CONFLICT] = HF_EXIT_INPUT,
    [HF_ERROR_PLAN] = HF_EXIT_INPUT,       [HF_ERROR_BUSY] = HF_EXIT_DATABASE,
    [HF_ERROR_FULL] = HF_EXIT_DATABASE,    [HF_ERROR_CORRUPT] = HF_EXIT_DATABASE,
    [HF_ERROR_NEWER] = HF_EXIT_DATABASE,   [HF_ERROR_READ_ONLY] = HF_EXIT_DATABASE,
    [HF_ERROR_MISSING] = HF_EXIT_DATABASE, [HF_ERROR_DATABASE] = HF_EXIT_DATABASE,
  };

  g_printerr ("huifangctl: %s\n", error->message);
  if (error->domain == HF_ERROR && (guint) error->code < G_N_ELEMENTS (codes))
    return codes[error->code];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return HF_EXIT_CANCELLED;
  return error->domain == G_OPTION_ERROR ? HF_EXIT_USAGE : HF_EXIT_INPUT;
}

/**
 * hf_cli_answer_one:
 *
 * Returns: (transfer full) (nullable): the whole of @id, or %NULL with an error
 */
JsonNode *
hf_cli_answer_one (HfCli *cli, HfCliDescribe describe, gint64 id, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  return describe (cli, builder, id, FALSE, error) ? json_builder_get_root (builder) : NULL;
}

/**
 * hf_cli_answer_list:
 * @ids: (nullable) (element-type gint64): %NULL when they could not be read, which @error says
 *
 * Returns: (transfer full) (nullable): a line each, or %NULL with an error
 */
JsonNode *
hf_cli_answer_list (HfCli *cli, HfCliDescribe describe, GArray *ids, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (ids == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      if (!describe (cli, builder, g_array_index (ids, gint64, i), TRUE, error))
        return NULL;
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

/**
 * hf_cli_get_agent:
 *
 * Agents see their own customers' cases, and nobody's (ROLE-1).
 *
 * Returns: who asks, 0 for who sees all
 */
gint64
hf_cli_get_agent (HfCli *cli)
{
  return cli->actor.role == HF_ROLE_AGENT ? cli->actor.staff_id : 0;
}

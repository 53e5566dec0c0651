/* hf-data-file.c
 *
 * GKeyFile reads the values, this file remembers where each stands and which were
 * asked for, so that a mistake is reported with its place and a misspelt key is
 * not passed over in silence (PLAN-9).
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-data-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

struct _HfDataFile
{
  char *name;
  int code; /* of the errors, HfError */
  GKeyFile *values;
  GHashTable *lines; /* "group\nkey" or "group\n" -> line number */
  GHashTable *used;  /* "group\nkey" */
};

static char *
place (const char *group, const char *key)
{
  return g_strdup_printf ("%s\n%s", group, key != NULL ? key : "");
}

static gboolean
remember_line (HfDataFile *file, const char *group, const char *key, guint line, GError **error)
{
  char *name = place (group, key);

  if (!g_hash_table_contains (file->lines, name))
    return g_hash_table_insert (file->lines, name, GUINT_TO_POINTER (line));
  g_hash_table_replace (file->lines, name, GUINT_TO_POINTER (line));
  return hf_data_file_fail (file, group, key, _ ("This stands there twice."), error);
}

/* Neither a note, nor a group, nor a key with its value. */
static gboolean
fail_line (HfDataFile *file, const char *group, guint line, GError **error)
{
  g_set_error (error, HF_ERROR, file->code, "%s:%u: [%s] %s", file->name, line, group,
               _ ("This line cannot be read. Write [Group], Key=value, or # before a note."));
  return FALSE;
}

static gboolean
scan_lines (HfDataFile *file, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gboolean is_group = *line == '[';
      char *end = strchr (line, is_group ? ']' : '=');

      if (*line == '#' || *line == '\0')
        continue;
      if (end == NULL || end == line || (!is_group && *group == '\0'))
        return fail_line (file, group, i + 1, error);
      *end = '\0';
      if (is_group)
        {
          g_free (group);
          group = g_strdup (line + 1);
        }
      if (!remember_line (file, group, is_group ? NULL : g_strchomp (line), i + 1, error))
        return FALSE;
    }
  return TRUE;
}

static void
mark_used (HfDataFile *file, const char *group, const char *key)
{
  g_hash_table_add (file->used, place (group, key));
}

static gboolean
load_values (HfDataFile *file, const char *text, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_key_file_load_from_data (file->values, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS,
                                 &local))
    return TRUE;
  g_set_error (error, HF_ERROR, file->code, _ ("%s cannot be read: %s"), file->name,
               local->message);
  return FALSE;
}

/**
 * hf_data_file_new:
 * @file_name: for messages
 * @text: UTF-8, perhaps with a byte order mark and with any line ends
 * @length: in bytes, or -1
 * @code: of the errors, a #HfError
 *
 * Returns: (transfer full): %NULL with @code when it is no such file
 */
HfDataFile *
hf_data_file_new (const char *file_name, const char *text, gssize length, int code, GError **error)
{
  g_autoptr (HfDataFile) file = g_new0 (HfDataFile, 1);
  g_autofree char *copy = NULL;
  const char *start;

  file->name = g_strdup (file_name);
  file->code = code;
  file->values = g_key_file_new ();
  file->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error (error, HF_ERROR, code,
                   _ ("%s is not a text in UTF-8. Save it with that encoding."), file_name);
      return NULL;
    }
  copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  start = g_str_has_prefix (copy, "\xef\xbb\xbf") ? copy + 3 : copy;
  if (!scan_lines (file, start, error) || !load_values (file, start, error))
    return NULL;
  return g_steal_pointer (&file);
}

void
hf_data_file_free (HfDataFile *file)
{
  g_return_if_fail (file != NULL);

  g_free (file->name);
  g_clear_pointer (&file->values, g_key_file_unref);
  g_clear_pointer (&file->lines, g_hash_table_unref);
  g_clear_pointer (&file->used, g_hash_table_unref);
  g_free (file);
}

/**
 * hf_data_file_get_groups:
 *
 * Returns: (transfer full): in the order of the file
 */
GStrv
hf_data_file_get_groups (HfDataFile *file)
{
  return g_key_file_get_groups (file->values, NULL);
}

/**
 * hf_data_file_dup_keys:
 *
 * Returns: (transfer full): the keys of @group without those for a language; empty
 *   when there is no such group. All of them are marked as asked for
 */
GStrv
hf_data_file_dup_keys (HfDataFile *file, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file->values, group, NULL, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      if (strchr (keys[i], '[') != NULL)
        continue;
      mark_used (file, group, keys[i]);
      g_strv_builder_add (builder, keys[i]);
    }
  return g_strv_builder_end (builder);
}

gboolean
hf_data_file_has (HfDataFile *file, const char *group, const char *key)
{
  return g_key_file_has_key (file->values, group, key, NULL);
}

/**
 * hf_data_file_dup_string:
 *
 * Returns: (transfer full) (nullable): a word, the same in every language; %NULL
 *   when the key is not there or empty
 */
char *
hf_data_file_dup_string (HfDataFile *file, const char *group, const char *key)
{
  g_autofree char *value = NULL;

  mark_used (file, group, key);
  value = g_key_file_get_string (file->values, group, key, NULL);
  if (value == NULL || *g_strstrip (value) == '\0')
    return NULL;
  return g_steal_pointer (&value);
}

/**
 * hf_data_file_dup_text:
 *
 * Returns: (transfer full) (nullable): a text in the user's language, where there is one
 */
char *
hf_data_file_dup_text (HfDataFile *file, const char *group, const char *key)
{
  mark_used (file, group, key);
  return g_key_file_get_locale_string (file->values, group, key, NULL, NULL);
}

/**
 * hf_data_file_dup_text_in:
 * @language: such as `zh_CN`; what a file has no translation for is taken as it stands
 *
 * Returns: (transfer full) (nullable): a text in that language
 */
char *
hf_data_file_dup_text_in (HfDataFile *file,
                          const char *group,
                          const char *key,
                          const char *language)
{
  mark_used (file, group, key);
  return g_key_file_get_locale_string (file->values, group, key, language, NULL);
}

/**
 * hf_data_file_dup_list:
 *
 * Returns: (transfer full): words separated by `;`, empty when the key is not there
 */
GStrv
hf_data_file_dup_list (HfDataFile *file, const char *group, const char *key)
{
  GStrv list;

  mark_used (file, group, key);
  list = g_key_file_get_string_list (file->values, group, key, NULL, NULL);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_strstrip (list[i]);
  return list != NULL ? list : g_new0 (char *, 1);
}

/**
 * hf_data_file_dup_text_list:
 *
 * Returns: (transfer full): texts in the user's language separated by `;`
 */
GStrv
hf_data_file_dup_text_list (HfDataFile *file, const char *group, const char *key)
{
  GStrv list;

  mark_used (file, group, key);
  list = g_key_file_get_locale_string_list (file->values, group, key, NULL, NULL, NULL);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_strstrip (list[i]);
  return list != NULL ? list : g_new0 (char *, 1);
}

/**
 * hf_data_file_fail:
 * @key: (nullable): %NULL when the group as a whole is wrong
 * @message: a sentence: what is wrong and what to do
 *
 * Sets the file's error code with file, line, group and key before @message.
 *
 * Returns: %FALSE, always
 */
gboolean
hf_data_file_fail (
    HfDataFile *file, const char *group, const char *key, const char *message, GError **error)
{
  g_autofree char *name = place (group, key);
  g_autofree char *group_name = place (group, NULL);
  gpointer line = g_hash_table_lookup (file->lines, name);

  if (line == NULL)
    line = g_hash_table_lookup (file->lines, group_name);
  g_set_error (error, HF_ERROR, file->code, "%s:%u: [%s] %s%s%s", file->name,
               line != NULL ? GPOINTER_TO_UINT (line) : 1, group, key != NULL ? key : "",
               key != NULL ? ": " : "", message);
  return FALSE;
}

static gboolean
check_group (HfDataFile *file, const char *group, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file->values, group, NULL, NULL);
  gboolean group_used = FALSE;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      char *bracket = strchr (keys[i], '[');
      g_autofree char *base =
          bracket != NULL ? g_strndup (keys[i], (gsize) (bracket - keys[i])) : g_strdup (keys[i]);
      g_autofree char *name = place (group, base);

      if (!g_hash_table_contains (file->used, name))
        return hf_data_file_fail (file, group, keys[i],
                                  _ ("This key means nothing here. Is it misspelt?"), error);
      group_used = TRUE;
    }
  return group_used || hf_data_file_fail (file, group, NULL, _ ("This group is empty."), error);
}

/**
 * hf_data_file_check_unused:
 *
 * Returns: %FALSE with an error when the file has a key that nobody asked for
 */
gboolean
hf_data_file_check_unused (HfDataFile *file, GError **error)
{
  g_auto (GStrv) groups = hf_data_file_get_groups (file);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (!check_group (file, groups[i], error))
        return FALSE;
    }
  return TRUE;
}

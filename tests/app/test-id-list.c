/* test-id-list.c: a list of ids emits the smallest change and keeps its objects
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-id-list.h"

typedef struct
{
  GString *log;
  int created;
} Watch;

static GObject *
create (gint64 id, guint position, gpointer data)
{
  Watch *watch = data;

  watch->created++;
  return g_object_new (G_TYPE_OBJECT, NULL);
}

static void
on_items_changed (GListModel *model, guint at, guint removed, guint added, gpointer data)
{
  g_string_append_printf (((Watch *) data)->log, "%u-%u+%u ", at, removed, added);
}

static void
set_ids (HfIdList *list, const char *ids)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *ids != '\0'; ids++)
    {
      gint64 id = *ids;

      g_array_append_val (array, id);
    }
  hf_id_list_set_ids (list, array);
}

static void
test_smallest_change (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *changes;
  } rows[] = {
    { "abc", "abc", "" },      { "abc", "abcd", "3-0+1 " }, { "abc", "xabc", "0-0+1 " },
    { "abc", "ac", "1-1+0 " }, { "abc", "axc", "1-1+1 " },  { "", "ab", "0-0+2 " },
    { "ab", "", "0-2+0 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Watch watch = { g_string_new (NULL), 0 };
      HfIdList *list = hf_id_list_new (G_TYPE_OBJECT, create, &watch);

      set_ids (list, rows[i].before);
      g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &watch);
      set_ids (list, rows[i].after);
      g_assert_cmpstr (watch.log->str, ==, rows[i].changes);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, strlen (rows[i].after));
      g_assert_finalize_object (list);
      g_string_free (watch.log, TRUE);
    }
}

static void
test_objects_are_stable (void)
{
  Watch watch = { g_string_new (NULL), 0 };
  HfIdList *list = hf_id_list_new (G_TYPE_OBJECT, create, &watch);
  g_autoptr (GObject) before = NULL;
  g_autoptr (GObject) after = NULL;

  set_ids (list, "abc");
  g_assert_cmpint (watch.created, ==, 0);
  before = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_cmpint (watch.created, ==, 1);
  set_ids (list, "xyc");
  after = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_true (before == after);
  g_object_unref (list);
  g_string_free (watch.log, TRUE);
}

/* A million ids cost eight bytes each and no object. */
static void
test_a_million (void)
{
  Watch watch = { g_string_new (NULL), 0 };
  HfIdList *list = hf_id_list_new (G_TYPE_OBJECT, create, &watch);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= 1000000; id++)
    g_array_append_val (array, id);
  hf_id_list_set_ids (list, array);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000000);
  g_assert_cmpint (hf_id_list_get_id (list, 999999), ==, 1000000);
  g_assert_cmpint (watch.created, ==, 0);
  g_object_unref (list);
  g_string_free (watch.log, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-list/smallest-change", test_smallest_change);
  g_test_add_func ("/id-list/objects-are-stable", test_objects_are_stable);
  g_test_add_func ("/id-list/a-million", test_a_million);
  return g_test_run ();
}

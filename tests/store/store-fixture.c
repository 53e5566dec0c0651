/* store-fixture.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "hf-branch.h"
#include "hf-change-log.h"
#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-product.h"
#include "hf-purchase.h"
#include "hf-staff.h"
#include "hf-visit.h"
#include "hf-work.h"

void
branch_set_now (Branch *branch, const char *now)
{
  HfMinute minute;
  GError *error = NULL;

  hf_minute_parse (now, &minute, &error);
  g_assert_no_error (error);
  hf_actor_init (&branch->actor, branch->db, branch->actor.staff_id, minute, &error);
  g_assert_no_error (error);
}

void
branch_act_as (Branch *branch, gint64 staff)
{
  GError *error = NULL;

  hf_actor_init (&branch->actor, branch->db, staff, branch->actor.now, &error);
  g_assert_no_error (error);
}

void
branch_set_up (Branch *branch, gconstpointer data)
{
  HfProductDraft product = { "蛋白粉", 30, 720, 19800, -1, NULL, NULL };
  GError *error = NULL;

  branch->folder = g_dir_make_tmp ("huifang-XXXXXX", NULL);
  branch->path = g_build_filename (branch->folder, "branch.db", NULL);
  branch->db = hf_db_open (branch->path, HF_DB_CREATE, &error);
  g_assert_no_error (error);
  branch_set_now (branch, "2026-11-10T10:00");
  hf_command_init_branch (branch->db, &branch->actor, "海棠路网点", &error);
  g_assert_no_error (error);
  hf_command_add_staff (branch->db, &branch->actor, "林娜", HF_ROLE_AGENT, NULL, &branch->agent,
                        &error);
  g_assert_no_error (error);
  hf_command_add_product (branch->db, &branch->actor, &product, &branch->powder, &error);
  g_assert_no_error (error);
}

void
branch_tear_down (Branch *branch, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (branch->folder, 0, NULL);
  const char *name;

  hf_db_close (branch->db);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (branch->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (branch->folder);
  g_free (branch->folder);
  g_free (branch->path);
}

gint64
branch_add_staff (Branch *branch, const char *name)
{
  GError *error = NULL;
  gint64 id = 0;

  hf_command_add_staff (branch->db, &branch->actor, name, HF_ROLE_AGENT, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Pairs of field and value follow the name. */
gint64
branch_add_customer (Branch *branch, const char *name, ...)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  GError *error = NULL;
  const char *field;
  gint64 id = 0;
  va_list pairs;

  hf_customer_draft_set (draft, "name", name, &error);
  va_start (pairs, name);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      hf_customer_draft_set (draft, field, va_arg (pairs, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (pairs);
  hf_command_add_customer (branch->db, &branch->actor, draft, &id, &error);
  g_assert_no_error (error);
  return id;
}

gint64
branch_buy (Branch *branch, gint64 customer, gint64 product, const char *day)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfPurchaseLine));
  HfPurchaseLine line = { product, 1, -1, NULL, HF_DAY_NONE };
  HfPurchaseDraft draft;
  g_auto (GStrv) enrolled = NULL;
  GError *error = NULL;
  gint64 id = 0;

  g_array_append_val (lines, line);
  hf_purchase_draft_init (&draft);
  draft.customer_id = customer;
  draft.lines = lines;
  hf_day_parse (day, &draft.bought_on, &error);
  g_assert_no_error (error);
  hf_command_add_purchase (branch->db, &branch->actor, &draft, &id, &enrolled, &error);
  g_assert_no_error (error);
  return id;
}

gint64
branch_visit (Branch *branch, gint64 customer, const char *channel, const char *outcome)
{
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;
  GError *error = NULL;
  int value;

  hf_visit_draft_init (&draft);
  draft.customer_id = customer;
  hf_domain_parse (HF_DOMAIN_CHANNEL, channel, &value, &error);
  draft.channel = (HfChannel) value;
  hf_domain_parse (HF_DOMAIN_OUTCOME, outcome, &value, &error);
  draft.outcome = (HfOutcome) value;
  g_assert_no_error (error);
  hf_command_log_visit (branch->db, &branch->actor, &draft, &result, &error);
  g_assert_no_error (error);
  return result.visit;
}

/* All open follow-ups, a line each: customer, step, due, original day. */
char *
branch_due (Branch *branch)
{
  HfWorkFilter filter = { HF_DAY_NONE, hf_day_from_ymd (2100, 1, 1), 0, HF_FOLLOW_UP_OPEN };
  GString *text = g_string_new (NULL);
  GError *error = NULL;
  g_autoptr (GArray) ids = hf_work_dup_ids (branch->db, &filter, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (HfWorkItem) item =
          hf_work_load (branch->db, g_array_index (ids, gint64, i), &error);
      g_autofree char *due = NULL;
      g_autofree char *original = NULL;

      g_assert_no_error (error);
      due = hf_minute_format (item->due_at);
      original = hf_day_format (item->original_on);
      g_string_append_printf (text, "%s %s %d %s %s\n", item->customer,
                              item->plan != NULL ? item->plan : "-", item->step, due, original);
    }
  return g_string_free (text, FALSE);
}

gint64
branch_enrol (Branch *branch, gint64 customer, const char *plan)
{
  g_autoptr (GArray) opened = NULL;
  GError *error = NULL;
  gint64 id = 0;

  hf_lookup (branch->db, HF_LOOKUP_PLAN, plan, &id, &error);
  g_assert_no_error (error);
  hf_command_enrol (branch->db, &branch->actor, customer, id, HF_DAY_NONE, &opened, &error);
  g_assert_no_error (error);
  return opened->len > 0 ? g_array_index (opened, gint64, 0) : 0;
}

void
branch_set (Branch *branch, gint64 customer, const char *field, const char *value)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  GError *error = NULL;

  hf_customer_draft_set (draft, field, value, &error);
  g_assert_no_error (error);
  hf_command_set_customer (branch->db, &branch->actor, customer, draft, NULL, &error);
  g_assert_no_error (error);
}

/* What no command writes yet, as one operation. */
void
branch_execute (Branch *branch, const char *sql)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  GError *error = NULL;

  hf_operation_begin (&operation, branch->db, &branch->actor, "test", &error);
  g_assert_no_error (error);
  hf_db_execute (branch->db, sql, &error);
  g_assert_no_error (error);
  hf_operation_commit (&operation, NULL, &error);
  g_assert_no_error (error);
}

void
branch_run_engine (Branch *branch)
{
  HfEngineResult result;
  GError *error = NULL;

  hf_command_run_engine (branch->db, &branch->actor, &result, NULL, &error);
  g_assert_no_error (error);
}

gint64
branch_count (Branch *branch, const char *sql)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  hf_rows_open_text (&rows, branch->db, sql, &error, "");
  g_assert_no_error (error);
  g_assert_true (hf_rows_next (&rows, &error));
  return hf_rows_int (&rows, 0);
}

static void
dump_table (Branch *branch, GString *text, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (hf_db_get_handle (branch->db), sql, -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append_printf (text, "%s:", table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        /* When the engine looks again is no fact about the customer. */
        if (g_strcmp0 (sqlite3_column_name (statement, i), "evaluate_on") != 0)
          g_string_append_printf (text, " %s", (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (text, '\n');
    }
  sqlite3_finalize (statement);
}

/* Every row that a person could have written, and what is derived from them, but for the counters
 * of visits that fell back to zero. */
char *
branch_dump (Branch *branch)
{
  GString *text = g_string_new (NULL);
  GError *error = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  hf_rows_open (&rows, branch->db, HF_QUERY_SCHEMA_TABLES, &error, "");
  g_assert_no_error (error);
  while (hf_rows_next (&rows, &error))
    {
      if (hf_change_log_covers (hf_rows_text (&rows, 0)))
        dump_table (branch, text, hf_rows_text (&rows, 0));
    }
  g_assert_no_error (error);
  dump_table (branch, text, "visit_counter WHERE n <> 0");
  dump_table (branch, text, "day_count WHERE n <> 0");
  dump_table (branch, text, "day_count_of WHERE n <> 0");
  return g_string_free (text, FALSE);
}

/* Two dumps are long; only the first line in which they differ says something. */
void
branch_assert_same (const char *a, const char *b)
{
  g_auto (GStrv) lines_a = g_strsplit (a, "\n", -1);
  g_auto (GStrv) lines_b = g_strsplit (b, "\n", -1);

  for (guint i = 0; lines_a[i] != NULL || lines_b[i] != NULL; i++)
    {
      g_assert_cmpstr (lines_a[i], ==, lines_b[i]);
    }
}

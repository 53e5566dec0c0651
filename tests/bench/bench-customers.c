/* bench-customers.c: how soon the Customers page has something to show
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-customers FILE, of make-big-branch: asks for the first rows and for all of them by each
 * order and filter. Fails when the first rows take more than 50 ms of work.
 */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hf-customer-list.h"
#include "hf-office.h"

#define FIRST    (200)
#define BLOCK    (256)
#define LIMIT_MS (50.0)
#define TURNS    (3)

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* What this thread worked, in ms: others use the machine too. */
static double
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static double
measure (HfDb *db, const HfCustomerQuery *query, int limit, guint *n)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < TURNS; i++)
    {
      GError *error = NULL;
      double began = get_worked ();
      g_autoptr (GArray) ids = hf_customer_list_dup_ids (db, query, limit, &error);

      check (error);
      best = MIN (best, get_worked () - began);
      *n = ids->len;
    }
  return best;
}

static gboolean
ask (HfDb *db, const char *name, const char *json, HfCustomerSort sort, gint64 agent)
{
  GError *error = NULL;
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_parse (db, json, &error);
  g_autoptr (HfCustomerQuery) query = NULL;
  HfActor actor = { agent, agent != 0 ? HF_ROLE_AGENT : HF_ROLE_MANAGER, 0, 0 };
  double first, all;
  guint n;

  check (error);
  hf_minute_parse ("2026-11-22T11:42", &actor.now, &error);
  query = hf_customer_query_new (&actor, filter);
  query->sort = sort;
  first = measure (db, query, FIRST, &n);
  all = measure (db, query, 0, &n);
  printf ("%-44s first %7.1f ms   all %7.1f ms   %u\n", name, first, all, n);
  return first <= LIMIT_MS;
}

static gboolean
ask_orders (HfDb *db)
{
  gboolean soon = TRUE;

  for (int sort = 0; sort < HF_N_CUSTOMER_SORTS; sort++)
    {
      g_autofree char *name =
          g_strconcat ("by ", hf_customer_sort_get_nick ((HfCustomerSort) sort), NULL);

      soon &= ask (db, name, "{}", (HfCustomerSort) sort, 0);
    }
  return soon;
}

static gint64
find_agent (HfDb *db)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  hf_rows_open_text (&rows, db, "SELECT id FROM staff WHERE role = 'agent' ORDER BY id LIMIT 1",
                     &error, "");
  check (error);
  return hf_rows_next (&rows, &error) ? hf_rows_int (&rows, 0) : 0;
}

static gboolean
ask_filters (HfDb *db)
{
  gint64 agent = find_agent (db);
  GError *error = NULL;
  g_auto (GStrv) areas = hf_customer_list_dup_areas (db, 2, &error);
  g_autofree char *owner = g_strdup_printf ("{\"owner\":[\"%" G_GINT64_FORMAT "\"]}", agent);
  g_autofree char *area = g_strdup_printf ("{\"area\":[\"%s\"]}", areas[0]);
  g_autofree char *three = g_strdup_printf ("{\"owner\":[\"%" G_GINT64_FORMAT
                                            "\"],\"area\":[\"%s\"],\"overdue\":[\"1\"]}",
                                            agent, areas[0]);
  const struct
  {
    const char *name;
    const char *json;
    HfCustomerSort sort;
    gint64 agent;
  } questions[] = {
    { "an agent's, by name", "{}", HF_CUSTOMER_SORT_NAME, agent },
    { "tier A, by next contact", "{\"tier\":[\"A\"]}", HF_CUSTOMER_SORT_NEXT_DUE, 0 },
    { "tier A or B, by name", "{\"tier\":[\"A\",\"B\"]}", HF_CUSTOMER_SORT_NAME, 0 },
    { "one owner, by supply", owner, HF_CUSTOMER_SORT_SUPPLY, 0 },
    { "one area, by last contact", area, HF_CUSTOMER_SORT_LAST_CONTACT, 0 },
    { "overdue, by name", "{\"overdue\":[\"1\"]}", HF_CUSTOMER_SORT_NAME, 0 },
    { "not contacted for 180 days, by tier", "{\"silent\":[\"180\"]}", HF_CUSTOMER_SORT_TIER, 0 },
    { "discarded, by name", "{\"card-type\":[\"discarded\"]}", HF_CUSTOMER_SORT_NAME, 0 },
    { "one owner, one area, overdue", three, HF_CUSTOMER_SORT_NEXT_DUE, 0 },
    { "searched: 王", "{\"text\":[\"王\"]}", HF_CUSTOMER_SORT_NAME, 0 },
    { "searched: 秀英", "{\"text\":[\"秀英\"]}", HF_CUSTOMER_SORT_NEXT_DUE, 0 },
    { "searched: 5678", "{\"text\":[\"5678\"]}", HF_CUSTOMER_SORT_NEXT_DUE, 0 },
  };
  gboolean soon = TRUE;

  check (error);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    soon &= ask (db, questions[i].name, questions[i].json, questions[i].sort, questions[i].agent);
  return soon;
}

static void
measure_block (HfDb *db)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
  HfActor actor = { 0, HF_ROLE_MANAGER, 0, 0 };
  g_autoptr (HfCustomerQuery) query = hf_customer_query_new (&actor, filter);
  GError *error = NULL;
  g_autoptr (GArray) ids = hf_customer_list_dup_ids (db, query, 0, &error);
  guint n = ids->len / BLOCK / 100;
  double began = get_worked ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) rows = hf_customer_list_dup_rows (
          db, &g_array_index (ids, gint64, i * BLOCK * 100), BLOCK, &error);

      check (error);
    }
  printf ("%-44s %13.1f ms\n", "a block of 256 rows", (get_worked () - began) / MAX (n, 1));
}

int
main (int argc, char *argv[])
{
  GError *error = NULL;
  g_autoptr (HfDb) db = hf_db_open (argv[1], HF_DB_READ, &error);
  gboolean soon;

  check (error);
  soon = ask_orders (db) & ask_filters (db);
  measure_block (db);
  return soon ? EXIT_SUCCESS : EXIT_FAILURE;
}

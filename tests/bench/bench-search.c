/* bench-search.c: from what is typed to who is found, held against the bare FTS5 query
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <time.h>

#include "hf-find.h"
#include "hf-search-tokens.h"
#include "hf-search.h"
#include "store-fixture.h"

#define N_QUERIES (400)
#define LIMIT     (8)
/* The bare query gets as many as are looked at to choose the best. */
#define ROWS      (129)
#define FRAME_MS  (16.0)
#define MAX_TIMES (3.0)
/* Below this a factor says nothing: to order the people found their cards are read, 2 µs each,
 * which the bare query does not do; see docs/decisions/0040-search.md. */
#define FLOOR_MS (0.1)

static const char surnames[] =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱"
    "严覃武戴莫孔向汤单仇解查区翟朴缪";
static const char given[] =
    "秀英小明建国桂兰志强玉梅淑珍德丽华文宝永福红霞海燕军伟芳敏静杰涛超平刚勇艳娟波辉鹏飞慧玲云丹"
    "萍洁琳雪倩倩雅婷欣怡佳宇轩浩然子涵梓晨博思远嘉琪雨桐一诺天成立新振广庆生学金大栋林春山";
static const char *const streets[] = { "和平路", "海棠路", "石榴街", "银杏路", "桂花街",
                                       "梧桐路", "牡丹街", "榆树巷", "荷花巷", "柳林里" };

typedef struct
{
  const char *name;
  char *(*make) (GRand *random, const char *name);
} Kind;

/* Of the processor: what else the machine does is no matter. All is in memory. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static const char *
pick (GRand *random, const char *characters, double power)
{
  glong n = g_utf8_strlen (characters, -1);
  double at = g_rand_double (random);

  for (; power > 1; power--)
    at *= g_rand_double (random);
  return g_utf8_offset_to_pointer (characters, (glong) ((double) n * at));
}

static void
append_one (GString *text, const char *at)
{
  g_string_append_len (text, at, g_utf8_next_char (at) - at);
}

static char *
make_name (GRand *random)
{
  GString *name = g_string_new (NULL);

  append_one (name, pick (random, surnames, 2));
  append_one (name, pick (random, given, 1.5));
  if (g_rand_int_range (random, 0, 10) < 7)
    append_one (name, pick (random, given, 1.5));
  return g_string_free (name, FALSE);
}

static void
insert_customer (Branch *branch, GRand *random, gint64 id)
{
  g_autofree char *name = make_name (random);
  g_autofree char *number = g_strdup_printf ("13%09d", g_rand_int_range (random, 0, 1000000000));
  g_autofree char *address = g_strdup_printf (
      "%s%d号%d栋%d", streets[g_rand_int_range (random, 0, 10)], g_rand_int_range (random, 1, 400),
      g_rand_int_range (random, 1, 40), g_rand_int_range (random, 101, 3000));
  GError *error = NULL;

  hf_db_run_text (
      branch->db,
      "INSERT INTO customer (id, name, address, owner_id, last_contact_at, created_on, name_sort) "
      "VALUES (?1, ?2, ?3, ?4, ?5, 20000, hf_name_sort (?2))",
      &error, "lssri", id, name, address, id % 3 ? branch->agent : (gint64) 0,
      g_rand_int_range (random, 28000000, 29000000));
  g_assert_no_error (error);
  hf_db_run_text (branch->db, "INSERT INTO phone (id, customer_id, number) VALUES (?1, ?2, ?3)",
                  &error, "lls", id + 1, id, number);
  g_assert_no_error (error);
}

/* Without the change log, which is no matter of search. */
static void
fill (Branch *branch, gint64 n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GString) drops = g_string_new ("BEGIN IMMEDIATE;");
  GError *error = NULL;
  double start = now_ms ();
  double inserted;

  hf_rows_open (&rows, branch->db, HF_QUERY_SCHEMA_LOG_TRIGGERS, &error, "");
  while (hf_rows_next (&rows, &error))
    g_string_append_printf (drops, "DROP TRIGGER %s;", hf_rows_text (&rows, 0));
  hf_db_execute (branch->db, drops->str, &error);
  g_assert_no_error (error);
  for (gint64 i = 0; i < n; i++)
    insert_customer (branch, random, 1000000 + 2 * i);
  inserted = now_ms ();
  hf_search_catch_up (branch->db, &error);
  g_assert_no_error (error);
  hf_db_execute (branch->db, "COMMIT", &error);
  g_assert_no_error (error);
  g_print ("%" G_GINT64_FORMAT " customers in %.1f s, the index of them in %.1f s\n", n,
           (inserted - start) / 1000, (now_ms () - inserted) / 1000);
}

static char *
make_one (GRand *random, const char *name)
{
  const char *at =
      g_utf8_offset_to_pointer (name, g_rand_int_range (random, 0, (int) g_utf8_strlen (name, -1)));

  return g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
}

static char *
make_two (GRand *random, const char *name)
{
  const char *at = g_utf8_offset_to_pointer (
      name, g_rand_int_range (random, 0, (int) g_utf8_strlen (name, -1) - 1));

  return g_strndup (at, (gsize) (g_utf8_next_char (g_utf8_next_char (at)) - at));
}

static char *
make_whole (GRand *random, const char *name)
{
  return g_strdup (name);
}

/* A beginning of how a name is spelled. */
static char *
spell (GRand *random, const char *name, gboolean initials)
{
  g_autofree char *key = hf_search_dup_sort_key (name);
  GString *spelled = g_string_new (NULL);

  for (const char *at = key; *at != '\t'; at++)
    if (*at != ' ' && (!initials || at == key || at[-1] == ' '))
      g_string_append_c (spelled, *at);
  g_string_truncate (spelled, (gsize) g_rand_int_range (random, 1, (int) spelled->len + 1));
  return g_string_free (spelled, FALSE);
}

static char *
make_pinyin (GRand *random, const char *name)
{
  return spell (random, name, FALSE);
}

static char *
make_initials (GRand *random, const char *name)
{
  return spell (random, name, TRUE);
}

static char *
make_tail (GRand *random, const char *name)
{
  return g_strdup_printf ("%04d", g_rand_int_range (random, 0, 10000));
}

static char *
make_address (GRand *random, const char *name)
{
  return g_strdup_printf ("%s%d号", streets[g_rand_int_range (random, 0, 10)],
                          g_rand_int_range (random, 1, 400));
}

static char *
make_mixed (GRand *random, const char *name)
{
  g_autofree char *tail = make_tail (random, name);

  return g_strdup_printf ("%.3s %s", name, tail);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_p95 (double *times)
{
  qsort (times, N_QUERIES, sizeof *times, compare_times);
  return times[N_QUERIES * 95 / 100];
}

/* Of an agent the same question: their own customers and those of nobody. */
static char *
make_match (const HfActor *actor, const char *text)
{
  char *match = hf_find_dup_match (text);
  g_autofree char *all = NULL;
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (GString) nobodys = g_string_new (NULL);

  if (match == NULL || actor->role != HF_ROLE_AGENT)
    return match;
  all = match;
  hf_search_append_owner (own, actor->staff_id);
  hf_search_append_owner (nobodys, 0);
  return g_strdup_printf ("(%s) AND (\"%s\" OR \"%s\")", all, own->str, nobodys->str);
}

static double
time_bare (Branch *branch, const HfActor *actor, const char *text)
{
  g_autofree char *match = make_match (actor, text);
  GError *error = NULL;
  double start = now_ms ();
  g_autoptr (GArray) ids =
      hf_db_dup_ids (branch->db, HF_QUERY_SEARCH_MATCH_IDS, &error, "si", match, ROWS);

  g_assert_no_error (error);
  return now_ms () - start;
}

static double
time_find (Branch *branch, const HfActor *actor, const char *text)
{
  GError *error = NULL;
  double start = now_ms ();
  g_autoptr (GArray) ids = hf_find_customers (branch->db, actor, text, LIMIT, &error);

  g_assert_no_error (error);
  return now_ms () - start;
}

static gboolean
measure (Branch *branch, const HfActor *actor, const Kind *kind)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  double bare[N_QUERIES], found[N_QUERIES];
  double bare_p95, found_p95;
  gboolean good;

  for (int i = -20; i < N_QUERIES; i++)
    {
      g_autofree char *name = make_name (random);
      g_autofree char *text = kind->make (random, name);
      double bare_ms = time_bare (branch, actor, text);
      double found_ms = time_find (branch, actor, text);

      if (g_getenv ("HF_BENCH_SLOW") != NULL && found_ms > atof (g_getenv ("HF_BENCH_SLOW")))
        g_print ("  %s: %.2f ms, bare %.2f ms\n", text, found_ms, bare_ms);
      bare[MAX (i, 0)] = bare_ms;
      found[MAX (i, 0)] = found_ms;
    }
  bare_p95 = get_p95 (bare);
  found_p95 = get_p95 (found);
  good = found_p95 < FRAME_MS && found_p95 <= MAX_TIMES * MAX (bare_p95, FLOOR_MS);
  g_print ("%-12s p95 %6.2f ms, the bare query %6.2f ms%s\n", kind->name, found_p95, bare_p95,
           good ? "" : "  TOO SLOW");
  return good;
}

/* A branch that there is, such as make-big-branch makes. */
static void
open_branch (Branch *branch, const char *path)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  branch->db = hf_db_open (path, HF_DB_READ, &error);
  g_assert_no_error (error);
  branch->actor.role = HF_ROLE_MANAGER;
  hf_rows_open_text (&rows, branch->db, "SELECT id FROM staff WHERE role = 'agent' LIMIT 1", &error,
                     "");
  if (hf_rows_next (&rows, &error))
    branch->agent = hf_rows_int (&rows, 0);
  g_assert_no_error (error);
}

/* bench-search [N]: N customers, 1,000,000 by default; needs a kilobyte of disk for each.
 * bench-search FILE: in a branch that there is. */
int
main (int argc, char *argv[])
{
  static const Kind kinds[] = {
    { "one Han", make_one },     { "two Han", make_two },       { "whole name", make_whole },
    { "pinyin", make_pinyin },   { "initials", make_initials }, { "last four", make_tail },
    { "address", make_address }, { "name + four", make_mixed },
  };
  gboolean is_file = argc > 1 && !g_ascii_isdigit (*argv[1]);
  gint64 n = argc > 1 && !is_file ? g_ascii_strtoll (argv[1], NULL, 10) : 1000000;
  Branch branch = { 0 };
  HfActor agent;
  gboolean good = TRUE;

  if (is_file)
    open_branch (&branch, argv[1]);
  else
    {
      branch_set_up (&branch, NULL);
      fill (&branch, n);
    }
  agent = branch.actor;
  agent.staff_id = branch.agent;
  agent.role = HF_ROLE_AGENT;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    good = measure (&branch, &branch.actor, &kinds[i]) && good;
  g_print ("an agent (ROLE-1):\n");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    good = measure (&branch, &agent, &kinds[i]) && good;
  if (is_file)
    hf_db_close (branch.db);
  else
    branch_tear_down (&branch, NULL);
  return good ? 0 : 1;
}

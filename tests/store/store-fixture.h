/* store-fixture.h: a branch on a database file of its own
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer.h"
#include "hf-db.h"
#include "hf-operation.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  HfDb *db;
  HfActor actor;
  gint64 agent;
  gint64 powder;
} Branch;

void branch_set_up (Branch *branch, gconstpointer data);
void branch_tear_down (Branch *branch, gconstpointer data);
void branch_set_now (Branch *branch, const char *now);
void branch_act_as (Branch *branch, gint64 staff);
gint64 branch_add_customer (Branch *branch, const char *name, ...) G_GNUC_NULL_TERMINATED;
gint64 branch_add_staff (Branch *branch, const char *name);
gint64 branch_buy (Branch *branch, gint64 customer, gint64 product, const char *day);
gint64 branch_visit (Branch *branch, gint64 customer, const char *channel, const char *outcome);
char *branch_due (Branch *branch);
char *branch_dump (Branch *branch);
void branch_assert_same (const char *a, const char *b);
gint64 branch_enrol (Branch *branch, gint64 customer, const char *plan);
void branch_set (Branch *branch, gint64 customer, const char *field, const char *value);
void branch_execute (Branch *branch, const char *sql);
void branch_run_engine (Branch *branch);
gint64 branch_count (Branch *branch, const char *sql);

#define branch_test(path, func) \
  g_test_add (path, Branch, NULL, branch_set_up, func, branch_tear_down)

G_END_DECLS

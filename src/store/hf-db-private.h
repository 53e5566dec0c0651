/* hf-db-private.h: what the files of the store share about a connection
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-progress.h"

G_BEGIN_DECLS

#define HF_DB_APPLICATION_ID 0x48754661 /* "HuFa" */

struct _HfDb
{
  sqlite3 *handle;
  char *path;
  HfDbMode mode;
  sqlite3_stmt *cache[HF_N_QUERIES];
  GHashTable *texts; /* (element-type utf8 sqlite3_stmt): statements made at run time */

  gint64 device_no;
  gint64 next_id;        /* counter of the next row, valid while an operation runs */
  gint64 saved_id;       /* what the file says */
  gint64 operation;      /* id of the running operation, 0 when none */
  GString *changed_from; /* what the row that is written differs in, see hf-change-values.c */
  GString *changed_to;
  HfProgress *progress; /* (nullable): of the command that runs, see hf-progress.c */
  gboolean gathered;    /* follow-ups wait to be written, see hf-follow-up.c */

  GDestroyNotify clear_plans; /* see hf-plans.c */
  gpointer plans;
  gint64 plans_version;

  GDestroyNotify clear_schemes; /* see hf-tier-schemes.c */
  gpointer schemes;
};

/* Ids carry the device number above this bit, so that rows made on two PCs never collide. */
#define HF_ID_DEVICE_SHIFT 48
#define HF_ID_COUNTER_MASK ((G_GINT64_CONSTANT (1) << HF_ID_DEVICE_SHIFT) - 1)

/* An SQL function; its user data is the #HfDb. An array of them ends with one without a name. */
typedef struct
{
  const char *name;
  int n_values; /* -1: any number */
  int flags;
  void (*run) (sqlite3_context *, int, sqlite3_value **);
} HfSqlFunction;

gboolean hf_db_add_functions (HfDb *db, GError **error);
gboolean hf_db_migrate (HfDb *db, GError **error);
gboolean hf_db_read_identity (HfDb *db, GError **error);
gint64 hf_db_new_id (HfDb *db);
gboolean hf_db_set_wide (HfDb *db, gboolean wide, GError **error);
gboolean hf_db_save_next_id (HfDb *db, GError **error);

G_END_DECLS

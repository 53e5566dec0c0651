/* hf-recovery.h: failures found before anybody complains (COMP-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfRecoveryRow:
 * @kind: `expiry`, `late-delivery`, `missed-promise`, `missed-step`, `missed-deadline`
 * @state: `open`, `done`, `dismissed`
 */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  char *customer;
  char *kind;
  HfDay found_on;
  char *state;
  gint64 follow_up_id;
} HfRecoveryRow;

GArray *hf_recovery_dup_rows (HfDb *db, gint64 staff, int limit, GError **error);
const char *hf_recovery_get_label (const char *kind);

gboolean hf_recovery_add (HfDb *db,
                          const HfActor *actor,
                          const char *kind,
                          gint64 subject,
                          gint64 customer,
                          int *created,
                          GError **error);
gboolean hf_recovery_run_day (HfDb *db, const HfActor *actor, int *created, GError **error);

G_END_DECLS

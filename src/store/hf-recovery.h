/* hf-recovery.h: failures found before anybody complains (COMP-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfRecoveryRow:
 * @kind: `expiry`, `late-delivery`, `missed-promise`, `missed-step`, `missed-deadline`
 * @state: `open`, `done`, `dismissed`
 * @act: what was done about it: a nick of #HfRecoveryAct, empty when a contact did it
 * @note: why it was dismissed, how we apologised
 * @owner: (nullable)
 * @due_at: of its follow-up, %HF_MINUTE_NONE when there is none that is open
 * @subject_id: what failed: a purchase line, a purchase, a promise, a follow-up, a deadline
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
  char *act;
  char *note;
  gint64 owner_id;
  char *owner;
  HfMinute due_at;
  gint64 subject_id;
} HfRecoveryRow;

/**
 * HfRecoveryAct:
 * @HF_RECOVERY_FOLLOW_UP: somebody calls or visits, today
 * @HF_RECOVERY_EXCHANGE: what would be used beyond its expiry is exchanged
 * @HF_RECOVERY_APOLOGY: the customer was told that we are sorry
 * @HF_RECOVERY_DISMISS: nothing is to be done
 */
typedef enum
{
  HF_RECOVERY_FOLLOW_UP,
  HF_RECOVERY_EXCHANGE,
  HF_RECOVERY_APOLOGY,
  HF_RECOVERY_DISMISS,
} HfRecoveryAct;

/**
 * HfRecoveryDeed:
 * @note: (nullable): how we apologised; why it is dismissed, which is needed
 * @channel: by which we apologised
 *
 * What is done about a finding. The note is borrowed.
 */
typedef struct
{
  HfRecoveryAct act;
  const char *note;
  HfChannel channel;
} HfRecoveryDeed;

GArray *hf_recovery_dup_rows (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error);
GArray *hf_recovery_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error);
gboolean hf_recovery_load (HfDb *db, gint64 id, HfRecoveryRow *row, GError **error);
void hf_recovery_row_clear (gpointer row);
gboolean hf_recovery_act_parse (const char *nick, HfRecoveryAct *act, GError **error);
const char *hf_recovery_act_get_nick (HfRecoveryAct act);
gboolean hf_command_act_on_recovery (
    HfDb *db, const HfActor *actor, gint64 id, const HfRecoveryDeed *deed, GError **error);
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

/* hf-round.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-round.h"

#include "hf-contact-window.h"
#include "hf-follow-up-open.h"

/**
 * hf_command_agree_hour:
 * @id: a follow-up
 * @minute: of its due day, at which the customer expects the visit or the call; %HF_HOUR_NONE
 *
 * Within the hours in which customers are contacted at all (CAL-5). Its reminder stays.
 */
gboolean
hf_command_agree_hour (HfDb *db, const HfActor *actor, gint64 id, int minute, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_auto (HfOpenFollowUp) open = { 0 };
  HfMinute at = HF_MINUTE_NONE;

  if (!hf_operation_begin (&operation, db, actor, "follow-up.agree", error) ||
      !hf_open_follow_up_read (db, actor, id, &open, error))
    return FALSE;
  if (minute != HF_HOUR_NONE)
    {
      at = hf_minute_new (open.due_on, minute);
      if (!hf_contact_hours_check (at, error))
        return FALSE;
    }
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_AGREE, error, "ld", id, at) &&
         hf_operation_commit (&operation, open.customer, error);
}

static gboolean
set_orders (
    HfDb *db, const HfActor *actor, const gint64 *ids, gsize n_ids, gboolean clear, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  if (!hf_operation_begin (&operation, db, actor, "follow-up.order", error))
    return FALSE;
  for (gsize i = 0; i < n_ids; i++)
    {
      g_auto (HfOpenFollowUp) open = { 0 };

      if (!hf_open_follow_up_read (db, actor, ids[i], &open, error) ||
          !hf_db_run (db, HF_QUERY_FOLLOW_UP_SET_ORDER, error, "lr", ids[i],
                      clear ? G_GINT64_CONSTANT (0) : (gint64) i + 1))
        return FALSE;
    }
  return hf_operation_commit (&operation, NULL, error);
}

/**
 * hf_command_order_visits:
 * @ids: the home visits of a day, in the order in which they are to be made
 *
 * Puts them in order by hand (CAL-2).
 */
gboolean
hf_command_order_visits (
    HfDb *db, const HfActor *actor, const gint64 *ids, gsize n_ids, GError **error)
{
  return set_orders (db, actor, ids, n_ids, FALSE, error);
}

/**
 * hf_command_clear_order:
 *
 * Back to the order by area and street (CAL-2).
 */
gboolean
hf_command_clear_order (
    HfDb *db, const HfActor *actor, const gint64 *ids, gsize n_ids, GError **error)
{
  return set_orders (db, actor, ids, n_ids, TRUE, error);
}

/* hf-cause.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cause.h"

static const char *const nicks[] = {
  [HF_MOVE_NONE] = "",       [HF_MOVE_WEEKDAY] = "weekday", [HF_MOVE_DAY] = "day",
  [HF_MOVE_QUIET] = "quiet", [HF_MOVE_NO_HOME] = "no-home", [HF_MOVE_REFUSED] = "refused",
  [HF_MOVE_CAP] = "cap",     [HF_MOVE_PAUSED] = "paused",   [HF_MOVE_BY_STAFF] = "by-staff",
};

/**
 * hf_cause_get_nick:
 *
 * Returns: (transfer none): what `follow_up.cause` holds
 */
const char *
hf_cause_get_nick (HfMoveCause cause)
{
  g_return_val_if_fail (cause < G_N_ELEMENTS (nicks), "");

  return nicks[cause];
}

/**
 * hf_cause_parse:
 * @nick: (nullable):
 *
 * Returns: %HF_MOVE_NONE for a word that names no move
 */
HfMoveCause
hf_cause_parse (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      return (HfMoveCause) i;
  return HF_MOVE_NONE;
}

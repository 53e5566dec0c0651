/* hf-referral-rules.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-referral-rules.h"

#include <glib/gi18n-lib.h>

#include "hf-error.h"

/**
 * hf_referral_move_check:
 *
 * A referral goes forward, and may pass over a state: somebody who is brought to an event was never
 * invited (REF-1). Who declined may be won later; a purchase is the end.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT for any other move
 */
gboolean
hf_referral_move_check (HfReferralState from, HfReferralState to, GError **error)
{
  if (from == to)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The referral is there already: %s."),
                 hf_domain_get_label (HF_DOMAIN_REFERRAL_STATE, (int) to));
  else if (from == HF_REFERRAL_PURCHASED)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("This person has purchased: the referral has reached its end. A move "
                            "made by mistake is taken back with Undo."));
  else if (to < from && from != HF_REFERRAL_DECLINED)
    g_set_error (
        error, HF_ERROR, HF_ERROR_BAD_INPUT,
        _ ("A referral does not go back from “%s” to “%s”. A move made by mistake is taken "
           "back with Undo."),
        hf_domain_get_label (HF_DOMAIN_REFERRAL_STATE, (int) from),
        hf_domain_get_label (HF_DOMAIN_REFERRAL_STATE, (int) to));
  else
    return TRUE;
  return FALSE;
}

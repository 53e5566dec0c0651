/* hf-invite-rules.h: who may be invited to an event (EVT-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-rules.h"

G_BEGIN_DECLS

/* Why somebody is not invited. */
typedef enum
{
  HF_INVITE_MAY,
  HF_INVITE_NO_CONTACT, /* wants no contact */
  HF_INVITE_DISCARDED,  /* the card is out of use */
  HF_INVITE_REFUSED,    /* agreed to no way in which one could invite */
  HF_INVITE_BIRTH,      /* around a birth (CARD-10) */
  HF_INVITE_QUIET,      /* in treatment or confinement until later */
  HF_INVITE_DAY,        /* not on that day */
} HfInviteBar;

HfInviteBar
hf_invite_check (const HfContactRules *rules, gboolean discarded, HfDay today, HfDay day);
char *hf_invite_bar_describe (HfInviteBar bar, const HfContactRules *rules);

G_END_DECLS

/* hf-contact-window.h: the hours of a day at which a customer likes to be contacted (CAL-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/* Nobody is contacted before or after; no setting changes that (CAL-5, fixed). */
#define HF_CONTACT_EARLIEST   (9 * 60)
#define HF_CONTACT_LATEST     (20 * 60 + 30)

#define HF_CONTACT_WINDOW_MAX (8)

/**
 * HfOpening:
 * @from: first minute of the day that belongs to it
 * @to: first minute of the day that no longer does
 */
typedef struct
{
  int from;
  int to;
} HfOpening;

/**
 * HfContactWindow:
 * @openings: ascending, none touching the next
 *
 * A plain value: copy it by assignment. Without openings it means that nothing
 * is known; the functions below then use the channel's default.
 */
typedef struct
{
  HfOpening openings[HF_CONTACT_WINDOW_MAX];
  guint n_openings;
} HfContactWindow;

void hf_contact_window_init (HfContactWindow *window, HfChannel channel);
gboolean hf_contact_window_parse (const char *text, HfContactWindow *window, GError **error);
char *hf_contact_window_format (const HfContactWindow *window);
gboolean hf_contact_window_is_open (const HfContactWindow *window, int minute);
gboolean hf_contact_hours_check (HfMinute minute, GError **error);
HfMinute hf_contact_hours_get_next (HfMinute minute);
int hf_contact_window_next_opening (const HfContactWindow *window, int minute);
int hf_contact_window_get_closing (const HfContactWindow *window, int minute);
int
hf_contact_window_get_reminder (const HfContactWindow *window, HfChannel channel, int work_start);

G_END_DECLS

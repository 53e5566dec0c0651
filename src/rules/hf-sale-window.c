/* hf-sale-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-sale-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

/* The words are the choices of the plan sale-window. */
static const char *const windows[] = { "this-month", "two-months", "three-months", "later" };

#define N_WINDOWS ((int) G_N_ELEMENTS (windows))

/**
 * hf_sale_window_get:
 * @expected: the day of the expected next purchase
 *
 * The window in which @expected lies as seen from @today: within one month from
 * now (or past), two, three, or later. Read anew every day, so that a customer
 * moves from one rhythm to the next.
 *
 * Returns: (transfer none): a choice of the plan sale-window
 */
const char *
hf_sale_window_get (HfDay expected, HfDay today)
{
  for (int months = 1; months < N_WINDOWS; months++)
    {
      if (expected <= hf_day_add_months (today, months))
        return windows[months - 1];
    }
  return windows[N_WINDOWS - 1];
}

/**
 * hf_sale_window_get_expected:
 * @window: the window that a member of staff names
 * @expected: (out): the day to assume for the next purchase
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when there is no such window
 */
gboolean
hf_sale_window_get_expected (const char *window, HfDay today, HfDay *expected, GError **error)
{
  g_return_val_if_fail (window != NULL && expected != NULL, FALSE);

  for (int i = 0; i < N_WINDOWS; i++)
    {
      if (strcmp (windows[i], window) == 0)
        {
          *expected = hf_day_add_months (today, i + 1);
          return TRUE;
        }
    }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is none of: this-month, two-months, three-months, later"), window);
  return FALSE;
}

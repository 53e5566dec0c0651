/* hf-trail.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-trail.h"

/* So many steps are remembered; nobody goes back further. */
#define MAX_STEPS (50)

/**
 * hf_trail_new:
 *
 * Returns: (transfer full) (element-type HfPlace): with nothing to go back to
 */
GArray *
hf_trail_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (HfPlace));
}

/**
 * hf_trail_leave:
 * @here: what is shown
 * @to: what is opened from there
 *
 * Remembers where one was; to open anew what is shown is no step.
 */
void
hf_trail_leave (GArray *trail, HfPlace here, HfPlace to)
{
  if (here.id == to.id && g_str_equal (here.page, to.page))
    return;
  if (trail->len == MAX_STEPS)
    g_array_remove_index (trail, 0);
  g_array_append_val (trail, here);
}

/**
 * hf_trail_go_back:
 * @place: (out): where one was before; it is forgotten
 *
 * Returns: whether there is anything to go back to
 */
gboolean
hf_trail_go_back (GArray *trail, HfPlace *place)
{
  if (trail->len == 0)
    return FALSE;
  *place = g_array_index (trail, HfPlace, trail->len - 1);
  g_array_set_size (trail, trail->len - 1);
  return TRUE;
}

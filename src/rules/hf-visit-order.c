/* hf-visit-order.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-order.h"

#include <string.h>

/**
 * hf_visit_order_compare_addresses:
 *
 * Numbers within an address count as numbers: house 7 comes before house 11.
 */
int
hf_visit_order_compare_addresses (const char *a, const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          char *end_a, *end_b;
          guint64 number_a = g_ascii_strtoull (a, &end_a, 10);
          guint64 number_b = g_ascii_strtoull (b, &end_b, 10);

          if (number_a != number_b)
            return number_a < number_b ? -1 : 1;
          a = end_a;
          b = end_b;
        }
      else if (*a != *b)
        return (guchar) *a < (guchar) *b ? -1 : 1;
      else
        {
          a++;
          b++;
        }
    }
  return (*a != '\0') - (*b != '\0');
}

static int
compare_moments (HfMinute a, HfMinute b)
{
  if (a == b)
    return 0;
  /* Those that are agreed upon come first: the others can be fitted in. */
  if (a == HF_MINUTE_NONE || b == HF_MINUTE_NONE)
    return a == HF_MINUTE_NONE ? 1 : -1;
  return a < b ? -1 : 1;
}

typedef struct
{
  const HfVisitPlace *places;
  gsize n_places;
} Places;

/* When the first visit of the area is expected: areas are gone through one after the other. */
static HfMinute
find_first_moment (const Places *all, const char *area)
{
  HfMinute first = HF_MINUTE_NONE;

  for (gsize i = 0; i < all->n_places; i++)
    {
      if (strcmp (all->places[i].area, area) == 0 &&
          compare_moments (all->places[i].agreed_at, first) < 0)
        first = all->places[i].agreed_at;
    }
  return first;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const HfVisitPlace *x = a;
  const HfVisitPlace *y = b;
  int order;

  if (x->order != y->order && x->order > 0 && y->order > 0)
    return x->order < y->order ? -1 : 1;
  /* Who was not yet there when the order was chosen comes after those who were. */
  if ((x->order > 0) != (y->order > 0))
    return x->order > 0 ? -1 : 1;
  order = strcmp (x->area, y->area) == 0 ? 0
                                         : compare_moments (find_first_moment (data, x->area),
                                                            find_first_moment (data, y->area));
  if (order == 0)
    order = strcmp (x->area, y->area);
  if (order == 0)
    order = compare_moments (x->agreed_at, y->agreed_at);
  if (order == 0)
    order = hf_visit_order_compare_addresses (x->address, y->address);
  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

/**
 * hf_visit_order_sort:
 *
 * As somebody put them by hand, and where nobody did by area and street (CAL-2): the area whose
 * first visit is agreed for the earliest hour first, within it by that hour, then by house.
 */
void
hf_visit_order_sort (HfVisitPlace *places, gsize n_places)
{
  g_autofree HfVisitPlace *copy = NULL;
  Places all;

  g_return_if_fail (places != NULL || n_places == 0);

  /* The comparison looks at all of them while they move. */
  copy = g_memdup2 (places, n_places * sizeof *places);
  all = (Places){ copy, n_places };
  g_qsort_with_data (places, (int) n_places, sizeof *places, compare_places, &all);
}

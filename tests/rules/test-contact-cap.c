/* test-contact-cap.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-contact-cap.h"

#define PHONE HF_BIT (HF_CHANNEL_PHONE)

#define R     HF_KIND_ROUTINE
#define S     HF_KIND_STEP
#define U     HF_KIND_URGENT
#define W     HF_KIND_SALE_WINDOW

/* Days count from Monday 2 November 2026, which is day 0 here. */
static HfDay
base (void)
{
  return hf_day_from_ymd (2026, 11, 2);
}

static const struct
{
  const char *name;
  int contacts[4]; /* ends with -99 */
  struct
  {
    HfKind kind;
    int day;
    int capped;
  } items[6];
  guint n_items;
} rows[] = {
  { "three are enough", { -99 }, { { R, 0, 0 }, { R, 2, 2 }, { R, 4, 4 }, { R, 6, 7 } }, 4 },
  { "same day is one", { -99 }, { { R, 0, 0 }, { R, 0, 0 }, { R, 2, 2 }, { R, 4, 4 } }, 4 },
  { "routine gives way", { -99 }, { { R, 0, 1 }, { S, 1, 1 }, { S, 3, 3 }, { S, 5, 5 } }, 4 },
  { "steps stay", { -99 }, { { S, 0, 0 }, { S, 1, 1 }, { S, 2, 2 }, { S, 3, 3 } }, 4 },
  { "urgent ignores it", { -99 }, { { U, 0, 0 }, { U, 1, 1 }, { U, 2, 2 }, { R, 3, 3 } }, 4 },
  { "joins a step", { -99 }, { { S, 0, 0 }, { S, 2, 2 }, { S, 4, 4 }, { R, 3, 4 } }, 4 },
  { "past contacts", { -4, -2, -1, -99 }, { { W, 0, 3 }, { W, 3, 3 } }, 2 },
  { "moved together",
    { -99 },
    { { W, 2, 2 }, { W, 4, 4 }, { W, 6, 6 }, { W, 7, 9 }, { W, 8, 9 } },
    5 },
};

static void
test_cap (void)
{
  HfContactRules rules;

  hf_contact_rules_init (&rules);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfCapItem items[6];
      HfDay contacts[4];
      gsize n_contacts = 0;

      for (; rows[i].contacts[n_contacts] != -99; n_contacts++)
        contacts[n_contacts] = base () + rows[i].contacts[n_contacts];
      for (guint n = 0; n < rows[i].n_items; n++)
        items[n] = (HfCapItem){ .kind = rows[i].items[n].kind,
                                .day = base () + rows[i].items[n].day,
                                .channels = PHONE };
      hf_contact_cap_apply (items, rows[i].n_items, contacts, n_contacts, &rules,
                            HF_CONTACT_CAP_DAYS, base ());
      for (guint n = 0; n < rows[i].n_items; n++)
        {
          if (items[n].capped_day != base () + rows[i].items[n].capped)
            g_error ("%s: item %u is on day %d", rows[i].name, n,
                     (int) (items[n].capped_day - base ()));
        }
    }
}

/* The free day is one on which the customer may be contacted. */
static void
test_cap_on_allowed_days (void)
{
  HfContactRules rules;
  HfCapItem items[] = { { S, base () + 1, PHONE },
                        { S, base () + 2, PHONE },
                        { S, base () + 3, PHONE },
                        { R, base () + 5, PHONE } };

  hf_contact_rules_init (&rules);
  rules.weekdays = HF_BIT (HF_MONDAY) | HF_BIT (HF_TUESDAY);
  hf_contact_cap_apply (items, 4, NULL, 0, &rules, HF_CONTACT_CAP_DAYS, base ());
  g_assert_cmpint (items[3].capped_day, ==, base () + 9);
  items[3].fixed = TRUE;
  hf_contact_cap_apply (items, 4, NULL, 0, &rules, HF_CONTACT_CAP_DAYS, base ());
  g_assert_cmpint (items[3].capped_day, ==, base () + 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-cap/SCHED-4/table", test_cap);
  g_test_add_func ("/contact-cap/SCHED-2/allowed-days", test_cap_on_allowed_days);
  return g_test_run ();
}

/* test-domain.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-domain.h"
#include "hf-error.h"

static void
test_every_word_comes_back (void)
{
  for (HfDomainSet set = HF_DOMAIN_ROLE; set <= HF_DOMAIN_WANTS; set++)
    {
      for (guint i = 0; i < hf_domain_get_size (set); i++)
        {
          int value = -1;

          g_assert_true (hf_domain_parse (set, hf_domain_get_nick (set, (int) i), &value, NULL));
          g_assert_cmpint (value, ==, i);
          g_assert_cmpstr (hf_domain_get_label (set, (int) i), !=, "");
        }
    }
}

static void
test_sets (void)
{
  HfSet set;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hf_domain_parse_set (HF_DOMAIN_CHANNEL, "phone; home;", &set, NULL));
  g_assert_cmpuint (set, ==, HF_BIT (HF_CHANNEL_HOME) | HF_BIT (HF_CHANNEL_PHONE));
  text = hf_domain_format_set (HF_DOMAIN_CHANNEL, set);
  g_assert_cmpstr (text, ==, "home,phone");
  g_assert_false (hf_domain_parse_set (HF_DOMAIN_CHANNEL, "phone;fax", &set, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_nonnull (g_strstr_len (error->message, -1, "fax"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/every-word-comes-back", test_every_word_comes_back);
  g_test_add_func ("/domain/sets", test_sets);
  return g_test_run ();
}

/* hf-completeness.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-completeness.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} fields[HF_N_CARD_FIELDS] = {
  { "name", N_ ("Name") },
  { "phone", N_ ("Phone") },
  { "birth", N_ ("Birth date") },
  { "address", N_ ("Address") },
  { "owner", N_ ("Responsible agent") },
  { "source", N_ ("Source") },
  { "product", N_ ("Product in use") },
  { "window", N_ ("Preferred hours") },
};

/**
 * hf_completeness_get_percent:
 * @present: %HF_BIT of each #HfCardField that the card has
 *
 * Returns: 0 to 100, rounded
 */
int
hf_completeness_get_percent (HfSet present)
{
  int count = 0;

  for (guint i = 0; i < HF_N_CARD_FIELDS; i++)
    count += HF_SET_HAS (present, i) ? 1 : 0;
  return (count * 100 + HF_N_CARD_FIELDS / 2) / HF_N_CARD_FIELDS;
}

/**
 * hf_card_field_get_nick:
 *
 * Returns: (transfer none): the word that huifangctl uses
 */
const char *
hf_card_field_get_nick (HfCardField field)
{
  g_return_val_if_fail (field < HF_N_CARD_FIELDS, NULL);

  return fields[field].nick;
}

/**
 * hf_card_field_get_label:
 *
 * Returns: (transfer none): the word that people read
 */
const char *
hf_card_field_get_label (HfCardField field)
{
  g_return_val_if_fail (field < HF_N_CARD_FIELDS, NULL);

  return _ (fields[field].label);
}

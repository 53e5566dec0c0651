/* hf-card-part-parse.c: what somebody writes about a part of a card
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-phone.h"
#include "hf-text-check.h"
#include "hf-typed-day.h"

/* A part in words has fields that `/` parts: `family=daughter/Wang Mei/1990-02-03`. */
typedef struct
{
  const char *field;
  HfCardPart part;
  gboolean remove;
  const char *kind; /* where the field itself says it */
  gboolean (*read) (HfCardChange *change, char **words, GError **error);
  const char *form;
} Field;

static const char *
get_word (char **words, guint index)
{
  return index < g_strv_length (words) ? words[index] : "";
}

static gboolean
take_text (char **place, const char *text, GError **error)
{
  if (!hf_text_check (text, error))
    return FALSE;
  g_free (*place);
  *place = g_strstrip (g_strdup (text));
  return TRUE;
}

static gboolean
take_date (HfCardChange *change, const char *text, GError **error)
{
  if (*text == '\0')
    return TRUE;
  change->row.has_date = hf_special_date_parse (text, &change->row.date, error);
  return change->row.has_date;
}

static gboolean
read_text (HfCardChange *change, char **words, GError **error)
{
  return take_text (&change->row.text, get_word (words, 0), error);
}

static gboolean
read_kind (HfCardChange *change, char **words, GError **error)
{
  return take_text (&change->row.kind, get_word (words, 0), error);
}

static gboolean
read_day (HfCardChange *change, char **words, GError **error)
{
  return hf_typed_day_parse (get_word (words, 0), &change->row.day, error) &&
         take_text (&change->row.text, get_word (words, 1), error);
}

static gboolean
read_family (HfCardChange *change, char **words, GError **error)
{
  return take_text (&change->row.kind, get_word (words, 0), error) &&
         take_text (&change->row.text, get_word (words, 1), error) &&
         take_date (change, get_word (words, 2), error);
}

static gboolean
read_keep (HfCardChange *change, const char *keep, GError **error)
{
  static const struct
  {
    const char *word;
    HfLeapRule rule;
  } rules[] = { { "ordinary", HF_LEAP_KEEP_ORDINARY },
                { "", HF_LEAP_KEEP_ORDINARY },
                { "leap", HF_LEAP_KEEP_LEAP },
                { "both", HF_LEAP_KEEP_BOTH } };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (strcmp (rules[i].word, keep) != 0)
        continue;
      change->row.date.leap_rule = rules[i].rule;
      return TRUE;
    }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is none of: %s"), keep,
               "ordinary,leap,both");
  return FALSE;
}

static gboolean
read_special (HfCardChange *change, char **words, GError **error)
{
  static const char *const kinds[] = { "birthday", "wedding", "spouse-birthday", "other", NULL };

  if (!g_strv_contains (kinds, get_word (words, 0)) || *get_word (words, 1) == '\0')
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is none of: %s"),
                   get_word (words, 0), "birthday,wedding,spouse-birthday,other");
      return FALSE;
    }
  return take_text (&change->row.kind, get_word (words, 0), error) &&
         take_date (change, get_word (words, 1), error) &&
         take_text (&change->row.text, get_word (words, 2), error) &&
         read_keep (change, get_word (words, 3), error);
}

static gboolean
read_consent (HfCardChange *change, char **words, GError **error)
{
  static const char *const channels[] = { "phone", "message", "home", NULL };
  const char *answer = get_word (words, 1);

  change->row.yes = strcmp (answer, "yes") == 0;
  if (!g_strv_contains (channels, get_word (words, 0)) ||
      (!change->row.yes && strcmp (answer, "no") != 0))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Write a consent as %s."),
                   "phone|message|home/yes|no/HOW/YYYY-MM-DD");
      return FALSE;
    }
  return take_text (&change->row.kind, get_word (words, 0), error) &&
         take_text (&change->row.text, get_word (words, 2), error) &&
         (*get_word (words, 3) == '\0' ||
          hf_typed_day_parse (get_word (words, 3), &change->row.day, error));
}

static gboolean
read_child (HfCardChange *change, char **words, GError **error)
{
  return hf_typed_day_parse (get_word (words, 0), &change->row.day, error);
}

static gboolean
read_number (HfCardChange *change, char **words, GError **error)
{
  g_autofree char *number = NULL;

  if (!hf_phone_parse (get_word (words, 0), &number, error))
    return FALSE;
  g_free (change->row.text);
  change->row.text = g_steal_pointer (&number);
  change->row.yes = TRUE;
  return TRUE;
}

static const Field fields[] = {
  { "phone-preferred", HF_CARD_PHONE, FALSE, "", read_number, "NUMBER" },
  { "family", HF_CARD_FAMILY, FALSE, "", read_family, "RELATION/NAME/BIRTH" },
  { "family-remove", HF_CARD_FAMILY, TRUE, "", read_text, "NAME" },
  { "child-remove", HF_CARD_CHILD, TRUE, "", read_child, "DATE" },
  { "health-note", HF_CARD_HEALTH, FALSE, "note", read_text, "TEXT" },
  { "health-remove", HF_CARD_HEALTH, TRUE, "", read_text, "TEXT" },
  { "date", HF_CARD_DATE, FALSE, "", read_special, "KIND/DATE/LABEL/KEEP" },
  { "date-remove", HF_CARD_DATE, TRUE, "", read_kind, "KIND" },
  { "consent", HF_CARD_CONSENT, FALSE, "", read_consent, "CHANNEL/yes|no/HOW/DATE" },
  { "consent-remove", HF_CARD_CONSENT, TRUE, "", read_kind, "CHANNEL" },
  { "no-contact-day", HF_CARD_NO_CONTACT_DAY, FALSE, "", read_day, "DATE/WHY" },
  { "no-contact-day-remove", HF_CARD_NO_CONTACT_DAY, TRUE, "", read_day, "DATE" },
  { "tag-remove", HF_CARD_TAG, TRUE, "", read_text, "TAG" },
};

static const Field *
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].field, name) == 0)
      return &fields[i];
  return NULL;
}

/**
 * hf_card_change_new:
 *
 * Returns: (transfer full): of nothing yet
 */
HfCardChange *
hf_card_change_new (HfCardPart part)
{
  HfCardChange *change = g_new0 (HfCardChange, 1);

  change->part = part;
  hf_card_row_init (&change->row);
  change->row.kind = g_strdup ("");
  change->row.text = g_strdup ("");
  change->row.note = g_strdup ("");
  return change;
}

void
hf_card_change_free (HfCardChange *change)
{
  hf_card_row_clear (&change->row);
  g_free (change);
}

/**
 * hf_card_change_is_field:
 *
 * Whether hf_card_change_parse() knows @field.
 */
gboolean
hf_card_change_is_field (const char *field)
{
  return find_field (field) != NULL;
}

/**
 * hf_card_change_parse:
 * @field: one of those that hf_card_change_is_field() knows
 * @value: as a person writes it: words parted by `/`
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_BAD_INPUT
 */
HfCardChange *
hf_card_change_parse (const char *field, const char *value, GError **error)
{
  const Field *known = find_field (field);
  g_auto (GStrv) words = g_strsplit (value, "/", -1);
  g_autoptr (HfCardChange) change = NULL;

  g_return_val_if_fail (known != NULL, NULL);

  if (*value == '\0')
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Write it as %s."), known->form);
      return NULL;
    }
  change = hf_card_change_new (known->part);
  change->remove = known->remove;
  g_free (change->row.kind);
  change->row.kind = g_strdup (known->kind);
  return known->read (change, words, error) ? g_steal_pointer (&change) : NULL;
}

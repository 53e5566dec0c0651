/* hf-import-customer.c: rows of a table become customer cards (PUR-4, CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-customer.h"
#include "hf-import-date.h"
#include "hf-import-phone.h"
#include "hf-import-private.h"
#include "hf-import-value.h"
#include "hf-lunar.h"
#include "hf-text-check.h"

typedef struct
{
  HfImport *import;
  HfCustomerDraft *draft;
} Sink;

typedef gboolean (*Take) (Sink *self, HfImportField field, const char *text, GError **error);

static gboolean
set_text (Sink *self, HfCustomerField field, const char *text, GError **error)
{
  return hf_customer_draft_set_field (self->draft, field, text, error);
}

static gboolean
take_text (Sink *self, HfImportField field, const char *text, GError **error)
{
  static const HfCustomerField columns[] = {
    [HF_IMPORT_NAME] = HF_CUSTOMER_NAME,           [HF_IMPORT_ADDRESS] = HF_CUSTOMER_ADDRESS,
    [HF_IMPORT_AREA] = HF_CUSTOMER_AREA,           [HF_IMPORT_SOURCE] = HF_CUSTOMER_SOURCE,
    [HF_IMPORT_EDUCATION] = HF_CUSTOMER_EDUCATION, [HF_IMPORT_OCCUPATION] = HF_CUSTOMER_OCCUPATION,
    [HF_IMPORT_HOBBIES] = HF_CUSTOMER_INTERESTS,   [HF_IMPORT_TABOOS] = HF_CUSTOMER_TABOOS,
    [HF_IMPORT_NOTES] = HF_CUSTOMER_NOTE,
  };

  return set_text (self, columns[field], text, error);
}

static gboolean
take_sex (Sink *self, HfImportField field, const char *text, GError **error)
{
  static const char *const nicks[] = {
    [HF_IMPORT_SEX_UNKNOWN] = "", [HF_IMPORT_SEX_FEMALE] = "female", [HF_IMPORT_SEX_MALE] = "male"
  };
  HfImportSex sex;

  return hf_import_parse_sex (text, &sex, error) &&
         set_text (self, HF_CUSTOMER_SEX, nicks[sex], error);
}

static gboolean
take_phones (Sink *self, HfImportField field, const char *text, GError **error)
{
  g_autoptr (GPtrArray) phones = NULL;

  if (!hf_import_parse_phones (text, &phones, error))
    return FALSE;
  for (guint i = 0; i < phones->len; i++)
    {
      const HfImportPhone *phone = phones->pdata[i];
      const char *label = phone->label;

      if (*label == '\0' && field == HF_IMPORT_LANDLINE)
        label = hf_import_field_get_label (field);
      hf_customer_draft_add_phone (self->draft, phone->number, label);
    }
  return TRUE;
}

/* A leap month that the year hasn't got, a thirtieth in a month of 29 days. */
static gboolean
check_lunar (const HfImportDate *date, const char *text, GError **error)
{
  g_autofree char *quote = NULL;

  if (date->year == 0 ||
      hf_lunar_get_days_in_month (date->year, date->month, date->leap) >= date->day)
    return TRUE;
  quote = hf_import_quote (text);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s”: the lunar calendar has no such day in that year."), quote);
  return FALSE;
}

/* Where a table has both, the lunar one is the day that the family keeps. */
static gboolean
take_birth (Sink *self, HfImportField field, const char *text, GError **error)
{
  HfYearlyDate *birth = &self->draft->birth;
  HfImportDate date;

  if (!hf_import_parse_special_date (text, field == HF_IMPORT_LUNAR_BIRTH, &date, error) ||
      (date.lunar && !check_lunar (&date, text, error)))
    return FALSE;
  if (self->draft->has_birth && date.lunar && date.year == 0 && !birth->lunar && birth->year != 0)
    {
      HfLunarDate lunar;

      if (hf_lunar_from_day (hf_day_from_ymd (birth->year, birth->month, birth->day), &lunar))
        date.year = lunar.year;
    }
  birth->lunar = date.lunar;
  birth->leap = date.leap;
  birth->year = date.year;
  birth->month = date.month;
  birth->day = date.day;
  self->draft->has_birth =
      hf_yearly_date_check_past (birth, hf_minute_get_day (self->import->actor->now), error);
  return self->draft->has_birth;
}

static gboolean
take_household (Sink *self, HfImportField field, const char *text, GError **error)
{
  g_free (self->draft->household);
  self->draft->household = NULL;
  return hf_text_check_name (text, &self->draft->household, error);
}

static gboolean
take_owner (Sink *self, HfImportField field, const char *text, GError **error)
{
  const HfActor *actor = self->import->actor;

  if (!hf_import_find_staff (self->import, text, &self->draft->owner_id, error))
    return FALSE;
  if (actor->role != HF_ROLE_AGENT || self->draft->owner_id == actor->staff_id)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
                       _ ("You can import customers of your own only. Leave this out, or ask a "
                          "manager to import them."));
  return FALSE;
}

static gboolean
take_collected_on (Sink *self, HfImportField field, const char *text, GError **error)
{
  g_autofree char *formatted = NULL;
  HfDay day;

  if (!hf_import_parse_day (text, &day, error))
    return FALSE;
  formatted = hf_day_format (day);
  return set_text (self, HF_CUSTOMER_COLLECTED_ON, formatted, error);
}

static gboolean
take_word (Sink *self, HfImportField field, const char *text, GError **error)
{
  gboolean channel = field == HF_IMPORT_CHANNEL;
  HfDomainSet set = channel ? HF_DOMAIN_CHANNEL : HF_DOMAIN_CARD_TYPE;
  int value;

  return hf_import_parse_domain (text, set, &value, error) &&
         set_text (self, channel ? HF_CUSTOMER_PREFERRED_CHANNEL : HF_CUSTOMER_CARD_TYPE,
                   hf_domain_get_nick (set, value), error);
}

static gboolean
take_window (Sink *self, HfImportField field, const char *text, GError **error)
{
  g_autofree char *window = hf_import_plain_window (text);

  return set_text (self, HF_CUSTOMER_WINDOW, window, error);
}

static gboolean
take_no_contact (Sink *self, HfImportField field, const char *text, GError **error)
{
  char **value = &self->draft->values[HF_CUSTOMER_NO_CONTACT];
  HfSet days;

  if (!hf_import_parse_weekdays (text, &days, error))
    return FALSE;
  g_free (*value);
  *value = g_strdup_printf ("%u", days);
  return TRUE;
}

static gboolean
take_words (Sink *self, HfImportField field, const char *text, GError **error)
{
  static const char *const kinds[] = { [HF_IMPORT_TAGS] = "tag",
                                       [HF_IMPORT_CONDITIONS] = "condition",
                                       [HF_IMPORT_MEDICINES] = "medicine",
                                       [HF_IMPORT_ALLERGIES] = "allergy" };
  g_auto (GStrv) words = hf_import_split_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!hf_customer_draft_add_word (self->draft, kinds[field], words[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Several children: 2024-05-06、2026-01-02 */
static gboolean
take_children (Sink *self, HfImportField field, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",;\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      HfDay day;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (!hf_import_parse_day (words[i], &day, error))
        return FALSE;
      g_array_append_val (self->draft->children, day);
    }
  return TRUE;
}

/* In the order in which they are to be read: a second number comes after the first. */
static const struct
{
  HfImportField field;
  Take take;
} fields[] = {
  { HF_IMPORT_NAME, take_text },
  { HF_IMPORT_SEX, take_sex },
  { HF_IMPORT_PHONE, take_phones },
  { HF_IMPORT_PHONE2, take_phones },
  { HF_IMPORT_LANDLINE, take_phones },
  { HF_IMPORT_BIRTH, take_birth },
  { HF_IMPORT_LUNAR_BIRTH, take_birth },
  { HF_IMPORT_ADDRESS, take_text },
  { HF_IMPORT_AREA, take_text },
  { HF_IMPORT_HOUSEHOLD, take_household },
  { HF_IMPORT_OWNER, take_owner },
  { HF_IMPORT_SOURCE, take_text },
  { HF_IMPORT_COLLECTED_ON, take_collected_on },
  { HF_IMPORT_CARD_TYPE, take_word },
  { HF_IMPORT_CHANNEL, take_word },
  { HF_IMPORT_WINDOW, take_window },
  { HF_IMPORT_NO_CONTACT, take_no_contact },
  { HF_IMPORT_TAGS, take_words },
  { HF_IMPORT_EDUCATION, take_text },
  { HF_IMPORT_OCCUPATION, take_text },
  { HF_IMPORT_HOBBIES, take_text },
  { HF_IMPORT_TABOOS, take_text },
  { HF_IMPORT_CONDITIONS, take_words },
  { HF_IMPORT_MEDICINES, take_words },
  { HF_IMPORT_ALLERGIES, take_words },
  { HF_IMPORT_CHILD_BIRTH, take_children },
  { HF_IMPORT_DUE_DATE, take_children },
  { HF_IMPORT_NOTES, take_text },
};

static gboolean
take_fields (Sink *self, GError **error)
{
  HfImport *import = self->import;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      HfImportField field = fields[i].field;
      g_autofree char *text = NULL;
      GError *problem = NULL;

      if (hf_import_mapping_get_column (import->mapping, field) < 0)
        continue;
      text = hf_import_dup (import, field);
      /* A card needs no more than a name. */
      if ((*text != '\0' || field == HF_IMPORT_NAME) &&
          !fields[i].take (self, field, text, &problem) &&
          !hf_import_refuse (import, import->row->number, field, problem, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store (Sink *self, GError **error)
{
  HfImport *import = self->import;
  GError *problem = NULL;
  HfCustomerFate fate;
  gint64 id;

  if (!hf_customer_store (import->db, import->actor, self->draft, &id, &fate, &problem))
    return hf_import_refuse (import, import->row->number, HF_IMPORT_NAME, problem, error);
  if (fate == HF_CUSTOMER_UPDATED)
    import->result->updated++;
  else if (fate == HF_CUSTOMER_ADDED)
    import->result->added++;
  else
    import->result->duplicates++;
  return TRUE;
}

static gboolean
take (gpointer data, GError **error)
{
  Sink *self = data;

  hf_customer_draft_clear (self->draft);
  return take_fields (self, error) && (self->import->row_is_bad || store (self, error));
}

static gboolean
finish (gpointer data, GError **error)
{
  return TRUE;
}

static gpointer
create (HfImport *import)
{
  Sink *self = g_new0 (Sink, 1);

  self->import = import;
  self->draft = hf_customer_draft_new ();
  return self;
}

static void
free_sink (gpointer data)
{
  Sink *self = data;

  hf_customer_draft_free (self->draft);
  g_free (self);
}

const HfImportSink hf_import_customer_sink = { create, take, finish, free_sink };

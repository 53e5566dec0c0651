/* hf-customer-draft.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-contact-window.h"
#include "hf-error.h"
#include "hf-phone.h"
#include "hf-text-check.h"
#include "hf-typed-day.h"

/* How a text becomes what the column holds; %NULL with an error when it can't. */
typedef char *(*Convert) (const char *text, GError **error);

typedef struct
{
  const char *nick;
  const char *column;
  Convert convert;
} Field;

static char *
convert_text (const char *text, GError **error)
{
  return hf_text_check (text, error) ? g_strstrip (g_strdup (text)) : NULL;
}

static char *
convert_name (const char *text, GError **error)
{
  char *clean = NULL;

  hf_text_check_name (text, &clean, error);
  return clean;
}

static char *
convert_sex (const char *text, GError **error)
{
  if (strcmp (text, "female") == 0 || strcmp (text, "male") == 0 || *text == '\0')
    return g_strdup (text);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is none of: %s"), text, "female,male");
  return NULL;
}

static char *
convert_word (HfDomainSet set, const char *text, GError **error)
{
  int value;

  return *text == '\0' || hf_domain_parse (set, text, &value, error) ? g_strdup (text) : NULL;
}

static char *
convert_card_type (const char *text, GError **error)
{
  return convert_word (HF_DOMAIN_CARD_TYPE, *text != '\0' ? text : "new", error);
}

static char *
convert_channel (const char *text, GError **error)
{
  return convert_word (HF_DOMAIN_CHANNEL, text, error);
}

static char *
convert_day (const char *text, GError **error)
{
  HfDay day;

  if (*text == '\0')
    return g_strdup ("");
  return hf_typed_day_parse (text, &day, error) ? g_strdup_printf ("%" G_GINT64_FORMAT, day) : NULL;
}

static char *
convert_window (const char *text, GError **error)
{
  HfContactWindow window;

  if (*text == '\0')
    return g_strdup ("");
  return hf_contact_window_parse (text, &window, error) ? hf_contact_window_format (&window) : NULL;
}

static char *
convert_weekdays (const char *text, GError **error)
{
  static const char *const nicks[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  g_auto (GStrv) words = g_strsplit_set (text, ",;", -1);
  HfSet set = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint day = 0;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      while (day < 7 && g_ascii_strcasecmp (words[i], nicks[day]) != 0)
        day++;
      if (day == 7)
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("“%s” is no day of the week. Write: %s"), words[i],
                       "mon,tue,wed,thu,fri,sat,sun");
          return NULL;
        }
      set |= HF_BIT (HF_MONDAY + day);
    }
  return g_strdup_printf ("%u", set);
}

static const Field fields[] = {
  [HF_CUSTOMER_NAME] = { "name", "name", convert_name },
  [HF_CUSTOMER_SEX] = { "sex", "sex", convert_sex },
  [HF_CUSTOMER_ADDRESS] = { "address", "address", convert_text },
  [HF_CUSTOMER_AREA] = { "area", "area", convert_text },
  [HF_CUSTOMER_CARD_TYPE] = { "card-type", "card_type", convert_card_type },
  [HF_CUSTOMER_EDUCATION] = { "education", "education", convert_text },
  [HF_CUSTOMER_OCCUPATION] = { "occupation", "occupation", convert_text },
  [HF_CUSTOMER_PERSONALITY] = { "personality", "personality", convert_text },
  [HF_CUSTOMER_INTERESTS] = { "interests", "interests", convert_text },
  [HF_CUSTOMER_DIET] = { "diet", "diet", convert_text },
  [HF_CUSTOMER_TABOOS] = { "taboos", "taboos", convert_text },
  [HF_CUSTOMER_DECIDES] = { "decides", "decides", convert_text },
  [HF_CUSTOMER_COMPETING_PRODUCTS] = { "competing-products", "competing_products", convert_text },
  [HF_CUSTOMER_NOTE] = { "note", "note", convert_text },
  [HF_CUSTOMER_SOURCE] = { "source", "source", convert_text },
  [HF_CUSTOMER_COLLECTED_ON] = { "collected-on", "collected_on", convert_day },
  [HF_CUSTOMER_PREFERRED_CHANNEL] = { "preferred-channel", "preferred_channel", convert_channel },
  [HF_CUSTOMER_WINDOW] = { "window", "contact_windows", convert_window },
  [HF_CUSTOMER_NO_CONTACT] = { "no-contact", "no_contact_weekdays", convert_weekdays },
  [HF_CUSTOMER_QUIET_UNTIL] = { "quiet-until", "quiet_until_on", convert_day },
  [HF_CUSTOMER_QUIET_REASON] = { "quiet-reason", "quiet_reason", convert_text },
  [HF_CUSTOMER_DO_NOT_CONTACT] = { "do-not-contact", "do_not_contact", convert_text },
  [HF_CUSTOMER_ROUTINE_INTERVAL] = { "routine", "routine_interval", convert_text },
};

static const char *const health_kinds[] = { "condition",        "medicine", "allergy",
                                            "contraindication", "mobility", NULL };

HfCustomerDraft *
hf_customer_draft_new (void)
{
  HfCustomerDraft *draft = g_new0 (HfCustomerDraft, 1);

  draft->phones = g_ptr_array_new_with_free_func (g_free);
  draft->phone_labels = g_ptr_array_new_with_free_func (g_free);
  draft->wrong_phones = g_ptr_array_new_with_free_func (g_free);
  draft->removed_phones = g_ptr_array_new_with_free_func (g_free);
  draft->tags = g_ptr_array_new_with_free_func (g_free);
  draft->health = g_ptr_array_new_with_free_func (g_free);
  draft->children = g_array_new (FALSE, FALSE, sizeof (HfDay));
  draft->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_card_change_free);
  return draft;
}

/**
 * hf_customer_draft_clear:
 *
 * Makes it empty, to be filled with the next row.
 */
void
hf_customer_draft_clear (HfCustomerDraft *draft)
{
  for (guint i = 0; i < HF_N_CUSTOMER_FIELDS; i++)
    g_clear_pointer (&draft->values[i], g_free);
  g_clear_pointer (&draft->owner, g_free);
  g_clear_pointer (&draft->household, g_free);
  draft->owner_id = 0;
  g_ptr_array_set_size (draft->phones, 0);
  g_ptr_array_set_size (draft->phone_labels, 0);
  g_ptr_array_set_size (draft->wrong_phones, 0);
  g_ptr_array_set_size (draft->removed_phones, 0);
  g_ptr_array_set_size (draft->tags, 0);
  g_ptr_array_set_size (draft->health, 0);
  g_array_set_size (draft->children, 0);
  g_ptr_array_set_size (draft->changes, 0);
  draft->has_birth = FALSE;
  draft->verified = 0;
}

void
hf_customer_draft_free (HfCustomerDraft *draft)
{
  hf_customer_draft_clear (draft);
  g_ptr_array_unref (draft->phones);
  g_ptr_array_unref (draft->phone_labels);
  g_ptr_array_unref (draft->wrong_phones);
  g_ptr_array_unref (draft->removed_phones);
  g_ptr_array_unref (draft->tags);
  g_ptr_array_unref (draft->health);
  g_array_unref (draft->children);
  g_ptr_array_unref (draft->changes);
  g_free (draft);
}

/**
 * hf_customer_draft_add_phone:
 * @number: as hf_phone_parse() gives it
 * @label: whose or where it is, "" for nothing
 */
void
hf_customer_draft_add_phone (HfCustomerDraft *draft, const char *number, const char *label)
{
  g_ptr_array_add (draft->phones, g_strdup (number));
  g_ptr_array_add (draft->phone_labels, g_strdup (label));
}

static gboolean
add_phone (HfCustomerDraft *draft, const char *value, GError **error)
{
  g_autofree char *number = NULL;

  if (!hf_phone_parse (value, &number, error))
    return FALSE;
  hf_customer_draft_add_phone (draft, number, "");
  return TRUE;
}

static gboolean
add_number (GPtrArray *numbers, const char *value, GError **error)
{
  char *number = NULL;

  if (!hf_phone_parse (value, &number, error))
    return FALSE;
  g_ptr_array_add (numbers, number);
  return TRUE;
}

static gboolean
add_child (HfCustomerDraft *draft, const char *value, GError **error)
{
  HfDay day;

  if (!hf_typed_day_parse (value, &day, error))
    return FALSE;
  g_array_append_val (draft->children, day);
  return TRUE;
}

static gboolean
add_tag (HfCustomerDraft *draft, const char *value, GError **error)
{
  char *name = NULL;

  if (!hf_text_check_name (value, &name, error))
    return FALSE;
  g_ptr_array_add (draft->tags, name);
  return TRUE;
}

static gboolean
add_health (HfCustomerDraft *draft, const char *kind, const char *value, GError **error)
{
  char *text = NULL;

  if (!hf_text_check_name (value, &text, error))
    return FALSE;
  g_ptr_array_add (draft->health, g_strdup (kind));
  g_ptr_array_add (draft->health, text);
  return TRUE;
}

/**
 * hf_customer_draft_set_field:
 * @value: as hf_customer_draft_set() takes it
 *
 * Checks and notes the value of a column.
 */
gboolean
hf_customer_draft_set_field (HfCustomerDraft *draft,
                             HfCustomerField field,
                             const char *value,
                             GError **error)
{
  g_free (draft->values[field]);
  draft->values[field] = fields[field].convert (value, error);
  return draft->values[field] != NULL;
}

/**
 * hf_customer_draft_add_word:
 * @kind: `tag`, or a kind of health fact: `condition`, `medicine`, `allergy` …
 */
gboolean
hf_customer_draft_add_word (HfCustomerDraft *draft,
                            const char *kind,
                            const char *value,
                            GError **error)
{
  return strcmp (kind, "tag") == 0 ? add_tag (draft, value, error)
                                   : add_health (draft, kind, value, error);
}

/**
 * hf_customer_draft_change:
 * @change: (transfer full):
 */
void
hf_customer_draft_change (HfCustomerDraft *draft, HfCardChange *change)
{
  g_ptr_array_add (draft->changes, change);
}

static gboolean
add_change (HfCustomerDraft *draft, const char *field, const char *value, GError **error)
{
  HfCardChange *change = hf_card_change_parse (field, value, error);

  if (change != NULL)
    hf_customer_draft_change (draft, change);
  return change != NULL;
}

static gboolean
set_column (HfCustomerDraft *draft, const char *field, const char *value, GError **error)
{
  for (guint i = 0; i < HF_N_CUSTOMER_FIELDS; i++)
    if (strcmp (fields[i].nick, field) == 0)
      return hf_customer_draft_set_field (draft, (HfCustomerField) i, value, error);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("A customer card has no field “%s”."),
               field);
  return FALSE;
}

/**
 * hf_customer_draft_set:
 * @field: a nick: `name`, `phone`, `phone-wrong`, `phone-remove`, `birth`, `owner`, `child`,
 * `condition`, `tag`, … and those of hf_card_change_parse()
 * @value: as a person writes it; phones, children, tags and health facts add up
 *
 * Checks and notes one value (CARD-1, CARD-2, CARD-3, CARD-7, PHONE-2).
 */
gboolean
hf_customer_draft_set (HfCustomerDraft *draft, const char *field, const char *value, GError **error)
{
  if (strcmp (field, "phone") == 0)
    return add_phone (draft, value, error);
  if (strcmp (field, "phone-wrong") == 0)
    return add_number (draft->wrong_phones, value, error);
  if (strcmp (field, "phone-remove") == 0)
    return add_number (draft->removed_phones, value, error);
  if (strcmp (field, "child") == 0)
    return add_child (draft, value, error);
  if (strcmp (field, "tag") == 0)
    return add_tag (draft, value, error);
  if (g_strv_contains (health_kinds, field))
    return add_health (draft, field, value, error);
  if (strcmp (field, "owner") == 0)
    {
      g_free (draft->owner);
      draft->owner = g_strdup (value);
      return TRUE;
    }
  if (hf_card_change_is_field (field))
    return add_change (draft, field, value, error);
  if (strcmp (field, "verified") == 0)
    return (draft->verified = strcmp (value, "no") == 0 ? -1 : 1) != 0;
  if (strcmp (field, "birth") == 0)
    return draft->has_birth = hf_yearly_date_parse (value, &draft->birth, error);
  return set_column (draft, field, value, error);
}

const char *
hf_customer_field_get_nick (HfCustomerField field)
{
  return fields[field].nick;
}

const char *
hf_customer_field_get_column (HfCustomerField field)
{
  return fields[field].column;
}

/* hf-card-part-form.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-part-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-card-value.h"
#include "hf-customer.h"

static const HfCardOption health_kinds[] = { { "condition", N_ ("Condition") },
                                             { "medicine", N_ ("Medicine") },
                                             { "allergy", N_ ("Allergy") },
                                             { "contraindication", N_ ("Contraindication") },
                                             { "mobility", N_ ("Mobility") },
                                             { "note", N_ ("Note") },
                                             { NULL, NULL } };
static const HfCardOption date_kinds[] = { { "birthday", N_ ("Birthday") },
                                           { "wedding", N_ ("Wedding anniversary") },
                                           { "spouse-birthday", N_ ("Spouse’s birthday") },
                                           { "other", N_ ("Special day") },
                                           { NULL, NULL } };
static const HfCardOption consent_kinds[] = { { "phone", N_ ("Phone") },
                                              { "message", N_ ("Message") },
                                              { "home", N_ ("Home visit") },
                                              { NULL, NULL } };
static const HfCardOption calendars[] = { { "", N_ ("solar") },
                                          { "lunar:", N_ ("lunar") },
                                          { NULL, NULL } };
static const HfCardOption keeps[] = { { "leap", N_ ("the leap month") },
                                      { "ordinary", N_ ("the ordinary month") },
                                      { "both", N_ ("both months") },
                                      { NULL, NULL } };

/* What a part's form asks for; labels that are %NULL are not asked. */
typedef struct
{
  const char *title;
  const HfCardOption *kinds;
  const char *kind;
  const char *text;
  const char *note;
  const char *day;
  const char *date;
  gboolean with_calendar;
  const char *yes;
  const char *wrong;
} Info;

static const Info infos[HF_N_CARD_PARTS] = {
  [HF_CARD_PHONE] = { .title = N_ ("Phone numbers"),
                      .text = N_ ("Number"),
                      .note = N_ ("Whose, or where"),
                      .yes = N_ ("Call this one first"),
                      .wrong = N_ ("The number is wrong") },
  [HF_CARD_FAMILY] = { .title = N_ ("Family"),
                       .kind = N_ ("Relation"),
                       .text = N_ ("Name"),
                       .note = N_ ("Phone"),
                       .date = N_ ("Birth date") },
  [HF_CARD_CHILD] = { .title = N_ ("Children"),
                      .text = N_ ("Name"),
                      .day = N_ ("Born on, or due on") },
  [HF_CARD_HEALTH] = { .title = N_ ("Health"),
                       .kinds = health_kinds,
                       .kind = N_ ("Kind"),
                       .text = N_ ("What it is") },
  [HF_CARD_DATE] = { .title = N_ ("Special dates"),
                     .kinds = date_kinds,
                     .kind = N_ ("Kind"),
                     .text = N_ ("What it is called"),
                     .date = N_ ("Day, with or without its year"),
                     .with_calendar = TRUE },
  [HF_CARD_CONSENT] = { .title = N_ ("Consent"),
                        .kinds = consent_kinds,
                        .kind = N_ ("Channel"),
                        .text = N_ ("How it was given"),
                        .day = N_ ("On"),
                        .yes = N_ ("The customer agrees") },
  [HF_CARD_NO_CONTACT_DAY] = { .title = N_ ("Days without contact"),
                               .text = N_ ("Why"),
                               .day = N_ ("Day") },
  [HF_CARD_TAG] = { .title = N_ ("Tags"), .text = N_ ("Tag") },
};

typedef struct
{
  gint64 customer;
  gint64 id;
  HfCardPart part;
  const HfCardOption *kinds;
  GtkWidget *kind;
  GtkWidget *text;
  GtkWidget *note;
  GtkWidget *day;
  GtkWidget *date;
  GtkWidget *calendar;
  GtkWidget *leap;
  GtkWidget *keep;
  GtkWidget *yes;
  GtkWidget *wrong;
} Form;

typedef struct
{
  gint64 customer;
  HfCustomerDraft *draft;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  hf_customer_draft_free (save->draft);
  g_free (save);
}

static gpointer
change_card (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Save *save = data;

  return hf_command_set_customer (db, actor, save->customer, save->draft, NULL, error) ? save
                                                                                       : NULL;
}

static void
take_text (char **place, GtkWidget *entry)
{
  if (entry == NULL)
    return;
  g_free (*place);
  *place = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* %NULL while nothing is chosen. */
static const char *
get_nick (GtkWidget *choice, const HfCardOption *options)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return chosen != GTK_INVALID_LIST_POSITION ? options[chosen].nick : NULL;
}

static gboolean
is_on (GtkWidget *check)
{
  return check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

/* "1958-8-20" of the lunar calendar, in a leap month "1990-+5-3". */
static gboolean
read_date (const Form *form, HfCardRow *row, GError **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (form->date));
  gboolean lunar =
      form->calendar != NULL && g_strcmp0 (get_nick (form->calendar, calendars), "lunar:") == 0;
  g_autoptr (GString) text = g_string_new (typed);

  if (*typed == '\0' && form->calendar == NULL)
    return TRUE;
  if (lunar && is_on (form->leap) && strchr (typed, '+') == NULL)
    {
      const char *month = strlen (typed) > 4 && typed[4] == '-' ? typed + 5 : typed;

      g_string_insert_c (text, month - typed, '+');
    }
  if (lunar)
    g_string_prepend (text, "lunar:");
  row->has_date = hf_special_date_parse (text->str, &row->date, error);
  if (form->keep != NULL)
    row->date.leap_rule = (HfLeapRule) gtk_drop_down_get_selected (GTK_DROP_DOWN (form->keep));
  return row->has_date;
}

static gboolean
read_form (const Form *form, HfCardChange *change, GError **error)
{
  HfCardRow *row = &change->row;

  row->id = form->id;
  if (form->kinds == NULL)
    take_text (&row->kind, form->kind);
  else if (get_nick (form->kind, form->kinds) == NULL)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Say what kind it is."));
      return FALSE;
    }
  else
    {
      g_free (row->kind);
      row->kind = g_strdup (get_nick (form->kind, form->kinds));
    }
  take_text (&row->text, form->text);
  take_text (&row->note, form->note);
  row->yes = is_on (form->yes);
  row->wrong = is_on (form->wrong);
  if (form->day != NULL && !hf_card_form_read_day (form->day, &row->day, error))
    return FALSE;
  if (form->part == HF_CARD_NO_CONTACT_DAY && row->day == HF_DAY_NONE)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Say which day."));
      return FALSE;
    }
  return form->date == NULL || read_date (form, row, error);
}

static void
on_save (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  g_autoptr (HfCardChange) change = hf_card_change_new (form->part);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  Save *save;

  if (!read_form (form, change, &error))
    {
      hf_card_form_tell (widget, error);
      return;
    }
  said = g_strdup_printf (_ ("Saved: %s"), hf_card_part_get_title (form->part));
  save = g_new0 (Save, 1);
  save->customer = form->customer;
  save->draft = hf_customer_draft_new ();
  hf_customer_draft_change (save->draft, g_steal_pointer (&change));
  hf_card_form_run (widget, change_card, save, save_free, said);
}

static GtkWidget *
add_options (HfCardForm *widget, const char *label, const HfCardOption *options, const char *nick)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *choice;
  guint chosen = 0;

  for (guint i = 0; options[i].nick != NULL; i++)
    {
      gtk_string_list_append (labels, _ (options[i].label));
      if (g_strcmp0 (options[i].nick, nick) == 0)
        chosen = i;
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  hf_card_form_add (widget, label, choice);
  return choice;
}

static GtkWidget *
add_entry (HfCardForm *widget, const char *label, const char *hint, const char *text)
{
  GtkWidget *entry;

  if (label == NULL)
    return NULL;
  entry = hf_card_form_add_entry (widget, _ (label), hint);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  return entry;
}

static GtkWidget *
add_check (HfCardForm *widget, const char *label, gboolean on)
{
  GtkWidget *check;

  if (label == NULL)
    return NULL;
  check = gtk_check_button_new_with_label (_ (label));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
  hf_card_form_add (widget, NULL, check);
  return check;
}

/* The day without what the calendar's choice and the leap month's tick say. */
static char *
format_date (const HfCardRow *row)
{
  HfSpecialDate date = row->date;

  if (!row->has_date)
    return g_strdup ("");
  date.is_lunar = FALSE;
  date.leap = FALSE;
  return hf_special_date_format (&date);
}

static void
add_dates (Form *form, HfCardForm *widget, const Info *info, const HfCardRow *row)
{
  g_autofree char *day = row->day != HF_DAY_NONE ? hf_day_format (row->day) : NULL;
  g_autofree char *date = format_date (row);
  gboolean lunar = row->has_date && row->date.is_lunar;

  form->day = add_entry (widget, info->day, "2026-12-31", day);
  if (info->with_calendar)
    form->calendar = add_options (widget, _ ("Solar or lunar"), calendars, lunar ? "lunar:" : "");
  form->date = add_entry (widget, info->date, _ ("1958-08-20 or 08-20"), date);
  if (info->with_calendar)
    {
      form->leap = add_check (widget, N_ ("In a leap month"), row->date.leap);
      form->keep = add_options (widget, _ ("In years that have the leap month, keep"), keeps,
                                row->has_date ? keeps[row->date.leap_rule].nick
                                              : keeps[HF_LEAP_KEEP_ORDINARY].nick);
    }
}

static gboolean
has_birthday (HfDb *db, gint64 customer)
{
  g_autoptr (GPtrArray) dates = hf_card_dup_part (db, customer, HF_CARD_DATE, NULL);

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    if (g_strcmp0 (((const HfCardRow *) dates->pdata[i])->kind, "birthday") == 0)
      return TRUE;
  return FALSE;
}

/* A new day is of no kind until somebody says so; the birthday that there is is changed where it
 * stands, not by a second one. */
static void
add_kinds (Form *form, HfCardForm *widget, const Info *info, const HfCardRow *row)
{
  gboolean fresh = form->part == HF_CARD_DATE && row->id == 0;

  form->kinds = info->kinds;
  if (fresh &&
      has_birthday (hf_app_context_get_reader (hf_card_form_get_context (widget)), form->customer))
    form->kinds = date_kinds + 1;
  form->kind = add_options (widget, _ (info->kind), form->kinds, row->kind);
  if (fresh)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (form->kind), GTK_INVALID_LIST_POSITION);
}

/**
 * hf_card_part_get_title:
 *
 * Returns: (transfer none): what people call the part
 */
const char *
hf_card_part_get_title (HfCardPart part)
{
  return _ (infos[part].title);
}

/**
 * hf_card_part_form_new:
 * @row: (nullable): which one to change, %NULL for a new one
 *
 * Returns: (transfer floating):
 */
GtkWidget *
hf_card_part_form_new (HfAppContext *context,
                       gint64 customer,
                       HfCardPart part,
                       const HfCardRow *row)
{
  const Info *info = &infos[part];
  HfCardRow empty;
  Form *form = g_new0 (Form, 1);
  HfCardForm *widget = hf_card_form_new (context, _ ("Save"), on_save, form, g_free);
  gboolean masked = part == HF_CARD_PHONE;

  hf_card_row_init (&empty);
  if (row == NULL)
    row = &empty;
  form->customer = customer;
  form->part = part;
  form->id = row->id;
  if (info->kinds != NULL)
    add_kinds (form, widget, info, row);
  else
    form->kind = add_entry (widget, info->kind, _ ("daughter, husband …"), row->kind);
  /* A masked number is not written back: an empty entry leaves it as it is. */
  form->text = add_entry (widget, info->text, masked && row->id != 0 ? row->text : NULL,
                          masked ? NULL : row->text);
  form->note = add_entry (widget, info->note, part == HF_CARD_FAMILY ? row->note : NULL,
                          part == HF_CARD_FAMILY ? NULL : row->note);
  add_dates (form, widget, info, row);
  form->yes = add_check (widget, info->yes, row->id == 0 ? part == HF_CARD_CONSENT : row->yes);
  form->wrong = row->id != 0 ? add_check (widget, info->wrong, row->wrong) : NULL;
  return GTK_WIDGET (widget);
}

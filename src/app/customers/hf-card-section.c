/* hf-card-section.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-section.h"

#include <glib/gi18n-lib.h>

#include "hf-card-part-form.h"
#include "hf-card-referrals.h"
#include "hf-card-rights.h"
#include "hf-card-run.h"
#include "hf-card-value.h"
#include "hf-card-words.h"
#include "hf-when.h"

#define MAX_ENTRIES (50)

/**
 * HfCardSection:
 *
 * One of the card's sections: values that are changed in their place, and lists of several that are
 * added to, changed in a form at the right, and removed. The Health section is the one place where
 * health facts are seen (CARD-3).
 */
struct _HfCardSection
{
  AdwBin parent_instance;

  GtkBox *box;
  GPtrArray *values;              /* HfCardValue; borrowed from the box */
  GtkBox *lists[HF_N_CARD_PARTS]; /* (nullable): the lines of the parts that it has */
  GtkBox *entries;                /* (nullable): what was bought, or who was named */
  HfSet kinds;                    /* of @entries */
  HfCardReferrals *referrals;     /* (nullable) */
  HfAppContext *context;
  gint64 customer;
};

G_DEFINE_FINAL_TYPE (HfCardSection, hf_card_section, ADW_TYPE_BIN)

static const HfCardOption sexes[] = {
  { "", N_ ("not said") }, { "female", N_ ("female") }, { "male", N_ ("male") }, { NULL, NULL }
};
static const HfCardOption channels[] = {
  { "", N_ ("not said") },          { "phone", N_ ("Phone") },     { "home", N_ ("Home visit") },
  { "office", N_ ("In the shop") }, { "message", N_ ("Message") }, { NULL, NULL }
};

/* A value of a section. */
typedef struct
{
  const char *section;
  HfCustomerField field;
  const char *label;
  const HfCardOption *options;
  const char *hint;
} Value;

static const Value values[] = {
  { "about", HF_CUSTOMER_SEX, N_ ("Sex"), sexes, NULL },
  { "about", HF_CUSTOMER_AREA, N_ ("Area"), NULL, NULL },
  { "about", HF_CUSTOMER_EDUCATION, N_ ("Education"), NULL, NULL },
  { "about", HF_CUSTOMER_OCCUPATION, N_ ("Occupation"), NULL, NULL },
  { "about", HF_CUSTOMER_PERSONALITY, N_ ("Personality"), NULL, NULL },
  { "about", HF_CUSTOMER_INTERESTS, N_ ("Interests"), NULL, NULL },
  { "about", HF_CUSTOMER_DIET, N_ ("Diet"), NULL, NULL },
  { "about", HF_CUSTOMER_TABOOS, N_ ("Taboos"), NULL, NULL },
  { "about", HF_CUSTOMER_DECIDES, N_ ("Who decides on purchases"), NULL, NULL },
  { "about", HF_CUSTOMER_COMPETING_PRODUCTS, N_ ("Other products in use"), NULL, NULL },
  { "about", HF_CUSTOMER_SOURCE, N_ ("Source"), NULL, NULL },
  { "about", HF_CUSTOMER_COLLECTED_ON, N_ ("Collected on"), NULL, "2026-12-31" },
  { "about", HF_CUSTOMER_NOTE, N_ ("Note"), NULL, NULL },
  { "contact", HF_CUSTOMER_PREFERRED_CHANNEL, N_ ("Preferred channel"), channels, NULL },
  { "contact", HF_CUSTOMER_WINDOW, N_ ("When to contact"), NULL, "11:30-14:00,18:00-20:00" },
  { "contact", HF_CUSTOMER_NO_CONTACT, N_ ("Weekdays without contact"), NULL, "sat,sun" },
  { "contact", HF_CUSTOMER_QUIET_UNTIL, N_ ("In hospital or confinement until"), NULL,
    "2026-12-31" },
  { "contact", HF_CUSTOMER_QUIET_REASON, N_ ("Why quiet until then"), NULL, NULL },
  { "contact", HF_CUSTOMER_DO_NOT_CONTACT, N_ ("Do not contact, because"), NULL, NULL },
};

typedef struct
{
  const char *name;
  const char *title;
  HfSet parts;
  HfSet kinds;
} Section;

static const Section sections[] = {
  { "about", N_ ("Person"), 0, 0 },
  { "contact", N_ ("Contact"),
    HF_BIT (HF_CARD_PHONE) | HF_BIT (HF_CARD_CONSENT) | HF_BIT (HF_CARD_NO_CONTACT_DAY), 0 },
  { "health", N_ ("Health"), HF_BIT (HF_CARD_HEALTH), 0 },
  { "family", N_ ("Family and dates"),
    HF_BIT (HF_CARD_FAMILY) | HF_BIT (HF_CARD_CHILD) | HF_BIT (HF_CARD_DATE), 0 },
  { "purchases", N_ ("Bought"), 0, HF_BIT (HF_ENTRY_PURCHASE) | HF_BIT (HF_ENTRY_RETURN) },
  { "referrals", N_ ("Referrals and rewards"), 0, HF_BIT (HF_ENTRY_EVENT) },
  { "rights", N_ ("Data rights"), 0, 0 },
};

static const Section *
find_section (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].name, name))
      return &sections[i];
  return NULL;
}

static void
on_remove (GtkButton *button, HfCardSection *self)
{
  HfCustomerDraft *draft = hf_customer_draft_new ();
  HfCardPart part = (HfCardPart) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "part"));
  HfCardChange *change = hf_card_change_new (part);
  g_autofree char *said = g_strdup_printf (_ ("Removed: %s"), hf_card_part_get_title (part));

  change->remove = TRUE;
  change->row.id = *(gint64 *) g_object_get_data (G_OBJECT (button), "row");
  hf_customer_draft_change (draft, change);
  hf_card_run_draft (self->context, self->customer, draft, said, self, NULL);
}

static void
on_change (GtkButton *button, HfCardSection *self)
{
  gint64 *row = g_object_get_data (G_OBJECT (button), "row");

  gtk_widget_activate_action (GTK_WIDGET (self), "card.edit-part", "(ix)",
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "part")),
                              row != NULL ? *row : 0);
}

static GtkWidget *
create_button (HfCardSection *self,
               const char *icon,
               const char *spoken,
               HfCardPart part,
               gint64 row,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data (G_OBJECT (button), "part", GINT_TO_POINTER ((int) part));
  g_object_set_data_full (G_OBJECT (button), "row", g_memdup2 (&row, sizeof row), g_free);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a line says, and below it. */
static void
word_row (HfCardPart part, const HfCardRow *row, HfDay today, char **text, char **below)
{
  g_autofree char *day = row->day != HF_DAY_NONE ? hf_when_format_date (row->day, today) : NULL;
  g_autofree char *date = row->has_date ? hf_card_words_date (&row->date) : NULL;

  *text = g_strdup (row->text);
  *below = NULL;
  if (part == HF_CARD_PHONE)
    *below = g_strdup_printf ("%s%s%s", row->note, row->wrong || row->yes ? " " : "",
                              row->wrong ? _ ("wrong number")
                              : row->yes ? _ ("preferred")
                                         : "");
  else if (part == HF_CARD_FAMILY)
    *below = g_strdup_printf ("%s %s %s", row->kind, date != NULL ? date : "", row->note);
  else if (part == HF_CARD_CHILD)
    *below = g_strdup_printf (g_str_equal (row->kind, "due") ? _ ("due on %s") : _ ("born on %s"),
                              day != NULL ? day : "");
  else if (part == HF_CARD_HEALTH)
    *below = g_strdup (hf_card_words_health (row->kind));
  else if (part == HF_CARD_NO_CONTACT_DAY)
    *below = g_strdup (day);
  else if (part == HF_CARD_DATE)
    {
      g_free (*text);
      *text = g_strdup (hf_card_special_get_label (row->kind, row->text));
      *below = g_strdup (date);
    }
  else if (part == HF_CARD_CONSENT)
    {
      g_free (*text);
      *text = g_strdup_printf (row->yes ? _ ("%s agreed") : _ ("no %s"),
                               hf_card_words_consent (row->kind));
      *below = g_strdup_printf ("%s %s", day != NULL ? day : "", row->text);
    }
}

static void
add_row (HfCardSection *self, GtkBox *list, HfCardPart part, const HfCardRow *row, HfDay today)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = NULL;
  g_autofree char *below = NULL;
  g_autofree char *change = NULL;
  g_autofree char *remove = NULL;

  word_row (part, row, today, &text, &below);
  change = g_strdup_printf (_ ("Change: %s"), text);
  remove = g_strdup_printf (_ ("Remove: %s"), text);
  gtk_box_append (GTK_BOX (texts), create_label (*text != '\0' ? text : "–", NULL));
  if (below != NULL && *below != '\0')
    {
      GtkWidget *label = create_label (below, "hf-small");

      gtk_widget_add_css_class (label, "dim");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), create_button (self, "document-edit-symbolic", change, part,
                                                 row->id, G_CALLBACK (on_change)));
  gtk_box_append (GTK_BOX (line), create_button (self, "user-trash-symbolic", remove, part, row->id,
                                                 G_CALLBACK (on_remove)));
  gtk_box_append (list, line);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* All that a list shows, to leave it alone while that stays the same. */
static char *
digest_rows (HfCardPart part, const GPtrArray *rows, HfDay today)
{
  GString *digest = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const HfCardRow *row = rows->pdata[i];
      g_autofree char *text = NULL;
      g_autofree char *below = NULL;

      word_row (part, row, today, &text, &below);
      g_string_append_printf (digest, "%" G_GINT64_FORMAT "|%s|%s\n", row->id, text,
                              below != NULL ? below : "");
    }
  return g_string_free (digest, FALSE);
}

static void
show_list (HfCardSection *self, HfCardPart part, const HfCardView *view, HfDay today)
{
  const GPtrArray *rows = view->parts[part];
  GtkWidget *list = GTK_WIDGET (self->lists[part]);
  g_autofree char *digest = digest_rows (part, rows, today);
  gboolean focused = gtk_widget_get_focus_child (list) != NULL;

  if (g_strcmp0 (g_object_get_data (G_OBJECT (list), "digest"), digest) == 0)
    return;
  clear_box (self->lists[part]);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, self->lists[part], part, rows->pdata[i], today);
  if (rows->len == 0)
    gtk_box_append (self->lists[part], create_label (_ ("nothing yet"), "dim"));
  g_object_set_data_full (G_OBJECT (list), "digest", g_steal_pointer (&digest), g_free);
  if (focused && !gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_entries (HfCardSection *self, HfDay today)
{
  HfCardHistoryFilter filter = { self->kinds, NULL, MAX_ENTRIES };
  g_autoptr (GPtrArray) entries = hf_card_dup_history (hf_app_context_get_reader (self->context),
                                                       self->customer, &filter, NULL);

  clear_box (self->entries);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const HfCardEntry *entry = entries->pdata[i];
      g_auto (HfCardWords) words = { 0 };
      g_autofree char *day = hf_when_format_date (hf_minute_get_day (entry->at), today);
      g_autofree char *below = NULL;

      hf_card_words_init (&words, entry);
      below = g_strdup_printf ("%s · %s", day, words.detail);
      gtk_box_append (self->entries, create_label (words.title, NULL));
      gtk_box_append (self->entries, create_label (below, "hf-small"));
    }
  if (entries == NULL || entries->len == 0)
    gtk_box_append (self->entries, create_label (_ ("nothing yet"), "dim"));
}

static void
hf_card_section_dispose (GObject *object)
{
  HfCardSection *self = HF_CARD_SECTION (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->values, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_card_section_parent_class)->dispose (object);
}

static void
hf_card_section_class_init (HfCardSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_card_section_dispose;
}

static void
hf_card_section_init (HfCardSection *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->values = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 14);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 14);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
add_heading (HfCardSection *self, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_tooltip_text (back, _ ("Back to the card (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the card"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "card.show-section");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (back), "s", "");
  gtk_box_append (GTK_BOX (line), back);
  gtk_box_append (GTK_BOX (line), create_label (title, "hf-big"));
  gtk_box_append (self->box, line);
}

static void
add_list (HfCardSection *self, HfCardPart part)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *title = hf_card_part_get_title (part);
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), title);

  gtk_box_append (GTK_BOX (line), create_label (title, "strong"));
  gtk_box_append (GTK_BOX (line),
                  create_button (self, "list-add-symbolic", add, part, 0, G_CALLBACK (on_change)));
  gtk_box_append (self->box, line);
  self->lists[part] = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (self->box, GTK_WIDGET (self->lists[part]));
}

static void
add_values (HfCardSection *self, const char *section)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      GtkWidget *value;

      if (!g_str_equal (values[i].section, section))
        continue;
      value = hf_card_value_new (NULL, hf_customer_field_get_nick (values[i].field),
                                 _ (values[i].label));
      if (values[i].options != NULL)
        hf_card_value_set_options (HF_CARD_VALUE (value), values[i].options);
      if (values[i].hint != NULL)
        hf_card_value_set_hint (HF_CARD_VALUE (value), values[i].hint);
      g_object_set_data (G_OBJECT (value), "value", (gpointer) &values[i]);
      g_ptr_array_add (self->values, value);
      gtk_box_append (self->box, value);
    }
}

/* Whom the customer named, and below it the events. */
static void
add_referrals (HfCardSection *self)
{
  self->referrals = HF_CARD_REFERRALS (hf_card_referrals_new ());
  gtk_box_append (self->box, create_label (_ ("Named or brought"), "strong"));
  gtk_box_append (self->box, GTK_WIDGET (self->referrals));
  gtk_box_append (self->box, create_label (_ ("Events"), "strong"));
}

gboolean
hf_card_section_is_name (const char *name)
{
  return find_section (name) != NULL;
}

/**
 * hf_card_section_new:
 * @name: one that hf_card_section_is_name() knows
 */
GtkWidget *
hf_card_section_new (const char *name)
{
  HfCardSection *self = g_object_new (HF_TYPE_CARD_SECTION, NULL);
  const Section *section = find_section (name);

  g_return_val_if_fail (section != NULL, GTK_WIDGET (self));

  add_heading (self, _ (section->title));
  for (guint i = 0; i < HF_N_CARD_PARTS; i++)
    if (HF_SET_HAS (section->parts, i))
      add_list (self, (HfCardPart) i);
  add_values (self, name);
  if (g_str_equal (name, "referrals"))
    add_referrals (self);
  self->kinds = section->kinds;
  if (self->kinds != 0)
    {
      self->entries = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
      gtk_box_append (self->box, GTK_WIDGET (self->entries));
    }
  if (g_str_equal (name, "rights"))
    gtk_box_append (self->box, hf_card_rights_new ());
  return GTK_WIDGET (self);
}

/* As people read it: hours, weekdays, the label of an option. */
static char *
dup_shown (const Value *value, const HfCardView *view)
{
  const char *text = view->values[value->field];

  if (value->field == HF_CUSTOMER_WINDOW)
    return hf_card_words_windows (text);
  if (value->field == HF_CUSTOMER_NO_CONTACT)
    return hf_card_words_weekdays (view->card->no_contact);
  for (guint i = 0; value->options != NULL && value->options[i].nick != NULL; i++)
    if (g_str_equal (value->options[i].nick, text))
      return g_strdup (*text != '\0' ? _ (value->options[i].label) : "");
  return g_strdup (text);
}

void
hf_card_section_set_view (HfCardSection *self, HfAppContext *context, const HfCardView *view)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));

  g_return_if_fail (HF_IS_CARD_SECTION (self));

  g_set_object (&self->context, context);
  self->customer = view->id;
  for (guint i = 0; i < self->values->len; i++)
    {
      HfCardValue *widget = self->values->pdata[i];
      const Value *value = g_object_get_data (G_OBJECT (widget), "value");
      const char *text = view->values[value->field];
      g_autofree char *shown = dup_shown (value, view);

      hf_card_value_set_customer (widget, context, view->id);
      hf_card_value_set_value (widget, shown, *shown != '\0' ? _ (value->label) : NULL, text);
    }
  for (guint i = 0; i < HF_N_CARD_PARTS; i++)
    if (self->lists[i] != NULL)
      show_list (self, (HfCardPart) i, view, today);
  if (self->referrals != NULL)
    hf_card_referrals_show (self->referrals, context, view->id);
  if (self->entries != NULL)
    show_entries (self, today);
}

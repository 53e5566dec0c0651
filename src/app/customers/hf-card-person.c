/* hf-card-person.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-card-value.h"
#include "hf-card-run.h"
#include "hf-card-tiers.h"
#include "hf-card-words.h"
#include "hf-completeness.h"
#include "hf-phone-field.h"
#include "hf-tier-badge.h"
#include "hf-when.h"

/**
 * HfCardPerson:
 *
 * Name, badges with why, masked phone, address, owner, when to contact, tags, completeness with
 * what is missing, and the ways to the card's sections.
 */
struct _HfCardPerson
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  AdwBin *name_place;
  GtkLabel *tier;
  GtkLabel *tier_title;
  GtkLabel *tier_why;
  GtkMenuButton *why_button;
  GtkPopover *why;
  GtkFlowBox *pills;
  HfPhoneField *phone;
  GtkLabel *phone_label;
  GtkWidget *call;
  GtkBox *lines;
  GtkFlowBox *tags;
  GtkEntry *tag_entry;
  GtkMenuButton *tag_button;
  GtkLabel *tag_trouble;
  GtkProgressBar *complete;
  GtkLabel *percent;
  GtkLabel *missing;
  GtkLabel *family_count;
  GtkLabel *purchase_count;
  GtkLabel *referral_count;

  GtkWidget *name;
  GtkWidget *address;
  GtkWidget *owner;
  GtkWidget *window;
  HfAppContext *context;
  gint64 customer;
};

G_DEFINE_FINAL_TYPE (HfCardPerson, hf_card_person, ADW_TYPE_BIN)

static void
clear_flow (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
}

static void
append_flow (GtkFlowBox *box, GtkWidget *widget)
{
  gtk_flow_box_append (box, widget);
  gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (box)), FALSE);
}

static void
add_pill (GtkFlowBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "pill");
  gtk_widget_add_css_class (label, css_class);
  append_flow (box, label);
}

static void
show_tiers (HfCardPerson *self, const HfCardView *view, HfDay today)
{
  const HfCardTier *leading = view->tiers->len > 0 ? view->tiers->pdata[0] : NULL;
  g_autofree char *title = NULL;
  g_autofree char *why = NULL;

  if (leading == NULL)
    return;
  title = g_strdup_printf ("%s %s", leading->scheme, leading->name);
  why = hf_card_tiers_format_short (leading);
  hf_tier_badge_apply (self->tier, leading->tier);
  gtk_label_set_label (self->tier_title, title);
  gtk_label_set_label (self->tier_why, why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->tier_why), why);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->why)))
    gtk_popover_set_child (self->why, hf_card_tiers_create_why (view->tiers, today));
}

static void
show_pills (HfCardPerson *self, const HfCardView *view)
{
  clear_flow (self->pills);
  add_pill (self->pills, hf_domain_get_label (HF_DOMAIN_CARD_TYPE, (int) view->card->card_type),
            "tag");
  if (view->card->stage >= 0)
    {
      g_autofree char *stage = g_strdup_printf ("T%d", view->card->stage);

      add_pill (self->pills, stage, "stage");
    }
  for (guint i = 1; i < view->tiers->len; i++)
    {
      const HfCardTier *tier = view->tiers->pdata[i];
      gboolean letter = strlen (tier->tier) == 1;
      g_autofree char *text =
          letter ? g_strdup_printf ("%s %s", tier->scheme, tier->tier) : g_strdup (tier->name);

      if (*tier->tier != '\0')
        add_pill (self->pills, text, "tag");
    }
  if (view->card->do_not_contact != NULL)
    add_pill (self->pills, _ ("do not contact"), "late");
  else if (view->card->quiet_until != HF_DAY_NONE &&
           view->card->quiet_until >= hf_minute_get_day (hf_app_context_get_now (self->context)))
    add_pill (self->pills, _ ("quiet for now"), "soon");
}

static void
show_phone (HfCardPerson *self, const HfCardView *view)
{
  const GPtrArray *phones = view->parts[HF_CARD_PHONE];
  const HfCardRow *first = phones->len > 0 ? phones->pdata[0] : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  hf_phone_field_set_customer (self->phone, self->context, view->id,
                               first != NULL ? first->text : NULL);
  if (first != NULL)
    {
      g_string_append (text, first->note);
      if (first->wrong)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ ("wrong number"));
      else if (first->yes)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ ("preferred"));
    }
  if (phones->len > 1)
    g_string_append_printf (text, _ (" · %u more"), phones->len - 1);
  gtk_label_set_label (self->phone_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->phone_label), text->len > 0);
  gtk_widget_set_visible (self->call, first != NULL);
}

static void
show_line (
    HfCardPerson *self, GtkWidget *line, const char *value, const char *below, const char *text)
{
  hf_card_value_set_customer (HF_CARD_VALUE (line), self->context, self->customer);
  hf_card_value_set_value (HF_CARD_VALUE (line), value, below, text);
}

/* "Haitang · Wang household (2)" */
static char *
format_place (const HfCardView *view)
{
  g_autofree char *household = NULL;

  if (view->members->len > 0 && *view->household != '\0')
    household = g_strdup_printf ("%s (%u)", view->household, view->members->len + 1);
  else if (view->members->len > 0)
    household = g_strdup_printf (_ ("household of %u"), view->members->len + 1);
  if (household == NULL)
    return g_strdup (view->card->area);
  return *view->card->area != '\0' ? g_strdup_printf ("%s · %s", view->card->area, household)
                                   : g_steal_pointer (&household);
}

/* "since March 2025, from Zhao Lei" */
static char *
format_owner (const HfCardView *view, HfDay today)
{
  g_autofree char *day = NULL;

  if (view->owner_since == HF_DAY_NONE)
    return NULL;
  day = hf_when_format_date (view->owner_since, today);
  return view->owner_before != NULL
             ? g_strdup_printf (_ ("since %s, from %s"), day, view->owner_before)
             : g_strdup_printf (_ ("since %s"), day);
}

/* "phone, message agreed; not on Sun" */
static char *
format_preferences (const HfCardView *view)
{
  const GPtrArray *consents = view->parts[HF_CARD_CONSENT];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *days = hf_card_words_weekdays (view->card->no_contact);

  for (guint i = 0; i < consents->len; i++)
    {
      const HfCardRow *row = consents->pdata[i];
      const char *channel = hf_card_words_consent (row->kind);

      g_string_append (text, text->len > 0 ? _ (", ") : "");
      g_string_append_printf (text, row->yes ? _ ("%s agreed") : _ ("no %s"), channel);
    }
  if (*days != '\0')
    {
      g_string_append (text, text->len > 0 ? _ ("; ") : "");
      g_string_append_printf (text, _ ("not on %s"), days);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_lines (HfCardPerson *self, const HfCardView *view, HfDay today)
{
  g_autofree char *place = format_place (view);
  g_autofree char *owner = NULL;
  g_autofree char *since = format_owner (view, today);
  g_autofree char *window = hf_card_words_windows (view->card->window);
  g_autofree char *preferences = format_preferences (view);

  owner = view->card->owner != NULL ? g_strdup_printf (_ ("Owner %s"), view->card->owner) : NULL;
  show_line (self, self->name, view->card->name, NULL, view->card->name);
  show_line (self, self->address, view->card->address, place, view->card->address);
  show_line (self, self->owner, owner, since, view->card->owner);
  show_line (self, self->window, window, preferences, view->card->window);
}

static void
on_tag_removed (GtkButton *button, HfCardPerson *self)
{
  HfCustomerDraft *draft = hf_customer_draft_new ();
  HfCardChange *change = hf_card_change_new (HF_CARD_TAG);

  change->remove = TRUE;
  change->row.id = *(gint64 *) g_object_get_data (G_OBJECT (button), "row");
  hf_customer_draft_change (draft, change);
  hf_card_run_draft (self->context, self->customer, draft, _ ("Tag removed"), self, NULL);
}

static void
add_tag (HfCardPerson *self, const HfCardRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *spoken = g_strdup_printf (_ ("Remove the tag “%s”"), row->text);

  gtk_widget_add_css_class (box, "hf-tag");
  if (*row->kind != '\0')
    gtk_widget_add_css_class (box, row->kind);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chipx");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "row", g_memdup2 (&row->id, sizeof row->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_tag_removed), self);
  gtk_box_append (GTK_BOX (box), gtk_label_new (row->text));
  gtk_box_append (GTK_BOX (box), button);
  append_flow (self->tags, box);
}

static void
on_tag_saved (GObject *form, const GError *error)
{
  HfCardPerson *self = HF_CARD_PERSON (form);

  hf_card_run_tell (self->tag_trouble, error != NULL ? error->message : NULL);
  if (error == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->tag_entry), "");
      gtk_menu_button_popdown (self->tag_button);
    }
}

static void
on_tag_activated (HfCardPerson *self)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autoptr (GError) error = NULL;

  if (hf_customer_draft_set (draft, "tag", gtk_editable_get_text (GTK_EDITABLE (self->tag_entry)),
                             &error))
    hf_card_run_draft (self->context, self->customer, g_steal_pointer (&draft), _ ("Tag added"),
                       self, on_tag_saved);
  else
    on_tag_saved (G_OBJECT (self), error);
}

static void
show_completeness (HfCardPerson *self, const HfCardView *view, HfDay today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *percent = g_strdup_printf ("%d%%", view->card->completeness);

  for (int i = 0; i < HF_N_CARD_LACKS; i++)
    if (HF_SET_HAS (view->card->lacks, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : _ ("Missing: "),
                              hf_card_lack_get_label ((HfCardLack) i));
  if (view->verified_on != HF_DAY_NONE)
    {
      g_autofree char *day = hf_when_format_date (view->verified_on, today);

      g_string_append (text, text->len > 0 ? _ (". ") : "");
      if (view->verified_by != NULL)
        g_string_append_printf (text, _ ("verified on %s (%s)"), day, view->verified_by);
      else
        g_string_append_printf (text, _ ("verified on %s"), day);
    }
  gtk_progress_bar_set_fraction (self->complete, view->card->completeness / 100.0);
  gtk_label_set_label (self->percent, percent);
  gtk_label_set_label (self->missing, text->str);
}

static void
show_counts (HfCardPerson *self, const HfCardView *view)
{
  guint family = view->parts[HF_CARD_FAMILY]->len + view->parts[HF_CARD_CHILD]->len +
                 view->parts[HF_CARD_DATE]->len;
  g_autofree char *family_text = g_strdup_printf ("%u", family);
  g_autofree char *purchases = g_strdup_printf ("%d", view->n_purchases);
  g_autofree char *referrals =
      view->points != 0
          ? g_strdup_printf (_ ("%d · %lld points"), view->n_referrals, (long long) view->points)
          : g_strdup_printf ("%d", view->n_referrals);

  gtk_label_set_label (self->family_count, family_text);
  gtk_label_set_label (self->purchase_count, purchases);
  gtk_label_set_label (self->referral_count, referrals);
}

static void
on_section_activated (GtkListBox *list, GtkListBoxRow *row, HfCardPerson *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "card.show-section", "s",
                              gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
hf_card_person_dispose (GObject *object)
{
  g_clear_object (&HF_CARD_PERSON (object)->context);

  G_OBJECT_CLASS (hf_card_person_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, avatar);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, name_place);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, tier);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, tier_title);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, tier_why);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, why_button);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, why);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, pills);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, phone);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, phone_label);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, call);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, lines);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, tags);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, tag_entry);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, tag_button);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, tag_trouble);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, complete);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, percent);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, missing);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, family_count);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, purchase_count);
  gtk_widget_class_bind_template_child (widget_class, HfCardPerson, referral_count);
  gtk_widget_class_bind_template_callback (widget_class, on_section_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_activated);
}

static void
hf_card_person_class_init (HfCardPersonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_card_person_dispose;
  g_type_ensure (HF_TYPE_PHONE_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/customers/hf-card-person.ui");
  bind_children (widget_class);
}

static void
hf_card_person_init (HfCardPerson *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->name = hf_card_value_new (NULL, "name", _ ("Name"));
  self->address = hf_card_value_new ("mark-location-symbolic", "address", _ ("Address"));
  self->owner = hf_card_value_new ("avatar-default-symbolic", "owner", _ ("Owner"));
  self->window =
      hf_card_value_new ("document-open-recent-symbolic", "window", _ ("When to contact"));
  hf_card_value_set_hint (HF_CARD_VALUE (self->window), "11:30-14:00,18:00-20:00");
  hf_card_value_set_centred (HF_CARD_VALUE (self->name));
  gtk_widget_add_css_class (self->name, "hf-card-name");
  adw_bin_set_child (self->name_place, self->name);
  gtk_box_append (self->lines, self->address);
  gtk_box_append (self->lines, self->owner);
  gtk_box_append (self->lines, self->window);
}

void
hf_card_person_set_view (HfCardPerson *self, HfAppContext *context, const HfCardView *view)
{
  const GPtrArray *tags = view->parts[HF_CARD_TAG];
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));

  g_return_if_fail (HF_IS_CARD_PERSON (self));

  g_set_object (&self->context, context);
  self->customer = view->id;
  adw_avatar_set_text (self->avatar, view->card->name);
  show_tiers (self, view, today);
  show_pills (self, view);
  show_phone (self, view);
  show_lines (self, view, today);
  clear_flow (self->tags);
  for (guint i = 0; i < tags->len; i++)
    add_tag (self, tags->pdata[i]);
  show_completeness (self, view, today);
  show_counts (self, view);
}

void
hf_card_person_reveal (HfCardPerson *self)
{
  g_return_if_fail (HF_IS_CARD_PERSON (self));

  hf_phone_field_reveal (self->phone);
}

void
hf_card_person_call (HfCardPerson *self)
{
  g_return_if_fail (HF_IS_CARD_PERSON (self));

  hf_phone_field_call (self->phone);
}

/**
 * hf_card_person_edit:
 *
 * Puts an entry in the name's place.
 */
void
hf_card_person_edit (HfCardPerson *self)
{
  g_return_if_fail (HF_IS_CARD_PERSON (self));

  hf_card_value_edit (HF_CARD_VALUE (self->name));
}

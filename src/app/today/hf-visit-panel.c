/* hf-visit-panel.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-panel.h"

#include <glib/gi18n-lib.h>

#include "hf-channel.h"
#include "hf-phone-field.h"
#include "hf-tier-badge.h"
#include "hf-today.h"
#include "hf-visit-form.h"
#include "hf-when.h"

/**
 * HfVisitPanel:
 *
 * All that somebody wants to see while they dial (VISIT-2): who, why now, the last three contacts,
 * what to ask, what to avoid. The foot, with what came of it, never scrolls away.
 */
struct _HfVisitPanel
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *tier;
  GtkLabel *about;
  HfPhoneField *phone;
  GtkLabel *callable;
  GtkWidget *call;
  GtkWidget *why;
  GtkLabel *why_plan;
  GtkLabel *why_late;
  GtkLabel *why_purpose;
  GtkLabel *why_reason;
  GtkLabel *matters;
  GtkWidget *visits_title;
  GtkBox *visits;
  GtkWidget *checks_title;
  GtkLabel *checks_count;
  GtkBox *checks;
  GtkWidget *taboo_box;
  GtkLabel *taboos;
  HfVisitForm *form;

  HfAppContext *context;
  HfBrief *brief;
};

G_DEFINE_FINAL_TYPE (HfVisitPanel, hf_visit_panel, ADW_TYPE_BIN)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static char *
format_about (const HfCard *card, HfDay today)
{
  const char *type = hf_domain_get_label (HF_DOMAIN_CARD_TYPE, (int) card->card_type);
  int year;

  if (!card->has_birth || card->birth.year == 0)
    return g_strdup (type);
  hf_day_to_ymd (today, &year, NULL, NULL);
  return g_strdup_printf (_ ("aged %d · %s"), year - card->birth.year, type);
}

static void
show_who (HfVisitPanel *self, HfMinute now)
{
  const HfCard *card = self->brief->card;
  g_autofree char *about = format_about (card, hf_minute_get_day (now));

  adw_avatar_set_text (self->avatar, card->name);
  gtk_label_set_label (self->name, card->name);
  hf_tier_badge_apply (self->tier, card->tier);
  gtk_label_set_label (self->about, about);
  hf_phone_field_set_customer (self->phone, self->context, card->id, card->phones[0]);
  gtk_widget_set_visible (self->call, card->phones[0] != NULL);
}

static void
show_callable (HfVisitPanel *self, HfMinute now)
{
  const HfWorkItem *item = self->brief->item;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;
  HfContactWindow window;
  int closing, opening;

  hf_today_read_window (item->window, item->channel, &window);
  closing = hf_contact_window_get_closing (&window, hf_minute_of_day (now));
  opening = hf_contact_window_next_opening (&window, hf_minute_of_day (now));
  if (closing >= 0)
    {
      clock = hf_when_format_clock (hf_minute_new (0, closing));
      text = g_strdup_printf (_ ("free until %s"), clock);
      gtk_widget_add_css_class (GTK_WIDGET (self->callable), "ok");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->callable), "ok");
      clock = opening >= 0 ? hf_when_format_clock (hf_minute_new (0, opening)) : NULL;
      text = clock != NULL ? g_strdup_printf (_ ("free from %s"), clock)
                           : g_strdup (_ ("not free any more today"));
    }
  gtk_label_set_label (self->callable, text);
}

static char *
format_plan (const HfWorkItem *item)
{
  if (item->plan_name == NULL)
    return g_strdup (hf_domain_get_label (HF_DOMAIN_KIND, (int) item->kind));
  if (item->index == 0)
    return g_strdup (item->plan_name);
  return g_strdup_printf (_ ("%s · step %u of %u"), item->plan_name, item->index, item->count);
}

static void
show_why (HfVisitPanel *self, HfMinute now)
{
  const HfWorkItem *item = self->brief->item;
  gboolean late = item->state == HF_FOLLOW_UP_OPEN &&
                  hf_minute_get_day (item->due_at) < hf_minute_get_day (now);
  g_autofree char *plan = format_plan (item);
  g_autofree char *when =
      late ? hf_when_format_late (item->due_at, now) : hf_when_format_moment (item->due_at, now);

  gtk_label_set_label (self->why_plan, plan);
  gtk_label_set_label (self->why_late, when);
  gtk_label_set_label (self->why_purpose,
                       self->brief->purpose != NULL ? self->brief->purpose : item->title);
  gtk_label_set_label (self->why_reason, item->reason != NULL ? item->reason : "");
  if (late)
    {
      gtk_widget_add_css_class (self->why, "late-edge");
      gtk_widget_add_css_class (GTK_WIDGET (self->why_late), "late");
    }
  else
    {
      gtk_widget_remove_css_class (self->why, "late-edge");
      gtk_widget_remove_css_class (GTK_WIDGET (self->why_late), "late");
    }
}

static void
show_matters (HfVisitPanel *self)
{
  const HfBrief *brief = self->brief;
  g_autofree char *complaints =
      brief->n_complaints == 0
          ? g_strdup (_ ("No open complaint"))
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d open complaint",
                                          "%d open complaints", (gulong) brief->n_complaints),
                             brief->n_complaints);
  g_autofree char *promises =
      brief->n_promises == 0
          ? g_strdup (_ ("no open promise"))
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d open promise", "%d open promises",
                                          (gulong) brief->n_promises),
                             brief->n_promises);
  g_autofree char *text = g_strdup_printf ("%s · %s", complaints, promises);

  gtk_label_set_label (self->matters, text);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "hf-small");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
format_visit (const HfCardVisit *visit)
{
  const char *outcome = hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) visit->outcome);
  g_autofree char *minutes = visit->minutes > 0 ? hf_when_format_minutes (visit->minutes) : NULL;

  return g_strdup_printf ("%s%s%s%s%s", outcome, minutes != NULL ? " " : "",
                          minutes != NULL ? minutes : "", *visit->note != '\0' ? " · " : "",
                          visit->note);
}

static void
add_visit (HfVisitPanel *self, const HfCardVisit *visit, HfDay today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new ();
  g_autofree char *day = hf_when_format_date (hf_minute_get_day (visit->at), today);
  g_autofree char *text = format_visit (visit);
  GtkWidget *when = create_label (day, "dim");
  GtkWidget *what = create_label (text, NULL);

  gtk_widget_set_size_request (when, 62, -1);
  hf_channel_apply (GTK_IMAGE (icon), visit->channel);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (what), 22);
  gtk_widget_set_tooltip_text (what, text);
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (self->visits, box);
}

static void
show_visits (HfVisitPanel *self, HfDay today)
{
  clear_box (self->visits);
  gtk_widget_set_visible (self->visits_title, self->brief->visits->len > 0);
  for (guint i = 0; i < self->brief->visits->len; i++)
    add_visit (self, self->brief->visits->pdata[i], today);
}

static void
count_checks (HfVisitPanel *self)
{
  guint n = 0;
  guint ticked = 0;
  g_autofree char *text = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); child != NULL;
       child = gtk_widget_get_next_sibling (child), n++)
    ticked += gtk_check_button_get_active (GTK_CHECK_BUTTON (child));
  text = g_strdup_printf ("%u/%u", ticked, n);
  gtk_label_set_label (self->checks_count, text);
}

static void
show_checks (HfVisitPanel *self)
{
  char **lines = self->brief->checklist;

  clear_box (self->checks);
  gtk_widget_set_visible (self->checks_title, lines[0] != NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *label = create_label (lines[i], NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      lines[i], -1);
      gtk_widget_add_css_class (check, "hf-check");
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (count_checks), self);
      gtk_box_append (self->checks, check);
    }
  count_checks (self);
}

static GStrv
dup_ticked (HfVisitPanel *self)
{
  g_autoptr (GStrvBuilder) ticked = g_strv_builder_new ();
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_strv_builder_add (ticked, self->brief->checklist[i]);
  return g_strv_builder_end (ticked);
}

static void
show_brief (HfVisitPanel *self, gboolean another)
{
  HfMinute now = hf_app_context_get_now (self->context);

  show_who (self, now);
  show_callable (self, now);
  show_why (self, now);
  show_matters (self);
  show_visits (self, hf_minute_get_day (now));
  /* What is ticked already stays when only something else of the customer changed. */
  if (another)
    show_checks (self);
  gtk_label_set_label (self->taboos, self->brief->card->taboos);
  gtk_widget_set_visible (self->taboo_box, *self->brief->card->taboos != '\0');
  hf_visit_form_set_brief (self->form, self->brief);
  gtk_widget_set_visible (GTK_WIDGET (self->form), self->brief->item->state == HF_FOLLOW_UP_OPEN);
  gtk_stack_set_visible_child_name (self->stack, "brief");
}

static void
hf_visit_panel_dispose (GObject *object)
{
  HfVisitPanel *self = HF_VISIT_PANEL (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->brief, hf_brief_free);

  G_OBJECT_CLASS (hf_visit_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, avatar);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, name);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, tier);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, about);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, phone);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, callable);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, call);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_plan);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_late);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_purpose);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, why_reason);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, matters);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, visits_title);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, visits);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, checks_title);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, checks_count);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, checks);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, taboo_box);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, taboos);
  gtk_widget_class_bind_template_child (widget_class, HfVisitPanel, form);
}

static void
hf_visit_panel_class_init (HfVisitPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_visit_panel_dispose;
  g_type_ensure (HF_TYPE_PHONE_FIELD);
  g_type_ensure (HF_TYPE_VISIT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-visit-panel.ui");
  bind_children (widget_class);
}

static void
hf_visit_panel_init (HfVisitPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hf_visit_panel_set_context (HfVisitPanel *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  g_set_object (&self->context, context);
  hf_visit_form_set_context (self->form, context);
}

/**
 * hf_visit_panel_show:
 * @follow_up: 0 for none
 *
 * Reads a few rows by their ids.
 */
void
hf_visit_panel_show (HfVisitPanel *self, gint64 follow_up)
{
  g_autoptr (GError) error = NULL;
  HfBrief *brief = NULL;
  HfActor actor;
  gboolean another;

  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (follow_up != 0 && hf_app_context_init_actor (self->context, &actor, &error))
    brief = hf_brief_load (hf_app_context_get_reader (self->context), &actor, follow_up, &error);
  if (error != NULL)
    hf_app_context_complain (self->context, error);
  another = brief == NULL || self->brief == NULL || self->brief->item->id != brief->item->id;
  g_clear_pointer (&self->brief, hf_brief_free);
  self->brief = brief;
  if (brief != NULL)
    show_brief (self, another);
  else
    gtk_stack_set_visible_child_name (self->stack, "nobody");
}

/**
 * hf_visit_panel_get_brief:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const HfBrief *
hf_visit_panel_get_brief (HfVisitPanel *self)
{
  g_return_val_if_fail (HF_IS_VISIT_PANEL (self), NULL);

  return self->brief;
}

void
hf_visit_panel_choose_outcome (HfVisitPanel *self, guint number)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief != NULL)
    hf_visit_form_choose_outcome (self->form, number);
}

void
hf_visit_panel_record (HfVisitPanel *self)
{
  g_auto (GStrv) ticked = NULL;

  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief == NULL || self->brief->item->state != HF_FOLLOW_UP_OPEN)
    return;
  ticked = dup_ticked (self);
  hf_visit_form_record (self->form, ticked);
}

void
hf_visit_panel_reveal (HfVisitPanel *self)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief != NULL)
    hf_phone_field_reveal (self->phone);
}

void
hf_visit_panel_call (HfVisitPanel *self)
{
  g_return_if_fail (HF_IS_VISIT_PANEL (self));

  if (self->brief != NULL)
    hf_phone_field_call (self->phone);
}

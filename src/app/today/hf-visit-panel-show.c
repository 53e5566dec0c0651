/* hf-visit-panel-show.c: a brief, put into the panel's labels
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-panel-private.h"

#include <glib/gi18n-lib.h>

#include "hf-call.h"
#include "hf-channel.h"
#include "hf-tier-badge.h"
#include "hf-today.h"
#include "hf-when.h"

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
  gtk_widget_set_visible (self->case_button, self->brief->belongs.kind != NULL);
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

/* "30 Sep: birthday" */
static void
show_birthday (HfVisitPanel *self, HfDay today)
{
  HfDay day = self->brief->birthday_on;
  g_autofree char *when = day != HF_DAY_NONE ? hf_when_format_day (day, today) : NULL;
  g_autofree char *text = when != NULL ? g_strdup_printf (_ ("Birthday %s"), when) : NULL;

  gtk_label_set_label (self->birthday, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->birthday), text != NULL);
  gtk_widget_set_visible (self->birthday_icon, text != NULL);
}

/* TEXT-1: how to begin and what it is about in one piece, how to end below. */
static void
show_script (HfVisitPanel *self)
{
  const HfBrief *brief = self->brief;
  const char *greeting = brief->greeting != NULL ? brief->greeting : "";
  const char *script = brief->script != NULL ? brief->script : "";
  g_autofree char *text = g_strdup_printf (
      "%s%s%s", greeting, *greeting != '\0' && *script != '\0' ? "\n" : "", script);

  gtk_label_set_label (self->script, text);
  gtk_label_set_label (self->closing, brief->closing != NULL ? brief->closing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closing), brief->closing != NULL);
  gtk_widget_set_visible (self->script_box, *text != '\0' || brief->closing != NULL);
}

/* TEXT-2: beside the checklist. */
static void
show_taboos (HfVisitPanel *self)
{
  g_autofree char *text = g_strjoinv (_ ("; "), self->brief->taboos);

  gtk_label_set_label (self->taboos, text);
  gtk_widget_set_visible (self->taboo_box, *text != '\0');
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
  gboolean is_short =
      hf_call_grade (visit->channel, visit->outcome, visit->minutes) == HF_CALL_SHORT;
  g_autofree char *minutes = is_short             ? g_strdup (_ ("under 1 minute"))
                             : visit->minutes > 0 ? hf_when_format_minutes (visit->minutes)
                                                  : NULL;

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

/**
 * hf_visit_panel_dup_ticked:
 *
 * Returns: (transfer full): the lines of the checklist that were ticked
 */
GStrv
hf_visit_panel_dup_ticked (HfVisitPanel *self)
{
  g_autoptr (GStrvBuilder) ticked = g_strv_builder_new ();
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_strv_builder_add (ticked, self->brief->checklist[i]);
  return g_strv_builder_end (ticked);
}

/* What somebody wrote about a follow-up that was closed meanwhile can still be recorded. */
static void
show_form (HfVisitPanel *self)
{
  gboolean open = self->brief->item->state == HF_FOLLOW_UP_OPEN;
  gboolean dirty = hf_visit_form_is_dirty (self->form);

  gtk_widget_set_visible (GTK_WIDGET (self->form), open || dirty);
  if (!open && dirty)
    hf_visit_hints_say_gone (self->hints,
                             _ ("Somebody else has dealt with this meanwhile. What you wrote is "
                                "still here: record it as one more contact, or clear it."));
}

/**
 * hf_visit_panel_show_brief:
 * @another: of another follow-up than before
 */
void
hf_visit_panel_show_brief (HfVisitPanel *self, gboolean another)
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
  show_taboos (self);
  show_script (self);
  show_birthday (self, hf_minute_get_day (now));
  hf_visit_hints_set_brief (self->hints, self->brief);
  hf_visit_form_set_brief (self->form, self->brief);
  show_form (self);
  if (another)
    gtk_stack_set_visible_child_name (self->top, "brief");
  gtk_stack_set_visible_child_name (self->stack, "brief");
}

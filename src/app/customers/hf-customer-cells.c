/* hf-customer-cells.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-cells.h"

#include <glib/gi18n-lib.h>

#include "hf-tier-badge.h"
#include "hf-tip.h"
#include "hf-when.h"

/* Less than half of a card, and supply for a week, is worth a look. */
#define POOR      (50)
#define SOON      (7)
#define FULL_BAR  (60.0)
#define BAR_WIDTH (40)

/* Unknown, where blank would say that it does not apply. */
#define UNKNOWN "—"

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Of a size that its text has no part in: another text lays out nothing but itself. As high as one
 * line: in more room it would fill several. */
static GtkWidget *
create_text (void)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (text, "tnum");
  return text;
}

static void
set_text (GtkWidget *cell, const char *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
}

static GtkWidget *
create_name (void)
{
  GtkWidget *label = create_text ();

  gtk_widget_add_css_class (label, "strong");
  return label;
}

/* A sign as wide as itself, at the left of its cell. */
static GtkWidget *
create_sign (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
create_stage (void)
{
  GtkWidget *label = create_sign ();

  gtk_widget_add_css_class (label, "pill");
  gtk_widget_add_css_class (label, "stage");
  return label;
}

static GtkWidget *
create_supply (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *label = create_text ();

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_widget_add_css_class (bar, "hf-supply");
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_name (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  set_text (cell, row->name);
}

static void
show_tier (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  hf_tier_badge_apply (GTK_LABEL (cell), row->tier);
}

static void
show_stage (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  char text[16];

  g_snprintf (text, sizeof text, "T%d", row->stage);
  gtk_label_set_label (GTK_LABEL (cell), row->stage >= 0 ? text : "");
  gtk_widget_set_visible (cell, row->stage >= 0);
}

static void
show_card_type (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  set_text (cell, hf_domain_get_label (HF_DOMAIN_CARD_TYPE, (int) row->card_type));
}

static void
show_membership (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  set_text (cell, row->membership != NULL ? row->membership : "");
}

static void
show_area (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  set_text (cell, *row->area != '\0' ? row->area : UNKNOWN);
}

static void
show_plan (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  set_text (cell, row->plan != NULL ? row->plan : "");
  hf_tip_set (cell, row->plan);
}

static void
show_last (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  HfDay today = hf_minute_get_day (*(const HfMinute *) now);
  HfMinute last = row->last_contact_at;
  gboolean known = last != HF_MINUTE_NONE;
  g_autofree char *text =
      known ? hf_when_format_day_or_month (hf_minute_get_day (last), today) : g_strdup (UNKNOWN);
  g_autofree char *exact = known ? hf_when_format_exact (last) : NULL;

  set_text (cell, text);
  hf_tip_set (cell, exact);
}

/* "20 Sep · 2 days late", "today 14:00", "4 Dec" */
static char *
format_next (const HfCustomerRow *row, HfMinute now)
{
  HfDay today = hf_minute_get_day (now);
  HfDay day = hf_minute_get_day (row->next_due_at);
  g_autofree char *when = hf_when_format_day (day, today);
  g_autofree char *more = NULL;

  if (row->next_due_at < now)
    more = hf_when_format_late (row->next_due_at, now);
  else if (day <= today + 1)
    more = hf_when_format_clock (row->next_due_at);
  else
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s %s", when, more);
}

static void
show_next (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  HfMinute moment = *(const HfMinute *) now;
  gboolean due = row->next_due_at != HF_MINUTE_NONE;
  g_autofree char *text = due ? format_next (row, moment) : g_strdup (UNKNOWN);
  g_autofree char *exact = due ? hf_when_format_exact (row->next_due_at) : NULL;

  set_text (cell, text);
  hf_tip_set (cell, exact);
  set_class (cell, "late", due && row->next_due_at < moment);
}

static void
show_supply (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  GtkWidget *bar = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_last_child (cell);
  gboolean known = row->supply_until != HF_DAY_NONE;
  int days = known ? (int) (row->supply_until - hf_minute_get_day (*(const HfMinute *) now)) : 0;
  g_autofree char *text = NULL;

  days = MAX (days, 0);
  text = known ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days),
                                  days)
               : g_strdup (UNKNOWN);
  set_text (label, text);
  gtk_widget_set_visible (bar, known);
  if (known)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), MIN (days / FULL_BAR, 1));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), known ? 1 : 0);
  set_class (cell, "soon", known && days <= SOON);
}

static void
show_phone (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  set_text (cell, row->phone != NULL ? row->phone : UNKNOWN);
}

static void
show_completeness (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d%%", row->completeness);
  set_text (cell, text);
  set_class (cell, "soon", row->completeness < POOR);
}

static void
show_owner (GtkWidget *cell, const HfCustomerRow *row, gpointer now)
{
  set_text (cell, row->owner != NULL ? row->owner : _ ("nobody"));
  set_class (cell, "soon", row->owner == NULL);
}

const HfCustomerColumnInfo hf_customer_column_infos[] = {
  { "name", N_ ("Name"), HF_CUSTOMER_SORT_NAME, 84, TRUE, create_name, show_name },
  { "tier", N_ ("Tier"), HF_CUSTOMER_SORT_TIER, 50, TRUE, create_sign, show_tier },
  { "stage", N_ ("Stage"), HF_CUSTOMER_SORT_STAGE, 50, TRUE, create_stage, show_stage },
  { "card-type", N_ ("Card type"), HF_CUSTOMER_SORT_CARD_TYPE, 74, TRUE, create_text,
    show_card_type },
  { "membership", N_ ("Membership"), -1, 74, TRUE, create_text, show_membership },
  { "area", N_ ("Area"), HF_CUSTOMER_SORT_AREA, 86, TRUE, create_text, show_area },
  { "plan", N_ ("Care plan"), -1, 136, TRUE, create_text, show_plan },
  { "last-contact", N_ ("Last contact"), HF_CUSTOMER_SORT_LAST_CONTACT, 84, TRUE, create_text,
    show_last },
  { "next-due", N_ ("Next contact"), HF_CUSTOMER_SORT_NEXT_DUE, 130, TRUE, create_text, show_next },
  { "supply", N_ ("Supply"), HF_CUSTOMER_SORT_SUPPLY, 116, TRUE, create_supply, show_supply },
  { "phone", N_ ("Phone"), -1, 112, TRUE, create_text, show_phone },
  { "completeness", N_ ("Complete"), -1, 62, TRUE, create_text, show_completeness },
  { "owner", N_ ("Owner"), HF_CUSTOMER_SORT_OWNER, 84, TRUE, create_text, show_owner },
};

const guint hf_n_customer_column_infos = G_N_ELEMENTS (hf_customer_column_infos);

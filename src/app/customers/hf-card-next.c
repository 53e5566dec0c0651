/* hf-card-next.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-next.h"

#include <glib/gi18n-lib.h>

#include "hf-card-words.h"
#include "hf-channel.h"
#include "hf-lunar.h"
#include "hf-when.h"

/**
 * HfCardNext:
 *
 * What to do with the customer next: follow-ups that are there (solid) and projected (dashed,
 * SCHED-1), how long the supply lasts (PUR-3), special dates (CAL-3), promises (VISIT-6) and what
 * kind of service the last contacts were (VISIT-7).
 */
struct _HfCardNext
{
  AdwBin parent_instance;

  GMenu *merge_section;
  GtkBox *follow_ups;
  GtkWidget *nothing;
  GtkWidget *supply_title;
  GtkBox *supplies;
  GtkWidget *dates_title;
  GtkBox *dates;
  GtkWidget *promises_title;
  GtkBox *promises;
  GtkWidget *mix_box;
  GtkLabel *mix_count;
  GtkLabel *mix;
  GtkLabel *mix_hint;
};

G_DEFINE_FINAL_TYPE (HfCardNext, hf_card_next, ADW_TYPE_BIN)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
create_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, xalign == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a box of the list says. */
typedef struct
{
  HfChannel channel;
  const char *title;
  const char *when;
  const char *below;
  const char *style;
  gboolean late;
} Box;

static GtkWidget *
create_box (const Box *box)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *when = create_label (box->when, 1, "hf-small");

  hf_channel_apply (GTK_IMAGE (icon), box->channel);
  gtk_widget_set_tooltip_text (icon, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) box->channel));
  gtk_widget_add_css_class (when, "tnum");
  if (box->late)
    gtk_widget_add_css_class (when, "late");
  gtk_box_append (GTK_BOX (first), create_label (box->title, 0, "strong"));
  gtk_box_append (GTK_BOX (first), when);
  gtk_box_append (GTK_BOX (lines), first);
  if (box->below != NULL && *box->below != '\0')
    {
      GtkWidget *below = create_label (box->below, 0, "hf-small");

      gtk_widget_set_tooltip_text (below, box->below);
      gtk_box_append (GTK_BOX (lines), below);
    }
  gtk_box_append (GTK_BOX (outer), icon);
  gtk_box_append (GTK_BOX (outer), lines);
  gtk_widget_add_css_class (outer, "hf-next");
  gtk_widget_add_css_class (outer, box->style);
  return outer;
}

static char *
format_title (const HfWorkItem *item)
{
  if (item->plan_name == NULL)
    return g_strdup (item->title);
  return item->index > 0 ? g_strdup_printf ("%s %u/%u", item->plan_name, item->index, item->count)
                         : g_strdup (item->plan_name);
}

/* A real one opens Today's panel. */
static GtkWidget *
create_follow_up (const HfWorkItem *item, const Box *box)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *spoken = g_strdup_printf ("%s, %s", box->title, box->when);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hf-next-button");
  gtk_button_set_child (GTK_BUTTON (button), create_box (box));
  gtk_widget_set_tooltip_text (button, item->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.show-follow-up");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", item->id);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&item->id, sizeof item->id), g_free);
  return button;
}

static GtkWidget *
get_after (HfCardNext *self, GtkWidget *last)
{
  return last != NULL ? gtk_widget_get_next_sibling (last)
                      : gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups));
}

/* One that shows the same already is kept, with the focus that it may have. */
static GtkWidget *
put_follow_up (HfCardNext *self, const HfWorkItem *item, const Box *box, GtkWidget *last)
{
  g_autofree char *shown =
      g_strdup_printf ("%" G_GINT64_FORMAT "|%d|%s|%s|%s|%s|%s", item->id, (int) box->channel,
                       box->title, box->when, box->style, box->below, item->reason);
  GtkWidget *button = get_after (self, last);

  while (button != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (button), "shown"), shown) != 0)
    button = gtk_widget_get_next_sibling (button);
  if (button == NULL)
    {
      button = create_follow_up (item, box);
      g_object_set_data_full (G_OBJECT (button), "shown", g_steal_pointer (&shown), g_free);
      gtk_box_insert_child_after (self->follow_ups, button, last);
    }
  else if (button != get_after (self, last))
    gtk_box_reorder_child_after (self->follow_ups, button, last);
  return button;
}

static GtkWidget *
show_follow_up (HfCardNext *self, const HfWorkItem *item, HfMinute now, GtkWidget *last)
{
  HfDay today = hf_minute_get_day (now);
  gboolean late = item->state == HF_FOLLOW_UP_OPEN && item->due_on < today;
  g_autofree char *title = format_title (item);
  g_autofree char *when = item->state == HF_FOLLOW_UP_PAUSED ? g_strdup (_ ("paused"))
                          : late ? hf_when_format_late (item->due_at, now)
                                 : hf_when_format_day (item->due_on, today);
  Box box = {
    item->channel,           title, when, item->plan_name != NULL ? item->title : item->reason,
    late ? "late" : "solid", late
  };

  return put_follow_up (self, item, &box, last);
}

static GtkWidget *
put_projected (HfCardNext *self, const HfCardProjected *projected, HfDay today, GtkWidget *last)
{
  GtkWidget *shown;
  g_autofree char *title =
      projected->index > 0
          ? g_strdup_printf ("%s %u/%u", projected->plan_name, projected->index, projected->count)
          : g_strdup (projected->plan_name);
  g_autofree char *when = projected->paused         ? g_strdup (_ ("paused"))
                          : projected->day <= today ? g_strdup (_ ("after that"))
                                                    : hf_when_format_day (projected->day, today);
  Box box = {
    projected->channel, title, when, projected->move != NULL ? projected->move : projected->title,
    "projected",        FALSE
  };

  shown = create_box (&box);
  gtk_box_insert_child_after (self->follow_ups, shown, last);
  return shown;
}

/* 0 when the focus is elsewhere. */
static gint64
get_focused (HfCardNext *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->follow_ups));
  const gint64 *id = child != NULL ? g_object_get_data (G_OBJECT (child), "id") : NULL;

  return id != NULL ? *id : 0;
}

/* To the same follow-up, which may say something else now; to the first one when it is gone. */
static void
restore_focus (HfCardNext *self, gint64 focused)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups));

  if (focused == 0 || get_focused (self) == focused)
    return;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const gint64 *id = g_object_get_data (G_OBJECT (child), "id");

      if (id != NULL && *id == focused && gtk_widget_grab_focus (child))
        return;
    }
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Those that are projected know nobody's focus, and are made anew. */
static void
remove_projected (HfCardNext *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->follow_ups));

  while (child != NULL)
    {
      GtkWidget *after = gtk_widget_get_next_sibling (child);

      if (!GTK_IS_BUTTON (child))
        gtk_box_remove (self->follow_ups, child);
      child = after;
    }
}

/* Those that come before @day. What is late comes first, and what follows from it “after that”. */
static GtkWidget *
put_projected_before (
    HfCardNext *self, const HfCardView *view, guint *done, HfDay day, HfDay today, GtkWidget *last)
{
  for (; *done < view->projected->len; (*done)++)
    {
      const HfCardProjected *projected = view->projected->pdata[*done];

      if (day != HF_DAY_NONE && MAX (projected->day, today) >= day)
        break;
      last = put_projected (self, projected, today, last);
    }
  return last;
}

/* One list by day; on the same day what is there before what is projected. */
static void
show_follow_ups (HfCardNext *self, const HfCardView *view, HfMinute now)
{
  HfDay today = hf_minute_get_day (now);
  gint64 focused = get_focused (self);
  GtkWidget *last = NULL;
  GtkWidget *child;
  guint done = 0;

  remove_projected (self);
  for (guint i = 0; i < view->follow_ups->len; i++)
    {
      const HfWorkItem *item = view->follow_ups->pdata[i];

      last = put_projected_before (self, view, &done, item->due_on, today, last);
      last = show_follow_up (self, item, now, last);
    }
  last = put_projected_before (self, view, &done, HF_DAY_NONE, today, last);
  while ((child = get_after (self, last)) != NULL)
    gtk_box_remove (self->follow_ups, child);
  gtk_widget_set_visible (self->nothing, view->follow_ups->len + view->projected->len == 0);
  restore_focus (self, focused);
}

static void
add_supply (HfCardNext *self, const HfSupplyLeft *left, HfDay today)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *days =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) left->days_left),
                       left->days_left);
  g_autofree char *out = hf_when_format_date (left->runs_out, today);
  g_autofree char *ask = hf_when_format_date (left->expected_purchase, today);
  g_autofree char *below = left->days_left > 0
                               ? g_strdup_printf (_ ("used up about %s; ask on %s"), out, ask)
                               : g_strdup_printf (_ ("used up since %s"), out);
  GtkWidget *name = create_label (left->product, 0, NULL);

  gtk_widget_set_hexpand (name, FALSE);
  gtk_progress_bar_set_fraction (
      GTK_PROGRESS_BAR (bar),
      left->of_days > 0 ? CLAMP ((double) left->days_left / left->of_days, 0, 1) : 0);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "hf-left");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  left->product, -1);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (GTK_BOX (line), create_label (days, 1, "strong"));
  gtk_box_append (self->supplies, line);
  gtk_box_append (self->supplies, create_label (below, 0, "dim"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (self->supplies)), "hf-small");
}

/* What ran out long ago is history. */
static void
show_supplies (HfCardNext *self, const HfCardView *view, HfDay today)
{
  const int long_ago = 60;

  clear_box (self->supplies);
  for (guint i = 0; i < view->supplies->len; i++)
    {
      const HfSupplyLeft *left = view->supplies->pdata[i];

      if (left->runs_out != HF_DAY_NONE && left->runs_out > today - long_ago)
        add_supply (self, left, today);
    }
  gtk_widget_set_visible (self->supply_title,
                          gtk_widget_get_first_child (GTK_WIDGET (self->supplies)) != NULL);
}

static void
add_line (GtkBox *box, const char *icon, const char *css_class, const char *text, const char *when)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = create_label (text, 0, NULL);
  GtkWidget *day = create_label (when, 1, "hf-small");

  gtk_widget_add_css_class (image, css_class);
  gtk_widget_add_css_class (day, g_str_equal (css_class, "late") ? "late" : "dim");
  gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), day);
  gtk_box_append (box, line);
}

static char *
format_date (const HfCardRow *row)
{
  const char *label = hf_card_special_get_label (row->kind, row->text);
  HfSpecialDate date = row->date;
  g_autofree char *day = NULL;

  if (!date.is_lunar)
    return g_strdup (label);
  date.year = 0;
  day = hf_card_words_date (&date);
  return g_strdup_printf ("%s %s", label, day);
}

static void
show_dates (HfCardNext *self, const HfCardView *view, HfDay today)
{
  const GPtrArray *dates = view->parts[HF_CARD_DATE];

  clear_box (self->dates);
  for (guint i = 0; i < dates->len; i++)
    {
      const HfCardRow *row = dates->pdata[i];
      gboolean birthday = g_str_equal (row->kind, "birthday");
      HfDay next = hf_special_date_get_next (&row->date, today);
      g_autofree char *text = format_date (row);
      g_autofree char *when = next != HF_DAY_NONE ? hf_card_words_in_days (next, today) : NULL;

      add_line (self->dates, birthday ? "starred-symbolic" : "emblem-favorite-symbolic", "dim",
                text, when);
    }
  gtk_widget_set_visible (self->dates_title, dates->len > 0);
}

static void
show_promises (HfCardNext *self, const HfCardView *view, HfDay today)
{
  clear_box (self->promises);
  for (guint i = 0; i < view->promises->len; i++)
    {
      const HfCardPromise *promise = view->promises->pdata[i];
      gboolean kept = g_str_equal (promise->state, "kept");
      gboolean open = g_str_equal (promise->state, "open");
      gboolean late = open && promise->day < today;
      g_autofree char *day = hf_when_format_day (promise->day, today);
      g_autofree char *when =
          kept   ? g_strdup_printf (_ ("kept on %s"), day)
          : late ? hf_when_format_late (hf_minute_new (promise->day, 0), hf_minute_new (today, 0))
          : open ? g_strdup (day)
                 : g_strdup (_ ("not kept"));

      add_line (self->promises, kept ? "object-select-symbolic" : "alarm-symbolic",
                kept   ? "ok"
                : late ? "late"
                       : "dim",
                promise->text, when);
    }
  gtk_widget_set_visible (self->promises_title, view->promises->len > 0);
}

static void
show_mix (HfCardNext *self, const HfCardView *view)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "last %d contact", "last %d contacts", (gulong) view->n_mix),
      view->n_mix);
  g_autofree char *hint = NULL;

  for (int i = 0; i < HF_N_CARD_MIX; i++)
    if (view->mix[i] > 0)
      g_string_append_printf (text, "%s%s %d", text->len > 0 ? " · " : "",
                              hf_domain_get_label (HF_DOMAIN_MIX, i), view->mix[i]);
  gtk_label_set_label (self->mix_count, count);
  gtk_label_set_label (self->mix, text->str);
  if (view->mix_suggested >= 0)
    hint = g_strdup_printf (_ ("Three times “%s” in a row: try something else, perhaps: %s"),
                            hf_domain_get_label (HF_DOMAIN_MIX, view->mix_last),
                            view->mix_suggested == HF_MIX_PERSONAL
                                ? view->values[HF_CUSTOMER_INTERESTS]
                                : hf_domain_get_label (HF_DOMAIN_MIX, view->mix_suggested));
  gtk_label_set_label (self->mix_hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mix_hint), hint != NULL);
  gtk_widget_set_visible (self->mix_box, view->n_mix > 0);
}

/* CARD-12: with how many there are, where the program found some. */
static void
show_merge (HfCardNext *self, const HfCardView *view)
{
  g_autofree char *label =
      view->n_duplicates > 0
          ? g_strdup_printf (_ ("Merge with Another Card… (%d)"), (int) view->n_duplicates)
          : g_strdup (_ ("Merge with Another Card…"));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.merge", "x", view->id);
  g_menu_remove_all (self->merge_section);
  g_menu_append_item (self->merge_section, item);
}

static void
hf_card_next_class_init (HfCardNextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/customers/hf-card-next.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, merge_section);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, nothing);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, supply_title);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, supplies);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, dates_title);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, dates);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, promises_title);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, promises);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, mix_box);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, mix_count);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, mix);
  gtk_widget_class_bind_template_child (widget_class, HfCardNext, mix_hint);
}

static void
hf_card_next_init (HfCardNext *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hf_card_next_set_view (HfCardNext *self, const HfCardView *view, HfMinute now)
{
  HfDay today = hf_minute_get_day (now);

  g_return_if_fail (HF_IS_CARD_NEXT (self));

  show_follow_ups (self, view, now);
  show_supplies (self, view, today);
  show_dates (self, view, today);
  show_promises (self, view, today);
  show_mix (self, view);
  show_merge (self, view);
}

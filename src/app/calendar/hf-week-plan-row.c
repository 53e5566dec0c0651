/* hf-week-plan-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-week-plan-row.h"

#include <glib/gi18n-lib.h>

#include "hf-tier-badge.h"
#include "hf-when.h"

#define ROW_KEY      "hf-week-row"
#define NAME_CHARS   (10)
#define RESULT_CHARS (22)

/**
 * HfWeekItem:
 *
 * Stands for a customer as long as the list shows them; what is known of the week comes with each
 * reading.
 */
struct _HfWeekItem
{
  GObject parent_instance;

  HfWeekLine *line; /* (nullable): not read yet */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfWeekItem, hf_week_item, G_TYPE_OBJECT)

/* What the factory's rows share. */
typedef struct
{
  HfWeekPlanAct act;
  gpointer data;
} Acts;

/* A line's widgets, made once and shown again for others. */
typedef struct
{
  const Acts *acts;
  HfWeekItem *item; /* (nullable) (unowned) */
  GtkWidget *box;
  GtkLabel *tier;
  GtkLabel *name;
  GtkLabel *due;
  GtkToggleButton *intents[HF_N_INTENTS];
  GtkLabel *outcome;
  GtkEditable *result;
  gulong changed;
  gboolean settling; /* what changes is not the person's doing */
} Row;

static void
hf_week_item_finalize (GObject *object)
{
  g_clear_pointer (&HF_WEEK_ITEM (object)->line, hf_week_line_free);

  G_OBJECT_CLASS (hf_week_item_parent_class)->finalize (object);
}

static void
hf_week_item_class_init (HfWeekItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_week_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_week_item_init (HfWeekItem *self)
{
}

HfWeekItem *
hf_week_item_new (void)
{
  return g_object_new (HF_TYPE_WEEK_ITEM, NULL);
}

const HfWeekLine *
hf_week_item_get_line (HfWeekItem *self)
{
  return self->line;
}

/**
 * hf_week_item_set_line:
 * @line: what was read; copied
 */
void
hf_week_item_set_line (HfWeekItem *self, const HfWeekLine *line)
{
  HfWeekLine *copy = g_memdup2 (line, sizeof *line);

  copy->customer = g_strdup (line->customer);
  copy->tier = g_strdup (line->tier);
  copy->result = g_strdup (line->result);
  g_clear_pointer (&self->line, hf_week_line_free);
  self->line = copy;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_intent (GtkToggleButton *button, Row *row)
{
  const HfWeekLine *line = row->item != NULL ? row->item->line : NULL;
  int intent = HF_INTENT_NONE;

  if (row->settling || line == NULL)
    return;
  for (int i = 0; i < HF_N_INTENTS; i++)
    if (row->intents[i] == button && gtk_toggle_button_get_active (button))
      intent = i;
  row->acts->act (line, intent, NULL, row->acts->data);
}

static void
save_result (Row *row)
{
  const HfWeekLine *line = row->item != NULL ? row->item->line : NULL;
  const char *text = gtk_editable_get_text (row->result);

  if (!row->settling && line != NULL && line->intent != HF_INTENT_NONE &&
      !g_str_equal (text, line->result))
    row->acts->act (line, line->intent, text, row->acts->data);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style, int chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_intents (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (int i = 0; i < HF_N_INTENTS; i++)
    {
      GtkWidget *button =
          gtk_toggle_button_new_with_label (hf_domain_get_label (HF_DOMAIN_INTENT, i));

      row->intents[i] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect (button, "toggled", G_CALLBACK (on_intent), row);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (row->box), box);
}

static void
add_result (Row *row)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  row->result = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("What came of it"));
  gtk_editable_set_width_chars (row->result, RESULT_CHARS);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What came of it"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (save_result), row);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (save_result), row);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (row->box), entry);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer acts)
{
  Row *row = g_new0 (Row, 1);

  row->acts = acts;
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  row->tier = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (row->tier), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->tier));
  row->name = add_label (row->box, "strong", NAME_CHARS);
  row->due = add_label (row->box, "hf-small", NAME_CHARS);
  add_intents (row);
  row->outcome = add_label (row->box, "hf-small", NAME_CHARS);
  add_result (row);
  gtk_widget_add_css_class (row->box, "hf-today-line");
  g_object_set_data_full (G_OBJECT (list_item), ROW_KEY, row, g_free);
  gtk_list_item_set_child (list_item, row->box);
}

static void
show_outcome (Row *row, const HfWeekLine *line)
{
  gtk_label_set_label (row->outcome,
                       hf_domain_get_label (HF_DOMAIN_WEEK_OUTCOME, (int) line->outcome));
  gtk_widget_remove_css_class (GTK_WIDGET (row->outcome), "ok");
  gtk_widget_remove_css_class (GTK_WIDGET (row->outcome), "dim");
  if (line->outcome >= HF_WEEK_REACHED)
    gtk_widget_add_css_class (GTK_WIDGET (row->outcome), "ok");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row->outcome), "dim");
}

/* Words that are being typed are the person's until they are saved. */
static void
show_result (Row *row, const HfWeekLine *line)
{
  gboolean typing = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (row->result)));

  if (!typing)
    gtk_editable_set_text (row->result, line->result);
  gtk_widget_set_sensitive (GTK_WIDGET (row->result), line->intent != HF_INTENT_NONE);
}

static void
show_line (HfWeekItem *item, Row *row)
{
  const HfWeekLine *line = item->line;
  g_autofree char *due = NULL;

  if (line == NULL)
    return;
  due = line->due_on != HF_DAY_NONE ? hf_when_format_date (line->due_on, line->due_on)
                                    : g_strdup ("");
  row->settling = TRUE;
  hf_tier_badge_apply (row->tier, line->tier);
  gtk_label_set_label (row->name, line->customer);
  gtk_label_set_label (row->due, due);
  for (int i = 0; i < HF_N_INTENTS; i++)
    gtk_toggle_button_set_active (row->intents[i], line->intent == i);
  show_outcome (row, line);
  show_result (row, line);
  row->settling = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->customer, -1);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer acts)
{
  Row *row = g_object_get_data (G_OBJECT (list_item), ROW_KEY);

  row->item = gtk_list_item_get_item (list_item);
  show_line (row->item, row);
  row->changed = g_signal_connect (row->item, "changed", G_CALLBACK (show_line), row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer acts)
{
  Row *row = g_object_get_data (G_OBJECT (list_item), ROW_KEY);

  g_signal_handler_disconnect (row->item, row->changed);
  row->item = NULL;
}

static void
free_acts (gpointer acts, GClosure *closure)
{
  g_free (acts);
}

/**
 * hf_week_plan_rows_create_factory:
 * @act: what is done with what somebody chose or wrote
 *
 * Returns: (transfer full): what shows #HfWeekItem, a line each
 */
GtkListItemFactory *
hf_week_plan_rows_create_factory (HfWeekPlanAct act, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Acts *acts = g_new0 (Acts, 1);

  *acts = (Acts){ act, data };
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), acts, free_acts, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), acts);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), acts);
  return factory;
}

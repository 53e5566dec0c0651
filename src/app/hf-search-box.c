/* hf-search-box.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-search-box.h"

#include <glib/gi18n-lib.h>

#include "hf-card.h"
#include "hf-find.h"
#include "hf-tier-badge.h"

#define MAX_FOUND (8)

/**
 * HfSearchBox:
 *
 * An entry with the customers it finds below it. Each key starts a search on a reader's thread and
 * cancels the one before, whose answer is no longer shown. The entry keeps the focus; Up and Down
 * choose, Enter takes, also when it is faster than the answer; Escape leaves.
 */
struct _HfSearchBox
{
  AdwBin parent_instance;

  GtkSearchEntry *entry;
  GtkPopover *popover;
  GtkStack *stack;
  GtkListBox *list;

  HfAppContext *context;
  GCancellable *cancellable; /* of the newest search, until it is answered */
  gboolean take_first;       /* Enter was pressed before the answer came */
};

enum
{
  CHOSEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfSearchBox, hf_search_box, ADW_TYPE_BIN)

static GQuark
customer_quark (void)
{
  return g_quark_from_static_string ("hf-search-box-customer");
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Where, and whose: tells apart those of one name. */
static char *
describe (const HfCard *card)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (*card->area != '\0')
    g_strv_builder_add (parts, card->area);
  if (card->owner != NULL)
    g_strv_builder_add (parts, card->owner);
  if (card->card_type == HF_CARD_TYPE_DISCARDED)
    g_strv_builder_add (parts, _ ("discarded"));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static void
add_found (HfSearchBox *self, const HfCard *card)
{
  g_autofree char *whose = describe (card);
  g_autofree char *details = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *name = create_label (card->name, "strong");
  GtkWidget *phone = create_label (card->phones[0] != NULL ? card->phones[0] : "", "tnum");
  GtkWidget *place = create_label (whose, "hf-small");

  hf_tier_badge_apply (GTK_LABEL (badge), card->tier);
  gtk_widget_set_hexpand (phone, TRUE);
  gtk_widget_add_css_class (place, "dim");
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), phone);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  details = g_strjoin (" ", card->tier, gtk_label_get_text (GTK_LABEL (phone)), whose, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, card->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
  g_object_set_qdata_full (G_OBJECT (row), customer_quark (),
                           g_memdup2 (&card->id, sizeof card->id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
clear_list (HfSearchBox *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void choose (HfSearchBox *self, GtkListBoxRow *row);

static void
show_found (HfSearchBox *self, GPtrArray *cards)
{
  gboolean take = self->take_first;

  self->take_first = FALSE;
  clear_list (self);
  for (guint i = 0; i < cards->len; i++)
    add_found (self, cards->pdata[i]);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, cards->len > 0 ? "found" : "none");
  if (take && cards->len > 0)
    choose (self, gtk_list_box_get_row_at_index (self->list, 0));
  else
    gtk_popover_popup (self->popover);
}

typedef struct
{
  char *text;
  HfActor actor;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free (question);
}

static gpointer
find (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_card_free);
  g_autoptr (GArray) ids =
      hf_find_customers (db, &question->actor, question->text, MAX_FOUND, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      HfCard *card = hf_card_load (db, g_array_index (ids, gint64, i), NULL);

      if (card != NULL)
        g_ptr_array_add (cards, card);
    }
  return ids != NULL ? g_steal_pointer (&cards) : NULL;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfSearchBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = hf_store_call_finish (HF_STORE (source), result, &error);

  /* Something else was typed since. */
  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (cards != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_found (self, cards);
  else if (error != NULL && self->context != NULL)
    hf_app_context_complain (self->context, error);
}

static void
cancel (HfSearchBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->take_first = FALSE;
}

static void
on_search_changed (HfSearchBox *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  Question *question;
  HfActor actor;

  cancel (self);
  if (*text == '\0' || self->context == NULL)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  if (!hf_app_context_init_actor (self->context, &actor, &error))
    {
      hf_app_context_complain (self->context, error);
      return;
    }
  question = g_new0 (Question, 1);
  question->text = g_strdup (text);
  question->actor = actor;
  self->cancellable = g_cancellable_new ();
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, find, question,
                       question_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                       on_found, g_object_ref (self));
}

static void
clear (HfSearchBox *self)
{
  cancel (self);
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* The entry keeps the key for itself. */
static void
on_stop_search (HfSearchBox *self)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  clear (self);
  if (empty)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
choose (HfSearchBox *self, GtkListBoxRow *row)
{
  const gint64 *id = row != NULL ? g_object_get_qdata (G_OBJECT (row), customer_quark ()) : NULL;
  gint64 customer;

  if (id == NULL)
    return;
  customer = *id;
  clear (self);
  g_signal_emit (self, signals[CHOSEN], 0, customer);
}

static void
on_activate (HfSearchBox *self)
{
  if (self->cancellable != NULL)
    self->take_first = TRUE;
  else
    choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
on_row_activated (HfSearchBox *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static gboolean
on_key_pressed (HfSearchBox *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  return GDK_EVENT_STOP;
}

static gboolean
hf_search_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_SEARCH_BOX (widget)->entry));
}

static void
hf_search_box_dispose (GObject *object)
{
  HfSearchBox *self = HF_SEARCH_BOX (object);

  cancel (self);
  g_clear_object (&self->context);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;

  G_OBJECT_CLASS (hf_search_box_parent_class)->dispose (object);
}

static void
hf_search_box_class_init (HfSearchBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_search_box_dispose;
  widget_class->grab_focus = hf_search_box_grab_focus;

  /**
   * HfSearchBox::chosen:
   * @customer: whom
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * HfSearchBox::left:
   *
   * Escape was pressed, and there was nothing to clear.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSearchBox, entry);
  gtk_widget_class_bind_template_child (widget_class, HfSearchBox, popover);
  gtk_widget_class_bind_template_child (widget_class, HfSearchBox, stack);
  gtk_widget_class_bind_template_child (widget_class, HfSearchBox, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
hf_search_box_init (HfSearchBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->entry));
}

void
hf_search_box_set_context (HfSearchBox *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_SEARCH_BOX (self));

  g_set_object (&self->context, context);
}

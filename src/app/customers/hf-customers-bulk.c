/* hf-customers-bulk.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customers-bulk.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-plans.h"
#include "hf-tag.h"

/* The colours of a tag: style classes, and what people call them. Those that mean something
 * elsewhere are not among them. */
static const struct
{
  const char *nick;
  const char *label;
} colours[] = {
  { "", N_ ("Grey") },       { "teal", N_ ("Teal") }, { "violet", N_ ("Violet") },
  { "brown", N_ ("Brown") }, { "pink", N_ ("Pink") },
};

/* One operation on many customers, undone as a whole. */
typedef struct
{
  GArray *customers;
  char *tag;          /* (nullable) */
  const char *colour; /* of a new tag */
  gboolean off;       /* take the tag off */
  gint64 plan;        /* 0 for a tag */
} Bulk;

static void
bulk_free (gpointer data)
{
  Bulk *bulk = data;

  g_array_unref (bulk->customers);
  g_free (bulk->tag);
  g_free (bulk);
}

static char *
run_tag (HfDb *db, const HfActor *actor, const Bulk *bulk, GError **error)
{
  guint n = bulk->customers->len;
  gboolean done =
      bulk->off
          ? hf_command_untag_customers (db, actor, bulk->customers, bulk->tag, error)
          : hf_command_tag_customers (db, actor, bulk->customers, bulk->tag, bulk->colour, error);

  if (!done)
    return NULL;
  return g_strdup_printf (bulk->off ? g_dngettext (GETTEXT_PACKAGE, "“%s” taken off %u customer",
                                                   "“%s” taken off %u customers", n)
                                    : g_dngettext (GETTEXT_PACKAGE, "%2$u customer tagged “%1$s”",
                                                   "%2$u customers tagged “%1$s”", n),
                          bulk->tag, n);
}

static gpointer
run (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Bulk *bulk = data;
  guint n;

  if (bulk->plan == 0)
    return run_tag (db, actor, bulk, error);
  if (!hf_command_enrol_customers (db, actor, bulk->customers, bulk->plan, &n, error))
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Care plan started for %u customer",
                                       "Care plan started for %u customers", n),
                          n);
}

/* What a dialog needs until it is answered. */
typedef struct
{
  HfAppContext *context;
  GArray *customers;
  GtkEditable *name;   /* (nullable): of a tag */
  GtkDropDown *colour; /* (nullable): of a new tag */
  GtkDropDown *choice; /* (nullable): of a plan */
  GArray *plans;       /* (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_array_unref (question->customers);
  g_clear_pointer (&question->plans, g_array_unref);
  g_free (question);
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;
  Bulk *bulk = g_new0 (Bulk, 1);

  bulk->customers = g_array_ref (question->customers);
  bulk->off = g_strcmp0 (answer, "off") == 0;
  if (question->name != NULL)
    {
      bulk->tag = g_strstrip (g_strdup (gtk_editable_get_text (question->name)));
      bulk->colour = colours[gtk_drop_down_get_selected (question->colour)].nick;
    }
  else
    bulk->plan =
        g_array_index (question->plans, gint64, gtk_drop_down_get_selected (question->choice));
  hf_dialog_run (dialog, question->context, run, bulk, bulk_free);
}

static GtkWidget *
create_dialog (GtkWidget *parent, GArray *customers, const char *title, GtkWidget *content)
{
  guint n = customers->len;
  g_autofree char *body =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", n), n);

  return hf_dialog_new (parent, title, body, content, _ ("_Cancel"));
}

static Question *
question_new (HfAppContext *context, GArray *customers)
{
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (context);
  question->customers = g_array_ref (customers);
  return question;
}

static void
on_tag_picked (GtkButton *button, GtkEditable *entry)
{
  gtk_editable_set_text (entry, gtk_button_get_label (button));
}

/* Those that there are already are a click away. */
static void
add_known_tags (GtkBox *box, HfDb *db, GtkWidget *entry)
{
  g_autoptr (GPtrArray) tags = hf_tag_dup_all (db, NULL);
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 4);
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (((const HfTag *) tags->pdata[i])->name);

      gtk_widget_add_css_class (button, "hf-flatbtn");
      gtk_widget_add_css_class (button, "hf-tag");
      if (*((const HfTag *) tags->pdata[i])->colour != '\0')
        gtk_widget_add_css_class (button, ((const HfTag *) tags->pdata[i])->colour);
      g_signal_connect (button, "clicked", G_CALLBACK (on_tag_picked), entry);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), button, -1);
    }
  gtk_box_append (box, flow);
}

static GtkWidget *
create_colours (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    gtk_string_list_append (names, _ (colours[i].label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colour of a new tag"), -1);
  gtk_widget_set_tooltip_text (choice, _ ("Colour of a new tag"));
  return choice;
}

/**
 * hf_customers_ask_tag:
 * @customers: (element-type gint64):
 *
 * Asks for a tag, new or known, to put on or take off (CARD-5).
 */
void
hf_customers_ask_tag (GtkWidget *parent, HfAppContext *context, GArray *customers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = create_dialog (parent, customers, _ ("Tag Customers"), box);
  Question *question = question_new (context, customers);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Tag, for example “likes tea”"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag"),
                                  -1);
  gtk_box_append (GTK_BOX (box), entry);
  question->colour = GTK_DROP_DOWN (create_colours ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->colour));
  add_known_tags (GTK_BOX (box), hf_app_context_get_reader (context), entry);
  question->name = GTK_EDITABLE (entry);
  hf_dialog_add_answer (dialog, "off", _ ("_Take Off"));
  hf_dialog_add_main_answer (dialog, "on", _ ("_Put On"));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

/**
 * hf_customers_ask_plan:
 * @customers: (element-type gint64):
 *
 * Asks which care plan they are to follow from today on.
 */
void
hf_customers_ask_plan (GtkWidget *parent, HfAppContext *context, GArray *customers)
{
  HfDb *db = hf_app_context_get_reader (context);
  g_autoptr (GArray) plans = hf_plans_dup_ids (db, NULL);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  GtkWidget *dialog;
  Question *question;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      const HfPlan *plan = hf_plans_get (db, g_array_index (plans, gint64, i), NULL);

      gtk_string_list_append (names, plan != NULL ? plan->name : "");
    }
  if (plans == NULL || plans->len == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Care plan"), -1);
  question = question_new (context, customers);
  question->choice = GTK_DROP_DOWN (choice);
  question->plans = g_steal_pointer (&plans);
  dialog = create_dialog (parent, customers, _ ("Start a Care Plan"), choice);
  hf_dialog_add_main_answer (dialog, "do", _ ("_Start"));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

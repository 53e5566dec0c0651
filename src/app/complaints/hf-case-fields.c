/* hf-case-fields.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-fields.h"

#include <glib/gi18n-lib.h>

#include "hf-card-run.h"
#include "hf-case-editor.h"

/**
 * HfCaseFields:
 *
 * Facts in two columns; Edit puts fields into their places. Only what was changed is written, so
 * that what somebody else wrote meanwhile into another field stays; what cannot be saved stays in
 * the form, with the reason below it.
 */
struct _HfCaseFields
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkGrid *shown;
  GtkGrid *form;
  GtkButton *edit_button;
  GtkWidget *save_button;
  GtkLabel *trouble;

  const HfCaseFact *facts;
  guint n_facts;
  HfAppContext *context;
  gint64 id;
  gint64 about;
  GPtrArray *states;  /* (element-type utf8): of the case that is shown */
  GPtrArray *before;  /* (element-type utf8): when the form was opened */
  GPtrArray *editors; /* (element-type GtkWidget) (nullable members): of the form */
};

G_DEFINE_FINAL_TYPE (HfCaseFields, hf_case_fields, ADW_TYPE_BIN)

/* The change with texts of its own. */
typedef struct
{
  gint64 id;
  HfComplaintEdit edit;
  GPtrArray *texts;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_ptr_array_unref (change->texts);
  g_free (change);
}

static gpointer
run_change (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Change *change = data;

  return hf_command_edit_complaint (db, actor, change->id, &change->edit, error) ? change : NULL;
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
create_label (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (dim)
    {
      gtk_widget_add_css_class (label, "dim");
      gtk_label_set_width_chars (GTK_LABEL (label), 10);
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_hexpand (label, TRUE);
    }
  return label;
}

/* Two columns; what is wide takes a line for itself. */
static void
attach (GtkGrid *grid, guint *place, const HfCaseFact *fact, GtkWidget *widget)
{
  int row, column;

  if (fact->wide && *place % 2 == 1)
    (*place)++;
  row = (int) (*place / 2);
  column = (int) (*place % 2) * 2;
  gtk_grid_attach (grid, create_label (_ (fact->label), TRUE), column, row, 1, 1);
  gtk_grid_attach (grid, widget, column + 1, row, fact->wide ? 3 : 1, 1);
  *place += fact->wide ? 2 : 1;
}

static Change *
read_form (HfCaseFields *self, GError **error)
{
  Change *change = g_new0 (Change, 1);

  change->id = self->id;
  change->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_facts; i++)
    {
      GtkWidget *editor = self->editors->pdata[i];
      char *state;

      if (editor == NULL)
        continue;
      state = hf_case_editor_dup_state (&self->facts[i], editor);
      g_ptr_array_add (change->texts, state);
      if (!g_str_equal (state, self->before->pdata[i]) &&
          !hf_case_editor_read (&change->edit, &self->facts[i], editor, state, error))
        {
          change_free (change);
          return NULL;
        }
    }
  return change;
}

/**
 * hf_case_fields_leave:
 *
 * Another case is shown: what was being written belongs to the one before.
 */
void
hf_case_fields_leave (HfCaseFields *self)
{
  g_return_if_fail (HF_IS_CASE_FIELDS (self));

  hf_card_run_tell (self->trouble, NULL);
  gtk_stack_set_visible_child_name (self->stack, "shown");
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fields.cancel", FALSE);
}

static void
on_done (GObject *form, const GError *error)
{
  HfCaseFields *self = HF_CASE_FIELDS (form);

  gtk_widget_set_sensitive (self->save_button, TRUE);
  hf_card_run_tell (self->trouble, error != NULL ? error->message : NULL);
  if (error == NULL)
    {
      hf_case_fields_leave (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->edit_button));
    }
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCaseFields *self = HF_CASE_FIELDS (widget);
  g_autoptr (GError) error = NULL;
  Change *change;

  if (!gtk_widget_get_sensitive (self->save_button))
    return;
  change = read_form (self, &error);
  if (change == NULL)
    {
      hf_card_run_tell (self->trouble, error->message);
      return;
    }
  if (change->edit.fields == 0)
    {
      change_free (change);
      hf_case_fields_leave (self);
      return;
    }
  gtk_widget_set_sensitive (self->save_button, FALSE);
  hf_card_run_command (self->context, run_change, change, change_free, _ ("Changed"), self,
                       on_done);
}

static void
on_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCaseFields *self = HF_CASE_FIELDS (widget);

  hf_case_fields_leave (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->edit_button));
}

static void
on_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCaseFields *self = HF_CASE_FIELDS (widget);
  GtkWidget *first = NULL;
  guint place = 0;

  clear_grid (self->form);
  g_ptr_array_set_size (self->editors, 0);
  g_ptr_array_set_size (self->before, 0);
  for (guint i = 0; i < self->n_facts; i++)
    {
      const HfCaseFact *fact = &self->facts[i];
      const char *state = self->states->pdata[i];
      GtkWidget *editor = NULL;

      if (fact->kind != HF_CASE_FACT_SHOWN)
        {
          editor = hf_case_editor_new (self->context, fact, state, self->about);
          gtk_widget_set_hexpand (editor, TRUE);
          gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          _ (fact->label), -1);
          attach (self->form, &place, fact, editor);
          first = first != NULL ? first : editor;
        }
      g_ptr_array_add (self->editors, editor);
      g_ptr_array_add (self->before, g_strdup (state));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fields.cancel", TRUE);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
hf_case_fields_dispose (GObject *object)
{
  HfCaseFields *self = HF_CASE_FIELDS (object);

  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_case_fields_parent_class)->dispose (object);
}

static void
hf_case_fields_class_init (HfCaseFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_case_fields_dispose;
  gtk_widget_class_install_action (widget_class, "fields.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "fields.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "fields.cancel", NULL, on_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "fields.cancel", NULL);
}

static GtkGrid *
create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 7);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_widget_add_css_class (grid, "hf-card");
  gtk_widget_add_css_class (grid, "factbox");
  return GTK_GRID (grid);
}

static GtkWidget *
create_foot (HfCaseFields *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->trouble, 0);
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->trouble), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "late");
  gtk_widget_set_halign (foot, GTK_ALIGN_FILL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "fields.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save_button), "fields.save");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->trouble));
  gtk_box_append (GTK_BOX (foot), cancel);
  gtk_box_append (GTK_BOX (foot), self->save_button);
  return foot;
}

static void
hf_case_fields_init (HfCaseFields *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->states = g_ptr_array_new_with_free_func (g_free);
  self->before = g_ptr_array_new_with_free_func (g_free);
  self->editors = g_ptr_array_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->shown = create_grid ();
  self->form = create_grid ();
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (form), create_foot (self));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->shown), "shown");
  gtk_stack_add_named (self->stack, form, "form");
}

/**
 * hf_case_fields_new:
 * @facts: (array length=n_facts): outlives the widget
 */
GtkWidget *
hf_case_fields_new (const char *title, const HfCaseFact *facts, guint n_facts)
{
  HfCaseFields *self = g_object_new (HF_TYPE_CASE_FIELDS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = create_label (title, FALSE);
  g_autofree char *tooltip = g_strdup_printf (_ ("Edit: %s"), title);

  self->facts = facts;
  self->n_facts = n_facts;
  gtk_widget_add_css_class (label, "strong");
  self->edit_button = GTK_BUTTON (gtk_button_new_with_label (_ ("Edit")));
  gtk_widget_add_css_class (GTK_WIDGET (self->edit_button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->edit_button), "hf-flatbtn");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), "fields.edit");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->edit_button));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * hf_case_fields_set_case:
 *
 * Shows what is known now; a form that is open keeps what was written.
 */
void
hf_case_fields_set_case (HfCaseFields *self,
                         HfAppContext *context,
                         const HfComplaintCase *one,
                         HfMinute now)
{
  guint place = 0;

  g_return_if_fail (HF_IS_CASE_FIELDS (self));

  g_set_object (&self->context, context);
  self->id = one->complaint->id;
  self->about = one->complaint->about_id;
  clear_grid (self->shown);
  g_ptr_array_set_size (self->states, 0);
  for (guint i = 0; i < self->n_facts; i++)
    {
      const HfCaseFact *fact = &self->facts[i];
      g_autofree char *text = fact->format (one, now);

      attach (self->shown, &place, fact, create_label (*text != '\0' ? text : "—", FALSE));
      g_ptr_array_add (self->states,
                       fact->dup_state != NULL ? fact->dup_state (one) : g_strdup (""));
    }
}

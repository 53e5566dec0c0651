/* hf-setup-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-setup-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-setup-person-row.h"
#include "hf-setup-plans.h"
#include "hf-text-check.h"

/* How often a person sees the bar move. */
#define PULSE_MS (120)

/**
 * HfSetupPage:
 *
 * Three steps: the branch and who works there; what to begin with; which care plans. Nothing is
 * written before the end, and then all of it or nothing.
 */
struct _HfSetupPage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkStack *steps;
  GtkButton *back_button;
  GtkButton *next_button;
  GtkButton *cancel_button;
  GtkLabel *error_label;
  GtkExpander *error_details;
  GtkLabel *error_text;
  AdwEntryRow *branch_row;
  GtkListBox *people;
  GtkCheckButton *empty_choice;
  GtkCheckButton *import_choice;
  GtkCheckButton *sample_choice;
  HfSetupPlans *plans;
  GtkProgressBar *progress;
  GtkLabel *work_label;

  char *database;
  HfMinute fixed_now;
  int step;
  HfSetup *running; /* (nullable): belongs to its task */
  GCancellable *cancellable;
  guint pulse;
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfSetupPage, hf_setup_page, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  const char *title;
} step_infos[] = {
  { "branch", N_ ("The Branch and Its Staff") },
  { "data", N_ ("What to Begin With") },
  { "plans", N_ ("Care Plans") },
};

#define N_STEPS ((int) G_N_ELEMENTS (step_infos))

static void
show_error (HfSetupPage *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\n", 2);
  gboolean has_details = parts[0] != NULL && parts[1] != NULL;

  gtk_label_set_label (self->error_label, parts[0] != NULL ? parts[0] : "");
  gtk_label_set_label (self->error_text, has_details ? parts[1] : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->error_details), has_details);
}

static HfSetupPersonRow *
get_row (HfSetupPage *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->people, index);

  return row != NULL ? HF_SETUP_PERSON_ROW (row) : NULL;
}

static const char *
get_branch (HfSetupPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->branch_row));
}

/* A row that was added and left empty is no person. */
static gboolean
is_blank (HfSetupPersonRow *row)
{
  HfSetupPerson *person = hf_setup_person_row_dup_person (row);
  gboolean blank = *person->name == '\0';

  hf_setup_person_free (person);
  return blank;
}

static gboolean
is_ready (HfSetupPage *self)
{
  HfSetupPersonRow *row;

  if (self->step != 0)
    return TRUE;
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (!hf_setup_person_row_is_ready (row) && (i == 0 || !is_blank (row)))
        return FALSE;
    }
  return *get_branch (self) != '\0';
}

static void
update (HfSetupPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), is_ready (self));
}

static void
show_step (HfSetupPage *self, int step)
{
  g_autofree char *place = g_strdup_printf (_ ("Step %d of %d"), step + 1, N_STEPS);
  gboolean last = step == N_STEPS - 1;

  self->step = step;
  gtk_stack_set_visible_child_name (self->steps, step_infos[step].name);
  adw_window_title_set_title (self->title, _ (step_infos[step].title));
  adw_window_title_set_subtitle (self->title, place);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), step > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), FALSE);
  gtk_button_set_label (self->next_button, last ? _ ("_Set Up the Branch") : _ ("_Next"));
  update (self);
  if (step > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
on_back (HfSetupPage *self)
{
  if (self->running != NULL || self->step == 0)
    return;
  show_error (self, NULL);
  show_step (self, self->step - 1);
}

/* Said beside the field, not when everything else has been answered. */
static gboolean
check_names (HfSetupPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *branch = NULL;
  HfSetupPersonRow *row;

  if (!hf_text_check_name (get_branch (self), &branch, &error))
    {
      show_error (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->branch_row));
      return FALSE;
    }
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (is_blank (row) || hf_setup_person_row_check (row, &error))
        continue;
      text = g_strdup_printf (_ ("Person %d: %s"), i + 1, error->message);
      show_error (self, text);
      hf_setup_person_row_focus (row);
      return FALSE;
    }
  return TRUE;
}

/* Who may add staff and products later, if nobody is a manager? */
static gboolean
check_people (HfSetupPage *self, GPtrArray *people)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_manager = FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      const HfSetupPerson *person = g_ptr_array_index (people, i);

      has_manager |= person->role == HF_ROLE_MANAGER;
      if (!g_hash_table_add (names, person->name))
        {
          show_error (self, _ ("Two people have the same name. Give one of them a name that tells "
                               "them apart."));
          return FALSE;
        }
    }
  if (!has_manager)
    show_error (self, _ ("Somebody must be the manager: only managers add staff and products."));
  return has_manager;
}

static GPtrArray *
dup_people (HfSetupPage *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_setup_person_free);
  HfSetupPersonRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (!is_blank (row))
        g_ptr_array_add (people, hf_setup_person_row_dup_person (row));
    }
  return people;
}

static void
end_work (HfSetupPage *self)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->cancellable);
  self->running = NULL;
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  HfSetupPage *self = HF_SETUP_PAGE (source);
  HfSetup *setup = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  end_work (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[MADE], 0, setup->staff,
                     gtk_check_button_get_active (self->import_choice));
      return;
    }
  show_step (self, N_STEPS - 1);
  show_error (self, error->message);
}

static gboolean
on_pulse (gpointer data)
{
  HfSetupPage *self = data;

  if (self->running->sample)
    gtk_progress_bar_set_fraction (self->progress,
                                   g_atomic_int_get (&self->running->progress) / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
make_branch (HfSetupPage *self)
{
  HfSetup *setup = hf_setup_new (self->database, self->fixed_now);

  setup->branch = g_strdup (get_branch (self));
  g_ptr_array_unref (setup->people);
  setup->people = dup_people (self);
  setup->sample = gtk_check_button_get_active (self->sample_choice);
  hf_setup_plans_add_choices (self->plans, setup->plans);
  self->running = setup;
  self->cancellable = g_cancellable_new ();
  self->pulse = g_timeout_add (PULSE_MS, on_pulse, self);
  gtk_stack_set_visible_child_name (self->steps, "work");
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_label (self->work_label, setup->sample ? _ ("Inventing a branch to look at…")
                                                       : _ ("Setting up the branch…"));
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), TRUE);
  hf_setup_run (setup, G_OBJECT (self), self->cancellable, on_made);
}

static void
on_next (HfSetupPage *self)
{
  g_autoptr (GPtrArray) people = NULL;

  if (self->running != NULL || !is_ready (self))
    return;
  show_error (self, NULL);
  people = dup_people (self);
  if (self->step == 0 && !(check_names (self) && check_people (self, people)))
    return;
  if (self->step < N_STEPS - 1)
    show_step (self, self->step + 1);
  else
    make_branch (self);
}

static void
on_cancel (HfSetupPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_person_removed (HfSetupPersonRow *row, HfSetupPage *self)
{
  gtk_list_box_remove (self->people, GTK_WIDGET (row));
  update (self);
}

static HfSetupPersonRow *
add_person (HfSetupPage *self, gboolean is_self)
{
  GtkWidget *row = hf_setup_person_row_new (is_self);

  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_person_removed), self, 0);
  gtk_list_box_append (self->people, row);
  return HF_SETUP_PERSON_ROW (row);
}

static void
on_add_person (HfSetupPage *self)
{
  HfSetupPersonRow *row = add_person (self, FALSE);

  update (self);
  hf_setup_person_row_focus (row);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  HfSetupPage *self = HF_SETUP_PAGE (widget);

  if (self->running != NULL)
    on_cancel (self);
  else
    on_back (self);
  return GDK_EVENT_STOP;
}

static gboolean
begin (gpointer data)
{
  HfSetupPage *self = data;

  if (self->step == 0 && *get_branch (self) == '\0')
    gtk_widget_grab_focus (
        GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->branch_row))));
  return G_SOURCE_REMOVE;
}

/* The first thing that is asked for; the window gives the focus away once it is shown. */
static void
hf_setup_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_setup_page_parent_class)->map (widget);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, begin, g_object_ref (widget), g_object_unref);
}

static void
hf_setup_page_dispose (GObject *object)
{
  HfSetupPage *self = HF_SETUP_PAGE (object);

  on_cancel (self);
  g_clear_handle_id (&self->pulse, g_source_remove);

  G_OBJECT_CLASS (hf_setup_page_parent_class)->dispose (object);
}

static void
hf_setup_page_finalize (GObject *object)
{
  HfSetupPage *self = HF_SETUP_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->database);

  G_OBJECT_CLASS (hf_setup_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/setup/hf-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, title);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, steps);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, error_details);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, error_text);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, branch_row);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, people);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, empty_choice);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, import_choice);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, sample_choice);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, plans);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, progress);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, work_label);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_add_person);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
hf_setup_page_class_init (HfSetupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_setup_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_setup_page_finalize;
  widget_class->map = hf_setup_page_map;

  /**
   * HfSetupPage::made:
   * @staff: who sits at the desk
   * @import: a file is to be imported next
   */
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);

  g_type_ensure (HF_TYPE_SETUP_PLANS);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_escape, NULL);
}

static void
hf_setup_page_init (HfSetupPage *self)
{
  self->fixed_now = HF_MINUTE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_person (self, TRUE);
  show_step (self, 0);
}

/**
 * hf_setup_page_set_database:
 * @database: the file to be made
 */
void
hf_setup_page_set_database (HfSetupPage *self, const char *database, HfMinute fixed_now)
{
  g_return_if_fail (HF_IS_SETUP_PAGE (self));

  g_free (self->database);
  self->database = g_strdup (database);
  self->fixed_now = fixed_now;
}

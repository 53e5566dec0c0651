/* hf-setup-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-setup-page.h"

#include <glib/gi18n-lib.h>

#include "hf-branch.h"
#include "hf-office.h"
#include "hf-staff.h"

/**
 * HfSetupPage:
 *
 * Asks for the branch's name and for who is first to work with it, and makes the database on a
 * thread of its own.
 */
struct _HfSetupPage
{
  AdwBin parent_instance;

  AdwEntryRow *branch_row;
  AdwEntryRow *name_row;
  AdwComboRow *role_row;
  AdwEntryRow *qualification_row;
  GtkButton *make_button;
  GtkLabel *error_label;

  char *database;
  HfMinute fixed_now;
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfSetupPage, hf_setup_page, ADW_TYPE_BIN)

/* As the rows of the role's list stand. */
static const HfRole roles[] = { HF_ROLE_MANAGER, HF_ROLE_AGENT, HF_ROLE_EXPERT };

typedef struct
{
  char *database;
  HfMinute fixed_now;
  char *branch;
  char *name;
  HfRole role;
  char *qualification;
  gint64 staff;
} Setup;

static void
setup_free (gpointer data)
{
  Setup *setup = data;

  g_free (setup->database);
  g_free (setup->branch);
  g_free (setup->name);
  g_free (setup->qualification);
  g_free (setup);
}

static gboolean
make_branch (Setup *setup, GError **error)
{
  g_autoptr (HfDb) db = hf_db_open (setup->database, HF_DB_CREATE, error);
  HfActor actor;

  return db != NULL && hf_actor_init (&actor, db, 0, setup->fixed_now, error) &&
         hf_command_init_branch (db, &actor, setup->branch, error) &&
         hf_command_add_staff (db, &actor, setup->name, setup->role, setup->qualification,
                               &setup->staff, error);
}

static void
run_setup (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (make_branch (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_error (HfSetupPage *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", 2);

  gtk_label_set_label (self->error_label, lines[0] != NULL ? lines[0] : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  HfSetupPage *self = HF_SETUP_PAGE (source);
  Setup *setup = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[MADE], 0, setup->staff);
  else
    show_error (self, error->message);
}

static HfRole
get_role (HfSetupPage *self)
{
  return roles[MIN (adw_combo_row_get_selected (self->role_row), G_N_ELEMENTS (roles) - 1)];
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
on_make (HfSetupPage *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_made, NULL);
  Setup *setup = g_new0 (Setup, 1);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->make_button)))
    {
      setup_free (setup);
      return;
    }
  show_error (self, NULL);
  setup->database = g_strdup (self->database);
  setup->fixed_now = self->fixed_now;
  setup->branch = g_strdup (get_text (self->branch_row));
  setup->name = g_strdup (get_text (self->name_row));
  setup->role = get_role (self);
  setup->qualification = g_strdup (get_text (self->qualification_row));
  g_task_set_task_data (task, setup, setup_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_task_run_in_thread (task, run_setup);
}

static void
update (HfSetupPage *self)
{
  gboolean expert = get_role (self) == HF_ROLE_EXPERT;
  gboolean ready = *get_text (self->branch_row) != '\0' && *get_text (self->name_row) != '\0' &&
                   (!expert || *get_text (self->qualification_row) != '\0');

  gtk_widget_set_visible (GTK_WIDGET (self->qualification_row), expert);
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), ready);
}

static void
hf_setup_page_finalize (GObject *object)
{
  g_free (HF_SETUP_PAGE (object)->database);

  G_OBJECT_CLASS (hf_setup_page_parent_class)->finalize (object);
}

static void
hf_setup_page_class_init (HfSetupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_setup_page_finalize;

  /**
   * HfSetupPage::made:
   * @staff: the person who made it
   */
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, branch_row);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, role_row);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, qualification_row);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, make_button);
  gtk_widget_class_bind_template_child (widget_class, HfSetupPage, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_make);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
hf_setup_page_init (HfSetupPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->fixed_now = HF_MINUTE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_ROLE, (int) roles[i]));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (names));
  update (self);
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

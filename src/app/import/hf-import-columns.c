/* hf-import-columns.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-phone.h"

#define N_SAMPLES (3)

/**
 * HfImportColumns:
 *
 * A line for each column: its header, some of what stands in it, and a list of what it may mean. A
 * meaning that is given to one column is taken from another.
 */
struct _HfImportColumns
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *choices; /* (element-type GtkDropDown): borrowed */
  GPtrArray *samples; /* (element-type GtkLabel): borrowed */
  HfImportPreview *preview;
  HfImportKind kind;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfImportColumns, hf_import_columns, ADW_TYPE_BIN)

/* Row 0 is “not used”. */
static gboolean
get_field (HfImportColumns *self, guint column, HfImportField *field)
{
  guint row = gtk_drop_down_get_selected (g_ptr_array_index (self->choices, column));

  if (row == 0 || row == GTK_INVALID_LIST_POSITION)
    return FALSE;
  *field = (HfImportField) (hf_import_field_get_first (self->kind) + (int) row - 1);
  return TRUE;
}

/* CARD-3: health is shown on the card only. */
static gboolean
is_health (HfImportField field)
{
  return field == HF_IMPORT_CONDITIONS || field == HF_IMPORT_MEDICINES ||
         field == HF_IMPORT_ALLERGIES;
}

static gboolean
is_phone (HfImportField field)
{
  return field == HF_IMPORT_PHONE || field == HF_IMPORT_PHONE2 || field == HF_IMPORT_LANDLINE ||
         field == HF_IMPORT_CUSTOMER_PHONE;
}

/* PHONE-1: also a number with a slip of the pen in it, which the preview knows for none. */
static void
append_sample (GString *text, const char *cell, gboolean phone)
{
  gboolean open = phone && strstr (cell, "****") == NULL;
  g_autofree char *shown = open ? hf_phone_mask (cell) : g_strdup (cell);

  if (*shown != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", shown);
}

static void
show_sample (HfImportColumns *self, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkLabel *label = g_ptr_array_index (self->samples, column);
  HfImportField field;
  gboolean known = get_field (self, column, &field);

  for (guint i = 0; i < MIN (self->preview->rows->len, N_SAMPLES); i++)
    {
      GStrv row = g_ptr_array_index (self->preview->rows, i);

      append_sample (text, row[column], known && is_phone (field));
    }
  if (known && is_health (field) && text->len > 0)
    g_string_assign (text, _ ("hidden"));
  gtk_label_set_label (label, text->str);
}

static void
on_chosen (GtkDropDown *choice, GParamSpec *pspec, HfImportColumns *self)
{
  guint row = gtk_drop_down_get_selected (choice);

  if (self->filling)
    return;
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkDropDown *other = g_ptr_array_index (self->choices, i);

      if (other != choice && row != 0 && gtk_drop_down_get_selected (other) == row)
        gtk_drop_down_set_selected (other, 0);
      show_sample (self, i);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_choice (HfImportColumns *self, guint column)
{
  HfImportMapping *mapping = self->preview->mappings[self->kind];
  HfImportField first = hf_import_field_get_first (self->kind);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;
  GtkWidget *choice;

  gtk_string_list_append (names, _ ("Not used"));
  for (HfImportField field = first; field <= hf_import_field_get_last (self->kind); field++)
    {
      gtk_string_list_append (names, hf_import_field_get_label (field));
      if (hf_import_mapping_get_column (mapping, field) == (int) column)
        chosen = (guint) (field - first) + 1;
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (choice, 190, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->preview->headers[column], -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_chosen), self, 0);
  return choice;
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static char *
dup_header (HfImportColumns *self, guint column)
{
  const char *header = self->preview->headers[column];
  g_autofree char *letter = hf_table_format_column (column);

  return *header != '\0' ? g_strdup (header) : g_strdup_printf (_ ("Column %s"), letter);
}

static void
add_column (HfImportColumns *self, guint column)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *header = dup_header (self, column);
  GtkWidget *sample = create_label ("", "dim");
  GtkWidget *choice = create_choice (self, column);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (sample, "hf-small");
  gtk_widget_add_css_class (line, "hf-import-column");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), create_label (header, "strong"));
  gtk_box_append (GTK_BOX (texts), sample);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), choice);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_ptr_array_add (self->choices, choice);
  g_ptr_array_add (self->samples, sample);
  gtk_list_box_append (self->list, row);
  show_sample (self, column);
}

static void
hf_import_columns_finalize (GObject *object)
{
  HfImportColumns *self = HF_IMPORT_COLUMNS (object);

  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->samples);

  G_OBJECT_CLASS (hf_import_columns_parent_class)->finalize (object);
}

static void
hf_import_columns_class_init (HfImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_import_columns_finalize;

  /**
   * HfImportColumns::changed:
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_import_columns_init (HfImportColumns *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  self->choices = g_ptr_array_new ();
  self->samples = g_ptr_array_new ();
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns"), -1);
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * hf_import_columns_show:
 * @preview: (transfer none): to outlive what is shown
 */
void
hf_import_columns_show (HfImportColumns *self, HfImportPreview *preview, HfImportKind kind)
{
  GtkWidget *row;

  g_return_if_fail (HF_IS_IMPORT_COLUMNS (self));

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->choices, 0);
  g_ptr_array_set_size (self->samples, 0);
  self->preview = preview;
  self->kind = kind;
  for (guint i = 0; preview->headers[i] != NULL; i++)
    add_column (self, i);
  self->filling = FALSE;
}

/**
 * hf_import_columns_read:
 * @columns: (array): gets the column of each field, -1 for none
 */
void
hf_import_columns_read (HfImportColumns *self, int *columns)
{
  HfImportField field;

  g_return_if_fail (HF_IS_IMPORT_COLUMNS (self));

  for (guint i = 0; i < HF_IMPORT_N_FIELDS; i++)
    columns[i] = -1;
  for (guint i = 0; i < self->choices->len; i++)
    if (get_field (self, i, &field))
      columns[field] = (int) i;
}

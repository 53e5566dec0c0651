/* hf-calendar-menu.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-menu.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-export.h"
#include "hf-day-sheet-print.h"
#include "hf-key-in-window.h"
#include "hf-spread-dialog.h"

/* What is late is wanted in another calendar too. */
#define DAYS_BACK (30)

static gint64
get_staff (HfCalendarPage *page)
{
  return MAX (hf_calendar_page_get_staff (page), 0);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_day_sheet_print (data, hf_calendar_page_get_context (data), get_staff (data),
                      hf_calendar_page_get_day (data));
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_day_sheet_save (data, hf_calendar_page_get_context (data), get_staff (data),
                     hf_calendar_page_get_day (data));
}

static void
on_key_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_key_in_window_present (GTK_WINDOW (gtk_widget_get_root (data)),
                            hf_calendar_page_get_context (data), get_staff (data),
                            hf_calendar_page_get_day (data));
}

typedef struct
{
  HfAppContext *context;
  GtkFileChooserNative *chooser;
  gint64 staff;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->chooser);
  g_object_unref (export->context);
  g_free (export->path);
  g_free (export);
}

static gpointer
run_export (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Export *export = data;
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (export->staff);
  g_autofree char *name = g_path_get_basename (export->path);
  HfDay today = hf_minute_get_day (actor->now);
  HfCalendarExport request = { .filter = filter,
                               .from = today - DAYS_BACK,
                               .to = today + HF_CALENDAR_EXPORT_DAYS,
                               .path = export->path };
  guint n;

  if (!hf_command_export_calendar (db, actor, &request, &n, error))
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u entry written to “%s”", "%u entries written to “%s”", n), n,
      name);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  HfAppContext *context = HF_APP_CONTEXT (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = hf_app_context_run_finish (context, result, &error);

  if (said != NULL)
    hf_app_context_say (context, said, FALSE, 0);
  else
    hf_app_context_complain (context, error);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, gpointer data)
{
  Export *export = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      export->path = g_file_get_path (file);
    }
  g_clear_object (&export->chooser);
  if (export->path != NULL)
    hf_app_context_run_async (export->context, run_export, export, export_free, g_free, on_exported,
                              NULL);
  else
    export_free (export);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Export *export = g_new0 (Export, 1);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  export->context = g_object_ref (hf_calendar_page_get_context (data));
  export->staff = get_staff (data);
  export->chooser =
      gtk_file_chooser_native_new (_ ("Export Calendar"), GTK_WINDOW (gtk_widget_get_root (data)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (export->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (export->chooser), _ ("calendar.ics"));
  gtk_file_filter_set_name (filter, "iCalendar");
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (export->chooser), filter);
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (export->chooser), filter);
  g_signal_connect (export->chooser, "response", G_CALLBACK (on_chosen), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (export->chooser));
}

static void
on_spread (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfDay day = hf_calendar_page_get_day (data);

  hf_spread_ask (data, hf_calendar_page_get_context (data), get_staff (data),
                 day - (hf_day_get_weekday (day) - HF_MONDAY));
}

static const GActionEntry entries[] = {
  { .name = "print-day-sheet", .activate = on_print },
  { .name = "save-day-sheet", .activate = on_save },
  { .name = "key-in", .activate = on_key_in },
  { .name = "export", .activate = on_export },
  { .name = "spread", .activate = on_spread },
};

/**
 * hf_calendar_menu_add_actions:
 * @page: owns @map; what it shows is what the actions are about
 */
void
hf_calendar_menu_add_actions (GActionMap *map, HfCalendarPage *page)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), page);
}

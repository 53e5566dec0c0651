/* hf-trouble-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-trouble-page.h"

#include <glib/gi18n-lib.h>

#include "hf-error.h"

/**
 * HfTroublePage:
 *
 * Says what is wrong with the database and what to do; the technical text can be copied.
 */
struct _HfTroublePage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkLabel *details;
};

enum
{
  TRY_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfTroublePage, hf_trouble_page, ADW_TYPE_BIN)

static const struct
{
  HfError code;
  const char *title;
  const char *icon;
} titles[] = {
  { HF_ERROR_BUSY, N_ ("The Database Is in Use"), "content-loading-symbolic" },
  { HF_ERROR_FULL, N_ ("The Disk Is Full"), "drive-harddisk-symbolic" },
  { HF_ERROR_CORRUPT, N_ ("The Database Is Damaged"), "dialog-warning-symbolic" },
  { HF_ERROR_NEWER, N_ ("Huifang Is Too Old"), "software-update-available-symbolic" },
  { HF_ERROR_READ_ONLY, N_ ("The Database Can Only Be Read"), "changes-prevent-symbolic" },
};

static void
on_try_again (HfTroublePage *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
on_copy (HfTroublePage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->details));
}

static void
hf_trouble_page_class_init (HfTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TRY_AGAIN] = g_signal_new ("try-again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, HfTroublePage, details);
  gtk_widget_class_bind_template_callback (widget_class, on_try_again);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
hf_trouble_page_init (HfTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_trouble_page_set_error:
 * @error: its first line is for the person, the rest is technical
 */
void
hf_trouble_page_set_error (HfTroublePage *self, const GError *error)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *sentence = NULL;
  const char *title = N_ ("The Database Cannot Be Opened");
  const char *icon = "dialog-warning-symbolic";

  g_return_if_fail (HF_IS_TROUBLE_PAGE (self));
  g_return_if_fail (error != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (!g_error_matches (error, HF_ERROR, (int) titles[i].code))
        continue;
      title = titles[i].title;
      icon = titles[i].icon;
    }
  parts = g_strsplit (error->message, "\n", 2);
  sentence = g_markup_escape_text (parts[0] != NULL ? parts[0] : "", -1);
  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, _ (title));
  adw_status_page_set_description (self->status, sentence);
  gtk_label_set_label (self->details, error->message);
}

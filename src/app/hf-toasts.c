/* hf-toasts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-toasts.h"

#include <glib/gi18n-lib.h>

/* In halves of a Han character: a whole sentence, but not a name of 200 characters. */
#define WIDTH (110)
#define SHOWN "hf-toast"

static void
on_dismissed (AdwToast *toast, GObject *overlay)
{
  if (g_object_get_data (overlay, SHOWN) == toast)
    g_object_set_data (overlay, SHOWN, NULL);
}

static char *
dup_title (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      width += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
      if (width > WIDTH)
        {
          g_autofree char *start = g_strndup (text, (gsize) (c - text));

          return g_markup_printf_escaped ("%s…", start);
        }
    }
  return g_markup_escape_text (text, -1);
}

/* One at a time: what was done before is still in the menu of Ctrl+Z. */
static void
on_said (HfAppContext *context,
         const char *text,
         gboolean can_undo,
         gint64 operation,
         AdwToastOverlay *overlay)
{
  g_autofree char *title = dup_title (text);
  AdwToast *before = g_object_get_data (G_OBJECT (overlay), SHOWN);
  AdwToast *toast = adw_toast_new (title);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo-operation");
      adw_toast_set_action_target_value (toast, g_variant_new_int64 (operation));
    }
  if (before != NULL)
    adw_toast_dismiss (before);
  g_object_set_data (G_OBJECT (overlay), SHOWN, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * hf_toasts_watch:
 * @overlay: over the pages
 *
 * Says what was done, with Undo. Main thread.
 */
void
hf_toasts_watch (AdwToastOverlay *overlay, HfAppContext *context)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  g_signal_connect_object (context, "said", G_CALLBACK (on_said), overlay, 0);
}

/**
 * hf_toasts_raise:
 * @above_foot: the page has a bar at its foot
 *
 * What is said never covers what can be pressed next.
 */
void
hf_toasts_raise (AdwToastOverlay *overlay, gboolean above_foot)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  if (above_foot)
    gtk_widget_add_css_class (GTK_WIDGET (overlay), "above-foot");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (overlay), "above-foot");
}

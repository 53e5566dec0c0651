/* hf-calendar-move.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-move.h"

#include <X11/extensions/XInput2.h>
#include <gdk/x11/gdkx.h>
#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-when.h"

/* Escape was pressed since something was taken with the pointer, of which there is one. GTK lets it
 * be dropped all the same. */
static gboolean drag_cancelled;

/* What is asked before the drop: what would be of each day that is in view. */
typedef struct
{
  HfActor actor;
  GArray *ids;
  HfDay from;
  HfDay to;
  HfPreviewFunc func;
  GObject *owner;
} Preview;

typedef struct
{
  GArray *ids;
  HfDay to;
  char *reason;
  char *said;
} Move;

static GArray *
copy_ids (const GArray *ids)
{
  return g_array_copy ((GArray *) ids);
}

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_array_unref (preview->ids);
  g_object_unref (preview->owner);
  g_free (preview);
}

static gpointer
read_preview (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Preview *preview = data;

  return hf_reschedule_preview (db, &preview->actor, (const gint64 *) (void *) preview->ids->data,
                                preview->ids->len, preview->from, preview->to, error);
}

static void
on_preview (GObject *source, GAsyncResult *result, gpointer data)
{
  Preview *preview = data;
  g_autoptr (GError) error = NULL;
  GArray *days = hf_store_call_finish (HF_STORE (source), result, &error);

  preview->func (days, error, preview->owner);
  preview_free (preview);
}

/**
 * hf_calendar_preview:
 * @ids: (element-type gint64): what is to be moved
 * @func: told when it is known; @owner is kept until then and given to it
 *
 * Asks what would be said to each of the days, on a reader thread.
 */
void
hf_calendar_preview (HfAppContext *context,
                     const GArray *ids,
                     HfDay from,
                     HfDay to,
                     HfPreviewFunc func,
                     GObject *owner)
{
  Preview *preview = g_new0 (Preview, 1);
  g_autoptr (GError) error = NULL;

  *preview = (Preview){ .ids = copy_ids (ids), .from = from, .to = to, .func = func };
  preview->owner = g_object_ref (owner);
  if (hf_app_context_init_actor (context, &preview->actor, &error))
    hf_store_call_async (hf_app_context_get_store (context), HF_STORE_READ, read_preview, preview,
                         NULL, (GDestroyNotify) g_array_unref, NULL, on_preview, preview);
  else
    {
      func (NULL, error, owner);
      preview_free (preview);
    }
}

static void
move_free (gpointer data)
{
  Move *move = data;

  g_array_unref (move->ids);
  g_free (move->reason);
  g_free (move->said);
  g_free (move);
}

static gpointer
run (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Move *move = data;

  return hf_command_reschedule_many (db, actor, (const gint64 *) (void *) move->ids->data,
                                     move->ids->len, move->to, move->reason, error)
             ? g_strdup (move->said)
             : NULL;
}

static Move *
move_new (HfAppContext *context, const GArray *ids, const char *name, HfDay to)
{
  g_autofree char *day =
      hf_when_format_day (to, hf_minute_get_day (hf_app_context_get_now (context)));
  Move *move = g_new0 (Move, 1);

  move->ids = copy_ids (ids);
  move->to = to;
  move->said = g_strdup_printf (_ ("%s: moved to %s"), name, day);
  return move;
}

typedef struct
{
  HfAppContext *context;
  Move *move;
  GtkEditable *reason;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  move_free (question->move);
  g_free (question);
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;
  Move *move = g_new0 (Move, 1);

  move->ids = copy_ids (question->move->ids);
  move->to = question->move->to;
  move->said = g_strdup (question->move->said);
  move->reason = g_strdup (gtk_editable_get_text (question->reason));
  hf_dialog_run (dialog, question->context, run, move, move_free);
}

static void
ask_reason (GtkWidget *widget, HfAppContext *context, Move *move, const char *name)
{
  g_autofree char *title = g_strdup_printf (_ ("Move the contact with %s"), name);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = hf_dialog_new (
      widget, title, _ ("That is later than the care plan allows. Why?"), entry, _ ("_Cancel"));
  Question *question = g_new0 (Question, 1);

  *question = (Question){ g_object_ref (context), move, GTK_EDITABLE (entry) };
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  hf_dialog_add_main_answer (dialog, "do", _ ("_Move"));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

/**
 * hf_calendar_move:
 * @widget: in the window
 * @ids: (element-type gint64): follow-ups, and purchases of which a payment is to be collected
 * @name: whose they are, for the sentence that says what was done
 * @asks_reason: later than a window allows: asks why first (SCHED-8)
 *
 * Moves them as one operation, with Undo in the toast (CAL-2).
 */
void
hf_calendar_move (GtkWidget *widget,
                  HfAppContext *context,
                  const GArray *ids,
                  const char *name,
                  HfDay to,
                  gboolean asks_reason)
{
  Move *move = move_new (context, ids, name, to);

  if (asks_reason)
    ask_reason (widget, context, move, name);
  else
    hf_app_context_run_async (context, run, move, move_free, g_free, hf_app_context_on_said, NULL);
}

/**
 * hf_calendar_create_drag:
 * @ids: (element-type gint64): what is dragged
 * @name: whose it is
 *
 * Returns: (transfer full): what a drop of it brings, for hf_calendar_dup_dragged()
 */
GdkContentProvider *
hf_calendar_create_drag (const GArray *ids, const char *name)
{
  GVariant *list =
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64));

  return gdk_content_provider_new_typed (G_TYPE_VARIANT, g_variant_new ("(@axs)", list, name));
}

/**
 * hf_calendar_dup_dragged:
 * @value: (nullable): what was dropped or is above, of type %G_TYPE_VARIANT
 * @name: (out) (optional): whose it is
 *
 * Returns: (transfer full) (element-type gint64): empty when it is something else, or was cancelled
 */
GArray *
hf_calendar_dup_dragged (const GValue *value, char **name)
{
  GVariant *variant = value != NULL ? g_value_get_variant (value) : NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GVariant) list = NULL;
  gconstpointer data;
  gsize n = 0;

  if (variant == NULL || drag_cancelled ||
      !g_variant_is_of_type (variant, G_VARIANT_TYPE ("(axs)")))
    return ids;
  list = g_variant_get_child_value (variant, 0);
  data = g_variant_get_fixed_array (list, &n, sizeof (gint64));
  if (n > 0)
    g_array_append_vals (ids, data, (guint) n);
  if (name != NULL)
    g_variant_get_child (variant, 1, "s", name);
  return ids;
}

/* GTK has the X server give it Escape while something is dragged, and then overlooks it: it belongs
 * to no surface. */
static gboolean
on_xevent (GdkDisplay *display, gpointer xevent, GtkWidget *icon)
{
  const XGenericEventCookie *cookie = &((XEvent *) xevent)->xcookie;
  const XIDeviceEvent *event = cookie->data;
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  if (cookie->type != GenericEvent || cookie->evtype != XI_KeyPress || event == NULL ||
      !gdk_display_map_keyval (display, GDK_KEY_Escape, &keys, &n_keys))
    return FALSE;
  for (int i = 0; i < n_keys; i++)
    if ((int) keys[i].keycode == event->detail)
      {
        drag_cancelled = TRUE;
        gtk_widget_set_opacity (icon, 0);
      }
  return FALSE;
}

static gboolean
on_drag_cancel (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason, gpointer data)
{
  drag_cancelled = drag_cancelled || reason == GDK_DRAG_CANCEL_USER_CANCELLED;
  return FALSE;
}

/* The icon lives as long as the drag. */
static void
watch_escape (GtkDragSource *source, GdkDrag *drag, GtkWidget *icon)
{
  GdkDisplay *display = gdk_drag_get_display (drag);

  drag_cancelled = FALSE;
  g_signal_handlers_disconnect_by_func (source, on_drag_cancel, NULL);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (on_drag_cancel), NULL);
  if (GDK_IS_X11_DISPLAY (display))
    g_signal_connect_object (display, "xevent", G_CALLBACK (on_xevent), icon, 0);
}

/**
 * hf_calendar_drag_is_cancelled:
 *
 * Returns: whether what is under the pointer is not to be dropped any more: Escape was pressed
 */
gboolean
hf_calendar_drag_is_cancelled (void)
{
  return drag_cancelled;
}

/**
 * hf_calendar_begin_drag:
 * @name: whose contact is under the pointer
 *
 * Shows it there, and has Escape cancel the drag.
 */
void
hf_calendar_begin_drag (GtkDragSource *source, GdkDrag *drag, const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "cal-chip");
  gtk_widget_add_css_class (label, "home");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  watch_escape (source, drag, label);
}

/**
 * hf_calendar_selection_new:
 *
 * Returns: (transfer full): an empty set of ids, of what is to be moved together
 */
GHashTable *
hf_calendar_selection_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * hf_calendar_selection_toggle:
 *
 * Does nothing with what cannot be moved.
 */
void
hf_calendar_selection_toggle (GHashTable *selected, const HfCalendarItem *item)
{
  if (hf_calendar_item_can_move (item) && !g_hash_table_remove (selected, &item->id))
    g_hash_table_add (selected, g_memdup2 (&item->id, sizeof item->id));
}

/**
 * hf_calendar_selection_dup_ids:
 * @item: (nullable): what is taken, with all that is selected if it is; %NULL: what is selected
 *
 * Returns: (transfer full) (element-type gint64): empty when nothing can be moved
 */
GArray *
hf_calendar_selection_dup_ids (GHashTable *selected, const HfCalendarItem *item)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, selected);
  while ((item == NULL || g_hash_table_contains (selected, &item->id)) &&
         g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_array_append_val (ids, *id);
  if (ids->len == 0 && item != NULL && hf_calendar_item_can_move (item))
    g_array_append_val (ids, item->id);
  return ids;
}

/**
 * hf_calendar_dup_moved_name:
 * @item: (nullable): what is taken
 *
 * Returns: (transfer full): whose contact is moved, or how many are
 */
char *
hf_calendar_dup_moved_name (const GArray *ids, const HfCalendarItem *item)
{
  if (ids->len == 1 && item != NULL)
    return g_strdup (item->name);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contact", "%u contacts", ids->len),
                          ids->len);
}

static const char *
choose_why_fixed (const HfCalendarItem *item)
{
  switch (item->type)
    {
    case HF_CALENDAR_VISIT:
      return _ ("what is done stays on its day");
    case HF_CALENDAR_PROJECTED:
      return _ ("only foreseen; it can be moved when its turn comes");
    case HF_CALENDAR_DEADLINE:
      return _ ("a complaint’s deadline cannot be moved");
    case HF_CALENDAR_PAUSED:
      return _ ("it waits until the complaint or adverse reaction is closed");
    case HF_CALENDAR_SPECIAL:
      return _ ("a special day stays where it is");
    case HF_CALENDAR_EVENT:
    case HF_CALENDAR_ROUND:
    case HF_CALENDAR_FOLLOW_UP:
    case HF_CALENDAR_PAYMENT:
    default:
      return _ ("it cannot be moved from the calendar");
    }
}

/**
 * hf_calendar_say_fixed:
 *
 * Tells the clerk who tried why @item cannot be given another day (CAL-2), in the line below the
 * days and aloud.
 */
void
hf_calendar_say_fixed (HfCalendarView *view, HfAppContext *context, const HfCalendarItem *item)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", item->name, choose_why_fixed (item));

  hf_calendar_view_emit_status (view, text);
  hf_app_context_say (context, text, FALSE, 0);
}

/**
 * hf_calendar_describe_move:
 * @load: of that day as it is
 *
 * Returns: (transfer full): what would be if it were dropped there, or why that cannot be
 */
char *
hf_calendar_describe_move (const char *name, const HfMoveDay *move, int load, int capacity)
{
  g_autofree char *day = hf_when_format_heading (move->day);
  g_autofree char *after = hf_calendar_format_load (load + move->minutes);
  g_autofree char *most = hf_calendar_format_load (capacity);

  if (move->refused != NULL)
    return g_strdup_printf ("%s → %s: %s", name, day, move->refused);
  if (move->asks_reason)
    return g_strdup_printf (_ ("%s → %s: %s / %s. Later than the care plan allows: a reason will "
                               "be asked for."),
                            name, day, after, most);
  return g_strdup_printf ("%s → %s: %s / %s", name, day, after, most);
}

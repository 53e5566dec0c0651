/* hf-events-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-events-page.h"

#include <glib/gi18n-lib.h>

#include "hf-cases-tab.h"
#include "hf-event-list.h"
#include "hf-event-rows.h"
#include "hf-invite-dialog.h"
#include "hf-page.h"
#include "hf-when.h"

#define LIST_WIDTH  (330)
#define MARGIN      (14)
#define MOST_GUESTS (99)

/**
 * HfEventsPage:
 *
 * At the left the events, the next one first; at the right who is invited to the chosen one. What
 * somebody replies, and that they came, is noted with a key or a button, with Undo (EVT-1). Follows
 * what others commit, and reads nothing while it is not shown.
 */
struct _HfEventsPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  HfEventList *events;
  HfEventList *invited;
  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *counts;
  GtkWidget *nobody;
  GtkSpinButton *guests;

  HfAppContext *context;
  GCancellable *cancellable; /* of the newest reading */
  gboolean arriving;         /* shown just now: the lines that come get the focus */
};

static void hf_events_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfEventsPage,
                               hf_events_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_events_page_page_init))

/* What a reader's thread is asked, and answers. */
typedef struct
{
  HfMinute now;
  gint64 agent;
  gint64 event; /* 0 for the first one */
  GArray *events;
  GArray *invited;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->events, g_array_unref);
  g_clear_pointer (&reading->invited, g_array_unref);
  g_free (reading);
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gpointer
read_all (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *asked = data;
  Reading *reading = g_memdup2 (asked, sizeof *asked);

  reading->events = hf_events_dup_ids (db, asked->now, error);
  if (reading->events != NULL && reading->events->len > 0 &&
      !holds (reading->events, reading->event))
    reading->event = g_array_index (reading->events, gint64, 0);
  if (reading->events != NULL)
    reading->invited = hf_invitations_dup_ids (db, reading->event, asked->agent, error);
  if (reading->invited != NULL)
    return reading;
  reading_free (reading);
  return NULL;
}

static HfMatter *
load_event (gint64 id, gpointer data)
{
  HfEventsPage *self = data;
  g_autoptr (HfEvent) event = hf_event_load (hf_app_context_get_reader (self->context), id, NULL);

  return event != NULL ? hf_event_rows_make_event (event, hf_app_context_get_now (self->context))
                       : NULL;
}

static HfMatter *
load_invitation (gint64 id, gpointer data)
{
  HfEventsPage *self = data;
  g_autoptr (HfInvitation) invitation =
      hf_invitation_load (hf_app_context_get_reader (self->context), id, NULL);

  return invitation != NULL ? hf_event_rows_make_invitation (invitation) : NULL;
}

/* A reply until the event, and from its day on who came. */
static void
update_actions (HfEventsPage *self, const HfEvent *event)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (self->context));
  gboolean any = event != NULL && hf_event_list_get_chosen (self->invited) != 0;
  gboolean begun = any && hf_minute_get_day (event->starts_at) <= today;
  gboolean over = any && hf_minute_get_day (event->starts_at) < today;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "events.reply", any && !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "events.attend", begun);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "events.open", any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->guests), begun);
}

static void
show_event (HfEventsPage *self)
{
  gint64 id = hf_event_list_get_chosen (self->events);
  g_autoptr (HfEvent) event =
      id != 0 ? hf_event_load (hf_app_context_get_reader (self->context), id, NULL) : NULL;
  g_autofree char *moment = NULL;
  g_autofree char *when = NULL;
  g_autofree char *counts = NULL;

  update_actions (self, event);
  if (event == NULL)
    return;
  moment = hf_when_format_moment (event->starts_at, hf_app_context_get_now (self->context));
  when =
      *event->place != '\0' ? g_strdup_printf ("%s · %s", moment, event->place) : g_strdup (moment);
  counts = hf_event_rows_format_counts (event, hf_app_context_get_now (self->context));
  gtk_label_set_label (self->title, event->title);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->counts, counts);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfEventsPage) self = data;
  g_autoptr (GError) error = NULL;
  Reading *reading = hf_store_call_finish (HF_STORE (source), result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading == NULL)
    {
      hf_app_context_complain (self->context, error);
      return;
    }
  hf_event_list_set_ids (self->events, reading->events);
  hf_event_list_set_ids (self->invited, reading->invited);
  gtk_widget_set_visible (self->nobody, reading->invited->len == 0);
  gtk_stack_set_visible_child_name (self->stack, reading->events->len > 0 ? "events" : "empty");
  show_event (self);
  if (self->arriving && reading->events->len == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  else if (self->arriving)
    hf_event_list_focus (reading->invited->len > 0 ? self->invited : self->events);
  self->arriving = FALSE;
  reading_free (reading);
}

static void
load (HfEventsPage *self)
{
  Reading asked = { 0 };

  if (self->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  asked.now = hf_app_context_get_now (self->context);
  asked.agent = hf_case_filter_for (self->context, 0).agent_id;
  asked.event = hf_event_list_get_chosen (self->events);
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_all,
                       g_memdup2 (&asked, sizeof asked), g_free, reading_free, self->cancellable,
                       on_read, g_object_ref (self));
}

/* What was replied, or who came. */
typedef struct
{
  gint64 event;
  gint64 customer;
  char *name;
  int reply; /* -1: whether they came */
  gboolean came;
  int guests;
} Note;

static void
note_free (gpointer data)
{
  g_free (((Note *) data)->name);
  g_free (data);
}

static gpointer
write_note (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Note *note = data;
  const char *what = note->came ? _ ("Was there") : _ ("Was not there");

  if (note->reply >= 0)
    what = hf_domain_get_label (HF_DOMAIN_REPLY, note->reply);
  if (note->reply >= 0 ? !hf_command_note_reply (db, actor, note->event, note->customer,
                                                 (HfReply) note->reply, error)
                       : !hf_command_note_attended (db, actor, note->event, note->customer,
                                                    note->came, note->guests, error))
    return NULL;
  return g_strdup_printf ("%s: %s", note->name, what);
}

static void
run_note (HfEventsPage *self, int reply, gboolean came)
{
  const HfMatter *matter = hf_event_list_get_matter (self->invited);
  Note *note;

  if (matter == NULL)
    return;
  note = g_new0 (Note, 1);
  note->event = hf_event_list_get_chosen (self->events);
  note->customer = matter->customer_id;
  note->name = g_strdup (matter->customer);
  note->reply = reply;
  note->came = came;
  note->guests = came ? gtk_spin_button_get_value_as_int (self->guests) : 0;
  gtk_spin_button_set_value (self->guests, 0);
  hf_app_context_run_async (self->context, write_note, note, note_free, g_free,
                            hf_app_context_on_said, NULL);
}

static void
on_reply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  int reply;

  if (hf_domain_parse (HF_DOMAIN_REPLY, g_variant_get_string (parameter, NULL), &reply, NULL))
    run_note (HF_EVENTS_PAGE (widget), reply, FALSE);
}

static void
on_attend (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_note (HF_EVENTS_PAGE (widget), -1, g_variant_get_boolean (parameter));
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const HfMatter *matter = hf_event_list_get_matter (HF_EVENTS_PAGE (widget)->invited);

  if (matter != NULL)
    gtk_widget_activate_action (widget, "win.show-customer", "x", matter->customer_id);
}

static void
on_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_event_ask_new (widget, HF_EVENTS_PAGE (widget)->context);
}

static void
on_activated (HfEventsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "events.open", NULL);
}

static void
hf_events_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_events_page_parent_class)->map (widget);
  HF_EVENTS_PAGE (widget)->arriving = TRUE;
  load (HF_EVENTS_PAGE (widget));
}

static void
hf_events_page_dispose (GObject *object)
{
  HfEventsPage *self = HF_EVENTS_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_events_page_parent_class)->dispose (object);
}

static void
hf_events_page_class_init (HfEventsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_events_page_dispose;
  widget_class->map = hf_events_page_map;
  gtk_widget_class_install_action (widget_class, "events.reply", "s", on_reply);
  gtk_widget_class_install_action (widget_class, "events.attend", "b", on_attend);
  gtk_widget_class_install_action (widget_class, "events.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "events.new", NULL, on_new);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "events.new",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, 0, "events.reply", "s", "yes");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "events.reply", "s", "no");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "events.reply", "s", "maybe");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "events.attend", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, 0, "events.attend", "b", FALSE);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
create_head (HfEventsPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = add_label (head, "hf-big");
  self->when = add_label (head, "dim");
  self->counts = add_label (head, "tnum");
  gtk_widget_set_margin_start (head, MARGIN);
  gtk_widget_set_margin_end (head, MARGIN);
  gtk_widget_set_margin_top (head, MARGIN);
  gtk_widget_set_margin_bottom (head, MARGIN);
  return head;
}

static void
add_button (GtkWidget *bar, const char *label, const char *detailed_action, const char *key)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), detailed_action);
  gtk_widget_set_tooltip_text (button, key);
  gtk_box_append (GTK_BOX (bar), button);
}

static GtkWidget *
create_foot (HfEventsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_label_new (_ ("Guests"));

  gtk_widget_add_css_class (bar, "hf-selbar");
  add_button (bar, hf_domain_get_label (HF_DOMAIN_REPLY, HF_REPLY_YES), "events.reply::yes", "Y");
  add_button (bar, hf_domain_get_label (HF_DOMAIN_REPLY, HF_REPLY_NO), "events.reply::no", "N");
  add_button (bar, hf_domain_get_label (HF_DOMAIN_REPLY, HF_REPLY_MAYBE), "events.reply::maybe",
              "P");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_set_halign (space, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), space);
  self->guests = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MOST_GUESTS, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->guests), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Guests"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->guests), _ ("How many people they brought"));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->guests));
  add_button (bar, _ ("Was there"), "events.attend(true)", "T");
  add_button (bar, _ ("Was not there"), "events.attend(false)", "X");
  return bar;
}

static GtkWidget *
create_right (HfEventsPage *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->nobody = gtk_label_new (_ ("Nobody is invited yet. Tick customers in Customers and press "
                                   "“Invite…” (Ctrl+Shift+E)."));
  gtk_label_set_wrap (GTK_LABEL (self->nobody), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->nobody), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nobody, "dim");
  gtk_widget_set_margin_top (self->nobody, MARGIN);
  gtk_widget_set_margin_bottom (self->nobody, MARGIN);
  self->invited =
      HF_EVENT_LIST (hf_event_list_new (_ ("Invited customers"), load_invitation, self));
  gtk_box_append (GTK_BOX (right), create_head (self));
  gtk_box_append (GTK_BOX (right), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (right), self->nobody);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->invited));
  gtk_box_append (GTK_BOX (right), create_foot (self));
  gtk_widget_set_hexpand (right, TRUE);
  return right;
}

static GtkWidget *
create_new (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("New Event…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "events.new");
  gtk_widget_set_tooltip_text (button, "Ctrl+N");
  return button;
}

static GtkWidget *
create_left (HfEventsPage *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "hf-selbar");
  gtk_box_append (GTK_BOX (bar), create_new ());
  self->events = HF_EVENT_LIST (hf_event_list_new (_ ("Events"), load_event, self));
  gtk_widget_set_size_request (left, LIST_WIDTH, -1);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->events));
  gtk_box_append (GTK_BOX (left), bar);
  return left;
}

static GtkWidget *
create_empty (void)
{
  GtkWidget *button = create_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "starred-symbolic", "title",
                       _ ("No event is planned yet"), "description",
                       _ ("Select customers in Customers and press “Invite…” (Ctrl+Shift+E)."),
                       "child", button, NULL);
}

static void
hf_events_page_init (HfEventsPage *self)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (pane), create_left (self));
  gtk_box_append (GTK_BOX (pane), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (pane), create_right (self));
  gtk_stack_add_named (self->stack, pane, "events");
  gtk_stack_add_named (self->stack, create_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->events, "chosen", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->invited, "chosen", G_CALLBACK (show_event), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->invited, "activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
hf_events_page_set_context (HfPage *page, HfAppContext *context)
{
  HfEventsPage *self = HF_EVENTS_PAGE (page);

  self->context = g_object_ref (context);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static gboolean
hf_events_page_has_foot (HfPage *page)
{
  return TRUE;
}

static void
hf_events_page_page_init (HfPageInterface *iface)
{
  iface->set_context = hf_events_page_set_context;
  iface->has_foot = hf_events_page_has_foot;
}

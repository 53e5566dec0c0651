/* hf-case-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-page-private.h"

#include <glib/gi18n-lib.h>

#include "hf-card-run.h"
#include "hf-case-words.h"
#include "hf-when.h"

/* What is left of a deadline grows less by the minute. */
#define TICK_SECONDS (60)

/**
 * HfCasePage:
 *
 * The stages, the customer's words, facts, log and remedy; at the right what is to be done next.
 * Read at once on a reader's thread when it is opened and whenever somebody committed; while it is
 * not shown it reads nothing. What somebody is writing stays whatever others do.
 */
static void hf_case_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfCasePage,
                               hf_case_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_case_page_page_init))

/* By which channel, when and by whom it was received (COMP-1). */
static void
show_received (HfCasePage *self, HfMinute now)
{
  const HfComplaint *complaint = self->one->complaint;
  g_autofree char *when = hf_when_format_moment (complaint->received_at, now);
  const char *channel = hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) complaint->channel);
  g_autofree char *text =
      complaint->received_by != NULL
          ? g_strdup_printf (_ ("%s · %s · received by %s"), channel, when, complaint->received_by)
          : g_strdup_printf ("%s · %s", channel, when);
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), complaint->words);

  gtk_label_set_label (self->received, text);
  gtk_label_set_label (self->words,
                       *complaint->words != '\0' ? quoted : _ ("Nothing was written down."));
}

/* While somebody looks at a case another person may move it: it is said who did. */
static void
show_moved (HfCasePage *self, const HfComplaintCase *before)
{
  const HfComplaintLogLine *last = NULL;
  HfActor actor = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *me = NULL;

  if (before == NULL || before->complaint->id != self->id ||
      before->complaint->last_move == self->one->complaint->last_move)
    return;
  for (guint i = 0; i < self->one->log->len; i++)
    if (g_array_index (self->one->log, HfComplaintLogLine, i).kind == HF_CASE_LOG_MOVE)
      last = &g_array_index (self->one->log, HfComplaintLogLine, i);
  hf_app_context_init_actor (self->context, &actor, NULL);
  me = hf_db_dup_text (hf_app_context_get_reader (self->context), HF_QUERY_STAFF_NAME, NULL, "l",
                       actor.staff_id);
  if (last == NULL || (last->staff != NULL && g_strcmp0 (last->staff, me) == 0))
    {
      gtk_widget_set_visible (self->moved_box, FALSE);
      return;
    }
  text = g_strdup_printf (
      _ ("%s moved this complaint: “%s” now. What you were writing is still here."),
      last->staff != NULL ? last->staff : _ ("Somebody"),
      hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) self->one->complaint->stage));
  gtk_label_set_label (self->moved, text);
  gtk_widget_set_visible (self->moved_box, TRUE);
}

static void
show_case (HfCasePage *self)
{
  HfMinute now = hf_app_context_get_now (self->context);

  hf_case_stepper_set_case (self->stepper, self->one, now);
  show_received (self, now);
  hf_case_fields_set_case (self->facts, self->context, self->one, now);
  hf_case_fields_set_case (self->remedy, self->context, self->one, now);
  hf_case_log_set_case (self->log, self->one, now);
  hf_case_side_set_case (self->side, self->one, now);
  hf_case_page_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "case");
  if (self->fresh)
    hf_case_side_focus_next (self->side);
  self->fresh = FALSE;
  hf_page_emit_heading_changed (HF_PAGE (self));
}

static gpointer
read_case (HfDb *db, gpointer id, GCancellable *cancellable, GError **error)
{
  return hf_complaint_case_load (db, *(const gint64 *) id, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCasePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaintCase) one = hf_store_call_finish (HF_STORE (source), result, &error);
  g_autoptr (HfComplaintCase) before = NULL;

  if (self->context == NULL || (one != NULL && one->complaint->id != self->id))
    return;
  if (one != NULL)
    {
      before = g_steal_pointer (&self->one);
      self->one = g_steal_pointer (&one);
      show_moved (self, before);
      show_case (self);
    }
  else if (g_error_matches (error, HF_ERROR, HF_ERROR_NOT_FOUND))
    gtk_stack_set_visible_child_name (self->stack, "gone");
  else
    hf_app_context_complain (self->context, error);
}

/**
 * hf_case_page_load:
 *
 * Reads the case anew, where it is shown.
 */
void
hf_case_page_load (HfCasePage *self)
{
  if (self->context == NULL || self->id == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_case,
                       g_memdup2 (&self->id, sizeof self->id), g_free,
                       (GDestroyNotify) hf_complaint_case_free, self->cancellable, on_read,
                       g_object_ref (self));
}

static HfComplaint *
get_complaint (gpointer data)
{
  HfCasePage *self = data;

  return self->one != NULL ? self->one->complaint : NULL;
}

static void
on_note_entered (HfCasePage *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "note", NULL);
}

static void
on_dismiss (HfCasePage *self)
{
  gtk_widget_set_visible (self->moved_box, FALSE);
}

static gboolean
on_tick (gpointer data)
{
  hf_case_page_load (data);
  return G_SOURCE_CONTINUE;
}

static void
hf_case_page_map (GtkWidget *widget)
{
  HfCasePage *self = HF_CASE_PAGE (widget);

  GTK_WIDGET_CLASS (hf_case_page_parent_class)->map (widget);
  hf_case_page_load (self);
  self->clock = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

static void
hf_case_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&HF_CASE_PAGE (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (hf_case_page_parent_class)->unmap (widget);
}

static void
hf_case_page_set_context (HfPage *page, HfAppContext *context)
{
  HfCasePage *self = HF_CASE_PAGE (page);

  self->context = g_object_ref (context);
  g_signal_connect_object (hf_app_context_get_store (context), "changed",
                           G_CALLBACK (hf_case_page_load), self, G_CONNECT_SWAPPED);
}

static char *
hf_case_page_dup_title (HfPage *page)
{
  HfComplaint *complaint = get_complaint (page);
  g_autofree char *number = NULL;

  if (complaint == NULL)
    return NULL;
  number = hf_case_format_number (complaint->number);
  return g_strdup_printf (_ ("Complaint %s"), number);
}

static char *
hf_case_page_dup_subtitle (HfPage *page)
{
  HfCasePage *self = HF_CASE_PAGE (page);
  HfComplaint *complaint = get_complaint (page);
  g_autofree char *age = NULL;

  if (complaint == NULL)
    return NULL;
  age = hf_case_format_age (complaint->received_at, complaint->closed_at,
                            hf_app_context_get_now (self->context));
  return g_strdup_printf (
      "%s · %s", hf_domain_get_label (HF_DOMAIN_COMPLAINT_REASON, (int) complaint->reason), age);
}

static void
hf_case_page_page_init (HfPageInterface *iface)
{
  iface->set_context = hf_case_page_set_context;
  iface->dup_title = hf_case_page_dup_title;
  iface->dup_subtitle = hf_case_page_dup_subtitle;
}

static void
hf_case_page_dispose (GObject *object)
{
  HfCasePage *self = HF_CASE_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->one, hf_complaint_case_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_case_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, stepper);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, moved_box);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, moved);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, received);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, words);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, facts_bin);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, remedy_bin);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, log);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, note);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, note_button);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, note_trouble);
  gtk_widget_class_bind_template_child (widget_class, HfCasePage, side);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
  gtk_widget_class_bind_template_callback (widget_class, on_note_entered);
}

static void
hf_case_page_class_init (HfCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_case_page_dispose;
  widget_class->map = hf_case_page_map;
  widget_class->unmap = hf_case_page_unmap;
  g_type_ensure (HF_TYPE_CASE_STEPPER);
  g_type_ensure (HF_TYPE_CASE_LOG);
  g_type_ensure (HF_TYPE_CASE_SIDE);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "case.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "case.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "case.return", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "case.card",
                                       NULL);
}

static void
hf_case_page_init (HfCasePage *self)
{

  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = HF_CASE_FIELDS (hf_case_fields_new (_ ("Facts"), hf_case_facts, hf_n_case_facts));
  self->remedy =
      HF_CASE_FIELDS (hf_case_fields_new (_ ("Remedy"), hf_case_remedies, hf_n_case_remedies));
  adw_bin_set_child (self->facts_bin, GTK_WIDGET (self->facts));
  adw_bin_set_child (self->remedy_bin, GTK_WIDGET (self->remedy));
  hf_case_page_add_actions (self);
}

/**
 * hf_case_page_show_complaint:
 * @id: of a complaint
 *
 * Shows it, with the keyboard on the next step.
 */
void
hf_case_page_show_complaint (HfCasePage *self, gint64 id)
{
  g_return_if_fail (HF_IS_CASE_PAGE (self));

  if (self->id != id)
    {
      g_clear_pointer (&self->one, hf_complaint_case_free);
      hf_case_fields_leave (self->facts);
      hf_case_fields_leave (self->remedy);
      gtk_editable_set_text (GTK_EDITABLE (self->note), "");
      hf_card_run_tell (self->note_trouble, NULL);
      gtk_widget_set_visible (self->moved_box, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "reading");
    }
  self->id = id;
  hf_page_set_subject (HF_PAGE (self), id);
  self->fresh = TRUE;
  hf_case_page_load (self);
}

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

/* A button that was pressed may be gone: nobody would have the keyboard. */
static gboolean
has_focus (HfCasePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_mapped (focus);
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
  if (self->fresh || !has_focus (self))
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

static void
load (HfFollower *follower, gpointer data, gboolean arrived)
{
  HfCasePage *self = data;

  if (self->id != 0)
    hf_follower_read (follower, read_case, g_memdup2 (&self->id, sizeof self->id), g_free,
                      (GDestroyNotify) hf_complaint_case_free, on_read);
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

/* Out of the line that is being written first; what stands there waits. */
static void
on_leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCasePage *self = HF_CASE_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean writing = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->note)) &&
                     *gtk_editable_get_text (GTK_EDITABLE (self->note)) != '\0';

  if (writing)
    hf_case_side_focus_next (self->side);
  else
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
on_dismiss (HfCasePage *self)
{
  gtk_widget_set_visible (self->moved_box, FALSE);
}

static void
hf_case_page_set_context (HfPage *page, HfAppContext *context)
{
  HfCasePage *self = HF_CASE_PAGE (page);

  self->context = g_object_ref (context);
  self->follower = hf_follower_new (self, context, load);
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

  g_clear_object (&self->follower);
  g_clear_pointer (&self->one, hf_complaint_case_free);
  g_clear_pointer (&self->notes, g_hash_table_unref);
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
  gtk_widget_class_install_action (widget_class, "page.leave", NULL, on_leave);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.leave", NULL);
}

static void
hf_case_page_init (HfCasePage *self)
{
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->facts = HF_CASE_FIELDS (hf_case_fields_new (_ ("Facts"), hf_case_facts, hf_n_case_facts));
  self->remedy =
      HF_CASE_FIELDS (hf_case_fields_new (_ ("Remedy"), hf_case_remedies, hf_n_case_remedies));
  adw_bin_set_child (self->facts_bin, GTK_WIDGET (self->facts));
  adw_bin_set_child (self->remedy_bin, GTK_WIDGET (self->remedy));
  hf_case_page_add_actions (self);
}

/* A line that was begun belongs to its case. */
static void
keep_note (HfCasePage *self)
{
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));

  if (*note != '\0')
    g_hash_table_replace (self->notes, g_memdup2 (&self->id, sizeof self->id), g_strdup (note));
  else
    g_hash_table_remove (self->notes, &self->id);
}

static void
show_note (HfCasePage *self, gint64 id)
{
  const char *note = g_hash_table_lookup (self->notes, &id);

  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
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
      keep_note (self);
      g_clear_pointer (&self->one, hf_complaint_case_free);
      hf_case_fields_leave (self->facts);
      hf_case_fields_leave (self->remedy);
      show_note (self, id);
      hf_card_run_tell (self->note_trouble, NULL);
      gtk_widget_set_visible (self->moved_box, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "reading");
    }
  self->id = id;
  hf_page_set_subject (HF_PAGE (self), id);
  self->fresh = TRUE;
  hf_follower_wake (self->follower);
}

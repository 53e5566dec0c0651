/* hf-case-log.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-log.h"

#include <glib/gi18n-lib.h>

#include "hf-channel.h"
#include "hf-deadline.h"
#include "hf-when.h"

/* So many of the newest lines are shown at first: a widget a line, and a case has few. */
#define N_SHOWN (30)

/**
 * HfCaseLog:
 *
 * Moves, notes, contacts and missed deadlines, the newest first: when, what, who.
 */
struct _HfCaseLog
{
  AdwBin parent_instance;

  GtkBox *lines;
  GtkWidget *more;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (HfCaseLog, hf_case_log, ADW_TYPE_BIN)

static const char *
get_label (HfDomainSet set, const char *nick)
{
  int value = 0;

  return nick != NULL && hf_domain_parse (set, nick, &value, NULL)
             ? hf_domain_get_label (set, value)
             : "";
}

static char *
format_what (const HfComplaintLogLine *line)
{
  int kind;

  switch (line->kind)
    {
    case HF_CASE_LOG_MOVE:
      return g_strdup (get_label (HF_DOMAIN_COMPLAINT_STAGE, line->to));
    case HF_CASE_LOG_APOLOGY:
      return g_strdup (_ ("Apologised"));
    case HF_CASE_LOG_ESCALATED:
      return g_strdup (_ ("Escalated to the managers"));
    case HF_CASE_LOG_CHANGED:
      return g_strdup (_ ("Changed"));
    case HF_CASE_LOG_WITHDRAWN:
      return g_strdup (_ ("Withdrawn"));
    case HF_CASE_LOG_WAIT:
      return g_strdup (_ ("Asked the customer"));
    case HF_CASE_LOG_REPLY:
      return g_strdup (_ ("The customer answered"));
    case HF_CASE_LOG_VISIT:
      return g_strdup_printf ("%s · %s", get_label (HF_DOMAIN_CHANNEL, line->from),
                              get_label (HF_DOMAIN_OUTCOME, line->to));
    case HF_CASE_LOG_MISSED:
      kind = line->from != NULL ? hf_deadline_parse (line->from) : -1;
      return g_strdup_printf (_ ("Deadline missed: %s"),
                              kind >= 0 ? hf_deadline_get_label ((HfDeadlineKind) kind) : "");
    case HF_CASE_LOG_RETURN:
      return g_strdup_printf (_ ("Return %s recorded · %s"), line->from,
                              get_label (HF_DOMAIN_RETURN_STATE, line->to));
    case HF_CASE_LOG_ENQUIRY:
      return g_strdup (_ ("An authority asks"));
    case HF_CASE_LOG_ENQUIRY_ANSWERED:
      return g_strdup (_ ("The authority was answered"));
    case HF_CASE_LOG_NOTE:
    default:
      return g_strdup ("");
    }
}

/**
 * hf_case_log_format:
 *
 * Returns: (transfer full): the line in words, without its time and person
 */
char *
hf_case_log_format (const HfComplaintLogLine *line)
{
  g_autofree char *what = format_what (line);

  if (line->text == NULL || *line->text == '\0')
    return g_steal_pointer (&what);
  return *what != '\0' ? g_strdup_printf (_ ("%s: %s"), what, line->text) : g_strdup (line->text);
}

static void
show_icon (GtkImage *image, const HfComplaintLogLine *line)
{
  static const char *const icons[] = {
    [HF_CASE_LOG_MOVE] = "object-select-symbolic",
    [HF_CASE_LOG_NOTE] = "document-edit-symbolic",
    [HF_CASE_LOG_APOLOGY] = "emblem-favorite-symbolic",
    [HF_CASE_LOG_ESCALATED] = "go-up-symbolic",
    [HF_CASE_LOG_CHANGED] = "document-edit-symbolic",
    [HF_CASE_LOG_WITHDRAWN] = "edit-undo-symbolic",
    [HF_CASE_LOG_WAIT] = "media-playback-pause-symbolic",
    [HF_CASE_LOG_REPLY] = "media-playback-start-symbolic",
    [HF_CASE_LOG_MISSED] = "dialog-warning-symbolic",
    [HF_CASE_LOG_RETURN] = "edit-undo-symbolic",
    [HF_CASE_LOG_ENQUIRY] = "mail-unread-symbolic",
    [HF_CASE_LOG_ENQUIRY_ANSWERED] = "mail-read-symbolic",
  };
  int channel = HF_CHANNEL_PHONE;

  if (line->kind == HF_CASE_LOG_VISIT)
    {
      hf_domain_parse (HF_DOMAIN_CHANNEL, line->from, &channel, NULL);
      hf_channel_apply (image, (HfChannel) channel);
      return;
    }
  gtk_image_set_from_icon_name (image, icons[line->kind]);
  if (line->kind == HF_CASE_LOG_MOVE)
    gtk_widget_add_css_class (GTK_WIDGET (image), "ok");
  else if (line->kind == HF_CASE_LOG_MISSED)
    gtk_widget_add_css_class (GTK_WIDGET (image), "late");
  else
    gtk_widget_add_css_class (GTK_WIDGET (image), "dim");
}

static GtkWidget *
create_label (const char *text, const char *css_class, gboolean small)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (small)
    gtk_widget_add_css_class (label, "hf-small");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_line (const HfComplaintLogLine *line, HfMinute now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *when = hf_when_format_moment (line->at, now);
  g_autofree char *exact = hf_when_format_exact (line->at);
  g_autofree char *text = hf_case_log_format (line);
  GtkWidget *time = create_label (when, "dim", TRUE);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *words = create_label (text, NULL, FALSE);

  gtk_label_set_width_chars (GTK_LABEL (time), 13);
  gtk_widget_add_css_class (time, "tnum");
  gtk_widget_set_tooltip_text (time, exact);
  show_icon (GTK_IMAGE (icon), line);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (words), FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), time);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), create_label (line->staff, "dim", TRUE));
  return box;
}

static void
on_more (HfCaseLog *self)
{
  self->all = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "case.reload", NULL);
}

static void
hf_case_log_class_init (HfCaseLogClass *klass)
{
}

static void
hf_case_log_init (HfCaseLog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->more = gtk_button_new_with_label (_ ("Show all"));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "hf-flatbtn");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more), self);
  gtk_widget_add_css_class (box, "hf-card");
  gtk_widget_add_css_class (box, "factbox");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
hf_case_log_set_case (HfCaseLog *self, const HfComplaintCase *one, HfMinute now)
{
  guint n = one->log->len;
  guint shown = self->all ? n : MIN (n, N_SHOWN);
  GtkWidget *line;

  g_return_if_fail (HF_IS_CASE_LOG (self));

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  for (guint i = 0; i < shown; i++)
    gtk_box_append (self->lines,
                    create_line (&g_array_index (one->log, HfComplaintLogLine, n - 1 - i), now));
  gtk_widget_set_visible (self->more, shown < n);
}

/* hf-visit-details.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-details.h"

#include <glib/gi18n-lib.h>

#include "hf-call.h"
#include "hf-channel.h"
#include "hf-lookup.h"
#include "hf-staff.h"
#include "hf-when.h"

/* How often the label of a running call is put right. */
#define TICK_SECONDS (15)

#define N_CHANNELS   (6)

/**
 * HfVisitDetails:
 *
 * A button that says how long it took; behind it what a good call does not need: channel, when it
 * began, how long, of which kind it was (VISIT-7), satisfaction, product left, who came along
 * (VISIT-1). A call made from here is timed by itself.
 */
struct _HfVisitDetails
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *summary;
  GtkBox *channels;
  GtkEntry *begun;
  GtkSpinButton *minutes;
  GtkDropDown *mix;
  GtkDropDown *satisfaction;
  GtkSpinButton *left;
  GtkCheckButton *expert_wanted;
  GtkDropDown *colleague;
  GtkEntry *companion;

  HfAppContext *context;
  GtkToggleButton *channel_buttons[N_CHANNELS];
  GPtrArray *colleagues; /* of HfStaff, one less than the list has lines */
  HfChannel channel;
  HfMinute called_at; /* HF_MINUTE_NONE: no call was made from here */
  guint tick;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfVisitDetails, hf_visit_details, ADW_TYPE_BIN)

/* As keyed in, else as the running call has lasted; -1 when nobody knows. */
static int
get_minutes (HfVisitDetails *self)
{
  int said = gtk_spin_button_get_value_as_int (self->minutes);

  if (said >= 0 || self->called_at == HF_MINUTE_NONE)
    return said;
  return (int) CLAMP (hf_app_context_get_now (self->context) - self->called_at, 0, 600);
}

static void
show_summary (HfVisitDetails *self)
{
  int minutes = get_minutes (self);
  gboolean is_short = hf_call_grade (self->channel, HF_OUTCOME_REACHED, minutes) == HF_CALL_SHORT;
  g_autofree char *text = NULL;

  if (is_short)
    text = g_strdup (_ ("under 1 minute"));
  else
    text = minutes > 0 ? hf_when_format_minutes (minutes) : g_strdup (C_ ("contact", "Details"));
  gtk_label_set_label (self->summary, text);
  if (is_short)
    gtk_widget_add_css_class (GTK_WIDGET (self->summary), "soon");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "soon");
}

static gboolean
on_tick (gpointer data)
{
  show_summary (data);
  return G_SOURCE_CONTINUE;
}

static void
on_minutes_changed (HfVisitDetails *self)
{
  show_summary (self);
}

/* "–" for what nobody said: none is not zero. */
static gboolean
on_output (GtkSpinButton *spin)
{
  if (gtk_spin_button_get_value_as_int (spin) >= 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), "–");
  return TRUE;
}

static int
on_input (GtkSpinButton *spin, double *value)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), "–") != 0)
    return FALSE;
  *value = -1;
  return TRUE;
}

static void
on_channel_toggled (GtkToggleButton *button, HfVisitDetails *self)
{
  for (int i = 0; i < N_CHANNELS; i++)
    if (self->channel_buttons[i] == button && gtk_toggle_button_get_active (button))
      {
        self->channel = (HfChannel) i;
        show_summary (self);
        g_signal_emit (self, signals[CHANGED], 0);
      }
}

static void
add_channels (HfVisitDetails *self)
{
  for (int i = 0; i < N_CHANNELS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      const char *name = hf_domain_get_label (HF_DOMAIN_CHANNEL, i);

      gtk_button_set_icon_name (GTK_BUTTON (button), hf_channel_get_icon ((HfChannel) i));
      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      self->channel_buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->channel_buttons[i], self->channel_buttons[0]);
      g_signal_connect (button, "toggled", G_CALLBACK (on_channel_toggled), self);
      gtk_box_append (self->channels, button);
    }
}

static void
fill_lists (HfVisitDetails *self)
{
  GtkStringList *kinds = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _ ("not said"));
  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_MIX); i++)
    gtk_string_list_append (kinds, hf_domain_get_label (HF_DOMAIN_MIX, (int) i));
  gtk_drop_down_set_model (self->mix, G_LIST_MODEL (kinds));
  g_object_unref (kinds);
}

/* Experts and managers are those who come along; the person at the desk is there anyway. */
static void
load_colleagues (HfVisitDetails *self)
{
  g_autoptr (GPtrArray) all = hf_staff_dup_active (hf_app_context_get_reader (self->context), NULL);
  GtkStringList *names = gtk_string_list_new (NULL);
  gint64 me = hf_app_context_get_staff (self->context);

  g_ptr_array_set_size (self->colleagues, 0);
  gtk_string_list_append (names, _ ("nobody"));
  if (all != NULL)
    g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      HfStaff *staff = all->pdata[i];
      g_autofree char *name = g_strdup_printf (
          "%s · %s", staff->name, hf_domain_get_label (HF_DOMAIN_ROLE, (int) staff->role));

      if (staff->id == me)
        {
          hf_staff_free (staff);
          continue;
        }
      g_ptr_array_add (self->colleagues, staff);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->colleague, G_LIST_MODEL (names));
  g_object_unref (names);
}

static void
on_popover_shown (HfVisitDetails *self)
{
  if (self->context != NULL && self->colleagues->len == 0)
    load_colleagues (self);
}

static gboolean
fill_begun (HfVisitDetails *self, HfVisitDraft *draft, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->begun));
  HfDay today = hf_minute_get_day (hf_app_context_get_now (self->context));
  int hour, minute;
  char rest;

  draft->at = self->called_at;
  if (*text == '\0')
    return TRUE;
  if (sscanf (text, "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour < 0 || hour > 23 ||
      minute < 0 || minute > 59)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Write when it began as hours and minutes, such as 11:30."));
      return FALSE;
    }
  draft->at = hf_minute_new (today, hour * 60 + minute);
  return TRUE;
}

static gboolean
fill_people (HfVisitDetails *self, HfVisitDraft *draft, GError **error)
{
  guint chosen = gtk_drop_down_get_selected (self->colleague);
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->companion))));
  gint64 me = hf_app_context_get_staff (self->context);

  if (chosen > 0 && chosen <= self->colleagues->len)
    {
      const HfStaff *staff = self->colleagues->pdata[chosen - 1];

      draft->staff = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (me != 0)
        g_array_append_val (draft->staff, me);
      g_array_append_val (draft->staff, staff->id);
    }
  return *name == '\0' || hf_lookup (hf_app_context_get_reader (self->context), HF_LOOKUP_CUSTOMER,
                                     name, &draft->companion_id, error);
}

static void
hf_visit_details_dispose (GObject *object)
{
  HfVisitDetails *self = HF_VISIT_DETAILS (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->context);
  g_clear_pointer (&self->colleagues, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_visit_details_parent_class)->dispose (object);
}

static void
hf_visit_details_class_init (HfVisitDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_visit_details_dispose;

  /**
   * HfVisitDetails::changed:
   *
   * Another channel was chosen: other outcomes fit.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-visit-details.ui");
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, button);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, summary);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, channels);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, begun);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, minutes);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, mix);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, satisfaction);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, left);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, expert_wanted);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, colleague);
  gtk_widget_class_bind_template_child (widget_class, HfVisitDetails, companion);
  gtk_widget_class_bind_template_callback (widget_class, on_input);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_output);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
hf_visit_details_init (HfVisitDetails *self)
{
  self->called_at = HF_MINUTE_NONE;
  self->colleagues = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_staff_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_channels (self);
  fill_lists (self);
}

void
hf_visit_details_set_context (HfVisitDetails *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_VISIT_DETAILS (self));

  g_set_object (&self->context, context);
}

/**
 * hf_visit_details_reset:
 *
 * Nothing is said yet of another contact.
 */
void
hf_visit_details_reset (HfVisitDetails *self, HfChannel channel)
{
  g_return_if_fail (HF_IS_VISIT_DETAILS (self));

  g_clear_handle_id (&self->tick, g_source_remove);
  self->called_at = HF_MINUTE_NONE;
  gtk_editable_set_text (GTK_EDITABLE (self->begun), "");
  gtk_spin_button_set_value (self->minutes, -1);
  gtk_drop_down_set_selected (self->mix, 0);
  gtk_drop_down_set_selected (self->satisfaction, 0);
  gtk_spin_button_set_value (self->left, -1);
  gtk_check_button_set_active (self->expert_wanted, FALSE);
  gtk_drop_down_set_selected (self->colleague, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->companion), "");
  hf_visit_details_set_channel (self, channel);
  show_summary (self);
}

/**
 * hf_visit_details_begin_call:
 *
 * From now on the time runs.
 */
void
hf_visit_details_begin_call (HfVisitDetails *self)
{
  g_return_if_fail (HF_IS_VISIT_DETAILS (self));

  self->called_at = hf_app_context_get_now (self->context);
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

HfChannel
hf_visit_details_get_channel (HfVisitDetails *self)
{
  g_return_val_if_fail (HF_IS_VISIT_DETAILS (self), HF_CHANNEL_PHONE);

  return self->channel;
}

void
hf_visit_details_set_channel (HfVisitDetails *self, HfChannel channel)
{
  g_return_if_fail (HF_IS_VISIT_DETAILS (self));
  g_return_if_fail ((guint) channel < N_CHANNELS);

  self->channel = channel;
  gtk_toggle_button_set_active (self->channel_buttons[channel], TRUE);
}

/**
 * hf_visit_details_fill:
 * @draft: its outcome is known; its `staff` is to be freed by the caller
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT or %HF_ERROR_NOT_FOUND that says what to correct
 */
gboolean
hf_visit_details_fill (HfVisitDetails *self, HfVisitDraft *draft, GError **error)
{
  gboolean reached = draft->outcome == HF_OUTCOME_REACHED;

  g_return_val_if_fail (HF_IS_VISIT_DETAILS (self), FALSE);

  draft->channel = self->channel;
  draft->minutes = get_minutes (self);
  if (!reached)
    return fill_begun (self, draft, error);
  draft->mix = (int) gtk_drop_down_get_selected (self->mix) - 1;
  draft->satisfaction = (int) gtk_drop_down_get_selected (self->satisfaction);
  draft->left_days = gtk_spin_button_get_value_as_int (self->left);
  draft->expert_wanted = gtk_check_button_get_active (self->expert_wanted);
  return fill_begun (self, draft, error) && fill_people (self, draft, error);
}

void
hf_visit_details_pop_up (HfVisitDetails *self)
{
  g_return_if_fail (HF_IS_VISIT_DETAILS (self));

  gtk_menu_button_popup (self->button);
}

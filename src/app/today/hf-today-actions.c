/* hf-today-actions.c: what can be done with the chosen follow-up
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-handover-dialog.h"
#include "hf-today-changes.h"
#include "hf-today-page-private.h"

static void
on_select (GSimpleAction *action, GVariant *id, gpointer data)
{
  HfTodayPage *self = data;
  guint position;

  if (!hf_today_list_find (self->list, g_variant_get_int64 (id), &position))
    return;
  hf_today_page_select_position (self, position);
  hf_today_page_show_selected (self);
}

static void
on_step (GSimpleAction *action, GVariant *step, gpointer data)
{
  HfTodayPage *self = data;
  guint n = g_list_model_get_n_items (hf_today_list_get_model (self->list));
  guint position = gtk_single_selection_get_selected (self->selection);
  int direction = g_variant_get_int32 (step);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  for (position += (guint) direction; position < n; position += (guint) direction)
    if (hf_today_page_is_work (self, position))
      {
        hf_today_page_select_position (self, position);
        hf_today_page_scroll_to (self, position);
        hf_today_page_show_selected (self);
        return;
      }
}

static void
on_outcome (GSimpleAction *action, GVariant *number, gpointer data)
{
  hf_visit_panel_choose_outcome (HF_TODAY_PAGE (data)->panel, (guint) g_variant_get_int32 (number));
}

/* A call that went well is what happens most. */
static void
on_begin (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  hf_visit_panel_choose_outcome (self->panel, 1);
}

static void
on_record (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_visit_panel_record (HF_TODAY_PAGE (data)->panel);
}

/* Once it is recorded the same spot holds the next customer, whatever became of this one's line. */
static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;

  self->selected = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
on_reveal (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_visit_panel_reveal (HF_TODAY_PAGE (data)->panel);
}

static void
on_call (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_visit_panel_call (HF_TODAY_PAGE (data)->panel);
}

static void
on_snooze (GSimpleAction *action, GVariant *until, gpointer data)
{
  HfTodayPage *self = data;
  const HfBrief *brief = hf_visit_panel_get_brief (self->panel);

  if (brief != NULL)
    hf_today_snooze (self->context, brief->item, g_variant_get_string (until, NULL));
}

static void
on_reschedule (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;
  const HfBrief *brief = hf_visit_panel_get_brief (self->panel);

  if (brief != NULL)
    hf_today_ask_day (GTK_WIDGET (self), self->context, brief->item);
}

static void
on_skip (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;
  const HfBrief *brief = hf_visit_panel_get_brief (self->panel);

  if (brief != NULL)
    hf_today_ask_reason (GTK_WIDGET (self), self->context, brief->item);
}

static void
on_complete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;
  const HfBrief *brief = hf_visit_panel_get_brief (self->panel);

  if (brief != NULL)
    hf_today_tick (self->context, brief->item);
}

static void
on_hand_over (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;
  const HfBrief *brief = hf_visit_panel_get_brief (self->panel);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (brief == NULL)
    return;
  g_array_append_val (ids, brief->item->customer_id);
  hf_handover_ask (GTK_WIDGET (self), self->context, ids, brief->item->customer);
}

static void
on_open_card (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;
  const HfBrief *brief = hf_visit_panel_get_brief (self->panel);

  if (brief != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customer", "x",
                                brief->item->customer_id);
}

static void
on_open_case (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;
  const HfBrief *brief = hf_visit_panel_get_brief (self->panel);

  if (brief != NULL && brief->belongs.kind != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "(sx)", brief->belongs.kind,
                                brief->belongs.id);
}

static void
on_answers (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  hf_visit_panel_show_answers (self->panel, TRUE);
}

static void
on_brief (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfTodayPage *self = data;

  hf_visit_panel_show_answers (self->panel, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
on_message (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_visit_panel_choose_message (HF_TODAY_PAGE (data)->panel);
}

static void
on_details (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_visit_panel_show_details (HF_TODAY_PAGE (data)->panel);
}

static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_today_page_pop_up_menu (data);
}

static const GActionEntry action_entries[] = {
  { .name = "select", .activate = on_select, .parameter_type = "x" },
  { .name = "step", .activate = on_step, .parameter_type = "i" },
  { .name = "outcome", .activate = on_outcome, .parameter_type = "i" },
  { .name = "begin", .activate = on_begin },
  { .name = "record", .activate = on_record },
  { .name = "next", .activate = on_next },
  { .name = "snooze", .activate = on_snooze, .parameter_type = "s" },
  { .name = "reschedule", .activate = on_reschedule },
  { .name = "skip", .activate = on_skip },
  { .name = "complete", .activate = on_complete },
  { .name = "hand-over", .activate = on_hand_over },
  { .name = "open-card", .activate = on_open_card },
  { .name = "open-case", .activate = on_open_case },
  { .name = "answers", .activate = on_answers },
  { .name = "brief", .activate = on_brief },
  { .name = "message", .activate = on_message },
  { .name = "details", .activate = on_details },
  { .name = "menu", .activate = on_menu },
};

/* Of the phone field, which stands on the card, too. */
static const GActionEntry phone_entries[] = {
  { .name = "reveal", .activate = on_reveal },
  { .name = "call", .activate = on_call },
};

/**
 * hf_today_page_add_actions:
 *
 * The groups `today` and `phone`, for buttons, menus and keys alike.
 */
void
hf_today_page_add_actions (HfTodayPage *self)
{
  g_autoptr (GSimpleActionGroup) phone = g_simple_action_group_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "today", G_ACTION_GROUP (self->actions));
  g_action_map_add_action_entries (G_ACTION_MAP (phone), phone_entries,
                                   G_N_ELEMENTS (phone_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "phone", G_ACTION_GROUP (phone));
}

/**
 * hf_today_page_add_shortcuts:
 *
 * Keys that work wherever the focus is on the page, but for the entries, which take digits
 * themselves (WORK-3).
 */
void
hf_today_page_add_shortcuts (GtkWidgetClass *widget_class)
{
  static const char *const snoozes[] = { "hour", "afternoon", "tomorrow", "window" };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, "today.record" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "today.record" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "today.reschedule" },
    { GDK_KEY_Delete, 0, "today.skip" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "phone.reveal" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "today.complete" },
    { GDK_KEY_t, GDK_CONTROL_MASK, "today.hand-over" },
    { GDK_KEY_o, GDK_CONTROL_MASK, "today.open-card" },
    { GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "today.open-case" },
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "today.answers" },
    { GDK_KEY_d, GDK_ALT_MASK, "today.details" },
    { GDK_KEY_Menu, 0, "today.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "today.menu" },
  };

  for (int i = 1; i <= 7; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_0 + i), 0,
                                           "today.outcome", "i", i);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_0 + i), 0,
                                           "today.outcome", "i", i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (snoozes); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "today.snooze",
                                         "s", snoozes[i]);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "today.snooze",
                                       "s", "hour");
}

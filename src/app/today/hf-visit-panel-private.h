/* hf-visit-panel-private.h: what the panel's two files share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-answers.h"
#include "hf-phone-field.h"
#include "hf-visit-form.h"
#include "hf-visit-hints.h"
#include "hf-visit-panel.h"

G_BEGIN_DECLS

struct _HfVisitPanel
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkStack *top;
  HfAnswers *answers;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *tier;
  GtkLabel *about;
  HfPhoneField *phone;
  GtkLabel *callable;
  GtkWidget *call;
  GtkWidget *why;
  GtkLabel *why_plan;
  GtkLabel *why_late;
  GtkLabel *why_purpose;
  GtkLabel *why_reason;
  GtkWidget *case_button;
  HfVisitHints *hints;
  GtkWidget *birthday_icon;
  GtkLabel *birthday;
  GtkLabel *matters;
  GtkWidget *visits_title;
  GtkBox *visits;
  GtkWidget *checks_title;
  GtkLabel *checks_count;
  GtkBox *checks;
  GtkWidget *taboo_box;
  GtkLabel *taboos;
  GtkWidget *script_box;
  GtkLabel *script;
  GtkLabel *closing;
  HfVisitForm *form;

  HfAppContext *context;
  HfBrief *brief;
};

void hf_visit_panel_show_brief (HfVisitPanel *self, gboolean another);
GStrv hf_visit_panel_dup_ticked (HfVisitPanel *self);

G_END_DECLS

/* hf-matter.h: a return, a reaction, a finding or an incident, ready to be shown
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfMatterAct:
 * @name: static, by which the tab knows it
 * @label: with its mnemonic
 * @main: the next step: one obvious button
 */
typedef struct
{
  const char *name;
  const char *label;
  gboolean main;
} HfMatterAct;

/* A line of a checklist. */
typedef struct
{
  int index;
  const char *label;
  gboolean done;
} HfMatterCheck;

/**
 * HfMatter:
 * @what: beneath the name, in lists; no health data, no words of the customer
 * @state, @state_class: a pill; @when: the day it stands for
 * @first: (nullable): what comes before all else; @alarm: it is a matter of minutes
 * @steps: (element-type utf8): what is done, in order; static texts
 * @facts: (element-type utf8): name and value by turns; a heading has %NULL for its value
 * @checks: (element-type HfMatterCheck): @acts: (element-type HfMatterAct):
 *
 * Plain texts, made from the record; the same view shows all kinds.
 */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  char *customer;
  char *what;
  char *state;
  const char *state_class;
  char *when;
  char *first;
  gboolean alarm;
  GPtrArray *steps;
  GPtrArray *facts;
  GArray *checks;
  GArray *acts;
} HfMatter;

HfMatter *hf_matter_new (gint64 id, gint64 customer_id, const char *customer);
void hf_matter_free (HfMatter *matter);
void hf_matter_add_fact (HfMatter *matter, const char *name, const char *value);
void hf_matter_take_fact (HfMatter *matter, const char *name, char *value);
void hf_matter_add_heading (HfMatter *matter, const char *heading);
void hf_matter_add_act (HfMatter *matter, const char *name, const char *label, gboolean main);
char *hf_matter_format_money (gint64 fen);
char *hf_matter_dup_print (const HfMatter *matter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfMatter, hf_matter_free)

G_END_DECLS

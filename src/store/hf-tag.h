/* hf-tag.h: tags and care plans for several customers at once (CARD-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfTag:
 * @colour: a word such as `green`, may be empty
 */
typedef struct
{
  gint64 id;
  char *name;
  char *colour;
} HfTag;

void hf_tag_free (HfTag *tag);
GPtrArray *hf_tag_dup_all (HfDb *db, GError **error);
gboolean hf_command_tag_customers (HfDb *db,
                                   const HfActor *actor,
                                   GArray *customers,
                                   const char *tag,
                                   const char *colour,
                                   GError **error);
gboolean hf_command_untag_customers (
    HfDb *db, const HfActor *actor, GArray *customers, const char *tag, GError **error);
gboolean hf_command_enrol_customers (HfDb *db,
                                     const HfActor *actor,
                                     GArray *customers,
                                     gint64 plan,
                                     guint *n_enrolled,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTag, hf_tag_free)

G_END_DECLS

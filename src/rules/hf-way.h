/* hf-way.h: by which channel and by whom a contact may be made
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"

G_BEGIN_DECLS

#define HF_WAYS_MAX (8)

/* Stands among the roles for an agent who was not responsible for the customer
 * when the plan began (PLAN-6: hand the customer to another agent). */
#define HF_ROLE_ANOTHER_AGENT (HF_ROLE_MANAGER + 1)

/**
 * HfWay:
 * @channel: how
 * @roles: who must take part, all of them together; a set of #HfRole
 */
typedef struct
{
  HfChannel channel;
  HfSet roles;
} HfWay;

/**
 * HfWays:
 * @ways: alternatives, the preferred one first
 *
 * A plain value. In text: `home:agent;phone:expert;home:agent+expert`.
 */
typedef struct
{
  HfWay ways[HF_WAYS_MAX];
  guint n_ways;
} HfWays;

gboolean hf_ways_parse (const char *text, HfWays *ways, GError **error);
char *hf_ways_format (const HfWays *ways);
gboolean hf_roles_parse (const char *text, HfSet *roles, GError **error);
HfSet hf_ways_get_channels (const HfWays *ways);
HfSet hf_ways_get_roles (const HfWays *ways);
HfWays hf_ways_filter (const HfWays *ways, HfSet channels);
gboolean hf_ways_are_satisfied (const HfWays *ways, HfChannel channel, HfSet roles);

G_END_DECLS

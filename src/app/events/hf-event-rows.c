/* hf-event-rows.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-event-rows.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

/**
 * hf_event_rows_make_event:
 *
 * Returns: (transfer full): what it is called, when and where, and how many are invited
 */
HfMatter *
hf_event_rows_make_event (const HfEvent *event, HfMinute now)
{
  HfMatter *matter = hf_matter_new (event->id, 0, event->title);
  HfDay day = hf_minute_get_day (event->starts_at);
  const char *kind = hf_domain_get_label (HF_DOMAIN_EVENT_KIND, (int) event->kind);

  matter->what =
      *event->place != '\0' ? g_strdup_printf ("%s · %s", kind, event->place) : g_strdup (kind);
  matter->when = hf_when_format_day (day, hf_minute_get_day (now));
  matter->state = g_strdup_printf ("%d", event->invited);
  matter->state_class = day >= hf_minute_get_day (now) ? "ok" : "dim";
  return matter;
}

/**
 * hf_event_rows_make_invitation:
 *
 * Returns: (transfer full): who, whose customer, and what is known: that they came, else what they
 * replied
 */
HfMatter *
hf_event_rows_make_invitation (const HfInvitation *invitation)
{
  HfMatter *matter = hf_matter_new (invitation->id, invitation->customer_id, invitation->customer);
  int guests = invitation->guests;

  matter->what = *invitation->owner != '\0' ? g_strdup_printf (_ ("Owner: %s"), invitation->owner)
                                            : g_strdup (_ ("No owner"));
  if (invitation->attended == 1 && guests > 0)
    matter->when = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "brought %d guest", "brought %d guests", (gulong) guests),
        guests);
  if (invitation->attended >= 0)
    {
      matter->state = g_strdup (invitation->attended == 1 ? _ ("Was there") : _ ("Was not there"));
      matter->state_class = invitation->attended == 1 ? "ok" : "dim";
      return matter;
    }
  matter->state =
      g_strdup (invitation->reply >= 0 ? hf_domain_get_label (HF_DOMAIN_REPLY, invitation->reply)
                                       : _ ("No reply yet"));
  matter->state_class = invitation->reply == HF_REPLY_YES  ? "ok"
                        : invitation->reply == HF_REPLY_NO ? "dim"
                                                           : "soon";
  return matter;
}

static void
append_count (GString *text, const char *what)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", what);
}

/**
 * hf_event_rows_format_counts:
 *
 * Returns: (transfer full): “12 invited · 8 come · 3 places left”
 */
char *
hf_event_rows_format_counts (const HfEvent *event, HfMinute now)
{
  GString *text = g_string_new (NULL);
  gboolean over = hf_minute_get_day (event->starts_at) < hf_minute_get_day (now);
  int left = over ? -1 : hf_event_count_places (event);
  g_autofree char *invited = g_strdup_printf (_ ("%d invited"), event->invited);
  g_autofree char *coming = g_strdup_printf (_ ("%d come"), event->coming);
  g_autofree char *came = g_strdup_printf (_ ("%d were there"), event->attended);
  g_autofree char *guests = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d guest", "%d guests", (gulong) event->guests),
      event->guests);
  g_autofree char *places = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d place left", "%d places left", (gulong) MAX (left, 0)),
      left);

  append_count (text, invited);
  append_count (text, coming);
  if (event->attended > 0)
    append_count (text, came);
  if (event->guests > 0)
    append_count (text, guests);
  if (left >= 0)
    append_count (text, places);
  return g_string_free (text, FALSE);
}

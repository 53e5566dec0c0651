/* hf-event.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-event.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-db-private.h"
#include "hf-office.h"
#include "hf-text-check.h"

/* So long are events shown that are over. */
#define DAYS_BACK (183)

void
hf_event_draft_init (HfEventDraft *draft)
{
  memset (draft, 0, sizeof *draft);
  draft->ends_at = HF_MINUTE_NONE;
}

static gboolean
refuse (GError **error, HfError code, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_draft (const HfActor *actor, const HfEventDraft *draft, char **title, GError **error)
{
  if (actor->role == HF_ROLE_EXPERT)
    return refuse (error, HF_ERROR_NOT_ALLOWED, _ ("Only an agent or a manager plans an event."));
  if (draft->capacity < 0)
    return refuse (error, HF_ERROR_BAD_INPUT, _ ("An event has room for one person at least."));
  if (draft->ends_at != HF_MINUTE_NONE && draft->ends_at <= draft->starts_at)
    return refuse (error, HF_ERROR_BAD_INPUT,
                   _ ("The event would end before it begins. Put the times right."));
  return hf_text_check_title (draft->title, title, error) &&
         (draft->place == NULL || hf_text_check (draft->place, error)) &&
         (draft->note == NULL || hf_text_check (draft->note, error));
}

/**
 * hf_command_add_event:
 * @id: (out): the event
 *
 * A gathering is planned (EVT-1).
 */
gboolean
hf_command_add_event (
    HfDb *db, const HfActor *actor, const HfEventDraft *draft, gint64 *id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *title = NULL;

  if (!check_draft (actor, draft, &title, error) ||
      !hf_operation_begin (&operation, db, actor, "event.add", error))
    return FALSE;
  *id = hf_db_new_id (db);
  return hf_db_run (db, HF_QUERY_EVENT_INSERT, error, "lsssldris", *id,
                    hf_domain_get_nick (HF_DOMAIN_EVENT_KIND, (int) draft->kind), title,
                    draft->place != NULL ? draft->place : "", draft->starts_at, draft->ends_at,
                    (gint64) draft->capacity, draft->with_sales ? 1 : 0,
                    draft->note != NULL ? draft->note : "") &&
         hf_operation_commit (&operation, title, error);
}

void
hf_event_free (HfEvent *event)
{
  g_free (event->title);
  g_free (event->place);
  g_free (event);
}

static HfEvent *
read_row (HfRows *rows)
{
  HfEvent *event = g_new0 (HfEvent, 1);
  int kind = HF_EVENT_GATHERING;

  hf_domain_parse (HF_DOMAIN_EVENT_KIND, hf_rows_text (rows, 1), &kind, NULL);
  event->id = hf_rows_int (rows, 0);
  event->kind = (HfEventKind) kind;
  event->title = hf_rows_dup (rows, 2);
  event->place = hf_rows_dup (rows, 3);
  event->starts_at = hf_rows_int (rows, 4);
  event->capacity = (int) hf_rows_int (rows, 5);
  event->invited = (int) hf_rows_int (rows, 6);
  event->attended = (int) hf_rows_int (rows, 7);
  event->guests = (int) hf_rows_int (rows, 8);
  event->coming = (int) hf_rows_int (rows, 9);
  event->declined = (int) hf_rows_int (rows, 10);
  return event;
}

/**
 * hf_event_load:
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfEvent *
hf_event_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_EVENT_GET, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    return read_row (&rows);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such event."));
  return NULL;
}

/**
 * hf_event_find:
 * @text: an id, or an exact title that only one event bears
 * @id: (out):
 *
 * Returns: %FALSE with %HF_ERROR_NOT_FOUND or %HF_ERROR_AMBIGUOUS
 */
gboolean
hf_event_find (HfDb *db, const char *text, gint64 *id, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (HfEvent) event = NULL;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    event = hf_event_load (db, *id, NULL);
  if (event != NULL)
    return TRUE;
  ids = hf_db_dup_ids (db, HF_QUERY_EVENT_BY_TITLE, error, "s", text);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return refuse (error, HF_ERROR_NOT_FOUND, _ ("There is no such event."));
  if (ids->len > 1)
    return refuse (error, HF_ERROR_AMBIGUOUS,
                   _ ("More than one event is called so. Use its number."));
  *id = g_array_index (ids, gint64, 0);
  return TRUE;
}

/**
 * hf_events_dup_coming:
 *
 * Returns: (transfer full) (element-type HfEvent): that begin at @from or later, the next one
 * first; %NULL with an error
 */
GPtrArray *
hf_events_dup_coming (HfDb *db, HfMinute from, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_event_free);
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_EVENTS_COMING, error, "l", from);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      HfEvent *event = hf_event_load (db, g_array_index (ids, gint64, i), error);

      if (event == NULL)
        return NULL;
      g_ptr_array_add (list, event);
    }
  return ids != NULL ? g_steal_pointer (&list) : NULL;
}

/**
 * hf_events_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): the next one first, and behind those to come what
 * was in the last half year, the last first; %NULL with an error
 */
GArray *
hf_events_dup_ids (HfDb *db, HfMinute now, GError **error)
{
  HfDay today = hf_minute_get_day (now);

  return hf_db_dup_ids (db, HF_QUERY_EVENTS_AROUND, error, "ll",
                        hf_minute_new (today - DAYS_BACK, 0), hf_minute_new (today, 0));
}

/**
 * hf_event_count_places:
 *
 * Who said no leaves the place to somebody else.
 *
 * Returns: how many can still be invited, -1 for any number
 */
int
hf_event_count_places (const HfEvent *event)
{
  return event->capacity > 0 ? MAX (event->capacity - event->invited + event->declined, 0) : -1;
}

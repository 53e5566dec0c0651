/* hf-calendar-export.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-export.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "hf-branch.h"
#include "hf-calendar-day.h"
#include "hf-db-private.h"
#include "hf-deadline.h"
#include "hf-office.h"

#define MAX_DAYS  (731)
#define FILE_MODE (0600)
#define PRODUCT   "-//Huifang//Huifang " HF_VERSION "//ZH"
#define SHORTEST  (15)

/* Before a visit one has to get there; a deadline needs time to be kept. */
#define ALARM_HOME     (30)
#define ALARM_DEADLINE (60)

typedef struct
{
  HfDb *db;
  const HfActor *actor;
  icalcomponent *calendar;
  char *zone; /* (nullable): the office's, when it is known: else its times bear none */
  gboolean masked;
  int minutes[HF_CHANNEL_POST + 1]; /* that a contact takes */
  guint n;
} Export;

static const char *const type_words[] = {
  [HF_CALENDAR_FOLLOW_UP] = "follow-up", [HF_CALENDAR_DEADLINE] = "complaint",
  [HF_CALENDAR_PAYMENT] = "payment",     [HF_CALENDAR_EVENT] = "event",
  [HF_CALENDAR_SPECIAL] = "special",     [HF_CALENDAR_ROUND] = "greetings",
};

/* What is past is no longer of use in another calendar, what is projected has no identity yet, and
 * what is paused is not to be done. */
static gboolean
is_exported (const HfCalendarItem *item)
{
  return item->type != HF_CALENDAR_VISIT && item->type != HF_CALENDAR_PROJECTED &&
         item->type != HF_CALENDAR_PAUSED;
}

static gboolean
has_hour (const HfCalendarItem *item)
{
  return item->type == HF_CALENDAR_FOLLOW_UP || item->type == HF_CALENDAR_DEADLINE ||
         item->type == HF_CALENDAR_EVENT;
}

static const char *
find_deadline_nick (const HfCalendarItem *item)
{
  for (int i = 0; i < HF_N_DEADLINES; i++)
    if (g_strcmp0 (hf_deadline_get_label ((HfDeadlineKind) i), item->task) == 0)
      return hf_deadline_get_nick ((HfDeadlineKind) i);
  return "deadline";
}

/* The same each time: the id, and the number of the computer that gave it. A special day comes each
 * year. */
static char *
dup_uid (const HfCalendarItem *item)
{
  g_autofree char *part = NULL;
  int year;

  hf_day_to_ymd (hf_calendar_item_get_day (item), &year, NULL, NULL);
  if (item->type == HF_CALENDAR_SPECIAL)
    part = g_strdup_printf ("-%d", year);
  else if (item->type == HF_CALENDAR_DEADLINE)
    part = g_strdup_printf ("-%s", find_deadline_nick (item));
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "%s@%" G_GINT64_FORMAT ".huifang.org",
                          type_words[item->type], item->id & HF_ID_COUNTER_MASK,
                          part != NULL ? part : "", item->id >> HF_ID_DEVICE_SHIFT);
}

static struct icaltimetype
make_time (HfMinute minute, gboolean with_hour)
{
  struct icaltimetype time = icaltime_null_time ();

  hf_day_to_ymd (hf_minute_get_day (minute), &time.year, &time.month, &time.day);
  time.is_date = !with_hour;
  if (with_hour)
    {
      time.hour = hf_minute_of_day (minute) / 60;
      time.minute = hf_minute_of_day (minute) % 60;
    }
  return time;
}

/* In the office's zone; a day stays a day, and nothing becomes a moment in UTC. */
static void
add_time (Export *self, icalcomponent *event, icalproperty *property, gboolean with_hour)
{
  if (with_hour && self->zone != NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (self->zone));
  icalcomponent_add_property (event, property);
}

static char *
dup_name (Export *self, const HfCalendarItem *item)
{
  g_autofree char *surname = NULL;

  if (!self->masked || item->customer_id == 0)
    return g_strdup (item->name);
  surname = g_utf8_substring (item->name, 0, 1);
  return g_strdup_printf ("%s**", surname);
}

static char *
dup_summary (Export *self, const HfCalendarItem *item)
{
  g_autofree char *name = dup_name (self, item);
  const char *what =
      item->channel >= 0 ? hf_domain_get_label (HF_DOMAIN_CHANNEL, item->channel) : item->task;

  if (item->type == HF_CALENDAR_DEADLINE)
    return g_strdup_printf (_ ("Complaint, %s: %s"), item->task, name);
  if (what == NULL || item->customer_id == 0)
    return g_steal_pointer (&name);
  return g_strdup_printf (_ ("%s: %s"), what, name);
}

static void
add_alarm (icalcomponent *event, const HfCalendarItem *item, const char *summary)
{
  icalcomponent *alarm = icalcomponent_new_valarm ();
  int before = item->channel == HF_CHANNEL_HOME ? ALARM_HOME : 0;
  struct icaltriggertype trigger = { icaltime_null_time (), icaldurationtype_null_duration () };

  if (item->type == HF_CALENDAR_DEADLINE)
    before = ALARM_DEADLINE;
  trigger.duration = icaldurationtype_from_int (-before * 60);
  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_component (event, alarm);
}

static void
add_texts (Export *self, icalcomponent *event, const HfCalendarItem *item, const char *summary)
{
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (item->type == HF_CALENDAR_FOLLOW_UP && item->task != NULL)
    icalcomponent_add_property (event, icalproperty_new_description (item->task));
  if (!self->masked && item->channel == HF_CHANNEL_HOME && item->address != NULL &&
      *item->address != '\0')
    icalcomponent_add_property (event, icalproperty_new_location (item->address));
  icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
}

static int
get_minutes (Export *self, const HfCalendarItem *item)
{
  if (item->minutes == 0 && item->channel >= 0)
    return self->minutes[item->channel];
  return item->minutes;
}

static void
add_item (Export *self, const HfCalendarItem *item)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  icaltimezone *utc = icaltimezone_get_utc_timezone ();
  gboolean with_hour = has_hour (item);
  HfMinute from = item->agreed_at != HF_MINUTE_NONE ? item->agreed_at : item->at;
  HfMinute to = with_hour ? from + MAX (get_minutes (self, item), SHORTEST)
                          : hf_minute_new (hf_minute_get_day (from) + 1, 0);
  g_autofree char *uid = dup_uid (item);
  g_autofree char *summary = dup_summary (self, item);

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (icaltime_from_timet_with_zone (
                                         (time_t) (self->actor->now_ms / 1000), 0, utc)));
  add_time (self, event, icalproperty_new_dtstart (make_time (from, with_hour)), with_hour);
  add_time (self, event, icalproperty_new_dtend (make_time (to, with_hour)), with_hour);
  add_texts (self, event, item, summary);
  if (with_hour)
    add_alarm (event, item, summary);
  icalcomponent_add_component (self->calendar, event);
  self->n++;
}

/* Describes the zone under the name that everybody knows it by. Without a description the times
 * stand as they are, which is the same on a telephone in the office. */
static void
add_zone (Export *self, const char *name)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (name);
  icalcomponent *component = zone != NULL ? icaltimezone_get_component (zone) : NULL;
  icalproperty *id;

  if (component == NULL)
    return;
  component = icalcomponent_new_clone (component);
  id = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);
  if (id != NULL)
    icalproperty_set_tzid (id, name);
  icalcomponent_add_component (self->calendar, component);
  self->zone = g_strdup (name);
}

static gboolean
begin (Export *self, GError **error)
{
  g_autofree char *branch = hf_branch_dup_name (self->db, error);
  g_autofree char *names = NULL;
  g_autofree char *quiet = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  icalproperty *title;

  if (branch == NULL || !hf_load_minutes_read (self->db, self->minutes, error) ||
      (zone = hf_office_dup_zone (self->db, error)) == NULL ||
      (names = hf_setting_dup (self->db, HF_CALENDAR_NAMES_SETTING, "full", error)) == NULL ||
      (quiet = hf_setting_dup (self->db, "reminders.private", "0", error)) == NULL)
    return FALSE;
  self->masked = self->masked || g_str_equal (names, "masked") || g_str_equal (quiet, "1");
  self->calendar = icalcomponent_new_vcalendar ();
  icalcomponent_add_property (self->calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self->calendar, icalproperty_new_prodid (PRODUCT));
  title = icalproperty_new_x (branch);
  icalproperty_set_x_name (title, "X-WR-CALNAME");
  icalcomponent_add_property (self->calendar, title);
  add_zone (self, g_time_zone_get_identifier (zone));
  return TRUE;
}

static gboolean
add_all (Export *self, const HfCalendarExport *request, GError **error)
{
  g_autoptr (HfCalendarRange) range =
      hf_calendar_range_load (self->db, request->filter, request->from, request->to,
                              HF_CALENDAR_MOST, self->actor->now, error);

  if (range == NULL)
    return FALSE;
  for (guint i = 0; i < range->n_days; i++)
    {
      const HfCalendarDay *day = &range->days[i];

      for (guint j = 0; j < day->items->len; j++)
        {
          HfCalendarItem *item = day->items->pdata[j];

          if (!is_exported (item))
            continue;
          if (!hf_calendar_item_read_task (item, self->db, error))
            return FALSE;
          add_item (self, item);
        }
    }
  return TRUE;
}

static gboolean
write_file (Export *self, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  char *text = icalcomponent_as_ical_string_r (self->calendar);
  gboolean written = g_file_set_contents_full (
      path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, FILE_MODE,
      &local);

  icalmemory_free_buffer (text);
  if (!written)
    g_set_error (error, HF_ERROR, HF_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written: %s. Choose another place."), shown, local->message);
  return written;
}

static gboolean
check (const HfActor *actor, const HfCalendarExport *request, GError **error)
{
  gint64 staff = MAX (request->filter->staff_id, 0);

  if (!hf_actor_check_staff (actor, staff, error))
    return FALSE;
  if (request->from <= request->to && request->to - request->from < MAX_DAYS)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("Choose a first and a last day, no more than two years apart."));
  return FALSE;
}

/**
 * hf_command_export_calendar:
 * @n_written: (out): how many entries
 *
 * What is still to be done, deadlines, events and special days (CAL-1), each with an identity that
 * stays, so that a later file takes the place of an earlier one. Numbers and health data are not
 * among it (PHONE-4, CARD-3); it is noted in the audit log. For the writer's thread.
 */
gboolean
hf_command_export_calendar (HfDb *db,
                            const HfActor *actor,
                            const HfCalendarExport *request,
                            guint *n_written,
                            GError **error)
{
  Export self = { .db = db, .actor = actor, .masked = request->masked };
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *file = g_path_get_basename (request->path);
  g_autofree char *detail = g_strdup_printf ("calendar %s", file);
  gboolean done;

  done = check (actor, request, error) &&
         hf_operation_begin (&operation, db, actor, "export", error) &&
         hf_audit_write (db, actor, "export", "follow_up", 0, detail, error) &&
         begin (&self, error) && add_all (&self, request, error) &&
         write_file (&self, request->path, error) && hf_operation_commit (&operation, NULL, error);
  if (self.calendar != NULL)
    icalcomponent_free (self.calendar);
  g_free (self.zone);
  *n_written = self.n;
  return done;
}

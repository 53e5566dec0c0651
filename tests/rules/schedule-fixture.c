/* schedule-fixture.c
 *
 * Does with a history what the store does: keeps the follow-ups that a schedule
 * asks for, withdraws what it no longer wants, lets contacts complete them.
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schedule-fixture.h"

HfDay
fixture_day (const char *text)
{
  HfDay day = HF_DAY_NONE;

  g_assert_true (hf_day_parse (text, &day, NULL));
  return day;
}

static HfMinute
parse_minute (const char *text)
{
  HfMinute minute = HF_MINUTE_NONE;

  g_assert_true (hf_minute_parse (text, &minute, NULL));
  return minute;
}

Fixture *
fixture_new_for_text (const char *text, const char *anchor)
{
  g_autoptr (GError) error = NULL;
  Fixture *f = g_new0 (Fixture, 1);

  f->plan = hf_plan_parse ("test.plan", text, -1, &error);
  g_assert_no_error (error);
  f->steps = g_array_new (FALSE, TRUE, sizeof (HfStepFact));
  f->contacts = g_array_new (FALSE, TRUE, sizeof (HfContactFact));
  hf_contact_rules_init (&f->rules);
  f->enrolment.anchor = fixture_day (anchor);
  f->enrolment.rules = &f->rules;
  return f;
}

Fixture *
fixture_new (const char *plan, const char *anchor)
{
  g_autofree char *path = g_build_filename (PLANS_DIR, plan, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return fixture_new_for_text (text, anchor);
}

void
fixture_free (Fixture *f)
{
  g_array_unref (f->steps);
  g_array_unref (f->contacts);
  hf_plan_unref (f->plan);
  g_free (f);
}

static void
refresh (Fixture *f)
{
  f->enrolment.steps = (const HfStepFact *) (void *) f->steps->data;
  f->enrolment.n_steps = f->steps->len;
  f->enrolment.contacts = (const HfContactFact *) (void *) f->contacts->data;
  f->enrolment.n_contacts = f->contacts->len;
}

HfStepFact *
fixture_find (Fixture *f, int step, int occurrence)
{
  for (guint i = 0; i < f->steps->len; i++)
    {
      HfStepFact *fact = &g_array_index (f->steps, HfStepFact, i);

      if (fact->step == step && (occurrence < 0 || fact->occurrence == occurrence))
        return fact;
    }
  return NULL;
}

static gboolean
schedule_wants (const HfSchedule *schedule, const HfStepFact *fact)
{
  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);

      if (due->step == fact->step && due->occurrence == fact->occurrence)
        return TRUE;
    }
  return FALSE;
}

void
fixture_store (Fixture *f, const HfSchedule *schedule)
{
  for (guint i = f->steps->len; i > 0; i--)
    {
      const HfStepFact *fact = &g_array_index (f->steps, HfStepFact, i - 1);

      if (fact->state == HF_FOLLOW_UP_OPEN && !schedule_wants (schedule, fact))
        g_array_remove_index (f->steps, i - 1);
    }
  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);
      HfStepFact *fact = fixture_find (f, due->step, due->occurrence);
      HfStepFact fresh = {
        .step = due->step, .occurrence = due->occurrence, .closed_at = HF_MINUTE_NONE, .channel = -1
      };

      if (fact == NULL)
        {
          g_array_append_val (f->steps, fresh);
          fact = &g_array_index (f->steps, HfStepFact, f->steps->len - 1);
        }
      g_assert_cmpint (fact->state, ==, HF_FOLLOW_UP_OPEN);
      fact->original_day = due->original_day;
      fact->due_day = due->due_day;
    }
}

HfSchedule *
fixture_evaluate (Fixture *f, const char *now)
{
  refresh (f);
  return hf_schedule_evaluate (f->plan, &f->enrolment, parse_minute (now));
}

guint
fixture_run_contact (Fixture *f, HfMinute at, HfChannel channel, HfSet roles)
{
  g_autoptr (HfSchedule) schedule = NULL;
  HfContactFact contact = { .at = at, .channel = channel, .roles = roles };
  guint completed = 0;

  refresh (f);
  schedule = hf_schedule_evaluate (f->plan, &f->enrolment, at);
  fixture_store (f, schedule);
  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);
      HfStepFact *fact = fixture_find (f, due->step, due->occurrence);

      if (!hf_schedule_contact_completes (&due->ways, due->due_day, channel, roles,
                                          hf_minute_get_day (at)))
        continue;
      fact->state = HF_FOLLOW_UP_DONE;
      fact->closed_at = at;
      fact->channel = (int) channel;
      completed++;
    }
  g_array_append_val (f->contacts, contact);
  return completed;
}

guint
fixture_contact (Fixture *f, const char *at, HfChannel channel, HfSet roles)
{
  return fixture_run_contact (f, parse_minute (at), channel, roles);
}

/* `STEP ORIGINAL>DUE_AT CHANNELS` for each follow-up, separated by `; `. */
char *
fixture_describe (const HfSchedule *schedule)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);
      g_autofree char *original = hf_day_format (due->original_day);
      g_autofree char *at = hf_minute_format (due->due_at);
      g_autofree char *channels = hf_domain_format_set (HF_DOMAIN_CHANNEL, due->channels);

      g_assert_cmpint (hf_minute_get_day (due->due_at), ==, due->due_day);
      g_string_append_printf (text, "%s%d ", text->len > 0 ? "; " : "", due->step);
      if (due->due_day != due->original_day)
        g_string_append_printf (text, "%s>", original + 5);
      g_string_append_printf (text, "%s %s%s%s%s", at + 5, channels,
                              due->state == HF_FOLLOW_UP_PAUSED ? " paused" : "",
                              due->blocked ? " blocked" : "", due->projected ? " projected" : "");
    }
  if (schedule->ended)
    g_string_append (text, "ended");
  return g_string_free (text, FALSE);
}

void
fixture_assert (Fixture *f, const char *now, const char *expected)
{
  g_autoptr (HfSchedule) schedule = fixture_evaluate (f, now);
  g_autofree char *text = fixture_describe (schedule);

  g_assert_cmpstr (text, ==, expected);
  fixture_store (f, schedule);
}

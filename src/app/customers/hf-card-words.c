/* hf-card-words.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-words.h"

#include <glib/gi18n-lib.h>

#include "hf-channel.h"
#include "hf-contact-window.h"
#include "hf-when.h"

#define FEN_A_YUAN (100)

typedef struct
{
  const char *nick;
  const char *label;
} Word;

static const Word return_states[] = {
  { "open", N_ ("open") },
  { "goods-back", N_ ("goods back") },
  { "refunded", N_ ("refunded") },
  { "exchanged", N_ ("exchanged") },
  { "kept", N_ ("customer keeps") },
  { "closed", N_ ("closed") },
  { NULL, NULL },
};

static const Word referral_states[] = {
  { "named", N_ ("named") },         { "contacted", N_ ("contacted") },
  { "invited", N_ ("invited") },     { "attended", N_ ("attended") },
  { "purchased", N_ ("purchased") }, { "declined", N_ ("declined") },
  { "absent", N_ ("did not come") }, { NULL, NULL },
};

static const Word tier_causes[] = {
  { "facts", N_ ("The facts give another tier.") },
  { "by-hand", N_ ("Set by a manager.") },
  { NULL, NULL },
};

static const Word health_kinds[] = {
  { "condition", N_ ("Condition") },
  { "medicine", N_ ("Medicine") },
  { "allergy", N_ ("Allergy") },
  { "contraindication", N_ ("Contraindication") },
  { "mobility", N_ ("Mobility") },
  { "note", N_ ("Note") },
  { NULL, NULL },
};

static const char *
find_word (const Word *words, const char *nick)
{
  for (; words->nick != NULL; words++)
    if (g_strcmp0 (words->nick, nick) == 0)
      return _ (words->label);
  return nick != NULL ? nick : "";
}

/**
 * hf_card_words_month:
 *
 * Returns: (transfer full): "September 2026", the heading of a month
 */
char *
hf_card_words_month (HfDay day)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month;

  hf_day_to_ymd (day, &year, &month, NULL);
  time = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: a month as in g_date_time_format(). */
  return g_date_time_format (time, _ ("%B %Y"));
}

/**
 * hf_card_words_money:
 *
 * Returns: (transfer full): "596 yuan"
 */
char *
hf_card_words_money (gint64 fen)
{
  if (fen % FEN_A_YUAN == 0)
    return g_strdup_printf (_ ("%lld yuan"), (long long) (fen / FEN_A_YUAN));
  return g_strdup_printf (_ ("%lld.%02d yuan"), (long long) (fen / FEN_A_YUAN),
                          (int) (fen % FEN_A_YUAN));
}

/**
 * hf_card_words_date:
 *
 * Returns: (transfer full): "15 August", "八月二十", with the year where it is known
 */
char *
hf_card_words_date (const HfSpecialDate *date)
{
  HfLunarDate lunar = { date->year, date->month, date->day, date->leap };
  g_autofree char *text = NULL;

  if (!date->is_lunar && date->year == 0)
    return g_strdup_printf (_ ("day %2$d of month %1$d"), date->month, date->day);
  if (!date->is_lunar)
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
  text = hf_lunar_format_chinese (&lunar);
  return date->year != 0 ? g_strdup_printf ("%d %s", date->year, text) : g_steal_pointer (&text);
}

/**
 * hf_card_words_in_days:
 *
 * Returns: (transfer full): "30 Sep · in 8 days"; only the day when it is far away
 */
char *
hf_card_words_in_days (HfDay day, HfDay today)
{
  const int near = 30;
  g_autofree char *text = hf_when_format_date (day, today);
  int days = (int) (day - today);

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days < 0 || days > near)
    return g_steal_pointer (&text);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s · in %d day", "%s · in %d days", (gulong) days), text,
      days);
}

/**
 * hf_card_words_weekdays:
 *
 * Returns: (transfer full): "Sun, Sat"
 */
char *
hf_card_words_weekdays (HfSet days)
{
  static const char *const labels[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"),
                                        N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (HF_SET_HAS (days, HF_MONDAY + i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", _ (labels[i]));
  return g_string_free (text, FALSE);
}

/**
 * hf_card_words_windows:
 * @window: as the database has it
 *
 * Returns: (transfer full): "11:30–14:00, 18:00–20:00"
 */
char *
hf_card_words_windows (const char *window)
{
  GString *text = g_string_new (NULL);
  HfContactWindow parsed;

  if (window == NULL || *window == '\0' || !hf_contact_window_parse (window, &parsed, NULL))
    return g_string_free (text, FALSE);
  for (guint i = 0; i < parsed.n_openings; i++)
    {
      g_autofree char *from = hf_when_format_clock (hf_minute_new (0, parsed.openings[i].from));
      g_autofree char *to = hf_when_format_clock (hf_minute_new (0, parsed.openings[i].to));

      g_string_append_printf (text, "%s%s–%s", i > 0 ? _ (", ") : "", from, to);
    }
  return g_string_free (text, FALSE);
}

const char *
hf_card_words_health (const char *kind)
{
  return find_word (health_kinds, kind);
}

/**
 * hf_card_words_consent:
 * @channel: nick
 */
const char *
hf_card_words_consent (const char *channel)
{
  int value = 0;

  hf_domain_parse (HF_DOMAIN_CHANNEL, channel, &value, NULL);
  return hf_domain_get_label (HF_DOMAIN_CHANNEL, value);
}

static const char *
label_of (HfDomainSet set, const char *nick)
{
  int value = 0;

  return hf_domain_parse (set, nick, &value, NULL) ? hf_domain_get_label (set, value) : nick;
}

static void
word_visit (HfCardWords *words, const HfCardEntry *entry)
{
  int outcome = 0;
  const char *label;
  g_autofree char *minutes =
      entry->number > 0 ? hf_when_format_minutes ((int) entry->number) : NULL;

  hf_domain_parse (HF_DOMAIN_OUTCOME, entry->word, &outcome, NULL);
  label = hf_domain_get_label (HF_DOMAIN_OUTCOME, outcome);
  words->detail = minutes != NULL ? g_strdup_printf ("%s %s", label, minutes) : g_strdup (label);
  words->icon = hf_channel_get_icon ((HfChannel) MAX (entry->channel, 0));
  if (entry->plan_name != NULL && entry->index > 0)
    words->title =
        g_strdup_printf (_ ("%s · step %d of %d"), entry->plan_name, entry->index, entry->count);
  else if (entry->plan_name != NULL)
    words->title = g_strdup (entry->plan_name);
  else
    words->title =
        g_strdup (hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) MAX (entry->channel, 0)));
}

static void
word_purchase (HfCardWords *words, const HfCardEntry *entry)
{
  g_autofree char *sum = entry->number >= 0 ? hf_card_words_money (entry->number) : NULL;
  g_autofree char *owed = entry->other > 0 ? hf_card_words_money (entry->other) : NULL;

  words->icon = "package-x-generic-symbolic";
  words->title = g_strdup_printf (_ ("Purchase: %s"), entry->title);
  if (owed != NULL)
    words->detail = g_strdup_printf (_ ("%s, %s still owed"), sum != NULL ? sum : "", owed);
  else
    words->detail = g_strdup (sum != NULL ? sum : "");
  if (g_str_equal (entry->word, "promotion"))
    words->text = g_strconcat (_ ("Promotion price."), entry->text, NULL);
  else if (g_str_equal (entry->word, "membership"))
    words->text = g_strconcat (_ ("Membership price."), entry->text, NULL);
}

static void
word_complaint (HfCardWords *words, const HfCardEntry *entry)
{
  const char *stage = g_str_equal (entry->state, "withdrawn")
                          ? _ ("Withdrawn")
                          : label_of (HF_DOMAIN_COMPLAINT_STAGE, entry->state);

  words->icon = "emblem-important-symbolic";
  words->title = g_strdup_printf (_ ("Complaint %04d · %s"), (int) entry->number,
                                  label_of (HF_DOMAIN_COMPLAINT_REASON, entry->word));
  if (entry->other > 0)
    words->detail = g_strdup_printf (_ ("%s, satisfied %d/5"), stage, (int) entry->other);
  else
    words->detail = g_strdup (stage);
  if (*entry->text != '\0')
    words->text = g_strdup_printf (_ ("“%s”"), entry->text);
}

static void
word_referral (HfCardWords *words, const HfCardEntry *entry)
{
  words->icon = "emblem-shared-symbolic";
  words->title = g_strdup_printf (_ ("Referral: %s"), entry->title);
  words->detail = g_strdup (find_word (referral_states, entry->word));
}

static void
word_event (HfCardWords *words, const HfCardEntry *entry)
{
  const char *label = find_word (referral_states, entry->word);
  int guests = (int) MAX (entry->number, 0);

  words->icon = "system-users-symbolic";
  words->icon_class = "chan-event";
  words->title = g_strdup (entry->title);
  words->detail = guests > 0
                      ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, brought %d guest",
                                                      "%s, brought %d guests", (gulong) guests),
                                         label, guests)
                      : g_strdup (label);
}

static void
word_tier (HfCardWords *words, const HfCardEntry *entry)
{
  const char *none = _ ("none");

  words->icon = entry->number < 0 ? "go-down-symbolic" : "go-up-symbolic";
  words->title =
      g_strdup_printf (_ ("%s: %s → %s"), entry->title, *entry->word != '\0' ? entry->word : none,
                       *entry->state != '\0' ? entry->state : none);
  words->detail = g_strdup ("");
  words->text = g_strdup (find_word (tier_causes, entry->text));
  words->staff = g_strdup (_ ("automatic"));
}

static void
word_handover (HfCardWords *words, const HfCardEntry *entry)
{
  const char *none = _ ("nobody");

  words->icon = "avatar-default-symbolic";
  words->title = g_strdup_printf (_ ("Owner: %s → %s"), *entry->word != '\0' ? entry->word : none,
                                  *entry->state != '\0' ? entry->state : none);
  words->detail = g_strdup ("");
}

static void
word_trouble (HfCardWords *words, const HfCardEntry *entry)
{
  words->icon = "dialog-warning-symbolic";
  words->title = entry->kind == HF_ENTRY_RETURN
                     ? g_strdup_printf (_ ("Return: %s"), entry->title)
                     : g_strdup_printf (_ ("Adverse reaction: %s"), entry->title);
  words->detail = g_strdup (find_word (return_states, entry->word));
}

/**
 * hf_card_words_init:
 * @words: (out caller-allocates): to be cleared
 */
void
hf_card_words_init (HfCardWords *words, const HfCardEntry *entry)
{
  static void (*const word[HF_N_ENTRY_KINDS]) (HfCardWords *, const HfCardEntry *) = {
    [HF_ENTRY_VISIT] = word_visit,         [HF_ENTRY_PURCHASE] = word_purchase,
    [HF_ENTRY_COMPLAINT] = word_complaint, [HF_ENTRY_RETURN] = word_trouble,
    [HF_ENTRY_ADVERSE] = word_trouble,     [HF_ENTRY_REFERRAL] = word_referral,
    [HF_ENTRY_EVENT] = word_event,         [HF_ENTRY_TIER] = word_tier,
    [HF_ENTRY_HANDOVER] = word_handover,
  };

  *words = (HfCardWords){ 0 };
  word[entry->kind](words, entry);
  if (words->text == NULL)
    words->text = g_strdup (entry->text);
  if (words->staff == NULL)
    words->staff = g_strdup (entry->staff != NULL ? entry->staff : "");
}

void
hf_card_words_clear (HfCardWords *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->detail, g_free);
  g_clear_pointer (&words->text, g_free);
  g_clear_pointer (&words->staff, g_free);
}

/**
 * hf_card_words_fate:
 * @view: of a card that is not there
 * @why: (out) (transfer full): what became of it, as markup
 *
 * Returns: (transfer none): what happened, for the heading: somebody merged, erased or took back
 * the card while it was open
 */
const char *
hf_card_words_fate (const HfCardView *view, char **why)
{
  switch (view->fate)
    {
    case HF_CARD_WAS_MERGED:
      *why = g_markup_printf_escaped (_ ("It is one with the card of %s now, which has all that "
                                         "was recorded here."),
                                      view->merged_name != NULL ? view->merged_name : "");
      return _ ("This card was merged");
    case HF_CARD_WAS_ERASED:
      *why = g_strdup (_ ("The customer asked for it. What is left has no name."));
      return _ ("This card was erased");
    case HF_CARD_IS_THERE:
    case HF_CARD_IS_GONE:
    default:
      *why = g_strdup (
          _ ("Somebody undid the adding of this card. Redo (Ctrl+Shift+Z) brings it back."));
      return _ ("This card is gone");
    }
}

/* test-find-scan.c: the index finds what a plain look at every card finds
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-find.h"
#include "hf-pinyin.h"
#include "hf-search-text.h"
#include "store-fixture.h"

#define N_CARDS   (800)
#define N_QUERIES (10000)

static const char *const surnames[] = {
  "王", "李", "张", "刘", "陈", "单", "仇", "解", "曾",   "查",   "区",   "翟",   "朴",
  "缪", "吕", "乐", "䶮", "欧", "麦", "金", "林", "尉迟", "万俟", "欧阳", "单于",
};
static const char *const given[] = { "秀", "英", "小", "明", "建", "国", "长", "重", "乐",
                                     "行", "玉", "绿", "女", "强", "和", "子", "安", "西" };
static const char *const others[] = { "John Smith", "Zoë Brown", "محمد علي", "שרה לוי",
                                      "🙂笑笑", "Ольга",     "김철수",   "王John",
                                      "小🍵茶",      "ＡＢＣ店",  "O'Neil",   "山田たろう" };
static const char *const streets[] = { "和平路", "海棠路", "王府街", "Main Street " };
static const char *const areas[] = { "东区", "西区", "", "A区" };
static const char *const tags[] = { "爱喝茶", "有车", "VIP", "王牌" };

typedef struct
{
  gint64 id;
  char *name;
  char *address;
  char *area;
  char *tag;
  char *number;
} Card;

static void
card_free (gpointer data)
{
  Card *card = data;

  g_free (card->name);
  g_free (card->address);
  g_free (card->area);
  g_free (card->tag);
  g_free (card->number);
  g_free (card);
}

#define PICK(random, list) (list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))]

static char *
make_name (GRand *random)
{
  if (g_rand_int_range (random, 0, 8) == 0)
    return g_strdup (PICK (random, others));
  return g_strconcat (PICK (random, surnames), PICK (random, given),
                      g_rand_boolean (random) ? PICK (random, given) : "", NULL);
}

static GPtrArray *
make_cards (Branch *branch, GRand *random)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (card_free);

  for (int i = 0; i < N_CARDS; i++)
    {
      Card *card = g_new0 (Card, 1);

      card->name = make_name (random);
      card->address =
          g_strdup_printf ("%s%d号%d-%d", PICK (random, streets), g_rand_int_range (random, 1, 40),
                           g_rand_int_range (random, 1, 9), g_rand_int_range (random, 101, 3000));
      card->area = g_strdup (PICK (random, areas));
      card->tag = g_strdup (PICK (random, tags));
      card->number = g_strdup_printf ("138%08d", g_rand_int_range (random, 0, 100000000));
      card->id = branch_add_customer (branch, card->name, "address", card->address, "area",
                                      card->area, "tag", card->tag, "phone", card->number, NULL);
      g_ptr_array_add (cards, card);
    }
  return cards;
}

/* The plain look. It knows nothing of tokens: signs are looked for side by side in the text,
 * letters from each syllable on, one reading after another. */

static gboolean
spells (const HfSearchText *name, guint at, guint n_spelled, const char *typed)
{
  const HfUnit *unit = at < name->units->len ? hf_search_text_get (name, at) : NULL;
  HfPinyin pinyin = { 0 };

  if (*typed == '\0')
    return TRUE;
  if (unit == NULL || unit->kind != HF_UNIT_SIGN)
    return FALSE;
  hf_pinyin_read (unit->first, &pinyin);
  if (at <= 1)
    {
      gunichar signs[2] = { hf_search_text_get (name, 0)->first,
                            name->units->len > 1 ? hf_search_text_get (name, 1)->first : 0 };
      HfPinyin both[2];

      hf_pinyin_read_name (signs, MIN (name->units->len, 2), both);
      pinyin = both[at];
    }
  for (guint i = 0; i < pinyin.n; i++)
    {
      const char *reading = pinyin.readings[i];
      gsize length = n_spelled > 0 ? strlen (reading) : 1;
      gsize common = MIN (length, strlen (typed));

      if (strncmp (reading, typed, common) == 0 &&
          spells (name, at + 1, n_spelled - (n_spelled > 0), typed + common))
        return TRUE;
    }
  return FALSE;
}

static gboolean
name_has_letters (const HfSearchText *name, const char *typed)
{
  for (guint i = 0; i < name->units->len; i++)
    {
      const HfUnit *unit = hf_search_text_get (name, i);

      if (unit->kind != HF_UNIT_SIGN && unit->length >= strlen (typed) &&
          memcmp (unit->text, typed, strlen (typed)) == 0)
        return TRUE;
      if (spells (name, i, G_MAXUINT, typed) || spells (name, i, 0, typed) ||
          (i == 0 && (spells (name, 0, 1, typed) || spells (name, 0, 2, typed))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_run (const char *text, const char *typed)
{
  g_auto (HfSearchText) cut = { 0 };

  hf_search_text_init (&cut, text);
  for (guint i = 0; i < cut.units->len; i++)
    {
      const HfUnit *unit = hf_search_text_get (&cut, i);

      if (unit->kind != HF_UNIT_SIGN && unit->length >= strlen (typed) &&
          memcmp (unit->text, typed, strlen (typed)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether @word, which is all signs, letters or digits, fits. */
static gboolean
fits_word (const Card *card, const char *word)
{
  g_auto (HfSearchText) cut = { 0 };
  g_auto (HfSearchText) name = { 0 };

  hf_search_text_init (&cut, word);
  hf_search_text_init (&name, card->name);
  if (hf_search_text_get (&cut, 0)->kind == HF_UNIT_SIGN)
    return strstr (card->name, word) != NULL || strstr (card->tag, word) != NULL ||
           (cut.units->len > 1 &&
            (strstr (card->address, word) != NULL || strstr (card->area, word) != NULL));
  if (hf_search_text_get (&cut, 0)->kind == HF_UNIT_DIGITS &&
      (g_str_equal (card->number, word) ||
       (strlen (word) == 4 && g_str_has_suffix (card->number, word))))
    return TRUE;
  return name_has_letters (&name, cut.folded) || has_run (card->tag, cut.folded) ||
         has_run (card->address, cut.folded) || has_run (card->area, cut.folded);
}

static gboolean
fits (const Card *card, const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (int i = 0; words[i] != NULL; i++)
    if (!fits_word (card, words[i]))
      return FALSE;
  return TRUE;
}

static char *
cut_signs (GRand *random, const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  glong at = g_rand_int_range (random, 0, (int) n);
  g_autofree char *rest = g_utf8_substring (text, at, n);

  for (const char *end = rest;; end = g_utf8_next_char (end))
    if (*end == '\0' || g_unichar_get_script (g_utf8_get_char (end)) != G_UNICODE_SCRIPT_HAN ||
        (end > rest && g_rand_int_range (random, 0, 3) == 0))
      return end > rest ? g_strndup (rest, (gsize) (end - rest)) : g_strdup ("王");
}

static char *
cut_letters (GRand *random, const char *name)
{
  g_auto (HfSearchText) text = { 0 };
  g_autoptr (GString) typed = g_string_new (NULL);
  gboolean initials = g_rand_boolean (random);

  hf_search_text_init (&text, name);
  for (guint i = (guint) g_rand_int_range (random, 0, (int) text.units->len); i < text.units->len;
       i++)
    {
      HfPinyin pinyin = { 0 };
      const char *reading;

      hf_pinyin_read (hf_search_text_get (&text, i)->first, &pinyin);
      if (pinyin.n == 0)
        break;
      reading = pinyin.readings[g_rand_int_range (random, 0, (int) pinyin.n)];
      g_string_append_len (typed, reading, initials ? 1 : (gssize) strlen (reading));
    }
  if (typed->len > 1)
    g_string_truncate (typed, (gsize) g_rand_int_range (random, 1, (int) typed->len + 1));
  return typed->len > 0 ? g_strdup (typed->str) : g_strdup ("smi");
}

static char *
make_word (GRand *random, const Card *card)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
    case 1:
      return cut_signs (random, card->name);
    case 2:
    case 3:
    case 4:
      return cut_letters (random, card->name);
    case 5:
      return cut_signs (random, g_rand_boolean (random) ? card->address : card->tag);
    case 6:
      return g_strdup (g_rand_boolean (random) ? card->number + 7 : card->number);
    default:
      return g_strdup_printf ("%d", g_rand_int_range (random, 1, 5000));
    }
}

static void
check_answer (Branch *branch, const GPtrArray *cards, const char *typed)
{
  GError *error = NULL;
  g_autoptr (GArray) found = hf_find_all (branch->db, typed, &error);
  g_autoptr (GArray) best = hf_find_customers (branch->db, &branch->actor, typed, 8, &error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (ids, &g_array_index (found, gint64, i));
  for (guint i = 0; i < cards->len; i++)
    {
      const Card *card = cards->pdata[i];
      gboolean is = fits (card, typed);

      n += is;
      if (is != g_hash_table_contains (ids, &card->id))
        g_error ("“%s”: %s, %s, %s %s", typed, is ? "not found" : "found", card->name,
                 card->address, card->number);
    }
  g_assert_cmpuint (found->len, ==, n);
  g_assert_cmpuint (best->len, ==, MIN (n, 8));
  for (guint i = 0; i < best->len; i++)
    g_assert_true (g_hash_table_contains (ids, &g_array_index (best, gint64, i)));
}

static void
test_plain_scan (Branch *branch, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (GPtrArray) cards = NULL;
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  GError *error = NULL;

  hf_operation_begin (&operation, branch->db, &branch->actor, "sample", &error);
  cards = make_cards (branch, random);
  hf_operation_commit (&operation, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_QUERIES; i++)
    {
      const Card *card = cards->pdata[g_rand_int_range (random, 0, N_CARDS)];
      g_autofree char *word = make_word (random, card);
      g_autofree char *other = make_word (random, card);
      g_autofree char *typed = g_rand_int_range (random, 0, 4) == 0
                                   ? g_strconcat (word, " ", other, NULL)
                                   : g_strdup (word);

      if (g_ascii_isdigit (*word) && g_ascii_isdigit (*other))
        continue;
      check_answer (branch, cards, typed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/find/plain-scan", test_plain_scan);
  return g_test_run ();
}

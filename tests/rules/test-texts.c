/* test-texts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "hf-call.h"
#include "hf-error.h"
#include "hf-mix.h"
#include "hf-text-fill.h"
#include "hf-text-piece.h"
#include "hf-wording.h"

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (TEXTS_DIR, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static const struct
{
  const char *text;
  const char *filled;
} fills[] = {
  { "{customer}您好，我是{store}的{staff}。", "王秀英您好，我是海棠路网点的林娜。" },
  { "{purchase_date}买的{product}", "15 Nov买的蛋白粉" },
  { "{customer}{customer}", "王秀英王秀英" },
  { "{nobody} {Customer} { customer}", "{nobody} {Customer} { customer}" },
  { "{", "{" },
  { "{customer", "{customer" },
  { "", "" },
};

static void
test_fill (void)
{
  const HfTextValues values = { "王秀英", "林娜", "蛋白粉", "15 Nov", "海棠路网点" };
  const HfTextValues sly = { "{staff}", NULL, "", NULL, NULL };
  g_autofree char *twice = hf_text_fill ("{customer} {staff} {product}", &sly);

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      g_autofree char *filled = hf_text_fill (fills[i].text, &values);

      g_assert_cmpstr (filled, ==, fills[i].filled);
    }
  /* Filled in once; what is not known has a neutral word. */
  g_assert_cmpstr (twice, ==, "{staff} your adviser our product");
}

static void
test_placeholders (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hf_text_check_placeholders ("{customer} and {store}", NULL));
  g_assert_false (hf_text_check_placeholders ("{customer} {phone}", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "{phone}"));
  g_assert_false (hf_text_check_placeholders ("{customer", NULL));
}

static const struct
{
  const char *text;
  const char *marked; /* what is marked, "|" between */
} wordings[] = {
  { "每天早晚各一勺，温水冲", "" },
  { "这个能治疗高血压", "能治疗" },
  { "根治糖尿病，保证有效", "根治|保证有效" },
  { "绝无副作用", "无副作用" },
  { "治 愈", "治 愈" },
  { "治*愈", "治*愈" },
  { "１００％有效", "１００％有效" },
  { "100% Effective!", "100% Effective" },
  { "It CURES everything", "CURES" },
  { "secure and procured", "" },
  { "不能治疗疾病", "" },
  { "我们不保证有效", "" },
  { "It cannot cure anything", "" },
  { "顾客正在医院治疗", "" },
  { "住院接受治疗，下周出院", "" },
  { "化疗，放疗", "" },
  { "医院治疗没用，我们治疗", "治疗" },
  { "可以停药了", "可以停药" },
  { "女儿买的特效药", "" },
  { "特效产品", "特效" },
  { "保证有效保证有效", "保证有效|保证有效" },
  { "", "" },
  { "👨‍👩‍👧 🙂", "" },
};

static HfWording *
load_wording (void)
{
  HfWording *wording = hf_wording_new ();
  g_autofree char *text = read_file ("wording.ini");
  g_autoptr (GError) error = NULL;

  hf_wording_read (wording, "wording.ini", text, -1, &error);
  g_assert_no_error (error);
  return wording;
}

static void
test_wording (void)
{
  g_autoptr (HfWording) wording = load_wording ();

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      const char *text = wordings[i].text;
      g_autoptr (GArray) marks = hf_wording_check (wording, text);
      g_autoptr (GString) marked = g_string_new (NULL);

      for (guint j = 0; j < marks->len; j++)
        {
          const HfWordingMark *mark = &g_array_index (marks, HfWordingMark, j);

          g_string_append (marked, j > 0 ? "|" : "");
          g_string_append_len (marked, text + mark->start, (gssize) mark->length);
          g_assert_cmpstr (mark->reason, !=, "");
        }
      if (g_strcmp0 (marked->str, wordings[i].marked) != 0)
        g_error ("“%s”: marked “%s”, not “%s”", text, marked->str, wordings[i].marked);
    }
}

/* Every word of the handbook is there; the branch's own come on top. */
static void
test_wording_grows (void)
{
  static const char *const fixed[] = { "治疗", "治愈", "根治", "保证有效", "无副作用" };
  g_autoptr (HfWording) wording = load_wording ();
  g_autoptr (GArray) own = NULL;
  g_autofree char *why = NULL;

  g_assert_true (hf_wording_add (wording, "返老还童", "We don't say that."));
  g_assert_false (hf_wording_add (wording, " * ", NULL));
  own = hf_wording_check (wording, "喝了返老还童");
  why = hf_wording_describe (own);
  g_assert_cmpstr (why, ==, "“返老还童”: We don't say that.");
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      g_autoptr (GArray) marks = hf_wording_check (wording, fixed[i]);

      g_assert_cmpuint (marks->len, ==, 1);
    }
}

static void
test_wording_file (void)
{
  g_autoptr (HfWording) wording = hf_wording_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (hf_wording_read (wording, "w.ini", "[claim x]\nWords=a\n", -1, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "w.ini:1: [claim x] Reason"));
  g_clear_error (&error);
  g_assert_false (hf_wording_read (wording, "w.ini", "[claims]\nWords=a\n", -1, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* Each text in both languages, with nothing in it that must not be said. */
static void
check_file (const char *name, guint at_least)
{
  g_autoptr (HfWording) wording = load_wording ();
  g_autofree char *text = read_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pieces = hf_text_pieces_parse (name, text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pieces->len, >=, at_least * 2);
  for (guint i = 0; i < pieces->len; i++)
    {
      const HfTextPiece *piece = pieces->pdata[i];
      g_autoptr (GArray) marks = hf_wording_check (wording, piece->body);
      gboolean chinese = strcmp (piece->language, "zh_CN") == 0;

      if (marks->len > 0)
        g_error ("%s %s: %s", name, piece->key, g_array_index (marks, HfWordingMark, 0).word);
      g_assert_cmpint (has_han (piece->title), ==, chinese);
      if (piece->kind == HF_TEXT_FAQ)
        g_assert_nonnull (strstr (piece->body, chinese ? "请" : "ee a doctor"));
    }
}

static void
test_shipped (void)
{
  check_file ("scripts.ini", 20);
  check_file ("taboos.ini", 4);
  check_file ("faq.ini", 8);
}

static void
test_faq_topics (void)
{
  static const struct
  {
    const char *query;
    const char *key;
  } rows[] = {
    { "便秘", "constipation" }, { "拉肚子", "diarrhoea" },        { "湿疹", "eczema" },
    { "上火", "heatiness" },    { "换奶粉", "changing-formula" }, { "厌奶", "refusing-milk" },
    { "夜醒", "night-waking" }, { " 吐奶 ", "spitting-up" },
  };
  g_autofree char *text = read_file ("faq.ini");
  g_autoptr (GPtrArray) pieces = hf_text_pieces_parse ("faq.ini", text, -1, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *best = NULL;
      int rank = 9;

      for (guint j = 0; j < pieces->len; j++)
        {
          const HfTextPiece *piece = pieces->pdata[j];
          int match = hf_text_piece_match (piece, rows[i].query);

          if (strcmp (piece->language, "zh_CN") == 0 && match >= 0 && match < rank)
            {
              rank = match;
              best = piece->key;
            }
        }
      g_assert_cmpstr (best, ==, rows[i].key);
    }
}

static void
test_piece_errors (void)
{
  static const struct
  {
    const char *text;
    const char *where;
  } rows[] = {
    { "[script]\nTitle=a\nBody=b\n", "t.ini:1: [script]" },
    { "[song x]\nTitle=a\nBody=b\n", "t.ini:1: [song x]" },
    { "[faq x]\nTitle=a\n", "t.ini:1: [faq x]" },
    { "[faq x]\nTitle=a\nBody={phone}\n", "t.ini:3: [faq x] Body" },
    { "[faq x]\nTitle=a\nBody=b\nBodi=c\n", "t.ini:4: [faq x] Bodi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) pieces = hf_text_pieces_parse ("t.ini", rows[i].text, -1, &error);

      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      g_assert_null (pieces);
      g_assert_true (g_str_has_prefix (error->message, rows[i].where));
    }
}

#define PRO HF_MIX_PROFESSIONAL
#define FAM HF_MIX_FAMILY
#define OFR HF_MIX_OFFER
#define OWN HF_MIX_PERSONAL

static const struct
{
  int kinds[4];
  gsize n;
  gboolean interests;
  int suggested;
} mixes[] = {
  { { PRO, PRO, PRO }, 3, TRUE, OWN },
  { { PRO, PRO, PRO }, 3, FALSE, FAM },
  { { FAM, FAM, FAM }, 3, FALSE, PRO },
  { { OWN, OWN, OWN }, 3, TRUE, FAM },
  { { OFR, OFR, OFR, PRO }, 4, TRUE, OWN },
  { { PRO, PRO }, 2, TRUE, -1 },
  { { PRO, FAM, PRO }, 3, TRUE, -1 },
  { { FAM, PRO, PRO, PRO }, 4, TRUE, -1 },
  { { -1, -1, -1 }, 3, TRUE, -1 },
  { { PRO, -1, PRO }, 3, TRUE, -1 },
  { { 0 }, 0, TRUE, -1 },
};

static void
test_mix (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mixes); i++)
    g_assert_cmpint (hf_mix_suggest (mixes[i].kinds, mixes[i].n, mixes[i].interests), ==,
                     mixes[i].suggested);
}

static const struct
{
  HfChannel channel;
  gboolean landline;
  int minutes;
  gint64 fen;
  HfCallGrade grade;
} calls[] = {
  { HF_CHANNEL_PHONE, FALSE, 5, 200, HF_CALL_GOOD },
  { HF_CHANNEL_PHONE, TRUE, 5, 100, HF_CALL_GOOD },
  { HF_CHANNEL_PHONE, FALSE, 3, 120, HF_CALL_GOOD },
  { HF_CHANNEL_PHONE, FALSE, 2, 80, HF_CALL_PLAIN },
  { HF_CHANNEL_PHONE, FALSE, 6, 240, HF_CALL_PLAIN },
  { HF_CHANNEL_PHONE, FALSE, 0, 0, HF_CALL_SHORT },
  { HF_CHANNEL_PHONE, FALSE, -1, 0, HF_CALL_PLAIN },
  { HF_CHANNEL_HOME, FALSE, 60, 0, HF_CALL_PLAIN },
  { HF_CHANNEL_MESSAGE, FALSE, 0, 0, HF_CALL_PLAIN },
};

static void
test_calls (void)
{
  HfCallPrices prices;

  hf_call_prices_init (&prices);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_assert_cmpint (
          hf_call_get_cost (&prices, calls[i].channel, calls[i].landline, calls[i].minutes), ==,
          calls[i].fen);
      g_assert_cmpint (hf_call_grade (calls[i].channel, HF_OUTCOME_REACHED, calls[i].minutes), ==,
                       calls[i].grade);
    }
  g_assert_cmpint (hf_call_grade (HF_CHANNEL_PHONE, HF_OUTCOME_NO_ANSWER, 0), ==, HF_CALL_PLAIN);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/TEXT-1/placeholders-are-filled-in", test_fill);
  g_test_add_func ("/texts/TEXT-1/unknown-placeholders", test_placeholders);
  g_test_add_func ("/texts/TEXT-1/shipped-in-both-languages-TEXT-3", test_shipped);
  g_test_add_func ("/texts/TEXT-1/infant-feeding-answers", test_faq_topics);
  g_test_add_func ("/texts/TEXT-1/wrong-files", test_piece_errors);
  g_test_add_func ("/texts/TEXT-3/claims-are-marked", test_wording);
  g_test_add_func ("/texts/TEXT-3/extended-never-shortened", test_wording_grows);
  g_test_add_func ("/texts/TEXT-3/wrong-files", test_wording_file);
  g_test_add_func ("/mix/VISIT-7/three-of-one-kind", test_mix);
  g_test_add_func ("/call/VISIT-4/cost-and-length", test_calls);
  return g_test_run ();
}

/* test-import-value.c: amounts, counts, words and telephones in tables (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-civil.h"
#include "hf-error.h"
#include "hf-import-phone.h"
#include "hf-import-value.h"

static void
test_money (void)
{
  static const struct
  {
    const char *text;
    gint64 fen; /* -1: refused */
  } rows[] = {
    { "1280", 128000 },
    { "1280.5", 128050 },
    { "1,280.50", 128050 },
    { "￥1280", 128000 },
    { "¥ 1,280", 128000 },
    { "１２８０．５０", 128050 },
    { "1280元", 128000 },
    { "1280.00 元", 128000 },
    { "12,345,678.90", 1234567890 },
    { "0", 0 },
    { "0.01", 1 },
    { "1.500", 150 },
    { "100000000", 10000000000 },
    { "1.005", -1 },
    { "1,28", -1 },
    { "1280,50", -1 },
    { "12,34,567", -1 },
    { "-5", -1 },
    { "", -1 },
    { "abc", -1 },
    { "1.", -1 },
    { ".5", -1 },
    { "1e5", -1 },
    { "5 6", -1 },
    { "1.2.3", -1 },
    { "99999999999999999999", -1 },
    { "100000001", -1 },
    { "1,280,", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 fen = -1;
      g_autoptr (GError) error = NULL;
      gboolean done = hf_import_parse_money (rows[i].text, &fen, &error);

      if (done != (rows[i].fen >= 0) || (done && fen != rows[i].fen))
        g_error ("“%s”: %" G_GINT64_FORMAT, rows[i].text, fen);
      if (!done)
        g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    int count; /* -1: refused */
  } rows[] = {
    { "3", 3 },   { "３盒", 3 }, { "3.0", 3 },   { " 12 瓶 ", 12 }, { "1,000", 1000 },
    { "1", 1 },   { "0", -1 },   { "1001", -1 }, { "3.5", -1 },     { "三", -1 },
    { "-3", -1 }, { "", -1 },    { "3盒5", -1 }, { "x", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int count = -1;
      gboolean done = hf_import_parse_count (rows[i].text, 1, 1000, &count, NULL);

      if (done != (rows[i].count >= 0) || (done && count != rows[i].count))
        g_error ("“%s”: %d", rows[i].text, count);
    }
}

static void
test_words (void)
{
  HfImportSex sex;
  gboolean flag;
  int value;
  HfSet days;
  g_autoptr (GError) error = NULL;

  g_assert_true (hf_import_parse_sex ("女", &sex, NULL) && sex == HF_IMPORT_SEX_FEMALE);
  g_assert_true (hf_import_parse_sex (" 先生 ", &sex, NULL) && sex == HF_IMPORT_SEX_MALE);
  g_assert_true (hf_import_parse_sex ("Ｍ", &sex, NULL) && sex == HF_IMPORT_SEX_MALE);
  g_assert_true (hf_import_parse_sex ("", &sex, NULL) && sex == HF_IMPORT_SEX_UNKNOWN);
  g_assert_false (hf_import_parse_sex ("人", &sex, NULL));
  g_assert_true (hf_import_parse_flag ("是", &flag, NULL) && flag);
  g_assert_true (hf_import_parse_flag ("TRUE", &flag, NULL) && flag);
  g_assert_true (hf_import_parse_flag ("√", &flag, NULL) && flag);
  g_assert_true (hf_import_parse_flag ("否", &flag, NULL) && !flag);
  g_assert_false (hf_import_parse_flag ("maybe", &flag, NULL));
  g_assert_true (hf_import_parse_domain ("老客户卡", HF_DOMAIN_CARD_TYPE, &value, NULL));
  g_assert_cmpint (value, ==, HF_CARD_TYPE_CUSTOMER);
  g_assert_true (hf_import_parse_domain ("NEW", HF_DOMAIN_CARD_TYPE, &value, NULL));
  g_assert_cmpint (value, ==, HF_CARD_TYPE_NEW);
  g_assert_true (hf_import_parse_domain ("１对１卡", HF_DOMAIN_CARD_TYPE, &value, NULL));
  g_assert_cmpint (value, ==, HF_CARD_TYPE_CONTACTED);
  g_assert_true (hf_import_parse_domain ("微信", HF_DOMAIN_CHANNEL, &value, NULL));
  g_assert_cmpint (value, ==, HF_CHANNEL_MESSAGE);
  g_assert_false (hf_import_parse_domain ("微信", HF_DOMAIN_CARD_TYPE, &value, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_true (hf_import_parse_weekdays ("周日、星期一", &days, NULL));
  g_assert_cmpuint (days, ==, HF_BIT (HF_SUNDAY) | HF_BIT (HF_MONDAY));
  g_assert_true (hf_import_parse_weekdays ("Sun, 周末", &days, NULL));
  g_assert_cmpuint (days, ==, HF_BIT (HF_SUNDAY) | HF_BIT (HF_SATURDAY));
  g_assert_true (hf_import_parse_weekdays ("", &days, NULL) && days == 0);
  g_assert_false (hf_import_parse_weekdays ("周八", &days, NULL));
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "喜欢喝茶、有车", "喜欢喝茶+有车" },
    { "a, b；c|d／e", "a+b+c+d+e" },
    { "，，a ,", "a" },
    { "", "" },
    { "两个 词", "两个 词" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = hf_import_split_words (rows[i].text);
      g_autofree char *joined = g_strjoinv ("+", words);

      g_assert_cmpstr (joined, ==, rows[i].words);
    }
}

static char *
describe_phones (GPtrArray *phones)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < phones->len; i++)
    {
      const HfImportPhone *phone = phones->pdata[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", phone->number,
                              *phone->label != '\0' ? "=" : "", phone->label);
    }
  return g_string_free (text, FALSE);
}

static void
test_phones (void)
{
  static const struct
  {
    const char *text;
    const char *phones; /* NULL: refused */
  } rows[] = {
    { "13812345678", "13812345678" },
    { "138 1234 5678", "13812345678" },
    { "13812345678/010-87654321", "13812345678 01087654321" },
    { "13812345678、13912345678", "13812345678 13912345678" },
    { "13812345678 13912345678", "13812345678 13912345678" },
    { "１３８１２３４５６７８；0532 87654321", "13812345678 053287654321" },
    { "010-87654321转801", "01087654321-801" },
    { "13812345678（女儿）", "13812345678=女儿" },
    { "女儿：13812345678", "13812345678=女儿" },
    { "女儿13812345678 儿子13912345678", "13812345678=女儿 13912345678=儿子" },
    { "13812345678(女儿)13912345678(儿子)", "13812345678=女儿 13912345678=儿子" },
    { "13812345678(女儿) 家13912345678", "13812345678=女儿 13912345678=家" },
    { "13812345678 女儿", "13812345678=女儿" },
    { "女儿13812345678（小王）", NULL },
    { "", "" },
    { "13812345678/123", NULL },
    { "13812345678(5)", NULL },
    { "1381234567", NULL },
    { "13812345678 一二三四五六七八九十一二三四五六七八九十多", NULL },
    { "无", NULL },
    { "\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) phones = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done = hf_import_parse_phones (rows[i].text, &phones, &error);
      g_autofree char *described = done ? describe_phones (phones) : NULL;

      g_assert_cmpstr (described, ==, rows[i].phones);
      if (done)
        continue;
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      g_assert_null (strstr (error->message, "4567"));
    }
}

static void
test_messages_hide_numbers (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *quote = hf_import_quote (
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
  gint64 fen;

  g_assert_false (hf_import_parse_money ("13812345678", &fen, &error));
  g_assert_nonnull (strstr (error->message, "138****5678"));
  g_assert_null (strstr (error->message, "1234"));
  g_assert_cmpint (g_utf8_strlen (quote, -1), ==, 41);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-value/PUR-4/money", test_money);
  g_test_add_func ("/import-value/PUR-4/count", test_count);
  g_test_add_func ("/import-value/PUR-4/words", test_words);
  g_test_add_func ("/import-value/PUR-4/split", test_split);
  g_test_add_func ("/import-value/CARD-1/phones", test_phones);
  g_test_add_func ("/import-value/PHONE-4/messages-hide-numbers", test_messages_hide_numbers);
  return g_test_run ();
}

/* test-search.c: how names are read, and what they are found by
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-pinyin.h"
#include "hf-search-query.h"
#include "hf-search-tokens.h"

static void
test_readings (void)
{
  static const struct
  {
    gunichar c;
    const char *readings;
  } rows[] = {
    { 0x738b, "wang" },   /* 王 */
    { 0x4e50, "le yue" }, /* 乐 */
    { 0x5415, "lv lu" },  /* 吕 */
    { 0x9fcf, "mai" },    /* 鿏 */
    { 0x4dae, "yan" },    /* 䶮 */
    { 0x2b5e7, "su" },    /* 𫗧, beyond the first plane */
    { 'w', "" },          { 0x1f642, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      HfPinyin pinyin;

      hf_pinyin_read (rows[i].c, &pinyin);
      for (guint j = 0; j < pinyin.n; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "", pinyin.readings[j]);
      g_assert_cmpstr (text->str, ==, rows[i].readings);
    }
}

static gboolean
has_token (const char *name, const char *token)
{
  g_autoptr (GString) tokens = g_string_new (" ");
  g_autofree char *padded = g_strdup_printf (" %s ", token);

  hf_search_append_name (tokens, name);
  return strstr (tokens->str, padded) != NULL;
}

static void
test_surnames (void)
{
  static const struct
  {
    const char *name;
    const char *token;
    const char *sort_key;
  } rows[] = {
    { "单雄信", "shanxiongxin", "shan xiong xin" },
    { "仇英", "qiuying", "qiu ying" },
    { "解珍", "xiezhen", "xie zhen" },
    { "曾国藩", "zengguofan", "zeng guo fan" },
    { "查良镛", "zhaly", "zha liang yong" },
    { "区小明", "ouxiaoming", "ou xiao ming" },
    { "翟让", "zhair", "zhai rang" },
    { "朴树", "piaoshu", "piao shu" },
    { "缪荃孙", "miaoqs", "miao quan sun" },
    { "尉迟恭", "yuchig", "yu chi gong" },
    { "万俟卨", "moqixie", "mo qi xie" },
    { "欧阳修", "¶oyx", "ou yang xiu" },
    { "吕布", "lubu", "lv bu" },
    { "乐毅", "yueyi", "yue yi" },
    { "单田芳", "dan", "shan tian fang" },
    { "小单", "xiaoshan", "xiao dan" },
    { "Zoë Smith", "smith", "zoe smith" },
    { "王小明", "wangxm", "wang xiao ming" },
    { "王小明", "xm", "wang xiao ming" },
    { "王", "¶w", "wang" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = hf_search_dup_sort_key (rows[i].name);
      g_autofree char *expected = g_strdup_printf ("%s\t%s", rows[i].sort_key, rows[i].name);

      g_assert_cmpstr (key, ==, expected);
      if (!has_token (rows[i].name, rows[i].token))
        g_error ("%s lacks %s", rows[i].name, rows[i].token);
    }
}

/* A surname's people stand together, short names before longer ones. */
static void
test_order (void)
{
  static const char *const names[] = { "🙂", "李昂", "李明", "李明儿", "梁山", "林娜", "吕布" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *a = hf_search_dup_sort_key (names[i - 1]);
      g_autofree char *b = hf_search_dup_sort_key (names[i]);

      if (i > 1)
        g_assert_cmpint (strcmp (a, b), <, 0);
    }
}

static void
test_match (void)
{
  static const struct
  {
    const char *typed;
    const char *match;
  } rows[] = {
    { "王小", "((\"王 小\") OR \"王小\")" },
    { "王", "((\"王\"))" },
    { "WXM", "((\"wxm\"))" },
    { "w", "((\"w\"))" },
    { "5678", "((\"5678\") OR \"§5678\")" },
    { "５６７８", "((\"5678\") OR \"§5678\")" },
    { "+86 138 0000 5678", "((\"8613800005678\" *) OR \"§13800005678\")" },
    { "12-3", "((\"12\" AND \"3\") OR \"12·3\" *)" },
    { "王 5678", "((\"王\")) AND ((\"5678\") OR \"§5678\")" },
    { "路12号", "((\"路\" AND \"12\" AND \"号\") OR \"路12 12号\")" },
    { "\" OR *:^()", "((\"or\"))" },
    { "§5678", "((\"5678\"))" },
    { "\xff\xfe", NULL },
    { "  \t\n", NULL },
    { "%'*\"", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HfSearchQuery) query = hf_search_query_new (rows[i].typed);
      g_autofree char *match = hf_search_query_dup_match (query);

      g_assert_cmpstr (match, ==, rows[i].match);
    }
}

static void
test_rank (void)
{
  static const struct
  {
    const char *typed;
    const char *name;
    HfSearchRank rank;
  } rows[] = {
    { "王小明", "王小明", HF_SEARCH_EXACT },
    { "wxm", "王小明", HF_SEARCH_EXACT },
    { "wang xiao ming", "王小明", HF_SEARCH_EXACT },
    { "王小", "王小明", HF_SEARCH_PREFIX },
    { "wangx", "王小明", HF_SEARCH_PREFIX },
    { "5678 王", "王小明", HF_SEARCH_PREFIX },
    { "小明", "王小明", HF_SEARCH_OTHER },
    { "xm", "王小明", HF_SEARCH_OTHER },
    { "john", "John Smith", HF_SEARCH_PREFIX },
    { "john smith", "John Smith", HF_SEARCH_EXACT },
    { "5678", "王小明", HF_SEARCH_OTHER },
    { "lubu", "吕布", HF_SEARCH_EXACT },
    { "shanx", "单雄信", HF_SEARCH_PREFIX },
    { "ouyangx", "欧阳修", HF_SEARCH_EXACT },
    { "oyx", "欧阳修", HF_SEARCH_EXACT },
    { "wxmm", "王小明", HF_SEARCH_OTHER },
    { "wangm", "王小明", HF_SEARCH_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HfSearchQuery) query = hf_search_query_new (rows[i].typed);

      g_autofree char *key = hf_search_dup_sort_key (rows[i].name);

      g_assert_cmpint (hf_search_query_rank (query, key), ==, rows[i].rank);
    }
}

static void
assert_phone (const char *number, const char *expected)
{
  g_autoptr (GString) tokens = g_string_new (NULL);

  hf_search_append_phone (tokens, number);
  g_assert_cmpstr (tokens->str, ==, expected);
}

static void
test_phone (void)
{
  assert_phone ("13812345678", "§13812345678 §5678 ");
  assert_phone ("01062345678", "§01062345678 §62345678 §5678 ");
  assert_phone ("057162345678-801", "§057162345678 §62345678 §5678 ");
  assert_phone ("12", "§12 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/readings", test_readings);
  g_test_add_func ("/search/surnames", test_surnames);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/match", test_match);
  g_test_add_func ("/search/rank", test_rank);
  g_test_add_func ("/search/PHONE-1/whole-or-tail", test_phone);
  return g_test_run ();
}

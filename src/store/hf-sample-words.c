/* hf-sample-words.c: names, places and remarks of people who don't exist
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-sample-private.h"

/* The order is that of how common they are: the first ones are taken more often. */
static const char *const surnames[] = {
  "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡",   "朱",  "高",
  "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于",   "董",  "萧",
  "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋",   "蔡",  "贾",
  "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田",   "任",  "姜",
  "范", "方", "石", "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "欧阳", "上官"
};

static const char *const female_names[] = { "秀", "英", "桂", "兰", "玉", "梅", "淑", "珍",
                                            "丽", "华", "凤", "芳", "娟", "琴", "云", "霞",
                                            "红", "月", "莲", "素", "惠", "敏", "燕", "萍",
                                            "香", "菊", "春", "荣", "爱", "美", "彩", "慧" };

static const char *const male_names[] = { "建", "国", "志", "强", "德", "明", "文", "宝",
                                          "永", "福", "立", "新", "海", "振", "华", "长",
                                          "广", "庆", "平", "生", "学", "金", "大", "勇",
                                          "成", "栋", "林", "春", "山", "军", "伟", "杰" };

static const struct
{
  const char *street;
  const char *area;
} streets[] = {
  { "海棠路", "东区" }, { "石榴街", "东区" }, { "银杏路", "东区" }, { "桂花街", "西区" },
  { "梧桐路", "西区" }, { "牡丹街", "西区" }, { "榆树巷", "南区" }, { "荷花巷", "南区" },
  { "槐荫路", "南区" }, { "柳林里", "北区" }, { "丁香里", "北区" }, { "松柏路", "北区" },
};

static const char *const notes[] = {
  "按时服用，感觉不错。",         "有时忘记吃，已提醒放在餐桌上。", "孙子这周来住，心情很好。",
  "问了保存方法，讲了避光阴凉。", "最近睡得晚，建议早些休息。",     "说味道习惯了。",
  "家里有客人，简单聊了几句。",   "想参加下次的健康讲座。",         "天冷少出门，约好下周再联系。",
  "血压自己每天量，记在本子上。", "量少了一半，已说明正确用量。",   "对服务满意，没有疑问。",
};

static const char *const promises[] = {
  "把说明书大字版送去", "问专家后回电话",   "送一本食谱",
  "下次带血压计来",     "帮忙预约健康讲座", "换一个收货地址"
};
static const char *const tags[] = { "爱喝茶", "会太极", "爱跳舞", "有车",
                                    "热心",   "爱养花", "爱书法", "信佛" };
static const char *const jobs[] = { "退休教师", "退休工人", "退休干部", "农民",
                                    "个体户",   "退休医生", "家庭主妇", "司机" };
static const char *const hobbies[] = { "下棋", "合唱", "钓鱼", "书法", "剪纸", "广场舞", "摄影" };
static const char *const conditions[] = {
  "高血压", "糖尿病", "失眠", "关节炎", "冠心病", "骨质疏松"
};
static const char *const sources[] = { "门店", "活动", "医院", "诊所", "转介绍" };

gboolean
hf_sample_chance (HfSample *sample, int percent)
{
  return g_rand_int_range (sample->random, 0, 100) < percent;
}

/**
 * hf_sample_between:
 *
 * Returns: a number from @least to @most, both of which may come
 */
int
hf_sample_between (HfSample *sample, int least, int most)
{
  return most > least ? g_rand_int_range (sample->random, least, most + 1) : least;
}

gint64
hf_sample_pick_id (HfSample *sample, GArray *ids)
{
  return g_array_index (ids, gint64, hf_sample_between (sample, 0, (int) ids->len - 1));
}

static const char *
pick (HfSample *sample, const char *const *words, guint n_words)
{
  return words[hf_sample_between (sample, 0, (int) n_words - 1)];
}

/* Of two throws the smaller, so that the first of the list are the most common. */
static const char *
pick_surname (HfSample *sample)
{
  int last = (int) G_N_ELEMENTS (surnames) - 1;
  int one = hf_sample_between (sample, 0, last);
  int other = hf_sample_between (sample, 0, last);

  return surnames[MIN (one, other)];
}

char *
hf_sample_dup_name (HfSample *sample, gboolean female)
{
  const char *const *given = female ? female_names : male_names;
  guint n = female ? G_N_ELEMENTS (female_names) : G_N_ELEMENTS (male_names);
  const char *surname = pick_surname (sample);
  const char *first = pick (sample, given, n);

  return g_strconcat (surname, first,
                      hf_sample_chance (sample, 80) ? pick (sample, given, n) : NULL, NULL);
}

/**
 * hf_sample_dup_address:
 * @area: (out) (transfer none):
 *
 * Returns: (transfer full): street, house and flat
 */
char *
hf_sample_dup_address (HfSample *sample, const char **area)
{
  int street = hf_sample_between (sample, 0, (int) G_N_ELEMENTS (streets) - 1);
  int house = hf_sample_between (sample, 1, 400);
  int block = hf_sample_between (sample, 1, 30);
  int floor = hf_sample_between (sample, 1, 11);

  *area = streets[street].area;
  return g_strdup_printf ("%s%d号%d栋%d0%d", streets[street].street, house, block, floor,
                          hf_sample_between (sample, 1, 4));
}

const char *
hf_sample_pick_note (HfSample *sample)
{
  return pick (sample, notes, G_N_ELEMENTS (notes));
}

const char *
hf_sample_pick_promise (HfSample *sample)
{
  return pick (sample, promises, G_N_ELEMENTS (promises));
}

const char *
hf_sample_pick_tag (HfSample *sample)
{
  return pick (sample, tags, G_N_ELEMENTS (tags));
}

const char *
hf_sample_pick_job (HfSample *sample)
{
  return pick (sample, jobs, G_N_ELEMENTS (jobs));
}

const char *
hf_sample_pick_hobby (HfSample *sample)
{
  return pick (sample, hobbies, G_N_ELEMENTS (hobbies));
}

const char *
hf_sample_pick_condition (HfSample *sample)
{
  return pick (sample, conditions, G_N_ELEMENTS (conditions));
}

const char *
hf_sample_pick_source (HfSample *sample)
{
  return pick (sample, sources, G_N_ELEMENTS (sources));
}

/* hf-import-value.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-civil.h"
#include "hf-error.h"
#include "hf-phone.h"

#define LONGEST_QUOTE (40)
#define FEN_A_YUAN    (100)

/* A hundred million yuan: more is a slip of the finger. */
#define MAX_YUAN (G_GINT64_CONSTANT (100000000))

/**
 * hf_import_plain:
 *
 * Returns: (transfer full): @text without spaces around it, fullwidth characters
 *   as plain ones
 */
char *
hf_import_plain (const char *text)
{
  char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_strstrip (plain != NULL ? plain : g_strdup (""));
}

/**
 * hf_import_quote:
 *
 * Returns: (transfer full): @text fit for a message: short, and with what looks like a
 *   telephone number masked, since columns get mixed up (PHONE-4)
 */
char *
hf_import_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *masked = hf_phone_mask_text (valid);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (masked, -1) <= LONGEST_QUOTE)
    return g_steal_pointer (&masked);
  start = g_utf8_substring (masked, 0, LONGEST_QUOTE);
  return g_strconcat (start, "…", NULL);
}

G_GNUC_PRINTF (3, 0)
static gboolean
refuse (const char *text, GError **error, const char *format)
{
  g_autofree char *quote = hf_import_quote (text);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, format, quote);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (word, *words) == 0)
      return TRUE;
  return FALSE;
}

/* Steps over one of @words at @at. */
static gboolean
skip_word (const char **at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strncasecmp (*at, *words, strlen (*words)) == 0)
      {
        *at += strlen (*words);
        return TRUE;
      }
  return FALSE;
}

static void
skip_spaces (const char **at)
{
  while (**at == ' ' || **at == '\t')
    (*at)++;
}

/* Reads whole yuan; commas must part groups of three. */
static gboolean
read_whole (const char **at, gint64 *yuan)
{
  guint in_group = 0;
  gboolean any = FALSE, commas = FALSE;

  for (*yuan = 0; g_ascii_isdigit (**at) || (any && **at == ','); (*at)++)
    {
      if (**at == ',')
        {
          if (commas ? in_group != 3 : in_group > 3)
            return FALSE;
          commas = TRUE;
          in_group = 0;
          continue;
        }
      *yuan = *yuan * 10 + g_ascii_digit_value (**at);
      in_group++;
      any = TRUE;
      if (*yuan > MAX_YUAN)
        return FALSE;
    }
  return !commas || in_group == 3;
}

/* Reads what stands after the point, in fen; more than two digits only if they are 0. */
static gboolean
read_fen (const char **at, gint64 *fen)
{
  guint n = 0;

  *fen = 0;
  if (**at != '.')
    return TRUE;
  for ((*at)++; g_ascii_isdigit (**at); (*at)++, n++)
    {
      if (n < 2)
        *fen = *fen * 10 + g_ascii_digit_value (**at);
      else if (**at != '0')
        return FALSE;
    }
  if (n == 1)
    *fen *= 10;
  return n > 0;
}

/**
 * hf_import_parse_money:
 * @text: yuan: `1280`, `1,280.50`, `￥1280.5`, `1280元`
 * @fen: (out): the amount in fen
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when it is no amount, negative, or finer
 *   than a fen
 */
gboolean
hf_import_parse_money (const char *text, gint64 *fen, GError **error)
{
  static const char *const before[] = { "¥", "RMB", "CNY", "人民币", NULL };
  static const char *const after[] = { "元整", "元", "块", "RMB", "CNY", NULL };
  g_autofree char *plain = NULL;
  const char *at;
  gint64 yuan, rest;

  g_return_val_if_fail (text != NULL, FALSE);

  at = plain = hf_import_plain (text);
  if (skip_word (&at, before))
    skip_spaces (&at);
  if (*at == '-')
    return refuse (text, error, _ ("“%s” is negative. Write the amount without a sign."));
  if (!g_ascii_isdigit (*at) || !read_whole (&at, &yuan) || !read_fen (&at, &rest))
    return refuse (text, error,
                   _ ("“%s” is not an amount. Write yuan with at most two decimals, for example "
                      "1280.50."));
  skip_spaces (&at);
  skip_word (&at, after);
  if (*at != '\0')
    return refuse (text, error,
                   _ ("“%s” is not an amount. Write yuan with at most two decimals, for example "
                      "1280.50."));
  *fen = yuan * FEN_A_YUAN + rest;
  return TRUE;
}

/**
 * hf_import_parse_count:
 * @text: a whole number, perhaps with what is counted: `3`, `3.0`, `３盒`
 * @least: smallest number that makes sense
 * @most: largest
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_import_parse_count (const char *text, int least, int most, int *count, GError **error)
{
  static const char *const units[] = { "盒", "瓶", "袋", "罐", "件", "包",   "箱",
                                       "支", "个", "份", "套", "天", "分钟", NULL };
  g_autofree char *plain = NULL;
  const char *at;
  gint64 number, rest;

  g_return_val_if_fail (text != NULL, FALSE);

  at = plain = hf_import_plain (text);
  if (!g_ascii_isdigit (*at) || !read_whole (&at, &number) || !read_fen (&at, &rest) || rest != 0)
    return refuse (text, error, _ ("“%s” is not a whole number."));
  skip_spaces (&at);
  skip_word (&at, units);
  if (*at != '\0')
    return refuse (text, error, _ ("“%s” is not a whole number."));
  if (number < least || number > most)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("The number must lie between %d and %d."), least, most);
      return FALSE;
    }
  *count = (int) number;
  return TRUE;
}

/**
 * hf_import_parse_flag:
 * @text: yes or no in Chinese, English, as Excel's TRUE or as a tick
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_import_parse_flag (const char *text, gboolean *flag, GError **error)
{
  static const char *const yes[] = { "是", "有",   "对",  "同意", "√", "✓",
                                     "✔",  "true", "yes", "y",    "1", NULL };
  static const char *const no[] = { "否", "无",    "没有", "不", "不是", "不同意",
                                    "×",  "false", "no",   "n",  "0",    NULL };
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = hf_import_plain (text);
  *flag = is_one_of (plain, yes);
  if (*flag || is_one_of (plain, no))
    return TRUE;
  return refuse (text, error, _ ("“%s” is neither yes nor no."));
}

/**
 * hf_import_parse_sex:
 * @text: 男, 女, 先生, 女士, male, f … or "" and 未知 for unknown
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_import_parse_sex (const char *text, HfImportSex *sex, GError **error)
{
  static const char *const female[] = { "女",     "女性", "女士",  "小姐", "太太", "阿姨",
                                        "female", "f",    "woman", "mrs",  "ms",   NULL };
  static const char *const male[] = { "男", "男性", "先生", "male", "m", "man", "mr", NULL };
  static const char *const unknown[] = { "", "未知", "不详", "不明", "-", "unknown", NULL };
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = hf_import_plain (text);
  if (is_one_of (plain, female))
    *sex = HF_IMPORT_SEX_FEMALE;
  else if (is_one_of (plain, male))
    *sex = HF_IMPORT_SEX_MALE;
  else if (is_one_of (plain, unknown))
    *sex = HF_IMPORT_SEX_UNKNOWN;
  else
    return refuse (text, error, _ ("“%s” is neither male nor female."));
  return TRUE;
}

/**
 * hf_import_parse_domain:
 * @text: a word of one of the domain's sets, its nick or in Chinese
 * @set: %HF_DOMAIN_CARD_TYPE or %HF_DOMAIN_CHANNEL
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_import_parse_domain (const char *text, HfDomainSet set, int *value, GError **error)
{
  static const struct
  {
    HfDomainSet set;
    int value;
    const char *word;
  } words[] = {
    { HF_DOMAIN_CARD_TYPE, HF_CARD_TYPE_NEW, "新卡" },
    { HF_DOMAIN_CARD_TYPE, HF_CARD_TYPE_CONTACTED, "1对1卡" },
    { HF_DOMAIN_CARD_TYPE, HF_CARD_TYPE_CONTACTED, "一对一卡" },
    { HF_DOMAIN_CARD_TYPE, HF_CARD_TYPE_CUSTOMER, "老客户卡" },
    { HF_DOMAIN_CARD_TYPE, HF_CARD_TYPE_CUSTOMER, "老顾客卡" },
    { HF_DOMAIN_CARD_TYPE, HF_CARD_TYPE_DISCARDED, "废卡" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_HOME, "家访" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_HOME, "上门" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_PHONE, "电话" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_OFFICE, "到店" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_EVENT, "活动" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_MESSAGE, "短信" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_MESSAGE, "微信" },
    { HF_DOMAIN_CHANNEL, HF_CHANNEL_POST, "邮寄" },
  };
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = hf_import_plain (text);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].set == set && strcmp (words[i].word, plain) == 0)
      {
        *value = words[i].value;
        return TRUE;
      }
  for (guint i = 0; i < hf_domain_get_size (set); i++)
    if (g_ascii_strcasecmp (hf_domain_get_nick (set, (int) i), plain) == 0 ||
        strcmp (hf_domain_get_label (set, (int) i), plain) == 0)
      {
        *value = (int) i;
        return TRUE;
      }
  return refuse (text, error, _ ("“%s” is not one of the words that can stand here."));
}

/**
 * hf_import_split_words:
 * @text: words with commas, semicolons, bars, slashes or 、 between them
 *
 * Returns: (transfer full): the words, without empty ones
 */
char **
hf_import_split_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (;; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c != 0 && strchr (",;|/\n\r", c < 0x80 ? (int) c : 'x') == NULL && c != 0x3001 &&
          c != 0xff0c && c != 0xff1b && c != 0xff0f && c != 0xff5c)
        {
          g_string_append_unichar (word, c);
          continue;
        }
      g_strstrip (word->str);
      if (*word->str != '\0')
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == 0)
        break;
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

static gboolean
parse_weekday (const char *word, HfWeekday *day)
{
  static const char *const names[8][10] = {
    [HF_MONDAY] = { "周一", "星期一", "礼拜一", "mon", "monday", "周1" },
    [HF_TUESDAY] = { "周二", "星期二", "礼拜二", "tue", "tuesday", "周2" },
    [HF_WEDNESDAY] = { "周三", "星期三", "礼拜三", "wed", "wednesday", "周3" },
    [HF_THURSDAY] = { "周四", "星期四", "礼拜四", "thu", "thursday", "周4" },
    [HF_FRIDAY] = { "周五", "星期五", "礼拜五", "fri", "friday", "周5" },
    [HF_SATURDAY] = { "周六", "星期六", "礼拜六", "sat", "saturday", "周6" },
    [HF_SUNDAY] = { "周日", "星期日", "礼拜日", "sun", "sunday", "周天", "星期天", "礼拜天",
                    "周7" },
  };

  for (*day = HF_MONDAY; *day <= HF_SUNDAY; (*day)++)
    if (is_one_of (word, names[*day]))
      return TRUE;
  return FALSE;
}

/**
 * hf_import_parse_weekdays:
 * @text: 周日、周一, `sun,mon`, 周末; "" for none
 * @days: (out): a bit for each %HfWeekday
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_import_parse_weekdays (const char *text, HfSet *days, GError **error)
{
  static const char *const weekend[] = { "周末", "weekend", NULL };
  g_autofree char *plain = NULL;
  g_auto (GStrv) words = NULL;
  HfWeekday day;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = hf_import_plain (text);
  words = hf_import_split_words (plain);
  *days = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (parse_weekday (words[i], &day))
        *days |= HF_BIT (day);
      else if (is_one_of (words[i], weekend))
        *days |= HF_BIT (HF_SATURDAY) | HF_BIT (HF_SUNDAY);
      else
        return refuse (text, error, _ ("“%s” is not a list of days of the week."));
    }
  return TRUE;
}

/* 在家, 上班 and the like are the two windows that have a name (CAL-5). */
static const char *
name_window (const char *word)
{
  static const char *const working[] = { "上班", "上班族", "工作", "在职", "working", NULL };
  static const char *const home[] = { "在家", "居家", "退休", "退休在家", "home", NULL };

  if (is_one_of (word, working))
    return "working";
  return is_one_of (word, home) ? "home" : word;
}

/**
 * hf_import_plain_window:
 * @text: hours at which a customer likes to be contacted: `9：00～11：00、15:00-17:00`, 在家
 *
 * Returns: (transfer full): the same as hf_contact_window_parse() reads it, if it is any
 */
char *
hf_import_plain_window (const char *text)
{
  static const char *const dashes[] = { "~", "～", "—", "–", "−", "至", "到", NULL };
  g_autofree char *plain = hf_import_plain (text);
  g_auto (GStrv) words = hf_import_split_words (plain);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (name_window (words[i]));

      for (guint j = 0; dashes[j] != NULL; j++)
        g_string_replace (word, dashes[j], "-", 0);
      g_string_replace (word, "--", "-", 0);
      g_string_replace (word, " ", "", 0);
      g_free (words[i]);
      words[i] = g_strdup (word->str);
    }
  return g_strjoinv (",", words);
}

/* test-phone.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"
#include "hf-phone.h"

#include <string.h>

static void
test_normalise (void)
{
  static const struct
  {
    const char *typed;
    const char *digits;
    HfPhoneKind kind;
  } rows[] = {
    { "13812345678", "13812345678", HF_PHONE_MOBILE },
    { " 138 1234 5678 ", "13812345678", HF_PHONE_MOBILE },
    { "138-1234-5678", "13812345678", HF_PHONE_MOBILE },
    { "+86 138 1234 5678", "13812345678", HF_PHONE_MOBILE },
    { "＋８６－１３８１２３４５６７８", "13812345678", HF_PHONE_MOBILE },
    { "0086-13812345678", "13812345678", HF_PHONE_MOBILE },
    { "8613812345678", "13812345678", HF_PHONE_MOBILE },
    { "013812345678", "13812345678", HF_PHONE_MOBILE },
    { "１３８１２３４５６７８", "13812345678", HF_PHONE_MOBILE },
    { "(010) 8765-4321", "01087654321", HF_PHONE_LANDLINE },
    { "（0532）87654321", "053287654321", HF_PHONE_LANDLINE },
    { "0532-8765432", "05328765432", HF_PHONE_LANDLINE },
    { "+86 10 8765 4321", "01087654321", HF_PHONE_LANDLINE },
    { "+86 532 8765 4321", "053287654321", HF_PHONE_LANDLINE },
    { "010-87654321-801", "01087654321-801", HF_PHONE_LANDLINE },
    { "010-87654321转801", "01087654321-801", HF_PHONE_LANDLINE },
    { "021 87654321 ext. 12", "02187654321-12", HF_PHONE_LANDLINE },
    { "400-800-1234", "4008001234", HF_PHONE_SERVICE },
    { "8008101234", "8008101234", HF_PHONE_SERVICE },
    { "8765 4321", "87654321", HF_PHONE_LOCAL },
    { "7654321", "7654321", HF_PHONE_LOCAL },
    { "12812345678", "12812345678", HF_PHONE_NONE },
    { "1381234567", "1381234567", HF_PHONE_NONE },
    { "138123456789", "138123456789", HF_PHONE_NONE },
    { "010-7654321", "0107654321", HF_PHONE_NONE },
    { "010-12345678", "01012345678", HF_PHONE_NONE },
    { "1234567", "1234567", HF_PHONE_NONE },
    { "138****5678", NULL, HF_PHONE_NONE },
    { "abc", NULL, HF_PHONE_NONE },
    { "", NULL, HF_PHONE_NONE },
    { "\xff", NULL, HF_PHONE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digits = hf_phone_normalise (rows[i].typed);

      g_assert_cmpstr (digits, ==, rows[i].digits);
      if (digits != NULL)
        g_assert_cmpint (hf_phone_get_kind (digits), ==, rows[i].kind);
    }
}

static void
test_parse (void)
{
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hf_phone_parse ("138 1234 5678", &number, NULL));
  g_assert_cmpstr (number, ==, "13812345678");
  g_assert_false (hf_phone_parse ("138123456789", &number, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_null (strstr (error->message, "5678"));
}

static void
test_mask (void)
{
  static const struct
  {
    const char *number;
    const char *mask;
    const char *tail;
  } rows[] = {
    { "13812345678", "138****5678", "5678" },
    { "01087654321", "010-****4321", "4321" },
    { "053287654321", "0532-****4321", "4321" },
    { "05328765432", "0532-****5432", "5432" },
    { "01087654321-801", "010-****4321", "4321" },
    { "4008001234", "400****1234", "1234" },
    { "87654321", "****4321", "4321" },
    { "110101199001012345", "****2345", "2345" },
    { "12345", "****", "2345" },
    { "+8613812345678", "****", "" },
    { "", "", "" },
    { "12", "****", "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *mask = hf_phone_mask (rows[i].number);
      g_autofree char *tail = hf_phone_dup_tail (rows[i].number);

      g_assert_cmpstr (mask, ==, rows[i].mask);
      g_assert_cmpstr (tail, ==, rows[i].tail);
    }
}

static void
test_found (void)
{
  static const struct
  {
    const char *text;
    const char *number;
  } rows[] = {
    { "13812345678", "13812345678" },
    { "打她13812345678，别打座机", "13812345678" },
    { "tel13812345678", "13812345678" },
    { "138 1234 5678", "138 1234 5678" },
    { "他说138-1234-5678吧", "138-1234-5678" },
    { "1 3 8 1 2 3 4 5 6 7 8", "1 3 8 1 2 3 4 5 6 7 8" },
    { "13 81 23 45 67 8", "13 81 23 45 67 8" },
    { "1 380 013 8000", "1 380 013 8000" },
    { "138.1234.5678", "138.1234.5678" },
    { "（138）12345678", "138）12345678" },
    { "+86 13812345678", "86 13812345678" },
    { "+86-138-1234-5678", "86-138-1234-5678" },
    { "8613812345678", "8613812345678" },
    { "１３８１２３４５６７８", "１３８１２３４５６７８" },
    { "１３８ １２３４ ５６７８", "１３８ １２３４ ５６７８" },
    { "儿子 2026-11-22 13812345678", "13812345678" },
    { "13812345678 2026-11-22", "13812345678" },
    { "0532-87654321", "0532-87654321" },
    { "(010)87654321", "010)87654321" },
    { "010 8765 4321", "010 8765 4321" },
    { "家里87654321", "87654321" },
    { "家里8765-4321", "8765-4321" },
    { "7654321", "7654321" },
    { "手机号7654321", "7654321" },
    { "400-800-1234", "400-800-1234" },
    { "订单号13812345678", "13812345678" },
    { "1381234567813912345678", "1381234567813912345678" },
    { "3盒 13812345678", "13812345678" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize start = 0, length = 0;
      g_autofree char *found = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_true (hf_phone_find (rows[i].text, &start, &length));
      found = g_strndup (rows[i].text + start, length);
      g_assert_cmpstr (found, ==, rows[i].number);
    }
}

static void
test_not_found (void)
{
  static const char *const texts[] = {
    "",
    "喜欢喝茶",
    "2026-11-22",
    "2026.11.22",
    "2026 11 22",
    "20261122",
    "生于19500815",
    "2026-11-22 09:30",
    "2026-11-22 2026-11-23",
    "15 2026-11-22 3次",
    "2026-2027",
    "12,345,678",
    "12345678.50",
    "￥23456789",
    "2500000元",
    "3000000 步",
    "订单号20261122000123",
    "订单23456789",
    "批号 B2345678",
    "批号23456789",
    "LOT20251101",
    "110101199001012345",
    "6222021234567890123",
    "血压 135/85 120/80 125/82",
    "血压 135 142 138 76",
    "13.5 14.2 13.8 12",
    "6000 8000",
    "买了3000 2000 5000",
    "SF1234567890123",
    "09:00-11:30 15:00-18:00",
    "住 3-2-501",
    "会员号2345678",
    "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize start = 0, length = 0;

      if (hf_phone_find (texts[i], &start, &length))
        g_error ("“%s”: found at %" G_GSIZE_FORMAT ", %" G_GSIZE_FORMAT, texts[i], start, length);
    }
}

static void
test_mask_text (void)
{
  static const struct
  {
    const char *text;
    const char *masked;
  } rows[] = {
    { "13812345678", "138****5678" },
    { "打138-1234-5678或010-87654321。", "打138****5678或010-****4321。" },
    { "2026-11-22", "2026-11-22" },
    { "（138）12345678", "（138****5678" },
    { "1381234567813912345678", "****5678" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *masked = hf_phone_mask_text (rows[i].text);

      g_assert_cmpstr (masked, ==, rows[i].masked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/normalise", test_normalise);
  g_test_add_func ("/phone/PHONE-4/parse-error-hides-number", test_parse);
  g_test_add_func ("/phone/PHONE-1/mask-and-tail", test_mask);
  g_test_add_func ("/phone/PHONE-2/found", test_found);
  g_test_add_func ("/phone/PHONE-2/not-found", test_not_found);
  g_test_add_func ("/phone/PHONE-4/mask-text", test_mask_text);
  return g_test_run ();
}

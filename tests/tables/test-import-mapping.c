/* test-import-mapping.c: which column is which field (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-error.h"
#include "hf-import-mapping.h"
#include "table-fixture.h"

static HfImportMapping *
map (HfImportKind kind, const char *header)
{
  g_auto (GStrv) fields = g_strsplit (header, ",", -1);
  HfTableRow row = { 1, g_strv_length (fields), (const char *const *) fields };

  return hf_import_mapping_new (kind, &row);
}

/* `name=0 phone=2`: what stands in which column, in the fields' order. */
static char *
describe (HfImportMapping *mapping)
{
  HfImportKind kind = hf_import_mapping_get_kind (mapping);
  GString *text = g_string_new (NULL);

  for (HfImportField field = hf_import_field_get_first (kind);
       field <= hf_import_field_get_last (kind); field++)
    if (hf_import_mapping_get_column (mapping, field) >= 0)
      g_string_append_printf (text, "%s%s=%d", text->len > 0 ? " " : "",
                              hf_import_field_get_nick (field),
                              hf_import_mapping_get_column (mapping, field));
  return g_string_free (text, FALSE);
}

static void
test_headers (void)
{
  static const struct
  {
    HfImportKind kind;
    const char *header;
    const char *mapped;
    const char *unmatched;
  } rows[] = {
    { HF_IMPORT_CUSTOMERS, "姓名,性别,电话,生日,地址,片区,负责人",
      "name=0 sex=1 phone=2 birth=3 address=4 area=5 owner=6", "" },
    { HF_IMPORT_CUSTOMERS, "*客户姓名,联系电话（必填）,出生 日期,家庭住址：,所属区域,客服,星座",
      "name=0 phone=1 birth=2 address=3 area=4 owner=5", "星座" },
    { HF_IMPORT_CUSTOMERS, "Full Name,Mobile,Date of birth,Address,Agent,Notes",
      "name=0 phone=1 birth=2 address=3 owner=4 notes=5", "" },
    { HF_IMPORT_CUSTOMERS, "ＮＡＭＥ,ＰＨＯＮＥ　２", "name=0 phone2=1", "" },
    { HF_IMPORT_CUSTOMERS, "姓名,手机,电话,座机", "name=0 phone=1 phone2=2 landline=3", "" },
    { HF_IMPORT_CUSTOMERS, "姓名,姓名,,农历生日", "name=0 lunar-birth=3", "姓名" },
    { HF_IMPORT_PURCHASES, "顾客姓名,手机号,订单号,购买日期,产品名称,数量,单价(元),批号,有效期至",
      "customer-name=0 customer-phone=1 order-number=2 date=3 product=4 quantity=5 unit-price=6 "
      "batch=7 expiry=8",
      "" },
    { HF_IMPORT_PURCHASES, "Customer,Date,Item,Qty,Price,Carrier,Tracking No.,Paid,Balance",
      "customer-name=0 date=1 product=2 quantity=3 unit-price=4 courier=5 tracking=6 paid=7 owed=8",
      "" },
    { HF_IMPORT_CUSTOMERS, "王秀英,13812345678", "", "王秀英+138****5678" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HfImportMapping) mapping = map (rows[i].kind, rows[i].header);
      g_autofree char *mapped = describe (mapping);
      g_auto (GStrv) unmatched = hf_import_mapping_dup_unmatched (mapping);
      g_autofree char *joined = g_strjoinv ("+", unmatched);

      g_assert_cmpstr (mapped, ==, rows[i].mapped);
      g_assert_cmpstr (joined, ==, rows[i].unmatched);
    }
}

/* No word may mean two fields of one kind; the words must be in folded form. */
static void
test_every_nick_and_label (void)
{
  for (HfImportKind kind = HF_IMPORT_CUSTOMERS; kind <= HF_IMPORT_PURCHASES; kind++)
    for (HfImportField field = hf_import_field_get_first (kind);
         field <= hf_import_field_get_last (kind); field++)
      {
        HfImportField found;

        g_assert_true (hf_import_field_from_nick (kind, hf_import_field_get_nick (field), &found));
        g_assert_cmpint (found, ==, field);
        g_assert_cmpstr (hf_import_field_get_label (field), !=, "");
        if (!hf_import_field_from_header (kind, hf_import_field_get_nick (field), &found))
          g_error ("%s", hf_import_field_get_nick (field));
        g_assert_cmpint (found, ==, field);
      }
}

static void
test_required (void)
{
  static const struct
  {
    HfImportKind kind;
    const char *header;
    const char *words; /* NULL: complete */
  } rows[] = {
    { HF_IMPORT_CUSTOMERS, "姓名", NULL },
    { HF_IMPORT_CUSTOMERS, "电话,地址", "“Name”" },
    { HF_IMPORT_PURCHASES, "电话,日期,产品", NULL },
    { HF_IMPORT_PURCHASES, "姓名,日期,产品", NULL },
    { HF_IMPORT_PURCHASES, "日期,产品", "“Customer” or “Customer's phone”" },
    { HF_IMPORT_PURCHASES, "姓名,产品", "“Purchase date”" },
    { HF_IMPORT_PURCHASES, "姓名,日期", "“Product”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HfImportMapping) mapping = map (rows[i].kind, rows[i].header);
      g_autoptr (GError) error = NULL;
      gboolean complete = hf_import_mapping_check (mapping, &error);

      g_assert_true (complete == (rows[i].words == NULL));
      if (complete)
        continue;
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      if (strstr (error->message, rows[i].words) == NULL)
        g_error ("%s", error->message);
    }
}

static void
test_map_file (void)
{
  g_autoptr (HfImportMapping) mapping = map (HF_IMPORT_CUSTOMERS, "大名,电话,x=y,地址,不知");
  g_autofree char *path =
      fixture_write ("map",
                     "\xef\xbb\xbf# ours\r\n大 名=name\r\nx=y=notes\r\n地址=-\r\n"
                     "没有这列=area\r\n[purchases]\r\n电话=nonsense\r\n[customers]\r\n"
                     "电话 = landline\r\n\r\n",
                     -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *mapped = NULL;

  hf_import_mapping_load (mapping, path, &error);
  g_assert_no_error (error);
  mapped = describe (mapping);
  g_assert_cmpstr (mapped, ==, "name=0 landline=1 notes=2");
  g_assert_cmpstr (hf_import_mapping_get_header (mapping, HF_IMPORT_NAME), ==, "大名");
  g_assert_cmpstr (hf_import_mapping_get_header (mapping, HF_IMPORT_AREA), ==, "Area");
}

static void
test_bad_map_files (void)
{
  static const struct
  {
    const char *file;
    const char *words;
  } rows[] = {
    { "姓名=name\nnonsense\n", "Line 2" },
    { "\n\n姓名=nickname\n", "Line 3 of the mapping file: there is no field “nickname”" },
    { "=name\n", "Line 1" },
    { "姓名=order-number\n", "Line 1" },
  };
  g_autoptr (HfImportMapping) mapping = map (HF_IMPORT_CUSTOMERS, "姓名");
  g_autofree char *none = fixture_path ("none");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fixture_write ("map", rows[i].file, -1);
      g_autoptr (GError) error = NULL;

      g_assert_false (hf_import_mapping_load (mapping, path, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      if (strstr (error->message, rows[i].words) == NULL)
        g_error ("%s", error->message);
    }
  g_assert_false (hf_import_mapping_load (mapping, none, NULL));
}

static void
test_read (void)
{
  static const struct
  {
    const char *file;
    guint first_row; /* 0: refused */
    const char *words;
  } rows[] = {
    { "姓名,电话\n王,1\n", 2, NULL },
    { "和平路网点顾客名单\n\n2026年,,\n姓名,电话\n王,1\n", 5, NULL },
    { "王,1\n李,2\n", 0, "“Name”" },
    { "\n", 0, "empty" },
    { "a\nb\nc\nd\ne\nf\n姓名\n", 0, "“Name”" },
    { "a\n\"", 0, "never closed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fixture_write ("header.csv", rows[i].file, -1);
      g_autoptr (HfTableReader) table = hf_table_open (path, NULL, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HfImportMapping) mapping =
          hf_import_mapping_read (table, HF_IMPORT_CUSTOMERS, NULL, &error);
      HfTableRow row;

      if (rows[i].first_row > 0)
        {
          g_assert_no_error (error);
          g_assert_nonnull (mapping);
          g_assert_true (hf_table_next (table, &row, NULL));
          g_assert_cmpuint (row.number, ==, rows[i].first_row);
          continue;
        }
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      if (strstr (error->message, rows[i].words) == NULL)
        g_error ("%s", error->message);
    }
}

static void
test_values (void)
{
  g_autoptr (HfImportMapping) mapping = map (HF_IMPORT_CUSTOMERS, "姓名,电话,备注");
  const char *fields[] = { " 王 ", "1" };
  HfTableRow row = { 2, 2, fields };
  g_autofree char *name = hf_import_mapping_dup (mapping, &row, HF_IMPORT_NAME);
  g_autofree char *notes = hf_import_mapping_dup (mapping, &row, HF_IMPORT_NOTES);
  g_autofree char *area = hf_import_mapping_dup (mapping, &row, HF_IMPORT_AREA);

  g_assert_cmpstr (name, ==, "王");
  g_assert_cmpstr (notes, ==, "");
  g_assert_cmpstr (area, ==, "");
  hf_import_mapping_set_column (mapping, HF_IMPORT_AREA, 1);
  g_assert_cmpint (hf_import_mapping_get_column (mapping, HF_IMPORT_AREA), ==, 1);
  g_assert_cmpint (hf_import_mapping_get_column (mapping, HF_IMPORT_PHONE), ==, -1);
  hf_import_mapping_set_column (mapping, HF_IMPORT_AREA, -1);
  g_assert_cmpint (hf_import_mapping_get_column (mapping, HF_IMPORT_AREA), ==, -1);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-mapping/PUR-4/headers", test_headers);
  g_test_add_func ("/import-mapping/PUR-4/every-nick-and-label", test_every_nick_and_label);
  g_test_add_func ("/import-mapping/PUR-4/required", test_required);
  g_test_add_func ("/import-mapping/PUR-4/map-file", test_map_file);
  g_test_add_func ("/import-mapping/PUR-4/bad-map-files", test_bad_map_files);
  g_test_add_func ("/import-mapping/PUR-4/read-below-a-title", test_read);
  g_test_add_func ("/import-mapping/PUR-4/values", test_values);
  status = g_test_run ();
  fixture_clean ();
  return status;
}

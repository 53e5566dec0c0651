/* hf-import-field.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @headers are the words that people put above such a column, parted by bars, in
 * the form that hf_import_fold_header() gives. @need is 0, or the same number for
 * fields of which a table needs one at least. */
typedef struct
{
  const char *nick;
  const char *label;
  const char *headers;
  guint need;
} Field;

static const Field fields[HF_IMPORT_N_FIELDS] = {
  [HF_IMPORT_NAME] = { "name", N_ ("Name"),
                       "姓名|名字|顾客姓名|客户姓名|会员姓名|顾客名称|客户名称|顾客|客户|会员|"
                       "name|fullname|customer|customername",
                       1 },
  [HF_IMPORT_SEX] = { "sex", N_ ("Sex"), "性别|称谓|男女|sex|gender" },
  [HF_IMPORT_PHONE] = { "phone", N_ ("Phone"),
                        "手机|手机号|手机号码|电话|电话号码|联系电话|联系方式|联系手机|移动电话|"
                        "本人电话|顾客电话|客户电话|会员电话|顾客手机|客户手机|电话1|手机1|"
                        "phone|phonenumber|phone1|mobile|mobilephone|cell|cellphone|tel|"
                        "telephone" },
  [HF_IMPORT_PHONE2] = { "phone2", N_ ("Second phone"),
                         "电话2|手机2|手机号2|电话二|手机二|备用电话|备用手机|第二电话|其他电话|"
                         "其它电话|另一电话|家属电话|phone2|mobile2|tel2|otherphone|secondphone" },
  [HF_IMPORT_LANDLINE] = { "landline", N_ ("Landline"),
                           "座机|座机号|座机号码|固定电话|固话|家庭电话|住宅电话|宅电|"
                           "landline|homephone" },
  [HF_IMPORT_BIRTH] = { "birth", N_ ("Birth date"),
                        "生日|出生日期|出生年月日|出生年月|出生|公历生日|阳历生日|"
                        "birth|birthday|birthdate|dateofbirth|dob" },
  [HF_IMPORT_LUNAR_BIRTH] = { "lunar-birth", N_ ("Lunar birth date"),
                              "农历生日|阴历生日|农历出生日期|旧历生日|"
                              "lunarbirth|lunarbirthday|lunarbirthdate" },
  [HF_IMPORT_ADDRESS] = { "address", N_ ("Address"),
                          "地址|住址|家庭地址|家庭住址|联系地址|详细地址|居住地址|通讯地址|"
                          "address|homeaddress" },
  [HF_IMPORT_AREA] = { "area", N_ ("Area"),
                       "片区|区域|小区|社区|地区|所属片区|所属区域|area|district|region" },
  [HF_IMPORT_HOUSEHOLD] = { "household", N_ ("Household"),
                            "家庭|家庭编号|户|户号|household|family" },
  [HF_IMPORT_OWNER] = { "owner", N_ ("Owner"),
                        "负责人|客服|服务代表|员工|责任人|归属人|所属员工|所属客服|业务员|跟进人|"
                        "客户经理|顾客经理|"
                        "服务人员|客服代表|owner|agent|staff|responsible" },
  [HF_IMPORT_SOURCE] = { "source", N_ ("Source"),
                         "来源|顾客来源|客户来源|收集地点|收集来源|渠道来源|source|origin" },
  [HF_IMPORT_COLLECTED_ON] = { "collected-on", N_ ("Collected on"),
                               "收集日期|登记日期|建档日期|建卡日期|入会日期|收集时间|登记时间|"
                               "建档时间|collectedon|registeredon|createdon" },
  [HF_IMPORT_CARD_TYPE] = { "card-type", N_ ("Card type"),
                            "卡类|卡类型|卡类别|卡片类型|顾客类型|客户类型|cardtype|card" },
  [HF_IMPORT_CHANNEL] = { "channel", N_ ("Preferred channel"),
                          "回访方式|联系偏好|首选方式|偏好方式|channel|preferredchannel" },
  [HF_IMPORT_WINDOW] = { "window", N_ ("Contact window"),
                         "联系时间|方便时间|回访时间|合适时间|偏好时间|联系时段|方便联系时间|"
                         "window|contactwindow|preferredtime|contacttime" },
  [HF_IMPORT_NO_CONTACT] = { "no-contact", N_ ("Days not to contact"),
                             "免打扰日|不联系日|勿扰日|不联系|免打扰|nocontact|nocontactdays" },
  [HF_IMPORT_TAGS] = { "tags", N_ ("Tags"), "标签|分组|tag|tags|label|labels" },
  [HF_IMPORT_EDUCATION] = { "education", N_ ("Education"), "学历|文化程度|教育程度|education" },
  [HF_IMPORT_OCCUPATION] = { "occupation", N_ ("Occupation"),
                             "职业|工作|工作单位|退休前职业|occupation|job|profession" },
  [HF_IMPORT_HOBBIES] = { "hobbies", N_ ("Hobbies"), "爱好|兴趣|兴趣爱好|hobby|hobbies|interests" },
  [HF_IMPORT_TABOOS] = { "taboos", N_ ("Taboos"), "禁忌|忌讳|taboo|taboos" },
  [HF_IMPORT_CONDITIONS] = { "conditions", N_ ("Conditions"),
                             "病史|疾病|既往病史|健康状况|慢性病|condition|conditions" },
  [HF_IMPORT_MEDICINES] = { "medicines", N_ ("Medicines"),
                            "用药|用药情况|在服药物|药物|medicine|medicines|medication" },
  [HF_IMPORT_ALLERGIES] = { "allergies", N_ ("Allergies"), "过敏|过敏史|allergy|allergies" },
  [HF_IMPORT_CHILD_BIRTH] = { "child", N_ ("Child's birth date"),
                              "宝宝生日|孩子生日|宝宝出生日期|孩子出生日期|婴儿生日|"
                              "child|childbirth|childsbirthday" },
  [HF_IMPORT_DUE_DATE] = { "due-date", N_ ("Due date"), "预产期|duedate" },
  [HF_IMPORT_NOTES] = { "notes", N_ ("Notes"), "备注|说明|附注|note|notes|remark|remarks|comment" },

  [HF_IMPORT_CUSTOMER_NAME] = { "customer-name", N_ ("Customer"),
                                "姓名|顾客|客户|会员|顾客姓名|客户姓名|会员姓名|收货人|收件人|"
                                "customer|customername|name",
                                1 },
  [HF_IMPORT_CUSTOMER_PHONE] = { "customer-phone", N_ ("Customer's phone"),
                                 "电话|电话号码|手机|手机号|手机号码|联系电话|联系方式|顾客电话|"
                                 "客户电话|顾客手机|客户手机|收货电话|收件电话|"
                                 "phone|customerphone|mobile|tel|telephone",
                                 1 },
  [HF_IMPORT_ORDER_NUMBER] = { "order-number", N_ ("Order number"),
                               "订单号|订单编号|单号|单据号|单据编号|销售单号|"
                               "order|ordernumber|orderno|orderid" },
  [HF_IMPORT_DATE] = { "date", N_ ("Purchase date"),
                       "购买日期|日期|购货日期|销售日期|下单日期|订单日期|购买时间|下单时间|"
                       "订货日期|date|purchasedate|orderdate",
                       2 },
  [HF_IMPORT_STORE] = { "store", N_ ("Store"), "门店|店铺|购买地点|网点|商店|store|shop" },
  [HF_IMPORT_PRODUCT] = { "product", N_ ("Product"),
                          "产品|产品名称|商品|商品名称|品名|货品|货品名称|"
                          "product|productname|item|goods",
                          3 },
  [HF_IMPORT_QUANTITY] = { "quantity", N_ ("Packs"),
                           "数量|盒数|件数|购买数量|瓶数|quantity|qty|packs|count" },
  [HF_IMPORT_UNIT_PRICE] = { "unit-price", N_ ("Unit price"),
                             "单价|价格|售价|销售单价|price|unitprice" },
  [HF_IMPORT_AMOUNT] = { "amount", N_ ("Amount"),
                         "金额|总价|总金额|合计|小计|应付金额|销售金额|amount|total|sum" },
  [HF_IMPORT_BATCH] = { "batch", N_ ("Batch"), "批号|批次|生产批号|产品批号|batch|batchno|lot" },
  [HF_IMPORT_EXPIRY] = { "expiry", N_ ("Expiry"),
                         "有效期|有效期至|到期日|到期日期|失效日期|保质期至|"
                         "expiry|expires|expirydate" },
  [HF_IMPORT_RECEIVED_ON] = { "received-on", N_ ("Received on"),
                              "收货日期|签收日期|到货日期|收货时间|签收时间|"
                              "received|receivedon|deliverydate" },
  [HF_IMPORT_PROMISED_ON] = { "promised-on", N_ ("Promised on"),
                              "承诺日期|承诺送达|承诺到货日期|预计送达|预计到货日期|"
                              "promised|promisedon" },
  [HF_IMPORT_COURIER] = { "courier", N_ ("Courier"),
                          "快递|快递公司|物流|物流公司|承运人|courier|carrier" },
  [HF_IMPORT_TRACKING] = { "tracking", N_ ("Tracking number"),
                           "快递单号|运单号|物流单号|快递号|tracking|trackingno|trackingnumber" },
  [HF_IMPORT_DELIVERED_BY] = { "delivered-by", N_ ("Delivered by"),
                               "送货人|送货员|配送人|配送员|deliveredby" },
  [HF_IMPORT_DISCOUNT] = { "discount", N_ ("Discount"),
                           "优惠|折扣|优惠金额|折扣金额|减免|discount" },
  [HF_IMPORT_PAID] = { "paid", N_ ("Paid"),
                       "已付|实付|实收|已付金额|实付金额|实收金额|付款金额|paid" },
  [HF_IMPORT_OWED] = { "owed", N_ ("Owed"), "欠款|未付|欠款金额|未付金额|尾款|owed|due|balance" },
  [HF_IMPORT_COLLECTION_DATE] = { "collection-date", N_ ("Collection date"),
                                  "收款日期|约定收款日期|付款日期|约定付款日期|还款日期|"
                                  "collectiondate|payby|duedate" },
  [HF_IMPORT_REASON] = { "reason", N_ ("Reason"), "原因|理由|购买原因|reason" },
  [HF_IMPORT_PURCHASE_NOTES] = { "notes", N_ ("Notes"),
                                 "备注|说明|附注|note|notes|remark|remarks" },
};

HfImportField
hf_import_field_get_first (HfImportKind kind)
{
  return kind == HF_IMPORT_CUSTOMERS ? HF_IMPORT_NAME : HF_IMPORT_CUSTOMER_NAME;
}

HfImportField
hf_import_field_get_last (HfImportKind kind)
{
  return kind == HF_IMPORT_CUSTOMERS ? HF_IMPORT_NOTES : HF_IMPORT_PURCHASE_NOTES;
}

/**
 * hf_import_field_get_nick:
 *
 * Returns: the field's name in mapping files, unique within its kind
 */
const char *
hf_import_field_get_nick (HfImportField field)
{
  g_return_val_if_fail (field < HF_IMPORT_N_FIELDS, "");

  return fields[field].nick;
}

const char *
hf_import_field_get_label (HfImportField field)
{
  g_return_val_if_fail (field < HF_IMPORT_N_FIELDS, "");

  return _ (fields[field].label);
}

/**
 * hf_import_field_get_need:
 *
 * Returns: 0 when a table can do without the field; of the fields with the same
 *   other number it needs one at least
 */
guint
hf_import_field_get_need (HfImportField field)
{
  g_return_val_if_fail (field < HF_IMPORT_N_FIELDS, 0);

  return fields[field].need;
}

gboolean
hf_import_field_from_nick (HfImportKind kind, const char *nick, HfImportField *field)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (*field = hf_import_field_get_first (kind); *field <= hf_import_field_get_last (kind);
       (*field)++)
    if (g_ascii_strcasecmp (fields[*field].nick, nick) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = words; (at = strstr (at, word)) != NULL; at++)
    if ((at == words || at[-1] == '|') && (at[length] == '\0' || at[length] == '|'))
      return TRUE;
  return FALSE;
}

static gboolean
find_word (HfImportKind kind, const char *word, HfImportField *field)
{
  if (*word == '\0')
    return FALSE;
  for (*field = hf_import_field_get_first (kind); *field <= hf_import_field_get_last (kind);
       (*field)++)
    if (has_word (fields[*field].headers, word))
      return TRUE;
  return FALSE;
}

/**
 * hf_import_fold_header:
 *
 * A header reduced to what matters: fullwidth as plain, lower case, without
 * spaces, stars, colons and brackets. `*姓 名：` is `姓名`, `Phone No.` is `phoneno`.
 *
 * Returns: (transfer full):
 */
char *
hf_import_fold_header (const char *header)
{
  g_autofree char *plain = g_utf8_normalize (header, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (plain != NULL ? plain : "", -1);
  GString *out = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

/**
 * hf_import_field_from_header:
 * @header: what stands above a column; a remark in brackets may follow: `单价（元）`
 * @field: (out):
 *
 * Returns: %FALSE when none of the words known for @kind's fields is meant
 */
gboolean
hf_import_field_from_header (HfImportKind kind, const char *header, HfImportField *field)
{
  g_autofree char *word = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *short_word = NULL;

  g_return_val_if_fail (header != NULL, FALSE);

  word = hf_import_fold_header (header);
  if (find_word (kind, word, field))
    return TRUE;
  plain = g_utf8_normalize (header, -1, G_NORMALIZE_ALL_COMPOSE);
  if (plain == NULL || strpbrk (plain, "([") == NULL)
    return FALSE;
  plain[strcspn (plain, "([")] = '\0';
  short_word = hf_import_fold_header (plain);
  return find_word (kind, short_word, field);
}

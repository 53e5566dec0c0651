/* hf-domain.h: the closed sets of words of the domain (DOMAIN.md, glossary)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each set has two names a value: the *nick*, which the database, plan files and
 * huifangctl use, and the *label*, translated, which people read. */

typedef enum
{
  HF_ROLE_AGENT,
  HF_ROLE_EXPERT,
  HF_ROLE_MANAGER,
} HfRole;

typedef enum
{
  HF_CHANNEL_HOME,
  HF_CHANNEL_PHONE,
  HF_CHANNEL_OFFICE,
  HF_CHANNEL_EVENT,
  HF_CHANNEL_MESSAGE,
  HF_CHANNEL_POST,
} HfChannel;

typedef enum
{
  HF_CARD_TYPE_NEW,
  HF_CARD_TYPE_CONTACTED,
  HF_CARD_TYPE_CUSTOMER,
  HF_CARD_TYPE_DISCARDED,
} HfCardType;

typedef enum
{
  HF_OUTCOME_REACHED,
  HF_OUTCOME_NO_ANSWER,
  HF_OUTCOME_BUSY,
  HF_OUTCOME_WRONG_NUMBER,
  HF_OUTCOME_OFF,
  HF_OUTCOME_REFUSED,
  HF_OUTCOME_NOT_HOME,
  HF_OUTCOME_ASKED_TO_CALL_LATER,
} HfOutcome;

typedef enum
{
  HF_EFFECT_BETTER,
  HF_EFFECT_SAME,
  HF_EFFECT_WORSE,
  HF_EFFECT_ADVERSE,
} HfEffect;

typedef enum
{
  HF_FOLLOW_UP_OPEN,
  HF_FOLLOW_UP_DONE,
  HF_FOLLOW_UP_SKIPPED,
  HF_FOLLOW_UP_CANCELLED,
  HF_FOLLOW_UP_PAUSED,
} HfFollowUpState;

/* In WORK-2's order: the value is the priority, smallest first. */
typedef enum
{
  HF_KIND_ADVERSE,
  HF_KIND_COMPLAINT,
  HF_KIND_URGENT,
  HF_KIND_PROMISE,
  HF_KIND_STEP,
  HF_KIND_SPECIAL_DATE,
  HF_KIND_SALE_WINDOW,
  HF_KIND_ROUTINE,
  HF_KIND_GREETING,
} HfKind;

typedef enum
{
  HF_STOP_EFFECT,
  HF_STOP_QUALITY,
  HF_STOP_SERVICE,
  HF_STOP_COMPETITOR,
} HfStopCause;

/* What starts a care plan (DOMAIN §4). */
typedef enum
{
  HF_TRIGGER_PURCHASE,
  HF_TRIGGER_DELIVERY,
  HF_TRIGGER_TIER,
  HF_TRIGGER_SALE_WINDOW,
  HF_TRIGGER_SERVICE_STOPPED,
  HF_TRIGGER_STAGE,
  HF_TRIGGER_MANUAL,
  HF_TRIGGER_NEW_CARD,
  HF_TRIGGER_REFERRAL,
} HfTrigger;

/* What ends an enrolment before its plan does. */
typedef enum
{
  HF_PLAN_END_RETURN,
  HF_PLAN_END_ADVERSE,
  HF_PLAN_END_STOP,
  HF_PLAN_END_PURCHASE,
  HF_PLAN_END_REFUSED,
  HF_PLAN_END_DISCARDED,
} HfPlanEnd;

/* What kind of contact it was (VISIT-7). */
typedef enum
{
  HF_MIX_PROFESSIONAL,
  HF_MIX_FAMILY,
  HF_MIX_HONOUR,
  HF_MIX_OFFER,
  HF_MIX_PERSONAL,
} HfMix;

/* The branch's own texts (TEXT-1 to TEXT-3). */
typedef enum
{
  HF_TEXT_SCRIPT,
  HF_TEXT_GREETING,
  HF_TEXT_CLOSING,
  HF_TEXT_FAQ,
  HF_TEXT_TABOO,
  HF_TEXT_FORBIDDEN_WORD,
} HfTextKind;

/* What a customer complains of (COMP-2). */
typedef enum
{
  HF_COMPLAINT_PACKAGING,
  HF_COMPLAINT_QUANTITY,
  HF_COMPLAINT_PRODUCTION_DATE,
  HF_COMPLAINT_NOT_AS_PROMISED,
  HF_COMPLAINT_DELIVERY_LATE,
  HF_COMPLAINT_DELIVERY_WRONG,
  HF_COMPLAINT_ATTITUDE,
  HF_COMPLAINT_NO_FOLLOW_UP,
  HF_COMPLAINT_DISTURBS,
  HF_COMPLAINT_LACKS_KNOWLEDGE,
  HF_COMPLAINT_OTHER,
} HfComplaintReason;

/* In the order in which a case goes through them (COMP-3). */
typedef enum
{
  HF_CASE_RECEIVED,
  HF_CASE_ACKNOWLEDGED,
  HF_CASE_INVESTIGATING,
  HF_CASE_ANSWERED,
  HF_CASE_RESOLVED,
  HF_CASE_CLOSED,
} HfComplaintStage;

typedef enum
{
  HF_COMPLAINT_NORMAL,
  HF_COMPLAINT_SERIOUS,
} HfComplaintSeverity;

/* What the customer wants (COMP-1). */
typedef enum
{
  HF_WANTS_EXPLANATION,
  HF_WANTS_APOLOGY,
  HF_WANTS_EXCHANGE,
  HF_WANTS_GIFT,
  HF_WANTS_REFUND,
  HF_WANTS_OTHER,
} HfWants;

/* How far it has come with a person whom somebody named (REF-1); declined is an end, too. */
typedef enum
{
  HF_REFERRAL_NAMED,
  HF_REFERRAL_CONTACTED,
  HF_REFERRAL_INVITED,
  HF_REFERRAL_ATTENDED,
  HF_REFERRAL_PURCHASED,
  HF_REFERRAL_DECLINED,
} HfReferralState;

typedef enum
{
  HF_REFERRED_NAME_ONLY,
  HF_REFERRED_BROUGHT,
  HF_REFERRED_INTRODUCED,
} HfReferredHow;

/* EVT-1 */
typedef enum
{
  HF_EVENT_GATHERING,
  HF_EVENT_LECTURE,
  HF_EVENT_TRIP,
  HF_EVENT_SEMINAR,
  HF_EVENT_HEAD_OFFICE,
  HF_EVENT_ANNIVERSARY,
} HfEventKind;

typedef enum
{
  HF_REPLY_YES,
  HF_REPLY_NO,
  HF_REPLY_MAYBE,
} HfReply;

/* Why goods come back (COMP-5). */
typedef enum
{
  HF_RETURN_NORMAL,          /* a normal reaction to the product */
  HF_RETURN_INDIVIDUAL,      /* this person does not bear it */
  HF_RETURN_CONTRAINDICATED, /* this person must not use it */
  HF_RETURN_NEGATIVE_NEWS,
  HF_RETURN_OFFENDED,
  HF_RETURN_LEFT_OUT, /* who decides in the family was not asked */
  HF_RETURN_HEARSAY,
  HF_RETURN_OTHER,
} HfReturnReason;

/* How far a return is. */
typedef enum
{
  HF_RETURN_OPEN,
  HF_RETURN_GOODS_BACK,
  HF_RETURN_REFUNDED,
  HF_RETURN_EXCHANGED,
  HF_RETURN_KEPT, /* the customer decided to keep the goods */
} HfReturnState;

/* What an agent means to reach with a customer in a week (CAL-10). */
typedef enum
{
  HF_INTENT_SETTLE,
  HF_INTENT_FOLLOW,
  HF_INTENT_DEVELOP,
  HF_N_INTENTS
} HfIntent;

/* What came of the week with a customer, the least first (CAL-10). */
typedef enum
{
  HF_WEEK_NOTHING,
  HF_WEEK_TRIED,
  HF_WEEK_REACHED,
  HF_WEEK_BOUGHT,
  HF_N_WEEK_OUTCOMES
} HfWeekOutcome;

/**
 * HfSet:
 *
 * Several values of one of the enumerations above, one bit each.
 */
typedef guint HfSet;

#define HF_BIT(value)    (1u << (value))
#define HF_SET_ALL       (~0u)
#define HF_SET_HAS(s, v) (((s) &HF_BIT (v)) != 0)

/**
 * HfDomainSet:
 *
 * Names one of the enumerations, for the functions below.
 */
typedef enum
{
  HF_DOMAIN_ROLE,
  HF_DOMAIN_CHANNEL,
  HF_DOMAIN_CARD_TYPE,
  HF_DOMAIN_OUTCOME,
  HF_DOMAIN_EFFECT,
  HF_DOMAIN_FOLLOW_UP_STATE,
  HF_DOMAIN_KIND,
  HF_DOMAIN_STOP_CAUSE,
  HF_DOMAIN_TRIGGER,
  HF_DOMAIN_PLAN_END,
  HF_DOMAIN_MIX,
  HF_DOMAIN_TEXT_KIND,
  HF_DOMAIN_COMPLAINT_REASON,
  HF_DOMAIN_COMPLAINT_STAGE,
  HF_DOMAIN_COMPLAINT_SEVERITY,
  HF_DOMAIN_WANTS,
  HF_DOMAIN_REFERRAL_STATE,
  HF_DOMAIN_REFERRED_HOW,
  HF_DOMAIN_EVENT_KIND,
  HF_DOMAIN_REPLY,
  HF_DOMAIN_RETURN_REASON,
  HF_DOMAIN_RETURN_STATE,
  HF_DOMAIN_INTENT,
  HF_DOMAIN_WEEK_OUTCOME,
} HfDomainSet;

guint hf_domain_get_size (HfDomainSet set);
const char *hf_domain_get_nick (HfDomainSet set, int value);
const char *hf_domain_get_label (HfDomainSet set, int value);
gboolean hf_domain_parse (HfDomainSet set, const char *nick, int *value, GError **error);
gboolean hf_domain_parse_set (HfDomainSet set, const char *nicks, HfSet *values, GError **error);
char *hf_domain_format_set (HfDomainSet set, HfSet values);

G_END_DECLS

-- Huifang's branch database, version 1.
--
-- How to read it
--   *_on   a civil day, days since 1970-01-01            *_at  a civil minute, minutes since then
--   *_ms   a moment that has passed, UTC milliseconds    *_fen money, 1/100 yuan
--   id     device_no << 48 | counter, given by hf_new_id(): rows made on two PCs never collide
--   A word set (channel, outcome, role ...) holds the nicks of src/rules/hf-domain.c; several are joined by ','.
--   No REAL columns: a sum of money or of days must come back from the change log as it went in.
-- Every table is covered by the change log, made by src/store/hf-change-log.c from this schema, but for
-- those listed there as bookkeeping or derived. "derived" columns are kept by the triggers at the end.
-- Nothing cascades on delete: undoing an import must not take along what was written about its rows since.

-------------------------------------------------------------------------------------------- bookkeeping

-- What this file is: device number, next free id, version that made it.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One thing that a person (or the engine) did: one transaction, undone as a whole.
CREATE TABLE operation (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,                 -- the command: 'visit.log', 'import.customers', 'undo' ...
  subject   TEXT NOT NULL DEFAULT '',      -- whom or what, as a person would say it; never a number
  staff_id  INTEGER,                       -- NULL: the owner of the file, or the program itself
  now_at    INTEGER NOT NULL,              -- the "now" it was given
  done_ms   INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,              -- its changes are change.seq first_seq .. last_seq
  last_seq  INTEGER NOT NULL,
  undoes    INTEGER REFERENCES operation (id) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  undone_by INTEGER REFERENCES operation (id) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX operation_undone_by ON operation (undone_by) WHERE undone_by IS NOT NULL;

-- What an operation did to one row: the changed columns as JSON, before and after. Serves undo, audit, sync.
CREATE TABLE change (
  seq    INTEGER PRIMARY KEY,
  op_id  INTEGER NOT NULL,
  tbl    TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('I', 'U', 'D')),
  old    TEXT,                             -- NULL for an insert
  new    TEXT                              -- NULL for an insert (the row itself is it) and a delete
) STRICT;
CREATE INDEX change_row ON change (row_id, seq);

-- Who looked, exported, overrode, erased ... (AUD-1). Writes are in the change log; this is the rest. Append only.
CREATE TABLE audit (
  id       INTEGER PRIMARY KEY,
  done_ms  INTEGER NOT NULL,
  now_at   INTEGER NOT NULL,
  staff_id INTEGER,
  action   TEXT NOT NULL,                  -- 'reveal', 'export', 'override', 'erase', 'restore' ...
  tbl      TEXT,
  row_id   INTEGER,
  detail   TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_row ON audit (row_id) WHERE row_id IS NOT NULL;
CREATE INDEX audit_staff ON audit (staff_id, done_ms);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT raise (ABORT, 'the audit log cannot be changed'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT raise (ABORT, 'the audit log cannot be changed'); END;

-- A setting of the branch: name, time zone, quiet hours, which plan each trigger starts (PLAN-10) ...
CREATE TABLE setting (
  id    INTEGER PRIMARY KEY,
  key   TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

--------------------------------------------------------------------------------------------------- staff

-- A member of staff (ROLE-1). Never deleted: history names them.
CREATE TABLE staff (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL UNIQUE CHECK (name <> ''),
  role          TEXT NOT NULL CHECK (role IN ('agent', 'expert', 'manager')),
  qualification TEXT NOT NULL DEFAULT '',
  pin_hash      TEXT,
  capacity_min  INTEGER NOT NULL DEFAULT 360 CHECK (capacity_min BETWEEN 0 AND 1440), -- a day's load (CAL-1)
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  CHECK (role <> 'expert' OR qualification <> '')
) STRICT;

-- How good a member of staff is at something (TIER-2).
CREATE TABLE staff_skill (
  id       INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON UPDATE CASCADE,
  skill    TEXT NOT NULL CHECK (skill IN ('professional', 'service', 'communication')),
  grade    TEXT NOT NULL CHECK (grade IN ('average', 'high', 'very-high')),
  UNIQUE (staff_id, skill)
) STRICT;

------------------------------------------------------------------------------------------------ products

CREATE TABLE product (
  id              INTEGER PRIMARY KEY,
  name            TEXT NOT NULL UNIQUE CHECK (name <> ''),
  doses           INTEGER NOT NULL CHECK (doses > 0),   -- daily doses in one pack (PUR-3)
  shelf_life_days INTEGER CHECK (shelf_life_days > 0),
  price_fen       INTEGER CHECK (price_fen >= 0),
  cost_fen        INTEGER CHECK (cost_fen >= 0),
  active          INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- A word that, found among a customer's conditions or allergies, speaks against the product (PUR-2), or a
-- reaction that is normal with it (COMP-5).
CREATE TABLE product_note (
  id         INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) ON UPDATE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('contraindication', 'normal-reaction')),
  word       TEXT NOT NULL CHECK (word <> ''),
  UNIQUE (product_id, kind, word)
) STRICT;

----------------------------------------------------------------------------------------------- customers

-- Customers at one address; home-visit quotas count per household (PLAN-1).
CREATE TABLE household (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX household_address ON household (address) WHERE address <> '';
CREATE INDEX household_name ON household (name) WHERE name <> '';

-- One person with a customer card (CARD-1, 2, 6, 7, 8).
CREATE TABLE customer (
  id                   INTEGER PRIMARY KEY,
  name                 TEXT NOT NULL CHECK (name <> ''),
  sex                  TEXT CHECK (sex IN ('female', 'male')),
  address              TEXT NOT NULL DEFAULT '',
  area                 TEXT NOT NULL DEFAULT '',
  household_id         INTEGER REFERENCES household (id) ON UPDATE CASCADE,
  owner_id             INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  card_type            TEXT NOT NULL DEFAULT 'new' CHECK (card_type IN ('new', 'contacted', 'customer', 'discarded')),
  card_type_before     TEXT,                            -- what a discarded card was, so that it can come back
  discard_reason       TEXT NOT NULL DEFAULT '',
  education            TEXT NOT NULL DEFAULT '',
  occupation           TEXT NOT NULL DEFAULT '',
  photo                TEXT,                            -- base64 of a small JPEG
  personality          TEXT NOT NULL DEFAULT '',
  interests            TEXT NOT NULL DEFAULT '',
  diet                 TEXT NOT NULL DEFAULT '',
  taboos               TEXT NOT NULL DEFAULT '',
  decides              TEXT NOT NULL DEFAULT '',        -- who decides on purchases in the family
  competing_products   TEXT NOT NULL DEFAULT '',
  note                 TEXT NOT NULL DEFAULT '',
  source               TEXT NOT NULL DEFAULT '',        -- hospital, clinic, shop, event, referral (CARD-6)
  source_by_id         INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  collected_on         INTEGER,
  preferred_channel    TEXT CHECK (preferred_channel IN ('home', 'phone', 'office', 'event', 'message', 'post')),
  contact_windows      TEXT NOT NULL DEFAULT '',        -- 'working', 'home' or 'HH:MM-HH:MM,...' (CAL-5); '' = default
  no_contact_weekdays  INTEGER NOT NULL DEFAULT 0 CHECK (no_contact_weekdays BETWEEN 0 AND 255), -- bit 1 Monday .. 7 Sunday
  quiet_until_on       INTEGER,                         -- in hospital, confinement: phone and home wait (CARD-7)
  quiet_reason         TEXT NOT NULL DEFAULT '',
  do_not_contact       TEXT,                            -- the reason; NULL: may be contacted
  verified_on          INTEGER,                         -- a member of staff confirmed the data (CARD-8)
  verified_by_id       INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  routine_interval     TEXT,                            -- what the customer wishes, where a plan offers a choice
  rather_no_reward     INTEGER NOT NULL DEFAULT 0 CHECK (rather_no_reward IN (0, 1)), -- REF-4
  sale_expected_on     INTEGER,                         -- set by hand (PUR-3, PLAN-5)
  merged_into_id       INTEGER REFERENCES customer (id) ON UPDATE CASCADE, -- itself once erased: it stands in no list
  erased_on            INTEGER,                         -- personal data removed (CARD-13); anonymous counts stay
  created_on           INTEGER NOT NULL,
  -- derived: kept here and indexed, since lists sort by them
  last_contact_at      INTEGER,
  next_due_at          INTEGER,
  supply_until_on      INTEGER,
  tier_rank            INTEGER NOT NULL DEFAULT -1,     -- of the leading scheme, higher is better; -1 none
  tier                 TEXT NOT NULL DEFAULT '',
  stage                INTEGER,                         -- 0..5 for T0..T5 (CARD-10)
  name_sort            TEXT NOT NULL DEFAULT ''         -- pinyin, then the name: the order of lists
) STRICT;
CREATE INDEX customer_name ON customer (name, last_contact_at);
CREATE INDEX customer_owner ON customer (owner_id, last_contact_at, name_sort);
CREATE INDEX customer_by_letter ON customer (tier);
CREATE INDEX customer_address ON customer (address, name) WHERE address <> '';
CREATE INDEX customer_household ON customer (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX customer_last_contact ON customer (last_contact_at, name_sort);
-- One for each order of the Customers page (src/store/hf-customer-list.c). Card type, owner and tier stand in each, so that
-- the list without discarded cards, an agent's own (ROLE-1) and a filter by these are read from the index alone. What
-- changes with each visit does not: it would be written nine times.
CREATE INDEX customer_by_name ON customer (name_sort, card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_by_tier ON customer (tier_rank, card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_by_stage ON customer (stage, card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_by_card_type ON customer (card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_by_owner ON customer (owner_id, card_type, tier, merged_into_id);
CREATE INDEX customer_by_area ON customer (area, card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_by_last_contact ON customer (last_contact_at, card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_by_next_due ON customer (next_due_at, card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_by_supply ON customer (supply_until_on, card_type, owner_id, tier, merged_into_id);
CREATE INDEX customer_merged ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customer_source_by ON customer (source_by_id) WHERE source_by_id IS NOT NULL;
CREATE INDEX customer_verified_by ON customer (verified_by_id) WHERE verified_by_id IS NOT NULL;

-- A relative (CARD-2).
CREATE TABLE family_member (
  id             INTEGER PRIMARY KEY,
  customer_id    INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  name           TEXT NOT NULL DEFAULT '',
  relation       TEXT NOT NULL,
  birth_calendar TEXT CHECK (birth_calendar IN ('solar', 'lunar')),
  birth_year     INTEGER,
  birth_month    INTEGER CHECK (birth_month BETWEEN 1 AND 12),
  birth_day      INTEGER CHECK (birth_day BETWEEN 1 AND 31)
) STRICT;
CREATE INDEX family_member_customer ON family_member (customer_id);

-- The one place where numbers live (PHONE-2). Digits only; shown masked (PHONE-1).
CREATE TABLE phone (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  family_id   INTEGER REFERENCES family_member (id) ON UPDATE CASCADE, -- a relative's
  label       TEXT NOT NULL DEFAULT '',
  number      TEXT NOT NULL CHECK (number <> '' AND number NOT GLOB '*[^0-9-]*'),
  preferred   INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1)),
  wrong       INTEGER NOT NULL DEFAULT 0 CHECK (wrong IN (0, 1)),
  tail        TEXT GENERATED ALWAYS AS (substr (number, -4)) VIRTUAL,
  UNIQUE (customer_id, number)
) STRICT;
CREATE INDEX phone_number ON phone (number);
CREATE INDEX phone_tail ON phone (tail);
CREATE INDEX phone_family ON phone (family_id) WHERE family_id IS NOT NULL;

-- A child, born or expected: gives the stage (CARD-10).
CREATE TABLE child (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  name        TEXT NOT NULL DEFAULT '',
  born_on     INTEGER,
  due_on      INTEGER,
  CHECK (born_on IS NOT NULL OR due_on IS NOT NULL)
) STRICT;
CREATE INDEX child_customer ON child (customer_id);
CREATE INDEX child_born ON child (born_on) WHERE born_on IS NOT NULL;

-- Health (CARD-3): shown in the card's Health section only; in no list, notification, search.
CREATE TABLE health_fact (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  kind        TEXT NOT NULL CHECK (kind IN ('condition', 'medicine', 'allergy', 'contraindication', 'mobility', 'note')),
  text        TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX health_fact_customer ON health_fact (customer_id);

-- A day that comes back each year (CARD-4, CAL-3, CAL-9). A customer's birth date is the one of kind 'birthday'.
CREATE TABLE special_date (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  kind        TEXT NOT NULL CHECK (kind IN ('birthday', 'wedding', 'spouse-birthday', 'other')),
  label       TEXT NOT NULL DEFAULT '',
  calendar    TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
  year        INTEGER CHECK (year BETWEEN 1900 AND 2100),
  month       INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day         INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  leap        INTEGER NOT NULL DEFAULT 0 CHECK (leap IN (0, 1)),
  keep        TEXT NOT NULL DEFAULT 'ordinary' CHECK (keep IN ('ordinary', 'leap', 'both')),
  CHECK (calendar = 'lunar' OR leap = 0),
  CHECK (calendar = 'solar' OR day <= 30)
) STRICT;
CREATE UNIQUE INDEX special_date_birthday ON special_date (customer_id) WHERE kind = 'birthday';
CREATE INDEX special_date_customer ON special_date (customer_id);
CREATE INDEX special_date_day ON special_date (calendar, month, day, year);

CREATE TABLE tag (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE CHECK (name <> ''),
  colour TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE customer_tag (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  tag_id      INTEGER NOT NULL REFERENCES tag (id) ON UPDATE CASCADE,
  UNIQUE (customer_id, tag_id)
) STRICT;
CREATE INDEX customer_tag_tag ON customer_tag (tag_id, customer_id);

-- A saved filter (CARD-5).
CREATE TABLE segment (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
  filter   TEXT NOT NULL CHECK (json_valid (filter)),
  staff_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE     -- NULL: everybody's
) STRICT;
CREATE INDEX segment_staff ON segment (staff_id) WHERE staff_id IS NOT NULL;

-- Whether a customer agreed to be contacted this way (CARD-7).
CREATE TABLE consent (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  channel     TEXT NOT NULL CHECK (channel IN ('phone', 'message', 'home')),
  granted     INTEGER NOT NULL CHECK (granted IN (0, 1)),
  given_on    INTEGER NOT NULL,
  how         TEXT NOT NULL DEFAULT '',
  UNIQUE (customer_id, channel)
) STRICT;

-- A single day on which a customer must not be contacted.
CREATE TABLE no_contact_day (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  day_on      INTEGER NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  UNIQUE (customer_id, day_on)
) STRICT;

-- Two cards that may be one person (CARD-12), offered for merging.
CREATE TABLE duplicate (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  other_id    INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  why         TEXT NOT NULL CHECK (why IN ('phone', 'name-birth', 'name-address')),
  state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'merged', 'different')),
  UNIQUE (customer_id, other_id)
) STRICT;
CREATE INDEX duplicate_other ON duplicate (other_id);

-- A customer went from one owner to another (CARD-11, CARD-14).
CREATE TABLE handover (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  from_id     INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  to_id       INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  reason      TEXT NOT NULL DEFAULT '',
  done_on     INTEGER NOT NULL
) STRICT;
CREATE INDEX handover_customer ON handover (customer_id);
CREATE INDEX handover_from ON handover (from_id);
CREATE INDEX handover_to ON handover (to_id);

----------------------------------------------------------------------------------------------- purchases

CREATE TABLE purchase (
  id              INTEGER PRIMARY KEY,
  customer_id     INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  bought_on       INTEGER NOT NULL,
  received_on     INTEGER,
  promised_on     INTEGER,                              -- when delivery was promised (COMP-7 b)
  store           TEXT NOT NULL DEFAULT '',
  order_number    TEXT NOT NULL DEFAULT '',
  courier         TEXT NOT NULL DEFAULT '',
  tracking_number TEXT NOT NULL DEFAULT '',
  delivered_by_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  discount_fen    INTEGER NOT NULL DEFAULT 0,
  paid_fen        INTEGER,
  owed_fen        INTEGER NOT NULL DEFAULT 0,
  collect_on      INTEGER,                              -- agreed; never a Sunday or public holiday (CAL-6)
  price_basis     TEXT CHECK (price_basis IN ('promotion', 'membership')),  -- either, never both (TIER-3)
  override_reason TEXT NOT NULL DEFAULT '',             -- why it was sold in spite of a warning (PUR-2, PUR-3)
  sale_channel    TEXT NOT NULL DEFAULT '',             -- how it was sold, a channel's nick; '' not known (COMP-10)
  note            TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX purchase_customer ON purchase (customer_id, bought_on);
CREATE INDEX purchase_day ON purchase (bought_on);
CREATE INDEX purchase_promised ON purchase (promised_on) WHERE promised_on IS NOT NULL;
CREATE INDEX purchase_order ON purchase (order_number) WHERE order_number <> '';
CREATE INDEX purchase_collect ON purchase (collect_on) WHERE collect_on IS NOT NULL;
CREATE INDEX purchase_delivered_by ON purchase (delivered_by_id) WHERE delivered_by_id IS NOT NULL;

CREATE TABLE purchase_line (
  id          INTEGER PRIMARY KEY,
  purchase_id INTEGER NOT NULL REFERENCES purchase (id) ON UPDATE CASCADE,
  product_id  INTEGER NOT NULL REFERENCES product (id) ON UPDATE CASCADE,
  packs       INTEGER NOT NULL CHECK (packs > 0),
  price_fen   INTEGER CHECK (price_fen >= 0),           -- of one pack
  batch       TEXT NOT NULL DEFAULT '',
  expires_on  INTEGER
) STRICT;
CREATE INDEX purchase_line_purchase ON purchase_line (purchase_id);
CREATE INDEX purchase_line_product ON purchase_line (product_id, batch);

---------------------------------------------------------------------------------------- plans, follow-ups

-- A care plan as its file says it (PLAN-9).
CREATE TABLE care_plan (
  id      INTEGER PRIMARY KEY,
  key     TEXT NOT NULL UNIQUE,                         -- 'member-28-day'
  trigger_kind TEXT NOT NULL,                           -- what starts it: 'purchase', 'manual' ...
  source  TEXT NOT NULL,                                -- the file's text
  revision INTEGER NOT NULL DEFAULT 1,                  -- one more with each change: readers then parse it anew
  shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1)),
  active  INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- A customer follows a plan since an anchor day.
CREATE TABLE enrolment (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  plan_id     INTEGER NOT NULL REFERENCES care_plan (id) ON UPDATE CASCADE,
  anchor_on   INTEGER NOT NULL,
  started_at  INTEGER NOT NULL,
  purchase_id INTEGER REFERENCES purchase (id) ON UPDATE CASCADE,
  routine_only INTEGER NOT NULL DEFAULT 0 CHECK (routine_only IN (0, 1)), -- its steps lay before the program came, or are over
  choice      TEXT NOT NULL DEFAULT '',                 -- one of the plan's choices: why they stopped, the tier; '' read anew each time
  per_month   INTEGER NOT NULL DEFAULT 0 CHECK (per_month >= 0), -- contacts a month that were agreed, 0 as usual
  state       TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'ended', 'stopped')),
  ended_on    INTEGER,
  evaluate_on INTEGER NOT NULL DEFAULT 0,               -- derived: the day on which the engine must look again; 2147483647 never
  end_reason  TEXT NOT NULL DEFAULT '',
  CHECK ((state IN ('ended', 'stopped')) = (ended_on IS NOT NULL))
) STRICT;
CREATE INDEX enrolment_customer ON enrolment (customer_id, state);
CREATE INDEX enrolment_plan ON enrolment (plan_id, state);
CREATE INDEX enrolment_purchase ON enrolment (purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX enrolment_running ON enrolment (customer_id) WHERE state = 'running';
CREATE INDEX enrolment_to_evaluate ON enrolment (evaluate_on, customer_id) WHERE state = 'running' AND evaluate_on < 2147483647;

-- One contact that happened or was tried (VISIT-1).
CREATE TABLE visit (
  id                 INTEGER PRIMARY KEY,
  customer_id        INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  staff_id           INTEGER REFERENCES staff (id) ON UPDATE CASCADE,   -- who led it
  channel            TEXT NOT NULL CHECK (channel IN ('home', 'phone', 'office', 'event', 'message', 'post')),
  started_at         INTEGER NOT NULL,
  started_ms         INTEGER NOT NULL,
  minutes            INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  outcome            TEXT NOT NULL CHECK (outcome IN ('reached', 'no-answer', 'busy', 'wrong-number', 'off', 'refused',
                                                      'not-home', 'asked-to-call-later')),
  note               TEXT NOT NULL DEFAULT '',
  effect             TEXT CHECK (effect IN ('better', 'same', 'worse', 'adverse')),
  left_days          INTEGER CHECK (left_days >= 0),    -- product left, in days of use
  satisfaction       INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  mix                TEXT CHECK (mix IN ('professional', 'family', 'honour', 'offer', 'personal')), -- VISIT-7
  later_at           INTEGER,
  expert_wanted      INTEGER NOT NULL DEFAULT 0 CHECK (expert_wanted IN (0, 1)),
  companion_id       INTEGER REFERENCES customer (id) ON UPDATE CASCADE, -- a core customer who agreed to help
  cost_fen           INTEGER NOT NULL DEFAULT 0         -- VISIT-4
) STRICT;
CREATE INDEX visit_customer ON visit (customer_id, started_at);
CREATE INDEX visit_staff_time ON visit (staff_id, started_at);
CREATE INDEX visit_time ON visit (started_at);
CREATE INDEX visit_companion ON visit (companion_id) WHERE companion_id IS NOT NULL;

-- Who else took part.
CREATE TABLE visit_staff (
  id       INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON UPDATE CASCADE,
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON UPDATE CASCADE,
  UNIQUE (visit_id, staff_id)
) STRICT;
CREATE INDEX visit_staff_staff ON visit_staff (staff_id);

-- A line of the checklist that was ticked.
CREATE TABLE visit_check (
  id       INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON UPDATE CASCADE,
  item     TEXT NOT NULL
) STRICT;
CREATE INDEX visit_check_visit ON visit_check (visit_id);

-- One contact that is due (SCHED-8). (enrolment, step, occurrence) is unique, which makes the engine idempotent.
CREATE TABLE follow_up (
  id             INTEGER PRIMARY KEY,
  customer_id    INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  staff_id       INTEGER REFERENCES staff (id) ON UPDATE CASCADE,       -- whose work it is
  enrolment_id   INTEGER REFERENCES enrolment (id) ON UPDATE CASCADE,
  step           INTEGER NOT NULL DEFAULT 0,            -- the plan's key for a step or routine
  occurrence     INTEGER NOT NULL DEFAULT 0,
  step_no        INTEGER NOT NULL DEFAULT 0,            -- which of the steps that concern this customer, from 1; 0 for others
  step_count     INTEGER NOT NULL DEFAULT 0,
  kind           TEXT NOT NULL CHECK (kind IN ('adverse', 'complaint', 'urgent', 'promise', 'step', 'special-date',
                                               'sale-window', 'routine', 'greeting')),
  priority       INTEGER NOT NULL,                      -- WORK-2, smallest first
  due_at         INTEGER NOT NULL,                      -- when its reminder fires (CAL-5); of a complaint its deadline
  warn_at        INTEGER,                               -- reminds already then (COMP-4); NULL once the deadline has come
  due_on         INTEGER NOT NULL,
  original_on    INTEGER NOT NULL,                      -- before it was moved off a forbidden day (SCHED-2)
  window_from_on INTEGER NOT NULL,
  window_to_on   INTEGER NOT NULL,
  ways           TEXT NOT NULL,                         -- how and by whom, best first: 'home:agent;phone:expert'
  channels       TEXT NOT NULL,                         -- the channels of ways, for filters
  title          TEXT NOT NULL DEFAULT '',              -- what to do, for one that no plan words: a promise ...
  cause          TEXT NOT NULL DEFAULT '',              -- why it was moved or made, a nick of hf-reason
  anchor_on      INTEGER,                               -- the day from which it was counted
  subject_id     INTEGER,                               -- the promise, complaint, visit ... it serves
  state          TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'skipped', 'cancelled', 'paused')),
  state_reason   TEXT NOT NULL DEFAULT '',
  closed_at      INTEGER,
  visit_id       INTEGER REFERENCES visit (id) ON UPDATE CASCADE,
  by_hand        INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),  -- rescheduled by a person: the engine keeps off
  blocked        INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),  -- every way is refused: no reminder, a person decides
  snoozed_until_at INTEGER,                             -- moves the reminder, not the due day (SCHED-8)
  agreed_at      INTEGER CHECK (agreed_at / 1440 = due_on), -- when the customer expects the visit; NULL: no hour was agreed
  visit_order    INTEGER CHECK (visit_order > 0),       -- among the home visits of its day, by hand (CAL-2)
  remind_at      INTEGER GENERATED ALWAYS AS (CASE blocked WHEN 0 THEN max (coalesce (warn_at, due_at), coalesce (snoozed_until_at, 0)) END) VIRTUAL,
  reminded_for_at INTEGER,                              -- derived: the remind_at for which a delivery was claimed last
  CHECK (due_on = due_at / 1440),
  CHECK (state <> 'done' OR visit_id IS NOT NULL OR ways = ''),          -- work within the branch is ticked off
  CHECK (state IN ('open', 'paused') = (closed_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX follow_up_once ON follow_up (enrolment_id, step, occurrence) WHERE enrolment_id IS NOT NULL;
CREATE UNIQUE INDEX follow_up_yearly ON follow_up (subject_id, occurrence) WHERE kind = 'special-date';
CREATE UNIQUE INDEX follow_up_deadline ON follow_up (subject_id, occurrence) WHERE kind = 'complaint';
CREATE INDEX follow_up_warned ON follow_up (warn_at) WHERE warn_at IS NOT NULL AND state = 'open';
CREATE INDEX follow_up_greeting ON follow_up (window_to_on) WHERE state = 'open' AND kind = 'greeting';
CREATE INDEX follow_up_open_due ON follow_up (due_at) WHERE state = 'open';
CREATE INDEX follow_up_open_staff ON follow_up (staff_id, due_at) WHERE state = 'open';
CREATE INDEX follow_up_paused ON follow_up (due_at) WHERE state = 'paused';
CREATE INDEX follow_up_open_customer ON follow_up (customer_id, due_at) WHERE state IN ('open', 'paused');
CREATE INDEX follow_up_customer ON follow_up (customer_id);
CREATE INDEX follow_up_done ON follow_up (closed_at) WHERE state = 'done';
CREATE INDEX follow_up_closed_staff ON follow_up (staff_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX follow_up_to_remind ON follow_up (remind_at) WHERE state = 'open' AND reminded_for_at IS NOT remind_at;
CREATE INDEX follow_up_visit ON follow_up (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX follow_up_subject ON follow_up (subject_id) WHERE subject_id IS NOT NULL;

-- What staff promised a customer (VISIT-6).
CREATE TABLE promise (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  visit_id    INTEGER REFERENCES visit (id) ON UPDATE CASCADE,
  staff_id    INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  text        TEXT NOT NULL CHECK (text <> ''),
  due_on      INTEGER NOT NULL,
  state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'not-kept', 'void')), -- void: the customer wants no more
  kept_on     INTEGER
) STRICT;
CREATE INDEX promise_customer ON promise (customer_id);
CREATE INDEX promise_open ON promise (due_on) WHERE state = 'open';
CREATE INDEX promise_visit ON promise (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX promise_staff ON promise (staff_id);

-- What an agent means to reach with a customer this week (CAL-10).
CREATE TABLE week_intent (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  staff_id    INTEGER NOT NULL REFERENCES staff (id) ON UPDATE CASCADE,
  week_on     INTEGER NOT NULL,                         -- its Monday
  intent      TEXT NOT NULL CHECK (intent IN ('settle', 'follow', 'develop')),
  result      TEXT NOT NULL DEFAULT '',
  UNIQUE (customer_id, week_on)
) STRICT;
CREATE INDEX week_intent_staff ON week_intent (staff_id, week_on);

---------------------------------------------------------------------------------- complaints and the like

-- A complaint (COMP-1, 3, 9). Never deleted.
CREATE TABLE complaint (
  id              INTEGER PRIMARY KEY,
  number          INTEGER NOT NULL UNIQUE,
  customer_id     INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  purchase_id     INTEGER REFERENCES purchase (id) ON UPDATE CASCADE,
  product_id      INTEGER REFERENCES product (id) ON UPDATE CASCADE,
  visit_id        INTEGER REFERENCES visit (id) ON UPDATE CASCADE,
  received_at     INTEGER NOT NULL,
  received_by_id  INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  channel         TEXT NOT NULL CHECK (channel IN ('home', 'phone', 'office', 'event', 'message', 'post')),
  words           TEXT NOT NULL DEFAULT '',             -- the customer's
  reason          TEXT NOT NULL CHECK (reason IN ('packaging', 'quantity', 'production-date', 'not-as-promised',
                                                  'delivery-late', 'delivery-wrong', 'attitude', 'no-follow-up',
                                                  'disturbs', 'lacks-knowledge', 'other')),
  severity        TEXT NOT NULL DEFAULT 'normal' CHECK (severity IN ('normal', 'serious')),
  wants           TEXT NOT NULL DEFAULT 'other' CHECK (wants IN ('explanation', 'apology', 'exchange', 'gift', 'refund', 'other')),
  about_id        INTEGER REFERENCES staff (id) ON UPDATE CASCADE,        -- who is complained about
  responsible_id  INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  investigator_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  promised_by_at  INTEGER,
  stage           TEXT NOT NULL DEFAULT 'received' CHECK (stage IN ('received', 'acknowledged', 'investigating',
                                                                    'answered', 'resolved', 'closed')),
  escalated       INTEGER NOT NULL DEFAULT 0 CHECK (escalated IN (0, 1)),
  apologised_at   INTEGER,
  apologised_by_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  apology         TEXT NOT NULL DEFAULT '',             -- how it was said
  facts           TEXT NOT NULL DEFAULT '',
  remedy          TEXT NOT NULL DEFAULT '',
  remedy_fen      INTEGER,
  approved_by_id  INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  satisfaction    INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  cause           TEXT NOT NULL DEFAULT '',
  action          TEXT NOT NULL DEFAULT '',             -- what we change
  action_owner_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  action_on       INTEGER,
  cause_removed   INTEGER CHECK (cause_removed IN (0, 1)),
  came_back       INTEGER CHECK (came_back IN (0, 1)),
  closed_at       INTEGER,
  withdrawn_at    INTEGER,                              -- recorded by mistake, or taken back: closed without an answer
  CHECK (withdrawn_at IS NULL OR stage = 'closed'),
  CHECK (investigator_id IS NULL OR about_id IS NULL OR investigator_id <> about_id)
) STRICT;
CREATE INDEX complaint_customer ON complaint (customer_id);
CREATE INDEX complaint_open ON complaint (stage, received_at) WHERE stage <> 'closed';
CREATE INDEX complaint_product ON complaint (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX complaint_visit ON complaint (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX complaint_purchase ON complaint (purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX complaint_received ON complaint (received_at);
CREATE INDEX complaint_closed ON complaint (closed_at) WHERE closed_at IS NOT NULL;

-- One move of a complaint between stages (COMP-3), kept for ever.
CREATE TABLE complaint_move (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON UPDATE CASCADE,
  moved_at     INTEGER NOT NULL,
  staff_id     INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  from_stage   TEXT,
  to_stage     TEXT NOT NULL,
  note         TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX complaint_move_complaint ON complaint_move (complaint_id);

-- What else happened to a complaint, kept for ever (COMP-3, COMP-9). Its moves and waits have tables of their own.
CREATE TABLE complaint_note (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON UPDATE CASCADE,
  noted_at     INTEGER NOT NULL,
  staff_id     INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  kind         TEXT NOT NULL CHECK (kind IN ('note', 'apology', 'escalated', 'changed', 'withdrawn', 'enquiry',
                                             'enquiry-answered')),
  text         TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX complaint_note_complaint ON complaint_note (complaint_id);

-- The branch asked the customer and waits: the answer's clock stands still (COMP-4). One row a wait.
CREATE TABLE complaint_wait (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON UPDATE CASCADE,
  from_at      INTEGER NOT NULL,
  to_at        INTEGER,                                 -- NULL: no answer yet
  staff_id     INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  note         TEXT NOT NULL DEFAULT '',                -- what was asked
  CHECK (to_at >= from_at)
) STRICT;
CREATE INDEX complaint_wait_complaint ON complaint_wait (complaint_id);

-- An authority asked about a complaint (COMP-10). Its deadline is the complaint's `authority`.
CREATE TABLE enquiry (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON UPDATE CASCADE,
  authority    TEXT NOT NULL CHECK (authority <> ''),
  reference    TEXT NOT NULL DEFAULT '',                -- theirs, to be named in the answer
  asked_on     INTEGER NOT NULL,
  staff_id     INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  answered_at  INTEGER
) STRICT;
CREATE INDEX enquiry_complaint ON enquiry (complaint_id);

-- A deadline of a case (COMP-4, COMP-5, COMP-10).
CREATE TABLE deadline (
  id            INTEGER PRIMARY KEY,
  subject       TEXT NOT NULL CHECK (subject IN ('complaint', 'return', 'data-request')),
  subject_id    INTEGER NOT NULL,
  what          TEXT NOT NULL CHECK (what IN ('acknowledge', 'call-back', 'home-visit', 'answer', 'close', 'promised',
                                              'authority', 'refund', 'data-request')),
  due_at        INTEGER NOT NULL,
  warn_at       INTEGER,
  state         TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'missed', 'void')),
  done_at       INTEGER,
  stands_since_at INTEGER,                              -- waiting for the customer: the clock stands still
  UNIQUE (subject_id, what)
) STRICT;
CREATE INDEX deadline_due ON deadline (due_at);
CREATE INDEX deadline_open ON deadline (due_at) WHERE state = 'open' AND stands_since_at IS NULL;
CREATE INDEX deadline_overdue ON deadline (due_at) WHERE state = 'missed' AND done_at IS NULL;

-- Goods back (COMP-5).
CREATE TABLE product_return (
  id           INTEGER PRIMARY KEY,
  number       INTEGER UNIQUE,
  customer_id  INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  purchase_id  INTEGER REFERENCES purchase (id) ON UPDATE CASCADE,
  complaint_id INTEGER REFERENCES complaint (id) ON UPDATE CASCADE,
  adverse_id   INTEGER REFERENCES adverse_reaction (id) ON UPDATE CASCADE,
  opened_at    INTEGER NOT NULL,
  staff_id     INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  reason       TEXT NOT NULL CHECK (reason IN ('normal', 'individual', 'contraindicated', 'negative-news', 'offended',
                                               'left-out', 'hearsay', 'other')),
  insists      INTEGER NOT NULL DEFAULT 0 CHECK (insists IN (0, 1)),
  wants        TEXT NOT NULL DEFAULT 'refund' CHECK (wants IN ('refund', 'exchange')),
  state        TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'goods-back', 'refunded', 'exchanged', 'kept')),
  refund_fen   INTEGER CHECK (refund_fen >= 0),
  goods_back_on INTEGER,
  done_at      INTEGER,
  note         TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX product_return_customer ON product_return (customer_id);
CREATE INDEX product_return_purchase ON product_return (purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX product_return_complaint ON product_return (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX product_return_adverse ON product_return (adverse_id) WHERE adverse_id IS NOT NULL;
CREATE INDEX product_return_open ON product_return (opened_at) WHERE state IN ('open', 'goods-back');

CREATE TABLE return_line (
  id        INTEGER PRIMARY KEY,
  return_id INTEGER NOT NULL REFERENCES product_return (id) ON UPDATE CASCADE,
  line_id   INTEGER NOT NULL REFERENCES purchase_line (id) ON UPDATE CASCADE,
  packs     INTEGER NOT NULL CHECK (packs > 0),
  sealed    INTEGER NOT NULL DEFAULT 0,                 -- how many of them came back unopened
  CHECK (sealed BETWEEN 0 AND packs)
) STRICT;
CREATE INDEX return_line_return ON return_line (return_id);
CREATE INDEX return_line_line ON return_line (line_id);

-- What the customer has no more, or must not use: it is no supply, and no turnover.
CREATE VIEW returned_line AS
SELECT n.line_id, n.packs FROM return_line n JOIN product_return t ON t.id = n.return_id
 WHERE t.state IN ('goods-back', 'refunded') OR (t.state = 'open' AND (t.insists = 1 OR t.reason = 'contraindicated'));

-- Sales of which nothing is left with the customer.
CREATE VIEW returned_purchase AS
SELECT t.purchase_id, t.customer_id FROM product_return t
 WHERE t.purchase_id IS NOT NULL AND t.state IN ('goods-back', 'refunded')
   AND NOT EXISTS (SELECT 1 FROM purchase_line l
                    WHERE l.purchase_id = t.purchase_id
                      AND l.packs > coalesce ((SELECT sum (n.packs) FROM returned_line n WHERE n.line_id = l.id), 0));

-- Somebody did not bear the product well (COMP-6).
CREATE TABLE adverse_reaction (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  product_id   INTEGER REFERENCES product (id) ON UPDATE CASCADE,
  batch        TEXT NOT NULL DEFAULT '',
  visit_id     INTEGER REFERENCES visit (id) ON UPDATE CASCADE,
  complaint_id INTEGER REFERENCES complaint (id) ON UPDATE CASCADE,
  opened_at    INTEGER NOT NULL,
  staff_id     INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  dose         TEXT NOT NULL DEFAULT '',
  onset_on     INTEGER,
  symptoms     TEXT NOT NULL DEFAULT '',
  severity     TEXT NOT NULL DEFAULT 'mild' CHECK (severity IN ('mild', 'moderate', 'severe')),
  known        TEXT NOT NULL DEFAULT '',                -- known conditions
  outcome      TEXT NOT NULL DEFAULT '',
  closed_at    INTEGER,
  closed_by_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE
) STRICT;
CREATE INDEX adverse_complaint ON adverse_reaction (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX adverse_customer ON adverse_reaction (customer_id);
CREATE INDEX adverse_product ON adverse_reaction (product_id, batch);
CREATE INDEX adverse_visit ON adverse_reaction (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX adverse_open ON adverse_reaction (customer_id) WHERE closed_at IS NULL;

-- A failure found before anybody complained (COMP-7); (kind, subject_id) never twice.
CREATE TABLE recovery (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  kind         TEXT NOT NULL CHECK (kind IN ('expiry', 'late-delivery', 'missed-promise', 'missed-step', 'missed-deadline')),
  subject_id   INTEGER NOT NULL,
  found_on     INTEGER NOT NULL,
  follow_up_id INTEGER REFERENCES follow_up (id) ON UPDATE CASCADE,
  state        TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dismissed')),
  act          TEXT NOT NULL DEFAULT '',                -- what was done: follow-up, exchange, apology; '' by a contact
  note         TEXT NOT NULL DEFAULT '',                -- why it was dismissed, how we apologised
  acted_at     INTEGER,
  acted_by_id  INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  UNIQUE (kind, subject_id)
) STRICT;
CREATE INDEX recovery_customer ON recovery (customer_id);
CREATE INDEX recovery_open ON recovery (customer_id) WHERE state = 'open';
CREATE INDEX recovery_follow_up ON recovery (follow_up_id) WHERE follow_up_id IS NOT NULL;

-- Somebody outside posed as us (COMP-8).
CREATE TABLE incident (
  id              INTEGER PRIMARY KEY,
  number          INTEGER NOT NULL UNIQUE,
  customer_id     INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  happened_at     INTEGER NOT NULL,
  reported_by_id  INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  caller_tail     TEXT NOT NULL DEFAULT '',             -- the caller's number, last 4 digits; the whole is evidence, on paper
  claimed         TEXT NOT NULL DEFAULT '',
  knew            TEXT NOT NULL DEFAULT '',             -- name,points,purchases,staff,condition,address
  lost_fen        INTEGER CHECK (lost_fen >= 0),
  courier         TEXT NOT NULL DEFAULT '',
  tracking_number TEXT NOT NULL DEFAULT '',
  done            TEXT NOT NULL DEFAULT '',             -- ticked lines of the checklist: courier,payee,police,head-office,warned
  round_id        INTEGER REFERENCES greeting_round (id) ON UPDATE CASCADE, -- good customers who are warned
  closed_at       INTEGER
) STRICT;
CREATE INDEX incident_customer ON incident (customer_id);
CREATE INDEX incident_open ON incident (customer_id) WHERE closed_at IS NULL;
CREATE INDEX incident_round ON incident (round_id) WHERE round_id IS NOT NULL;

-------------------------------------------------------------------------------- referrals, rewards, events

CREATE TABLE referral (
  id            INTEGER PRIMARY KEY,
  referrer_id   INTEGER REFERENCES customer (id) ON UPDATE CASCADE,
  referrer_name TEXT NOT NULL DEFAULT '',               -- where the referrer is no customer
  person_name   TEXT NOT NULL,
  person_phone  TEXT,                                   -- moves to the card's phone field once there is a card
  relation      TEXT NOT NULL DEFAULT '',
  lives         TEXT NOT NULL DEFAULT '',
  interest      TEXT NOT NULL DEFAULT '',
  how           TEXT NOT NULL CHECK (how IN ('name-only', 'brought', 'introduced')),
  state         TEXT NOT NULL DEFAULT 'named' CHECK (state IN ('named', 'contacted', 'invited', 'attended', 'purchased', 'declined')),
  owner_id      INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  customer_id   INTEGER REFERENCES customer (id) ON UPDATE CASCADE,       -- the card that the person became
  named_on      INTEGER NOT NULL,
  CHECK (referrer_id IS NOT NULL OR referrer_name <> '')
) STRICT;
CREATE INDEX referral_referrer ON referral (referrer_id);
CREATE INDEX referral_customer ON referral (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX referral_owner ON referral (owner_id, state);
CREATE INDEX referral_phone ON referral (person_phone) WHERE person_phone IS NOT NULL;

CREATE TABLE referral_move (
  id          INTEGER PRIMARY KEY,
  referral_id INTEGER NOT NULL REFERENCES referral (id) ON UPDATE CASCADE,
  moved_on    INTEGER NOT NULL,
  state       TEXT NOT NULL,
  staff_id    INTEGER REFERENCES staff (id) ON UPDATE CASCADE
) STRICT;
CREATE INDEX referral_move_referral ON referral_move (referral_id);

-- What a state reached earns (REF-3).
CREATE TABLE reward_rule (
  id     INTEGER PRIMARY KEY,
  state  TEXT NOT NULL CHECK (state IN ('named', 'contacted', 'invited', 'attended', 'purchased')),
  kind   TEXT NOT NULL CHECK (kind IN ('points', 'gift', 'honour', 'trip', 'commission', 'cash')),
  amount INTEGER NOT NULL DEFAULT 0,                    -- points, fen, or hundredths of a percent for a commission
  what   TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- The ledger of rewards: earned, given, taken back, redeemed (REF-3, REF-5).
CREATE TABLE reward (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  referral_id INTEGER REFERENCES referral (id) ON UPDATE CASCADE,
  purchase_id INTEGER REFERENCES purchase (id) ON UPDATE CASCADE,
  kind        TEXT NOT NULL CHECK (kind IN ('points', 'gift', 'honour', 'trip', 'commission', 'cash', 'redeem')),
  amount      INTEGER NOT NULL DEFAULT 0,
  what        TEXT NOT NULL DEFAULT '',
  due_on      INTEGER,
  state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'due', 'given', 'taken-back')),
  given_on    INTEGER,
  given_by_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE
) STRICT;
CREATE INDEX reward_customer ON reward (customer_id);
CREATE INDEX reward_referral ON reward (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX reward_purchase ON reward (purchase_id) WHERE purchase_id IS NOT NULL;

-- A gathering, lecture, trip ... (EVT-1)
CREATE TABLE event (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('gathering', 'lecture', 'trip', 'seminar', 'head-office', 'anniversary')),
  title      TEXT NOT NULL,
  place      TEXT NOT NULL DEFAULT '',
  starts_at  INTEGER NOT NULL,
  ends_at    INTEGER,
  capacity   INTEGER CHECK (capacity > 0),
  with_sales INTEGER NOT NULL DEFAULT 0 CHECK (with_sales IN (0, 1)),
  cost_fen   INTEGER,
  note       TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX event_time ON event (starts_at);

CREATE TABLE invitation (
  id          INTEGER PRIMARY KEY,
  event_id    INTEGER NOT NULL REFERENCES event (id) ON UPDATE CASCADE,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  staff_id    INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  reply       TEXT CHECK (reply IN ('yes', 'no', 'maybe')),
  attended    INTEGER CHECK (attended IN (0, 1)),
  guests      INTEGER NOT NULL DEFAULT 0 CHECK (guests >= 0),
  UNIQUE (event_id, customer_id)
) STRICT;
CREATE INDEX invitation_customer ON invitation (customer_id);

-- One festival, weather or news greeting to many customers (CAL-7).
CREATE TABLE greeting_round (
  id       INTEGER PRIMARY KEY,
  staff_id INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  occasion TEXT NOT NULL,                               -- 'festival:mid-autumn:2026', 'weather', 'news'
  title    TEXT NOT NULL DEFAULT '',
  text     TEXT NOT NULL DEFAULT '',
  from_on  INTEGER NOT NULL,
  until_on INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX greeting_round_festival ON greeting_round (staff_id, occasion) WHERE occasion LIKE 'festival:%';

CREATE TABLE greeting (
  id           INTEGER PRIMARY KEY,
  round_id     INTEGER NOT NULL REFERENCES greeting_round (id) ON UPDATE CASCADE,
  customer_id  INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  done_at      INTEGER,
  visit_id     INTEGER REFERENCES visit (id) ON UPDATE CASCADE,
  UNIQUE (round_id, customer_id)
) STRICT;
CREATE INDEX greeting_visit ON greeting (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX greeting_customer ON greeting (customer_id);

-------------------------------------------------------------------------------------------- tiers, texts

-- A tier scheme as its file says it (section 3).
CREATE TABLE tier_scheme (
  id      INTEGER PRIMARY KEY,
  key     TEXT NOT NULL UNIQUE,
  source  TEXT NOT NULL,
  leading INTEGER NOT NULL DEFAULT 0 CHECK (leading IN (0, 1)),
  active  INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- The tier a customer has in a scheme now.
CREATE TABLE customer_tier (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  scheme_id    INTEGER NOT NULL REFERENCES tier_scheme (id) ON UPDATE CASCADE,
  tier         TEXT NOT NULL,
  rank         INTEGER NOT NULL DEFAULT -1,             -- higher is better; -1 none
  since_on     INTEGER NOT NULL,
  fall_since_on INTEGER,                                -- in grace: since when the facts hold no longer (TIER-6)
  by_hand      INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),   -- TIER-4
  hand_reason  TEXT NOT NULL DEFAULT '',
  hand_until_on INTEGER,
  UNIQUE (customer_id, scheme_id)
) STRICT;
CREATE INDEX customer_tier_scheme ON customer_tier (scheme_id, tier);
CREATE INDEX customer_tier_fall ON customer_tier (fall_since_on) WHERE fall_since_on IS NOT NULL;
CREATE INDEX customer_tier_hand ON customer_tier (hand_until_on) WHERE by_hand = 1;

-- customer.tier: that of the leading scheme.
CREATE TRIGGER customer_tier_insert AFTER INSERT ON customer_tier
  WHEN (SELECT leading FROM tier_scheme WHERE id = NEW.scheme_id) = 1 BEGIN
  UPDATE customer SET tier = NEW.tier, tier_rank = NEW.rank WHERE id = NEW.customer_id;
END;
CREATE TRIGGER customer_tier_update AFTER UPDATE OF customer_id, tier, rank ON customer_tier
  WHEN (SELECT leading FROM tier_scheme WHERE id = NEW.scheme_id) = 1 BEGIN
  UPDATE customer SET tier = '', tier_rank = -1 WHERE id = OLD.customer_id AND OLD.customer_id <> NEW.customer_id;
  UPDATE customer SET tier = NEW.tier, tier_rank = NEW.rank WHERE id = NEW.customer_id;
END;
CREATE TRIGGER customer_tier_delete AFTER DELETE ON customer_tier
  WHEN (SELECT leading FROM tier_scheme WHERE id = OLD.scheme_id) = 1 BEGIN
  UPDATE customer SET tier = '', tier_rank = -1 WHERE id = OLD.customer_id;
END;

-- Every change of a tier (TIER-4): draws the migration between tiers (DASH-1).
CREATE TABLE tier_change (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  scheme_id   INTEGER NOT NULL REFERENCES tier_scheme (id) ON UPDATE CASCADE,
  changed_on  INTEGER NOT NULL,
  old_tier    TEXT,
  new_tier    TEXT NOT NULL,
  cause       TEXT NOT NULL
) STRICT;
CREATE INDEX tier_change_customer ON tier_change (customer_id, changed_on);
CREATE INDEX tier_change_day ON tier_change (scheme_id, changed_on);

-- A fact about a customer that only staff can observe (TIER-1): 'knows_company', 'encourages_others' ...
CREATE TABLE tier_fact (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON UPDATE CASCADE,
  fact        TEXT NOT NULL,
  observed_on INTEGER NOT NULL,
  staff_id    INTEGER REFERENCES staff (id) ON UPDATE CASCADE,
  UNIQUE (customer_id, fact)
) STRICT;

-- Scripts, greetings, FAQ, taboos (TEXT-1, TEXT-2) and words that must not be claimed (TEXT-3).
CREATE TABLE text_piece (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('script', 'greeting', 'closing', 'faq', 'taboo', 'forbidden-word')),
  key      TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'zh_CN',
  title    TEXT NOT NULL DEFAULT '',
  words    TEXT NOT NULL DEFAULT '',                    -- what else somebody may look for, ',' between
  body     TEXT NOT NULL,
  shipped  INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX text_piece_key ON text_piece (kind, key, language);

-------------------------------------------------------------------------- run-time and derived, not logged

-- That a reminder was, or is about to be, shown. Written before it is raised; claimed by one process.
CREATE TABLE delivery (
  id           INTEGER PRIMARY KEY,
  follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON UPDATE CASCADE ON DELETE CASCADE,
  due_at       INTEGER NOT NULL,                        -- the moment it is for: a later snooze is another delivery
  claimed_by   TEXT NOT NULL,                           -- boot id, process and start time
  claimed_ms   INTEGER NOT NULL,
  shown_ms     INTEGER,                                 -- NULL and the process gone: missed, shown once more as such
  state        TEXT NOT NULL DEFAULT 'claimed' CHECK (state IN ('claimed', 'shown', 'answered', 'withdrawn')),
  answer       TEXT NOT NULL DEFAULT '',
  UNIQUE (follow_up_id, due_at)
) STRICT;
CREATE INDEX delivery_unfinished ON delivery (state) WHERE state IN ('claimed', 'shown');

-- Visits a month, kept by trigger: the dashboards read this instead of ten million rows.
CREATE TABLE visit_counter (
  month    INTEGER NOT NULL,                            -- year * 12 + month - 1
  staff_id INTEGER NOT NULL,                            -- 0: nobody
  channel  TEXT NOT NULL,
  outcome  TEXT NOT NULL,
  n        INTEGER NOT NULL,
  minutes  INTEGER NOT NULL,
  PRIMARY KEY (month, staff_id, channel, outcome)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER visit_counted AFTER INSERT ON visit BEGIN
  INSERT INTO visit_counter (month, staff_id, channel, outcome, n, minutes)
  VALUES (hf_month (NEW.started_at / 1440), coalesce (NEW.staff_id, 0), NEW.channel, NEW.outcome, 1, coalesce (NEW.minutes, 0))
  ON CONFLICT DO UPDATE SET n = n + 1, minutes = minutes + excluded.minutes;
END;
CREATE TRIGGER visit_uncounted AFTER DELETE ON visit BEGIN
  UPDATE visit_counter SET n = n - 1, minutes = minutes - coalesce (OLD.minutes, 0)
   WHERE month = hf_month (OLD.started_at / 1440) AND staff_id = coalesce (OLD.staff_id, 0)
     AND channel = OLD.channel AND outcome = OLD.outcome;
END;
CREATE TRIGGER visit_recounted AFTER UPDATE OF started_at, staff_id, channel, outcome, minutes ON visit BEGIN
  UPDATE visit_counter SET n = n - 1, minutes = minutes - coalesce (OLD.minutes, 0)
   WHERE month = hf_month (OLD.started_at / 1440) AND staff_id = coalesce (OLD.staff_id, 0)
     AND channel = OLD.channel AND outcome = OLD.outcome;
  INSERT INTO visit_counter (month, staff_id, channel, outcome, n, minutes)
  VALUES (hf_month (NEW.started_at / 1440), coalesce (NEW.staff_id, 0), NEW.channel, NEW.outcome, 1, coalesce (NEW.minutes, 0))
  ON CONFLICT DO UPDATE SET n = n + 1, minutes = minutes + excluded.minutes;
END;

-- What lies on each day, kept by trigger: a month of the calendar reads this instead of a million rows (CAL-1). Deadlines
-- of complaints are not in it, they are few.
CREATE TABLE day_count (
  day_on   INTEGER NOT NULL,
  staff_id INTEGER NOT NULL,                            -- 0: nobody
  what     TEXT NOT NULL,                               -- 'open', 'greeting': open ones, 'visit': those that happened
  channel  TEXT NOT NULL,                               -- the preferred one; '' for work within the branch
  n        INTEGER NOT NULL,
  PRIMARY KEY (day_on, staff_id, what, channel)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER day_visit_counted AFTER INSERT ON visit BEGIN
  INSERT INTO day_count VALUES (NEW.started_at / 1440, coalesce (NEW.staff_id, 0), 'visit', NEW.channel, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER day_visit_uncounted AFTER DELETE ON visit BEGIN
  UPDATE day_count SET n = n - 1
   WHERE day_on = OLD.started_at / 1440 AND staff_id = coalesce (OLD.staff_id, 0) AND what = 'visit' AND channel = OLD.channel;
END;
CREATE TRIGGER day_visit_recounted AFTER UPDATE OF started_at, staff_id, channel ON visit BEGIN
  UPDATE day_count SET n = n - 1
   WHERE day_on = OLD.started_at / 1440 AND staff_id = coalesce (OLD.staff_id, 0) AND what = 'visit' AND channel = OLD.channel;
  INSERT INTO day_count VALUES (NEW.started_at / 1440, coalesce (NEW.staff_id, 0), 'visit', NEW.channel, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER day_work_counted AFTER INSERT ON follow_up WHEN NEW.state = 'open' AND NEW.kind <> 'complaint' BEGIN
  INSERT INTO day_count VALUES (NEW.due_on, coalesce (NEW.staff_id, 0), CASE NEW.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
                                substr (NEW.ways, 1, instr (NEW.ways, ':') - 1), 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER day_work_uncounted AFTER DELETE ON follow_up WHEN OLD.state = 'open' AND OLD.kind <> 'complaint' BEGIN
  UPDATE day_count SET n = n - 1
   WHERE day_on = OLD.due_on AND staff_id = coalesce (OLD.staff_id, 0)
     AND what = CASE OLD.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END
     AND channel = substr (OLD.ways, 1, instr (OLD.ways, ':') - 1);
END;
CREATE TRIGGER day_work_recounted AFTER UPDATE OF due_on, staff_id, state, kind, ways ON follow_up
  WHEN (OLD.due_on, OLD.staff_id, OLD.state, OLD.kind, OLD.ways) IS NOT (NEW.due_on, NEW.staff_id, NEW.state, NEW.kind, NEW.ways) BEGIN
  UPDATE day_count SET n = n - 1
   WHERE OLD.state = 'open' AND OLD.kind <> 'complaint' AND day_on = OLD.due_on AND staff_id = coalesce (OLD.staff_id, 0)
     AND what = CASE OLD.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END
     AND channel = substr (OLD.ways, 1, instr (OLD.ways, ':') - 1);
  INSERT INTO day_count
  SELECT NEW.due_on, coalesce (NEW.staff_id, 0), CASE NEW.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
         substr (NEW.ways, 1, instr (NEW.ways, ':') - 1), 1
   WHERE NEW.state = 'open' AND NEW.kind <> 'complaint'
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- The same for one area or one tier: what the calendar's filters ask for. What a customer has lies here with what the customer is now.
CREATE TABLE day_count_of (
  of       TEXT NOT NULL,                               -- 'area' or 'tier'
  name     TEXT NOT NULL,                               -- which
  day_on   INTEGER NOT NULL,
  staff_id INTEGER NOT NULL,
  what     TEXT NOT NULL,
  channel  TEXT NOT NULL,
  n        INTEGER NOT NULL,
  PRIMARY KEY (of, name, day_on, staff_id, what, channel)
) STRICT, WITHOUT ROWID;

-- Under which names a customer's visits and work are counted.
CREATE VIEW customer_count_name (customer_id, of, name) AS
  SELECT id, 'area', area FROM customer WHERE area <> ''
  UNION ALL SELECT id, 'tier', tier FROM customer WHERE tier <> '';

-- Everything that is counted of a customer.
CREATE VIEW customer_count_day (customer_id, day_on, staff_id, what, channel) AS
  SELECT customer_id, started_at / 1440, coalesce (staff_id, 0), 'visit', channel FROM visit
  UNION ALL
  SELECT customer_id, due_on, coalesce (staff_id, 0), CASE kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
         substr (ways, 1, instr (ways, ':') - 1)
    FROM follow_up WHERE state IN ('open', 'paused') AND state = 'open' AND kind <> 'complaint';

CREATE TRIGGER day_visit_counted_of AFTER INSERT ON visit BEGIN
  INSERT INTO day_count_of
  SELECT of, name, NEW.started_at / 1440, coalesce (NEW.staff_id, 0), 'visit', NEW.channel, 1
    FROM customer_count_name WHERE customer_id = NEW.customer_id
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER day_visit_uncounted_of AFTER DELETE ON visit BEGIN
  INSERT INTO day_count_of
  SELECT of, name, OLD.started_at / 1440, coalesce (OLD.staff_id, 0), 'visit', OLD.channel, -1
    FROM customer_count_name WHERE customer_id = OLD.customer_id
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER day_visit_recounted_of AFTER UPDATE OF customer_id, started_at, staff_id, channel ON visit BEGIN
  INSERT INTO day_count_of
  SELECT of, name, OLD.started_at / 1440, coalesce (OLD.staff_id, 0), 'visit', OLD.channel, -1
    FROM customer_count_name WHERE customer_id = OLD.customer_id
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  INSERT INTO day_count_of
  SELECT of, name, NEW.started_at / 1440, coalesce (NEW.staff_id, 0), 'visit', NEW.channel, 1
    FROM customer_count_name WHERE customer_id = NEW.customer_id
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER day_work_counted_of AFTER INSERT ON follow_up WHEN NEW.state = 'open' AND NEW.kind <> 'complaint' BEGIN
  INSERT INTO day_count_of
  SELECT of, name, NEW.due_on, coalesce (NEW.staff_id, 0), CASE NEW.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
         substr (NEW.ways, 1, instr (NEW.ways, ':') - 1), 1
    FROM customer_count_name WHERE customer_id = NEW.customer_id
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER day_work_uncounted_of AFTER DELETE ON follow_up WHEN OLD.state = 'open' AND OLD.kind <> 'complaint' BEGIN
  INSERT INTO day_count_of
  SELECT of, name, OLD.due_on, coalesce (OLD.staff_id, 0), CASE OLD.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
         substr (OLD.ways, 1, instr (OLD.ways, ':') - 1), -1
    FROM customer_count_name WHERE customer_id = OLD.customer_id
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER day_work_recounted_of AFTER UPDATE OF customer_id, due_on, staff_id, state, kind, ways ON follow_up
  WHEN (OLD.customer_id, OLD.due_on, OLD.staff_id, OLD.state, OLD.kind, OLD.ways)
    IS NOT (NEW.customer_id, NEW.due_on, NEW.staff_id, NEW.state, NEW.kind, NEW.ways) BEGIN
  INSERT INTO day_count_of
  SELECT of, name, OLD.due_on, coalesce (OLD.staff_id, 0), CASE OLD.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
         substr (OLD.ways, 1, instr (OLD.ways, ':') - 1), -1
    FROM customer_count_name WHERE customer_id = OLD.customer_id AND OLD.state = 'open' AND OLD.kind <> 'complaint'
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  INSERT INTO day_count_of
  SELECT of, name, NEW.due_on, coalesce (NEW.staff_id, 0), CASE NEW.kind WHEN 'greeting' THEN 'greeting' ELSE 'open' END,
         substr (NEW.ways, 1, instr (NEW.ways, ':') - 1), 1
    FROM customer_count_name WHERE customer_id = NEW.customer_id AND NEW.state = 'open' AND NEW.kind <> 'complaint'
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
-- A customer moves to another area or tier, with all that is counted.
CREATE TRIGGER day_area_recounted AFTER UPDATE OF area ON customer WHEN OLD.area <> NEW.area BEGIN
  INSERT INTO day_count_of
  SELECT 'area', OLD.area, day_on, staff_id, what, channel, -1 FROM customer_count_day WHERE customer_id = NEW.id AND OLD.area <> ''
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  INSERT INTO day_count_of
  SELECT 'area', NEW.area, day_on, staff_id, what, channel, 1 FROM customer_count_day WHERE customer_id = NEW.id AND NEW.area <> ''
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER day_tier_recounted AFTER UPDATE OF tier ON customer WHEN OLD.tier <> NEW.tier BEGIN
  INSERT INTO day_count_of
  SELECT 'tier', OLD.tier, day_on, staff_id, what, channel, -1 FROM customer_count_day WHERE customer_id = NEW.id AND OLD.tier <> ''
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  INSERT INTO day_count_of
  SELECT 'tier', NEW.tier, day_on, staff_id, what, channel, 1 FROM customer_count_day WHERE customer_id = NEW.id AND NEW.tier <> ''
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;

-- customer.last_contact_at: the last contact reached (VISIT-5).
CREATE TRIGGER visit_contact_insert AFTER INSERT ON visit WHEN NEW.outcome = 'reached' BEGIN
  UPDATE customer SET last_contact_at = max (coalesce (last_contact_at, NEW.started_at), NEW.started_at) WHERE id = NEW.customer_id;
END;
CREATE TRIGGER visit_contact_delete AFTER DELETE ON visit WHEN OLD.outcome = 'reached' BEGIN
  UPDATE customer SET last_contact_at = (SELECT max (started_at) FROM visit WHERE customer_id = OLD.customer_id AND outcome = 'reached')
   WHERE id = OLD.customer_id;
END;
CREATE TRIGGER visit_contact_update AFTER UPDATE OF customer_id, started_at, outcome ON visit BEGIN
  UPDATE customer SET last_contact_at = (SELECT max (started_at) FROM visit WHERE customer_id = customer.id AND outcome = 'reached')
   WHERE id IN (OLD.customer_id, NEW.customer_id);
END;

-- customer.next_due_at: the first open follow-up.
CREATE TRIGGER follow_up_next_insert AFTER INSERT ON follow_up WHEN NEW.state = 'open' BEGIN
  UPDATE customer SET next_due_at = min (coalesce (next_due_at, NEW.due_at), NEW.due_at) WHERE id = NEW.customer_id;
END;
CREATE TRIGGER follow_up_next_update AFTER UPDATE OF customer_id, state, due_at ON follow_up BEGIN
  UPDATE customer SET next_due_at = (SELECT min (due_at) FROM follow_up
                                      WHERE customer_id = customer.id AND state IN ('open', 'paused') AND state = 'open')
   WHERE id IN (OLD.customer_id, NEW.customer_id);
END;
CREATE TRIGGER follow_up_next_delete AFTER DELETE ON follow_up WHEN OLD.state = 'open' BEGIN
  UPDATE customer SET next_due_at = (SELECT min (due_at) FROM follow_up
                                      WHERE customer_id = customer.id AND state IN ('open', 'paused') AND state = 'open')
   WHERE id = OLD.customer_id;
END;

------------------------------------------------------------------------------------------------- search

-- Whom the index does not know yet as they are now. Triggers write it, the commit of each operation empties it
-- (src/store/hf-search.c): several changes of one card are one change of the index.
CREATE TABLE search_stale (
  customer_id INTEGER PRIMARY KEY
) STRICT;

-- Under what words each card is found; rowid = customer.id. A merged card has no row: it is found under the card
-- that lives on. The tokens are made and folded by src/rules/hf-search-tokens.c, so FTS5 has only to separate them.
CREATE VIRTUAL TABLE customer_search USING fts5 (tokens, tokenize = 'ascii', columnsize = 0);

-- What customer_search must hold. Names, address, area, tags, numbers; no health data, no notes (CARD-3).
CREATE VIEW customer_search_text AS
SELECT c.id,
       hf_search_tokens ('name', c.name)
       || CASE WHEN EXISTS (SELECT 1 FROM customer WHERE merged_into_id = c.id) THEN
            (WITH RECURSIVE merged (id) AS (
               SELECT id FROM customer WHERE merged_into_id = c.id
                UNION
               SELECT m.id FROM merged JOIN customer m ON m.merged_into_id = merged.id)
             SELECT group_concat (hf_search_tokens ('name', m.name), '')
               FROM merged CROSS JOIN customer m ON m.id = merged.id)
          ELSE '' END
       || hf_search_tokens ('place', c.address)
       || hf_search_tokens ('place', c.area)
       || coalesce ((SELECT group_concat (hf_search_tokens ('tag', t.name), '') FROM customer_tag ct
                       CROSS JOIN tag t ON t.id = ct.tag_id WHERE ct.customer_id = c.id), '')
       || coalesce ((SELECT group_concat (hf_search_tokens ('phone', number), '') FROM phone
                      WHERE customer_id = c.id), '')
       || hf_search_tokens ('owner', coalesce (c.owner_id, 0)) AS tokens
  FROM customer c WHERE c.merged_into_id IS NULL;

-- Whoever inserts a card gives name_sort at once: writing it afterwards would touch each index a second time.
CREATE TRIGGER search_customer_sort AFTER INSERT ON customer WHEN NEW.name_sort <> hf_name_sort (NEW.name) BEGIN
  UPDATE customer SET name_sort = hf_name_sort (NEW.name) WHERE id = NEW.id;
END;
CREATE TRIGGER search_customer_insert AFTER INSERT ON customer BEGIN
  INSERT INTO search_stale (customer_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_customer_update AFTER UPDATE OF id, name, address, area, owner_id, merged_into_id ON customer
  WHEN (OLD.id, OLD.name, OLD.address, OLD.area, OLD.owner_id, OLD.merged_into_id)
    IS NOT (NEW.id, NEW.name, NEW.address, NEW.area, NEW.owner_id, NEW.merged_into_id) BEGIN
  UPDATE customer SET name_sort = hf_name_sort (NEW.name) WHERE id = NEW.id AND OLD.name <> NEW.name;
  INSERT INTO search_stale (customer_id)
  SELECT value FROM (SELECT OLD.id AS value UNION SELECT NEW.id UNION SELECT OLD.merged_into_id)
   WHERE value IS NOT NULL ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_customer_delete AFTER DELETE ON customer BEGIN
  INSERT INTO search_stale (customer_id)
  SELECT value FROM (SELECT OLD.id AS value UNION SELECT OLD.merged_into_id)
   WHERE value IS NOT NULL ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_phone_insert AFTER INSERT ON phone BEGIN
  INSERT INTO search_stale (customer_id) VALUES (NEW.customer_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_phone_update AFTER UPDATE OF customer_id, number ON phone BEGIN
  INSERT INTO search_stale (customer_id) VALUES (OLD.customer_id), (NEW.customer_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_phone_delete AFTER DELETE ON phone BEGIN
  INSERT INTO search_stale (customer_id) VALUES (OLD.customer_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_tag_insert AFTER INSERT ON customer_tag BEGIN
  INSERT INTO search_stale (customer_id) VALUES (NEW.customer_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_tag_update AFTER UPDATE OF customer_id, tag_id ON customer_tag BEGIN
  INSERT INTO search_stale (customer_id) VALUES (OLD.customer_id), (NEW.customer_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_tag_delete AFTER DELETE ON customer_tag BEGIN
  INSERT INTO search_stale (customer_id) VALUES (OLD.customer_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_tag_rename AFTER UPDATE OF name ON tag BEGIN
  INSERT INTO search_stale (customer_id) SELECT customer_id FROM customer_tag WHERE tag_id = NEW.id ON CONFLICT DO NOTHING;
END;

-- Customer cards.

-- name: customer-insert
INSERT INTO customer (id, name, created_on, owner_id, sex, address, area, card_type, education, occupation, personality,
                      interests, diet, taboos, decides, competing_products, note, source, collected_on,
                      preferred_channel, contact_windows, no_contact_weekdays, quiet_until_on, quiet_reason,
                      do_not_contact, routine_interval, household_id, name_sort)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
        ?24, ?25, ?26, ?27, hf_name_sort (?2))

-- A card that was merged into another one stands for that.
-- name: customer-by-id
SELECT coalesce (merged_into_id, id) FROM customer WHERE id = CAST (?1 AS INTEGER)

-- name: customer-by-name
SELECT id FROM customer WHERE name = ?1 AND merged_into_id IS NULL LIMIT 2

-- name: customer-by-phone
SELECT DISTINCT coalesce (c.merged_into_id, c.id) FROM phone p JOIN customer c ON c.id = p.customer_id
 WHERE p.number = ?1 LIMIT 2

-- name: customer-name
SELECT name FROM customer WHERE id = ?1

-- -2: the card was merged into another one.
-- name: customer-owner
SELECT CASE WHEN erased_on IS NOT NULL THEN -3 WHEN merged_into_id IS NOT NULL THEN -2 ELSE coalesce (owner_id, 0) END
  FROM customer WHERE id = ?1

-- name: customer-set-owner
UPDATE customer SET owner_id = ?2 WHERE id = ?1

-- name: customer-take-up
UPDATE customer SET card_type = coalesce (card_type_before, 'contacted'), card_type_before = NULL, discard_reason = ''
 WHERE id = ?1 AND card_type = 'discarded'

-- name: customer-set-household
UPDATE customer SET household_id = ?2 WHERE id = ?1

-- name: customer-leave-household
UPDATE customer SET household_id = NULL
 WHERE id = ?1 AND household_id IN (SELECT id FROM household WHERE name = '')

-- name: customer-household
SELECT household_id FROM customer WHERE id = ?1

-- name: customer-at-address
SELECT id FROM customer WHERE address = ?1 AND address <> '' AND id <> ?2 LIMIT 1

-- Whom a row of an import may be (CARD-12). A name or a number that very many share (a shop's, an invented one) must not
-- make each row look through all of them, so at most 50 by one of the two are looked at, or 50 by the other. A card that was merged into another one stands for that.

-- name: customer-same-phone
SELECT coalesce (c.merged_into_id, c.id) FROM phone p JOIN customer c ON c.id = p.customer_id
 WHERE p.number = ?1 AND p.family_id IS NULL LIMIT 1

-- name: customer-same-phone-name
SELECT coalesce (c.merged_into_id, c.id)
  FROM (SELECT customer_id FROM phone WHERE number = ?1 AND family_id IS NULL LIMIT 50) p
 CROSS JOIN customer c ON c.id = p.customer_id
 WHERE c.name = ?2 LIMIT 1

-- name: customer-same-name-phone
SELECT coalesce (c.merged_into_id, c.id)
  FROM (SELECT id, merged_into_id FROM customer WHERE name = ?2 LIMIT 50) c
 WHERE EXISTS (SELECT 1 FROM phone p WHERE p.customer_id = c.id AND p.number = ?1 AND p.family_id IS NULL) LIMIT 1

-- name: customer-phone-is-common
SELECT 1 FROM phone WHERE number = ?1 LIMIT 1 OFFSET 49

-- name: customer-same-birth
SELECT coalesce (c.merged_into_id, c.id)
  FROM (SELECT customer_id FROM special_date
         WHERE calendar = ?2 AND month = ?4 AND day = ?5 AND year IS ?3 AND leap = ?6 AND kind = 'birthday' LIMIT 50) d
 CROSS JOIN customer c ON c.id = d.customer_id
 WHERE c.name = ?1 LIMIT 1

-- name: customer-same-name-birth
SELECT coalesce (c.merged_into_id, c.id)
  FROM (SELECT id, merged_into_id FROM customer WHERE name = ?1 LIMIT 50) c
 CROSS JOIN special_date d ON d.customer_id = c.id
 WHERE d.kind = 'birthday' AND d.calendar = ?2 AND d.year IS ?3 AND d.month = ?4 AND d.day = ?5 AND d.leap = ?6 LIMIT 1

-- name: customer-name-is-common
SELECT 1 FROM customer WHERE name = ?1 LIMIT 1 OFFSET 15

-- name: customer-same-address
SELECT coalesce (merged_into_id, id) FROM customer WHERE address = ?2 AND name = ?1 AND address <> '' LIMIT 1

-- One of whom no more than the name is known, for a row that says no more either.
-- name: customer-same-bare
SELECT id FROM customer c
 WHERE name = ?1 AND address = '' AND merged_into_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM phone WHERE customer_id = c.id AND family_id IS NULL)
   AND NOT EXISTS (SELECT 1 FROM special_date WHERE customer_id = c.id AND kind = 'birthday') LIMIT 1

-- name: household-by-name
SELECT id FROM household WHERE name = ?1 AND name <> '' LIMIT 1

-- name: household-insert
INSERT INTO household (id, name, address) VALUES (?1, ?2, ?3)

-- name: phone-insert
INSERT INTO phone (id, customer_id, number, preferred, label) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (customer_id, number) DO NOTHING

-- name: phone-mark-wrong
UPDATE phone SET wrong = 1, preferred = 0 WHERE customer_id = ?1 AND number = ?2

-- name: phone-remove
DELETE FROM phone WHERE customer_id = ?1 AND number = ?2

-- name: phone-prefer-next
UPDATE phone SET preferred = 1
 WHERE id = (SELECT id FROM phone WHERE customer_id = ?1 AND family_id IS NULL ORDER BY wrong, id LIMIT 1)
   AND wrong = 0 AND NOT EXISTS (SELECT 1 FROM phone WHERE customer_id = ?1 AND family_id IS NULL AND preferred = 1)

-- name: customer-duplicates
SELECT CASE customer_id WHEN ?1 THEN other_id ELSE customer_id END FROM duplicate
 WHERE (customer_id = ?1 OR other_id = ?1) AND state = 'open' ORDER BY 1

-- name: phone-count
SELECT count (*) FROM phone WHERE customer_id = ?1 AND family_id IS NULL

-- name: phone-list
SELECT number, label, wrong FROM phone WHERE customer_id = ?1 AND family_id IS NULL ORDER BY preferred DESC, wrong, id

-- An INSERT from a SELECT would go through a table of its own, since the target has triggers: so look first.
-- name: tag-by-name
SELECT id FROM tag WHERE name = ?1

-- name: tag-insert
INSERT INTO tag (id, name) VALUES (?1, ?2)

-- name: customer-tag-insert
INSERT INTO customer_tag (id, customer_id, tag_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING

-- name: customer-tags
SELECT t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ?1 ORDER BY t.name

-- name: health-known
SELECT 1 FROM health_fact WHERE customer_id = ?1 AND kind = ?2 AND text = ?3 LIMIT 1

-- name: health-insert
INSERT INTO health_fact (id, customer_id, kind, text) VALUES (?1, ?2, ?3, ?4)

-- name: child-insert
INSERT INTO child (id, customer_id, born_on, due_on) VALUES (?1, ?2, ?3, ?4)

-- name: child-known
SELECT 1 FROM child WHERE customer_id = ?1 AND (born_on = ?2 OR due_on = ?2) LIMIT 1

-- name: child-count
SELECT count (*) FROM child WHERE customer_id = ?1

-- name: birthday-set
INSERT INTO special_date (id, customer_id, kind, calendar, year, month, day, leap)
VALUES (?1, ?2, 'birthday', ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (customer_id) WHERE kind = 'birthday'
    DO UPDATE SET calendar = excluded.calendar, year = excluded.year, month = excluded.month, day = excluded.day,
                  leap = excluded.leap

-- name: birthday-known
SELECT 1 FROM special_date WHERE customer_id = ?1 AND kind = 'birthday'

-- name: duplicate-insert
INSERT INTO duplicate (id, customer_id, other_id, why) VALUES (?1, min (?2, ?3), max (?2, ?3), ?4) ON CONFLICT DO NOTHING

-- name: handover-insert
INSERT INTO handover (id, customer_id, from_id, to_id, reason, done_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- name: follow-up-hand-over
UPDATE follow_up SET staff_id = ?2
 WHERE customer_id = ?1 AND state IN ('open', 'paused') AND cause <> 'deadline-missed' -- that one is the managers'

-- name: card-get
SELECT c.id, c.name, c.sex, c.address, c.area, s.name, c.owner_id, c.card_type, c.contact_windows, c.no_contact_weekdays,
       c.taboos, c.note, c.source, c.tier, c.stage, c.last_contact_at, c.next_due_at, c.supply_until_on,
       d.calendar, d.year, d.month, d.day, d.leap, EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = c.id),
       c.quiet_until_on, c.do_not_contact
  FROM customer c LEFT JOIN staff s ON s.id = c.owner_id
  LEFT JOIN special_date d ON d.customer_id = c.id AND d.kind = 'birthday'
 WHERE c.id = ?1

-- name: card-purchases
SELECT p.id, p.bought_on, group_concat (r.name || ' × ' || l.packs, ', ')
  FROM purchase p LEFT JOIN purchase_line l ON l.purchase_id = p.id LEFT JOIN product r ON r.id = l.product_id
 WHERE p.customer_id = ?1 GROUP BY p.id ORDER BY p.bought_on DESC, p.id DESC

-- name: card-promises
SELECT id, due_on, text FROM promise WHERE customer_id = ?1 AND state = 'open' ORDER BY due_on, id

-- A customer's whole record, for the customer (CARD-13). The columns' names are the keys of the JSON file.

-- name: record-identity
SELECT c.name AS name, c.sex AS sex, c.address AS address, c.area AS area, h.name AS household, s.name AS owner,
       c.card_type AS card_type, c.education AS education, c.occupation AS occupation, c.personality AS personality,
       c.interests AS interests, c.diet AS diet, c.taboos AS taboos, c.decides AS decides,
       c.competing_products AS competing_products, c.note AS note, c.source AS source, c.collected_on AS collected_on,
       c.preferred_channel AS preferred_channel, c.contact_windows AS contact_windows, c.quiet_until_on AS quiet_until,
       c.quiet_reason AS quiet_reason, c.do_not_contact AS do_not_contact, c.verified_on AS verified_on,
       c.created_on AS created_on
  FROM customer c LEFT JOIN staff s ON s.id = c.owner_id LEFT JOIN household h ON h.id = c.household_id WHERE c.id = ?1

-- name: record-phones
SELECT number AS number, label AS label, preferred AS preferred, wrong AS wrong FROM phone WHERE customer_id = ?1 ORDER BY id

-- name: record-family
SELECT relation AS relation, name AS name, birth_calendar AS calendar, birth_year AS year, birth_month AS month,
       birth_day AS day FROM family_member WHERE customer_id = ?1 ORDER BY id

-- name: record-children
SELECT name AS name, born_on AS born_on, due_on AS due_on FROM child WHERE customer_id = ?1 ORDER BY id

-- name: record-dates
SELECT kind AS kind, label AS label, calendar AS calendar, year AS year, month AS month, day AS day, leap AS leap
  FROM special_date WHERE customer_id = ?1 ORDER BY id

-- name: record-tags
SELECT t.name AS tag FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ?1 ORDER BY t.name

-- name: record-consents
SELECT channel AS channel, granted AS granted, given_on AS given_on, how AS how FROM consent WHERE customer_id = ?1

-- name: record-health
SELECT kind AS kind, text AS text FROM health_fact WHERE customer_id = ?1 ORDER BY kind, id

-- name: record-adverse
SELECT a.opened_at AS opened_at, r.name AS product, a.symptoms AS symptoms, a.severity AS severity, a.outcome AS outcome
  FROM adverse_reaction a LEFT JOIN product r ON r.id = a.product_id WHERE a.customer_id = ?1 ORDER BY a.opened_at

-- name: record-purchases
SELECT p.bought_on AS bought_on, p.received_on AS received_on,
       (SELECT group_concat (r.name || ' × ' || l.packs, ', ') FROM purchase_line l JOIN product r ON r.id = l.product_id
         WHERE l.purchase_id = p.id) AS products, p.order_number AS order_number, p.note AS note
  FROM purchase p WHERE p.customer_id = ?1 ORDER BY p.bought_on, p.id

-- name: record-visits
SELECT v.started_at AS at, v.channel AS channel, v.outcome AS outcome, v.minutes AS minutes, v.note AS note, s.name AS staff
  FROM visit v LEFT JOIN staff s ON s.id = v.staff_id WHERE v.customer_id = ?1 ORDER BY v.started_at, v.id

-- name: record-promises
SELECT text AS text, due_on AS due_on, state AS state FROM promise WHERE customer_id = ?1 ORDER BY due_on, id

-- name: record-complaints
SELECT number AS number, received_at AS received_at, reason AS reason,
       CASE WHEN withdrawn_at IS NULL THEN stage ELSE 'withdrawn' END AS stage, words AS words, remedy AS remedy
  FROM complaint WHERE customer_id = ?1 ORDER BY received_at, id

-- name: record-returns
SELECT opened_at AS opened_at, reason AS reason, state AS state, note AS note FROM product_return
 WHERE customer_id = ?1 ORDER BY opened_at, id

-- name: record-referrals
SELECT named_on AS named_on, person_name AS person, relation AS relation, state AS state FROM referral
 WHERE referrer_id = ?1 ORDER BY named_on, id

-- name: record-rewards
SELECT kind AS kind, amount AS amount, what AS what, state AS state, given_on AS given_on FROM reward
 WHERE customer_id = ?1 ORDER BY id

-- name: record-events
SELECT e.starts_at AS at, e.title AS title, i.attended AS attended, i.guests AS guests
  FROM invitation i JOIN event e ON e.id = i.event_id WHERE i.customer_id = ?1 ORDER BY e.starts_at

-- name: record-tiers
SELECT t.changed_on AS changed_on, s.key AS scheme, t.old_tier AS before, t.new_tier AS after
  FROM tier_change t JOIN tier_scheme s ON s.id = t.scheme_id WHERE t.customer_id = ?1 ORDER BY t.changed_on, t.id

-- name: record-handovers
SELECT h.done_on AS done_on, a.name AS before, b.name AS after, h.reason AS reason
  FROM handover h LEFT JOIN staff a ON a.id = h.from_id LEFT JOIN staff b ON b.id = h.to_id
 WHERE h.customer_id = ?1 ORDER BY h.done_on, h.id

-- name: record-audit
SELECT a.now_at AS at, a.action AS action, s.name AS staff FROM audit a LEFT JOIN staff s ON s.id = a.staff_id
 WHERE a.row_id = ?1 ORDER BY a.id

-- Erasing: the rows that say who it is go, those that are counted lose their words.

-- name: erase-customer
UPDATE customer
   SET name = ?2, sex = NULL, address = '', household_id = NULL, card_type_before = NULL, card_type = 'discarded',
       discard_reason = 'erased', education = '', occupation = '', photo = NULL, personality = '', interests = '', diet = '',
       taboos = '', decides = '', competing_products = '', note = '', source = '', quiet_until_on = NULL, quiet_reason = '',
       do_not_contact = 'erased', verified_on = NULL, verified_by_id = NULL, contact_windows = '', no_contact_weekdays = 0,
       merged_into_id = ?1
 WHERE id = ?1

-- name: erase-mark
UPDATE customer SET erased_on = ?2 WHERE id = ?1

-- Cards that were merged into this one are the same person's.
-- name: erase-merged
SELECT id FROM customer WHERE merged_into_id = ?1 AND id <> ?1

-- name: erase-open-follow-ups
UPDATE follow_up SET state = 'cancelled', state_reason = 'erased', closed_at = ?2
 WHERE customer_id = ?1 AND state IN ('open', 'paused')

-- Whom operations were about, under each name the card ever had; "name → new owner" is one, too. Others of that name lose
-- it as well; better one too many.
-- name: erase-subjects
UPDATE operation SET subject = ''
 WHERE kind NOT LIKE 'import.%'
   AND EXISTS (SELECT 1 FROM (SELECT name FROM customer WHERE id = ?1
                              UNION SELECT json_extract (old, '$.name') FROM change
                                     WHERE row_id = ?1 AND tbl = 'customer' AND kind = 'U') n
                WHERE subject = n.name OR substr (subject, 1, length (n.name) + 1) = n.name || ' ')

-- An operation of which nothing is left can't be taken back.
-- name: erase-close-operations
UPDATE operation SET undone_by = ?1
 WHERE undone_by IS NULL AND undoes IS NULL AND id <> ?1
   AND NOT EXISTS (SELECT 1 FROM change c WHERE c.seq BETWEEN operation.first_seq AND operation.last_seq)
   AND last_seq >= first_seq

-- name: customer-erased
SELECT erased_on IS NOT NULL FROM customer WHERE id = ?1

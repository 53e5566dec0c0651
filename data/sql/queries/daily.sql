-- What the daily evaluation looks for, besides plans and tiers.

-- name: special-of-customer
SELECT id, customer_id, kind, label, calendar, year, month, day, leap, keep FROM special_date WHERE customer_id = ?1

-- name: special-on-day
SELECT id, customer_id, kind, label, calendar, year, month, day, leap, keep FROM special_date
 WHERE calendar = ?1 AND month = ?2 AND day BETWEEN ?3 AND ?4

-- name: special-open
SELECT id, occurrence FROM follow_up
 WHERE subject_id = ?1 AND kind = 'special-date' AND state IN ('open', 'paused')

-- name: greeting-rounds-insert
INSERT INTO greeting_round (id, staff_id, occasion, from_on, until_on)
SELECT hf_new_id (), s.id, ?1, ?2, ?3 FROM staff s
 WHERE s.active = 1
   AND EXISTS (SELECT 1 FROM customer WHERE owner_id = s.id AND card_type <> 'discarded' AND do_not_contact IS NULL
                                        AND merged_into_id IS NULL)
    ON CONFLICT DO NOTHING

-- Whom the festival's rounds of all owners are for.
-- name: greetings-to-make
SELECT r.id, r.staff_id, c.id FROM greeting_round r JOIN customer c ON c.owner_id = r.staff_id
 WHERE r.occasion = ?1 AND c.card_type <> 'discarded' AND c.do_not_contact IS NULL AND c.merged_into_id IS NULL
 ORDER BY r.staff_id, c.id

-- Routine contacts near day ?2 are looked at once more: the greeting is one of the week's contact days (SCHED-4).
-- name: greeting-look-again
UPDATE enrolment SET evaluate_on = 0
 WHERE state = 'running' AND evaluate_on <> 0
   AND id IN (SELECT enrolment_id FROM follow_up
               WHERE customer_id = ?1 AND state = 'open' AND kind IN ('routine', 'sale-window')
                 AND due_at >= (?2 - 7) * 1440 AND due_at < (?2 + 8) * 1440)

-- On which of the days ?2 to ?3 customer ?1 is greeted anyway.
-- name: greeting-day-near
SELECT max (due_on) FROM follow_up
 WHERE customer_id = ?1 AND state IN ('open', 'paused') AND state = 'open' AND kind = 'greeting'
   AND due_at >= ?2 * 1440 AND due_at < (?3 + 1) * 1440

-- A greeting that is long past its day is none (CAL-7).
-- name: greetings-expire
UPDATE follow_up INDEXED BY follow_up_greeting SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?1 * 1440
 WHERE state = 'open' AND kind = 'greeting' AND due_on < ?1 - ?2 AND window_to_on < ?1 - ?2

-- name: greeting-progress
SELECT r.occasion, r.until_on, (SELECT count (*) FROM greeting WHERE round_id = r.id),
       (SELECT count (done_at) FROM greeting WHERE round_id = r.id)
  FROM greeting g JOIN greeting_round r ON r.id = g.round_id WHERE g.id = ?1

-- name: greeting-round-insert
INSERT INTO greeting_round (id, staff_id, occasion, title, text, from_on, until_on) VALUES (?1, ?2, 'ad-hoc', ?3, ?4, ?5, ?6)

-- name: greeting-insert
INSERT INTO greeting (id, round_id, customer_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING

-- What is to be said in the round that a follow-up belongs to; '' where nobody said.
-- name: greeting-words
SELECT coalesce ((SELECT r.text FROM follow_up f JOIN greeting g ON g.id = f.subject_id JOIN greeting_round r ON r.id = g.round_id
                   WHERE f.id = ?1 AND f.kind = 'greeting'), '')

-- name: greeting-done
UPDATE greeting SET done_at = ?3, visit_id = ?2
 WHERE done_at IS NULL AND id = (SELECT subject_id FROM follow_up WHERE id = ?1 AND kind = 'greeting')

-- Failures found on day ?1 (COMP-7): kind, subject, customer. A parcel that was promised for the day before and is not
-- there, or came later; what was promised or planned four days ago (but for work within the branch, for which nobody has
-- to apologise); a deadline that passed on the day before, once a case.
-- name: recovery-find
SELECT 'late-delivery', p.id, p.customer_id FROM purchase p
 WHERE p.promised_on = ?1 - 1 AND (p.received_on IS NULL OR p.received_on > p.promised_on)
UNION ALL
SELECT 'missed-promise', p.id, p.customer_id FROM promise p WHERE p.state = 'open' AND p.due_on = ?1 - 4
UNION ALL
SELECT 'missed-step', f.id, f.customer_id FROM follow_up f
 WHERE f.state = 'open' AND f.kind IN ('step', 'urgent') AND f.due_at >= (?1 - 4) * 1440 AND f.due_at < (?1 - 3) * 1440
   AND f.enrolment_id IS NOT NULL AND f.channels <> '' AND f.blocked = 0
UNION ALL
SELECT 'missed-deadline', min (d.id), c.customer_id FROM deadline d JOIN complaint c ON c.id = d.subject_id
 WHERE d.subject = 'complaint' AND d.state IN ('open', 'missed') AND d.stands_since_at IS NULL
   AND d.due_at >= (?1 - 1) * 1440 AND d.due_at < ?1 * 1440
   AND NOT EXISTS (SELECT 1 FROM recovery r JOIN deadline o ON o.id = r.subject_id
                    WHERE r.kind = 'missed-deadline' AND r.state = 'open' AND o.subject_id = c.id)
 GROUP BY c.id

-- name: recovery-insert
INSERT INTO recovery (id, customer_id, kind, subject_id, found_on) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (kind, subject_id) DO NOTHING

-- name: recovery-set-follow-up
UPDATE recovery SET follow_up_id = ?2 WHERE id = ?1

-- name: recovery-done
UPDATE recovery SET state = 'done' WHERE follow_up_id = ?1 AND state = 'open'

-- name: recovery-dismissed
UPDATE recovery SET state = 'dismissed' WHERE follow_up_id = ?1 AND state = 'open'

-- Whose: ?1 the agent who looks, 0 for who sees all; ?2 at most so many; ?3 the owner, 0 for anybody's. Open ones first.
-- name: recovery-list
SELECT r.id, r.customer_id, c.name, r.kind, r.found_on, r.state, r.follow_up_id, r.act, r.note, c.owner_id, o.name,
       (SELECT f.due_at FROM follow_up f WHERE f.id = r.follow_up_id AND f.state IN ('open', 'paused')), r.subject_id
  FROM recovery r JOIN customer c ON c.id = r.customer_id LEFT JOIN staff o ON o.id = c.owner_id
 WHERE (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL) AND (?3 = 0 OR c.owner_id = ?3)
 ORDER BY r.state <> 'open', r.found_on DESC, r.id DESC LIMIT ?2

-- name: recovery-ids
SELECT r.id FROM recovery r JOIN customer c ON c.id = r.customer_id
 WHERE (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL) AND (?2 = 0 OR c.owner_id = ?2)
 ORDER BY r.state <> 'open', r.found_on DESC, r.id DESC LIMIT ?3

-- name: recovery-get
SELECT r.id, r.customer_id, c.name, r.kind, r.found_on, r.state, r.follow_up_id, r.act, r.note, c.owner_id, o.name,
       (SELECT f.due_at FROM follow_up f WHERE f.id = r.follow_up_id AND f.state IN ('open', 'paused')), r.subject_id
  FROM recovery r JOIN customer c ON c.id = r.customer_id LEFT JOIN staff o ON o.id = c.owner_id WHERE r.id = ?1

-- name: recovery-acted
UPDATE recovery SET state = ?2, act = ?3, note = ?4, acted_at = ?5, acted_by_id = ?6 WHERE id = ?1

-- name: recovery-follow-up-close
UPDATE follow_up SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?2
 WHERE id = (SELECT follow_up_id FROM recovery WHERE id = ?1) AND state IN ('open', 'paused')

-- name: sale-expected-set
UPDATE customer SET sale_expected_on = ?2 WHERE id = ?1

-- Whose facts an undo (changes from ?1 on) has changed.
-- name: undo-customers
SELECT DISTINCT c.id FROM (
  SELECT json_extract (old, '$.customer_id') AS id FROM change
   WHERE seq >= ?1 AND kind IN ('D', 'U') AND tbl IN ('visit', 'purchase', 'child', 'product_return')
   UNION SELECT v.customer_id FROM change n JOIN visit v ON v.id = n.row_id WHERE n.seq >= ?1 AND n.tbl = 'visit'
   UNION SELECT p.customer_id FROM change n JOIN purchase p ON p.id = n.row_id WHERE n.seq >= ?1 AND n.tbl = 'purchase'
   UNION SELECT t.customer_id FROM change n JOIN product_return t ON t.id = n.row_id
          WHERE n.seq >= ?1 AND n.tbl = 'product_return'
   UNION SELECT p.customer_id FROM change n JOIN purchase_line l ON l.product_id = n.row_id
           JOIN purchase p ON p.id = l.purchase_id WHERE n.seq >= ?1 AND n.tbl = 'product'
   UNION SELECT h.customer_id FROM change n JOIN child h ON h.id = n.row_id WHERE n.seq >= ?1 AND n.tbl = 'child'
   UNION SELECT row_id FROM change WHERE seq >= ?1 AND kind = 'I' AND tbl = 'customer') x
  JOIN customer c ON c.id = x.id

-- name: undo-look-again
UPDATE enrolment SET evaluate_on = 0
 WHERE state = 'running' AND evaluate_on <> 0
   AND customer_id IN (SELECT row_id FROM change WHERE seq >= ?1 AND tbl = 'customer'
                        UNION SELECT e.customer_id FROM change n JOIN enrolment e ON e.id = n.row_id
                               WHERE n.seq >= ?1 AND n.tbl = 'enrolment')

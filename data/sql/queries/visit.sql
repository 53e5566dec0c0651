-- Visits and what comes of them.

-- name: visit-insert
INSERT INTO visit (id, customer_id, staff_id, channel, started_at, started_ms, minutes, outcome, note, effect, left_days,
                   satisfaction, later_at, expert_wanted, cost_fen, mix, companion_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)

-- name: visit-staff-insert
INSERT INTO visit_staff (id, visit_id, staff_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING

-- name: visit-check-insert
INSERT INTO visit_check (id, visit_id, item) VALUES (?1, ?2, ?3)

-- name: visit-roles
SELECT group_concat (s.role) FROM visit v JOIN staff s
    ON s.id = v.staff_id OR s.id IN (SELECT staff_id FROM visit_staff WHERE visit_id = v.id)
 WHERE v.id = ?1

-- The last contacts and tries: more than a row of failed ones can have before the card is discarded (CARD-9, VISIT-5).
-- name: visit-tries
SELECT started_at, channel, outcome FROM visit WHERE customer_id = ?1 AND started_at >= ?2 ORDER BY started_at DESC LIMIT 40

-- The minute from which failed tries count: after the day of the last purchase, and once the card's type has changed. A
-- refusal (?2 = 1) needs no row of them: it counts on the very day, and in the very minute, too.
-- name: visit-tries-from
SELECT max (coalesce ((SELECT (max (bought_on) + 1 - ?2) * 1440 FROM purchase WHERE customer_id = ?1), -4000000000),
            coalesce ((SELECT max (o.now_at) + 1 - ?2 FROM change c JOIN operation o ON o.id = c.op_id
                        WHERE c.row_id = ?1 AND c.tbl = 'customer' AND c.kind = 'U'
                          AND json_extract (c.new, '$.card_type') IS NOT NULL
                          AND o.undone_by IS NULL AND o.undoes IS NULL), -4000000000))

-- name: visit-last-of-customer
SELECT v.id, v.channel, v.started_at, v.minutes, v.outcome, v.note, s.name
  FROM visit v LEFT JOIN staff s ON s.id = v.staff_id
 WHERE v.customer_id = ?1 ORDER BY v.started_at DESC, v.id DESC LIMIT ?2

-- name: promise-insert
INSERT INTO promise (id, customer_id, visit_id, staff_id, text, due_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- The number that is called first: what a minute costs depends on the line (VISIT-4).
-- name: visit-number
SELECT number FROM phone WHERE customer_id = ?1 AND wrong = 0 ORDER BY preferred DESC, id LIMIT 1

-- name: customer-card-type
SELECT card_type FROM customer WHERE id = ?1

-- name: customer-contacted
UPDATE customer SET card_type = CASE card_type WHEN 'new' THEN 'contacted' ELSE coalesce (card_type_before, 'contacted') END,
                    card_type_before = NULL, discard_reason = ''
 WHERE id = ?1 AND card_type IN ('new', 'discarded')

-- name: customer-discard
UPDATE customer SET card_type_before = card_type, card_type = 'discarded', discard_reason = ?2
 WHERE id = ?1 AND card_type <> 'discarded'

-- name: follow-ups-opened-since
SELECT id FROM follow_up
 WHERE id IN (SELECT row_id FROM change WHERE seq >= ?1 AND tbl = 'follow_up' AND kind = 'I')
   AND state IN ('open', 'paused')
 ORDER BY due_at, id

-- What can't wait for another day rings on: somebody else may have to go there.
-- name: follow-up-try-again
UPDATE follow_up SET snoozed_until_at = ?3
 WHERE customer_id = ?1 AND state = 'open' AND due_on <= ?2 AND instr (channels, ?4) > 0
   AND kind NOT IN ('adverse', 'complaint', 'urgent')

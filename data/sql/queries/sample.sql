-- Rows of the past, as a sample branch has them: what the commands would have left behind.

-- name: sample-enrolment-insert
INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at, purchase_id, state, ended_on, end_reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- name: sample-follow-up-done
INSERT INTO follow_up (id, customer_id, staff_id, enrolment_id, step, step_no, step_count, kind, priority, due_at, due_on,
                       original_on, window_from_on, window_to_on, ways, channels, anchor_on, state, closed_at, visit_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, 'step', ?7, ?8, ?9, ?9, ?10, ?9, ?11, ?12, ?13, 'done', ?14, ?15)

-- name: sample-card-discard
UPDATE customer SET card_type_before = 'new', card_type = 'discarded', discard_reason = 'no-answer' WHERE id = ?1

-- name: sample-promise-insert
INSERT INTO promise (id, customer_id, visit_id, staff_id, text, due_on, state, kept_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)

-- name: sample-complaint-number
SELECT coalesce (max (number), 0) FROM complaint

-- name: sample-complaint-insert
INSERT INTO complaint (id, number, customer_id, purchase_id, product_id, received_at, received_by_id, channel, words, reason,
                       severity, wants, responsible_id, stage, apologised_at, remedy, satisfaction, closed_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'phone', ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)

-- name: sample-complaint-move
INSERT INTO complaint_move (id, complaint_id, moved_at, staff_id, from_stage, to_stage) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- name: sample-return-insert
INSERT INTO product_return (id, number, customer_id, purchase_id, opened_at, staff_id, reason, wants, state, refund_fen,
                            goods_back_on, done_at, note)
VALUES (?1, (SELECT coalesce (max (number), 0) + 1 FROM product_return), ?2, ?3, ?4, ?5, ?6, 'refund', 'refunded', ?7, ?8, ?9,
        ?10)

-- name: sample-return-line
INSERT INTO return_line (id, return_id, line_id, packs) VALUES (?1, ?2, ?3, 1)

-- name: sample-referral-insert
INSERT INTO referral (id, referrer_id, person_name, relation, lives, how, state, owner_id, customer_id, named_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)

-- name: sample-referral-move
INSERT INTO referral_move (id, referral_id, moved_on, state, staff_id) VALUES (?1, ?2, ?3, ?4, ?5)

-- name: sample-event-insert
INSERT INTO event (id, kind, title, place, starts_at, ends_at, capacity, note) VALUES (?1, ?2, ?3, ?4, ?5, ?5 + ?6, ?7, '')

-- Home visits of the days ?1 to ?2, in an order that does not depend on ids' device.
-- name: sample-home-visits
SELECT id FROM follow_up INDEXED BY follow_up_open_due
 WHERE state = 'open' AND due_at >= ?1 * 1440 AND due_at < (?2 + 1) * 1440 AND ways LIKE 'home:%' ORDER BY due_at, id

-- What was bought since ?1, of which something is still owed.
-- name: sample-purchases-since
SELECT id FROM purchase WHERE bought_on >= ?1 ORDER BY bought_on, id

-- name: sample-purchase-owed
UPDATE purchase SET owed_fen = ?2, collect_on = ?3 WHERE id = ?1

-- Customers of ?1 who may be greeted.
-- name: sample-customers-of
SELECT id FROM customer WHERE owner_id = ?1 AND card_type = 'customer' AND do_not_contact IS NULL AND merged_into_id IS NULL
 ORDER BY id LIMIT ?2

-- Complaints and their stages (COMP-1, COMP-3, COMP-9).

-- name: complaint-insert
INSERT INTO complaint (id, number, customer_id, purchase_id, product_id, received_at, received_by_id, channel, words, reason,
                       severity, wants, about_id, responsible_id)
SELECT ?1, (SELECT coalesce (max (number), 0) + 1 FROM complaint), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13

-- name: complaint-move-insert
INSERT INTO complaint_move (id, complaint_id, moved_at, staff_id, from_stage, to_stage, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

-- name: complaint-get
SELECT p.id, p.number, p.customer_id, c.name, c.owner_id, p.stage, p.reason, p.severity, p.wants, p.words, p.received_at,
       p.escalated, p.apologised_at, p.about_id, p.responsible_id, p.investigator_id, p.remedy, p.satisfaction, p.cause,
       p.action, p.closed_at,
       (SELECT max (from_at) FROM complaint_wait w WHERE w.complaint_id = p.id AND w.to_at IS NULL),
       (SELECT name FROM staff WHERE id = p.investigator_id)
  FROM complaint p JOIN customer c ON c.id = p.customer_id WHERE p.id = ?1

-- name: complaint-by-number
SELECT id FROM complaint WHERE id = ?1 OR number = ?1 ORDER BY id = ?1 DESC LIMIT 1

-- Those of staff ?1 (0: everybody's): their customers', nobody's, and what they look into.
-- name: complaint-list
SELECT p.id FROM complaint p JOIN customer c ON c.id = p.customer_id
 WHERE ?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL OR p.investigator_id = ?1 OR p.responsible_id = ?1
 ORDER BY p.stage = 'closed', p.escalated DESC, p.severity <> 'serious', p.received_at DESC, p.id DESC LIMIT ?2

-- name: complaint-set-stage
UPDATE complaint SET stage = ?2, closed_at = ?3 WHERE id = ?1

-- name: complaint-set-apology
UPDATE complaint SET apologised_at = ?2 WHERE id = ?1 AND apologised_at IS NULL

-- name: complaint-set-investigator
UPDATE complaint SET investigator_id = ?2 WHERE id = ?1

-- name: complaint-set-remedy
UPDATE complaint SET remedy = ?2, promised_by_at = ?3 WHERE id = ?1

-- name: complaint-set-result
UPDATE complaint SET satisfaction = ?2, cause = ?3, action = ?4 WHERE id = ?1

-- name: complaint-came-back
UPDATE complaint SET came_back = 1 WHERE id = ?1

-- name: complaint-wait-insert
INSERT INTO complaint_wait (id, complaint_id, from_at, staff_id, note) VALUES (?1, ?2, ?3, ?4, ?5)

-- name: complaint-wait-end
UPDATE complaint_wait SET to_at = max (from_at, ?2) WHERE complaint_id = ?1 AND to_at IS NULL

-- Complaints and their stages (COMP-1, COMP-3, COMP-9).

-- name: complaint-insert
INSERT INTO complaint (id, number, customer_id, purchase_id, product_id, received_at, received_by_id, channel, words, reason,
                       severity, wants, about_id, responsible_id, visit_id, promised_by_at)
SELECT ?1, (SELECT coalesce (max (number), 0) + 1 FROM complaint), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15

-- name: complaint-move-insert
INSERT INTO complaint_move (id, complaint_id, moved_at, staff_id, from_stage, to_stage, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

-- name: complaint-get
SELECT p.id, p.number, p.customer_id, c.name, c.owner_id, p.stage, p.reason, p.severity, p.wants, p.words, p.received_at,
       p.escalated, p.apologised_at, p.about_id, p.responsible_id, p.investigator_id, p.remedy, p.satisfaction, p.cause,
       p.action, p.closed_at,
       (SELECT max (from_at) FROM complaint_wait w WHERE w.complaint_id = p.id AND w.to_at IS NULL),
       (SELECT name FROM staff WHERE id = p.investigator_id), p.channel, p.received_by_id, p.purchase_id, p.product_id,
       p.visit_id, p.facts, p.remedy_fen, p.approved_by_id, p.promised_by_at, p.action_owner_id, p.action_on,
       p.cause_removed, p.came_back, p.apologised_by_id, p.apology, p.withdrawn_at,
       (SELECT name FROM staff WHERE id = p.about_id), (SELECT name FROM staff WHERE id = p.responsible_id),
       (SELECT name FROM staff WHERE id = p.received_by_id), (SELECT name FROM staff WHERE id = p.approved_by_id),
       (SELECT name FROM staff WHERE id = p.action_owner_id), (SELECT name FROM staff WHERE id = p.apologised_by_id),
       (SELECT name FROM product WHERE id = p.product_id),
       (SELECT max (id) FROM complaint_move m WHERE m.complaint_id = p.id)
  FROM complaint p JOIN customer c ON c.id = p.customer_id WHERE p.id = ?1

-- name: complaint-by-number
SELECT id FROM complaint WHERE id = ?1 OR number = ?1 ORDER BY id = ?1 DESC LIMIT 1

-- Those of staff ?1 (0: everybody's): their customers', nobody's, and what they look into.
-- name: complaint-list
SELECT p.id FROM complaint p JOIN customer c ON c.id = p.customer_id
 WHERE ?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL OR p.investigator_id = ?1 OR p.responsible_id = ?1
 ORDER BY p.stage = 'closed', p.escalated DESC, p.severity <> 'serious', p.received_at DESC, p.id DESC LIMIT ?2

-- name: complaint-set-stage
UPDATE complaint SET stage = ?2, closed_at = ?3, withdrawn_at = NULL WHERE id = ?1

-- name: complaint-set-apology
UPDATE complaint SET apologised_at = ?2, apologised_by_id = ?3, apology = ?4 WHERE id = ?1 AND apologised_at IS NULL

-- name: complaint-set-investigator
UPDATE complaint SET investigator_id = ?2 WHERE id = ?1

-- name: complaint-set-remedy
UPDATE complaint SET remedy = ?2, promised_by_at = coalesce (?3, promised_by_at) WHERE id = ?1

-- The customer rejected it: nothing of it is promised any more.
-- name: complaint-drop-promise
UPDATE complaint SET promised_by_at = NULL WHERE id = ?1

-- name: complaint-set-result
UPDATE complaint SET satisfaction = ?2, cause = ?3, action = ?4 WHERE id = ?1

-- name: complaint-came-back
UPDATE complaint SET came_back = 1 WHERE id = ?1

-- name: complaint-wait-insert
INSERT INTO complaint_wait (id, complaint_id, from_at, staff_id, note) VALUES (?1, ?2, ?3, ?4, ?5)

-- name: complaint-wait-end
UPDATE complaint_wait SET to_at = max (from_at, ?2) WHERE complaint_id = ?1 AND to_at IS NULL

-- Who moved it last: name, stage.
-- name: complaint-last-move
SELECT s.name, m.to_stage FROM complaint_move m LEFT JOIN staff s ON s.id = m.staff_id
 WHERE m.complaint_id = ?1 ORDER BY m.id DESC LIMIT 1

-- name: complaint-note-insert
INSERT INTO complaint_note (id, complaint_id, noted_at, staff_id, kind, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- All that happened to it, the oldest first: when, who, what, stages, words.
-- name: complaint-log
SELECT * FROM (
  SELECT m.moved_at AS at, m.id AS id, s.name, 'move', m.from_stage, m.to_stage, m.note
    FROM complaint_move m LEFT JOIN staff s ON s.id = m.staff_id WHERE m.complaint_id = ?1
  UNION ALL
  SELECT n.noted_at, n.id, s.name, n.kind, NULL, NULL, n.text
    FROM complaint_note n LEFT JOIN staff s ON s.id = n.staff_id WHERE n.complaint_id = ?1
  UNION ALL
  SELECT w.from_at, w.id, s.name, 'wait', NULL, NULL, w.note
    FROM complaint_wait w LEFT JOIN staff s ON s.id = w.staff_id WHERE w.complaint_id = ?1
  UNION ALL
  SELECT w.to_at, w.id + 1, NULL, 'reply', NULL, NULL, ''
    FROM complaint_wait w WHERE w.complaint_id = ?1 AND w.to_at IS NOT NULL
  UNION ALL
  SELECT v.started_at, v.id, s.name, 'visit', v.channel, v.outcome, v.note
    FROM complaint p JOIN visit v ON v.customer_id = p.customer_id AND v.started_at >= p.received_at
                                 AND v.started_at <= coalesce (p.closed_at, v.started_at)
    LEFT JOIN staff s ON s.id = v.staff_id WHERE p.id = ?1
  UNION ALL
  SELECT d.due_at, d.id, NULL, 'missed', d.what, NULL, ''
    FROM deadline d WHERE d.subject = 'complaint' AND d.subject_id = ?1 AND d.state = 'missed'
  UNION ALL
  SELECT t.opened_at, t.id, s.name, 'return', coalesce (t.number, ''), t.state,
         coalesce ((SELECT group_concat (r.name || ' ×' || n.packs, ', ') FROM return_line n
                      JOIN purchase_line l ON l.id = n.line_id JOIN product r ON r.id = l.product_id WHERE n.return_id = t.id), '')
    FROM product_return t LEFT JOIN staff s ON s.id = t.staff_id WHERE t.complaint_id = ?1
) ORDER BY at, id

-- What was found and done (COMP-9). What is not to change is given as it is.
-- name: complaint-edit
UPDATE complaint
   SET severity = ?2, responsible_id = ?3, investigator_id = ?4, promised_by_at = ?5, facts = ?6, remedy = ?7,
       remedy_fen = ?8, approved_by_id = ?9, cause = ?10, action = ?11, action_owner_id = ?12, action_on = ?13,
       cause_removed = ?14, reason = ?15, wants = ?16, about_id = ?17
 WHERE id = ?1

-- name: complaint-escalate-one
UPDATE complaint SET escalated = 1 WHERE id = ?1

-- name: complaint-withdraw
UPDATE complaint SET stage = 'closed', closed_at = ?2, withdrawn_at = ?2 WHERE id = ?1

-- The complaint that an operation (changes ?1 to ?2) opened.
-- name: complaint-opened-between
SELECT coalesce (max (row_id), 0) FROM change WHERE seq BETWEEN ?1 AND ?2 AND tbl = 'complaint' AND kind = 'I'

-- An authority asks about complaint ?1 (COMP-10): its clock, and the file that it is given. The columns' names are the keys
-- of the JSON file.

-- name: enquiry-insert
INSERT INTO enquiry (id, complaint_id, authority, reference, asked_on, staff_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- name: enquiry-open
SELECT count (*) FROM enquiry WHERE complaint_id = ?1 AND answered_at IS NULL

-- name: enquiry-answered
UPDATE enquiry SET answered_at = ?2 WHERE complaint_id = ?1 AND answered_at IS NULL

-- name: enquiry-complaint
SELECT p.number AS number, p.received_at AS received_at, p.channel AS channel, r.name AS received_by, c.name AS customer,
       c.address AS address, g.name AS product, u.order_number AS order_number, p.reason AS reason, p.severity AS severity,
       p.wants AS wants, p.words AS words, p.stage AS stage, a.name AS about, i.name AS investigator, p.facts AS facts,
       p.apologised_at AS apologised_at, p.apology AS apology, p.remedy AS remedy, p.remedy_fen AS cost,
       b.name AS approved_by, p.promised_by_at AS promised_by, p.satisfaction AS satisfaction, p.cause AS cause,
       p.action AS action, p.cause_removed AS cause_removed, p.closed_at AS closed_at
  FROM complaint p JOIN customer c ON c.id = p.customer_id LEFT JOIN staff r ON r.id = p.received_by_id
  LEFT JOIN staff a ON a.id = p.about_id LEFT JOIN staff i ON i.id = p.investigator_id
  LEFT JOIN staff b ON b.id = p.approved_by_id LEFT JOIN product g ON g.id = p.product_id
  LEFT JOIN purchase u ON u.id = p.purchase_id WHERE p.id = ?1

-- name: enquiry-phones
SELECT n.number AS number, n.label AS label FROM complaint p JOIN phone n ON n.customer_id = p.customer_id
 WHERE p.id = ?1 ORDER BY n.id

-- name: enquiry-list
SELECT e.authority AS authority, e.reference AS reference, e.asked_on AS asked_on, s.name AS staff, e.answered_at AS answered_at
  FROM enquiry e LEFT JOIN staff s ON s.id = e.staff_id WHERE e.complaint_id = ?1 ORDER BY e.asked_on, e.id

-- name: enquiry-deadlines
SELECT what AS what, due_at AS due_at, state AS state, done_at AS done_at FROM deadline
 WHERE subject = 'complaint' AND subject_id = ?1 AND state <> 'void' ORDER BY due_at, id

-- name: enquiry-moves
SELECT m.moved_at AS at, m.from_stage AS before, m.to_stage AS after, s.name AS staff, m.note AS note
  FROM complaint_move m LEFT JOIN staff s ON s.id = m.staff_id WHERE m.complaint_id = ?1 ORDER BY m.moved_at, m.id

-- name: enquiry-notes
SELECT n.noted_at AS at, n.kind AS kind, s.name AS staff, n.text AS text
  FROM complaint_note n LEFT JOIN staff s ON s.id = n.staff_id WHERE n.complaint_id = ?1 ORDER BY n.noted_at, n.id

-- name: enquiry-waits
SELECT w.from_at AS "from", w.to_at AS until, s.name AS staff, w.note AS note
  FROM complaint_wait w LEFT JOIN staff s ON s.id = w.staff_id WHERE w.complaint_id = ?1 ORDER BY w.from_at, w.id

-- name: enquiry-visits
SELECT v.started_at AS at, v.channel AS channel, v.outcome AS outcome, s.name AS staff
  FROM complaint p JOIN visit v ON v.customer_id = p.customer_id AND v.started_at >= p.received_at
                               AND v.started_at <= coalesce (p.closed_at, v.started_at)
  LEFT JOIN staff s ON s.id = v.staff_id WHERE p.id = ?1 ORDER BY v.started_at, v.id

-- name: enquiry-returns
SELECT t.number AS number, t.opened_at AS at,
       (SELECT group_concat (r.name || ' × ' || n.packs, ', ') FROM return_line n JOIN purchase_line l ON l.id = n.line_id
          JOIN product r ON r.id = l.product_id WHERE n.return_id = t.id) AS goods, t.state AS state, t.refund_fen AS refund
  FROM product_return t WHERE t.complaint_id = ?1 ORDER BY t.opened_at, t.id

-- name: enquiry-adverse
SELECT a.opened_at AS at, r.name AS product, a.symptoms AS symptoms, a.severity AS severity, a.outcome AS outcome
  FROM adverse_reaction a LEFT JOIN product r ON r.id = a.product_id WHERE a.complaint_id = ?1 ORDER BY a.opened_at, a.id

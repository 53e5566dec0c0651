-- Adverse reactions (COMP-6).

-- What is not said is what the card knows: the product, when the customer has had only one in a year, with the newest batch.
-- name: adverse-insert
INSERT INTO adverse_reaction (id, customer_id, visit_id, complaint_id, product_id, batch, opened_at, staff_id, known)
WITH bought AS (SELECT l.product_id, l.batch FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id
                 WHERE p.customer_id = ?2 AND p.bought_on >= ?6 / 1440 - 365 ORDER BY p.bought_on DESC, l.id DESC)
SELECT ?1, ?2, ?3, ?4,
       coalesce (?5, (SELECT min (product_id) FROM bought HAVING count (DISTINCT product_id) = 1)),
       coalesce (nullif (?8, ''), (SELECT batch FROM bought
                  WHERE product_id = coalesce (?5, (SELECT min (product_id) FROM bought HAVING count (DISTINCT product_id) = 1))
                  LIMIT 1), ''),
       ?6, ?7,
       coalesce ((SELECT group_concat (text, '、') FROM health_fact
                   WHERE customer_id = ?2 AND kind IN ('condition', 'allergy', 'contraindication')), '')

-- Reaction ?2; with 0, the one that still has to be described, else the last.
-- name: adverse-open-of-customer
SELECT coalesce ((SELECT id FROM adverse_reaction WHERE customer_id = ?1 AND closed_at IS NULL AND ?2 IN (0, id)
                   ORDER BY symptoms <> '', id DESC LIMIT 1), 0)

-- name: adverse-open-same
SELECT coalesce (max (id), 0) FROM adverse_reaction WHERE customer_id = ?1 AND closed_at IS NULL AND product_id IS ?2

-- name: adverse-describe
UPDATE adverse_reaction SET symptoms = ?2, dose = ?3, onset_on = ?4, severity = ?5 WHERE id = ?1

-- name: adverse-close
UPDATE adverse_reaction SET outcome = ?2, closed_at = ?3, closed_by_id = ?4 WHERE id = ?1

-- Whether an expert still has to answer.
-- name: adverse-expert-waits
SELECT count (*) FROM follow_up WHERE subject_id = ?1 AND kind = 'adverse' AND state IN ('open', 'paused')

-- The call that an expert owes about ?1, 0 for none.
-- name: adverse-expert-call
SELECT coalesce (min (id), 0) FROM follow_up WHERE subject_id = ?1 AND kind = 'adverse' AND state IN ('open', 'paused')

-- name: adverse-follow-ups-close
UPDATE follow_up SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?2
 WHERE subject_id = ?1 AND kind = 'adverse' AND state IN ('open', 'paused')

-- name: adverse-get
SELECT a.id, a.customer_id, c.name, c.owner_id, a.product_id, r.name, a.batch, a.opened_at, s.name, a.dose, a.onset_on,
       a.symptoms, a.severity, a.known, a.outcome, a.closed_at, a.complaint_id,
       (SELECT min (f.due_at) FROM follow_up f WHERE f.subject_id = a.id AND f.kind = 'adverse' AND f.state IN ('open', 'paused')),
       (SELECT max (f.closed_at) FROM follow_up f WHERE f.subject_id = a.id AND f.kind = 'adverse' AND f.state = 'done'),
       o.name
  FROM adverse_reaction a JOIN customer c ON c.id = a.customer_id LEFT JOIN product r ON r.id = a.product_id
  LEFT JOIN staff s ON s.id = a.staff_id LEFT JOIN staff o ON o.id = c.owner_id
 WHERE a.id = ?1

-- Whose: ?1 the agent who looks, 0 for who sees all (ROLE-1); ?2 the owner, 0 for anybody's. Open ones first, severe ones first.
-- name: adverse-list
SELECT a.id FROM adverse_reaction a JOIN customer c ON c.id = a.customer_id
 WHERE (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL) AND (?2 = 0 OR c.owner_id = ?2)
 ORDER BY a.closed_at IS NOT NULL, CASE WHEN a.closed_at IS NULL THEN a.severity <> 'severe' END, a.opened_at DESC, a.id DESC
 LIMIT ?3

-- By product and batch (DASH-3): how many, severe ones, open ones, the first and the last day.
-- name: adverse-report
SELECT coalesce (r.name, ''), a.batch, count (*), total (a.severity = 'severe'), total (a.closed_at IS NULL),
       min (a.opened_at) / 1440, max (a.opened_at) / 1440
  FROM adverse_reaction a LEFT JOIN product r ON r.id = a.product_id
 GROUP BY a.product_id, a.batch ORDER BY 3 DESC, 4 DESC, 1, 2

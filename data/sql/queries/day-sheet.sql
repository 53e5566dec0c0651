-- The home visits of a day, as they are taken along (CAL-8): each customer's most urgent one first. In which order they are
-- made is a rule's to say (CAL-2).

-- On day ?1, everybody's.
-- name: day-sheet
SELECT f.id, f.customer_id, coalesce (f.staff_id, 0), f.visit_order, f.agreed_at, c.area, c.address
  FROM follow_up f INDEXED BY follow_up_open_due JOIN customer c ON c.id = f.customer_id
  LEFT JOIN staff s ON s.id = f.staff_id
 WHERE f.state = 'open' AND f.due_at >= ?1 * 1440 AND f.due_at < (?1 + 1) * 1440 AND f.ways LIKE 'home:%' AND f.blocked = 0
 ORDER BY s.name IS NULL, s.name, s.id, f.priority, f.id

-- On day ?1, those of ?2.
-- name: day-sheet-of-staff
SELECT f.id, f.customer_id, f.staff_id, f.visit_order, f.agreed_at, c.area, c.address
  FROM follow_up f INDEXED BY follow_up_open_staff JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'open' AND f.staff_id = ?2 AND f.due_at >= ?1 * 1440 AND f.due_at < (?1 + 1) * 1440
   AND f.ways LIKE 'home:%' AND f.blocked = 0
 ORDER BY f.priority, f.id

-- What else customer ?1 is to be contacted for up to day ?2 by a way that a home visit serves; ?3 is the visit itself.
-- name: day-sheet-others
SELECT id FROM follow_up INDEXED BY follow_up_open_customer
 WHERE customer_id = ?1 AND state IN ('open', 'paused') AND state = 'open' AND due_at < (?2 + 1) * 1440 AND id <> ?3
   AND (channels LIKE '%home%' OR channels LIKE '%phone%') AND blocked = 0
 ORDER BY priority, due_at, id

-- What ?1 has to do on the days ?2 to ?3, for spreading it: fixed is what a person put there or agreed on.
-- name: spread-week
SELECT f.id, f.customer_id, c.name, f.kind, f.due_on, f.ways, f.window_from_on,
       f.by_hand OR f.agreed_at IS NOT NULL OR f.blocked
  FROM follow_up f INDEXED BY follow_up_open_staff JOIN customer c ON c.id = f.customer_id
 WHERE f.state = 'open' AND f.staff_id = ?1 AND f.due_at >= ?2 * 1440 AND f.due_at < (?3 + 1) * 1440
 ORDER BY f.due_on, f.id

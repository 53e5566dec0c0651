-- The Customers page: rows of the list, filters, segments, tags, handing over.

-- What the list shows of some customers, in no order. Phone numbers are masked before they leave the store. The plan is
-- that of the next step, else of the next contact.
-- name: customer-list-rows
SELECT c.id, c.name, c.tier, c.stage, c.card_type,
       (SELECT t.tier FROM tier_scheme m JOIN customer_tier t ON t.scheme_id = m.id AND t.customer_id = c.id
         WHERE m.key = 'membership'),
       c.area,
       (SELECT e.plan_id || ' ' || f.step_no || ' ' || f.step_count FROM follow_up f JOIN enrolment e ON e.id = f.enrolment_id
         WHERE f.customer_id = c.id AND f.state IN ('open', 'paused') ORDER BY f.step_no = 0, f.due_at LIMIT 1),
       c.last_contact_at, c.next_due_at, c.supply_until_on,
       (SELECT p.number FROM phone p WHERE p.customer_id = c.id AND p.family_id IS NULL ORDER BY p.preferred DESC, p.wrong, p.id LIMIT 1),
       s.name, c.owner_id, EXISTS (SELECT 1 FROM special_date d WHERE d.customer_id = c.id AND d.kind = 'birthday'),
       c.address <> '', c.source <> '', EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = c.id),
       c.contact_windows <> '', c.do_not_contact IS NOT NULL
  FROM customer c LEFT JOIN staff s ON s.id = c.owner_id
 WHERE c.id IN (SELECT value FROM json_each (?1))

-- An object of values and lists of values; null says nothing that a card could fit.
-- name: filter-is-valid
SELECT CASE WHEN json_valid (?1) THEN json_type (?1) = 'object' AND NOT EXISTS (SELECT 1 FROM json_tree (?1) WHERE type = 'null')
            ELSE 0 END

-- name: filter-values
SELECT f.key, v.value FROM json_each (?1) f, json_each (CASE f.type WHEN 'array' THEN f.value ELSE json_array (f.value) END) v

-- From one area to the next in the index, not through all cards.
-- name: customer-areas
WITH RECURSIVE a (v) AS (
  SELECT min (area) FROM customer WHERE area > '' AND merged_into_id IS NULL
  UNION ALL
  SELECT (SELECT min (area) FROM customer WHERE area > v AND merged_into_id IS NULL) FROM a WHERE v IS NOT NULL)
SELECT v FROM a WHERE v IS NOT NULL LIMIT ?1

-- name: segment-list
SELECT id, name, filter, coalesce (staff_id, 0) FROM segment WHERE staff_id IS NULL OR staff_id = ?1 OR ?1 = 0 ORDER BY name

-- name: segment-by-name
SELECT id FROM segment WHERE name = ?1

-- name: segment-filter
SELECT filter FROM segment WHERE name = ?1

-- name: segment-owner
SELECT coalesce (staff_id, 0) FROM segment WHERE id = ?1

-- name: segment-insert
INSERT INTO segment (id, name, filter, staff_id) VALUES (?1, ?2, ?3, ?4)

-- name: segment-update
UPDATE segment SET filter = ?2 WHERE id = ?1 AND filter <> ?2

-- name: segment-delete
DELETE FROM segment WHERE id = ?1

-- name: tag-list
SELECT id, name, colour FROM tag ORDER BY name

-- name: tag-insert-coloured
INSERT INTO tag (id, name, colour) VALUES (?1, ?2, ?3)

-- name: customers-untag
DELETE FROM customer_tag WHERE customer_id = ?1 AND tag_id = ?2

-- name: customer-book
SELECT id FROM customer WHERE owner_id = ?1 AND merged_into_id IS NULL ORDER BY id

-- Complaints that are open: what the customer said, since when.
-- name: handover-complaints
SELECT id, received_at / 1440, CASE words WHEN '' THEN '#' || number ELSE words END FROM complaint
 WHERE customer_id = ?1 AND stage <> 'closed' ORDER BY received_at

-- Where the customer stands in each care plan.
-- name: handover-places
SELECT e.plan_id, (SELECT f.step_no || ' ' || f.step_count || ' ' || f.due_on FROM follow_up f
                    WHERE f.enrolment_id = e.id AND f.state IN ('open', 'paused') ORDER BY f.step_no = 0, f.due_at LIMIT 1)
  FROM enrolment e WHERE e.customer_id = ?1 AND e.state = 'running' ORDER BY e.started_at, e.id

-- How many customers of a selection stand in each tier of a scheme.
-- name: handover-tiers
SELECT t.tier, count (*) FROM customer_tier t
 WHERE t.scheme_id = ?2 AND t.customer_id IN (SELECT value FROM json_each (?1)) GROUP BY t.tier

-- Who looks after all of a selection; 0 when they are several, or nobody.
-- name: handover-only-owner
SELECT CASE WHEN count (DISTINCT coalesce (owner_id, 0)) = 1 THEN max (coalesce (owner_id, 0)) ELSE 0 END
  FROM customer WHERE id IN (SELECT value FROM json_each (?1))

-- name: staff-skills
SELECT s.id, s.name, k.skill, k.grade, (SELECT count (*) FROM customer c WHERE c.owner_id = s.id AND c.card_type <> 'discarded'),
       s.role = 'manager'
  FROM staff s LEFT JOIN staff_skill k ON k.staff_id = s.id WHERE s.active = 1 AND s.role <> 'expert' ORDER BY s.name, s.id

-- name: staff-name-active
SELECT name FROM staff WHERE id = ?1 AND active = 1

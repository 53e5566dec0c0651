-- Somebody outside posed as us (COMP-8).

-- name: incident-insert
INSERT INTO incident (id, number, customer_id, happened_at, reported_by_id, caller_tail, claimed, knew, lost_fen, courier,
                      tracking_number)
SELECT ?1, (SELECT coalesce (max (number), 0) + 1 FROM incident), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10

-- name: incident-get
SELECT i.id, i.number, i.customer_id, c.name, c.owner_id, i.happened_at, s.name, i.caller_tail, i.claimed, i.knew,
       coalesce (i.lost_fen, 0), i.courier, i.tracking_number, i.done, i.closed_at, i.round_id,
       (SELECT count (*) FROM greeting g WHERE g.round_id = i.round_id),
       (SELECT count (done_at) FROM greeting g WHERE g.round_id = i.round_id)
  FROM incident i JOIN customer c ON c.id = i.customer_id LEFT JOIN staff s ON s.id = i.reported_by_id WHERE i.id = ?1

-- name: incident-by-number
SELECT id FROM incident WHERE id = ?1 OR number = ?1 ORDER BY id = ?1 DESC LIMIT 1

-- Whose: ?1 the agent who looks, 0 for who sees all (ROLE-1); ?2 the owner, 0 for anybody's. Open ones first, then the newest.
-- name: incident-list
SELECT i.id FROM incident i JOIN customer c ON c.id = i.customer_id
 WHERE (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL) AND (?2 = 0 OR c.owner_id = ?2)
 ORDER BY i.closed_at IS NOT NULL, i.happened_at DESC, i.id DESC LIMIT ?3

-- name: incident-set-done
UPDATE incident SET done = ?2 WHERE id = ?1

-- name: incident-set-round
UPDATE incident SET round_id = ?2 WHERE id = ?1

-- name: incident-close
UPDATE incident SET closed_at = ?2 WHERE id = ?1

-- Good customers, the best first: whoever bought in a year, but not who was called by the swindler.
-- name: incident-good-customers
SELECT c.id FROM customer c
 WHERE c.card_type = 'customer' AND c.merged_into_id IS NULL AND c.do_not_contact IS NULL
   AND c.id <> (SELECT customer_id FROM incident WHERE id = ?1)
   AND EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = c.id
                  AND p.bought_on > (SELECT happened_at / 1440 - 365 FROM incident WHERE id = ?1))
 ORDER BY c.tier_rank DESC, c.last_contact_at DESC, c.id LIMIT ?2

-- The card for a customer who rings back: number, name, order, day, staff.
-- name: verification
SELECT c.id & 281474976710655, c.name,
       (SELECT p.order_number FROM purchase p WHERE p.customer_id = c.id AND p.order_number <> ''
         ORDER BY p.bought_on DESC, p.id DESC LIMIT 1),
       (SELECT max (p.bought_on) FROM purchase p WHERE p.customer_id = c.id), s.name
  FROM customer c LEFT JOIN staff s ON s.id = c.owner_id WHERE c.id = ?1

-- Which staff had looked at the records involved, in the year before it happened.
-- name: incident-leaks
SELECT s.name, count (DISTINCT i.id), count (*), (SELECT count (*) FROM incident)
  FROM incident i
  JOIN audit a ON a.row_id = i.customer_id AND a.tbl = 'customer' AND a.action IN ('open', 'reveal', 'export')
              AND a.now_at < i.happened_at AND a.now_at > i.happened_at - 365 * 1440
  JOIN staff s ON s.id = a.staff_id
 GROUP BY s.id ORDER BY 2 DESC, 3 DESC, s.name

-- One line a day for whoever looks at a card, however often they do.
-- name: audit-opened
SELECT count (*) FROM audit
 WHERE row_id = ?1 AND staff_id IS ?2 AND action = 'open' AND now_at / 1440 = ?3 / 1440

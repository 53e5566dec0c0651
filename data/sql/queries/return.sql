-- Goods that come back (COMP-5).

-- name: return-insert
INSERT INTO product_return (id, number, customer_id, purchase_id, complaint_id, adverse_id, opened_at, staff_id, reason, insists,
                            wants, note)
SELECT ?1, (SELECT coalesce (max (number), 0) + 1 FROM product_return), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11

-- name: return-line-insert
INSERT INTO return_line (id, return_id, line_id, packs) VALUES (?1, ?2, ?3, ?4)

-- A line of purchase ?2: whether it is of it, and how many packs are left of it, besides those that come back already.
-- name: return-line-left
SELECT l.packs - coalesce ((SELECT sum (n.packs) FROM return_line n JOIN product_return t ON t.id = n.return_id
                             WHERE n.line_id = l.id AND t.state <> 'kept'), 0)
  FROM purchase_line l WHERE l.id = ?1 AND l.purchase_id = ?2

-- name: return-purchase-customer
SELECT customer_id FROM purchase WHERE id = ?1

-- name: return-get
SELECT t.id, t.number, t.customer_id, c.name, c.owner_id, t.purchase_id, t.complaint_id, t.adverse_id, t.opened_at, t.reason,
       t.insists, t.wants, t.state, t.refund_fen, t.goods_back_on, t.done_at, t.note, s.name, p.bought_on,
       (SELECT min (due_at) FROM deadline d WHERE d.subject_id = t.id AND d.state <> 'void'),
       (SELECT max (state) FROM deadline d WHERE d.subject_id = t.id AND d.state <> 'void'),
       coalesce (p.paid_fen, (SELECT sum (l.packs * l.price_fen) - p.discount_fen FROM purchase_line l
                               WHERE l.purchase_id = p.id HAVING count (*) = count (l.price_fen)))
       - coalesce ((SELECT sum (o.refund_fen) FROM product_return o
                     WHERE o.purchase_id = t.purchase_id AND o.id <> t.id AND o.state = 'refunded'), 0),
       (SELECT sum (n.packs * coalesce (l.price_fen, r.price_fen)) FROM return_line n JOIN purchase_line l ON l.id = n.line_id
          JOIN product r ON r.id = l.product_id WHERE n.return_id = t.id),
       coalesce ((SELECT group_concat (r.name || ' ×' || n.packs, ', ') FROM return_line n
                    JOIN purchase_line l ON l.id = n.line_id JOIN product r ON r.id = l.product_id WHERE n.return_id = t.id), '')
  FROM product_return t JOIN customer c ON c.id = t.customer_id LEFT JOIN staff s ON s.id = t.staff_id
  LEFT JOIN purchase p ON p.id = t.purchase_id
 WHERE t.id = ?1

-- name: return-by-number
SELECT id FROM product_return WHERE id = ?1 OR number = ?1 ORDER BY id = ?1 DESC LIMIT 1

-- Whose: ?1 the agent who looks, 0 for who sees all (ROLE-1); ?2 the owner, 0 for anybody's. Open ones first, then the newest.
-- name: return-list
SELECT t.id FROM product_return t JOIN customer c ON c.id = t.customer_id
 WHERE (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL) AND (?2 = 0 OR c.owner_id = ?2)
 ORDER BY t.state NOT IN ('open', 'goods-back'), t.opened_at DESC, t.id DESC LIMIT ?3

-- What of a purchase can come back: line, product, packs left, price of a pack, batch, expiry.
-- name: return-choices
SELECT l.id, p.id, p.bought_on, r.name,
       l.packs - coalesce ((SELECT sum (n.packs) FROM return_line n JOIN product_return t ON t.id = n.return_id
                             WHERE n.line_id = l.id AND t.state <> 'kept'), 0) AS packs_left,
       coalesce (l.price_fen, r.price_fen), l.batch, l.expires_on, l.product_id
  FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id JOIN product r ON r.id = l.product_id
 WHERE p.customer_id = ?1 AND packs_left > 0 ORDER BY p.bought_on DESC, p.id DESC, l.id LIMIT 40

-- name: return-set-state
UPDATE product_return
   SET state = ?2, goods_back_on = coalesce (goods_back_on, ?3), done_at = ?4, refund_fen = coalesce (?5, refund_fen)
 WHERE id = ?1

-- name: return-set-sealed
UPDATE return_line SET sealed = packs WHERE return_id = ?1

-- name: return-insists
UPDATE product_return SET insists = 1 WHERE id = ?1

-- name: return-follow-ups-close
UPDATE follow_up SET state = 'cancelled', state_reason = 'not-needed', closed_at = ?2
 WHERE subject_id = ?1 AND kind = 'urgent' AND state IN ('open', 'paused')

-- The reward of a sale of which nothing is left is taken back (REF-5).
-- name: return-rewards-back
UPDATE reward SET state = 'taken-back'
 WHERE purchase_id = ?1 AND state <> 'taken-back'
   AND EXISTS (SELECT 1 FROM returned_purchase b WHERE b.purchase_id = ?1)

-- What came back and where it is from: product, batch, expiry, packs unopened, packs opened.
-- name: return-stock
SELECT r.name, l.batch, l.expires_on, sum (n.sealed), sum (n.packs - n.sealed)
  FROM product_return t JOIN return_line n ON n.return_id = t.id JOIN purchase_line l ON l.id = n.line_id
  JOIN product r ON r.id = l.product_id
 WHERE t.state IN ('goods-back', 'refunded', 'exchanged') GROUP BY r.id, l.batch, l.expires_on
 ORDER BY r.name, l.expires_on, l.batch

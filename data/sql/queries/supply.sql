-- Supply (PUR-3) and stages (CARD-10).

-- What came without a day of arrival was there on the day that was promised, else taken along.
-- name: supply-lines
SELECT l.product_id, coalesce (p.received_on, p.promised_on, p.bought_on),
       l.packs - coalesce ((SELECT sum (r.packs) FROM returned_line r WHERE r.line_id = l.id), 0),
       r.doses, l.expires_on, l.id, coalesce (p.received_on, p.promised_on, p.bought_on) AS there_on
  FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id JOIN product r ON r.id = l.product_id
 WHERE p.customer_id = ?1 ORDER BY l.product_id, there_on, l.id

-- name: supply-heard
SELECT started_at / 1440, left_days FROM visit WHERE customer_id = ?1 AND left_days IS NOT NULL
 ORDER BY started_at DESC, id DESC LIMIT 1

-- name: supply-set
UPDATE customer SET supply_until_on = ?2 WHERE id = ?1 AND supply_until_on IS NOT ?2

-- name: product-supply
SELECT name, doses FROM product WHERE id = ?1

-- name: stage-set
UPDATE customer SET stage = ?2 WHERE id = ?1 AND stage IS NOT ?2

-- name: stage-children
SELECT coalesce (born_on, due_on), born_on IS NULL FROM child WHERE customer_id = ?1

-- name: stage-candidates
SELECT DISTINCT customer_id FROM child WHERE born_on BETWEEN ?1 AND ?2

-- Tiers (section 3 of the handbook).

-- name: tier-scheme-insert
INSERT INTO tier_scheme (id, key, source, leading) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (key) DO NOTHING

-- name: tier-scheme-list
SELECT id, key, source, leading FROM tier_scheme WHERE active = 1 ORDER BY leading DESC, key

-- What schemes ask about, in the order of HfTierFact. ?2: the day twelve months ago; ?3, ?4: the branch's medians.
-- name: tier-facts
WITH recent AS (
  SELECT p.id, p.discount_fen,
         (SELECT sum ((l.packs - coalesce ((SELECT sum (n.packs) FROM returned_line n WHERE n.line_id = l.id), 0))
                      * coalesce (l.price_fen, r.price_fen, 0)) FROM purchase_line l
            JOIN product r ON r.id = l.product_id WHERE l.purchase_id = p.id) AS turnover,
         (SELECT sum ((l.packs - coalesce ((SELECT sum (n.packs) FROM returned_line n WHERE n.line_id = l.id), 0))
                      * coalesce (r.cost_fen, 0)) FROM purchase_line l
            JOIN product r ON r.id = l.product_id WHERE l.purchase_id = p.id) AS cost
    FROM purchase p WHERE p.customer_id = ?1 AND p.bought_on > ?2
     AND p.id NOT IN (SELECT purchase_id FROM returned_purchase WHERE customer_id = ?1)),
year AS (SELECT count (*) AS orders, coalesce (sum (turnover - discount_fen), 0) AS spent,
                coalesce (sum (turnover - discount_fen - cost), 0) AS profit FROM recent),
ever AS (SELECT count (*) AS orders FROM purchase
          WHERE customer_id = ?1 AND id NOT IN (SELECT purchase_id FROM returned_purchase WHERE customer_id = ?1))
SELECT ever.orders, max (ever.orders - 1, 0),
       EXISTS (SELECT 1 FROM tier_fact WHERE customer_id = ?1 AND fact = 'knows-company'),
       EXISTS (SELECT 1 FROM tier_fact WHERE customer_id = ?1 AND fact = 'encourages-others'),
       (SELECT count (*) FROM invitation i JOIN event e ON e.id = i.event_id
         WHERE i.customer_id = ?1 AND i.attended = 1 AND e.starts_at / 1440 > ?2),
       (SELECT coalesce (sum (guests), 0) FROM invitation WHERE customer_id = ?1 AND attended = 1),
       (SELECT count (*) FROM referral WHERE referrer_id = ?1 AND state = 'purchased'),
       (SELECT count (*) FROM referral f WHERE f.referrer_id = ?1 AND f.state = 'purchased'
           AND EXISTS (SELECT 1 FROM referral_move m WHERE m.referral_id = f.id AND m.state = 'purchased' AND m.moved_on > ?2)),
       EXISTS (SELECT 1 FROM tier_fact WHERE customer_id = ?1 AND fact = 'confirmed'),
       year.spent, year.orders > 0 AND year.orders >= ?3, year.orders > 0 AND year.profit >= ?4
  FROM ever, year

-- Orders and margin of each customer who bought in twelve months.
-- name: tier-turnovers
SELECT p.customer_id, count (DISTINCT p.id),
       sum ((l.packs - coalesce ((SELECT sum (n.packs) FROM returned_line n WHERE n.line_id = l.id), 0))
            * (coalesce (l.price_fen, r.price_fen, 0) - coalesce (r.cost_fen, 0)))
  FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id JOIN product r ON r.id = l.product_id
 WHERE p.bought_on > ?1 GROUP BY p.customer_id

-- name: tier-get
SELECT id, tier, rank, since_on, fall_since_on, by_hand, hand_reason, hand_until_on
  FROM customer_tier WHERE customer_id = ?1 AND scheme_id = ?2

-- name: tier-complaint-open
SELECT 1 FROM complaint WHERE customer_id = ?1 AND stage NOT IN ('resolved', 'closed') LIMIT 1

-- name: tier-insert
INSERT INTO customer_tier (id, customer_id, scheme_id, tier, rank, since_on, fall_since_on, by_hand, hand_reason, hand_until_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)

-- name: tier-update
UPDATE customer_tier SET tier = ?2, rank = ?3, since_on = ?4, fall_since_on = ?5, by_hand = ?6, hand_reason = ?7,
                         hand_until_on = ?8
 WHERE id = ?1

-- name: tier-change-insert
INSERT INTO tier_change (id, customer_id, scheme_id, changed_on, old_tier, new_tier, cause)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

-- name: tier-fact-insert
INSERT INTO tier_fact (id, customer_id, fact, observed_on, staff_id) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (customer_id, fact) DO NOTHING

-- name: tier-fact-delete
DELETE FROM tier_fact WHERE customer_id = ?1 AND fact = ?2

-- Whose tier may change on day ?1 though nothing happened on it: what lies twelve months back (?2) counts no longer, a
-- grace is over (?3 or before), a setting by hand ended the day before.
-- name: tier-candidates
SELECT customer_id FROM purchase WHERE bought_on = ?2
 UNION SELECT i.customer_id FROM event e JOIN invitation i ON i.event_id = e.id
        WHERE e.starts_at >= ?2 * 1440 AND e.starts_at < (?2 + 1) * 1440 AND i.attended = 1
 UNION SELECT f.referrer_id FROM referral_move m JOIN referral f ON f.id = m.referral_id
        WHERE m.moved_on = ?2 AND m.state = 'purchased' AND f.referrer_id IS NOT NULL
 UNION SELECT customer_id FROM customer_tier WHERE fall_since_on <= ?3
 UNION SELECT customer_id FROM customer_tier WHERE by_hand = 1 AND hand_until_on < ?1

-- name: tier-buyers
SELECT DISTINCT customer_id FROM purchase

-- How many there were in each tier at the end of day ?2, and where they came from since the end of day ?1.
-- name: tier-report
WITH at_start AS (
  SELECT customer_id, new_tier AS tier FROM (
    SELECT customer_id, new_tier, row_number () OVER (PARTITION BY customer_id ORDER BY changed_on DESC, id DESC) AS n
      FROM tier_change WHERE scheme_id = ?3 AND changed_on <= ?1) WHERE n = 1),
at_end AS (
  SELECT customer_id, new_tier AS tier FROM (
    SELECT customer_id, new_tier, row_number () OVER (PARTITION BY customer_id ORDER BY changed_on DESC, id DESC) AS n
      FROM tier_change WHERE scheme_id = ?3 AND changed_on <= ?2) WHERE n = 1)
SELECT coalesce (s.tier, ''), e.tier, count (*) FROM at_end e LEFT JOIN at_start s USING (customer_id)
 GROUP BY 1, 2 ORDER BY 1, 2

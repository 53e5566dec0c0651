-- Purchases.

-- name: purchase-insert
INSERT INTO purchase (id, customer_id, bought_on, received_on, promised_on, store, order_number, courier,
                      tracking_number, delivered_by_id, discount_fen, paid_fen, owed_fen, collect_on, override_reason, note,
                      sale_channel, price_basis)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)

-- name: purchase-sold-by
SELECT sale_channel, received_on FROM purchase WHERE id = ?1

-- name: purchase-arrived
UPDATE purchase SET received_on = ?2 WHERE id = ?1 AND received_on IS NULL AND bought_on <= ?2

-- name: purchase-line-insert
INSERT INTO purchase_line (id, purchase_id, product_id, packs, price_fen, batch, expires_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

-- A word of the product's that stands in the customer's health facts (PUR-2).
-- name: purchase-contraindicated
SELECT p.name FROM product_note n JOIN product p ON p.id = n.product_id
  JOIN health_fact h ON h.customer_id = ?1 AND h.kind IN ('condition', 'allergy', 'contraindication')
                    AND instr (h.text, n.word) > 0
 WHERE n.product_id = ?2 AND n.kind = 'contraindication' LIMIT 1

-- What the customer bore badly, and no expert has closed yet: this product, or severely whichever it was (COMP-6).
-- name: purchase-adverse
SELECT p.name, EXISTS (SELECT 1 FROM adverse_reaction
                        WHERE customer_id = ?1 AND closed_at IS NULL AND severity = 'severe')
  FROM product p
 WHERE p.id = ?2 AND EXISTS (SELECT 1 FROM adverse_reaction a
                              WHERE a.customer_id = ?1 AND a.closed_at IS NULL
                                AND (a.product_id = p.id OR a.severity = 'severe'))

-- Whether the customer bought the product before.
-- name: purchase-has-product
SELECT 1 FROM purchase p CROSS JOIN purchase_line l ON l.purchase_id = p.id
 WHERE p.customer_id = ?1 AND l.product_id = ?2 LIMIT 1

-- name: purchase-same
SELECT p.id FROM purchase p CROSS JOIN purchase_line l ON l.purchase_id = p.id
 WHERE p.customer_id = ?1 AND p.bought_on = ?2 AND l.product_id = ?3 AND l.packs = ?4
   AND (p.order_number = ?5) LIMIT 1

-- name: purchase-by-order
SELECT id FROM purchase WHERE customer_id = ?1 AND order_number = ?2 AND order_number <> '' LIMIT 1

-- name: customer-bought
UPDATE customer SET card_type = 'customer', card_type_before = NULL, discard_reason = '', sale_expected_on = NULL
 WHERE id = ?1 AND (card_type <> 'customer' OR sale_expected_on IS NOT NULL)

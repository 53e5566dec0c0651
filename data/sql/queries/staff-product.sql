-- Settings, staff, products.

-- name: setting-get
SELECT value FROM setting WHERE key = ?1

-- name: setting-set
INSERT INTO setting (id, key, value) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: staff-role
SELECT role FROM staff WHERE id = ?1 AND active = 1

-- name: staff-by-id
SELECT id FROM staff WHERE id = CAST (?1 AS INTEGER)

-- name: staff-by-name
SELECT id FROM staff WHERE name = ?1

-- name: staff-insert
INSERT INTO staff (id, name, role, qualification) VALUES (?1, ?2, ?3, ?4)

-- name: staff-list
SELECT id, name, role, qualification, active FROM staff WHERE active = 1 OR ?1 = 0
 ORDER BY active DESC, role DESC, name

-- name: staff-set
UPDATE staff SET name = ?2, role = ?3, qualification = ?4, active = ?5 WHERE id = ?1

-- name: staff-other-manager
SELECT 1 FROM staff WHERE role = 'manager' AND active = 1 AND id <> ?1 LIMIT 1

-- Who takes what is about staff ?1: a manager, and rather ?2.
-- name: staff-manager-but
SELECT coalesce ((SELECT id FROM staff WHERE role = 'manager' AND active = 1 AND id <> ?1 ORDER BY id <> ?2, id LIMIT 1), 0)

-- Who takes what nobody took, and is not about them: a manager before others.
-- name: staff-any-but
SELECT coalesce ((SELECT id FROM staff WHERE active = 1 AND id <> ?1 ORDER BY role <> 'manager', role <> 'agent', id LIMIT 1), 0)

-- name: staff-experts
SELECT count (*) FROM staff WHERE role = 'expert' AND active = 1

-- name: product-get
SELECT name, doses, shelf_life_days, price_fen, cost_fen, active FROM product WHERE id = ?1

-- name: product-notes
SELECT word FROM product_note WHERE product_id = ?1 AND kind = ?2 ORDER BY id

-- name: product-set
UPDATE product SET name = ?2, doses = ?3, shelf_life_days = ?4, price_fen = ?5, cost_fen = ?6, active = ?7 WHERE id = ?1

-- name: product-note-drop
DELETE FROM product_note WHERE product_id = ?1

-- name: product-buyers
SELECT DISTINCT p.customer_id FROM purchase_line l JOIN purchase p ON p.id = l.purchase_id WHERE l.product_id = ?1

-- name: product-by-id
SELECT id FROM product WHERE id = CAST (?1 AS INTEGER)

-- name: product-by-name
SELECT id FROM product WHERE name = ?1

-- name: product-insert
INSERT INTO product (id, name, doses, shelf_life_days, price_fen, cost_fen) VALUES (?1, ?2, ?3, ?4, ?5, ?6)

-- name: product-note-insert
INSERT INTO product_note (id, product_id, kind, word) VALUES (?1, ?2, ?3, ?4)

-- name: product-list
SELECT id, name, doses, shelf_life_days, price_fen, active FROM product ORDER BY active DESC, name

-- name: plan-by-id
SELECT id FROM care_plan WHERE id = CAST (?1 AS INTEGER)

-- name: plan-by-key
SELECT id FROM care_plan WHERE key = ?1

-- name: staff-name
SELECT name FROM staff WHERE id = ?1

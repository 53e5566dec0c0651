-- The search index (docs/decisions/0040-search.md).

-- name: search-is-behind
SELECT EXISTS (SELECT 1 FROM search_stale)

-- A card that was merged is found under the one that it was merged into, however often that went on.
-- name: search-add-survivors
WITH RECURSIVE up (id) AS (
  SELECT c.merged_into_id FROM search_stale s CROSS JOIN customer c ON c.id = s.customer_id WHERE c.merged_into_id IS NOT NULL
   UNION
  SELECT c.merged_into_id FROM up CROSS JOIN customer c ON c.id = up.id WHERE c.merged_into_id IS NOT NULL)
INSERT INTO search_stale (customer_id) SELECT id FROM up WHERE true ON CONFLICT DO NOTHING

-- name: search-drop-stale
DELETE FROM customer_search WHERE rowid IN (SELECT customer_id FROM search_stale)

-- In the order of the ids: FTS5 begins a new segment whenever an id is smaller than the one before.
-- name: search-add-stale
INSERT INTO customer_search (rowid, tokens)
SELECT t.id, t.tokens FROM search_stale s CROSS JOIN customer_search_text t ON t.id = s.customer_id ORDER BY s.customer_id

-- name: search-caught-up
DELETE FROM search_stale

-- name: search-match
SELECT c.id, c.name_sort, c.last_contact_at, c.card_type = 'discarded', coalesce (c.owner_id, 0)
  FROM customer_search s CROSS JOIN customer c ON c.id = s.rowid WHERE customer_search MATCH ?1 LIMIT ?2

-- name: search-match-ids
SELECT rowid FROM customer_search WHERE customer_search MATCH ?1 LIMIT ?2

-- name: search-match-all
SELECT rowid FROM customer_search WHERE customer_search MATCH ?1

-- name: search-card
SELECT c.id, c.name_sort, c.last_contact_at, c.card_type = 'discarded', coalesce (c.owner_id, 0)
  FROM customer c WHERE id = ?1 AND merged_into_id IS NULL

-- name: search-cards
SELECT c.id, c.name_sort, c.last_contact_at, c.card_type = 'discarded', coalesce (c.owner_id, 0)
  FROM json_each (?1) j CROSS JOIN customer c ON c.id = j.value WHERE c.merged_into_id IS NULL

-- name: search-named
SELECT c.id, c.name_sort, c.last_contact_at, c.card_type = 'discarded', coalesce (c.owner_id, 0)
  FROM customer c WHERE name = ?1 AND merged_into_id IS NULL ORDER BY last_contact_at DESC LIMIT ?2

-- name: search-names-from
SELECT c.id, c.name_sort, c.last_contact_at, c.card_type = 'discarded', coalesce (c.owner_id, 0)
  FROM customer c WHERE name >= ?1 AND name < ?2 AND merged_into_id IS NULL LIMIT ?3

-- name: search-sorted-from
SELECT c.id, c.name_sort, c.last_contact_at, c.card_type = 'discarded', coalesce (c.owner_id, 0)
  FROM customer c WHERE name_sort >= ?1 AND name_sort < ?2 AND merged_into_id IS NULL LIMIT ?3

-- Whose rank is read off the index; the card of those that fit is read then.
-- name: search-contacted-last
SELECT id, name_sort FROM customer WHERE last_contact_at IS NOT NULL ORDER BY last_contact_at DESC LIMIT ?1

-- name: search-contacted-last-of-owner
SELECT id, name_sort FROM customer WHERE owner_id IS ?2 AND last_contact_at IS NOT NULL ORDER BY last_contact_at DESC LIMIT ?1

-- Begins to make the index one piece; so many pages at a time.
-- name: search-compact-begin
INSERT INTO customer_search (customer_search, rank) VALUES ('merge', -1000)

-- name: search-compact-go-on
INSERT INTO customer_search (customer_search, rank) VALUES ('merge', 1000)

-- name: search-clear
DELETE FROM customer_search

-- name: search-all-stale
INSERT INTO search_stale (customer_id) SELECT id FROM customer WHERE true ON CONFLICT DO NOTHING

-- name: search-contents
SELECT group_concat (rowid || ' ' || tokens, char (10)) FROM (SELECT rowid, tokens FROM customer_search ORDER BY rowid)

-- Operations and what they changed.

-- name: change-next-seq
SELECT coalesce (max (seq), 0) + 1 FROM change

-- name: operation-insert
INSERT INTO operation (id, kind, subject, staff_id, now_at, done_ms, first_seq, last_seq, undoes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- name: operation-get
SELECT id, kind, subject, staff_id, undone_by, undoes, first_seq, last_seq FROM operation WHERE id = ?1

-- name: operation-mark-undone
UPDATE operation SET undone_by = ?2 WHERE id = ?1

-- The newest that is still in force and is not itself an undo; ?1: only this person's (0: anybody's).
-- name: operation-last-undoable
SELECT id FROM operation
 WHERE undone_by IS NULL AND undoes IS NULL AND kind NOT IN ('engine.run', 'customer.erase') AND (?1 = 0 OR staff_id = ?1)
 ORDER BY id DESC LIMIT 1

-- The newest undo that was not itself undone: redo undoes it. Gone once something else was done since.
-- name: operation-last-redoable
SELECT id FROM operation
 WHERE undoes IS NOT NULL AND undone_by IS NULL AND kind = 'undo' AND (?1 = 0 OR staff_id = ?1)
   AND NOT EXISTS (SELECT 1 FROM operation later
                    WHERE later.id > operation.id AND later.undoes IS NULL AND (?1 = 0 OR later.staff_id = ?1))
 ORDER BY id DESC LIMIT 1

-- What the operation that this one took back was.
-- name: operation-undone-kind
SELECT kind FROM operation WHERE id = (SELECT undoes FROM operation WHERE id = ?1)

-- name: operation-changes-backwards
SELECT seq, tbl, row_id, kind, old, new FROM change WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq DESC

-- name: operation-first-day
SELECT min (now_at) / 1440 FROM (SELECT now_at FROM operation ORDER BY id LIMIT 1)

-- ?2: whose, 0 for everybody's.
-- name: operation-list
SELECT o.id, o.kind, o.subject, s.name, o.now_at, o.first_seq, o.last_seq, o.undone_by, o.undoes
  FROM operation o LEFT JOIN staff s ON s.id = o.staff_id
 WHERE ?2 = 0 OR o.staff_id = ?2
 ORDER BY o.id DESC LIMIT ?1

-- name: operation-tables
SELECT tbl, kind, count (*) FROM change WHERE seq BETWEEN ?1 AND ?2 GROUP BY tbl, kind ORDER BY tbl, kind

-- name: audit-insert
INSERT INTO audit (id, done_ms, now_at, staff_id, action, tbl, row_id, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)

-- Whether an operation that still holds changed the row after seq ?2.
-- name: change-later
SELECT 1 FROM change c JOIN operation o ON o.id = c.op_id
 WHERE c.row_id = ?1 AND c.seq > ?2 AND c.tbl = ?3 AND o.undone_by IS NULL AND o.undoes IS NULL LIMIT 1

-- Rows that operations still in force changed after seq ?1.
-- name: changes-after
SELECT c.tbl, c.row_id FROM change c JOIN operation o ON o.id = c.op_id
 WHERE c.seq > ?1 AND o.undone_by IS NULL AND o.undoes IS NULL

-- Whether a row of table ?4 was inserted between two seqs.
-- name: change-inserted
SELECT 1 FROM change WHERE row_id = ?1 AND seq BETWEEN ?2 AND ?3 AND kind = 'I' AND tbl = ?4

-- name: json-keys
SELECT key FROM json_each (?1) ORDER BY key

-- The branch's own texts and words (TEXT-1 to TEXT-3).

-- name: text-install
INSERT INTO text_piece (id, kind, key, language, title, words, body, shipped) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)

-- name: text-count
SELECT count (*) FROM text_piece WHERE kind = ?1 AND key = ?2 AND language = ?3

-- name: text-set
INSERT INTO text_piece (id, kind, key, language, title, words, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (kind, key, language) DO UPDATE SET title = excluded.title, words = excluded.words, body = excluded.body,
                                                shipped = 0

-- name: text-list
SELECT kind, key, language, title, words, body FROM text_piece
 WHERE language = ?1 AND (?2 IS NULL OR kind = ?2) AND kind <> 'forbidden-word' ORDER BY kind, id

-- name: text-get
SELECT kind, key, language, title, words, body FROM text_piece WHERE kind = ?1 AND key = ?2 AND language = ?3

-- The branch's own, in whatever language: a claim is one in each.
-- name: text-forbidden-words
SELECT title, body FROM text_piece WHERE kind = 'forbidden-word' ORDER BY id

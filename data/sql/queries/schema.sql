-- The schema itself, for migrations and the change log.

-- name: schema-tables
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name

-- name: schema-columns
SELECT name FROM pragma_table_info (?1) ORDER BY cid

-- name: schema-references
SELECT "from", "table" FROM pragma_foreign_key_list (?1) ORDER BY id

-- name: schema-log-triggers
SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log~_%' ESCAPE '~'

-- name: schema-version
SELECT user_version FROM pragma_user_version

-- name: schema-application
SELECT application_id FROM pragma_application_id

-- name: schema-object-count
SELECT count(*) FROM sqlite_schema

-- name: schema-broken-keys
SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT 1

-- name: schema-integrity
SELECT integrity_check FROM pragma_integrity_check (20)

-- name: schema-data-version
SELECT data_version FROM pragma_data_version

-- name: meta-get
SELECT value FROM meta WHERE key = ?1

-- name: meta-set
INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value

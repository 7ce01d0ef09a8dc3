-- Title: the outline of a slot's conflict is kept (parameters: slot, content hash of its finding, outline)
INSERT OR REPLACE INTO check_outline (slot_id, content_hash, body) VALUES (?, ?, ?)

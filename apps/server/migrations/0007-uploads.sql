-- Files on their way: nobody's evidence until they are whole and found to be what was said. Only the one who sends a file sees
-- it, in a role that may add it; a chunk carries its sender, so that its policy needs no other table.
CREATE TABLE kaohe.uploads (
  tenant_id bigint NOT NULL,
  upload_id uuid NOT NULL,
  account text NOT NULL,
  year_id text NOT NULL,
  unit_id text,
  team_id text,
  purpose text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  received integer NOT NULL,
  touched_at timestamptz NOT NULL,
  CONSTRAINT uploads_pkey PRIMARY KEY (tenant_id, upload_id),
  CONSTRAINT uploads_sender_key UNIQUE (tenant_id, upload_id, account),
  CONSTRAINT uploads_received_check CHECK (received >= 0 AND received <= bytes),
  CONSTRAINT uploads_purpose_check CHECK (
    (purpose IN ('row', 'statement') AND unit_id IS NOT NULL AND team_id IS NOT NULL)
    OR (purpose = 'ballot' AND unit_id IS NULL AND team_id IS NULL))
);
CALL plat.make_tenant_table('kaohe.uploads');
CREATE POLICY uploads_lines ON kaohe.uploads
  USING (tenant_id = plat.tenant() AND (plat.role() = 'system' OR (account = plat.account() AND (plat.role() = 'counting-clerk'
    OR (plat.role() IN ('office', 'supplying-division') AND purpose = 'row')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND purpose = 'row')
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND purpose = 'statement')))))
  WITH CHECK (tenant_id = plat.tenant() AND account = plat.account() AND (plat.role() = 'counting-clerk'
    OR (plat.role() IN ('office', 'supplying-division') AND purpose = 'row')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND purpose = 'row')
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND purpose = 'statement')));
GRANT SELECT, INSERT, DELETE, UPDATE (received, touched_at) ON kaohe.uploads TO kaohe_app;
CREATE INDEX uploads_unit_idx ON kaohe.uploads (tenant_id, year_id, unit_id);

CREATE TABLE kaohe.upload_chunks (
  tenant_id bigint NOT NULL,
  upload_id uuid NOT NULL,
  at_byte integer NOT NULL,
  account text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT upload_chunks_pkey PRIMARY KEY (tenant_id, upload_id, at_byte)
);
CALL plat.make_tenant_table('kaohe.upload_chunks');
CREATE POLICY upload_chunks_lines ON kaohe.upload_chunks
  USING (tenant_id = plat.tenant() AND (plat.role() = 'system' OR account = plat.account()))
  WITH CHECK (tenant_id = plat.tenant() AND account = plat.account());
GRANT SELECT, INSERT ON kaohe.upload_chunks TO kaohe_app;

ALTER TABLE kaohe.uploads ADD CONSTRAINT uploads_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.uploads ADD CONSTRAINT uploads_unit_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.units (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.upload_chunks ADD CONSTRAINT upload_chunks_upload_fkey
  FOREIGN KEY (tenant_id, upload_id, account) REFERENCES kaohe.uploads (tenant_id, upload_id, account) ON DELETE CASCADE;

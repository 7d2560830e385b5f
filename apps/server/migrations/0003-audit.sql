-- What was done, by whom, acting as what. Append-only by grants: nobody has UPDATE or DELETE. Entries are written in the
-- transaction of the act; the chain over them is sealed in the background, one head row a tenant.
CREATE TABLE kaohe.audit_entries (
  tenant_id bigint NOT NULL,
  entry_id uuid NOT NULL,
  at timestamptz NOT NULL,
  account text NOT NULL,
  role text NOT NULL,
  scope text NOT NULL,
  act text NOT NULL,
  subject text NOT NULL,
  before jsonb,
  after jsonb,
  reason text,
  succeeded boolean NOT NULL,
  CONSTRAINT audit_entries_pkey PRIMARY KEY (tenant_id, entry_id)
);
CALL plat.make_tenant_table('kaohe.audit_entries');
-- Nobody writes in the name of another role.
CREATE POLICY audit_entries_insert ON kaohe.audit_entries FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() = 'system' OR (role = plat.role() AND scope = coalesce(plat.scope(), ''))));
CREATE POLICY audit_entries_read ON kaohe.audit_entries FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'auditor'));
GRANT SELECT, INSERT ON kaohe.audit_entries TO kaohe_app;
CREATE INDEX audit_entries_at_idx ON kaohe.audit_entries (tenant_id, at);

CREATE TABLE kaohe.audit_seals (
  tenant_id bigint NOT NULL,
  seal_number bigint NOT NULL,
  entry_id uuid NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_seals_pkey PRIMARY KEY (tenant_id, seal_number),
  CONSTRAINT audit_seals_entry_key UNIQUE (tenant_id, entry_id)
);
CALL plat.make_tenant_table('kaohe.audit_seals');
CREATE POLICY audit_seals_insert ON kaohe.audit_seals FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system');
CREATE POLICY audit_seals_read ON kaohe.audit_seals FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'auditor'));
GRANT SELECT, INSERT ON kaohe.audit_seals TO kaohe_app;

CREATE TABLE kaohe.audit_heads (
  tenant_id bigint NOT NULL,
  seal_number bigint NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_heads_pkey PRIMARY KEY (tenant_id)
);
CALL plat.make_tenant_table('kaohe.audit_heads');
CREATE POLICY audit_heads_system ON kaohe.audit_heads
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'auditor'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system');
GRANT SELECT, INSERT, UPDATE ON kaohe.audit_heads TO kaohe_app;

-- The answer to a write, kept so that the same request sent twice is done once.
CREATE TABLE kaohe.idempotency_keys (
  tenant_id bigint NOT NULL,
  account text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, account, key)
);
CALL plat.make_tenant_table('kaohe.idempotency_keys');
CREATE POLICY idempotency_keys_own ON kaohe.idempotency_keys
  USING (tenant_id = plat.tenant() AND (account = plat.account() OR plat.role() = 'system'))
  WITH CHECK (tenant_id = plat.tenant() AND (account = plat.account() OR plat.role() = 'system'));
GRANT SELECT, INSERT, UPDATE (answer), DELETE ON kaohe.idempotency_keys TO kaohe_app;

ALTER TABLE kaohe.audit_seals ADD CONSTRAINT audit_seals_entry_fkey
  FOREIGN KEY (tenant_id, entry_id) REFERENCES kaohe.audit_entries (tenant_id, entry_id);

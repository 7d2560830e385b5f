-- What is made of a year to be taken out of the house: the codes of its papers, and long exports with their results.
-- A code is kept with the facts the paper was made of, so that it can be said what has changed since.
CREATE TABLE kaohe.paper_codes (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  code text NOT NULL,
  unit_id text,
  team_id text,
  statement jsonb NOT NULL,
  facts jsonb NOT NULL,
  score text,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  CONSTRAINT paper_codes_pkey PRIMARY KEY (tenant_id, year_id, code),
  CONSTRAINT paper_codes_unit_check CHECK ((unit_id IS NULL) = (team_id IS NULL))
);
CALL plat.make_tenant_table('kaohe.paper_codes');
CREATE POLICY paper_codes_lines ON kaohe.paper_codes
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'approver') OR unit_id IS NULL
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'approver') OR unit_id IS NULL
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope())));
GRANT SELECT, INSERT ON kaohe.paper_codes TO kaohe_app;

-- Exports that take long. Whoever works on one holds it until `held_until` and counts `attempt`: what an attempt wrote is nobody's
-- until the export is done, and another attempt takes it away.
CREATE TABLE kaohe.jobs (
  tenant_id bigint NOT NULL,
  job_id uuid NOT NULL,
  year_id text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  account text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  attempt integer NOT NULL,
  held_until timestamptz,
  done integer NOT NULL,
  total integer NOT NULL,
  name text,
  bytes bigint,
  sha256 text,
  failure text,
  ended_at timestamptz,
  CONSTRAINT jobs_pkey PRIMARY KEY (tenant_id, job_id),
  CONSTRAINT jobs_kind_check CHECK (kind IN ('papers', 'archive')),
  CONSTRAINT jobs_state_check CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT jobs_running_check CHECK ((state = 'running') = (held_until IS NOT NULL)),
  CONSTRAINT jobs_done_check CHECK (state <> 'done' OR (name IS NOT NULL AND bytes IS NOT NULL AND sha256 IS NOT NULL)),
  CONSTRAINT jobs_ended_check CHECK ((state IN ('queued', 'running')) = (ended_at IS NULL))
);
CALL plat.make_tenant_table('kaohe.jobs');
CREATE POLICY jobs_lines ON kaohe.jobs
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT, UPDATE, DELETE ON kaohe.jobs TO kaohe_app;
CREATE INDEX jobs_waiting_idx ON kaohe.jobs (tenant_id, state, asked_at);

CREATE TABLE kaohe.job_chunks (
  tenant_id bigint NOT NULL,
  job_id uuid NOT NULL,
  attempt integer NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT job_chunks_pkey PRIMARY KEY (tenant_id, job_id, attempt, number)
);
CALL plat.make_tenant_table('kaohe.job_chunks');
CREATE POLICY job_chunks_lines ON kaohe.job_chunks
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system');
GRANT SELECT, INSERT, DELETE ON kaohe.job_chunks TO kaohe_app;

ALTER TABLE kaohe.paper_codes ADD CONSTRAINT paper_codes_unit_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.units (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.jobs ADD CONSTRAINT jobs_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.job_chunks ADD CONSTRAINT job_chunks_job_fkey
  FOREIGN KEY (tenant_id, job_id) REFERENCES kaohe.jobs (tenant_id, job_id) ON DELETE CASCADE;

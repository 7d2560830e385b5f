-- Reports of the teams, the units' answers, and the results of a year.
CREATE TABLE kaohe.reports (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  unit_id text NOT NULL,
  team_id text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  score jsonb,
  signed_at timestamptz,
  signed_by text,
  received_at timestamptz,
  late boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  CONSTRAINT reports_pkey PRIMARY KEY (tenant_id, year_id, unit_id),
  CONSTRAINT reports_team_key UNIQUE (tenant_id, year_id, unit_id, team_id),
  CONSTRAINT reports_state_check CHECK (state IN ('draft', 'signed', 'received'))
);
CALL plat.make_tenant_table('kaohe.reports');
CREATE POLICY reports_read ON kaohe.reports FOR SELECT
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'approver')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND state = 'received')));
CREATE POLICY reports_insert ON kaohe.reports FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())));
CREATE POLICY reports_update ON kaohe.reports FOR UPDATE
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())));
GRANT SELECT, INSERT, UPDATE ON kaohe.reports TO kaohe_app;

-- What a report said when it was signed, and why it was reopened.
CREATE TABLE kaohe.report_signatures (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  unit_id text NOT NULL,
  team_id text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  rows jsonb NOT NULL,
  score jsonb NOT NULL,
  signed_at timestamptz NOT NULL,
  signed_by text NOT NULL,
  CONSTRAINT report_signatures_pkey PRIMARY KEY (tenant_id, year_id, unit_id, version)
);
CALL plat.make_tenant_table('kaohe.report_signatures');
CREATE POLICY report_signatures_lines ON kaohe.report_signatures
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'approver')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() = 'team-leader' AND team_id = plat.scope())));
GRANT SELECT, INSERT ON kaohe.report_signatures TO kaohe_app;

CREATE TABLE kaohe.report_reopenings (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  unit_id text NOT NULL,
  team_id text NOT NULL,
  version integer NOT NULL,
  reason text NOT NULL,
  reopened_at timestamptz NOT NULL,
  reopened_by text NOT NULL,
  CONSTRAINT report_reopenings_pkey PRIMARY KEY (tenant_id, year_id, unit_id, version)
);
CALL plat.make_tenant_table('kaohe.report_reopenings');
CREATE POLICY report_reopenings_lines ON kaohe.report_reopenings
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'approver')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON kaohe.report_reopenings TO kaohe_app;

CREATE TABLE kaohe.suggestion_answers (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  unit_id text NOT NULL,
  team_id text NOT NULL,
  suggestion integer NOT NULL,
  version integer NOT NULL,
  answer text NOT NULL,
  answered_at timestamptz NOT NULL,
  answered_by text NOT NULL,
  CONSTRAINT suggestion_answers_pkey PRIMARY KEY (tenant_id, year_id, unit_id, suggestion)
);
CALL plat.make_tenant_table('kaohe.suggestion_answers');
CREATE POLICY suggestion_answers_lines ON kaohe.suggestion_answers
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'approver')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope())));
GRANT SELECT, INSERT, UPDATE ON kaohe.suggestion_answers TO kaohe_app;

-- A computed result with the facts it follows from; frozen by content hash, then approved and published.
CREATE TABLE kaohe.results (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  result_number integer NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  facts text NOT NULL,
  result jsonb NOT NULL,
  content_hash text NOT NULL,
  awards jsonb NOT NULL,
  circular jsonb,
  computed_at timestamptz NOT NULL,
  computed_by text NOT NULL,
  frozen_at timestamptz,
  approved_at timestamptz,
  approved_by text,
  published_at timestamptz,
  CONSTRAINT results_pkey PRIMARY KEY (tenant_id, year_id, result_number),
  CONSTRAINT results_state_check CHECK (state IN ('computed', 'frozen', 'approved', 'published'))
);
CALL plat.make_tenant_table('kaohe.results');
CREATE POLICY results_read ON kaohe.results FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office', 'approver'));
CREATE POLICY results_insert ON kaohe.results FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
CREATE POLICY results_update ON kaohe.results FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office', 'approver'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office', 'approver'));
GRANT SELECT, INSERT, UPDATE ON kaohe.results TO kaohe_app;

ALTER TABLE kaohe.reports ADD CONSTRAINT reports_unit_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.units (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.report_signatures ADD CONSTRAINT report_signatures_report_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.reports (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.report_reopenings ADD CONSTRAINT report_reopenings_report_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.reports (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.suggestion_answers ADD CONSTRAINT suggestion_answers_report_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.reports (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.results ADD CONSTRAINT results_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);

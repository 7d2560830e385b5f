-- What units state about single lines of their sheets (自评, 申诉), and what the office answers. One table: who writes ends in a
-- state of their own, so that a unit cannot answer itself and the office cannot put words into a unit's mouth unnoticed.
CREATE TABLE kaohe.statements (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  unit_id text NOT NULL,
  stage text NOT NULL,
  line_id text NOT NULL,
  team_id text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  stated_at timestamptz NOT NULL,
  stated_by text NOT NULL,
  answer jsonb,
  answered_at timestamptz,
  answered_by text,
  CONSTRAINT statements_pkey PRIMARY KEY (tenant_id, year_id, unit_id, stage, line_id),
  CONSTRAINT statements_state_check CHECK (
    (stage = 'self-assessment' AND state IN ('submitted', 'returned', 'accepted'))
    OR (stage = 'appeal' AND state IN ('submitted', 'upheld', 'rejected'))),
  CONSTRAINT statements_answer_check CHECK (state = 'submitted'
    OR (answer IS NOT NULL AND answered_at IS NOT NULL AND answered_by IS NOT NULL))
);
CALL plat.make_tenant_table('kaohe.statements');
CREATE POLICY statements_read ON kaohe.statements FOR SELECT
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'approver')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope())));
CREATE POLICY statements_insert ON kaohe.statements FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND state = 'submitted' AND answer IS NULL)));
CREATE POLICY statements_update ON kaohe.statements FOR UPDATE
  USING (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() = 'office' AND state = 'submitted')
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND state IN ('submitted', 'returned'))))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() = 'office' AND state <> 'submitted')
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND state = 'submitted')));
GRANT SELECT, INSERT, UPDATE ON kaohe.statements TO kaohe_app;

-- What a unit shows for its own statements. Apart from the evidence of rows, which it sees only with its report.
ALTER TABLE kaohe.evidence DROP CONSTRAINT evidence_purpose_check;
ALTER TABLE kaohe.evidence ADD CONSTRAINT evidence_purpose_check CHECK (
  (purpose IN ('row', 'statement') AND unit_id IS NOT NULL AND team_id IS NOT NULL)
  OR (purpose = 'ballot' AND unit_id IS NULL AND team_id IS NULL));
CREATE POLICY evidence_of_statements_read ON kaohe.evidence FOR SELECT
  USING (tenant_id = plat.tenant() AND purpose = 'statement' AND (plat.role() = 'office'
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope())));
CREATE POLICY evidence_of_statements_insert ON kaohe.evidence FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND purpose = 'statement'
    AND plat.role() = 'assessed-unit' AND unit_id = plat.scope());

ALTER TABLE kaohe.statements ADD CONSTRAINT statements_unit_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.units (tenant_id, year_id, unit_id, team_id);

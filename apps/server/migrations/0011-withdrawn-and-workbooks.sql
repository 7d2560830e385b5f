-- An appeal may be withdrawn, a draft of a scheme deleted, and the result exported as a workbook, which the approver may have too.
ALTER TABLE kaohe.statements DROP CONSTRAINT statements_state_check;
ALTER TABLE kaohe.statements ADD CONSTRAINT statements_state_check CHECK (
  (stage = 'self-assessment' AND state IN ('submitted', 'returned', 'accepted'))
  OR (stage = 'appeal' AND state IN ('submitted', 'withdrawn', 'upheld', 'rejected')));
ALTER TABLE kaohe.statements DROP CONSTRAINT statements_answer_check;
ALTER TABLE kaohe.statements ADD CONSTRAINT statements_answer_check CHECK (state IN ('submitted', 'withdrawn')
  OR (answer IS NOT NULL AND answered_at IS NOT NULL AND answered_by IS NOT NULL));
DROP POLICY statements_update ON kaohe.statements;
CREATE POLICY statements_update ON kaohe.statements FOR UPDATE
  USING (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() = 'office' AND state = 'submitted')
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND state IN ('submitted', 'withdrawn', 'returned'))))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() = 'system'
    OR (plat.role() = 'office' AND state NOT IN ('submitted', 'withdrawn'))
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND state IN ('submitted', 'withdrawn'))));

-- What is issued is never deleted.
CREATE POLICY scheme_drafts_delete ON kaohe.scheme_drafts FOR DELETE
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office') AND state = 'draft');
GRANT DELETE ON kaohe.scheme_drafts TO kaohe_app;

-- The approver asks for the workbook and sees how far it is; the work on it, ending and removing it stay with system and office.
ALTER TABLE kaohe.jobs DROP CONSTRAINT jobs_kind_check;
ALTER TABLE kaohe.jobs ADD CONSTRAINT jobs_kind_check CHECK (kind IN ('papers', 'archive', 'result-workbook'));
CREATE POLICY jobs_of_approver_read ON kaohe.jobs FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() = 'approver' AND kind = 'result-workbook');
CREATE POLICY jobs_of_approver_insert ON kaohe.jobs FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'approver' AND kind = 'result-workbook' AND state = 'queued');

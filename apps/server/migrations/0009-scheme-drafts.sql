-- Schemes an office makes from a document of its own. A draft is changed over the version seen; once issued it stays as it is, and
-- its edition names the scheme that years are created after.
CREATE TABLE kaohe.scheme_drafts (
  tenant_id bigint NOT NULL,
  draft_id uuid NOT NULL,
  title text NOT NULL,
  file_name text NOT NULL,
  source text NOT NULL, -- the document's text, in which the places of clauses are counted
  body json NOT NULL, -- not jsonb: the order of the document stays
  state text NOT NULL,
  version integer NOT NULL,
  scheme_id text,
  edition text,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  CONSTRAINT scheme_drafts_pkey PRIMARY KEY (tenant_id, draft_id),
  CONSTRAINT scheme_drafts_scheme_key UNIQUE (tenant_id, scheme_id),
  CONSTRAINT scheme_drafts_state_check CHECK (
    (state = 'draft' AND scheme_id IS NULL AND edition IS NULL)
    OR (state = 'issued' AND scheme_id IS NOT NULL AND edition IS NOT NULL))
);
CALL plat.make_tenant_table('kaohe.scheme_drafts');
CREATE POLICY scheme_drafts_read ON kaohe.scheme_drafts FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
CREATE POLICY scheme_drafts_insert ON kaohe.scheme_drafts FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office') AND state = 'draft');
CREATE POLICY scheme_drafts_update ON kaohe.scheme_drafts FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office') AND state = 'draft')
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT, UPDATE (title, body, state, version, scheme_id, edition, changed_at, changed_by)
  ON kaohe.scheme_drafts TO kaohe_app;

ALTER TABLE kaohe.scheme_drafts ADD CONSTRAINT scheme_drafts_edition_fkey
  FOREIGN KEY (edition) REFERENCES plat.schemes (edition);

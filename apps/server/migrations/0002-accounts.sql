-- Who may sign in and in which roles. An account belongs to one family: business, or one of the three administrators
-- (三员分立); the foreign key of grants repeats the family, so the database itself refuses to mix them.
CREATE SCHEMA kaohe;
GRANT USAGE ON SCHEMA kaohe TO kaohe_app;

CREATE TABLE kaohe.accounts (
  tenant_id bigint NOT NULL,
  account_id uuid NOT NULL,
  family text NOT NULL,
  login text NOT NULL,
  display_name text NOT NULL,
  state text NOT NULL,
  password_hash text NOT NULL,
  password_set_at timestamptz NOT NULL,
  must_change_password boolean NOT NULL,
  totp_secret text,
  totp_confirmed boolean NOT NULL,
  totp_last_step bigint,
  failures integer NOT NULL,
  locked_until timestamptz,
  version integer NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (tenant_id, account_id),
  CONSTRAINT accounts_login_key UNIQUE (tenant_id, login),
  CONSTRAINT accounts_family_key UNIQUE (tenant_id, account_id, family),
  CONSTRAINT accounts_family_check CHECK (family IN ('system-administrator', 'security-administrator', 'auditor', 'business')),
  CONSTRAINT accounts_state_check CHECK (state IN ('active', 'disabled'))
);
CALL plat.make_tenant_table('kaohe.accounts');
CREATE POLICY accounts_read ON kaohe.accounts FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'system-administrator', 'security-administrator'));
CREATE POLICY accounts_insert ON kaohe.accounts FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'system-administrator'));
CREATE POLICY accounts_update ON kaohe.accounts FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'system-administrator'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'system-administrator'));
-- Neither the family nor the login of an account ever changes, and what proves an identity is written and never read: no role
-- selects it, whatever a service forgets.
GRANT SELECT (tenant_id, account_id, family, login, display_name, state, password_set_at, must_change_password, totp_confirmed,
  failures, locked_until, version), INSERT, UPDATE (display_name, state, password_hash, password_set_at, must_change_password, totp_secret,
  totp_confirmed, totp_last_step, failures, locked_until, version) ON kaohe.accounts TO kaohe_app;

CREATE TABLE kaohe.password_history (
  tenant_id bigint NOT NULL,
  account_id uuid NOT NULL,
  set_at timestamptz NOT NULL,
  password_hash text NOT NULL,
  CONSTRAINT password_history_pkey PRIMARY KEY (tenant_id, account_id, set_at)
);
CALL plat.make_tenant_table('kaohe.password_history');
CREATE POLICY password_history_system ON kaohe.password_history
  USING (tenant_id = plat.tenant() AND plat.role() = 'system')
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system');
-- Whoever gives a new initial password puts the one before it on the list, without reading the list.
CREATE POLICY password_history_insert ON kaohe.password_history FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system-administrator');
GRANT SELECT, DELETE ON kaohe.password_history TO kaohe_app;

-- The two doors to what proves an identity. They run as the owner, so they state their lines themselves. Signing in reads it;
CREATE FUNCTION kaohe.account_secrets(tenant_id bigint, wanted uuid)
  RETURNS TABLE (password_hash text, totp_secret text, totp_last_step bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT a.password_hash, a.totp_secret, a.totp_last_step FROM kaohe.accounts a
    WHERE a.tenant_id = account_secrets.tenant_id AND a.tenant_id = plat.tenant() AND a.account_id = wanted
      AND plat.role() = 'system' $$;
-- and whoever gives a new password puts the one before it on the list, unread.
CREATE FUNCTION kaohe.keep_former_password(wanted uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
  AS $$ INSERT INTO kaohe.password_history (tenant_id, account_id, set_at, password_hash)
    SELECT a.tenant_id, a.account_id, a.password_set_at, a.password_hash FROM kaohe.accounts a
    WHERE a.tenant_id = plat.tenant() AND a.account_id = wanted AND plat.role() IN ('system', 'system-administrator') $$;
REVOKE ALL ON FUNCTION kaohe.account_secrets(bigint, uuid), kaohe.keep_former_password(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kaohe.account_secrets(bigint, uuid), kaohe.keep_former_password(uuid) TO kaohe_app;

CREATE TABLE kaohe.grants (
  tenant_id bigint NOT NULL,
  grant_id uuid NOT NULL,
  account_id uuid NOT NULL,
  family text NOT NULL,
  role text NOT NULL,
  scope text NOT NULL,
  year_id text,
  granted_at timestamptz NOT NULL,
  granted_by text NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT grants_pkey PRIMARY KEY (tenant_id, grant_id),
  CONSTRAINT grants_role_check CHECK (
    (family = 'business' AND role IN ('office', 'counting-clerk', 'approver', 'team-leader', 'team-member', 'rating-leader',
      'rating-division', 'division-head', 'supplying-division', 'patrol-group', 'assessed-unit'))
    OR (family <> 'business' AND role = family)
  ),
  CONSTRAINT grants_year_check CHECK ((scope = '') = (year_id IS NULL))
);
COMMENT ON COLUMN kaohe.grants.year_id IS 'the year whose team, unit, rater … the scope is; null where the role has no scope';
CALL plat.make_tenant_table('kaohe.grants');
CREATE POLICY grants_read ON kaohe.grants FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'security-administrator'));
CREATE POLICY grants_insert ON kaohe.grants FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'security-administrator'));
-- A grant is revoked once, and never becomes another.
CREATE POLICY grants_update ON kaohe.grants FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'security-administrator'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'security-administrator') AND revoked_at IS NOT NULL);
GRANT SELECT, INSERT, UPDATE (revoked_at) ON kaohe.grants TO kaohe_app;

CREATE TABLE kaohe.sessions (
  tenant_id bigint NOT NULL,
  token_hash text NOT NULL,
  account_id uuid NOT NULL,
  grant_id uuid,
  totp_passed boolean NOT NULL,
  address text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT sessions_pkey PRIMARY KEY (tenant_id, token_hash)
);
CALL plat.make_tenant_table('kaohe.sessions');
CREATE POLICY sessions_system ON kaohe.sessions
  USING (tenant_id = plat.tenant() AND plat.role() = 'system')
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system');
-- An administrator ends sessions, and neither makes nor uses one.
CREATE POLICY sessions_read ON kaohe.sessions FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() = 'system-administrator');
CREATE POLICY sessions_end ON kaohe.sessions FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() = 'system-administrator')
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system-administrator' AND revoked_at IS NOT NULL);
GRANT SELECT, INSERT, UPDATE (grant_id, totp_passed, last_seen_at, revoked_at), DELETE ON kaohe.sessions TO kaohe_app;
CREATE INDEX sessions_account_idx ON kaohe.sessions (tenant_id, account_id);

-- Failed sign-ins by address; those of an account are counted on the account.
CREATE TABLE kaohe.address_failures (
  tenant_id bigint NOT NULL,
  address text NOT NULL,
  failures integer NOT NULL,
  locked_until timestamptz,
  CONSTRAINT address_failures_pkey PRIMARY KEY (tenant_id, address)
);
CALL plat.make_tenant_table('kaohe.address_failures');
CREATE POLICY address_failures_system ON kaohe.address_failures
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'system-administrator'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'system-administrator'));
GRANT SELECT, INSERT, UPDATE, DELETE ON kaohe.address_failures TO kaohe_app;

ALTER TABLE kaohe.password_history ADD CONSTRAINT password_history_account_fkey
  FOREIGN KEY (tenant_id, account_id) REFERENCES kaohe.accounts (tenant_id, account_id);
ALTER TABLE kaohe.grants ADD CONSTRAINT grants_account_fkey
  FOREIGN KEY (tenant_id, account_id, family) REFERENCES kaohe.accounts (tenant_id, account_id, family);
ALTER TABLE kaohe.sessions ADD CONSTRAINT sessions_account_fkey
  FOREIGN KEY (tenant_id, account_id) REFERENCES kaohe.accounts (tenant_id, account_id);

-- What every table stands on: the application's role, tenants, and the two kinds of table. The schema plat is there already:
-- the record of applied migrations lies in it. Only this file may look at the server it runs on.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'kaohe_app') THEN
    BEGIN
      CREATE ROLE kaohe_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- roles belong to the whole server: another database was being prepared at the same moment
    END;
    EXECUTE format('GRANT kaohe_app TO %I', current_user);
  ELSIF NOT pg_catalog.pg_has_role(current_user, 'kaohe_app', 'MEMBER') THEN
    EXECUTE format('GRANT kaohe_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA plat TO kaohe_app;

-- A table that lives with its tenant, bound by policies even for its owner. What is of a year opens to a role that is given for
-- something of a year (a team, a unit, a rater …) in that year alone: teams are called the same every year.
CREATE PROCEDURE plat.make_tenant_table(tenant_table regclass) LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table(tenant_table, 'tenant_id');
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
  IF EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = tenant_table AND attname = 'year_id') THEN
    EXECUTE format('CREATE POLICY own_year ON %s AS RESTRICTIVE USING (plat.opens(year_id))', tenant_table);
  END IF;
END $$;

-- A small table every tenant reads: a copy on each machine.
CREATE PROCEDURE plat.make_reference(reference_table regclass) LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citus') THEN
    PERFORM create_reference_table(reference_table);
  END IF;
END $$;

-- set_config() does not reach the other machines of a distributed database; SET LOCAL does, and it ends with the transaction.
CREATE FUNCTION plat.use_tenant(tenant bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL kaohe.tenant = %L', tenant);
END $$;

CREATE FUNCTION plat.act_as(tenant bigint, account text, role text, scope text, year text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL kaohe.tenant = %L', tenant);
  EXECUTE format('SET LOCAL kaohe.account = %L', account);
  EXECUTE format('SET LOCAL kaohe.role = %L', role);
  EXECUTE format('SET LOCAL kaohe.scope = %L', scope);
  EXECUTE format('SET LOCAL kaohe.year = %L', year);
END $$;

-- Once set in a connection, a setting that has ended reads as '' and no longer as missing.
CREATE FUNCTION plat.tenant() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(pg_catalog.current_setting('kaohe.tenant', true), '')::bigint $$;
CREATE FUNCTION plat.account() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(pg_catalog.current_setting('kaohe.account', true), '') $$;
CREATE FUNCTION plat.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(pg_catalog.current_setting('kaohe.role', true), '') $$;
CREATE FUNCTION plat.scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(pg_catalog.current_setting('kaohe.scope', true), '') $$;
CREATE FUNCTION plat.year() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(pg_catalog.current_setting('kaohe.year', true), '') $$;
-- A scope without a year opens no year.
CREATE FUNCTION plat.opens(year text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT plat.scope() IS NULL OR coalesce(year = plat.year(), false) $$;

CREATE TABLE plat.tenants (
  tenant_id bigint NOT NULL,
  name text NOT NULL,
  own_date date,
  created_at timestamptz NOT NULL,
  CONSTRAINT tenants_pkey PRIMARY KEY (tenant_id)
);
COMMENT ON COLUMN plat.tenants.own_date IS 'the day a demonstration believes it is; null where the calendar decides';
CALL plat.make_reference('plat.tenants');
ALTER TABLE plat.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE plat.tenants FORCE ROW LEVEL SECURITY;
-- Everybody finds their own by name when signing in; nobody writes another's.
CREATE POLICY tenants_read ON plat.tenants FOR SELECT USING (true);
CREATE POLICY tenants_insert ON plat.tenants FOR INSERT WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system');
CREATE POLICY tenants_update ON plat.tenants FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() = 'system')
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() = 'system');
GRANT SELECT, INSERT, UPDATE (name, own_date) ON plat.tenants TO kaohe_app;

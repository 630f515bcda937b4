-- The roles and databases of Klynge on PostgreSQL; `klynge init` makes the tables. Run once by a superuser, with psql:
--
--     OWNER_PASSWORD=… APPLICATION_PASSWORD=… psql -v ON_ERROR_STOP=1 -f databases.sql
--
-- In production the keys are on another server, with other backups: run it on both, and leave out the other's database.
\getenv owner_password OWNER_PASSWORD
\getenv application_password APPLICATION_PASSWORD

-- Owns the tables. `klynge init` and nothing else signs in as this one.
CREATE ROLE klynge_owner LOGIN PASSWORD :'owner_password';
-- The nodes. What it may do with each table is granted by `klynge init`.
CREATE ROLE klynge LOGIN PASSWORD :'application_password';

CREATE DATABASE klynge OWNER klynge_owner;
CREATE DATABASE klynge_keys OWNER klynge_owner;

-- Nobody else gets in.
REVOKE ALL ON DATABASE klynge, klynge_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE klynge, klynge_keys TO klynge;

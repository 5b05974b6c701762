-- Two logins: one owns the schema and migrates it, the other serves requests and can alter neither the schema nor
-- the audit records. Run once, by the image, when the data folder is empty. Passwords come from the environment.
\set ON_ERROR_STOP on
\getenv owner_password GATEHOUSE_OWNER_PASSWORD
\getenv runtime_password GATEHOUSE_RUNTIME_PASSWORD

CREATE ROLE gatehouse_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE gatehouse_runtime LOGIN PASSWORD :'runtime_password';

CREATE DATABASE gatehouse OWNER gatehouse_owner;
REVOKE ALL ON DATABASE gatehouse FROM PUBLIC;
GRANT CONNECT ON DATABASE gatehouse TO gatehouse_runtime;

\connect gatehouse
ALTER SCHEMA public OWNER TO gatehouse_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

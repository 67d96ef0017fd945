-- The inbox and the journal of camel-pilotstatus, as its page databases.md has it.
CREATE TABLE pilotstatus_claims (
    claim_id VARCHAR(64) NOT NULL PRIMARY KEY,
    claim_key VARCHAR(2560) NOT NULL,
    content VARCHAR(128),
    status VARCHAR(8) NOT NULL,
    result VARCHAR(256),
    owner VARCHAR(64),
    since BIGINT NOT NULL,
    lease_until BIGINT
);
CREATE INDEX pilotstatus_claims_since ON pilotstatus_claims (status, since);

-- Writes of the network that a client may send again: each is done once, and a day long answered as the first time. They are of no
-- site, and what is kept of them is of nobody's record.

CREATE TABLE exchange.network_write (
    account_id uuid NOT NULL,
    write_key bytea NOT NULL,
    request bytea NOT NULL,
    told text COLLATE "C",
    recorded_at timestamptz NOT NULL,
    CONSTRAINT network_write_pkey PRIMARY KEY (account_id, write_key),
    CONSTRAINT network_write_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT network_write_key_is_digest CHECK (octet_length(write_key) = 32),
    CONSTRAINT network_write_request_is_digest CHECK (octet_length(request) = 32),
    CONSTRAINT network_write_told_is_number CHECK (told ~ '^[0-9]{1,18}$'),
    CONSTRAINT network_write_recorded_at_finite CHECK (isfinite(recorded_at))
);
COMMENT ON TABLE exchange.network_write IS
    'What an account wrote in the network under a key of its own, with the answer; written in the transaction of the effect, taken away after a day.';
COMMENT ON COLUMN exchange.network_write.write_key IS 'Keyed hash of the client''s key.';
COMMENT ON COLUMN exchange.network_write.request IS 'Keyed hash of all that was asked: another request under the key is refused.';
COMMENT ON COLUMN exchange.network_write.told IS 'What was answered: a number, and nothing else.';
CREATE INDEX network_write_recorded_idx ON exchange.network_write (recorded_at);
GRANT SELECT, INSERT, DELETE ON exchange.network_write TO homeward_application;

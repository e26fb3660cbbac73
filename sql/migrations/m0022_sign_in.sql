-- What opens an account: passwords, second factors, sessions, one-time links, tokens, throttling.
SELECT;

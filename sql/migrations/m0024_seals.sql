-- Seals over looks and events.
SELECT;

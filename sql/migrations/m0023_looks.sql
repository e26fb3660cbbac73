-- The access log, and records opened in an emergency.
SELECT;

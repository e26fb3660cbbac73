-- Why: a digest says what is new. What was entered late is news although its day has passed, so the day does not tell:
-- the date of the night that first found it does. Rows from before are news no more.

ALTER TABLE duty.obligation ADD COLUMN found_on date;
COMMENT ON COLUMN duty.obligation.found_on IS
    'The date of the first night that found it in that standing; null for what was found before this was written down.';

ALTER TABLE duty.alert ADD COLUMN found_on date;
COMMENT ON COLUMN duty.alert.found_on IS
    'The date of the first night that found it; null for what was found before this was written down.';

-- Why: a digest says what is new. What was entered late is news although its day has passed, so the day does not tell:
-- the date of the night that first found it does.

ALTER TABLE duty.obligation ADD COLUMN found_on date;
UPDATE duty.obligation AS o SET found_on = coalesce(
    (SELECT max(n.local_date) FROM duty.night AS n WHERE n.site_id = o.site_id AND n.job = 'obligations'), o.opens_on);
ALTER TABLE duty.obligation ALTER COLUMN found_on SET NOT NULL;
COMMENT ON COLUMN duty.obligation.found_on IS 'The date of the first night that found it in that standing.';

ALTER TABLE duty.alert ADD COLUMN found_on date;
UPDATE duty.alert AS a SET found_on = coalesce(
    (SELECT max(n.local_date) FROM duty.night AS n WHERE n.site_id = a.site_id AND n.job = 'alerts'), a.since);
ALTER TABLE duty.alert ALTER COLUMN found_on SET NOT NULL;
COMMENT ON COLUMN duty.alert.found_on IS 'The date of the first night that found it.';

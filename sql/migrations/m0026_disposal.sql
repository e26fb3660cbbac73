-- Retention by site, legal hold, approved disposal, and the stub that stays.
SELECT;

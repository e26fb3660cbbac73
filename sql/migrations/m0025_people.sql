-- Particulars of people: blind indexes and sensitive addresses.
SELECT;

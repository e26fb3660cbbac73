-- Identity providers of sites and the accounts that they know.
SELECT;

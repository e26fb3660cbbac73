-- The local authorities that referrals name: whoever asks for one that none names has probably mistyped it.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 timestamptz  what was known at this time; null for what is known now
--
-- Columns, one row for each authority
--   authority       its code
SELECT DISTINCT responsible_authority AS authority
FROM reporting.episode_fact
WHERE site_id = ANY ($1)
    AND responsible_authority IS NOT NULL
    AND (
        ($2::timestamptz IS NULL AND known_to = 'infinity')
        OR ($2::timestamptz IS NOT NULL AND known_from <= $2 AND $2 < known_to)
    )
ORDER BY 1

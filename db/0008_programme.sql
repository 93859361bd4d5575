-- The programme's totals are the nation's: what stood in a series of their own goes into that of all.
INSERT OR IGNORE INTO series (key, measure, unit, scope, direction)
SELECT replace(key, '|bring_kids_back|', '|all|'), measure, unit, 'all', direction FROM series
WHERE key LIKE '%|bring\_kids\_back|%' ESCAPE '\';

UPDATE observation SET series_id = (
  SELECT a.id FROM series AS b JOIN series AS a ON a.key = replace(b.key, '|bring_kids_back|', '|all|')
  WHERE b.id = observation.series_id
) WHERE series_id IN (SELECT id FROM series WHERE key LIKE '%|bring\_kids\_back|%' ESCAPE '\');

DELETE FROM series WHERE key LIKE '%|bring\_kids\_back|%' ESCAPE '\';

-- What waits is looked for feed by feed: a thousand feeds that are due together must not each look through all of it.
DROP INDEX entry_waiting;
CREATE INDEX entry_waiting ON entry (state, feed_id, next_try);

-- Only entries that were read have an article: the others need no place in its index.
DROP INDEX entry_article;
CREATE INDEX entry_article ON entry (article_id) WHERE article_id IS NOT NULL;

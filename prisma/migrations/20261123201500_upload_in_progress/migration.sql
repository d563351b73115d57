-- An upload streams in before its hash is known: within its transaction it carries a name of its own, and never changes
-- again once the hash stands.

DROP TRIGGER immutable ON "Upload";
CREATE TRIGGER immutable BEFORE UPDATE ON "Upload" FOR EACH ROW
  WHEN (OLD."sha256" NOT LIKE 'arriving %') EXECUTE FUNCTION refuse_update();

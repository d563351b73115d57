ALTER TABLE "ParadigmVersion" ADD COLUMN "notes" TEXT NOT NULL DEFAULT '', ADD COLUMN "forkedFromId" TEXT;
ALTER TABLE "ParadigmVersion" ADD CONSTRAINT "ParadigmVersion_forkedFromId_fkey"
  FOREIGN KEY ("forkedFromId") REFERENCES "ParadigmVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The one change that a version may meet: the version it was forked from leaves.
DROP TRIGGER immutable ON "ParadigmVersion";
CREATE TRIGGER immutable BEFORE UPDATE ON "ParadigmVersion" FOR EACH ROW
  WHEN (NOT (NEW."forkedFromId" IS NULL AND to_jsonb(NEW) - 'forkedFromId' = to_jsonb(OLD) - 'forkedFromId'))
  EXECUTE FUNCTION refuse_update();

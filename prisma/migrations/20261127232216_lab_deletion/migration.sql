-- AlterTable
ALTER TABLE "Lab" ADD COLUMN     "deleteAskedById" TEXT,
ADD COLUMN     "deleteAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "labId" TEXT;

-- CreateIndex
CREATE INDEX "Lab_deleteAt_idx" ON "Lab"("deleteAt");

-- CreateIndex
CREATE INDEX "Mail_labId_idx" ON "Mail"("labId");

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lab" ADD CONSTRAINT "Lab_deleteAskedById_fkey" FOREIGN KEY ("deleteAskedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What the schema language cannot say.

CREATE TRIGGER forget_object AFTER DELETE ON "Dashboard" FOR EACH ROW EXECUTE FUNCTION forget_object('dashboard');

-- An entry about what the other lab shares says what that was called there: forgotten with that lab.

CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM "Lab" WHERE "id" = OLD."labId") THEN RETURN OLD; END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    IF NEW."otherLabId" IS NULL AND to_jsonb(NEW) - 'otherLabId' = to_jsonb(OLD) - 'otherLabId'
      AND NOT EXISTS (SELECT 1 FROM "Lab" WHERE "id" = OLD."otherLabId") THEN
      IF OLD."action" IN ('share.accept', 'share.end', 'share.export') THEN
        NEW."objectName" := '';
        IF OLD."objectKind" <> 'share' THEN NEW."objectId" := ''; END IF;
      END IF;
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only';
END $$;

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "labId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "objectName" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "otherLabId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEntry_labId_id_idx" ON "AuditEntry"("labId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_labId_objectKind_objectId_idx" ON "AuditEntry"("labId", "objectKind", "objectId");

-- CreateIndex
CREATE INDEX "AuditEntry_otherLabId_idx" ON "AuditEntry"("otherLabId");

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_otherLabId_fkey" FOREIGN KEY ("otherLabId") REFERENCES "Lab"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Append-only. An entry leaves with its lab (by then the lab's row is gone), and of an act between two labs the other is
-- forgotten when that one leaves; nothing else may touch it.

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM "Lab" WHERE "id" = OLD."labId") THEN RETURN OLD; END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    IF NEW."otherLabId" IS NULL AND to_jsonb(NEW) - 'otherLabId' = to_jsonb(OLD) - 'otherLabId'
      AND NOT EXISTS (SELECT 1 FROM "Lab" WHERE "id" = OLD."otherLabId") THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER append_only_as_a_whole BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

ALTER TABLE "AuditEntry" ADD CONSTRAINT "details_object" CHECK (jsonb_typeof("details") = 'object');

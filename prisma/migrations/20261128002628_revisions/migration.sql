-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "aside" BOOLEAN NOT NULL DEFAULT false,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Revision_labId_idx" ON "Revision"("labId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_objectKind_objectId_number_key" ON "Revision"("objectKind", "objectId", "number");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema language cannot say.

ALTER TABLE "Revision" ADD CONSTRAINT "content_object" CHECK (jsonb_typeof("content") = 'object');
CREATE TRIGGER immutable BEFORE UPDATE ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE FUNCTION forget_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Revision" WHERE "objectKind" = TG_ARGV[0] AND "objectId" = OLD."id";
  RETURN NULL;
END $$;
CREATE TRIGGER forget_revisions AFTER DELETE ON "Model" FOR EACH ROW EXECUTE FUNCTION forget_revisions('model');
CREATE TRIGGER forget_revisions AFTER DELETE ON "Comparison" FOR EACH ROW EXECUTE FUNCTION forget_revisions('comparison');

-- Files arrive in chunks, each with its hash, and can go on after a break.

ALTER TABLE "Upload"
  ALTER COLUMN "byteLength" TYPE BIGINT,
  ADD COLUMN "fingerprint" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "chunkBytes" INTEGER NOT NULL DEFAULT 1048576,
  ADD COLUMN "sameAsId" TEXT,
  ADD COLUMN "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX "Upload_seenAt_idx" ON "Upload"("seenAt");
ALTER TABLE "UploadChunk" ADD COLUMN "sha256" TEXT;

CREATE TABLE "UploadInspection" (
    "id" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "answersHash" TEXT NOT NULL,
    "bytesRead" BIGINT NOT NULL DEFAULT 0,
    "result" JSONB,
    "problem" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UploadInspection_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "UploadInspection_uploadId_answersHash_key" ON "UploadInspection"("uploadId", "answersHash");
CREATE INDEX "UploadInspection_createdAt_idx" ON "UploadInspection"("createdAt");
ALTER TABLE "UploadInspection" ADD CONSTRAINT "UploadInspection_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SavedMapping" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedMapping_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SavedMapping_labId_name_key" ON "SavedMapping"("labId", "name");
CREATE INDEX "SavedMapping_labId_layout_idx" ON "SavedMapping"("labId", "layout");
ALTER TABLE "SavedMapping" ADD CONSTRAINT "SavedMapping_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

-- A file is not imported before it is there.
CREATE FUNCTION upload_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "sha256" LIKE 'arriving %' FROM "Upload" WHERE "id" = NEW."uploadId") THEN
    RAISE EXCEPTION 'upload % is still on its way', NEW."uploadId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER upload_is_whole BEFORE INSERT ON "DatasetVersion" FOR EACH ROW EXECUTE FUNCTION upload_is_whole();

ALTER TABLE "Upload" ADD CONSTRAINT "chunk_positive" CHECK ("chunkBytes" > 0);
ALTER TABLE "UploadChunk" ADD CONSTRAINT "index_not_negative" CHECK ("index" >= 0);
ALTER TABLE "SavedMapping" ADD CONSTRAINT "answers_object" CHECK (jsonb_typeof("answers") = 'object');

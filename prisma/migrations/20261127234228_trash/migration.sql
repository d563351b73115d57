ALTER TABLE "Model" RENAME COLUMN "archivedAt" TO "trashedAt";
ALTER TABLE "Dataset" RENAME COLUMN "archivedAt" TO "trashedAt";
ALTER TABLE "Dashboard" RENAME COLUMN "archivedAt" TO "trashedAt";
ALTER TABLE "Paradigm" ADD COLUMN "trashedAt" TIMESTAMP(3);
ALTER TABLE "Experiment" ADD COLUMN "trashedAt" TIMESTAMP(3);
ALTER TABLE "Comparison" ADD COLUMN "trashedAt" TIMESTAMP(3);
ALTER TABLE "Model" ADD COLUMN "trashedById" TEXT;
ALTER TABLE "Paradigm" ADD COLUMN "trashedById" TEXT;
ALTER TABLE "Experiment" ADD COLUMN "trashedById" TEXT;
ALTER TABLE "Dataset" ADD COLUMN "trashedById" TEXT;
ALTER TABLE "Comparison" ADD COLUMN "trashedById" TEXT;
ALTER TABLE "Dashboard" ADD COLUMN "trashedById" TEXT;

-- What is due is looked for in all labs.
CREATE INDEX "Model_trashed" ON "Model" ("trashedAt") WHERE "trashedAt" IS NOT NULL;
CREATE INDEX "Paradigm_trashed" ON "Paradigm" ("trashedAt") WHERE "trashedAt" IS NOT NULL;
CREATE INDEX "Experiment_trashed" ON "Experiment" ("trashedAt") WHERE "trashedAt" IS NOT NULL;
CREATE INDEX "Dataset_trashed" ON "Dataset" ("trashedAt") WHERE "trashedAt" IS NOT NULL;
CREATE INDEX "Comparison_trashed" ON "Comparison" ("trashedAt") WHERE "trashedAt" IS NOT NULL;
CREATE INDEX "Dashboard_trashed" ON "Dashboard" ("trashedAt") WHERE "trashedAt" IS NOT NULL;

-- What lay in the archive lies in the trash now: its thirty days begin today.
UPDATE "Model" SET "trashedAt" = now() AT TIME ZONE 'utc' WHERE "trashedAt" IS NOT NULL;
UPDATE "Dataset" SET "trashedAt" = now() AT TIME ZONE 'utc' WHERE "trashedAt" IS NOT NULL;
UPDATE "Dashboard" SET "trashedAt" = now() AT TIME ZONE 'utc' WHERE "trashedAt" IS NOT NULL;

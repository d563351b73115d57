-- AlterTable
ALTER TABLE "Lab" ADD COLUMN     "openingUntil" TIMESTAMP(3);

-- Few labs are being opened at any time.
CREATE INDEX "Lab_opening" ON "Lab" ("openingUntil") WHERE "openingUntil" IS NOT NULL;

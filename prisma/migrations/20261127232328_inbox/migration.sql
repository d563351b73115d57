-- AlterTable
ALTER TABLE "Preferences" ADD COLUMN     "digest" TEXT NOT NULL DEFAULT 'off',
ADD COLUMN     "digestZone" TEXT,
ADD COLUMN     "digestedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Experiment" ADD COLUMN     "toldAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "InboxItem" ADD COLUMN     "invitationId" TEXT;

-- CreateIndex
CREATE INDEX "InboxItem_invitationId_idx" ON "InboxItem"("invitationId");

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Nobody is told of what ended long ago.
UPDATE "Experiment" SET "toldAt" = now() AT TIME ZONE 'utc';

-- What a worker looks for every few seconds.
CREATE INDEX "Experiment_untold" ON "Experiment" ("id") WHERE "toldAt" IS NULL;
CREATE INDEX "Preferences_digest" ON "Preferences" ("userId") WHERE "digest" <> 'off';

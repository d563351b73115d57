-- CreateEnum
CREATE TYPE "LabArchiveKind" AS ENUM ('export', 'import');

-- CreateEnum
CREATE TYPE "LabArchiveStatus" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "statedAuthorId" TEXT;

-- CreateTable
CREATE TABLE "StatedAuthor" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "StatedAuthor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LabArchive" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "kind" "LabArchiveKind" NOT NULL,
    "status" "LabArchiveStatus" NOT NULL DEFAULT 'waiting',
    "cancelRequested" BOOLEAN NOT NULL DEFAULT false,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "contentHash" TEXT,
    "labName" TEXT,
    "byteLength" BIGINT NOT NULL DEFAULT 0,
    "uploadId" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "LabArchive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LabArchiveChunk" (
    "archiveId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "LabArchiveChunk_pkey" PRIMARY KEY ("archiveId","index")
);

-- CreateIndex
CREATE INDEX "StatedAuthor_labId_idx" ON "StatedAuthor"("labId");

-- CreateIndex
CREATE INDEX "LabArchive_labId_createdAt_idx" ON "LabArchive"("labId", "createdAt");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_statedAuthorId_fkey" FOREIGN KEY ("statedAuthorId") REFERENCES "StatedAuthor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatedAuthor" ADD CONSTRAINT "StatedAuthor_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabArchive" ADD CONSTRAINT "LabArchive_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabArchiveChunk" ADD CONSTRAINT "LabArchiveChunk_archiveId_fkey" FOREIGN KEY ("archiveId") REFERENCES "LabArchive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say: pieces of a zip archive do not get smaller.

ALTER TABLE "LabArchiveChunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

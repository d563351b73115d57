-- CreateEnum
CREATE TYPE "ShareLevel" AS ENUM ('read', 'comment');

-- CreateEnum
CREATE TYPE "DepartureUse" AS ENUM ('fork', 'export', 'publish');

-- CreateTable
CREATE TABLE "Share" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "level" "ShareLevel" NOT NULL,
    "mayFork" BOOLEAN NOT NULL DEFAULT false,
    "mayExport" BOOLEAN NOT NULL DEFAULT false,
    "mayPublish" BOOLEAN NOT NULL DEFAULT false,
    "licence" TEXT NOT NULL,
    "toSlug" TEXT,
    "tokenHash" TEXT,
    "offeredUntil" TIMESTAMP(3) NOT NULL,
    "toLabId" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedById" TEXT,
    "acceptedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Departure" (
    "id" TEXT NOT NULL,
    "shareId" TEXT,
    "use" "DepartureUse" NOT NULL,
    "labId" TEXT,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT,
    "objectName" TEXT,
    "licence" TEXT NOT NULL,
    "toLabId" TEXT,
    "intoId" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Departure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Share_tokenHash_key" ON "Share"("tokenHash");

-- CreateIndex
CREATE INDEX "Share_labId_createdAt_idx" ON "Share"("labId", "createdAt");

-- CreateIndex
CREATE INDEX "Share_labId_objectKind_objectId_idx" ON "Share"("labId", "objectKind", "objectId");

-- CreateIndex
CREATE INDEX "Share_toLabId_idx" ON "Share"("toLabId");

-- CreateIndex
CREATE INDEX "Share_toSlug_idx" ON "Share"("toSlug");

-- CreateIndex
CREATE INDEX "Departure_shareId_idx" ON "Departure"("shareId");

-- CreateIndex
CREATE INDEX "Departure_labId_idx" ON "Departure"("labId");

-- CreateIndex
CREATE INDEX "Departure_toLabId_objectKind_intoId_idx" ON "Departure"("toLabId", "objectKind", "intoId");

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_toLabId_fkey" FOREIGN KEY ("toLabId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Departure" ADD CONSTRAINT "Departure_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Departure" ADD CONSTRAINT "Departure_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Departure" ADD CONSTRAINT "Departure_toLabId_fkey" FOREIGN KEY ("toLabId") REFERENCES "Lab"("id") ON DELETE SET NULL ON UPDATE CASCADE;





-- What the schema language cannot say.

ALTER TABLE "Share"
  ADD CONSTRAINT "offered_one_way" CHECK (("toSlug" IS NULL) <> ("tokenHash" IS NULL)),
  ADD CONSTRAINT "accepted_by_a_lab" CHECK (("acceptedAt" IS NULL) = ("toLabId" IS NULL)),
  ADD CONSTRAINT "not_to_itself" CHECK ("toLabId" <> "labId");

-- CreateTable
CREATE TABLE "BlindCopy" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "dashboardId" TEXT,
    "dashboardVersion" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "manifest" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BlindCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlindPart" (
    "copyId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "BlindPart_pkey" PRIMARY KEY ("copyId","hash")
);

-- CreateTable
CREATE TABLE "BlindLink" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "copyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "BlindLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlindComment" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "pseudonym" TEXT,
    "authorId" TEXT,
    "panel" TEXT,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BlindComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BlindCopy_slug_key" ON "BlindCopy"("slug");

-- CreateIndex
CREATE INDEX "BlindCopy_labId_createdAt_idx" ON "BlindCopy"("labId", "createdAt");

-- CreateIndex
CREATE INDEX "BlindCopy_dashboardId_idx" ON "BlindCopy"("dashboardId");

-- CreateIndex
CREATE UNIQUE INDEX "BlindLink_tokenHash_key" ON "BlindLink"("tokenHash");

-- CreateIndex
CREATE INDEX "BlindLink_labId_idx" ON "BlindLink"("labId");

-- CreateIndex
CREATE UNIQUE INDEX "BlindLink_copyId_number_key" ON "BlindLink"("copyId", "number");

-- CreateIndex
CREATE INDEX "BlindComment_linkId_createdAt_idx" ON "BlindComment"("linkId", "createdAt");

-- CreateIndex
CREATE INDEX "BlindComment_labId_idx" ON "BlindComment"("labId");

-- AddForeignKey
ALTER TABLE "BlindCopy" ADD CONSTRAINT "BlindCopy_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindCopy" ADD CONSTRAINT "BlindCopy_dashboardId_fkey" FOREIGN KEY ("dashboardId") REFERENCES "Dashboard"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindPart" ADD CONSTRAINT "BlindPart_copyId_fkey" FOREIGN KEY ("copyId") REFERENCES "BlindCopy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindLink" ADD CONSTRAINT "BlindLink_copyId_fkey" FOREIGN KEY ("copyId") REFERENCES "BlindCopy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindComment" ADD CONSTRAINT "BlindComment_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "BlindLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
CREATE TRIGGER immutable BEFORE UPDATE OF "labId", "slug", "title", "manifest", "hash", "dashboardVersion" ON "BlindCopy"
  FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "BlindPart" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "dashboardId" ON "BlindCopy"
  FOR EACH ROW EXECUTE FUNCTION same_lab('dashboardId', 'Dashboard');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "copyId" ON "BlindLink"
  FOR EACH ROW EXECUTE FUNCTION same_lab('copyId', 'BlindCopy');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "linkId" ON "BlindComment"
  FOR EACH ROW EXECUTE FUNCTION same_lab('linkId', 'BlindLink');
ALTER TABLE "BlindCopy" ADD CONSTRAINT "slug_form" CHECK ("slug" ~ '^[a-z0-9]{12}$');
ALTER TABLE "BlindComment"
  ADD CONSTRAINT "one_side_wrote_it" CHECK ("pseudonym" IS NULL OR "authorId" IS NULL);

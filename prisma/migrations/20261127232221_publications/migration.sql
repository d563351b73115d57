-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "dashboardId" TEXT,
    "slug" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnReason" TEXT,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicationVersion" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "dashboardVersion" INTEGER NOT NULL,
    "manifest" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedById" TEXT,
    "publishedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicationVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicationPart" (
    "publicationId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "bytes" BYTEA,
    "resultId" TEXT,
    "column" TEXT,

    CONSTRAINT "PublicationPart_pkey" PRIMARY KEY ("publicationId","hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "Publication_slug_key" ON "Publication"("slug");

-- CreateIndex
CREATE INDEX "Publication_labId_createdAt_idx" ON "Publication"("labId", "createdAt");

-- CreateIndex
CREATE INDEX "Publication_dashboardId_idx" ON "Publication"("dashboardId");

-- CreateIndex
CREATE INDEX "PublicationVersion_labId_idx" ON "PublicationVersion"("labId");

-- CreateIndex
CREATE UNIQUE INDEX "PublicationVersion_publicationId_number_key" ON "PublicationVersion"("publicationId", "number");

-- CreateIndex
CREATE INDEX "PublicationPart_resultId_idx" ON "PublicationPart"("resultId");

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_dashboardId_fkey" FOREIGN KEY ("dashboardId") REFERENCES "Dashboard"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationVersion" ADD CONSTRAINT "PublicationVersion_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationPart" ADD CONSTRAINT "PublicationPart_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationPart" ADD CONSTRAINT "PublicationPart_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "RunResult"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
CREATE TRIGGER immutable BEFORE UPDATE ON "PublicationVersion" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "PublicationPart" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "dashboardId" ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION same_lab('dashboardId', 'Dashboard');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "publicationId" ON "PublicationVersion"
  FOR EACH ROW EXECUTE FUNCTION same_lab('publicationId', 'Publication');
ALTER TABLE "Publication"
  ADD CONSTRAINT "slug_form" CHECK ("slug" ~ '^[a-z0-9]{12}$'),
  ADD CONSTRAINT "reason_with_withdrawal" CHECK (("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL));
ALTER TABLE "PublicationVersion"
  ADD CONSTRAINT "number_from_1" CHECK ("number" >= 1),
  ADD CONSTRAINT "hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "PublicationPart"
  ADD CONSTRAINT "hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "bytes_or_column" CHECK (("bytes" IS NULL) = ("resultId" IS NOT NULL AND "column" IS NOT NULL));

-- CreateTable
CREATE TABLE "Dashboard" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "draft" JSONB NOT NULL,
    "draftRevision" INTEGER NOT NULL DEFAULT 1,
    "draftById" TEXT,
    "draftAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Dashboard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DashboardVersion" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "dashboardId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DashboardVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Dashboard_labId_idx" ON "Dashboard"("labId");

-- CreateIndex
CREATE INDEX "DashboardVersion_labId_idx" ON "DashboardVersion"("labId");

-- CreateIndex
CREATE UNIQUE INDEX "DashboardVersion_dashboardId_number_key" ON "DashboardVersion"("dashboardId", "number");

-- AddForeignKey
ALTER TABLE "Dashboard" ADD CONSTRAINT "Dashboard_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DashboardVersion" ADD CONSTRAINT "DashboardVersion_dashboardId_fkey" FOREIGN KEY ("dashboardId") REFERENCES "Dashboard"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
CREATE TRIGGER immutable BEFORE UPDATE ON "DashboardVersion" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "dashboardId" ON "DashboardVersion"
  FOR EACH ROW EXECUTE FUNCTION same_lab('dashboardId', 'Dashboard');
ALTER TABLE "Dashboard"
  ADD CONSTRAINT "draft_object" CHECK (jsonb_typeof("draft") = 'object'),
  ADD CONSTRAINT "revision_from_1" CHECK ("draftRevision" >= 1);
ALTER TABLE "DashboardVersion"
  ADD CONSTRAINT "number_from_1" CHECK ("number" >= 1),
  ADD CONSTRAINT "document_object" CHECK (jsonb_typeof("document") = 'object');

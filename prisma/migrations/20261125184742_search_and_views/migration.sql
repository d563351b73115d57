-- What a person opened last, how they look at lists, and how pages behave for them.

CREATE TABLE "Visit" (
    "labId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("labId","userId","kind","objectId")
);
CREATE INDEX "Visit_labId_userId_at_idx" ON "Visit"("labId", "userId", "at");
CREATE INDEX "Visit_userId_idx" ON "Visit"("userId");
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SavedView_labId_userId_list_name_key" ON "SavedView"("labId", "userId", "list", "name");
CREATE INDEX "SavedView_labId_list_idx" ON "SavedView"("labId", "list");
CREATE INDEX "SavedView_userId_idx" ON "SavedView"("userId");
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "DefaultView" (
    "labId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "viewId" TEXT NOT NULL,

    CONSTRAINT "DefaultView_pkey" PRIMARY KEY ("labId","userId","list")
);
CREATE INDEX "DefaultView_userId_idx" ON "DefaultView"("userId");
CREATE INDEX "DefaultView_viewId_idx" ON "DefaultView"("viewId");
ALTER TABLE "DefaultView" ADD CONSTRAINT "DefaultView_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DefaultView" ADD CONSTRAINT "DefaultView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DefaultView" ADD CONSTRAINT "DefaultView_viewId_fkey" FOREIGN KEY ("viewId") REFERENCES "SavedView"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One lab's default never points at another's view.
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "viewId" ON "DefaultView"
  FOR EACH ROW EXECUTE FUNCTION same_lab('viewId', 'SavedView');

CREATE TABLE "Preferences" (
    "userId" TEXT NOT NULL,
    "singleKeys" BOOLEAN NOT NULL DEFAULT true,
    "toursSeen" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Preferences_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE "Preferences" ADD CONSTRAINT "Preferences_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

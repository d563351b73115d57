-- CreateTable
CREATE TABLE "PublicationWish" (
    "labId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicationWish_pkey" PRIMARY KEY ("labId","userId")
);

-- CreateTable
CREATE TABLE "Tombstone" (
    "slugHash" TEXT NOT NULL,
    "publishedOn" DATE NOT NULL,
    "goneOn" DATE NOT NULL,

    CONSTRAINT "Tombstone_pkey" PRIMARY KEY ("slugHash")
);

-- CreateIndex
CREATE INDEX "PublicationWish_userId_idx" ON "PublicationWish"("userId");

-- AddForeignKey
ALTER TABLE "PublicationWish" ADD CONSTRAINT "PublicationWish_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationWish" ADD CONSTRAINT "PublicationWish_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "AccountLink" ADD COLUMN     "madeById" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "deletedAt" TIMESTAMP(3);

-- A deleted account lets nobody in and names nobody.
ALTER TABLE "User" ADD CONSTRAINT "deleted_is_forgotten" CHECK (
  "deletedAt" IS NULL OR (
    "passwordHash" IS NULL AND "emailVerifiedAt" IS NULL AND "timeZone" IS NULL AND "orcid" IS NULL
    AND "email" LIKE '%@deleted.invalid' AND "name" LIKE 'Former member %'
  )
);

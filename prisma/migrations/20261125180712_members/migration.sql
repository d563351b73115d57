-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "email" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "acceptedById" TEXT,
    "acceptedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_labId_createdAt_idx" ON "Invitation"("labId", "createdAt");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- A lab that is there has an owner, whoever leaves, is removed, hands it over or deletes their account. Looked at when a
-- transaction ends, one at a time for each lab, so that two owners cannot leave together.

CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Lab" WHERE "id" = OLD."labId" FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM "Membership" WHERE "labId" = OLD."labId" AND "role" = 'owner') THEN
    RAISE EXCEPTION 'a lab has at least one owner' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER some_owner AFTER DELETE OR UPDATE ON "Membership" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."role" = 'owner') EXECUTE FUNCTION keep_an_owner();

ALTER TABLE "Invitation"
  ADD CONSTRAINT "email_lower_case" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "ended_once" CHECK ("acceptedAt" IS NULL OR "revokedAt" IS NULL),
  ADD CONSTRAINT "accepted_by_somebody" CHECK (("acceptedAt" IS NULL) = ("acceptedById" IS NULL));

-- Trial orders and stimulation of real animals, which simulated subjects may be given.

CREATE TABLE "History" (
  "id" TEXT NOT NULL,
  "labId" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "trialTypes" TEXT NOT NULL,
  "stimulated" TEXT,
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "History_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "History_labId_hash_key" ON "History" ("labId", "hash");
ALTER TABLE "History" ADD CONSTRAINT "History_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Run" ADD COLUMN "historyId" TEXT;
ALTER TABLE "Run" ADD CONSTRAINT "Run_historyId_fkey" FOREIGN KEY ("historyId") REFERENCES "History" ("id") ON DELETE NO ACTION ON UPDATE CASCADE;
CREATE INDEX "Run_historyId_idx" ON "Run" ("historyId");

ALTER TABLE "Experiment" ADD COLUMN "yokedTo" JSONB;

ALTER TABLE "History" ADD CONSTRAINT "History_trials_check"
  CHECK ("trialTypes" ~ '^[cuo]+$' AND ("stimulated" IS NULL OR "stimulated" ~ '^[01?]+$' AND length("stimulated") = length("trialTypes")));
CREATE TRIGGER immutable BEFORE UPDATE ON "History" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER same_lab_history BEFORE INSERT OR UPDATE OF "labId", "historyId" ON "Run"
  FOR EACH ROW EXECUTE FUNCTION same_lab('historyId', 'History');

-- What the schema language cannot say. None of it counts as drift.

-- Written once: versions, results, and what an imported dataset holds. Rows may leave with their lab; they never change.

CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% % is immutable: write a new one instead', TG_TABLE_NAME, COALESCE(to_jsonb(OLD) ->> 'id', '');
END $$;

-- The one change that a version may meet: the version it was forked from leaves.
CREATE TRIGGER immutable BEFORE UPDATE ON "ModelVersion" FOR EACH ROW
  WHEN (NOT (NEW."forkedFromId" IS NULL AND to_jsonb(NEW) - 'forkedFromId' = to_jsonb(OLD) - 'forkedFromId'))
  EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "ParadigmVersion" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "RunResult" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "Upload" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "UploadChunk" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetVersion" FOR EACH ROW
  WHEN (OLD."status" = 'imported') EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetSubject" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetSession" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetTrial" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetSignal" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetTrialSamples" FOR EACH ROW EXECUTE FUNCTION refuse_update();

-- One lab's rows never point at another's. Services ask by lab already; this holds when one of them forgets.
-- Arguments: the column that points, the table it points at.

CREATE FUNCTION same_lab() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pointed text := to_jsonb(NEW) ->> TG_ARGV[0];
  own text := to_jsonb(NEW) ->> 'labId';
  theirs text;
BEGIN
  IF pointed IS NULL THEN RETURN NEW; END IF;
  IF own IS NULL THEN
    SELECT "labId" INTO own FROM "Experiment" WHERE "id" = NEW."experimentId";
  END IF;
  EXECUTE format('SELECT "labId" FROM %I WHERE "id" = $1', TG_ARGV[1]) INTO theirs USING pointed;
  IF theirs IS DISTINCT FROM own THEN
    RAISE EXCEPTION '%.% points outside its lab', TG_TABLE_NAME, TG_ARGV[0];
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "modelId" ON "ModelVersion"
  FOR EACH ROW EXECUTE FUNCTION same_lab('modelId', 'Model');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "paradigmId" ON "ParadigmVersion"
  FOR EACH ROW EXECUTE FUNCTION same_lab('paradigmId', 'Paradigm');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "datasetId" ON "DatasetVersion"
  FOR EACH ROW EXECUTE FUNCTION same_lab('datasetId', 'Dataset');
CREATE TRIGGER same_lab_upload BEFORE INSERT OR UPDATE OF "labId", "uploadId" ON "DatasetVersion"
  FOR EACH ROW EXECUTE FUNCTION same_lab('uploadId', 'Upload');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "paradigmVersionId" ON "Experiment"
  FOR EACH ROW EXECUTE FUNCTION same_lab('paradigmVersionId', 'ParadigmVersion');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "experimentId", "modelVersionId" ON "ExperimentModel"
  FOR EACH ROW EXECUTE FUNCTION same_lab('modelVersionId', 'ModelVersion');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "experimentId", "runId" ON "ExperimentRun"
  FOR EACH ROW EXECUTE FUNCTION same_lab('runId', 'Run');
CREATE TRIGGER same_lab_model BEFORE INSERT OR UPDATE OF "experimentId", "modelVersionId" ON "ExperimentRun"
  FOR EACH ROW EXECUTE FUNCTION same_lab('modelVersionId', 'ModelVersion');
CREATE TRIGGER same_lab BEFORE INSERT OR UPDATE OF "labId", "modelVersionId" ON "Run"
  FOR EACH ROW EXECUTE FUNCTION same_lab('modelVersionId', 'ModelVersion');
CREATE TRIGGER same_lab_paradigm BEFORE INSERT OR UPDATE OF "labId", "paradigmVersionId" ON "Run"
  FOR EACH ROW EXECUTE FUNCTION same_lab('paradigmVersionId', 'ParadigmVersion');

-- Values that make no sense.

ALTER TABLE "User" ADD CONSTRAINT "email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "Lab" ADD CONSTRAINT "slug_form" CHECK ("slug" ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$');
ALTER TABLE "ModelVersion"
  ADD CONSTRAINT "number_from_1" CHECK ("number" >= 1),
  ADD CONSTRAINT "parameters_object" CHECK (jsonb_typeof("parameters") = 'object');
ALTER TABLE "ParadigmVersion"
  ADD CONSTRAINT "number_from_1" CHECK ("number" >= 1),
  ADD CONSTRAINT "spec_object" CHECK (jsonb_typeof("spec") = 'object');
ALTER TABLE "Experiment"
  ADD CONSTRAINT "some_arm" CHECK (cardinality("arms") >= 1),
  ADD CONSTRAINT "subjects_array" CHECK (jsonb_typeof("subjects") = 'array'),
  ADD CONSTRAINT "some_repetition" CHECK ("repetitions" >= 1),
  ADD CONSTRAINT "seed_not_negative" CHECK ("seed" >= 0);
ALTER TABLE "Run"
  ADD CONSTRAINT "counts_not_negative" CHECK (
    "repetition" >= 0 AND "seed" >= 0 AND "recomputation" >= 0 AND "attempts" >= 0 AND "losses" >= 0
    AND "checkpointTrial" >= 0 AND "traceBinMs" >= 1
  ),
  ADD CONSTRAINT "trials_in_order" CHECK ("trials" >= 1 AND "trialsDone" BETWEEN 0 AND "trials"),
  ADD CONSTRAINT "done_has_result" CHECK ("status" <> 'done' OR "resultId" IS NOT NULL),
  ADD CONSTRAINT "running_has_lease" CHECK ("status" <> 'running' OR "leaseToken" IS NOT NULL),
  ADD CONSTRAINT "failed_has_reason" CHECK ("status" <> 'failed' OR "error" IS NOT NULL);
ALTER TABLE "Upload" ADD CONSTRAINT "length_not_negative" CHECK ("byteLength" >= 0);
ALTER TABLE "DatasetVersion"
  ADD CONSTRAINT "number_from_1" CHECK ("number" >= 1),
  ADD CONSTRAINT "refused_has_reason" CHECK ("status" <> 'refused' OR "problem" IS NOT NULL);
ALTER TABLE "DatasetSignal" ADD CONSTRAINT "rate_positive" CHECK ("samplingRateHz" > 0);
ALTER TABLE "Comparison" ADD CONSTRAINT "state_object" CHECK (jsonb_typeof("state") = 'object');

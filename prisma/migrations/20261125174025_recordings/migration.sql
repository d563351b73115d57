-- One schema for recordings from every format: blocks of samples, events, measures, and what a version was made from.
-- Datasets that are there already keep their ids, so that comparisons that hold them stay; their rows become blocks.

ALTER TYPE "ImportStatus" ADD VALUE 'cancelled';

ALTER TABLE "DatasetVersion" DISABLE TRIGGER immutable;

ALTER TABLE "DatasetVersion"
  ADD COLUMN "answers" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "assumed" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "format" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "timing" JSONB,
  ADD COLUMN "doi" TEXT,
  ADD COLUMN "task" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "replicate" TEXT NOT NULL DEFAULT 'animals',
  ADD COLUMN "cancelRequested" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "bytesRead" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "partsStored" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "summary" JSONB;

-- What a person confirmed of a wide table becomes answers by the names under which its reader asks.
UPDATE "DatasetVersion" v SET
  "format" = 'table of trials',
  "task" = v."mapping" ->> 'task',
  "replicate" = coalesce(v."mapping" ->> 'replicate', 'animals'),
  "answers" = (
    SELECT jsonb_object_agg('signals.' || s.name || '.' || answer.key, answer.value)
    FROM (SELECT coalesce(nullif(regexp_replace(v."mapping" #>> '{sampleColumns,prefix}', '[\s._-]+$', ''), ''), 'signal') AS name) s,
      jsonb_each(v."mapping" -> 'signal') AS answer
    WHERE answer.key IN ('unit', 'samplingRateHz', 't0Seconds', 'alignment')
  ),
  "assumed" = coalesce((
    SELECT jsonb_agg(jsonb_build_object('field', 'assumption', 'value', NULL, 'question', text, 'confirmed', false))
    FROM jsonb_array_elements_text(v."mapping" -> 'assumptions') AS text
  ), '[]');

ALTER TABLE "DatasetSession" ALTER COLUMN "date" TYPE TEXT USING to_char("date", 'YYYY-MM-DD"T"HH24:MI:SS"Z"');

ALTER TABLE "DatasetSignal" DISABLE TRIGGER immutable;
ALTER TABLE "DatasetSignal"
  ADD COLUMN "channel" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "samplesPerTrial" INTEGER,
  ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0,
  ALTER COLUMN "samplingRateHz" DROP NOT NULL,
  ALTER COLUMN "t0Seconds" DROP NOT NULL;
ALTER TABLE "DatasetSignal" ALTER COLUMN "position" DROP DEFAULT;
UPDATE "DatasetSignal" g SET "samplesPerTrial" =
  (SELECT max(length(x."values")) / 4 FROM "DatasetTrialSamples" x WHERE x."signalId" = g."id");
ALTER TABLE "DatasetSignal" ENABLE TRIGGER immutable;

CREATE TABLE "DatasetSamples" (
    "sessionId" TEXT NOT NULL,
    "signalId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "trials" INTEGER[],
    "first" INTEGER NOT NULL DEFAULT 0,
    "values" BYTEA NOT NULL,
    "timestamps" BYTEA,

    CONSTRAINT "DatasetSamples_pkey" PRIMARY KEY ("sessionId","signalId","position")
);
CREATE INDEX "DatasetSamples_signalId_idx" ON "DatasetSamples"("signalId");
ALTER TABLE "DatasetSamples" ADD CONSTRAINT "DatasetSamples_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "DatasetSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DatasetSamples" ADD CONSTRAINT "DatasetSamples_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "DatasetSignal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "DatasetMean" (
    "sessionId" TEXT NOT NULL,
    "signalId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "trials" INTEGER NOT NULL,
    "sums" BYTEA NOT NULL,
    "counts" BYTEA NOT NULL,

    CONSTRAINT "DatasetMean_pkey" PRIMARY KEY ("sessionId","signalId","position")
);
CREATE INDEX "DatasetMean_signalId_idx" ON "DatasetMean"("signalId");
ALTER TABLE "DatasetMean" ADD CONSTRAINT "DatasetMean_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "DatasetSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DatasetMean" ADD CONSTRAINT "DatasetMean_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "DatasetSignal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "DatasetEvents" (
    "sessionId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "trials" INTEGER[],
    "times" BYTEA NOT NULL,
    "values" BYTEA,
    "durations" BYTEA,

    CONSTRAINT "DatasetEvents_pkey" PRIMARY KEY ("sessionId","type","position")
);
ALTER TABLE "DatasetEvents" ADD CONSTRAINT "DatasetEvents_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "DatasetSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "DatasetMeasure" (
    "id" TEXT NOT NULL,
    "datasetVersionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "window" JSONB,
    "processing" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,

    CONSTRAINT "DatasetMeasure_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "DatasetMeasure_datasetVersionId_name_key" ON "DatasetMeasure"("datasetVersionId", "name");
ALTER TABLE "DatasetMeasure" ADD CONSTRAINT "DatasetMeasure_datasetVersionId_fkey" FOREIGN KEY ("datasetVersionId") REFERENCES "DatasetVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "DatasetValues" (
    "sessionId" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "trials" INTEGER[],
    "values" BYTEA NOT NULL,

    CONSTRAINT "DatasetValues_pkey" PRIMARY KEY ("sessionId","measureId","position")
);
CREATE INDEX "DatasetValues_measureId_idx" ON "DatasetValues"("measureId");
ALTER TABLE "DatasetValues" ADD CONSTRAINT "DatasetValues_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "DatasetSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DatasetValues" ADD CONSTRAINT "DatasetValues_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "DatasetMeasure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One row per trial and signal becomes one block per session and signal.

INSERT INTO "DatasetSamples" ("sessionId", "signalId", "position", "trials", "values")
SELECT t."sessionId", x."signalId", 0, array_agg(t."index" ORDER BY t."index"), string_agg(x."values", ''::bytea ORDER BY t."index")
FROM "DatasetTrial" t JOIN "DatasetTrialSamples" x ON x."trialId" = t."id"
GROUP BY t."sessionId", x."signalId";

INSERT INTO "DatasetMeasure" ("id", "datasetVersionId", "name", "unit", "position")
SELECT substr(md5(random()::text), 1, 12), own."datasetVersionId", own.key, 'as in the file',
  row_number() OVER (PARTITION BY own."datasetVersionId" ORDER BY own.key) - 1
FROM (
  SELECT DISTINCT s."datasetVersionId", value.key
  FROM "DatasetSubject" s JOIN "DatasetSession" e ON e."subjectId" = s."id" JOIN "DatasetTrial" t ON t."sessionId" = e."id",
    jsonb_each(t."values") AS value
) own;

CREATE FUNCTION pg_temp.little_endian(value float8) RETURNS bytea LANGUAGE sql AS $$
  SELECT string_agg(substring(float8send(value) FROM byte FOR 1), ''::bytea ORDER BY byte DESC) FROM generate_series(1, 8) AS byte
$$;
INSERT INTO "DatasetValues" ("sessionId", "measureId", "position", "trials", "values")
SELECT t."sessionId", m."id", 0, array_agg(t."index" ORDER BY t."index"),
  string_agg(pg_temp.little_endian(coalesce((t."values" ->> m."name")::float8, 'NaN')), ''::bytea ORDER BY t."index")
FROM "DatasetMeasure" m
JOIN "DatasetSubject" s ON s."datasetVersionId" = m."datasetVersionId"
JOIN "DatasetSession" e ON e."subjectId" = s."id"
JOIN "DatasetTrial" t ON t."sessionId" = e."id"
GROUP BY t."sessionId", m."id";

DROP TABLE "DatasetTrialSamples";
ALTER TABLE "DatasetTrial" DISABLE TRIGGER immutable;
ALTER TABLE "DatasetTrial" DROP CONSTRAINT "DatasetTrial_pkey", DROP COLUMN "id", DROP COLUMN "values";
DROP INDEX "DatasetTrial_sessionId_index_key";
ALTER TABLE "DatasetTrial"
  ALTER COLUMN "type" DROP NOT NULL,
  ALTER COLUMN "type" DROP DEFAULT,
  ADD COLUMN "start" DOUBLE PRECISION,
  ADD COLUMN "cue" TEXT,
  ADD COLUMN "rewardMagnitude" DOUBLE PRECISION,
  ADD COLUMN "omitted" BOOLEAN,
  ADD COLUMN "dose" DOUBLE PRECISION,
  ADD COLUMN "itiSeconds" DOUBLE PRECISION,
  ADD COLUMN "alignedAt" DOUBLE PRECISION,
  ADD CONSTRAINT "DatasetTrial_pkey" PRIMARY KEY ("sessionId", "index");
UPDATE "DatasetTrial" SET "type" = NULL WHERE "type" = '';
ALTER TABLE "DatasetTrial" ENABLE TRIGGER immutable;

UPDATE "DatasetVersion" v SET "summary" = jsonb_build_object(
  'subjects', (SELECT count(*) FROM "DatasetSubject" s WHERE s."datasetVersionId" = v."id"),
  'sessions', (SELECT count(*) FROM "DatasetSubject" s JOIN "DatasetSession" e ON e."subjectId" = s."id" WHERE s."datasetVersionId" = v."id"),
  'trials', (SELECT count(*) FROM "DatasetSubject" s JOIN "DatasetSession" e ON e."subjectId" = s."id"
    JOIN "DatasetTrial" t ON t."sessionId" = e."id" WHERE s."datasetVersionId" = v."id"),
  'groups', coalesce((
    SELECT jsonb_agg(jsonb_build_object('group', own."group", 'subjects', own.subjects) ORDER BY own.first)
    FROM (
      SELECT s."group", count(*) AS subjects, min(s."position") AS first FROM "DatasetSubject" s
      WHERE s."datasetVersionId" = v."id" GROUP BY s."group"
    ) own
  ), '[]'),
  'events', '[]'::jsonb
) WHERE v."status" = 'imported';

ALTER TABLE "DatasetVersion" DROP COLUMN "mapping";
ALTER TABLE "DatasetVersion" ENABLE TRIGGER immutable;

-- What the schema language cannot say.

-- Floats hardly compress: what trying would cost is saved.
ALTER TABLE "DatasetSamples" ALTER COLUMN "values" SET STORAGE EXTERNAL, ALTER COLUMN "timestamps" SET STORAGE EXTERNAL;
ALTER TABLE "DatasetEvents" ALTER COLUMN "times" SET STORAGE EXTERNAL;
ALTER TABLE "DatasetValues" ALTER COLUMN "values" SET STORAGE EXTERNAL;
ALTER TABLE "UploadChunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetSamples" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetMean" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetEvents" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetMeasure" FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON "DatasetValues" FOR EACH ROW EXECUTE FUNCTION refuse_update();

ALTER TABLE "DatasetVersion"
  ADD CONSTRAINT "answers_object" CHECK (jsonb_typeof("answers") = 'object'),
  ADD CONSTRAINT "assumed_array" CHECK (jsonb_typeof("assumed") = 'array'),
  ADD CONSTRAINT "imported_has_summary" CHECK ("status" <> 'imported' OR "summary" IS NOT NULL);
ALTER TABLE "DatasetSamples" ADD CONSTRAINT "whole_floats" CHECK (octet_length("values") % 4 = 0);
ALTER TABLE "DatasetEvents" ADD CONSTRAINT "whole_doubles" CHECK (octet_length("times") % 8 = 0);
ALTER TABLE "DatasetValues" ADD CONSTRAINT "whole_doubles" CHECK (octet_length("values") % 8 = 0);

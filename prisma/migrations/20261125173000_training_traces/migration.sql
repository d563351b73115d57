-- Dopamine of training trials, beside that of probes: what a recording has. Null in results of engines that did not keep it.

ALTER TABLE "RunResult" ADD COLUMN "trainingTraces" BYTEA;

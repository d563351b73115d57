import type { FrozenRun, PublicationManifest } from "../../../contracts/publication";
import { subjectKey } from "../../../contracts/experiment";
import { theories } from "../../../engine/theories/registry";
import type { Citable } from "../cite/citable";

/** A file of the archive, as its metadata describes it. */
export interface Described {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
}

type Entity = Readonly<Record<string, unknown>>;
const ref = (id: string) => ({ "@id": id });
const refs = (ids: readonly string[]) => ids.map(ref);

const profiles = [
  ["https://w3id.org/ro/wfrun/process/0.5", "Process Run Crate", "0.5"],
  ["https://w3id.org/ro/wfrun/workflow/0.5", "Workflow Run Crate", "0.5"],
  ["https://w3id.org/workflowhub/workflow-ro-crate/1.0", "Workflow RO-Crate", "1.0"],
] as const;

/**
 * ro-crate-metadata.json (RO-Crate 1.1, Workflow Run Crate): the manifest is the workflow, since it says what is run; each
 * run is a CreateAction with the model as instrument, task and parameters as object, and the columns of its result.
 */
export function crateOf(
  citable: Citable,
  manifest: PublicationManifest,
  files: readonly Described[],
): string {
  const { experiments, models, paradigms, runs } = manifest;
  const there = new Map(files.map((file) => [file.path, file]));
  const values = new Map<string, Entity>();
  const value = (id: string, name: string, given: unknown, more: Entity = {}) => {
    values.set(id, { "@id": id, "@type": "PropertyValue", name, value: given, ...more });
    return id;
  };
  const resultOf = ({ result, key }: FrozenRun) =>
    Object.entries(result).map(([column, hash]) => {
      const path = `parts/${hash}.bin`;
      if (there.has(path)) return path;
      // named by its hash only: a rerun has to give these bytes
      const id = `#result-${hash}`;
      values.set(id, {
        "@id": id,
        "@type": "CreativeWork",
        name: `${column} of run ${key}`,
        identifier: `sha256:${hash}`,
      });
      return id;
    });
  const actions = runs.map((run): Entity => ({
    "@id": `#run-${run.key}`,
    "@type": "CreateAction",
    name: `${run.arm}, ${subjectKey(run.subject)}, repetition ${run.repetition}`,
    instrument: refs([...new Set(run.places.map(({ model }) => `#model-${model}`))]),
    object: refs([
      ...[`#paradigm-${run.paradigm}`, value(`#arm-${run.arm}`, "arm", run.arm)],
      value(
        `#subject-${subjectKey(run.subject).replaceAll(" ", "-")}-${run.subject.tauTrans}`,
        "subject",
        subjectKey(run.subject),
        {
          description: `population ${run.subject.population}, rank ${run.subject.rank}, rate multiplier ${run.subject.tauTrans}`,
        },
      ),
      ...[
        value(`#repetition-${run.repetition}`, "repetition", run.repetition),
        value(`#seed-${run.seed}`, "seed", run.seed),
      ],
      value(`#trials-${run.trials}`, "training trials", run.trials),
      ...(run.history ? [`parts/${run.history}.json`] : []),
    ]),
    result: refs(resultOf(run)),
    identifier: `sha256:${run.resultHash}`,
    actionStatus: ref("http://schema.org/CompletedActionStatus"),
    description: `Engine ${run.engineVersion}; specification ${run.specHash}; result ${run.resultHash}.`,
  }));
  const modelEntities = models.map(({ key, name, number, theory, role, preset, parameters }): Entity => {
    const declaration = theories.find(({ declaration }) => declaration.key === theory)?.declaration;
    return {
      ...{ "@id": `#model-${key}`, "@type": "SoftwareApplication", name: `${name} v${number}` },
      softwareVersion: String(number),
      description: `${declaration?.title ?? theory}, role of dopamine: ${role}${preset ? `, preset ${preset}` : ""}.`,
      ...(declaration && { citation: `${declaration.citation.text} doi:${declaration.citation.doi}` }),
      additionalProperty: refs(
        Object.entries(parameters).map(([parameter, given]) => {
          const declared = declaration?.parameters.find((one) => one.key === parameter);
          const unit =
            declared && "unit" in declared && declared.unit !== "1" ? { unitText: declared.unit } : {};
          return value(`#parameter-${parameter}-${encodeURIComponent(String(given))}`, parameter, given, {
            ...(declared && { description: declared.meaning }),
            ...unit,
          });
        }),
      ),
    };
  });
  const paradigmEntities = paradigms.map(({ key, name, number, spec }): Entity => ({
    ...{ "@id": `#paradigm-${key}`, "@type": "CreativeWork", name: `${name} v${number}` },
    ...{ description: spec.meaning, citation: spec.citation, text: JSON.stringify(spec) },
  }));
  const panels = [...new Set(manifest.settings.flatMap((setting) => Object.values(setting.panels)))];
  const persons = citable.authors.map(({ name, orcid, affiliation }, at): Entity => ({
    "@id": orcid ? `https://orcid.org/${orcid}` : `#author-${at + 1}`,
    ...{ "@type": "Person", name, ...(affiliation && { affiliation }) },
  }));
  const graph: Entity[] = [
    {
      ...{ "@id": "ro-crate-metadata.json", "@type": "CreativeWork", about: ref("./") },
      conformsTo: refs([
        "https://w3id.org/ro/crate/1.1",
        "https://w3id.org/workflowhub/workflow-ro-crate/1.0",
      ]),
    },
    {
      ...{ "@id": "./", "@type": "Dataset", name: citable.title },
      description: citable.abstract || citable.title,
      ...{
        datePublished: citable.publishedAt,
        license: ref(licenceAddress(citable.licence)),
        ...(citable.url && { url: citable.url }),
      },
      version: String(citable.version),
      author: persons.map(({ "@id": id }) => ({ "@id": id })),
      identifier: `sha256:${citable.hash}`,
      conformsTo: refs(profiles.map(([id]) => id)),
      hasPart: refs(files.map(({ path }) => path)),
      mainEntity: ref("manifest.json"),
      mentions: refs(["#publication", ...actions.map(({ "@id": id }) => String(id))]),
    },
    ...profiles.map(([id, name, version]) => ({ "@id": id, "@type": "CreativeWork", name, version })),
    { "@id": licenceAddress(citable.licence), "@type": "CreativeWork", name: citable.licence },
    ...persons,
    {
      ...{ "@id": "#phasic", "@type": ["ComputerLanguage", "SoftwareApplication"], name: "Phasic" },
      ...{ softwareVersion: manifest.engineVersions.join(", "), version: manifest.engineVersions.join(", ") },
      description: "phasic reproduce reads the manifest, runs it again and compares bit for bit",
    },
    {
      ...{ "@id": "#publication", "@type": "CreateAction", name: "Panels made from the runs" },
      instrument: ref("manifest.json"),
      object: refs([
        ...actions.map(({ "@id": id }) => String(id)),
        ...paradigmEntities.map(({ "@id": id }) => String(id)),
      ]),
      result: refs(panels.map((hash) => `parts/${hash}.json`)),
      ...{ endTime: citable.publishedAt, agent: persons.map(({ "@id": id }) => ({ "@id": id })) },
    },
    ...experiments.map(({ key, name, repetitions, seed, subjects }) => ({
      ...{ "@id": `#experiment-${key}`, "@type": "CreativeWork", name },
      description: `N = ${subjects.length} simulated subjects, ${repetitions} repetitions, seed ${seed}`,
      hasPart: refs(
        runs
          .filter(({ places }) => places.some((place) => place.experiment === key))
          .map((run) => `#run-${run.key}`),
      ),
    })),
    ...manifest.datasets.map(({ key, name, number, contentHash, citation, doi, licence }) => ({
      ...{
        "@id": `#dataset-${key}`,
        "@type": "CreativeWork",
        name: `${name} v${number}`,
        identifier: `sha256:${contentHash}`,
      },
      ...{ citation: doi ? `${citation} doi:${doi}` : citation, license: licence },
    })),
    ...[...modelEntities, ...paradigmEntities, ...actions, ...values.values()],
    ...files.map(({ path, name, mediaType, sha256 }) => ({
      ...{ "@id": path, name, encodingFormat: mediaType, sha256 },
      ...(path === "manifest.json"
        ? {
            "@type": ["File", "SoftwareSourceCode", "ComputationalWorkflow"],
            programmingLanguage: ref("#phasic"),
          }
        : { "@type": "File" }),
    })),
  ];
  return `${JSON.stringify({ "@context": context, "@graph": graph }, null, 1)}\n`;
}

const context = ["https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context"];
const licenceAddress = (id: string) =>
  id.startsWith("LicenseRef-") ? `#${id}` : `https://spdx.org/licenses/${id}`;

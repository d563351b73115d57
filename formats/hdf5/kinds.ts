import type { Dataset, DatasetRegion, Entity, ExternalLink, Group } from "h5wasm/node";

/**
 * What an object is, by what it says of itself: only hdf5/open.ts loads the library, and only once there is a file of
 * HDF5 to read.
 */
type Maybe = Entity | DatasetRegion | null;
const kind = (entity: Maybe) => (entity && "type" in entity ? String(entity.type) : "");

export const isGroup = (entity: Maybe): entity is Group => kind(entity) === "Group";
export const isDataset = (entity: Maybe): entity is Dataset => kind(entity) === "Dataset";
export const isExternalLink = (entity: Maybe): entity is ExternalLink => kind(entity) === "ExternalLink";

/** Data types and array classes of MATLAB's level 5 MAT-files (MathWorks, "MAT-File Format", R2023b, tables 1-1 to 1-3). */

/** How numbers are written. */
export const numberTypes = {
  1: { size: 1, read: (view: DataView, at: number, _little: boolean) => view.getInt8(at) },
  2: { size: 1, read: (view: DataView, at: number, _little: boolean) => view.getUint8(at) },
  3: { size: 2, read: (view: DataView, at: number, little: boolean) => view.getInt16(at, little) },
  4: { size: 2, read: (view: DataView, at: number, little: boolean) => view.getUint16(at, little) },
  5: { size: 4, read: (view: DataView, at: number, little: boolean) => view.getInt32(at, little) },
  6: { size: 4, read: (view: DataView, at: number, little: boolean) => view.getUint32(at, little) },
  7: { size: 4, read: (view: DataView, at: number, little: boolean) => view.getFloat32(at, little) },
  9: { size: 8, read: (view: DataView, at: number, little: boolean) => view.getFloat64(at, little) },
  12: {
    size: 8,
    read: (view: DataView, at: number, little: boolean) => Number(view.getBigInt64(at, little)),
  },
  13: {
    size: 8,
    read: (view: DataView, at: number, little: boolean) => Number(view.getBigUint64(at, little)),
  },
} as const;
export type NumberType = keyof typeof numberTypes;
export const isNumberType = (type: number): type is NumberType => Object.hasOwn(numberTypes, type);

export const miInt8 = 1;
export const miInt32 = 5;
export const miUint32 = 6;
export const miSingle = 7;
export const miMatrix = 14;
export const miCompressed = 15;

const classNames = {
  1: "cell",
  2: "struct",
  3: "object",
  4: "char",
  5: "sparse",
  6: "double",
  7: "single",
  8: "int8",
  9: "uint8",
  10: "int16",
  11: "uint16",
  12: "int32",
  13: "uint32",
  14: "int64",
  15: "uint64",
  16: "function",
  17: "opaque",
} as const;
export type ArrayClass = (typeof classNames)[keyof typeof classNames];
export const classNamed = (code: number): ArrayClass | null =>
  Object.hasOwn(classNames, code) ? classNames[code as keyof typeof classNames] : null;

const unreadable: readonly string[] = ["cell", "struct", "object", "char", "sparse", "function", "opaque"];
export const isNumeric = (name: ArrayClass): boolean => !unreadable.includes(name);

import { endianness } from "node:os";
import { mostHeld } from "../limits";
import { Refusal, quoted } from "../refusal";
import { countOf, type ArrayHeader, type Elements } from "./elements";
import { isNumberType, isNumeric, miSingle, numberTypes } from "./types";

type Floats = Float32ArrayConstructor | Float64ArrayConstructor;

/**
 * The numbers of a numeric or logical array, column by column as MATLAB keeps them, converted as they stream in: MATLAB
 * writes them in the smallest type that holds them, whatever the array's class. Of complex numbers the real part.
 *
 * @throws Refusal when the array is of another class, too large to be held, or of fewer bytes than its size asks for.
 */
export async function readNumbers<T extends Floats>(
  elements: Elements,
  header: ArrayHeader,
  Type: T,
  what: string,
): Promise<InstanceType<T>> {
  const of = `${quoted(what).slice(1, -1)} in ${elements.stream.what}`;
  if (header.class === "sparse")
    throw new Refusal(`${of} is a sparse matrix`, "save it with full() and try again");
  if (!isNumeric(header.class))
    throw new Refusal(`${of} is of class ${header.class} where numbers are expected`, "save it as numbers");
  const count = countOf(header.dims);
  if (count > mostHeld)
    throw new Refusal(
      `${of} claims ${count} numbers in one array`,
      `save it in parts of at most ${mostHeld}`,
    );
  if (count === 0) {
    await elements.skipTo(header.end);
    return new Type(0) as InstanceType<T>;
  }
  const tag = await elements.tag(header.end);
  if (!isNumberType(tag.type)) throw elements.damaged(`numbers are expected, not type ${tag.type}`);
  const { size, read } = numberTypes[tag.type];
  if (tag.size !== count * size)
    throw elements.damaged(`${count} numbers of ${size} bytes do not fill ${tag.size} bytes`);

  const numbers = new Type(count) as InstanceType<T>;
  const asTheyAre =
    tag.type === miSingle && numbers instanceof Float32Array && elements.little && endianness() === "LE";
  let done = 0;
  const convert = (piece: Buffer) => {
    if (asTheyAre) new Uint8Array(numbers.buffer).set(piece, 4 * done);
    else {
      const view = new DataView(piece.buffer, piece.byteOffset, piece.length);
      for (let at = 0, to = done; at < piece.length; at += size)
        numbers[to++] = read(view, at, elements.little);
    }
    done += piece.length / size;
  };
  if (tag.inside) convert(tag.inside);
  else for await (const piece of elements.stream.pieces(tag.size, size)) convert(piece);
  await elements.skipTo(header.end);
  return numbers;
}

import { mostHeld } from "../limits";
import { Refusal } from "../refusal";

/** Numbers whose count is not known beforehand, in as few bytes as they need. */
abstract class Growing<T extends Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>> {
  length = 0;
  protected constructor(protected numbers: T) {}
  protected abstract make(size: number): T;

  push(value: number): void {
    if (this.length === this.numbers.length) {
      if (this.length >= mostHeld)
        throw new Refusal(
          "One session has more numbers than can be held",
          "save its sessions in files of their own",
        );
      const more = this.make(2 * this.numbers.length);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.length++] = value;
  }

  at(index: number): number {
    return this.numbers[index];
  }

  /** The numbers so far, in a buffer of their own. */
  take(): T {
    const own = this.make(this.length);
    own.set(this.numbers.subarray(0, this.length));
    return own;
  }
}

export class Floats extends Growing<Float32Array<ArrayBuffer>> {
  constructor() {
    super(new Float32Array(64));
  }
  protected override make(size: number) {
    return new Float32Array(size);
  }
}

export class Doubles extends Growing<Float64Array<ArrayBuffer>> {
  constructor() {
    super(new Float64Array(64));
  }
  protected override make(size: number) {
    return new Float64Array(size);
  }
}

/** The rate network on its SIMD kernel (rate-network.as.ts). Equations stand in the twin, rate-network.ts. */
import type { Perturbations } from "../noise/noise";
import { decodeBase64 } from "./base64";
import { UNITS, type RateNetwork } from "./rate-network";
import { rateNetworkKernel } from "./rate-network.generated";

/** What the kernel exports; places are bytes in its memory. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  configure(steps: number, capacity: number): void;
  weightsAt(): number;
  cueWeightsAt(): number;
  rewardWeightsAt(): number;
  xAt(): number;
  rAt(): number;
  meanAt(): number;
  productAt(): number;
  outputsAt(): number;
  cueAt(): number;
  rewardAt(): number;
  kicksAt(): number;
  run(from: number, to: number, kappa: number): void;
  explore(from: number, to: number, kappa: number, cursor: number, count: number): number;
  eligibility(step: number, keep: number): void;
}

/** Perturbations that fit; ten times what the largest declared probability gives on average is never reached. */
const capacity = 65536;

let compiled: WebAssembly.Module | undefined;

/** A network on the SIMD kernel for trials of at most `steps` steps. Throws where WebAssembly SIMD is missing. */
export function createKernel(steps: number): RateNetwork {
  compiled ??= new WebAssembly.Module(decodeBase64(rateNetworkKernel));
  const kernel = new WebAssembly.Instance(compiled).exports as unknown as Kernel;
  kernel.configure(steps, capacity);
  return new KernelNetwork(kernel, steps);
}

class KernelNetwork implements RateNetwork {
  readonly weights: Float64Array;
  readonly cueWeights: Float64Array;
  readonly rewardWeights: Float64Array;
  readonly outputs: Float64Array;
  kappa = 1 / 30;
  private readonly x: Float64Array;
  private readonly r: Float64Array;
  private readonly mean: Float64Array;
  private readonly product: Float64Array;
  private readonly cue: Float64Array;
  private readonly reward: Float64Array;
  private readonly kickPlaces: Int32Array;
  private readonly kickSizes: Float64Array;
  private readonly marked = { x: new Float64Array(UNITS), r: new Float64Array(UNITS), step: 1 };
  /** Perturbations now in the kernel's memory. */
  private kicks: Perturbations | undefined;
  private step = 1;
  private cursor = 0;

  constructor(
    private readonly kernel: Kernel,
    steps: number,
  ) {
    const { buffer } = kernel.memory;
    const view = (place: number, length: number) => new Float64Array(buffer, place, length);
    this.weights = view(kernel.weightsAt(), UNITS * UNITS);
    this.cueWeights = view(kernel.cueWeightsAt(), UNITS);
    this.rewardWeights = view(kernel.rewardWeightsAt(), UNITS);
    this.outputs = view(kernel.outputsAt(), steps);
    this.x = view(kernel.xAt(), UNITS);
    this.r = view(kernel.rAt(), UNITS);
    this.mean = view(kernel.meanAt(), UNITS);
    this.product = view(kernel.productAt(), UNITS * UNITS);
    this.cue = view(kernel.cueAt(), steps);
    this.reward = view(kernel.rewardAt(), steps);
    this.kickPlaces = new Int32Array(buffer, kernel.kicksAt(), capacity * 4);
    this.kickSizes = view(kernel.kicksAt(), capacity * 2);
  }

  rest(step: number): void {
    this.x.fill(0);
    this.r.fill(0);
    this.mean.fill(0);
    this.outputs.fill(0, 0, step - 1);
    this.step = step;
    this.cursor = 0;
    this.kicks = undefined;
  }

  run(to: number, cue: Float64Array, reward: Float64Array): void {
    if (to < this.step) return;
    this.cue.set(cue);
    this.reward.set(reward);
    this.kernel.run(this.step, to, this.kappa);
    this.step = to + 1;
  }

  explore(to: number, cue: Float64Array, reward: Float64Array, perturbations: Perturbations): void {
    if (to < this.step) return;
    if (this.kicks !== perturbations) {
      this.cue.set(cue);
      this.reward.set(reward);
      this.place(perturbations);
    }
    this.cursor = this.kernel.explore(this.step, to, this.kappa, this.cursor, perturbations.count);
    this.step = to + 1;
  }

  eligibility(step: number, decayMs: number): Float64Array {
    this.kernel.eligibility(step, 1 - 1 / decayMs);
    return this.product;
  }

  mark(): void {
    this.marked.x.set(this.x);
    this.marked.r.set(this.r);
    this.marked.step = this.step;
  }

  recall(): void {
    this.x.set(this.marked.x);
    this.r.set(this.marked.r);
    this.step = this.marked.step;
  }

  private place(perturbations: Perturbations): void {
    const { count, step, unit, size } = perturbations;
    if (count > capacity)
      throw new RangeError(`${count} perturbations in one trial; at most ${capacity} fit.`);
    for (let k = 0; k < count; k += 1) {
      this.kickPlaces[4 * k] = step[k];
      this.kickPlaces[4 * k + 1] = unit[k];
      this.kickSizes[2 * k + 1] = size[k];
    }
    this.kicks = perturbations;
  }
}

/** Trials from..to, 1-based and inclusive. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Consecutive blocks of `size` trials; the last may be shorter. */
export const blocksOf = (trials: number, size: number): Block[] =>
  Array.from({ length: Math.ceil(trials / size) }, (_, i) => ({
    from: i * size + 1,
    to: Math.min((i + 1) * size, trials),
  }));

/** Where a block stands on the axis: the middle of its trials. */
export const middleOf = ({ from, to }: Block): number => (from + to) / 2;

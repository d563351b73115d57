/** Means of `width` consecutive samples; a last, shorter bin is the mean of what it has. */
export function binMeans(samples: Float64Array, width: number, into: Float32Array | Float64Array): void {
  for (let bin = 0; bin < into.length; bin += 1) {
    const to = Math.min((bin + 1) * width, samples.length);
    let sum = 0;
    for (let i = bin * width; i < to; i += 1) sum += samples[i];
    into[bin] = sum / (to - bin * width);
  }
}

/** Gathers keys and hands them over at most once per `every` ms, the first ones soon. Equal keys (by JSON) count once. */
export function throttledSet<T>(every: number, flush: (keys: T[]) => void) {
  const waiting = new Map<string, T>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const run = () => {
    timer = undefined;
    last = Date.now();
    const keys = [...waiting.values()];
    waiting.clear();
    flush(keys);
  };
  return {
    add: (key: T) => {
      waiting.set(JSON.stringify(key), key);
      timer ??= setTimeout(run, Math.max(50, every - (Date.now() - last)));
    },
    end: () => clearTimeout(timer),
  };
}

/**
 * Places labels at line ends so that none lies on another: each keeps its order and moves as little as needed, within
 * [top, bottom]. Neighbours that touch share one block, centred on the mean of where they wanted to be.
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b] || a - b);
  interface Block {
    members: number[];
    start: number;
  }
  const place = (members: number[]): Block => {
    const sum = members.reduce((total, index, rank) => total + wanted[index] - rank * gap, 0);
    const start = Math.min(Math.max(sum / members.length, top), bottom - (members.length - 1) * gap);
    return { members, start };
  };
  const blocks: Block[] = [];
  for (const index of order) {
    let block = place([index]);
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (above.start + above.members.length * gap <= block.start + 1e-9) break;
      blocks.pop();
      block = place([...above.members, ...block.members]);
    }
    blocks.push(block);
  }
  const placed: number[] = new Array(wanted.length);
  for (const { members, start } of blocks)
    members.forEach((index, rank) => (placed[index] = start + rank * gap));
  return placed;
}

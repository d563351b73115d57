/**
 * The name of a person or a thing, in whatever script: it keeps its own direction and lets the sentence around it keep
 * its. Without one, the machinery made it.
 */
export const Name = ({ name, className }: { name: string | null; className?: string }) => (
  <bdi className={className}>{name ?? "Phasic"}</bdi>
);

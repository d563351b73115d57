import type { ReactNode } from "react";

interface Props {
  params: Promise<{ lab: string }>;
}
type InShare<P extends Props> = Omit<P, "params"> & {
  params: Promise<Awaited<P["params"]> & { share: string }>;
};

/** A page of a lab as the page of what another lab shares with it: the same view, in the share's place. */
export const inShare =
  <P extends Props, Page extends Promise<ReactNode | object>>(page: (props: P) => Page) =>
  ({ params, ...rest }: InShare<P>): Page =>
    page({
      ...rest,
      params: params.then(({ share, ...own }) => ({ ...own, lab: `${own.lab}/shared/${share}` })),
    } as unknown as P);

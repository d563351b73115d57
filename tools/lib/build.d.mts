/** The folder of the production build of the sources as they are, relative to the root; made when there is none. */
export function build(): Promise<string>;

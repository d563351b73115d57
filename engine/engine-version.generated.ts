/** Hash of the sources that decide the numbers of a run, and of the kernel's bytes. Written by `npm run kernel`. */
export const engineVersion = "7a6d12c17605ee6e";

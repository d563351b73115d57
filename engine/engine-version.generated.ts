/** Hash of the sources that decide the numbers of a run, and of the kernel's bytes. Written by `npm run kernel`. */
export const engineVersion = "8ff903e770b89a08";

/** Hash of the sources that decide the numbers of a run, and of the kernel's bytes. Written by `npm run kernel`. */
export const engineVersion = "d32abda9d49a28e9";

/** The last part of a path, as a file is called when it is attached. */
export function baseName(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}

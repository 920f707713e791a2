/** Tags as people type them: parted by commas or spaces, each once. */
export function splitTags(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((tag) => tag !== ''))];
}

interface ImportMap {
  imports: Record<string, string>;
}

/**
 * Loads what contributions share with the page, as long as the server has it: after a newer build of the page has come, a
 * contribution must still find these very scripts.
 */
export async function loadShared(): Promise<void> {
  const map = document.querySelector('script[type=importmap]')?.textContent;
  if (!map) return;
  const { imports } = JSON.parse(map) as ImportMap;
  await Promise.allSettled(
    Object.values(imports).map((address) => import(/* @vite-ignore */ address)),
  );
}

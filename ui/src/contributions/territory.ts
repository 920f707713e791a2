import type { PageRoute } from './contribution';
import { Refusal } from './refusal';
import type { Registry } from './registry';

const LITERAL = /^[\w.-]+$/;

/**
 * Sees to it that pages stand below addresses that nobody else has pages at: `vms/:id` would be shown for the addresses of
 * OBox's own pages.
 *
 * @param id whose pages they are, in the registry
 */
export function checkAddresses(registry: Registry, id: string, routes: readonly PageRoute[]): void {
  const others = new Map(
    registry
      .at('routes')
      .filter(({ by }) => by.id !== id)
      .map(({ by, item }) => [firstOf(item.path), by.name]),
  );
  for (const { path } of routes) {
    const first = firstOf(path);
    if (!LITERAL.test(first)) throw new Refusal('contribution.refused.vague', { path });
    const owner = others.get(first);
    if (owner !== undefined) throw new Refusal('contribution.refused.address', { path, owner });
  }
}

/** Addresses are compared as the router does it, which does not heed the case. */
function firstOf(path: string): string {
  return path.replace(/^\/+/, '').split('/', 1)[0]?.toLowerCase() ?? '';
}

import type { ContributedModule } from '@/api/schema';
import type { Contribution, Texts } from './contribution';
import { Refusal } from './refusal';
import type { Registry } from './registry';
import { checkShape } from './shape';
import { checkAddresses } from './territory';

/** A contribution that could not be taken over, and why. */
export interface ModuleFault {
  id: string;
  name: string;
  error: Error;
  /** Whether it may be gone when it is loaded again. */
  passing: boolean;
}

/** What keeping modules loaded needs of its surroundings. */
export interface ModuleSurroundings {
  registry: Registry;
  /** The version of the SDK that modules meet. */
  sdk: string;
  /** Loads a module of JavaScript. */
  load: (address: string) => Promise<unknown>;
  /** Takes a contribution's texts over, by language, or forgets them. */
  setTexts: (id: string, texts: Readonly<Record<string, Texts>>) => void;
}

/**
 * Keeps those contributions in the registry that the server says belong there. One that is replaced stays until its
 * successor has been loaded, so that nothing is missing in between.
 */
export class Modules {
  private readonly around: ModuleSurroundings;
  private readonly addresses = new Map<string, string>();
  private wanted = new Map<string, string>();

  constructor(around: ModuleSurroundings) {
    this.around = around;
  }

  /**
   * Loads what is new, and forgets what is gone.
   *
   * @param attempt how often the same was tried before
   * @returns what could not be loaded
   */
  async become(modules: readonly ContributedModule[], attempt = 0): Promise<ModuleFault[]> {
    this.wanted = new Map(modules.map(({ id, module }) => [id, module]));
    for (const id of [...this.addresses.keys()]) {
      if (!this.wanted.has(id)) this.forget(id);
    }
    const faults = await Promise.all(modules.map((module) => this.take(module, attempt)));
    return faults.filter((fault) => fault !== undefined);
  }

  private async take(module: ContributedModule, attempt: number): Promise<ModuleFault | undefined> {
    if (this.addresses.get(module.id) === module.module) return undefined;
    try {
      const contribution = await this.load(module, attempt);
      // The server may have changed its mind in the meantime.
      if (this.wants(module)) this.put(module, contribution);
      return undefined;
    } catch (error) {
      return this.wants(module) ? faultOf(module, error) : undefined;
    }
  }

  private wants({ id, module }: ContributedModule): boolean {
    return this.wanted.get(id) === module;
  }

  private async load({ sdk, module }: ContributedModule, attempt: number): Promise<Contribution> {
    if (!fits(sdk, this.around.sdk)) {
      throw new Refusal('contribution.refused.sdk', { needed: sdk, offered: this.around.sdk });
    }
    const loaded = await this.fetch(module, attempt);
    if (!isContributing(loaded)) throw new Refusal('contribution.refused.nothing');
    checkShape(loaded.default);
    return loaded.default;
  }

  /** Browsers remember that an address failed, so each attempt has another one. */
  private async fetch(module: string, attempt: number): Promise<unknown> {
    try {
      return await this.around.load(attempt === 0 ? module : `${module}?attempt=${attempt}`);
    } catch (error) {
      throw new LoadError(error);
    }
  }

  private put({ id, name, module }: ContributedModule, contribution: Contribution): void {
    const known = idOf(id);
    checkAddresses(this.around.registry, known, contribution.routes ?? []);
    this.addresses.set(id, module);
    this.around.setTexts(known, contribution.texts ?? {});
    this.around.registry.add({ ...contribution, id: known, name });
  }

  private forget(id: string): void {
    this.addresses.delete(id);
    this.around.registry.remove(idOf(id));
    this.around.setTexts(idOf(id), {});
  }
}

/** No bundle's id is one of OBox's own parts, nor the name of its texts. */
function idOf(id: string): string {
  return `plugin/${id}`;
}

/** The module itself could not be loaded. */
class LoadError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function faultOf({ id, name }: ContributedModule, error: unknown): ModuleFault {
  return {
    id,
    name,
    error: error instanceof Error ? error : new Error(String(error)),
    passing: error instanceof LoadError,
  };
}

/** Whether a version of the SDK has all that one with the same major and at most its minor number has. */
export function fits(needed: string, offered: string): boolean {
  const [neededMajor, neededMinor = 0] = needed.split('.').map(Number);
  const [major, minor = 0] = offered.split('.').map(Number);
  return neededMajor === major && neededMinor <= minor;
}

function isContributing(loaded: unknown): loaded is { default: Contribution } {
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded)) return false;
  return typeof loaded.default === 'object' && loaded.default !== null;
}

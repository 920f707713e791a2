import type { ParseKeys } from 'i18next';

/** Why a contribution is not taken over, in words of the page. */
export class Refusal extends Error {
  readonly key: ParseKeys;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(key: ParseKeys, values: Readonly<Record<string, string | number>> = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.key = key;
    this.values = values;
  }
}

import { say } from '@/i18n/say';
import type { FieldError, Problem } from './schema';

const TYPE_PREFIX = 'urn:obox:problem:';

/** A refused or failed request, with what the server said about it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  /** The last part of the problem's type, such as `name-taken`. */
  get slug(): string {
    return slugOf(this.problem);
  }

  get status(): number {
    return this.problem.status;
  }

  get fieldErrors(): FieldError[] {
    return this.problem.errors ?? [];
  }
}

export function slugOf(problem: Problem): string {
  return problem.type.startsWith(TYPE_PREFIX) ? problem.type.slice(TYPE_PREFIX.length) : '';
}

/** The kind of a problem in the reader's language. */
export function titleOf(problem: Problem): string {
  return say({ text: problem.title, code: `title.${slugOf(problem)}` });
}

/** What happened, in the reader's language. */
export function detailOf({ detail, code, args }: Problem): string {
  return say({ text: detail, code, args });
}

/** What can be done about it, in the reader's language. */
export function remedyOf({ remedy, remedyCode, remedyArgs }: Problem): string | undefined {
  return remedy ? say({ text: remedy, code: remedyCode, args: remedyArgs }) : undefined;
}

/** The status of a problem that no server told of. */
export const UNREACHABLE = 0;

/** The server was not reached at all. The text is chosen where it is shown, from the slug. */
export function unreachable(): ProblemError {
  return new ProblemError({
    type: `${TYPE_PREFIX}unreachable`,
    title: 'Unreachable',
    detail: 'The server was not reached.',
    status: UNREACHABLE,
  });
}

/** Reads a problem document; an answer that is none (a proxy's page, say) becomes one by its status. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: response.statusText,
  };
  if (!response.headers.get('content-type')?.includes('json')) return new ProblemError(fallback);
  try {
    const body: unknown = await response.json();
    return new ProblemError(isProblem(body) ? { ...fallback, ...body } : fallback);
  } catch {
    return new ProblemError(fallback);
  }
}

function isProblem(body: unknown): body is Partial<Problem> {
  return typeof body === 'object' && body !== null && ('type' in body || 'title' in body);
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}

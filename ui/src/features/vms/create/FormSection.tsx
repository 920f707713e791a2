import type { ReactNode } from 'react';

/** A group of fields under a heading. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-6 first-of-type:border-0 first-of-type:pt-0">
      <legend className="sr-only">{title}</legend>
      <h2 aria-hidden="true" className="mb-4 text-lg font-semibold tracking-tight">
        {title}
      </h2>
      <div className="space-y-5">{children}</div>
    </fieldset>
  );
}

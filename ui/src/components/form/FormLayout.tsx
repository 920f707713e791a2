import type { ReactNode, SubmitEvent } from 'react';

/** A form in sections, and what will come of it beside them, which stays in view; on a small screen it comes last. */
export function FormLayout({
  summary,
  summaryLabel,
  children,
  onSubmit,
}: {
  /** With the button that sends the form. */
  summary: ReactNode;
  summaryLabel: string;
  children: ReactNode;
  onSubmit: () => void;
}) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]"
    >
      <div className="min-w-0 space-y-8">{children}</div>
      <section
        aria-label={summaryLabel}
        className="rounded-panel border border-line bg-surface p-5 lg:tall:sticky lg:tall:top-[calc(var(--frame)+1.5rem)]"
      >
        {summary}
      </section>
    </form>
  );
}

import type { Ref } from 'react';
import { Notice } from '../Notice';
import { ProblemNotice } from '../ProblemNotice';

/** A field that something is wrong with. */
export interface WrongField {
  /** The id of its control. */
  id: string;
  label: string;
  errors: readonly string[];
}

/** All that stands in the way, at the top, where the focus goes; each line leads to its field. */
export function ErrorSummary({
  title,
  fields,
  others,
  problem,
  ref,
}: {
  title: string;
  fields: readonly WrongField[];
  /** What belongs to no field. */
  others: readonly string[];
  /** A refusal as a whole, shown where there is nothing else. */
  problem: Error | null;
  ref: Ref<HTMLDivElement>;
}) {
  if (fields.length === 0 && others.length === 0) {
    return problem && <ProblemNotice ref={ref} error={problem} alert={false} />;
  }
  return (
    <Notice ref={ref} tone="fail" title={title}>
      <ul className="list-disc space-y-0.5 pl-5">
        {fields.map(({ id, label, errors }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
              className="underline underline-offset-4"
            >
              {label}
            </a>
            {': '}
            {errors.join(' ')}
          </li>
        ))}
        {others.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

import { Skeleton } from './Skeleton';

/** The outline of a page about one thing. */
export function DetailSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <Skeleton className="mb-4 h-4 w-32" />
      <div className="mb-6 flex h-9 items-center gap-3">
        <Skeleton className="h-7 w-56" />
        <Skeleton className="h-6 w-24 rounded-full" />
      </div>
      <Skeleton className="mb-6 h-16 w-full rounded-panel opacity-60" />
      <Skeleton className="h-72 w-full rounded-panel opacity-60" />
    </div>
  );
}

/** The same as in `index.html`, from the first paint until it is known who reads. */
export function BootSkeleton() {
  return (
    <div className="boot" aria-hidden="true">
      <div className="boot-side" />
      <div className="boot-page">
        <div />
        <div />
        <div />
      </div>
    </div>
  );
}

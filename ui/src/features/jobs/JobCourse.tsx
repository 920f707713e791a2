import { detailOf } from '@/api/problem';
import type { Job } from '@/api/schema';
import { JobProgress } from '@/domain/JobProgress';
import { JOB_STATES } from '@/domain/jobStates';
import { PartsResult } from './PartsResult';

/** In a row: how far a job is, why it failed, or what has become of its parts. */
export function JobCourse({ job }: { job: Job }) {
  if (!JOB_STATES[job.state].final) {
    return (
      <div className="md:max-w-72">
        <JobProgress job={job} />
      </div>
    );
  }
  if (job.problem) {
    return <p className="line-clamp-2 text-sm text-fail">{detailOf(job.problem)}</p>;
  }
  return job.result && <PartsResult result={job.result} />;
}

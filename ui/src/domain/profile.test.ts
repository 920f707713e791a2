import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { keys } from '@/api/keys';
import type { Profile } from '@/api/schema';
import { isChoosing, prefer } from './profile';

const answers: ((theme: string) => void)[] = [];
const sent: string[] = [];
let queryClient: QueryClient;

beforeEach(() => {
  answers.length = 0;
  sent.length = 0;
  queryClient = new QueryClient();
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
    sent.push(body as string);
    return new Promise((resolve) => {
      answers.push((theme) => {
        resolve(new Response(JSON.stringify({ preferences: { theme } })));
      });
    });
  });
});

const choose = (theme: 'LIGHT' | 'DARK') => prefer({ preferences: { theme } }, queryClient);
const kept = () => queryClient.getQueryData<Profile>(keys.profile)?.preferences.theme;

it('passes over the answer to a choice when another one follows, and sends them in their order', async () => {
  const [first, second] = [choose('LIGHT'), choose('DARK')];
  await vi.waitFor(() => {
    expect(sent).toHaveLength(1);
  });

  answers[0]?.('LIGHT');
  await first;
  expect(kept()).toBeUndefined();
  await vi.waitFor(() => {
    expect(sent).toHaveLength(2);
  });
  answers[1]?.('DARK');
  await second;

  expect(kept()).toBe('DARK');
});

it('shows a choice at once, and leaves the columns of other lists as they are', async () => {
  const preferences = { theme: null, density: null, shortcuts: null, columns: { jobs: ['kind'] } };
  queryClient.setQueryData(keys.profile, { preferences });
  const chosen = prefer({ preferences: { columns: { vms: ['name'] } } }, queryClient);
  expect(queryClient.getQueryData<Profile>(keys.profile)?.preferences.columns).toEqual({
    jobs: ['kind'],
    vms: ['name'],
  });
  expect(isChoosing(queryClient)).toBe(true);
  await vi.waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  answers[0]?.('LIGHT');
  await chosen;
  expect(isChoosing(queryClient)).toBe(false);
});

import type { Page } from '@playwright/test';

export interface Network {
  cut: () => Promise<void>;
  mend: () => Promise<void>;
}

/** The page's way to everything, to be cut as a pulled cable would. */
export async function networkOf(page: Page): Promise<Network> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const emulate = async (offline: boolean) => {
    await session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  };
  return {
    cut: () => emulate(true),
    mend: () => emulate(false),
  };
}

/** A machine that is so many times slower than this one. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

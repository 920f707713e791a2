import { describe, expect, it } from 'vitest';
import type { Image } from '@/api/schema';
import { linkedValues } from './deepLink';

const IMAGES = [{ id: 'i-1', name: 'debian' }] as Image[];

describe('an address of the form', () => {
  it('fills it in, with an image by its name or its id', () => {
    const search = new URLSearchParams('image=debian&name=web&memory=2048&priority=high&count=3');
    expect(linkedValues(search, IMAGES)).toEqual({
      imageId: 'i-1',
      name: 'web',
      memoryMib: '2048',
      priority: 'HIGH',
      count: '3',
    });
    expect(linkedValues(new URLSearchParams('image=i-1'), IMAGES)).toEqual({ imageId: 'i-1' });
  });

  it('leaves alone what it says nothing of, or nothing that is there', () => {
    const search = new URLSearchParams('image=other&priority=huge&unknown=1');
    expect(linkedValues(search, IMAGES)).toEqual({});
  });
});

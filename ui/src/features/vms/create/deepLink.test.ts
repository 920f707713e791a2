import { describe, expect, it } from 'vitest';
import type { Host, Image } from '@/api/schema';
import { linkedValues } from './deepLink';

const IMAGES = [{ id: 'i-1', name: 'debian' }] as Image[];
const HOSTS = [{ id: 'h-1', name: 'north' }] as Host[];

describe('an address of the form', () => {
  it('fills it in, with an image by its name or its id', () => {
    const search = new URLSearchParams('image=debian&name=web&memory=2048&priority=high&count=3');
    expect(linkedValues(search, IMAGES, HOSTS)).toEqual({
      imageId: 'i-1',
      name: 'web',
      memoryMib: '2048',
      priority: 'HIGH',
      count: '3',
    });
    expect(linkedValues(new URLSearchParams('image=i-1'), IMAGES, HOSTS)).toEqual({
      imageId: 'i-1',
    });
  });

  it('names a host by its name or its id', () => {
    const hostId = 'h-1';
    expect(linkedValues(new URLSearchParams('host=north'), IMAGES, HOSTS)).toEqual({ hostId });
    expect(linkedValues(new URLSearchParams('host=h-1'), IMAGES, HOSTS)).toEqual({ hostId });
    expect(linkedValues(new URLSearchParams('host=south'), IMAGES, HOSTS)).toEqual({});
  });

  it('leaves alone what it says nothing of, or nothing that is there', () => {
    const search = new URLSearchParams('image=other&priority=huge&unknown=1');
    expect(linkedValues(search, IMAGES, HOSTS)).toEqual({});
  });
});

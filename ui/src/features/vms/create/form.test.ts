import { describe, expect, it } from 'vitest';
import type { Vm } from '@/api/schema';
import { EMPTY_FORM, nameOf, toRequest, unreadableNumbers, valuesOf } from './form';

describe('the form', () => {
  it('becomes a request without blanks, doubles and empty lines', () => {
    const request = toRequest({
      ...EMPTY_FORM,
      name: ' web-1 ',
      imageId: 'i',
      savedKeys: ['ssh-rsa BBBB'],
      sshKeys: '\nssh-ed25519 AAAA me\n\n  ssh-rsa BBBB \n',
      tags: 'prod, web,, prod',
    });
    expect(request).toMatchObject({
      name: 'web-1',
      vcpus: 1,
      sshKeys: ['ssh-rsa BBBB', 'ssh-ed25519 AAAA me'],
      tags: ['prod', 'web'],
    });
  });

  it('says nothing of what is left to the server', () => {
    const request = toRequest(EMPTY_FORM);
    for (const field of ['count', 'hostId', 'network', 'userData', 'priority']) {
      expect(request).not.toHaveProperty(field);
    }
    expect(toRequest({ ...EMPTY_FORM, count: '3', hostId: 'h', network: ' lan ' })).toMatchObject({
      count: 3,
      hostId: 'h',
      network: 'lan',
    });
  });

  it('finds numbers that are none before anything is sent', () => {
    const values = { ...EMPTY_FORM, vcpus: '', memoryMib: '1.5', diskGib: '10' };
    expect(unreadableNumbers(values)).toEqual(['vcpus', 'memoryMib']);
  });

  it('numbers names where they say so, and else at their end', () => {
    expect(nameOf({ ...EMPTY_FORM, name: 'web' }, 2)).toBe('web-2');
    expect(nameOf({ ...EMPTY_FORM, name: 'n{n}-web' }, 2)).toBe('n2-web');
  });

  it('opens again with what a VM was asked for with', () => {
    const vm = {
      name: 'web',
      image: { id: 'i', name: 'debian' },
      vcpus: 2,
      memoryMib: 512,
      diskGib: 4,
      network: 'lan',
      tags: ['prod'],
      autostart: true,
    } as Vm;
    expect(valuesOf(vm, { sshKeys: 'ssh-rsa AAAA', name: 'other' })).toEqual({
      count: '1',
      name: 'web',
      imageId: 'i',
      vcpus: '2',
      memoryMib: '512',
      diskGib: '4',
      network: 'lan',
      tags: 'prod',
      autostart: true,
      sshKeys: 'ssh-rsa AAAA',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, sizeOf, toRequest, unreadableNumbers } from './form';

describe('the form', () => {
  it('becomes a request without blanks, doubles and empty lines', () => {
    const request = toRequest({
      ...EMPTY_FORM,
      name: ' web-1 ',
      imageId: 'i',
      sshKeys: '\nssh-ed25519 AAAA me\n\n  ssh-rsa BBBB \n',
      tags: 'prod, web,, prod',
    });
    expect(request).toMatchObject({
      name: 'web-1',
      vcpus: 1,
      sshKeys: ['ssh-ed25519 AAAA me', 'ssh-rsa BBBB'],
      tags: ['prod', 'web'],
    });
  });

  it('finds numbers that are none before anything is sent', () => {
    const values = { ...EMPTY_FORM, vcpus: '', memoryMib: '1.5', diskGib: '10' };
    expect(unreadableNumbers(values)).toEqual(['vcpus', 'memoryMib']);
  });

  it('begins with the smallest of the usual sizes', () => {
    expect(sizeOf(EMPTY_FORM)?.name).toBe('small');
    expect(sizeOf({ ...EMPTY_FORM, diskGib: '11' })).toBeUndefined();
  });
});

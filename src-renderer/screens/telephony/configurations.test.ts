import { expect, it } from 'vitest';
import type { SipLine } from '../../../src-shared/domain/subscriber-changes';
import { configurationOf, equipment, PASSWORD_PLACEHOLDER } from './configurations';

const line: SipLine = {
  id: 1,
  accountName: 'sip-375291000001',
  server: 'sip.example',
  userId: '375291000001',
  authenticateId: '375291000001',
  displayName: '+375291000001',
  ipAddress: '192.0.2.10',
  port: 5061,
  transport: 'tls',
  passwordChangedAt: 1,
};

it.each(equipment)('%s gets the server, the number and a place for the password', (kind) => {
  const text = configurationOf(kind, line);
  for (const part of ['sip.example', '5061', '+375291000001', PASSWORD_PLACEHOLDER])
    expect(text).toContain(part);
});

it('asterisk names the transport where it is not UDP', () => {
  expect(configurationOf('asterisk', line)).toContain('server_uri=sip:sip.example:5061\\;transport=tls');
  expect(configurationOf('asterisk', { ...line, transport: 'udp' })).not.toContain('transport=udp\n;');
});

import type { SipLine } from '../../../src-shared/domain/subscriber-changes';

/** Stands in place of the password, which never gets into a text that is kept. */
export const PASSWORD_PLACEHOLDER = 'ВАШ_ПАРОЛЬ';

export const equipment = ['asterisk', 'freepbx', 'yealink', '3cx'] as const;
export type Equipment = (typeof equipment)[number];

export const equipmentNames: Record<Equipment, string> = {
  asterisk: 'Asterisk (pjsip.conf)',
  freepbx: 'FreePBX (SIP trunk)',
  yealink: 'Yealink (auto provisioning)',
  '3cx': '3CX',
};

export const equipmentFiles: Record<Equipment, string> = {
  asterisk: 'pjsip',
  freepbx: 'freepbx-trunk',
  yealink: 'yealink',
  '3cx': '3cx-trunk',
};

/** The line's parameters as the equipment's own settings. */
export function configurationOf(kind: Equipment, line: SipLine): string {
  switch (kind) {
    case 'asterisk':
      return asterisk(line);
    case 'freepbx':
      return freepbx(line);
    case 'yealink':
      return yealink(line);
    case '3cx':
      return threeCx(line);
  }
}

function asterisk({ server, port, transport, userId, authenticateId }: SipLine): string {
  const uri = `sip:${server}:${port}${transport === 'udp' ? '' : `\\;transport=${transport}`}`;
  return `[transport-${transport}]
type=transport
protocol=${transport}
bind=0.0.0.0

[sip-line]
type=registration
transport=transport-${transport}
outbound_auth=sip-line-auth
server_uri=${uri}
client_uri=sip:+${userId}@${server}
contact_user=+${userId}
retry_interval=60

[sip-line-auth]
type=auth
auth_type=userpass
username=+${authenticateId}
password=${PASSWORD_PLACEHOLDER}

[sip-line]
type=aor
contact=${uri}

[sip-line]
type=endpoint
transport=transport-${transport}
context=from-trunk
disallow=all
allow=alaw,ulaw
outbound_auth=sip-line-auth
aors=sip-line
from_user=+${userId}
from_domain=${server}

[sip-line]
type=identify
endpoint=sip-line
match=${server}
`;
}

function freepbx({ accountName, server, port, transport, userId, authenticateId }: SipLine): string {
  return `Trunk Name: ${accountName}
Outbound CallerID: +${userId}
Username: +${userId}
Auth username: +${authenticateId}
Secret: ${PASSWORD_PLACEHOLDER}
Authentication: Outbound
Registration: Send
SIP Server: ${server}
SIP Server Port: ${port}
Transport: 0.0.0.0-${transport}
Context: from-pstn
From User: +${userId}
From Domain: ${server}
Codecs: alaw, ulaw
`;
}

const YEALINK_TRANSPORT: Record<SipLine['transport'], number> = { udp: 0, tcp: 1, tls: 2 };

function yealink(line: SipLine): string {
  return `#!version:1.0.0.1
account.1.enable = 1
account.1.label = ${line.accountName}
account.1.display_name = ${line.displayName}
account.1.user_name = +${line.userId}
account.1.auth_name = +${line.authenticateId}
account.1.password = ${PASSWORD_PLACEHOLDER}
account.1.sip_server.1.address = ${line.server}
account.1.sip_server.1.port = ${line.port}
account.1.sip_server.1.transport_type = ${YEALINK_TRANSPORT[line.transport]}
`;
}

function threeCx({ accountName, server, port, transport, userId, authenticateId }: SipLine): string {
  return `Name: ${accountName}
Type of Authentication: Register/Account based
Registrar/Server: ${server}
Port: ${port}
Transport: ${transport.toUpperCase()}
Main Trunk No: +${userId}
Authentication ID: +${authenticateId}
Authentication Password: ${PASSWORD_PLACEHOLDER}
Number of SIM Calls: (число каналов пакета)
Codecs: G.711 A-law, G.711 U-law
`;
}

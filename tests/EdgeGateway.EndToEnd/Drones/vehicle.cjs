// A vehicle made of node-mavlink: it tells how it is over UDP, and prints and acknowledges what it is ordered.
// Arguments: PORT of the gateway, SYSTEM id, KEY as 64 hex digits or "-", AUTOPILOT.
'use strict';
const dgram = require('dgram');
const { PassThrough } = require('stream');
const { MavLinkProtocolV2, MavLinkPacketSplitter, MavLinkPacketParser, minimal, common } = require('node-mavlink');

const [port, system, keyText, autopilot] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4], Number(process.argv[5])];
const key = keyText === '-' ? null : Buffer.from(keyText, 'hex');
const protocol = new MavLinkProtocolV2(system, 1, key ? 1 : 0);
const registry = { ...minimal.REGISTRY, ...common.REGISTRY };
const socket = dgram.createSocket('udp4');
let sequence = 0;
let signedAt = 0;
let mode = 0x04040000;
let heard = 0;
const seen = {};

function say(message) {
  let frame = protocol.serialize(message, sequence++ & 255);
  if (key) {
    signedAt = Math.max(signedAt + 1, Date.now());
    frame = protocol.sign(frame, 7, key, signedAt);
  }
  socket.send(frame, port, '127.0.0.1');
}

function fill(message, fields) {
  return Object.assign(message, fields);
}

// The library writes text as Latin-1: the bytes of UTF-8 pass when each is a letter of its own.
const utf8 = text => Buffer.from(text, 'utf8').toString('latin1');

function tell() {
  say(fill(new minimal.Heartbeat(), { type: 2, autopilot, baseMode: 0xd1, customMode: mode, systemStatus: 4, mavlinkVersion: 3 }));
  say(fill(new common.GlobalPositionInt(), { timeBootMs: 1000, lat: 399087654, lon: 1163974321, alt: 51230, relativeAlt: 30000, vx: 300, vy: 400, vz: -50, hdg: 27155 }));
  say(fill(new common.SysStatus(), {
    onboardControlSensorsPresent: 0x2f, onboardControlSensorsEnabled: 0x2f, onboardControlSensorsHealth: 0x0f, load: 347, voltageBattery: 23875, currentBattery: 1265, batteryRemaining: 78,
  }));
}

function text() {
  say(fill(new common.StatusText(), { severity: 2, text: utf8('电池电量低，返航'), id: 0, chunkSeq: 0 }));
}

function acknowledge(command, result) {
  say(fill(new common.CommandAck(), { command, result, progress: 0, resultParam2: 0, targetSystem: 255, targetComponent: 190 }));
}

function obey(data, times) {
  switch (data.command) {
    case 20: // The first one gets lost.
      if (times > 1) { mode = 0x05040000; acknowledge(20, 0); }
      break;
    case 176: // PX4: hold.
      mode = (data._param3 << 24 | data._param2 << 16) >>> 0;
      acknowledge(176, 0);
      break;
    case 2000:
      acknowledge(2000, 5);
      setTimeout(() => acknowledge(2000, 0), 100);
      break;
    default:
      acknowledge(data.command, 0);
  }
}

const stream = new PassThrough();
const parser = stream.pipe(new MavLinkPacketSplitter()).pipe(new MavLinkPacketParser());
parser.on('data', packet => {
  const data = registry[packet.header.msgid] ? packet.protocol.data(packet.payload, registry[packet.header.msgid]) : null;
  const proof = packet.signature ? (key && packet.signature.matches(key) ? 'proven' : 'wrong') : 'unsigned';
  if (packet.header.msgid === 0 && heard++ === 1) {
    console.log(`heartbeat ${packet.header.sysid}/${packet.header.compid} type ${data.type} ${proof}`);
    text();
  } else if (packet.header.msgid === 76 || packet.header.msgid === 75) {
    seen[data.command] = (seen[data.command] || 0) + 1;
    const params = [1, 2, 3, 4].map(n => data['_param' + n]);
    const carrier = packet.header.msgid === 76 ? `long confirmation ${data.confirmation}` : `int frame ${data.frame} ${data._param5} ${data._param6} ${data._param7}`;
    console.log(`order ${data.command} to ${data.targetSystem}/${data.targetComponent} ${carrier} [${params.join(' ')}] ${proof}`);
    obey(data, seen[data.command]);
  }
});
socket.on('message', bytes => stream.write(bytes));
socket.bind(0, '127.0.0.1', () => { tell(); setInterval(tell, 200); });

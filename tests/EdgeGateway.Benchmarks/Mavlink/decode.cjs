// Decodes a recording with node-mavlink, every message to an object with its fields: once to warm up, then as often as asked.
// usage: node decode.cjs FOLDER-OF-NODE-MODULES RECORDING ROUNDS
const { createRequire } = require('node:module')
const { Readable } = require('node:stream')
const { readFileSync } = require('node:fs')
const from = createRequire(process.argv[2] + '/')
const { MavLinkPacketSplitter, MavLinkPacketParser, minimal, standard, common } = from('node-mavlink')

const registry = { ...minimal.REGISTRY, ...standard?.REGISTRY, ...common.REGISTRY }
const recording = readFileSync(process.argv[3])
const rounds = Number(process.argv[4])
const part = 65536

async function round() {
  const parts = []
  for (let at = 0; at < recording.length; at += part) parts.push(recording.subarray(at, at + part))
  const packets = Readable.from(parts).pipe(new MavLinkPacketSplitter()).pipe(new MavLinkPacketParser())
  let frames = 0
  let sum = 0
  for await (const packet of packets) {
    const kind = registry[packet.header.msgid]
    if (!kind) continue
    const message = packet.protocol.data(packet.payload, kind)
    frames++
    if (packet.header.msgid === 33) sum += message.lat
  }
  return [frames, sum]
}

(async () => {
  await round()
  const before = process.cpuUsage()
  let [frames, sum] = [0, 0]
  for (let i = 0; i < rounds; i++) {
    const [found, lat] = await round()
    frames += found
    sum += lat
  }
  const used = process.cpuUsage(before)
  console.log(`decoded ${((used.user + used.system) / 1e6).toFixed(4)} ${frames} ${sum}`)
})()

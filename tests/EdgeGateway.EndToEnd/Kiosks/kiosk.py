"""A kiosk whose WebSockets are not ours: Debian's python3-websockets.

Three publishers with their services, each on a port of loopback that the system chooses: "new" (2.0), "old" (the older spelling, 1.0 only) and "safe" (TLS).
Prints the ports, then every message that it is sent. A fourth port, "hand", takes lines: "say SERVICE JSON", "status SERVICE JSON", "drop SERVICE".
"""
import asyncio
import http
import json
import ssl
import sys

import websockets

NAMES = ["IdSlot", "Receipt", "Door"]
status = {name: {"common": {"device": "online"}} for name in NAMES}
status["IdSlot"]["cardReader"] = {"media": "notPresent", "chipModule": "ok"}
status["Receipt"]["printer"] = {"media": "notPresent", "paper": {"upper": "low"}}
status["Door"]["auxiliaries"] = {"cabinetDoor": "closed", "UPS": {"engaged": False}}
links = {}


class Publisher:
    def __init__(self, name, scheme, root, version, spelling):
        self.name, self.scheme, self.root, self.version, self.spelling = name, scheme, root, version, spelling
        self.port = 0

    async def turn_away(self, path, headers):
        host = headers.get("Host", "")
        return None if path.startswith(self.root) and host.startswith("localhost:") else (http.HTTPStatus.NOT_FOUND, [], b"")

    async def serve(self, socket, path):
        service = path[len(self.root):].strip("/")
        links[(self.name, service)] = socket
        try:
            async for text in socket:
                print("got", service or "-", text, flush=True)
                await self.answer(socket, service, json.loads(text)["header"])
        except websockets.ConnectionClosed:
            pass

    async def answer(self, socket, service, asked):
        head = {"name": asked["name"], "requestId": asked["requestId"], "version": asked["version"]}
        await socket.send(json.dumps({"header": {**head, "type": "acknowledge"}}))
        known = asked["version"] == self.version
        refusal = "unsupportedCommand" if service else "internalError"
        done = {**head, "type": "completion", "completionCode": "success" if known else refusal}
        await socket.send(json.dumps({"header": done, "payload": self.payload(service, asked["name"]) if known else {}}))

    def payload(self, service, command):
        if command == "ServicePublisher.GetServices":
            return {"vendorName": "Acme", "services": [{self.spelling: f"{self.scheme}://localhost:{self.port}{self.root}/{name}/"} for name in NAMES]}
        if command == "Common.Status":
            return status[service]
        return {"interfaces": [{"name": "Common", "commands": {name: {"versions": [self.version]} for name in ("Common.Status", "Common.Capabilities")}}]}

    async def start(self, tls=None):
        server = await websockets.serve(self.serve, "127.0.0.1", 0, ssl=tls, process_request=self.turn_away)
        self.port = server.sockets[0].getsockname()[1]
        print(self.name, self.port, flush=True)


async def hand(reader, writer):
    while line := (await reader.readline()).decode():
        verb, service, text = (line.strip() + " ").split(" ", 2)
        if verb == "status":
            status[service] = json.loads(text)
        elif verb == "say":
            await links[("new", service)].send(text.strip())
        else:
            links[("new", service)].transport.abort()
        writer.write(b"ok\n")


async def main(certificate, key):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    await Publisher("new", "ws", "/xfs4iot/v1.0", "2.0", "serviceURI").start()
    await Publisher("old", "ws", "/XFS4IoT/v1.0", "1.0", "serviceUri").start()
    await Publisher("safe", "wss", "/xfs4iot/v1.0", "2.0", "serviceURI").start(tls)
    server = await asyncio.start_server(hand, "127.0.0.1", 0)
    print("hand", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main(*sys.argv[1:]))

"""A Modbus slave that is not ours: pymodbus with the fixed values of xray.md section 7.3 in the map of section 3.3.

Serves unit 1 with Modbus TCP and unit 17 with RTU frames, each on a port of loopback that the system chooses, and prints both.
"""
import asyncio
import struct

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server.async_io import ModbusConnectedRequestHandler, ModbusTcpServer
from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer


def words(layout, *values):
    packed = struct.pack(layout, *values)
    return list(struct.unpack(f">{len(packed) // 2}H", packed))


def swapped(pair):
    return [pair[1], pair[0]]


def context(unit):
    inputs = (
        words(">HHHHhh", 0x000B, 0, 1602, 812, -35, 417)
        + words(">f", 0.2)
        + words(">III", 70123, 38, 1234567)
        + swapped(words(">f", 0.137))
        + words(">IHH", 70123, 2, 0x1234)
        + words(">20s", b"SF1234567890123")
    )
    discrete = [int(bit) for bit in "1001111011001011"]
    tables = ModbusSlaveContext(
        di=ModbusSequentialDataBlock(0, discrete),
        ir=ModbusSequentialDataBlock(0, inputs),
        co=ModbusSequentialDataBlock(0, [0] * 16),
        hr=ModbusSequentialDataBlock(0, [0] * 16),
        zero_mode=True,
    )
    return ModbusServerContext(slaves={unit: tables}, single=False)


async def serve(name, unit, framer):
    handler = type(name, (ModbusConnectedRequestHandler,), {})
    server = ModbusTcpServer(context(unit), framer=framer, address=("127.0.0.1", 0), handler=handler, ignore_missing_slaves=True)
    running = asyncio.ensure_future(server.serve_forever())
    await server.serving
    print(name, server.server.sockets[0].getsockname()[1], flush=True)
    await running


async def main():
    await asyncio.gather(serve("tcp", 1, ModbusSocketFramer), serve("rtu", 17, ModbusRtuFramer))


asyncio.run(main())

"""The same reads as the gateway's, in a plain loop on pymodbus: HOST PORT UNITS SECONDS."""
import sys
import time

from pymodbus.client import ModbusTcpClient

host, port, units, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
client = ModbusTcpClient(host, port=port)
client.connect()
begun = time.monotonic()
for second in range(seconds):
    time.sleep(max(0.0, begun + second - time.monotonic()))
    for unit in range(1, units + 1):
        bits = client.read_discrete_inputs(0, 30, slave=unit)
        inputs = client.read_input_registers(0, 119, slave=unit)
        holding = client.read_holding_registers(0, 10, slave=unit)
        assert len(inputs.registers) == 119 and len(holding.registers) == 10 and len(bits.bits) >= 30
client.close()
usage = time.process_time()
print(f"cpu {usage:.3f}", flush=True)

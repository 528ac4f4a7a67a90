using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>Units on a line in memory. Whole questions only: the master's words arrive as they were written.</summary>
internal sealed class RtuSlave
{
    private readonly FakeSerialFarEnd _far;

    public RtuSlave(SlaveBus bus, FakeSerialFarEnd far)
    {
        Bus = bus;
        _far = far;
        _ = HearAsync();
    }

    public SlaveBus Bus { get; }

    public static byte[] Frame(byte unit, byte[] pdu)
    {
        byte[] body = [unit, .. pdu];
        int crc = 0xFFFF;
        foreach (byte one in body)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }

        return [.. body, (byte)crc, (byte)(crc >> 8)];
    }

    private async Task HearAsync()
    {
        var buffer = new byte[256];
        try
        {
            while (true)
            {
                int count = await _far.ReadAsync(buffer);
                byte[] said = buffer[..count];
                Assert.Equal(said, Frame(said[0], said[1..^2]));
                _ = Bus.AnswerAsync(said[0], said[1..^2], pdu => Frame(said[0], pdu), frame => { _far.Send(frame); return Task.CompletedTask; });
            }
        }
        catch (IOException)
        {
        }
    }
}

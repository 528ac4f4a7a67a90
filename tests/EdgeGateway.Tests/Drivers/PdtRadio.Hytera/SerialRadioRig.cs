using System.Globalization;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>A radio on a serial line, for the contract; a plate becomes a text to a group.</summary>
internal sealed class SerialRadioRig : IDriverRig
{
    private readonly SerialRadio _radio = new();

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => true;

    public int Acknowledged => _radio.Peer.Acknowledged;

    public IDeviceDriver CreateDriver(FakeHost host) => _radio.CreateDriver(host);

    public IDeviceDriver CreateDriverToNobody(FakeHost host)
    {
        host.Serial = _radio.Lines;
        return new HyteraRadioDriver(host.Context, new HyteraRadioOptions { Line = new SerialSettings("/dev/serial/by-id/nobody") });
    }

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _radio.Peer.Grants = null;
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host)
    {
        _radio.Peer.AnswersConnect = false;
        return CreateDriver(host);
    }

    public Task SendReadingAsync(string plate)
    {
        _radio.Peer.Say(Text(plate));
        return Task.CompletedTask;
    }

    /// <remarks>Behind the greeting, or its answers would stand between the bytes; again when it was too slow, as a radio does.</remarks>
    public async Task SendReadingSlowlyAsync(string plate)
    {
        await Eventually.TrueAsync(() => _radio.Peer.Heard.Count(frame => frame.Opcode == HeardFrame.DataAck) == 8, "the greeting");
        for (bool heard = false; !heard; heard = _radio.Peer.Heard.Any(frame => frame is { Opcode: HeardFrame.DataAck, Number: 30_000 }))
        {
            foreach (byte one in RadioBytes.Hrnp(HeardFrame.Data, 30_000, Text(plate)))
            {
                _radio.Far.Send([one]);
            }

            await Task.Delay(500);
        }
    }

    public Task SendGarbageAsync()
    {
        byte[] broken = RadioBytes.Hrnp(HeardFrame.Data, 1, Text("B00001"));
        broken[^5] ^= 1;
        _radio.Far.Send([.. Encoding.ASCII.GetBytes("no frame "), .. broken]);
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _radio.Lines.Unplug(SerialRadio.Port);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _radio.DisposeAsync();

    private static byte[] Text(string plate) => RadioBytes.GroupText(uint.Parse(plate[1..], CultureInfo.InvariantCulture), 1, 2101, plate);
}

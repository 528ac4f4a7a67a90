using System.Globalization;
using System.Text;
using System.Threading.Channels;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;

/// <summary>A repeater with one port, for the contract; a plate becomes a text to a group.</summary>
internal sealed class RepeaterRig : IDriverRig
{
    private readonly RepeaterPeer _repeater = new();
    private readonly BreakablePorts _ports = new();
    private readonly Channel<byte[]> _toSay = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _saying;

    public RepeaterRig() => _saying = SayAllAsync();

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => true;

    public int Acknowledged => _repeater.Acknowledged;

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, _repeater.Port);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => Create(host, ScriptedDevice.DeadPort());

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _repeater.AnswersConnect = heard => RadioBytes.Hstrp(0x10, heard.Number);
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host)
    {
        _repeater.AnswersConnect = _ => null;
        return CreateDriver(host);
    }

    public Task SendReadingAsync(string plate)
    {
        _toSay.Writer.TryWrite(Text(plate));
        return Task.CompletedTask;
    }

    /// <summary>A datagram has no pieces.</summary>
    public Task SendReadingSlowlyAsync(string plate) => SendReadingAsync(plate);

    public Task SendGarbageAsync()
    {
        _repeater.SayRaw(Encoding.ASCII.GetBytes("no frame"));
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _ports.Break();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _saying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _repeater.DisposeAsync();
    }

    /// <summary>In lock-step, as a repeater does: what is not acknowledged keeps the next one back.</summary>
    private async Task SayAllAsync()
    {
        await foreach (byte[] message in _toSay.Reader.ReadAllAsync(_stop.Token))
        {
            ushort number = _repeater.Say(message);
            while (!_repeater.HasAcknowledged(number))
            {
                await Task.Delay(1, _stop.Token);
            }
        }
    }

    private HyteraRepeaterDriver Create(FakeHost host, int port)
    {
        host.Datagrams = _ports;
        var options = new HyteraRepeaterOptions
        {
            Host = "127.0.0.1",
            Places = [new HstrpPlace(HdapService.Tmp, 1, port, 0)],
            AckTimeout = TimeSpan.FromMilliseconds(200),
        };
        return new HyteraRepeaterDriver(host.Context, options);
    }

    private static byte[] Text(string plate) => RadioBytes.GroupText(uint.Parse(plate[1..], CultureInfo.InvariantCulture), 1, 2101, plate);
}

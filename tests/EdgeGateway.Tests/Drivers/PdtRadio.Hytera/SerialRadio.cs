using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>A hand-made radio on a serial line in memory.</summary>
internal sealed class SerialRadio : IAsyncDisposable
{
    public const string Port = "/dev/serial/by-id/radio";

    private readonly FakeSerialFarEnd _far;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;

    public SerialRadio()
    {
        _far = Lines.Plug(Port);
        Peer = new RadioPeer(bytes => _far.Send(bytes));
        Peer.Start();
        _listening = ListenAsync();
    }

    public FakeSerialLines Lines { get; } = new();

    public RadioPeer Peer { get; }

    public FakeSerialFarEnd Far => _far;

    public HyteraRadioDriver CreateDriver(FakeHost host, HyteraRadioOptions? options = null)
    {
        host.Serial = Lines;
        return new HyteraRadioDriver(host.Context, (options ?? new HyteraRadioOptions()) with { Line = new SerialSettings(Port) });
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Peer.DisposeAsync();
    }

    private async Task ListenAsync()
    {
        var held = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            int count = await _far.ReadAsync(buffer, _stop.Token);
            held.AddRange(buffer.AsSpan(0, count));
            while (held.Count >= 12 && held.Count >= Length(held))
            {
                byte[] frame = [.. held.Take(Length(held))];
                held.RemoveRange(0, frame.Length);
                Peer.Hear(frame);
            }
        }
    }

    private static int Length(List<byte> held) => (held[8] << 8) | held[9];
}

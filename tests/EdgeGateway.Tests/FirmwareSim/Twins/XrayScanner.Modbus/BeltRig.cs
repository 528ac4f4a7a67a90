using System.Net;
using System.Net.Sockets;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.XrayScanner.Modbus;

/// <summary>A belt twin that runs, and a bare socket to ask it.</summary>
internal sealed class BeltRig : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly ParcelSource _source;
    private NetworkStream? _line;

    /// <param name="profile">By default one without parcels.</param>
    /// <param name="rtu">RTU through a serial server instead of Modbus TCP.</param>
    /// <param name="unit">Its address.</param>
    /// <param name="answers">What its tables always hold.</param>
    /// <param name="count">Most parcels.</param>
    public BeltRig(BeltProfile? profile = null, bool rtu = false, byte unit = 1, Action<BeltRegisters>? answers = null, long count = long.MaxValue)
    {
        profile = (profile ?? new BeltProfile { Rate = 0.001 }) with { Unit = unit };
        var here = new IPEndPoint(IPAddress.Loopback, 0);
        IBeltWire wire = rtu
            ? new BeltRtuWire(new TcpBytePort(here), profile, TimeProvider.System)
            : new BeltTcpWire(here, profile, () => Trouble.DownUntil(DateTimeOffset.UtcNow) > DateTimeOffset.UtcNow, TimeProvider.System);
        var now = DateTimeOffset.UtcNow;
        _source = new ParcelSource(7, "belt-1", now, profile.Rate, profile.Mix);
        Twin = new XrayModbusTwin(new BeltPlan("belt-1", profile, 7, now, DateTimeOffset.MaxValue, count, Ledger), wire, Trouble, TimeProvider.System);
        Twin.Machine.Fixed = answers;
        Twin.Open();
        _running = Twin.RunAsync(_stop.Token);
    }

    public ListLedger Ledger { get; } = new();

    public DeviceTrouble Trouble { get; } = new(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.MinValue);

    public XrayModbusTwin Twin { get; }

    public int Port => Twin.EndPoint!.Port;

    /// <summary>The parcel of that number in the shared plan.</summary>
    public ParcelPlan Parcel(long sequence) => _source.At(sequence - 1);

    public Task EndedAsync() => _running.WaitAsync(TimeSpan.FromSeconds(60));

    public async Task SayAsync(string hex)
    {
        if (_line is null)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(Twin.EndPoint!).WaitAsync(s_patience);
            _line = new NetworkStream(socket, ownsSocket: true);
        }

        await _line.WriteAsync(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
    }

    /// <summary>Says a request and waits for one answer, of which length whatever.</summary>
    public async Task<string> AskAsync(string hex)
    {
        await SayAsync(hex);
        var buffer = new byte[300];
        int got = await _line!.ReadAsync(buffer).AsTask().WaitAsync(s_patience);
        return Convert.ToHexStringLower(buffer.AsSpan(0, got));
    }

    public async Task<string> HearAsync(int count)
    {
        var buffer = new byte[count];
        await _line!.ReadExactlyAsync(buffer).AsTask().WaitAsync(s_patience);
        return Convert.ToHexStringLower(buffer);
    }

    /// <summary>Says a request until that much of an answer came: one that arrives in a piece with spoilt bytes is dropped with them.</summary>
    public async Task<string> InsistAsync(string hex, int count)
    {
        var answer = HearAsync(count);
        while (!answer.IsCompleted)
        {
            await SayAsync(hex);
            await Task.WhenAny(answer, Task.Delay(200));
        }

        return await answer;
    }

    /// <returns>How many bytes come before the other side hangs up.</returns>
    public async Task<int> CountToEndAsync()
    {
        var buffer = new byte[300];
        int all = 0;
        while (await _line!.ReadAsync(buffer).AsTask().WaitAsync(s_patience) is var got and > 0)
        {
            all += got;
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _line?.Dispose();
        await Record.ExceptionAsync(() => _running.WaitAsync(s_patience));
        await Twin.DisposeAsync();
        _stop.Dispose();
    }
}

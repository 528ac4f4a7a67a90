using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Cabinet.Nut;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Cabinet.Nut;

/// <summary>A NUT server by hand that lists its variables when the test sends a reading.</summary>
internal sealed class NutRig : IDriverRig
{
    private const string Variables = "BEGIN LIST VAR main\nVAR main ups.status \"OL\"\nVAR main battery.charge \"97\"\nEND LIST VAR main\n";

    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly TcpListener _mute = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _readings = new(0);
    private readonly Task _serving;
    private TcpClient? _link;
    private CancellationTokenSource _cut = new();
    private volatile bool _slow;
    private int _read;

    public NutRig()
    {
        _server.Start();
        _mute.Start();
        _serving = ServeAsync();
    }

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => Volatile.Read(ref _read);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, Port(_server));

    public IDeviceDriver CreateDriverToNobody(FakeHost host)
    {
        using var gone = new TcpListener(IPAddress.Loopback, 0);
        gone.Start();
        return Create(host, Port(gone));
    }

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => Create(host, Port(_server), "guess");

    public IDeviceDriver CreateDriverToMute(FakeHost host) => Create(host, Port(_mute));

    public Task SendReadingAsync(string plate)
    {
        _readings.Release();
        return Task.CompletedTask;
    }

    public Task SendReadingSlowlyAsync(string plate)
    {
        _slow = true;
        return SendReadingAsync(plate);
    }

    public async Task SendGarbageAsync() => await _link!.GetStream().WriteAsync("\u0001\u0002 what is this\n"u8.ToArray());

    public async Task DropAsync()
    {
        await _cut.CancelAsync();
        _link!.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _server.Dispose();
        _mute.Dispose();
        _link?.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static NutDriver Create(FakeHost host, int port, string? user = null) => new(
        host.Context with { Transports = host.Context.Transports with { Tcp = new TcpDialer() } },
        new NutOptions
        {
            Server = new NutServer("127.0.0.1", port, TimeSpan.FromHours(1), user, user is null ? null : new Secret("wrong")),
            Login = user is not null,
            Poll = TimeSpan.FromMilliseconds(1),
            Every = TimeSpan.Zero,
        });

    private async Task ServeAsync()
    {
        while (true)
        {
            _link = await _server.AcceptTcpClientAsync(_stop.Token);
            _link.NoDelay = true;
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            _cut = cut;
            using var reader = new StreamReader(_link.GetStream());
            try
            {
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    await AnswerAsync(line, cut.Token);
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException || cut.IsCancellationRequested)
            {
                // The test, or the driver, cut the link, perhaps while a question waited for a reading.
            }
        }
    }

    private async Task AnswerAsync(string line, CancellationToken cut)
    {
        if (line == "LIST VAR main")
        {
            await _readings.WaitAsync(cut);
            Interlocked.Increment(ref _read);
        }

        string answer = line.Split(' ')[0] switch
        {
            "LIST" => line == "LIST UPS" ? "BEGIN LIST UPS\nUPS main \"d\"\nEND LIST UPS\n" : Variables,
            "LOGIN" => "ERR ACCESS-DENIED\n",
            _ => "OK\n",
        };
        foreach (byte[] part in Encoding.UTF8.GetBytes(answer).Chunk(_slow ? 1 : 4096))
        {
            await _link!.GetStream().WriteAsync(part, _stop.Token);
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>The real driver with the real storescp; the store behind it does what the test says.</summary>
internal sealed class ReceivingScanner : IReadingSink, IDeviceWatch, IAsyncDisposable
{
    private readonly ConcurrentQueue<Reading> _readings = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly DicosDriver _driver;
    private Task _running = Task.CompletedTask;

    public ReceivingScanner(Func<StoreOptions, StoreOptions>? change = null)
    {
        var store = new StoreOptions { Listen = new IPEndPoint(IPAddress.Loopback, TestSite.FreePort()), Title = "GWSCP" };
        Options = new DicosOptions { Folder = new DropFolderSettings(Folder), Store = change?.Invoke(store) ?? store };
        var context = new DriverContext
        {
            Device = "xray-1",
            Time = TimeProvider.System,
            Log = NullLogger.Instance,
            Watch = this,
            Transports = new DeviceTransports(null!, null!)
            {
                Folders = new DropFolders(TimeProvider.System, NullLogger.Instance, Path.Combine(Folder, "own")),
                Programs = new LocalPrograms(TimeProvider.System, NullLogger.Instance),
                Doors = new TcpDoors(),
            },
        };
        _driver = new DicosDriver(context, Options);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("edgegateway-store").FullName;

    public DicosOptions Options { get; }

    public IReadOnlyCollection<Reading> Readings => _readings;

    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Awaited inside of each emit.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public bool Refuses { get; set; }

    /// <summary>Of what was put into the watched folder.</summary>
    public string[] Done => Directory.GetFiles(Path.Combine(Folder, "done"));

    /// <summary>Of what was sent: not safe yet, in associations that are open.</summary>
    public string[] Receiving => [.. Directory.GetFiles(Path.Combine(Folder, "own", "xray-1", ".receiving"), "*", SearchOption.AllDirectories).Where(static path => Path.GetFileName(path)[0] != '.')];

    /// <summary>Of what was sent: all that stays beside the store.</summary>
    public string[] Kept => [.. new[] { "done", "quarantine" }.SelectMany(shelf => Directory.GetFiles(Path.Combine(Folder, "own", "xray-1", shelf)))];

    public async Task StartAsync()
    {
        await _driver.ConnectAsync(_stop.Token);
        _running = _driver.RunAsync(this, _stop.Token);
    }

    /// <summary>Runs a program of dcmtk's against it.</summary>
    /// <returns>Exit code and what it said.</returns>
    public async Task<(int Code, string Said)> SendAsync(string program, params string[] arguments)
    {
        await using var sender = Begin(program, arguments);
        return (await sender.ExitAsync(TimeSpan.FromSeconds(60)), sender.Output);
    }

    public ChildProcess Begin(string program, params string[] arguments)
    {
        string port = Options.Store!.Listen.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        int at = Array.FindIndex(arguments, argument => argument.StartsWith('/'));
        string[] files = at < 0 ? [] : arguments[at..];
        string[] options = at < 0 ? arguments : arguments[..at];
        return ChildProcess.Start(Binaries.Tool(program), ["-v", "-aet", "XRAY07", "-aec", "GWSCP", .. options, "127.0.0.1", port, .. files]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running.WaitAsync(TimeSpan.FromSeconds(60)));
        await _driver.DisposeAsync();
        _stop.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    async ValueTask<Emitted> IReadingSink.EmitAsync(Reading reading, CancellationToken ct)
    {
        _readings.Enqueue(reading);
        if (Refuses)
        {
            throw new StoreRefusedException("full");
        }

        await Gate.WaitAsync(ct);
        return new Emitted(_readings.Count, false);
    }

    void IDeviceWatch.Heard()
    {
    }

    void IDeviceWatch.Fault(FaultKind kind, string reason) => _faults.Enqueue(reason);

    void IDeviceWatch.Clock(TimeSpan offset, TimeSpan uncertainty)
    {
    }
}

using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>A twin and the driver that talks to it; what the driver handed over is held against the ledger as <c>edgesim verify</c> does.</summary>
internal sealed class RadioPlay : IAsyncDisposable
{
    public const string Device = "cam-1";

    private readonly CancellationTokenSource _twinStop = new();
    private readonly Func<DriverContext, IDeviceDriver> _driver;
    private readonly Task _twinRunning;
    private readonly InboxRig _inbox;
    private CancellationTokenSource _driverStop = new();
    private Task _driving;

    private RadioPlay(RadioTwin twin, DeviceTrouble trouble, ListLedger ledger, InboxRig inbox, Func<RadioTwin, Func<DriverContext, IDeviceDriver>> driver)
    {
        (Twin, Trouble, Ledger, _inbox) = (twin, trouble, ledger, inbox);
        Host = new FakeHost(inbox.Inbox);
        _twinRunning = twin.RunAsync(_twinStop.Token);
        _driver = driver(twin);
        _driving = DriveAsync(_driverStop.Token);
    }

    public RadioTwin Twin { get; }

    public DeviceTrouble Trouble { get; }

    public ListLedger Ledger { get; }

    public FakeHost Host { get; }

    public FakeSink Sink { get; } = new();

    /// <summary>The driver that runs now; null between two.</summary>
    public IDeviceDriver? Driver { get; private set; }

    public IReadOnlyList<TruthLine> Told => [.. Ledger.Lines.Where(line => line.IsAcknowledged)];

    /// <param name="profile">How the twin behaves.</param>
    /// <param name="twin">Makes it.</param>
    /// <param name="driver">Makes the driver that talks to it.</param>
    /// <param name="count">How many messages it tells by itself; then it waits until the last of them is acknowledged, and ends.</param>
    public static async Task<RadioPlay> StartAsync(RadioProfile profile, Func<RadioPlan, RadioTwin> twin, Func<RadioTwin, Func<DriverContext, IDeviceDriver>> driver, long count)
    {
        DateTimeOffset start = TimeProvider.System.GetUtcNow();
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, start);
        var ledger = new ListLedger();
        var plan = new RadioPlan(Device, profile, 11, start, start + TimeSpan.FromHours(1), count) { Ledger = ledger, Time = TimeProvider.System, Trouble = trouble };
        return new RadioPlay(twin(plan), trouble, ledger, await InboxRig.StartAsync(), driver);
    }

    /// <summary>Everything that it had to tell is acknowledged: no link stands still.</summary>
    public async Task DoneAsync()
    {
        await Task.WhenAny(_twinRunning, Task.Delay(TimeSpan.FromSeconds(60)));
        Assert.True(_twinRunning.IsCompleted, $"it still waits for acknowledgements; {Told.Count} lines are told; {string.Join(", ", Host.Faults.GroupBy(one => one).Select(same => $"{same.Key} {same.Count()}"))}");
    }

    public Task ToldAsync(int count) => Soon.TrueAsync(() => Told.Count >= count, $"{count} are told, not {Told.Count}; {string.Join(", ", Host.Faults.GroupBy(one => one).Select(same => $"{same.Key} {same.Count()}"))}");

    /// <summary>The gateway's process is gone and another one begins: nothing but the device's memory is left.</summary>
    public async Task RestartDriverAsync(Func<RadioTwin, Func<DriverContext, IDeviceDriver>>? other = null)
    {
        await _driverStop.CancelAsync();
        await _driving;
        Driver = null;
        _driverStop.Dispose();
        _driverStop = new CancellationTokenSource();
        _driving = DriveAsync(_driverStop.Token, other?.Invoke(Twin));
    }

    /// <returns>The verdict over everything that was told.</returns>
    public async Task<VerifyReport> EndAsync()
    {
        await _twinStop.CancelAsync();
        await _twinRunning;
        await _driverStop.CancelAsync();
        await _driving;
        var index = new ReceivedIndex();
        var decoder = new MessageDecoder(Topics.DefaultRoot);
        var envelope = new ReadingEnvelope("site", "gw");
        long seq = 0;
        foreach (Reading reading in Sink.Entered)
        {
            byte[] message = ReadingEnvelope.Compose("gw", "e", ++seq, envelope.Tail(reading).Span);
            Assert.All(decoder.Decode($"{Topics.DefaultRoot}/00/site/gw/up/event/{reading.Device}/{reading.Body.Kind}", message, default), index.Add);
        }

        Assert.Equal(0, decoder.Unreadable);
        return new Verifier(new VerifyOptions()).Verify(Ledger.Lines, index);
    }

    public async ValueTask DisposeAsync()
    {
        await _twinStop.CancelAsync();
        await _twinRunning;
        await Twin.DisposeAsync();
        await _driverStop.CancelAsync();
        await _driving;
        await _inbox.DisposeAsync();
        _driverStop.Dispose();
        _twinStop.Dispose();
    }

    private async Task DriveAsync(CancellationToken ct, Func<DriverContext, IDeviceDriver>? other = null)
    {
        while (!ct.IsCancellationRequested)
        {
            await using var driver = (other ?? _driver)(Host.Context);
            try
            {
                await driver.ConnectAsync(ct);
                Driver = driver;
                await driver.RunAsync(Sink, ct);
            }
            catch (DeviceFaultException)
            {
                Driver = null;
                await Task.Delay(5, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}

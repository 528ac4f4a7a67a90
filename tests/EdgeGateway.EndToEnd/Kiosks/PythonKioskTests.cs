using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Kiosks;

/// <summary>Our driver at WebSockets that we did not write: Debian's python3-websockets.</summary>
public sealed partial class PythonKioskTests : IReadingSink, IDeviceWatch, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Reading> _told = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(3));
    private readonly TestCertificates _certificates = new();

    public void Dispose()
    {
        _stop.Dispose();
        _certificates.Dispose();
    }

    /// <summary>One start of the kiosk for all of it: found, told, changed, lost and found again; then its older publisher and the one behind TLS.</summary>
    [Fact]
    public async Task Kiosk_FoundChangedLostAndFoundAgain_IsTold()
    {
        await using var kiosk = await PythonKiosk.StartAsync(_certificates);
        await using (var driver = await ConnectAsync("new", kiosk))
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            var running = driver.RunAsync(this, end.Token);
            await UntilAsync(() => States.Any(), kiosk);
            Assert.Equal(["Door ok", "IdSlot ok", "Receipt warning"], Modules.Select(one => $"{one.Module} {one.Health}").Order());
            Assert.Equal(("Acme", KioskWords.Up, KioskWords.Warning), (States.Last().Vendor, States.Last().Link, States.Last().Health));

            await kiosk.DoAsync("""say IdSlot {"header":{"name":"Common.StatusChangedEvent","type":"event","version":"3.0"},"payload":{"cardReader":{"media":"present"}}}""");
            await UntilAsync(() => Part("IdSlot", "media") == "present", kiosk);
            Assert.Equal("ok", Part("IdSlot", "chipModule"));

            await kiosk.DoAsync("""status Door {"common":{"device":"online"},"auxiliaries":{"cabinetDoor":"open"}}""");
            await kiosk.DoAsync("drop Door");
            await UntilAsync(() => Alarms.Any(), kiosk);
            await UntilAsync(() => Modules.Last(one => one.Module == "Door").Health != KioskWords.Unknown, kiosk);
            Assert.Equal(("door-open", true, KioskWords.Resync), (Alarms.Single().Alarm, Alarms.Single().Active, Alarms.Single().Detected));
            Assert.Equal(KioskWords.Resync, Modules.Last(one => one.Module == "Door").Detected);
            await EndAsync(running, end);
        }

        Assert.All(kiosk.Sent, text => Assert.Matches(Allowed(), text));
        Assert.Empty(_faults.Except(["service-lost"]));
    }

    [Fact]
    public async Task Kiosk_OlderPublisherAndBehindTls_AreUnderstood()
    {
        await using var kiosk = await PythonKiosk.StartAsync(_certificates);
        await using (var older = await ConnectAsync("old", kiosk))
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            var running = older.RunAsync(this, end.Token);
            await UntilAsync(() => States.Any(), kiosk);
            Assert.Equal(["Door ok", "IdSlot ok", "Receipt warning"], Modules.Select(one => $"{one.Module} {one.Health}").Order());
            await EndAsync(running, end);
        }

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync("safe", kiosk, new TlsSettings()))).Kind);
        _told.Clear();
        await using var safe = await ConnectAsync("safe", kiosk, new TlsSettings { CaFile = _certificates.CaFile });
        var talking = safe.RunAsync(this, _stop.Token);
        await UntilAsync(() => States.Any(), kiosk);
        Assert.Equal((KioskWords.Up, 3), (States.Last().Link, States.Last().Modules));
        await EndAsync(talking, _stop);
        Assert.All(kiosk.Sent, text => Assert.Matches(Allowed(), text));
    }

    ValueTask<Emitted> IReadingSink.EmitAsync(Reading reading, CancellationToken ct)
    {
        _told.Enqueue(reading);
        return ValueTask.FromResult(new Emitted(_told.Count, false));
    }

    void IDeviceWatch.Heard()
    {
    }

    void IDeviceWatch.Fault(FaultKind kind, string reason) => _faults.Enqueue(reason);

    void IDeviceWatch.Clock(TimeSpan offset, TimeSpan uncertainty)
    {
    }

    private IEnumerable<KioskModuleBody> Modules => _told.Select(reading => reading.Body).OfType<KioskModuleBody>();

    private IEnumerable<KioskStateBody> States => _told.Select(reading => reading.Body).OfType<KioskStateBody>();

    private IEnumerable<KioskAlarmBody> Alarms => _told.Select(reading => reading.Body).OfType<KioskAlarmBody>();

    private string? Part(string module, string name) => Modules.Last(one => one.Module == module).Parts?.SingleOrDefault(part => part.Name == name)?.State;

    private Task UntilAsync(Func<bool> condition, PythonKiosk kiosk) =>
        Wait.UntilAsync(condition, s_patience, () => string.Join('\n', _told.Select(reading => reading.Body)) + string.Join('\n', _faults) + kiosk.Output);

    private static async Task EndAsync(Task running, CancellationTokenSource end)
    {
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private async Task<Xfs4IotDriver> ConnectAsync(string name, PythonKiosk kiosk, TlsSettings? tls = null)
    {
        // Ten seconds between two questions are two here.
        var time = new HurriedTime(5);
        var context = new DriverContext
        {
            Device = "kiosk-1",
            Time = time,
            Log = NullLogger.Instance,
            Watch = this,
            Transports = new DeviceTransports(null!, null!) { WebSockets = new WebSocketDialer(new TcpDialer(), time) },
        };
        var driver = new Xfs4IotDriver(context, new Xfs4IotOptions { Host = "127.0.0.1", Port = kiosk.PortOf(name), HostHeader = "localhost", Tls = tls, Probe = TimeSpan.FromSeconds(60), Silence = TimeSpan.FromSeconds(300) });
        await driver.ConnectAsync(_stop.Token);
        return driver;
    }

    [GeneratedRegex("""^\{"header":\{"name":"(ServicePublisher\.GetServices|Common\.Capabilities|Common\.Status)","requestId":[1-9][0-9]*,"type":"command","version":"[12]\.0"\}\}$""")]
    private static partial Regex Allowed();
}

using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Cabinet.Nut;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Cabinet;

/// <summary>Our driver at a NUT server that we did not write.</summary>
public sealed class DebianUpsTests : IReadingSink, IDeviceWatch, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<ReadingBody> _told = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(3));

    public void Dispose() => _stop.Dispose();

    /// <summary>One start of the server for all of it: reading, who may come in, a power cut and its end, a driver that dies.</summary>
    [Fact]
    public async Task Upsd_PowerCutAndDeadDriver_AreTold()
    {
        await using var ups = await DebianUps.StartAsync();
        var wrong = await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(ups.Port, "guess", "main"));
        Assert.Equal(FaultKind.Refused, wrong.Kind);
        Assert.Equal(FaultKind.Misconfigured, (await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(ups.Port, "s3cret", "other"))).Kind);
        await using var driver = await ConnectAsync(ups.Port, "s3cret");
        var running = driver.RunAsync(this, _stop.Token);
        await Wait.UntilAsync(() => Last?.Status == "OL CHRG", s_patience, () => ups.Output);
        Assert.Equal(new UpsState("main", "OL CHRG", false, false, 97, 1800, 229.5, 230.1, 23, 31.5, false), Last);

        ups.Status("OB DISCHRG LB");
        await ToldAsync("mains-lost begins, battery-low begins", ups);
        ups.Status("OL CHRG");
        await ToldAsync("mains-lost begins, battery-low begins, mains-lost ends, battery-low ends", ups);
        await ups.KillDriverAsync();
        await ToldAsync("mains-lost begins, battery-low begins, mains-lost ends, battery-low ends, sensor-lost begins", ups);

        Assert.DoesNotContain(_faults, fault => fault.StartsWith("nut-", StringComparison.Ordinal));
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    ValueTask<Emitted> IReadingSink.EmitAsync(Reading reading, CancellationToken ct)
    {
        _told.Enqueue(reading.Body);
        return ValueTask.FromResult(new Emitted(_told.Count, false));
    }

    void IDeviceWatch.Heard()
    {
    }

    void IDeviceWatch.Fault(FaultKind kind, string reason) => _faults.Enqueue(reason);

    void IDeviceWatch.Clock(TimeSpan offset, TimeSpan uncertainty)
    {
    }

    private UpsState? Last => _told.OfType<CabinetStateBody>().LastOrDefault()?.Supplies?[0];

    private string Alarms => string.Join(", ", _told.OfType<CabinetAlarmBody>().Select(alarm => $"{alarm.Alarm} {(alarm.Active ? "begins" : "ends")}"));

    private Task ToldAsync(string alarms, DebianUps ups) => Wait.UntilAsync(() => Alarms == alarms, s_patience, () => $"{Alarms}\n{ups.Output}");

    private async Task<NutDriver> ConnectAsync(int port, string password, params string[] names)
    {
        var context = new DriverContext
        {
            Device = "ups-1",
            Time = TimeProvider.System,
            Log = NullLogger.Instance,
            Watch = this,
            Transports = new DeviceTransports(null!, null!) { Tcp = new TcpDialer() },
        };
        var options = new NutOptions
        {
            Server = new NutServer("127.0.0.1", port, TimeSpan.FromSeconds(20), "watcher", new Secret(password)),
            Ups = names,
            Login = true,
            Poll = TimeSpan.FromMilliseconds(50),
            LostAfter = TimeSpan.Zero,
        };
        var driver = new NutDriver(context, options);
        try
        {
            await driver.ConnectAsync(_stop.Token);
            return driver;
        }
        catch
        {
            await driver.DisposeAsync();
            throw;
        }
    }
}

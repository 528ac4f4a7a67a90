using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.Nmea;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.EndToEnd.Serial;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Twins.PdtRadio.Nmea;
using EdgeGateway.Tests.Drivers.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Gnss;

/// <summary>Driver, tty and line are the real ones; the receiver sits behind a pseudo terminal of socat's and its plug is pulled.</summary>
public sealed class ReceiverOnALineTests : IReadingSink, IDeviceWatch, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgegateway-receiver").FullName;
    private readonly ConcurrentQueue<Reading> _readings = new();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(2));
    private readonly TcpFarEnd _far = new();
    private readonly List<SocatPlug> _plugs = [];

    private string Port => Path.Combine(_folder, "receiver");

    public async ValueTask DisposeAsync()
    {
        foreach (var plug in _plugs)
        {
            await plug.DisposeAsync();
        }

        _far.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_PlugPulledAndPutInAgain_IsUnreachableAndThenGoesOn()
    {
        await PlugAsync();
        await TalkAsync(begin: 0, count: 20);

        await using (var driver = await ConnectAsync())
        {
            var running = driver.RunAsync(this, _stop.Token);
            await _plugs[0].DisposeAsync();
            _plugs.Clear();
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running);
            Assert.Equal(FaultKind.Unreachable, fault.Kind);
        }

        // As udev does; the number that became free may be another test's by now.
        File.Delete(Port);
        var absent = await Assert.ThrowsAsync<DeviceFaultException>(ConnectAsync);
        Assert.Equal(FaultKind.Unreachable, absent.Kind);

        await _far.CutAsync(_stop.Token);
        await PlugAsync();
        await TalkAsync(begin: 100, count: 20);
        Assert.Equal(40, _readings.Count);
        Assert.All(_readings, reading => Assert.True(((RadioPositionBody)reading.Body).FixValid));
    }

    ValueTask<Emitted> IReadingSink.EmitAsync(Reading reading, CancellationToken ct)
    {
        _readings.Enqueue(reading);
        return ValueTask.FromResult(new Emitted(_readings.Count, false));
    }

    void IDeviceWatch.Heard()
    {
    }

    void IDeviceWatch.Fault(FaultKind kind, string reason)
    {
    }

    void IDeviceWatch.Clock(TimeSpan offset, TimeSpan uncertainty)
    {
    }

    /// <summary>A whole conversation: every moment that was said arrives, with noise, cuts and merged lines between.</summary>
    private async Task TalkAsync(int begin, int count)
    {
        int before = _readings.Count;
        using var talk = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        await using var driver = await ConnectAsync();
        var running = driver.RunAsync(this, talk.Token);
        var profile = new NmeaProfile { Faults = new Sim.Twins.PdtRadio.Nmea.NmeaFaults { Noise = 0.5, Cut = 0.5, Merged = 0.5, BadChecksum = 0.5 } };
        var (track, voice, bytes) = (new NmeaTrack(profile), new NmeaVoice("gnss-1", profile), new NmeaBytes(profile.Faults, 42, "gnss-1"));
        var start = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        for (int second = begin; second < begin + count; second++)
        {
            await _far.SendAsync(bytes.Of(voice.Sentences(track.At(start.AddSeconds(second), TimeSpan.Zero, NmeaOddity.None))), _stop.Token);
        }

        await Wait.UntilAsync(() => _readings.Count == before + count, TimeSpan.FromSeconds(30), () => $"{_readings.Count - before} of {count}");
        await talk.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private async Task<NmeaDriver> ConnectAsync()
    {
        var context = new DriverContext
        {
            Device = "gnss-1",
            Time = TimeProvider.System,
            Log = NullLogger.Instance,
            Watch = this,
            Transports = new DeviceTransports(null!, null!) { Serial = new SerialLines(TimeProvider.System) },
        };
        var driver = new NmeaDriver(context, new NmeaOptions { Line = new SerialSettings(Port) { BaudRate = 9_600 } });
        await driver.ConnectAsync(_stop.Token);
        return driver;
    }

    private async Task PlugAsync()
    {
        _plugs.Add(await SocatPlug.StartAsync(_folder, _far.Port));
        File.CreateSymbolicLink(Port, _plugs[^1].Node);
    }
}

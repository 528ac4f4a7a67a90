using System.Net;
using EdgeGateway.Drivers.PdtRadio.HyteraSnmp;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PdtRadio.HyteraSnmp;

/// <summary>The twin over real UDP with the driver; what the driver made of it is held against the truth ledger.</summary>
public sealed class HyteraSnmpTwinTests
{
    private static readonly Dictionary<string, RepeaterProfile> s_profiles = new()
    {
        ["well-behaved"] = new(),
        ["poor-model"] = new() { Missing = ["1.2.5", "1.2.6", "1.2.1"], NotANumber = ["1.2.4"], Failing = ["4.11"], MostObjects = 4 },
        ["mute-now-and-then"] = new() { MuteEvery = 4 },
        ["late-now-and-then"] = new() { LateEvery = 4 },
        ["wrong-id"] = new() { WrongIdEvery = 3 },
        ["everything"] = new() { MuteEvery = 5, LateEvery = 7, WrongIdEvery = 3, Missing = ["1.2.5"] },
        ["alarm"] = new() { Alarms = [new AlarmStep(TimeSpan.Zero, "1.1.6", 1)] },
    };

    public static TheoryData<string> Profiles => [.. s_profiles.Keys];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Run_EveryRound_IsReadAsItWasTold(string name)
    {
        var ledger = new ListLedger();
        using var stop = new CancellationTokenSource();
        await using var twin = new HyteraSnmpTwin("cam-1", new IPEndPoint(IPAddress.Loopback, 0), s_profiles[name], ledger, TimeProvider.System);
        var playing = twin.RunAsync(stop.Token);
        var host = new FakeHost(null!);
        var sink = new FakeSink();
        var options = new HyteraSnmpOptions { Host = "127.0.0.1", Port = twin.Port, Every = TimeSpan.FromMilliseconds(1), Timeout = TimeSpan.FromMilliseconds(600) };
        await using var driver = new HyteraSnmpDriver(host.Context with { Transports = host.Context.Transports with { Datagrams = new DatagramPorts() } }, options);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);

        await Eventually.TrueAsync(() => Rounds(sink).Length >= 8 || running.IsCompleted, "eight rounds");

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20)));
        await playing;
        var told = ledger.Lines.ToDictionary(line => line.NativeId);
        Assert.All(Rounds(sink), round =>
        {
            var facts = told[round.Source!.NativeId!].Facts!;
            Assert.Equal((facts["model"], facts["alias"], facts["channel"], facts["zone"]), (round.Model, round.Alias, round.Channel, round.Zone));
        });
        Assert.Equal(name == "alarm" ? 1 : 0, sink.Entered.Count(reading => reading.Body is DeviceStatusBody));
    }

    private static SiteHealthBody[] Rounds(FakeSink sink) => [.. sink.Entered.Select(reading => reading.Body).OfType<SiteHealthBody>()];
}

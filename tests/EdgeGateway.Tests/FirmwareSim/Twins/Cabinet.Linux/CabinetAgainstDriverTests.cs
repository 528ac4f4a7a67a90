using System.Net;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Cabinet.Nut;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Sim.Cabinets;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Cabinet.Linux;

/// <summary>The twins write a ledger, the drivers tell, and the verifier holds the one against the other.</summary>
public sealed class CabinetAgainstDriverTests : IDisposable
{
    private static readonly TimeSpan s_noticed = TimeSpan.FromMilliseconds(300);

    private readonly string _root = Directory.CreateTempSubdirectory("cabinet-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeHost _host = new(null!);
    private readonly FakeSink _sink = new();
    private readonly ListLedger _ledger = new();
    private readonly DeviceTrouble _trouble = new(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.UnixEpoch);

    private CabinetWitness Witness => new(_host.Context.Device, _ledger, s_noticed, TimeProvider.System);

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Cabinet_DoorAtNightAndMains_AreToldOnceEachAndMissedWhenTheyAreGone()
    {
        var zone = _host.Context.Zone;
        var now = TimeOnly.FromTimeSpan(DateTimeOffset.UtcNow.ToOffset(zone).TimeOfDay);
        var (from, to) = (now.AddHours(-1), now.AddHours(1));
        var profile = new CabinetProfile
        {
            Every = TimeSpan.FromMilliseconds(50),
            Night = new NightSpan(from, to, zone),
            Events = [Event(0.1, CabinetThing.Door, 1), Event(0.1, CabinetThing.Mains, 0), Event(1.5, CabinetThing.Door, 0), Event(1.5, CabinetThing.Mains, 1)],
        };
        await using var driver = Cabinet(new NightHours(from, to));
        await using var twin = new CabinetTwin(new CabinetTree(_root), profile, _trouble, DateTimeOffset.MaxValue, TimeProvider.System, Witness);

        await PlayAsync(driver, twin.RunAsync, sure: 4);

        JudgeAll("mains-lost", "door-open");
    }

    [Fact]
    public async Task Ups_MainsLost_IsToldOnceAndMissedWhenItIsGone()
    {
        var profile = new NutProfile { Ups = ["main"], Events = [new NutEvent(TimeSpan.FromSeconds(0.1), null, "ups.status", "OB DISCHRG"), new NutEvent(TimeSpan.FromSeconds(1.5), null, "ups.status", "OL CHRG")] };
        await using var twin = new NutTwin(new IPEndPoint(IPAddress.Loopback, 0), profile, _trouble, DateTimeOffset.MaxValue, TimeProvider.System, Witness);
        await using var driver = new NutDriver(
            _host.Context with { Transports = _host.Context.Transports with { Tcp = new TcpDialer() } },
            new NutOptions { Server = new NutServer("127.0.0.1", twin.Port, TimeSpan.FromSeconds(30)), Poll = TimeSpan.FromMilliseconds(5) });

        await PlayAsync(driver, twin.RunAsync, sure: 2);

        JudgeAll("mains-lost");
    }

    private static CabinetEvent Event(double seconds, CabinetThing thing, double value) => new(TimeSpan.FromSeconds(seconds), thing, value);

    private async Task PlayAsync(IDeviceDriver driver, Func<CancellationToken, Task> play, int sure)
    {
        var playing = play(_stop.Token);
        await driver.ConnectAsync(_stop.Token);
        var running = driver.RunAsync(_sink, _stop.Token);
        await Eventually.TrueAsync(() => _ledger.Lines.Count(static line => line.IsAccepted) == sure && Alarms.Length >= sure, "all that happens is noted and told");
        await _stop.CancelAsync();
        await playing;
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void JudgeAll(params string[] alarms)
    {
        var whole = Verify(Alarms);
        Assert.Equal($"accepted {2 * alarms.Length} delivered {2 * alarms.Length} duplicates 0 lost 0 altered 0 gaps 0", whole.Line);
        foreach (string alarm in alarms)
        {
            Assert.Equal(1, Verify([.. Alarms.Where(body => body.Alarm != alarm || !body.Active)]).Lost);
            Assert.Equal(1, Verify([.. Alarms.Where(body => body.Alarm != alarm || body.Active)]).Lost);
            Assert.True(Verify([.. Alarms, .. Alarms.Where(body => body.Alarm == alarm)]).Altered > 0);
        }
    }

    private CabinetAlarmBody[] Alarms => [.. _sink.Entered.Select(static reading => reading.Body).OfType<CabinetAlarmBody>()];

    private VerifyReport Verify(CabinetAlarmBody[] came)
    {
        var index = new ReceivedIndex();
        foreach (var (at, body) in came.Index())
        {
            index.Add(new ReceivedLine
            {
                Type = ReceivedLine.Reading, Topic = "t", At = DateTimeOffset.UtcNow, Id = $"gw:e:{at}", Epoch = "e", Seq = at + 1, Device = _host.Context.Device,
                Kind = body.Kind, NativeId = body.Source!.NativeId, Data = JsonSerializer.SerializeToElement(body, BodyJson.Default.CabinetAlarmBody),
            });
        }

        return new Verifier(new VerifyOptions()).Verify(_ledger.Lines, index);
    }

    private CabinetDriver Cabinet(NightHours night) => new(
        _host.Context with { Transports = _host.Context.Transports with { Cabinet = root => new LinuxCabinetSensors(root), Tcp = new TcpDialer() } },
        new CabinetOptions
        {
            Root = _root,
            Contacts = [new CabinetSwitch("door", false, new ContactLine { File = "/contacts/door" })],
            Mains = new MainsSource(Supply: "AC"),
            Night = night,
            Poll = TimeSpan.FromMilliseconds(10),
            Settle = TimeSpan.Zero,
        });
}

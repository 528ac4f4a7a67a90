using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>Somebody calls for help (pdt-radio.md section 8.3), over a serial line in memory.</summary>
public sealed class EmergencyTests : IAsyncLifetime
{
    private readonly SerialRadio _radio = new();
    private readonly FakeMemory _memory = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _radio.DisposeAsync();

    [Fact]
    public async Task Alarm_IsAcknowledgedOnlyWhenItIsSafe()
    {
        await using var radio = await BeginAsync(new FakeSink { Holds = true });

        _radio.Peer.Say(RadioBytes.Call(1, 5, 100, 7));

        await Eventually.TrueAsync(() => radio.Sink.Entered.Any(reading => reading.Lane == Lane.Alarm), "the alarm is handed over");
        Assert.Equal(0, _radio.Peer.Acknowledged);
        radio.Sink.Release();
        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1, "acknowledged");
    }

    [Fact]
    public async Task SecondSignWhileTheFirstIsNotSafe_IsTheSameEmergency()
    {
        await using var radio = await BeginAsync(new FakeSink { Holds = true });
        _radio.Peer.SayRaw(RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.Call(1, 5, 100, 7)));
        _radio.Peer.SayRaw(RadioBytes.Hrnp(HeardFrame.Data, 501, RadioBytes.Hdap(RadioBytes.Lp, 0xB003, [.. RadioBytes.Ip(10, 7), 1, .. Place()])));
        await Eventually.TrueAsync(() => radio.Sink.Entered.Any(reading => reading.Lane == Lane.Alarm), "the first");

        radio.Sink.Release();

        await Eventually.TrueAsync(() => _radio.Peer.Heard.Count(frame => frame is { Opcode: HeardFrame.DataAck, Number: 500 or 501 }) == 2, "both are acknowledged");
        var states = radio.Bodies<RadioEmergencyBody>().Select(body => body.State).ToList();
        Assert.Equal(["begins", "goes-on"], states);
    }

    [Fact]
    public async Task Alarm_StandingOverARestart_DoesNotBeginAnew()
    {
        await using (var before = await BeginAsync())
        {
            _radio.Peer.Say(RadioBytes.Call(1, 5, 100, 7));
            await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1, "acknowledged");
            Assert.Equal("begins", before.Bodies<RadioEmergencyBody>().Single().State);
        }

        await using var after = await BeginAsync();
        _radio.Peer.Say(RadioBytes.Call(1, 5, 100, 7));

        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 2, "acknowledged");
        Assert.Equal("goes-on", after.Bodies<RadioEmergencyBody>().Single().State);
    }

    [Fact]
    public async Task Alarm_RefusedByTheDisk_BeginsWithTheNextCopy()
    {
        var host = Host();
        var refusing = new FakeSink { Refuses = true };
        var options = new HyteraRadioOptions();
        await using (var before = await Conversing.BeginAsync(_radio.CreateDriver(host, options), refusing))
        {
            _radio.Peer.SayRaw(RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.Call(1, 5, 100, 7)));
            await Eventually.TrueAsync(() => host.Faults.Contains((FaultKind.Busy, "not-safe")), "refused");
        }

        await using var after = await Conversing.BeginAsync(_radio.CreateDriver(host, options));
        _radio.Peer.SayRaw(RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.Call(1, 5, 100, 7)));

        await Eventually.TrueAsync(() => after.Bodies<RadioEmergencyBody>().Any(), "told");
        Assert.Equal("begins", after.Bodies<RadioEmergencyBody>().Single().State);
    }

    private static byte[] Place() => System.Text.Encoding.ASCII.GetBytes("A162251311018N4736.6977E00739.26800.0005");

    private FakeHost Host() => new(new NoInbox()) { Memory = _memory };

    private Task<Conversing> BeginAsync(FakeSink? sink = null) => Conversing.BeginAsync(_radio.CreateDriver(Host(), new HyteraRadioOptions()), sink);
}

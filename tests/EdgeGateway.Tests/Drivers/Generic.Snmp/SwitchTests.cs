using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

public sealed class SwitchTests
{
    private static readonly GenericSnmpOptions s_options = SnmpBench.Printer with { Profile = SnmpProfileName.Switch, Type = "switch" };

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Rates_SecondRound_AreThoseOfThePorts(SnmpVersion version)
    {
        await using var bench = new SnmpBench(s_options with { Version = version, Every = TimeSpan.FromSeconds(20) });
        await bench.StartAsync();
        Assert.Empty(bench.Sink.Entered);
        await bench.RoundAsync();

        var device = bench.Told<SensorReadingBody>().First();
        Assert.Equal((null, "ports-up=8 ports-down=0 uptime=20 name=dev-1"), (device.Name, Text(device)));
        var port = bench.Told<SensorReadingBody>().Single(body => body.Name == "GE1/0/3");
        Assert.Equal("in=24000000 out=12000000 errors=0 speed=1000000000", Text(port));
        Assert.Equal("in=8000000 out=4000000 errors=0 speed=1000000000 alias=uplink, call ***", Text(bench.Told<SensorReadingBody>().Single(body => body.Name == "GE1/0/1")));
        Assert.Equal(9, bench.Sink.Entered.Count);
        Assert.All(bench.Sink.Entered, reading => Assert.Equal(Lane.Telemetry, reading.Lane));
        Assert.Empty(bench.Host.Faults);
    }

    [Fact]
    public async Task Rates_FiveMinutes_AreTheirMean()
    {
        await using var bench = new SnmpBench(s_options, new SnmpTwinProfile { IsSwitch = true, Ports = 1 });
        await bench.StartAsync();
        await bench.RoundAsync(5);
        Assert.Equal(2, bench.Sink.Entered.Count);
        await bench.RoundAsync();
        Assert.Equal(4, bench.Sink.Entered.Count);
        Assert.StartsWith("in=8000000 out=4000000 ", Text(bench.Told<SensorReadingBody>().Last()), StringComparison.Ordinal);
    }

    /// <summary>Port 8 moves 480 MB in a minute: its 32 bits go round every 9 minutes.</summary>
    [Fact]
    public async Task Rates_NarrowCounterGoesRound_StayRight()
    {
        await using var bench = new SnmpBench(s_options with { Version = SnmpVersion.V1, Every = TimeSpan.FromSeconds(20), Switch = new SwitchOptions { Report = TimeSpan.FromSeconds(20) } });
        await bench.StartAsync();
        await bench.RoundAsync(60);

        double[] rates = [.. bench.Told<SensorReadingBody>().Where(body => body.Name == "GE1/0/8").Select(body => body.Values!.Single(value => value.Name == "in").Number!.Value)];
        Assert.Equal(60, rates.Length);
        Assert.All(rates, rate => Assert.Equal(64_000_000, rate));
        Assert.Empty(bench.Host.Faults);
    }

    /// <summary>At 1 Gbit/s 32 bits are full after 34 s: what grew within a minute nobody can know.</summary>
    [Fact]
    public async Task Rates_NarrowCounterMayHaveGoneRoundTwice_AreNotTold()
    {
        await using var bench = new SnmpBench(s_options with { Version = SnmpVersion.V1 }, new SnmpTwinProfile { IsSwitch = true, Ports = 1 });
        await bench.StartAsync();
        await bench.RoundAsync();

        Assert.Equal("speed=1000000000 alias=uplink, call ***", Text(bench.Told<SensorReadingBody>().Last()));
        Assert.Contains((FaultKind.Unsupported, "counters-not-comparable"), bench.Host.Faults);
    }

    [Fact]
    public async Task Restart_CountersBeginAnew_GiveNoRateAndAnEvent()
    {
        await using var bench = new SnmpBench(s_options with { Switch = new SwitchOptions { Report = TimeSpan.FromSeconds(30) } }, new SnmpTwinProfile { IsSwitch = true, Ports = 1 });
        await bench.StartAsync();
        await bench.RoundAsync();
        bench.Device.Happen("restart", 1);
        await bench.RoundAsync();

        // The agent counts from 0 again: more than before after a minute, and worth nothing.
        Assert.Equal("restarted=True", Text(Assert.Single(bench.Told<SensorEventBody>())));
        Assert.Equal("speed=1000000000 alias=uplink, call ***", Text(bench.Told<SensorReadingBody>().Last()));
        await bench.RoundAsync();
        Assert.StartsWith("in=8000000 ", Text(bench.Told<SensorReadingBody>().Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discontinuity_OfOnePort_GivesNoRate()
    {
        await using var bench = new SnmpBench(s_options, new SnmpTwinProfile { IsSwitch = true, Ports = 1 });
        await bench.StartAsync();
        bench.Tree.Count("1.3.6.1.2.1.31.1.1.1.19.1", AgentTree.Ticks, 1234);
        await bench.RoundAsync();

        Assert.DoesNotContain("in=", Text(bench.Told<SensorReadingBody>().Last()), StringComparison.Ordinal);
    }

    /// <summary>After 497 days sysUpTime is 0 again, and nothing else is.</summary>
    [Fact]
    public async Task UpTime_GoesRound_IsNoRestart()
    {
        await using var bench = new SnmpBench(s_options, new SnmpTwinProfile { IsSwitch = true, Ports = 1 });
        var device = new TurningClock(bench);
        await bench.StartAsync();
        await bench.RoundAsync();

        Assert.True(device.Turned);
        Assert.Empty(bench.Told<SensorEventBody>());
        Assert.StartsWith("in=", Text(bench.Told<SensorReadingBody>().Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_GoesDownAndUp_IsToldEachTime()
    {
        await using var bench = new SnmpBench(s_options);
        await bench.StartAsync();
        bench.Device.Happen("port-2", 0);
        await bench.RoundAsync(2);
        bench.Device.Happen("port-2", 1);
        await bench.RoundAsync(2);

        Assert.Equal(["GE1/0/2 oper=down admin=up", "GE1/0/2 oper=up admin=up"], bench.Told<SensorEventBody>().Select(body => $"{body.Name} {Text(body)}"));
        Assert.All(bench.Sink.Entered.Where(reading => reading.Body is SensorEventBody), reading => Assert.Equal(Lane.Event, reading.Lane));
        Assert.Empty(bench.Told<SensorAlarmBody>());
    }

    [Fact]
    public async Task Port_ChangesWhileTheGatewayIsAway_IsToldAfterwards()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(s_options, memory: memory))
        {
            await before.StartAsync();
        }

        await using var after = new SnmpBench(s_options, memory: memory);
        after.Device.Happen("port-5", 0);
        await after.StartAsync();

        Assert.Equal("GE1/0/5", Assert.Single(after.Told<SensorEventBody>()).Name);
    }

    /// <summary>The disk took that it is about to be told and not the event; by the time the gateway is back the port is up again.</summary>
    [Fact]
    public async Task Port_TellingWasInterrupted_IsToldUnderTheSameKeyAndThenHowItIs()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(s_options, memory: memory))
        {
            await before.StartAsync();
        }

        string key;
        await using (var killed = new SnmpBench(s_options, memory: memory) { Sink = new FakeSink { Refuses = true } })
        {
            killed.Device.Happen("port-5", 0);
            await killed.StartAsync();
            key = killed.Sink.Entered.Single().RepeatKey!;
        }

        await using (var after = new SnmpBench(s_options, memory: memory))
        {
            await after.StartAsync();
            Assert.Equal([("GE1/0/5", "oper=down", key), ("GE1/0/5", "oper=up admin=up", null)], after.Sink.Entered.Select(reading => (((SensorBody)reading.Body).Name, Text((SensorBody)reading.Body), reading.RepeatKey == key ? key : null)));
            Assert.NotNull(after.Sink.Entered.Last().RepeatKey);
        }

        await using var later = new SnmpBench(s_options, memory: memory);
        await later.StartAsync();
        Assert.Empty(later.Told<SensorEventBody>());
    }

    [Fact]
    public async Task Port_GoesDownTwice_HasTwoKeys()
    {
        await using var bench = new SnmpBench(s_options);
        await bench.StartAsync();
        foreach (int isUp in (int[])[0, 1, 0])
        {
            bench.Device.Happen("port-2", isUp);
            await bench.RoundAsync();
        }

        Assert.Equal(3, bench.Sink.Entered.Where(reading => reading.Body is SensorEventBody).Select(reading => reading.RepeatKey).OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task Port_Flaps_IsToldSoOftenThenThatItFlapsThenHowItIs()
    {
        await using var bench = new SnmpBench(s_options with { Switch = new SwitchOptions { MostAnHour = 4 } });
        await bench.StartAsync();
        for (int i = 0; i < 20; i++)
        {
            bench.Device.Happen("port-3", i % 2);
            await bench.RoundAsync();
        }

        Assert.Equal(["oper=down", "oper=up", "oper=down", "oper=up", "flapping=True oper=down"], bench.Told<SensorEventBody>().Select(body => Text(body)[..^" admin=up".Length]));
        bench.Device.Happen("port-3", 0);
        await bench.RoundAsync(60);
        Assert.Equal(["flapping=False oper=down", "oper=down"], bench.Told<SensorEventBody>().Skip(5).Select(body => Text(body)[..^" admin=up".Length]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Port_Important_IsAnAlarmThatBeginsOnceAndEndsOnce()
    {
        var options = s_options with { Switch = new SwitchOptions { Important = ["ge1/0/7", "8"] } };
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(options, memory: memory))
        {
            await before.StartAsync();
            before.Device.Happen("port-7", 0);
            before.Device.Happen("port-6", 0);
            await before.RoundAsync(3);
            var begun = Assert.Single(before.Told<SensorAlarmBody>());
            Assert.Equal(("port-down", "GE1/0/7", true, "major", "switch"), (begun.Alarm, begun.Name, begun.Active, begun.Severity, begun.Type));
            Assert.Equal(Lane.Alarm, before.Sink.Entered.Single(reading => reading.Body == begun).Lane);
        }

        await using var after = new SnmpBench(options, memory: memory);
        await after.StartAsync();
        await after.RoundAsync();
        Assert.Equal([("GE1/0/7", false)], after.Told<SensorAlarmBody>().Select(alarm => (alarm.Name!, alarm.Active!.Value)));
    }

    [Fact]
    public async Task Ports_NamedOrNot_AreThoseThatAreWatched()
    {
        await using var bench = new SnmpBench(s_options with { Switch = new SwitchOptions { Ports = ["GE1/0/2", "Vlan-interface1", "GE9/9/9"] } });
        await bench.StartAsync();
        await bench.RoundAsync();

        Assert.Equal([null, "GE1/0/2", "Vlan-interface1"], bench.Told<SensorReadingBody>().Select(body => body.Name));
        Assert.Contains((FaultKind.Unsupported, "port-not-found"), bench.Host.Faults);
    }

    [Fact]
    public async Task Ports_MoreThanAreWatched_AreCounted()
    {
        await using var bench = new SnmpBench(s_options, new SnmpTwinProfile { IsSwitch = true, Ports = 200 });
        await bench.StartAsync();
        await bench.RoundAsync();

        Assert.Equal(129, bench.Sink.Entered.Count);
        Assert.Contains((FaultKind.Unsupported, "too-many-ports"), bench.Host.Faults);
    }

    [Fact]
    public async Task Silence_LongerThanGrace_IsToldOnceAndItsEndToo()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(s_options, memory: memory))
        {
            await before.StartAsync();
            before.Mute = true;
            await before.EndAsync();
            Assert.Equal("link=down", Text(Assert.Single(before.Told<SensorEventBody>())));
        }

        await using var after = new SnmpBench(s_options, memory: memory);
        await after.StartAsync();
        Assert.Equal("link=up", Text(Assert.Single(after.Told<SensorEventBody>())));
    }

    private static string Text(SensorBody body) => string.Join(' ', body.Values!.Select(value => FormattableString.Invariant($"{value.Name}={value.Number}{value.Text}{value.Flag}")));

    /// <summary>Lets sysUpTime stand before its turn in the first round and behind it in the second.</summary>
    private sealed class TurningClock
    {
        private readonly SnmpBench _bench;
        private int _rounds;

        public TurningClock(SnmpBench bench)
        {
            _bench = bench;
            var answer = bench.Network.Asked;
            bench.Network.Asked = bytes =>
            {
                byte[] name = AgentOid.Encode(AgentOid.Parse("1.3.6.1.2.1.1.3.0"));
                if (bytes.AsSpan().IndexOf(name) >= 0)
                {
                    Turned = ++_rounds > 1;
                    AnswerUpTime(bytes, Turned ? 3000u : uint.MaxValue - 2999);
                    return;
                }

                answer(bytes);
            };
        }

        public bool Turned { get; private set; }

        private void AnswerUpTime(byte[] bytes, uint ticks)
        {
            var tree = new AgentTree();
            tree.Count("1.3.6.1.2.1.1.3.0", AgentTree.Ticks, ticks);
            tree.Text("1.3.6.1.2.1.1.5.0", "dev-1");
            _bench.Network.Say(new SnmpAgent(tree, new SnmpFaultPlan(), "public").Answer(AgentQuestion.Read(bytes, 1)!)[0]);
        }
    }
}

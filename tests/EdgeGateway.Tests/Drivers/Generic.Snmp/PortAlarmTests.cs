using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

/// <summary>An alarm of a port begins and ends by what the switch says, never by what it does not say.</summary>
public sealed class PortAlarmTests
{
    private const string Table = "1.3.6.1.2.1.2.2.1.";
    private const string OperStatus = Table + "8";
    private const string Names = "1.3.6.1.2.1.31.1.1.1.1";
    private const string Vlan = "Vlan-interface1";
    private const int GenErr = 5;

    /// <summary>The row of the simulated switch that has no counters, so that it can be taken away: behind its eight ports.</summary>
    private const string VlanRow = ".9";

    private static readonly GenericSnmpOptions s_options = SnmpBench.Printer with
    {
        Profile = SnmpProfileName.Switch,
        Type = "switch",
        Switch = new SwitchOptions { Important = ["GE1/0/7", "8", Vlan] },
    };

    [Theory]
    [InlineData(2, "down")]
    [InlineData(6, "not-present")]
    [InlineData(7, "lower-layer-down")]
    public async Task Port_SaysThatItIsNotUp_IsDown(int status, string word)
    {
        await using var bench = new SnmpBench(s_options);
        await bench.StartAsync();
        bench.Tree.Whole(OperStatus + ".7", status);
        await bench.RoundAsync();

        Assert.Equal(["GE1/0/7 True"], Alarms(bench));
        Assert.Equal(word, Assert.Single(bench.Told<SensorEventBody>()).Values!.Single(value => value.Name == "oper").Text);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(99)]
    public async Task Port_SaysNeither_StaysAsItWas(int status)
    {
        await using var bench = new SnmpBench(s_options);
        bench.Device.Happen("port-8", 0);
        await bench.StartAsync();
        bench.Tree.Whole(OperStatus + ".7", status);
        bench.Tree.Whole(OperStatus + ".8", status);
        await bench.RoundAsync(6);

        Assert.Equal(["GE1/0/8 True"], Alarms(bench));
        Assert.Empty(bench.Told<SensorEventBody>());
        Assert.Equal([7.0, 0, 2], bench.Told<SensorReadingBody>().Last(body => body.Name is null).Values!.Take(3).Select(value => value.Number!.Value));
    }

    [Fact]
    public async Task Column_RefusedForOneRound_IsNoNews()
    {
        await using var bench = new SnmpBench(s_options);
        bench.Device.Happen("port-8", 0);
        await bench.StartAsync();
        var answer = Refuse(bench, OperStatus);
        await bench.RoundAsync();
        bench.Network.Asked = answer;
        await bench.RoundAsync();

        Assert.Contains((FaultKind.Garbled, "column-refused"), bench.Host.Faults);
        Assert.Equal(["GE1/0/8 True"], Alarms(bench));
        Assert.Empty(bench.Told<SensorEventBody>());
    }

    /// <summary>Without its name nobody can tell which port is missing; the one known by its number keeps the alarm that it has.</summary>
    [Fact]
    public async Task Names_RefusedForOneRound_IsNoNews()
    {
        await using var bench = new SnmpBench(s_options);
        bench.Device.Happen("port-8", 0);
        await bench.StartAsync();
        var answer = Refuse(bench, Names);
        await bench.RoundAsync();
        bench.Network.Asked = answer;
        await bench.RoundAsync();

        Assert.Equal(["GE1/0/8 True"], Alarms(bench));
    }

    /// <summary>Agents that start have their ifXTable later than their ifTable.</summary>
    [Fact]
    public async Task Names_NotThereYet_IsNoNews()
    {
        await using var bench = new SnmpBench(s_options);
        for (int port = 1; port <= 8; port++)
        {
            bench.Tree.Remove($"{Names}.{port}");
        }

        await bench.StartAsync();

        Assert.Empty(Alarms(bench));
    }

    [Fact]
    public async Task Table_Empty_IsNoNews()
    {
        await using var bench = new SnmpBench(s_options);
        bench.Device.Happen("port-8", 0);
        await bench.StartAsync();
        var answer = bench.Network.Asked;
        bench.Network.Asked = bytes => bench.Network.Say(new SnmpAgent(new AgentTree(), new SnmpFaultPlan(), "public").Answer(AgentQuestion.Read(bytes, 1)!)[0]);
        await bench.RoundAsync();
        bench.Network.Asked = answer;
        bench.Device.Happen("port-2", 0);
        await bench.RoundAsync();

        Assert.Equal(["GE1/0/8 True"], Alarms(bench));
        Assert.Equal("GE1/0/2", Assert.Single(bench.Told<SensorEventBody>()).Name);
        Assert.Contains((FaultKind.Silent, "round-missing"), bench.Host.Faults);
    }

    [Fact]
    public async Task Port_IsGone_IsDownUntilItIsBackAndUp()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(s_options, memory: memory))
        {
            await before.StartAsync();
            TakeAway(before);
            await before.RoundAsync(2);
            Assert.Equal([$"{Vlan} True"], Alarms(before));
        }

        await using var after = new SnmpBench(s_options, memory: memory);
        TakeAway(after);
        await after.StartAsync();
        Put(after, 2);
        await after.RoundAsync();
        Assert.Empty(Alarms(after));
        Put(after, 1);
        await after.RoundAsync(2);
        Assert.Equal([$"{Vlan} False"], Alarms(after));
    }

    [Fact]
    public async Task Port_IsDownAndThenGone_IsOneAlarm()
    {
        var memory = new FakeMemory();
        var options = s_options with { Switch = new SwitchOptions { Important = ["9"] } };
        await using (var before = new SnmpBench(options, memory: memory))
        {
            Put(before, 2);
            await before.StartAsync();
            TakeAway(before);
            await before.RoundAsync();
            Assert.Equal([$"{Vlan} True"], Alarms(before));
        }

        await using var after = new SnmpBench(options, memory: memory);
        TakeAway(after);
        await after.StartAsync();
        Assert.Empty(Alarms(after));
        Put(after, 1);
        await after.RoundAsync();
        Assert.Equal([$"{Vlan} False"], Alarms(after));
    }

    /// <summary>Begun while nobody knew how it is called, ended under the same name.</summary>
    [Fact]
    public async Task Port_ComesBackUnderItsOwnName_KeepsItsAlarm()
    {
        await using var bench = new SnmpBench(s_options with { Switch = new SwitchOptions { Important = ["9"] } });
        TakeAway(bench);
        await bench.StartAsync();
        Put(bench, 2);
        await bench.RoundAsync();
        Assert.Equal(["9 True"], Alarms(bench));
        Put(bench, 1);
        await bench.RoundAsync();
        Assert.Equal(["9 True", "9 False"], Alarms(bench));
    }

    [Fact]
    public async Task Settings_PortIsNoLongerImportant_EndsItsAlarm()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(s_options, memory: memory))
        {
            before.Device.Happen("port-7", 0);
            await before.StartAsync();
        }

        await using var after = new SnmpBench(s_options with { Switch = new SwitchOptions() }, memory: memory);
        after.Device.Happen("port-7", 0);
        await after.StartAsync();
        Assert.Equal(["GE1/0/7 False"], Alarms(after));
    }

    /// <summary>Some agents have the new column and never fill it.</summary>
    [Fact]
    public async Task Speed_HighSpeedIsZero_IsTheOther()
    {
        await using var bench = new SnmpBench(s_options);
        bench.Tree.Count("1.3.6.1.2.1.31.1.1.1.15.2", AgentTree.Gauge, 0);
        bench.Tree.Count(Table + "5.2", AgentTree.Gauge, 64_000);
        await bench.StartAsync();
        await bench.RoundAsync();

        Assert.Equal(64_000, bench.Told<SensorReadingBody>().Single(body => body.Name == "GE1/0/2").Values!.Single(value => value.Name == "speed").Number);
    }

    private static IEnumerable<string> Alarms(SnmpBench bench) => bench.Told<SensorAlarmBody>().Select(alarm => $"{alarm.Name} {alarm.Active}");

    private static void TakeAway(SnmpBench bench) => Array.ForEach(["2", "3", "8"], column => bench.Tree.Remove(Table + column + VlanRow));

    private static void Put(SnmpBench bench, int status)
    {
        bench.Tree.Text(Table + "2" + VlanRow, Vlan);
        bench.Tree.Whole(Table + "3" + VlanRow, 136);
        bench.Tree.Whole(OperStatus + VlanRow, status);
    }

    /// <summary>Lets the agent say genErr to every question about a column.</summary>
    /// <returns>How it answered before.</returns>
    private static Action<byte[]> Refuse(SnmpBench bench, string column)
    {
        var before = bench.Network.Asked;
        bench.Network.Asked = bytes =>
        {
            var asked = AgentQuestion.Read(bytes, 1)!;
            int at = asked.Names.ToList().FindIndex(name => (string.Join('.', name) + ".").StartsWith(column + ".", StringComparison.Ordinal));
            if (at < 0)
            {
                before(bytes);
                return;
            }

            bench.Network.Say(AgentBer.Wrap(
                0x30,
                AgentBer.Whole(asked.Version),
                AgentBer.Wrap(0x04, [.. "public"u8]),
                AgentBer.Wrap(0xA2, AgentBer.Whole(asked.Id), AgentBer.Whole(GenErr), AgentBer.Whole(at + 1), AgentBer.Wrap(0x30, asked.Bindings))));
        };
        return before;
    }
}

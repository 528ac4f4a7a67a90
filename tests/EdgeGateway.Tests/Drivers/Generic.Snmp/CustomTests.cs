using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

public sealed class CustomTests
{
    private const string Base = "1.3.6.1.4.1.99999.1.";

    private static readonly GenericSnmpOptions s_options = SnmpBench.Printer with
    {
        Profile = SnmpProfileName.Custom,
        Type = "ups",
        Objects =
        [
            Object("charge", "1") with { Unit = "%", Low = 20 },
            Object("temperature", "2") with { Unit = "C", Scale = 0.1, High = 40 },
            Object("wind", "3") with { Unit = "m/s" },
            Object("battery", "4") with { Kind = CustomKind.State, States = new Dictionary<long, string> { [2] = "normal", [3] = "low" }, AlarmStates = ["low"], Severity = "critical" },
            Object("rain", "5") with { Kind = CustomKind.Counter, Unit = "mm/s", Scale = 0.2 },
        ],
    };

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Round_EveryKind_IsOneReading(SnmpVersion version)
    {
        await using var bench = Bench(version);
        await bench.StartAsync();
        bench.Tree.Count(Base + "5.0", AgentTree.Counter32, 60);
        await bench.RoundAsync();

        Assert.Equal(
            ["charge=97 % temperature=21.5 C wind=3.25 m/s battery=normal ", "charge=97 % temperature=21.5 C wind=3.25 m/s battery=normal  rain=0.2 mm/s"],
            bench.Told<SensorReadingBody>().Select(body => string.Join(' ', body.Values!.Select(value => FormattableString.Invariant($"{value.Name}={value.Number}{value.Text} {value.Unit}")))));
        Assert.All(bench.Told<SensorReadingBody>(), body => Assert.Equal("ups", body.Type));
    }

    [Fact]
    public async Task Value_OutsideItsLimits_IsAnAlarmThatBeginsOnceAndEndsOnce()
    {
        await using var bench = Bench();
        await bench.StartAsync();
        bench.Tree.Whole(Base + "1.0", 19);
        bench.Tree.Whole(Base + "2.0", 401);
        bench.Tree.Whole(Base + "4.0", 3);
        await bench.RoundAsync(2);
        Assert.Equal(
            ["charge-low True major 19 %", "temperature-high True major 40.1 C", "battery-low True critical  "],
            bench.Told<SensorAlarmBody>().Select(alarm => FormattableString.Invariant($"{alarm.Alarm} {alarm.Active} {alarm.Severity} {alarm.Values?[0].Number} {alarm.Values?[0].Unit}")));

        // An object that cannot be read leaves its alarm as it was.
        bench.Tree.Remove(Base + "1.0");
        bench.Tree.Whole(Base + "2.0", 400);
        bench.Tree.Whole(Base + "4.0", 2);
        await bench.RoundAsync();
        Assert.Equal(["temperature-high False", "battery-low False"], bench.Told<SensorAlarmBody>().Skip(3).Select(alarm => $"{alarm.Alarm} {alarm.Active}"));
        bench.Tree.Whole(Base + "1.0", 20);
        await bench.RoundAsync();
        Assert.Equal(("charge-low", false), (bench.Told<SensorAlarmBody>().Last().Alarm, bench.Told<SensorAlarmBody>().Last().Active));
    }

    [Theory]
    [InlineData("3.25", 3.25)]
    [InlineData(" 3.25\0", 3.25)]
    [InlineData("-7e-1", -0.7)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e999", null)]
    [InlineData("3.25 m/s", null)]
    [InlineData("3,25", null)]
    [InlineData("1000000000", 1e9)]
    [InlineData("13800138000", null)]
    [InlineData("110105194912310021", null)]
    [InlineData("-13800138000", null)]
    [InlineData("", null)]
    [InlineData("0000000000000000000000000000000000001", null)]
    public async Task Number_WrittenAsText_IsOneOrIsLeftOut(string text, double? expected)
    {
        await using var bench = Bench();
        bench.Tree.Text(Base + "3.0", text);
        await bench.StartAsync();

        Assert.Equal(expected, bench.Told<SensorReadingBody>().Single().Values!.SingleOrDefault(value => value.Name == "wind")?.Number);
        Assert.Equal(expected is null, bench.Host.Faults.Contains((FaultKind.Garbled, "value-of-another-kind")));
    }

    [Fact]
    public async Task Object_NotThere_IsCountedAndTheOthersAreTold()
    {
        await using var bench = Bench(SnmpVersion.V1);
        bench.Tree.Remove(Base + "2.0");
        await bench.StartAsync();

        Assert.Contains((FaultKind.Unsupported, "object-not-there"), bench.Host.Faults);
        Assert.Equal(["charge", "wind", "battery"], bench.Told<SensorReadingBody>().Single().Values!.Select(value => value.Name));
    }

    [Theory]
    [InlineData(4294967290U, 50U, 0.2)]
    [InlineData(1000U, 10U, null)]
    public async Task Counter_SmallerThanBefore_WentRoundOrBeganAnew(uint before, uint after, double? expected)
    {
        await using var bench = Bench();
        bench.Tree.Count(Base + "5.0", AgentTree.Counter32, before);
        await bench.StartAsync();
        bench.Tree.Count(Base + "5.0", AgentTree.Counter32, after);
        await bench.RoundAsync();

        double? rate = bench.Told<SensorReadingBody>().Last().Values!.SingleOrDefault(value => value.Name == "rain")?.Number;
        Assert.Equal(expected, rate is { } number ? Math.Round(number, 1) : null);
    }

    [Fact]
    public async Task Settings_ObjectIsGone_EndsItsAlarm()
    {
        var memory = new FakeMemory();
        await using (var before = Bench(memory: memory))
        {
            before.Tree.Whole(Base + "1.0", 5);
            await before.StartAsync();
            Assert.Single(before.Told<SensorAlarmBody>());
        }

        await using var after = new SnmpBench(s_options with { Objects = [.. s_options.Objects.Skip(1)] }, memory: memory);
        Fill(after);
        await after.StartAsync();
        Assert.Equal(("charge-low", false), (after.Told<SensorAlarmBody>().Single().Alarm, after.Told<SensorAlarmBody>().Single().Active));
    }

    private static SnmpBench Bench(SnmpVersion version = SnmpVersion.V2c, FakeMemory? memory = null)
    {
        var bench = new SnmpBench(s_options with { Version = version }, memory: memory);
        Fill(bench);
        return bench;
    }

    private static void Fill(SnmpBench bench)
    {
        bench.Tree.Whole(Base + "1.0", 97);
        bench.Tree.Whole(Base + "2.0", 215);
        bench.Tree.Text(Base + "3.0", "3.25");
        bench.Tree.Whole(Base + "4.0", 2);
        bench.Tree.Count(Base + "5.0", AgentTree.Counter32, 0);
    }

    private static CustomObject Object(string name, string suffix) => new(name, ObjectId.Of($"{Base}{suffix}.0"));
}

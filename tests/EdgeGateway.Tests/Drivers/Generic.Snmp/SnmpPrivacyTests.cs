using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

/// <summary>Names, numbers and pictures in every text that a device has: none of them comes out again.</summary>
public sealed class SnmpPrivacyTests
{
    private const string Identity = "11010519491231002X";
    private const string Card = "6222021234567890123";
    private const string Mobile = "13800138000";
    private const string Name = "欧阳建国";
    private static readonly string s_picture = Convert.ToBase64String(new byte[90]) + Convert.ToBase64String([.. Enumerable.Range(0, 120).Select(one => (byte)(one * 7))]);

    private static readonly string s_seed = $"姓名：{Name} {Identity} {Mobile} {Card} {s_picture}";

    [Fact]
    public async Task Printer_PeopleInEveryText_AreNowhere()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        bench.Tree.Text("1.3.6.1.2.1.1.5.0", s_seed);
        bench.Tree.Text("1.3.6.1.2.1.43.6.1.1.2.1.1", s_seed);
        bench.Tree.Text("1.3.6.1.2.1.43.8.2.1.13.1.1", s_seed);
        bench.Tree.Text("1.3.6.1.2.1.43.11.1.1.6.1.1", s_seed);
        bench.Device.Happen("jam", 1);
        bench.Device.Happen("cover", 1);
        bench.Tree.Text("1.3.6.1.2.1.43.18.1.1.8.1.1", s_seed);
        bench.Tree.Text("1.3.6.1.2.1.43.18.1.1.8.1.2", s_seed);
        await bench.StartAsync();
        await bench.RoundAsync();

        Assert.Equal(2, bench.Told<KioskAlarmBody>().Count());
        Clean(bench);
    }

    [Fact]
    public async Task Switch_PeopleInEveryText_AreNowhere()
    {
        var options = SnmpBench.Printer with { Profile = SnmpProfileName.Switch, Type = "switch", Switch = new SwitchOptions { Important = [s_seed[..60]] } };
        await using var bench = new SnmpBench(options, new SnmpTwinProfile { IsSwitch = true, Ports = 2 });
        bench.Tree.Text("1.3.6.1.2.1.1.5.0", s_seed);
        bench.Tree.Text("1.3.6.1.2.1.31.1.1.1.1.1", s_seed[..60]);
        bench.Tree.Text("1.3.6.1.2.1.31.1.1.1.18.1", s_seed);
        bench.Tree.Text("1.3.6.1.2.1.2.2.1.2.2", s_seed);
        await bench.StartAsync();
        bench.Device.Happen("port-1", 0);
        bench.Device.Happen("port-2", 0);
        await bench.RoundAsync(6);

        Assert.NotEmpty(bench.Told<SensorReadingBody>());
        Assert.Equal(2, bench.Told<SensorEventBody>().Count());
        Clean(bench);
    }

    [Fact]
    public async Task Custom_TextWhereANumberIsDue_IsNotCopied()
    {
        var options = SnmpBench.Printer with { Profile = SnmpProfileName.Custom, Objects = [new CustomObject("a", ObjectId.Of("1.3.6.1.2.1.1.5.0")), new CustomObject("b", ObjectId.Of("1.3.6.1.2.1.43.11.1.1.9.1.1"))] };
        await using var bench = new SnmpBench(options);
        bench.Tree.Text("1.3.6.1.2.1.1.5.0", s_seed);
        await bench.StartAsync();

        Assert.Equal(["b"], bench.Told<SensorReadingBody>().Single().Values!.Select(value => value.Name));
        Clean(bench);
    }

    [Fact]
    public async Task Printer_NumbersOfPeopleWhereCodesAreDue_AreNowhere()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        bench.Device.Happen("jam", 1);
        bench.Tree.Count("1.3.6.1.2.1.25.3.5.1.1.1", BerTag.Integer, 13800138000);
        bench.Tree.Count("1.3.6.1.2.1.43.18.1.1.7.1.1", BerTag.Integer, 13800138000);
        bench.Tree.Count("1.3.6.1.2.1.43.8.2.1.11.1.1", AgentTree.Gauge, 13800138000);
        await bench.StartAsync();

        Assert.NotEmpty(bench.Told<KioskModuleBody>());
        Clean(bench);
    }

    [Fact]
    public async Task Custom_NumbersOfPeople_AreNowhere()
    {
        CustomObject[] objects =
        [
            new("a", ObjectId.Of("1.3.6.1.2.1.1.5.0")),
            new("b", ObjectId.Of("1.3.6.1.2.1.43.11.1.1.9.1.1")) { High = 1 },
            new("c", ObjectId.Of("1.3.6.1.2.1.43.11.1.1.9.1.2")) { Kind = CustomKind.State },
        ];
        await using var bench = new SnmpBench(SnmpBench.Printer with { Profile = SnmpProfileName.Custom, Objects = objects });
        bench.Tree.Text("1.3.6.1.2.1.1.5.0", Mobile);
        bench.Tree.Count("1.3.6.1.2.1.43.11.1.1.9.1.1", AgentTree.Gauge, 13800138000);
        bench.Tree.Count("1.3.6.1.2.1.43.11.1.1.9.1.2", BerTag.Integer, 13800138000);
        await bench.StartAsync();

        Assert.Equal(3, bench.Host.Faults.Count(fault => fault == (FaultKind.Garbled, "value-of-another-kind")));
        Clean(bench);
    }

    private static void Clean(SnmpBench bench)
    {
        string all = System.Text.RegularExpressions.Regex.Unescape(bench.Everything());
        Assert.All(new[] { Identity, Card, Mobile, Name, s_picture[..40], SimPrinter.Operator, "13900139000" }, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }
}
